"""What an indicator reached in the years before, from the plan itself or from the plan before."""

from __future__ import annotations

from typing import NamedTuple

from renaksi.measure import IndicatorMeasure, measure
from renaksi.measure.figures import Exact, number
from renaksi.measure.formulas import achievement
from renaksi.model import Element
from renaksi.reports.earlier import Earlier
from renaksi.reports.matter import Matter
from renaksi.reports.results import Results

_MOST: int = 4


class PastYear(NamedTuple):
    """One earlier year: target, actual and achievement in per cent, as far as they are known."""

    year: int
    target: Exact | None
    actual: Exact | None
    raw: Exact | None


class History:
    """The earlier years of a plan's indicators."""

    def __init__(self, matter: Matter) -> None:
        self.year = matter.plan.year
        before = matter.before
        is_last = before is not None and self.year is not None and before.year == self.year - 1
        self._before = Earlier(before if is_last else None)
        self._results = Results(measure(before, 4)) if is_last and before else None

    def of(self, element: Element, found: IndicatorMeasure) -> list[PastYear]:
        """The years before, the earliest first, at most four."""
        indicator = found.row.indicator
        years = {int(key[1:]) for key in (*indicator.targets, *indicator.actuals) if _is_year(key)}
        past: dict[int, PastYear] = {}
        for year in years:
            if self.year is None or year < self.year:
                target = number(indicator.target(f"y{year}"))
                actual = number(indicator.actual(f"y{year}"))
                past[year] = PastYear(year, target, actual, _raw(found, target, actual))
        last = self._last(element, found)
        if last is not None and last.year not in past:
            past[last.year] = last
        known = [one for _, one in sorted(past.items()) if one.actual is not None]
        return known[-_MOST:]

    def _last(self, element: Element, found: IndicatorMeasure) -> PastYear | None:
        """Last year as the plan before has it."""
        if self._results is None or self.year is None:
            return None
        same = self._before.indicator(element, found.row.indicator)
        if same is None:
            return None
        span = self._results.row(*same).spans["year"]
        return PastYear(self.year - 1, span.target, span.actual, span.raw)


def _is_year(key: str) -> bool:
    return key[0] == "y" and key[1:].isdigit()


def _raw(found: IndicatorMeasure, target: Exact | None, actual: Exact | None) -> Exact | None:
    if target is None or actual is None:
        return None
    return achievement(found.figures.formula, target, actual)
