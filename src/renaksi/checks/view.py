"""A plan as rules look at it: indexed once, so that no rule walks the tree on its own."""

from __future__ import annotations

from typing import NamedTuple

from renaksi.model import Element, Indicator, Level, Place, Plan


class Row(NamedTuple):
    """One indicator with the element it stands on and its position there."""

    element: Element
    index: int
    indicator: Indicator

    @property
    def place(self) -> Place | None:
        """Where the row stands in the document."""
        return self.indicator.source or self.element.source


class PlanView:
    """The plan with its rows, children and levels at hand."""

    def __init__(self, plan: Plan) -> None:
        """Index ``plan``."""
        self.plan = plan
        self.by_id = {element.id: element for element in plan.elements}
        self.rows = tuple(
            Row(element, index, indicator)
            for element in plan.elements
            for index, indicator in enumerate(element.indicators)
        )
        self.children: dict[str | None, list[Element]] = {}
        self.levels: dict[Level, list[Element]] = {}
        for element in plan.elements:
            self.children.setdefault(element.parent, []).append(element)
            self.levels.setdefault(element.level, []).append(element)

    def parent(self, element: Element) -> Element | None:
        """The element above, or None at the top."""
        return self.by_id.get(element.parent) if element.parent else None
