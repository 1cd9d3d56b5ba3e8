"""Who answers for which indicator of a plan, as a table to be filled in.

An official of the office's data is meant where the words name his position or name
(`renaksi.reports.charges`); other words are kept, and told to be nobody's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from renaksi import model
from renaksi.reports.cascade import Cascade
from renaksi.reports.charges import is_named
from renaksi.reports.office import Office
from renaksi_web.plans.mapping import Loaded


class ChargeRow(NamedTuple):
    """An element, or one of its indicators with who answers for it.

    ``key`` is that of the element, ``indicator`` the id of the indicator's row; ``within`` are
    the keys of the elements over it and its own. ``is_nobodys`` tells of words that name no
    official of the office's data.
    """

    key: str
    depth: int
    element: model.Element
    within: tuple[str, ...]
    indicator: int | None = None
    name: str = ""
    responsible: str = ""
    is_nobodys: bool = False


def rows_of(loaded: Loaded, office: Office) -> list[ChargeRow]:
    """The cascade from the top down, each element followed by its indicators."""
    cascade = Cascade(loaded.plan)
    staff = [office.head, *office.staff]
    found: list[ChargeRow] = []
    for _number, element in cascade.numbered():
        over = (cascade.above(element, level) for level in model.LEVELS)
        within = (*(one.id for one in over if one is not None), element.id)
        depth = model.LEVELS.index(element.level)
        found.append(ChargeRow(element.id, depth, element, within))
        for place, row in enumerate(element.indicators):
            said = row.responsible or ""
            named = any(is_named(said, one, office.name) for one in staff)
            found.append(
                ChargeRow(
                    element.id, depth, element, within,
                    loaded.indicators[element.id, place].pk,
                    f"{row.number or ''} {row.name or ''}".strip(), said, bool(said) and not named,
                )
            )  # fmt: skip
    return found


def filled(
    rows: Sequence[ChargeRow], typed: dict[int, str], whole: dict[str, str]
) -> dict[int, str]:
    """Who answers for each indicator: as typed, else as was typed for the nearest element over it.

    ``whole`` holds what was typed beside elements, for all that is empty there and below.
    """
    found: dict[int, str] = {}
    for row in rows:
        if row.indicator is None or row.indicator not in typed:
            continue
        over = (whole.get(key, "") for key in reversed(row.within))
        found[row.indicator] = typed[row.indicator] or next(filter(None, over), "")
    return found


def seen_in(rows: Iterable[ChargeRow]) -> str:
    """What a person sees of the table, in short."""
    told = [f"{row.indicator} {row.responsible}" for row in rows if row.indicator is not None]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]
