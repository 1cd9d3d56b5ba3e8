"""The cascade as documents walk it: who stands under whom, in document order."""

from __future__ import annotations

from renaksi.model import LEVELS, Element, Level, Plan


class Cascade:
    """A plan with its children at hand; parents in a circle count as lost."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.by_id = {element.id: element for element in plan.elements}
        self._below: dict[str, list[Element]] = {}
        for element in plan.elements:
            if element.parent in self.by_id:
                self._below.setdefault(str(element.parent), []).append(element)

    def at(self, level: Level) -> list[Element]:
        """All elements of a level."""
        return [element for element in self.plan.elements if element.level == level]

    def above(self, element: Element, level: Level) -> Element | None:
        """The element of ``level`` over this one; None where there is none."""
        found: Element | None = element
        for _ in LEVELS:
            found = self.by_id.get(found.parent or "") if found else None
            if found is not None and found.level == level:
                return found
        return None

    def under(self, element: Element, level: Level) -> list[Element]:
        """The elements of ``level`` under this one, however far below."""
        return [one for one in self.at(level) if self.above(one, element.level) is element]

    def lost(self, level: Level, upper: Level) -> list[Element]:
        """The elements of ``level`` with nothing of ``upper`` over them."""
        return [one for one in self.at(level) if self.above(one, upper) is None]

    def children(self, element: Element) -> list[Element]:
        """The elements directly under this one."""
        return self._below.get(element.id, [])
