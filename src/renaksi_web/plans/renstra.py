"""What stands beside a plan of one year: the medium term (Renstra) and earlier years, as a table.

Indicators have the target at the end of the medium term, what was reached by the end of last
year, and the last three years one by one; elements have their money of the medium term.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi import model
from renaksi.reports.cascade import Cascade
from renaksi_web.plans.mapping import Loaded

MEDIUM: Final = "medium_term"
BEFORE: Final = "before"
_YEARS: Final = 3


class PastRow(NamedTuple):
    """An element with two amounts, or one of its indicators with five figures, by key.

    ``own`` is what was entered, ``known`` what the plans of earlier years give where nothing
    was; ``indicator`` is the id of the indicator's row.
    """

    element: model.Element
    depth: int
    own: dict[str, model.Cell]
    known: dict[str, model.Cell]
    indicator: int | None = None
    name: str = ""


def keys_of(year: int) -> tuple[str, ...]:
    """The figures of an indicator in the order of the screen."""
    past = (f"y{year - back}" for back in range(_YEARS, 0, -1))
    return (MEDIUM, BEFORE, *past)


def rows_of(loaded: Loaded, with_past: model.Plan, year: int) -> list[PastRow]:
    """The cascade from the top down; ``with_past`` is the plan that knows earlier years."""
    cascade, past = Cascade(loaded.plan), Cascade(with_past).by_id
    found: list[PastRow] = []
    for _number, element in cascade.numbered():
        depth = model.LEVELS.index(element.level)
        other = past[element.id]
        found.append(PastRow(element, depth, _money(element), _money(other)))
        for place, row in enumerate(element.indicators):
            same = other.indicators[place]
            own = {key: _figure(row, key) for key in keys_of(year)}
            known = {key: _figure(same, key) for key in keys_of(year)}
            pk = loaded.indicators[element.id, place].pk
            name = f"{row.number or ''} {row.name or ''}".strip()
            found.append(PastRow(element, depth, own, known, pk, name))
    return found


def _money(element: model.Element) -> dict[str, model.Cell]:
    budget, spent = element.budget.get(MEDIUM), element.spending.get(BEFORE)
    return {MEDIUM: budget or model.MISSING, BEFORE: spent or model.MISSING}


def _figure(row: model.Indicator, key: str) -> model.Cell:
    return row.target(key) if key == MEDIUM else row.actual(key)


def seen_in(rows: Iterable[PastRow]) -> str:
    """What a person sees of the table, in short."""
    told = [
        f"{row.element.id} {row.indicator} {key} {cell.state} {cell.value} {cell.text}"
        for row in rows
        for key, cell in row.own.items()
    ]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]
