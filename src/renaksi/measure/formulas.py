"""The achievement formulas: target T and actual R of one span in, per cent out.

PermenPANRB 53/2014 asks that actuals be compared with targets. Of the two forms for
an indicator that is better when lower, both in use, the indicator declares one.
"""

from __future__ import annotations

from typing import Final

from renaksi.measure.figures import Exact, percent
from renaksi.model import Indicator

HIGHER: Final = "R / T × 100"
DIFFERENCE: Final = "(2T − R) / T × 100"
INVERSE: Final = "T / R × 100"
ON_TARGET: Final = "100 − |R − T| / T × 100"
ORDINAL: Final = "rank R / rank T × 100"


def formula_of(indicator: Indicator) -> str:
    """The formula by which an indicator's numbers are measured, in letters."""
    if indicator.direction == "higher":
        return HIGHER
    if indicator.direction == "target":
        return ON_TARGET
    return INVERSE if indicator.formula == "inverse" else DIFFERENCE


def achievement(formula: str, target: Exact, actual: Exact) -> Exact | None:
    """The achievement in per cent before any cap; None where the formula is undefined."""
    if formula == ORDINAL:
        return 100 if actual >= target else percent(actual, target)
    if target < 0 or (formula == INVERSE and actual < 0):
        return None
    if target == 0:
        return _without_target_to_divide_by(formula, actual)
    if formula == HIGHER:
        return percent(actual, target)
    if formula == DIFFERENCE:
        return _floored(percent(2 * target - actual, target))
    if formula == ON_TARGET:
        off = actual - target if actual > target else target - actual
        return _floored(100 - percent(off, target))
    return percent(target, actual) if actual else 100


def _without_target_to_divide_by(formula: str, actual: Exact) -> Exact | None:
    """The achievement where the target is 0."""
    if formula == HIGHER:
        return None
    if actual == 0:
        return 100
    return None if formula == ON_TARGET else 0


def _floored(value: Exact) -> Exact:
    return value if value > 0 else 0


def capped(raw: Exact, cap: Exact | None) -> Exact:
    """The achievement as averages use it: never below 0, never above the cap."""
    if raw.numerator <= 0:
        return 0
    return raw if cap is None or raw <= cap else cap
