"""Finding in an earlier plan what stands in this one: by code, else by level and name."""

from __future__ import annotations

from renaksi.model import Element, Indicator, Plan


class Earlier:
    """The plan before; nothing is found where there is none."""

    def __init__(self, plan: Plan | None) -> None:
        self._elements: dict[object, Element] = {}
        for element in plan.elements if plan else ():
            for key in _keys(element):
                self._elements.setdefault(key, element)

    def element(self, element: Element) -> Element | None:
        """The same element as it was."""
        found = (self._elements.get(key) for key in _keys(element))
        return next((one for one in found if one is not None), None)

    def indicator(self, element: Element, indicator: Indicator) -> tuple[Element, int] | None:
        """The same indicator as it was: its element and position."""
        before = self.element(element)
        for index, row in enumerate(before.indicators if before else ()):
            if _plain(row.name) == _plain(indicator.name):
                return (before, index) if before else None
        return None


def _keys(element: Element) -> tuple[object, ...]:
    named = (element.level, _plain(element.name))
    return (element.code, named) if element.code else (named,)


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
