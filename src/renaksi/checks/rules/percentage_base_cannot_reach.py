"""A percentage of a known number of things is no whole number of them.

## What
An indicator is a percentage of things (*Cakupan desa yang …*), the plan itself says
elsewhere how many there are (*Jumlah desa yang melaksanakan Musrenbangdes*: every village
holds one; *Jumlah desa*; *dari 19 desa*), and a target is reached by no whole number of
them, not even when rounded.

## Why
10 % of 19 villages is 1,9 villages. One village is 5,3 %, two are 10,5 %: the target is
either missed or overshot, whatever the office does, and every achievement looks odd.

## Bad
| KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET | SUB KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa | 1. Cakupan desa yang melaksanakan tertib administrasi | Persen | TW I 10% TW II 15% TW III 20% TW IV 26% | 1. Sub Kegiatan Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa | 1. Jumlah desa yang melaksanakan Musrenbangdes | Desa | TW I 19 TW II - TW III - TW IV - |

## Good
| KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET | SUB KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa | 1. Cakupan desa yang melaksanakan tertib administrasi | Persen | TW I 11% TW II 16% TW III 21% TW IV 26% | 1. Sub Kegiatan Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa | 1. Jumlah desa yang melaksanakan Musrenbangdes | Desa | TW I 19 TW II - TW III - TW IV - |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.5 (indicators are measurable) and 1.b.7 (targets
are achievable).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from renaksi.checks.sequence import Series, narrow, number, percentages, series
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import COUNTS, WHOLE, subject, words
from renaksi.diagnostics import Diagnostic, Rule, Words

RULE = Rule(
    code="RA413",
    slug="percentage-base-cannot-reach",
    severity="warning",
    since="0.1.0",
    gravity=72,
    title={"id": "Persentase tidak mungkin tepat", "en": "Percentage its base cannot reach"},
    message={
        "id": "Target “{indicator}” tidak mungkin tepat tercapai: {shares}.",
        "en": "The target of “{indicator}” cannot be met exactly: {shares}.",
    },
    headline={
        "id": "{count} persentase tidak mungkin tepat tercapai dari jumlah yang ada: {shares}.",
        "en": "{count} percentages cannot be met exactly with the number there is: {shares}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah indikator adalah persentase dari sesuatu (*Cakupan desa yang …*), rencana itu sendiri
menyebut berapa jumlahnya (*Jumlah desa yang melaksanakan Musrenbangdes*: semua desa
melaksanakannya; *Jumlah desa*; *dari 19 desa*), dan targetnya tidak dicapai oleh bilangan
bulat mana pun, juga setelah dibulatkan.

## Mengapa
10 % dari 19 desa adalah 1,9 desa. Satu desa 5,3 %, dua desa 10,5 %: apa pun yang dikerjakan,
target itu meleset atau terlampaui, dan setiap capaian tampak janggal.
""",
)

# What every village has or does, so that their number is the number of villages.
_EVERY: Final = frozenset(
    {
        "musrenbang", "musrenbangdes", "musrenbangdesa", "musrenbangkel", "apbdes",
    }
)  # fmt: skip
_PLACES: Final = frozenset({"kecamatan", "kabupaten", "se-kecamatan", "sekecamatan"})
_LARGEST: Final = 1000


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each percentage with a target between two whole numbers of its base."""
    for one in percentages(view):
        if one.points:
            name = one.indicator.name or ""
            thing = subject(name)
            base = _stated(name) or view.derived(_bases).get(thing)
            points = [point for point in one.numbers if base and _between(point[1], base)]
            if base and points:
                cells = [cell for cell, _ in points]
                shares = _shares([target for _, target in points], base, thing)
                yield on_row(RULE, one.row, narrow(cells), shares=shares)


def _bases(view: PlanView) -> dict[str, int]:
    """How many there are of each thing, as rows that count all of them say."""
    bases: dict[str, int] = {}
    for one in series(view):
        if one.words[:1] and one.words[0] in COUNTS and not one.percent:
            thing = subject(one.indicator.name or "")
            if thing and one.unit in (thing, "") and _counts_all(one.words, thing):
                total = _year(one)
                if total and not total % 1:
                    bases[thing] = max(bases.get(thing, 0), int(total))
    return bases


def _counts_all(name: tuple[str, ...], thing: str) -> bool:
    """Whether a row counts the things themselves, or those that do what all of them do."""
    if not WHOLE.isdisjoint(name) or not _EVERY.isdisjoint(name):
        return True
    behind = name[1 + len(thing.split()) :]
    return (
        not behind
        or behind[0] in _PLACES
        or (behind[:1] == ("di",) and not _PLACES.isdisjoint(behind[1:2]))
    )


def _year(one: Series) -> Decimal | None:
    """What a row counts in the whole year; None where that is open."""
    printed = one.indicator.target("year").value
    if printed is not None or len(one.points) < 2:
        return printed or (one.points[0][1] if one.points else None)
    if "accumulation" in one.indicator.confirm:
        return None
    return max(one.values) if one.indicator.accumulation == "last" else sum(one.values, Decimal(0))


@lru_cache(maxsize=8192)
def _stated(name: str) -> int | None:
    """The number that the wording states of what it measures: *dari 19 desa*, *19 desa*."""
    thing = subject(name)
    for before, word in pairwise(words(name)):
        if word == thing and before.isdigit():
            return int(before)
    return None


def _between(target: Decimal, base: int) -> bool:
    """Whether no whole number of things makes this percentage, as precisely as it is written."""
    if not 0 < target <= 100 or not 1 < base <= _LARGEST:
        return False
    exponent = target.as_tuple().exponent
    unit = Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))
    near = int(target * base / 100)
    return all(
        (Decimal(100 * things) / base).quantize(unit, ROUND_HALF_UP) != target
        for things in (near, near + 1)
    )


def _shares(targets: list[Decimal], base: int, thing: str) -> Words:
    """What the targets would be in things: ``10 % dari 19 desa = 1,9 desa``."""
    percents = [number(target) for target in targets]
    things = [number(target * base / 100, 2) for target in targets]
    return Words(
        "; ".join(
            f"{percent.id} % dari {base} {thing} = {part.id} {thing}"
            for percent, part in zip(percents, things, strict=True)
        ),
        "; ".join(
            f"{percent.en} % of {base} {thing} is {part.en}"
            for percent, part in zip(percents, things, strict=True)
        ),
    )
