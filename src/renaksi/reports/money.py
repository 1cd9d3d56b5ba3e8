"""Budgets and spending up the cascade: what an element states, else the sum of what is below it.

Spending is money that was reported as spent; it is never derived from an achievement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from renaksi.model import Cell as Stated
from renaksi.model import Element
from renaksi.quantity import rounded, show
from renaksi.quarter import QUARTERS, YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.tree import Cell

_Own = Callable[[Element], Decimal | None]
_BLANK: Final = Cell(align="right")


class Money:
    """What elements may spend and have spent, in rupiah; None where nothing is stated."""

    def __init__(self, cascade: Cascade, quarter: int = 4) -> None:
        """Spending is counted up to ``quarter``."""
        self.cascade, self.quarter = cascade, quarter

    def budget(self, element: Element) -> Decimal | None:
        """The ceiling of the year."""
        return self.stated(element, "budget", YEAR)

    def spending(self, element: Element) -> Decimal | None:
        """What was spent up to the quarter: its quarters together, or the year's at the end."""
        own = self._own_spending(element)
        if own is not None:
            return own
        return _total([self.spending(child) for child in self.cascade.children(element)])

    def _own_spending(self, element: Element) -> Decimal | None:
        annual = _number(element.spending, YEAR) if self.quarter == 4 else None
        if annual is not None:
            return annual
        return _total([_number(element.spending, key) for key in QUARTERS[: self.quarter]])

    def lacks_budget(self, elements: Sequence[Element], what: str) -> str:
        """That the ceilings of these, called ``what``, are not all stated; empty where they are."""
        return self._lacks(elements, what, lambda one: _number(one.budget, YEAR))

    def lacks_spending(self, elements: Sequence[Element], what: str) -> str:
        """That their spending is not all stated, in the same way."""
        return self._lacks(elements, what, self._own_spending)

    def _lacks(self, elements: Sequence[Element], what: str, own: _Own) -> str:
        """A sum of what some of them state looks whole, so it is told how many state nothing."""
        silent, of = self._silent(elements, own)
        if not silent:
            return ""
        if silent == of:
            return f"{what} belum diisi."
        return f"{what} belum lengkap: {silent} dari {of} belum diisi."

    def _silent(self, elements: Sequence[Element], own: _Own) -> tuple[int, int]:
        """How many of those that would state an amount do not, and of how many."""
        silent = of = 0
        for element in elements:
            children = self.cascade.children(element)
            if own(element) is None and children:
                below = self._silent(children, own)
                silent, of = silent + below[0], of + below[1]
            else:
                silent, of = silent + (own(element) is None), of + 1
        return silent, of

    def spending_of(self, element: Element, key: str) -> Decimal | None:
        """What was spent in one quarter."""
        return self.stated(element, "spending", key)

    def total(self, elements: Sequence[Element]) -> tuple[Decimal | None, Decimal | None]:
        """Budget and spending of several elements together."""
        return (
            _total([self.budget(element) for element in elements]),
            _total([self.spending(element) for element in elements]),
        )

    def stated(self, element: Element, group: str, key: str) -> Decimal | None:
        """A cell of an element's ``budget`` or ``spending``, else the sum of those below it."""
        own = _number(getattr(element, group), key)
        if own is not None:
            return own
        children = self.cascade.children(element)
        return _total([self.stated(child, group, key) for child in children])


def _number(cells: Mapping[str, Stated], key: str) -> Decimal | None:
    cell = cells.get(key)
    return cell.value if cell is not None and cell.state == "set" else None


def _total(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def rupiah(value: Decimal | None) -> Cell:
    """A cell with rupiah; blank where nothing is stated."""
    if value is None:
        return _BLANK
    return Cell(show(value, places=2), number=value, align="right")


def absorbed(budget: Decimal | None, spent: Decimal | None) -> Cell:
    """Spending in per cent of the budget, rounded half-up to two decimals."""
    if not budget or spent is None:
        return _BLANK
    share = rounded(spent / budget * 100)
    because = f"Penyerapan: realisasi ÷ pagu × 100 = {show(spent)} ÷ {show(budget)} × 100."
    return Cell(show(share, places=2), number=share, align="right", because=because)
