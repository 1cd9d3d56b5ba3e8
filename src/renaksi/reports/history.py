"""What an indicator reached in the years before, as the plan knows it (`renaksi.reports.past`)."""

from __future__ import annotations

from typing import NamedTuple

from renaksi.measure import IndicatorMeasure
from renaksi.measure.figures import Exact, number
from renaksi.measure.formulas import achievement
from renaksi.reports.matter import Matter

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

    def of(self, found: IndicatorMeasure) -> list[PastYear]:
        """The years before, the earliest first, at most four."""
        indicator = found.row.indicator
        keys = {key for key in (*indicator.targets, *indicator.actuals) if _is_year(key)}
        past: list[PastYear] = []
        for year in sorted(int(key[1:]) for key in keys):
            actual = number(indicator.actual(f"y{year}"))
            if actual is not None and (self.year is None or year < self.year):
                target = number(indicator.target(f"y{year}"))
                past.append(PastYear(year, target, actual, _raw(found, target, actual)))
        return past[-_MOST:]


def _is_year(key: str) -> bool:
    return key[0] == "y" and key[1:].isdigit()


def _raw(found: IndicatorMeasure, target: Exact | None, actual: Exact | None) -> Exact | None:
    if target is None or actual is None:
        return None
    return achievement(found.figures.formula, target, actual)
