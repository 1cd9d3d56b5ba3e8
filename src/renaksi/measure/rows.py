"""Rows: each indicator with the element it stands on, and what rows of one indicator share.

Rows confirmed to be the same indicator (``same_as``) share one actual, typed once and
shown in each; they keep their own targets and count once in a level's mean.
"""

from collections.abc import Mapping
from typing import NamedTuple

from renaksi.model import Cell, Indicator, Level, Plan


class Row(NamedTuple):
    """One indicator row; ``indicator`` already holds the actuals that it shares.

    ``position`` counts within the element from 0; ``identity`` is the same for all rows of
    one indicator: the element and position of the first.
    """

    element: str
    position: int
    level: Level
    indicator: Indicator
    identity: tuple[str, int]


Key = tuple[str, int]


def rows_of(plan: Plan) -> tuple[Row, ...]:
    """The plan's rows in document order, with shared actuals.

    KeyError where a row says that it is the same as one that is not in the plan.
    """
    indicators = {
        (element.id, position): indicator
        for element in plan.elements
        for position, indicator in enumerate(element.indicators)
    }
    identities = _identities(indicators)
    shared = _shared_actuals(indicators, identities)
    rows: list[Row] = []
    for element in plan.elements:
        for position, indicator in enumerate(element.indicators):
            identity = identities[element.id, position]
            actuals = shared.get(identity)
            full = indicator if actuals is None else indicator._replace(actuals=actuals)
            rows.append(Row(element.id, position, element.level, full, identity))
    return tuple(rows)


def _identities(indicators: Mapping[Key, Indicator]) -> dict[Key, Key]:
    """For each row the first row that is the same indicator."""
    first = {key: key for key in indicators}
    order = {key: at for at, key in enumerate(indicators)}

    def leader(key: Key) -> Key:
        while first[key] != key:
            first[key] = first[first[key]]
            key = first[key]
        return key

    for key, indicator in indicators.items():
        for other in indicator.same_as:
            one, two = sorted((leader(key), leader(other)), key=order.__getitem__)
            first[two] = one
    return {key: leader(key) for key in indicators}


def _shared_actuals(
    indicators: Mapping[Key, Indicator], identities: Mapping[Key, Key]
) -> dict[Key, dict[str, Cell]]:
    """The actuals of each indicator with several rows, by its identity."""
    several = {leader for key, leader in identities.items() if leader != key}
    shared: dict[Key, dict[str, Cell]] = {}
    for key, leader in identities.items():
        if leader in several:
            actuals = shared.setdefault(leader, {})
            for name, cell in indicators[key].actuals.items():
                if name not in actuals or _tells_more(cell, actuals[name]):
                    actuals[name] = cell
    return shared


def _tells_more(cell: Cell, known: Cell) -> bool:
    """Whether a row's cell was typed where an earlier row's was not."""
    order = ("missing", "not_scheduled", "text", "set")
    return order.index(cell.state) > order.index(known.state)
