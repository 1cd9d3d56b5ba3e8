"""What earlier years reached, put into the plan of this year where it says nothing itself.

The plans of those years know it: their actuals as measured over the whole year, what was
spent, and the target of the medium term. What this year's plan states always stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from renaksi.measure import measure
from renaksi.measure.figures import Exact
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.reports.cascade import Cascade
from renaksi.reports.earlier import Earlier
from renaksi.reports.matter import Matter
from renaksi.reports.money import Money
from renaksi.reports.results import Results

# As long as the medium term of a government lasts.
_YEARS: Final = 5
_MEDIUM, _BEFORE = "medium_term", "before"


def with_past(matter: Matter) -> Matter:
    """The matter with a plan that knows the years before it."""
    plans = [*matter.earlier, *([matter.before] if matter.before else [])]
    return matter._replace(plan=with_earlier_years(matter.plan, plans))


def with_earlier_years(plan: Plan, others: Sequence[Plan]) -> Plan:
    """The plan with actuals ``y2021``, its targets of the medium term, and money spent before.

    Only years that are measured whole count, and no more than five years back; of two plans
    of one year the first counts.
    """
    if plan.year is None:
        return plan
    by_year: dict[int, Plan] = {}
    for other in others:
        if other.year is not None and 0 < plan.year - other.year <= _YEARS:
            by_year.setdefault(other.year, other)
    years = [_Year(year, other) for year, other in sorted(by_year.items(), reverse=True)]
    if not years:
        return plan
    return plan._replace(elements=tuple(_element(one, years) for one in plan.elements))


class _Year:
    """One earlier year: its plan, what it reached, and what was spent."""

    def __init__(self, year: int, plan: Plan) -> None:
        self.year, self.earlier = year, Earlier(plan)
        self.results = Results(measure(plan, 4))
        self.money = Money(Cascade(plan))

    def of(self, element: Element, indicator: Indicator) -> dict[str, dict[str, Cell]]:
        """What it knows of an indicator: cells of its targets and actuals."""
        same = self.earlier.indicator(element, indicator)
        if same is None:
            return {"targets": {}, "actuals": {}}
        found = self.results.row(*same)
        span, key = found.spans["year"], f"y{self.year}"
        targets = {key: _cell(span.target)} if span.target is not None else {}
        medium = found.row.indicator.target(_MEDIUM)
        if medium.state != "missing":
            targets[_MEDIUM] = medium
        is_whole = span.state == "measured" and span.actual is not None
        return {"targets": targets, "actuals": {key: _cell(span.actual)} if is_whole else {}}


def _cell(value: Exact | None) -> Cell:
    assert value is not None
    return Cell("set", Decimal(value.numerator) / Decimal(value.denominator))


def _element(element: Element, years: Sequence[_Year]) -> Element:
    indicators = tuple(_indicator(element, row, years) for row in element.indicators)
    budget, spending = dict(element.budget), dict(element.spending)
    olds = [(year, year.earlier.element(element)) for year in years]
    if _BEFORE not in spending:
        spent = [year.money.spending(old) for year, old in olds if old]
        known = [value for value in spent if value is not None]
        if known:
            spending[_BEFORE] = Cell("set", sum(known, Decimal(0)))
    for _year, old in olds:
        if old and _MEDIUM in old.budget:
            budget.setdefault(_MEDIUM, old.budget[_MEDIUM])
    return element._replace(indicators=indicators, budget=budget, spending=spending)


def _indicator(element: Element, row: Indicator, years: Sequence[_Year]) -> Indicator:
    targets, actuals = dict(row.targets), dict(row.actuals)
    for year in years:
        found = year.of(element, row)
        targets = {**found["targets"], **_stated(targets)}
        actuals = {**found["actuals"], **_stated(actuals)}
    return row._replace(targets=targets, actuals=actuals)


def _stated(cells: dict[str, Cell]) -> dict[str, Cell]:
    """Cells that say something: an empty one takes what an earlier year knows."""
    return {key: cell for key, cell in cells.items() if cell.state != "missing"}
