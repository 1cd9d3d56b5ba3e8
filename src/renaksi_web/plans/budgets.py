"""The money of a plan as a table: the work elements, which of them take an amount, and sums.

Amounts are entered where nothing is below (sub-activities, as a rule) and where the filed
paper states one; what is above is summed by `renaksi.reports.money`, which documents use too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi import model
from renaksi.quarter import YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.money import Money

WORK: Final = ("program", "activity", "subactivity")


class MoneyRow(NamedTuple):
    """One work element: ``own`` what is stated on it, ``total`` with what is below it.

    ``budget`` is the ceiling of the year, where the table is of spending. ``takes`` says
    whether an amount is entered here.
    """

    element: model.Element
    depth: int
    takes: bool
    own: Decimal | None
    total: Decimal | None
    budget: Decimal | None = None

    def is_beyond(self) -> bool:
        """Whether more was spent than the ceiling allows."""
        return None not in (self.total, self.budget) and self.total > self.budget  # type: ignore[operator]


def rows_of(plan: model.Plan, group: str = "budget", key: str = YEAR) -> list[MoneyRow]:
    """The table of a plan's budgets, or of its spending in one quarter."""
    cascade = Cascade(plan)
    money = Money(cascade)
    found = []
    for _number, element in cascade.numbered():
        if element.level not in WORK:
            continue
        cell = getattr(element, group).get(key)
        own = cell.value if cell is not None and cell.state == "set" else None
        is_leaf = not any(child.level in WORK for child in cascade.children(element))
        budget = money.budget(element) if group == "spending" else None
        found.append(
            MoneyRow(
                element,
                WORK.index(element.level),
                is_leaf or own is not None,
                own,
                money.stated(element, group, key),
                budget,
            )
        )
    return found


def total_of(rows: Iterable[MoneyRow]) -> Decimal | None:
    """Everything together: the topmost elements of the table, or None without any amount."""
    rows = list(rows)
    keys = {row.element.id for row in rows}
    tops = [row.total for row in rows if row.element.parent not in keys and row.total is not None]
    return sum(tops, Decimal(0)) if tops else None


def seen_of(amounts: Mapping[str, Decimal | None]) -> str:
    """What a person sees of the amounts, in short: it differs when one of them was changed."""
    told = sorted(f"{key} {value}" for key, value in amounts.items() if value is not None)
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]


def seen_in(rows: Iterable[MoneyRow]) -> str:
    """The same of a table."""
    return seen_of({row.element.id: row.own for row in rows})
