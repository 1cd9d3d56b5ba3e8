"""Rows: each indicator with the element it stands on, and what rows of one indicator share.

Rows confirmed to be the same indicator (``same_as``) share one actual, typed once and
shown in each; they keep their own targets and count once in a level's mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from renaksi.model import Cell, Indicator, Level, Plan


class Row(NamedTuple):
    """One indicator row; ``indicator`` already holds the actuals that it shares.

    ``position`` counts within the element from 0; ``identity`` is the same for all rows of
    one indicator.
    """

    element: str
    position: int
    level: Level
    indicator: Indicator
    identity: int


def rows_of(plan: Plan) -> tuple[Row, ...]:
    """The plan's rows in document order, with shared actuals."""
    rows = [
        Row(element.id, index, element.level, indicator, 0)
        for element in plan.elements
        for index, indicator in enumerate(element.indicators)
    ]
    identities = _identities(rows)
    shared = _shared_actuals(rows, identities)
    return tuple(
        row._replace(indicator=row.indicator._replace(actuals=shared[identity]), identity=identity)
        if identity in shared
        else row._replace(identity=identity)
        for row, identity in zip(rows, identities, strict=True)
    )


def _identities(rows: Sequence[Row]) -> list[int]:
    """For each row the position of the first row that is the same indicator.

    KeyError where a row names one that is not in the plan.
    """
    first = list(range(len(rows)))

    def leader(position: int) -> int:
        while first[position] != position:
            first[position] = first[first[position]]
            position = first[position]
        return position

    if any(row.indicator.same_as for row in rows):
        positions = {(row.element, row.position): at for at, row in enumerate(rows)}
        for at, row in enumerate(rows):
            for other in row.indicator.same_as:
                one, two = leader(at), leader(positions[other])
                first[max(one, two)] = min(one, two)
    return [leader(position) for position in range(len(rows))]


def _shared_actuals(rows: Sequence[Row], identities: list[int]) -> dict[int, dict[str, Cell]]:
    """The actuals of each indicator with several rows, by its identity."""
    shared: dict[int, dict[str, Cell]] = {}
    if len(set(identities)) == len(rows):
        return shared
    for row, identity in zip(rows, identities, strict=True):
        if identities.count(identity) > 1:
            actuals = shared.setdefault(identity, {})
            for key, cell in row.indicator.actuals.items():
                if key not in actuals or _tells_more(cell, actuals[key]):
                    actuals[key] = cell
    return shared


def _tells_more(cell: Cell, known: Cell) -> bool:
    """Whether a row's cell was typed where an earlier row's was not."""
    order = ("missing", "not_scheduled", "text", "set")
    return order.index(cell.state) > order.index(known.state)
