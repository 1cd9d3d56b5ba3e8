"""A plan under correction: its indicators have keys that stay, whatever is moved or dropped.

In `renaksi.model` an indicator is known by its index in its element, which changes when a
row before it goes. Corrections and findings therefore speak of keys.
"""

from __future__ import annotations

from typing import NamedTuple

from renaksi.model import Element, Indicator, Plan

Reference = tuple[str, int]


class Row(NamedTuple):
    """One indicator under its key; ``same`` names the rows that are the same indicator."""

    key: str
    element: str
    indicator: Indicator
    same: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A plan whose elements hold no indicators of their own: these stand in ``rows``.

    ``settled`` names the questions about sameness that a person has answered.
    """

    plan: Plan
    rows: tuple[Row, ...]
    settled: frozenset[str] = frozenset()

    def element(self, element_id: str) -> Element | None:
        """The element with this id."""
        return next((e for e in self.plan.elements if e.id == element_id), None)

    def row(self, key: str) -> Row | None:
        """The row with this key."""
        return next((row for row in self.rows if row.key == key), None)

    def rows_of(self, element_id: str) -> list[Row]:
        """The rows of one element in their order."""
        return [row for row in self.rows if row.element == element_id]

    def below(self, element_id: str) -> set[str]:
        """The ids of an element and all that stands under it."""
        found = {element_id}
        grown = True
        while grown:
            more = {e.id for e in self.plan.elements if e.parent in found} - found
            grown = bool(more)
            found |= more
        return found


def key_of(element_id: str, index: int) -> str:
    """The key of the row that reading gave at this index."""
    return f"{element_id}~{index}"


def sheet_of(plan: Plan) -> Sheet:
    """The sheet of a plan as it was read."""
    rows = tuple(
        Row(
            key_of(element.id, index),
            element.id,
            indicator._replace(same_as=()),
            tuple(key_of(*other) for other in indicator.same_as),
        )
        for element in plan.elements
        for index, indicator in enumerate(element.indicators)
    )
    elements = tuple(element._replace(indicators=()) for element in plan.elements)
    return Sheet(plan._replace(elements=elements), rows)


def plan_of(sheet: Sheet) -> tuple[Plan, dict[Reference, str]]:
    """The plan that a sheet means, and the key of each of its indicators."""
    rows: dict[str, list[Row]] = {element.id: [] for element in sheet.plan.elements}
    for row in sheet.rows:
        rows[row.element].append(row)
    places = {
        row.key: (element, index) for element in rows for index, row in enumerate(rows[element])
    }
    elements = tuple(
        element._replace(
            indicators=tuple(
                row.indicator._replace(
                    same_as=tuple(places[other] for other in row.same if other in places)
                )
                for row in rows[element.id]
            )
        )
        for element in sheet.plan.elements
    )
    keys = {place: key for key, place in places.items()}
    return sheet.plan._replace(elements=elements), keys
