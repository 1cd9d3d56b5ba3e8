"""A year's target over its quarters, as a first proposal that a person changes."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from renaksi.quarter import QUARTERS


def split(year: Decimal, accumulation: str, *, whole: bool) -> dict[str, Decimal]:
    """The target of each quarter: shares that add up, even steps, or the same throughout.

    Added up, a year of 10 gives 2, 2, 3, 3: what does not divide goes to the later quarters.
    The last value counting, steps rise to the year's: 25, 50, 75, 100. Averages and highest
    values stay level. ``whole`` keeps whole numbers whole.
    """
    if accumulation == "sum":
        return dict(zip(QUARTERS, _shares(year, whole), strict=True))
    if accumulation == "last":
        steps = (_step(year * n / 4, whole) for n in range(1, 4))
        return dict(zip(QUARTERS, (*steps, year), strict=True))
    return dict.fromkeys(QUARTERS, year)


def _shares(year: Decimal, whole: bool) -> list[Decimal]:
    exponent = year.as_tuple().exponent
    finest = min(exponent, -2) if isinstance(exponent, int) else -2
    unit = Decimal(1) if whole and not year % 1 else Decimal(1).scaleb(finest)
    each = (year / 4).quantize(unit, ROUND_FLOOR)
    later = int((year - 4 * each) / unit)
    return [each + (unit if place >= 4 - later else 0) for place in range(4)]


def _step(value: Decimal, whole: bool) -> Decimal:
    return value.quantize(Decimal(1) if whole else Decimal("0.01"), ROUND_FLOOR)
