"""A whole plan against the official catalogue: each element's official line and code.

The elements decide together. Names that only one official line bears show the office's
fields and which programs and activities stand in the plan; these then settle the names
that several lines share, and narrow the search for names with slips. What stays doubtful
gets no code: a plan that is older than the nomenclature, or a province's, is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from renaksi.nomenclature import matching
from renaksi.nomenclature.catalogue import (
    TEMPLATE,
    Catalogue,
    kecamatan,
    normal_code,
    stored_code,
    whole,
)
from renaksi.nomenclature.evidence import Named
from renaksi.nomenclature.names import key_of, normal_name
from renaksi.nomenclature.offices import KECAMATAN, fields_of
from renaksi.nomenclature.settling import (
    Match,
    Settling,
    is_of,
    localised,
    ordinary,
    pool_of,
)

__all__ = ["FIRST_YEAR", "KECAMATAN", "Match", "Named", "is_official_name", "match_name", "resolve"]

# The nomenclature of Permendagri 90/2019 serves plans from this year on.
FIRST_YEAR: Final = 2020


def resolve(
    items: Sequence[Named],
    *,
    organisation: str | None = None,
    region: str | None = None,
    year: int | None = None,
) -> list[Match | None]:
    """The official line of each item of one office's plan, None where there is none.

    ``organisation`` is the office's name, ``region`` the code of its region (found from
    the name where it is not given), ``year`` the plan's.
    """
    if (year is not None and year < FIRST_YEAR) or _is_of_province(items, organisation, region):
        return [None] * len(items)
    fields = fields_of(organisation) if organisation else ()
    plan = Settling(items, fields, organisation, region)
    if fields != (KECAMATAN,) and (fields or not plan.stands_in(kecamatan())):
        plan.search(whole())
        return plan.matches()
    plan.search(kecamatan())
    if plan.has_slips():
        plan.let_go(whole())
    if plan.unmatched():
        plan.search(whole())
    return plan.matches()


def match_name(
    name: str,
    level: str | None = None,
    within: str | None = None,
    field: str | None = None,
) -> Match | None:
    """The official line that one name means, None where it is not surely one.

    ``within`` is a code that the line must stand under, ``field`` the office's field.
    """
    normal = normal_name(name)
    if not normal or not matching.begins_officially(normal):
        return None
    return _match_name(normal, level, within and stored_code(within), field)


def is_official_name(name: str, level: str | None = None) -> bool:
    """Whether this is an official name, apart from what `normal_name` takes away."""
    key = key_of(name)
    if _bears(kecamatan(), key, level):
        return True
    return matching.begins_officially(normal_name(name)) and _bears(whole(), key, level)


def _bears(part: Catalogue, key: str, level: str | None) -> bool:
    return any(is_of(part.codes[row], level) for row in part.rows_by_key.get(key, ()))


@lru_cache(maxsize=8192)
def _match_name(
    normal: str, level: str | None, within: str | None, field: str | None
) -> Match | None:
    """`match_name` of a normal name, once for all plans of a process."""
    prefixes = (within,) if within else (field, TEMPLATE) if field else ("",)
    small = within[:4] in (KECAMATAN, TEMPLATE) if within else field == KECAMATAN
    key = normal.replace(" ", "")
    for part in (kecamatan,) if small else (kecamatan, whole):
        found = _exactly(part(), key, level, prefixes)
        if found:
            return _of_rows(part(), found, 1.0, field)
    pool = pool_of(part(), level, prefixes)
    likely = matching.best(key, matching.closest(normal, pool), matching.TRUSTED)
    return _of_rows(part(), pool.rows[likely.key], likely.score, field) if likely else None


def _exactly(part: Catalogue, key: str, level: str | None, prefixes: tuple[str, ...]) -> list[int]:
    """The lines of this name among those of `pool_of`, without making the pool."""
    return [
        row for row in part.rows_by_key.get(key, ())
        if is_of(part.codes[row], level) and part.codes[row].startswith(prefixes)
        and part.codes[row] not in prefixes
    ]  # fmt: skip


def _of_rows(part: Catalogue, rows: Sequence[int], score: float, field: str | None) -> Match:
    """The match of a name that these lines bear; without a code where they are several."""
    rows = ordinary(part, rows)
    code = part.codes[rows[0]] if len(rows) == 1 else None
    return Match(
        part.entry(rows[0]), code and localised(code, field), round(score, 3), "nomenclature"
    )


def _is_of_province(items: Sequence[Named], organisation: str | None, region: str | None) -> bool:
    """Whether the plan is a province's: its codes, its office or its support program say so."""
    if region is not None and len(region) == 2:
        return True
    if organisation and "provinsi" in (words := normal_name(organisation).split()) and not {
        "kabupaten", "kota", "kecamatan", "kelurahan", "distrik",
    } & set(words):  # fmt: skip
        return True
    for item in items:
        if "provinsi" in item.name.lower() and normal_name(item.name).startswith(
            "penunjang urusan pemerintahan daerah provinsi"
        ):
            return True
        if item.printed_code:
            code, _ = normal_code(item.printed_code)
            if code is not None and code[8:9] == "1":
                return True
    return False
