"""Exact numbers: from cells to integers and fractions, and from those to text.

Everything is computed on exact rationals; a number is rounded only where it is shown
(half-up) or where a decimal that does not end must be written.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Final

from renaksi.diagnostics import Language
from renaksi.model import Cell

# An integer where the value is whole (its arithmetic is many times faster), else a fraction.
Exact = int | Fraction

_INDONESIAN: Final = str.maketrans(",.", ".,")


def number(cell: Cell) -> Exact | None:
    """The number that a cell means, or None where it means none.

    A ratio that keeps numerator and denominator is their percentage, not the rounded
    figure printed beside them.
    """
    if cell.state != "set":
        return None
    if cell.numerator is not None and cell.denominator:
        return percentage([(cell.numerator, cell.denominator)])
    return None if cell.value is None else of_decimal(cell.value)


def percentage(ratios: Sequence[tuple[Decimal, Decimal]]) -> Exact | None:
    """Σ numerator / Σ denominator × 100; None where the denominators add up to 0."""
    above = total([of_decimal(numerator) for numerator, _ in ratios])
    below = total([of_decimal(denominator) for _, denominator in ratios])
    return percent(above, below) if below else None


def of_decimal(value: Decimal) -> Exact:
    """The same number, exactly."""
    numerator, denominator = value.as_integer_ratio()
    return numerator if denominator == 1 else Fraction(numerator, denominator)


def ratio(numerator: int, denominator: int) -> Exact:
    """``numerator / denominator``, as an integer where it is one."""
    if numerator % denominator:
        return Fraction(numerator, denominator)
    return numerator // denominator


def percent(part: Exact, base: Exact) -> Exact:
    """``part / base × 100``."""
    return ratio(100 * part.numerator * base.denominator, part.denominator * base.numerator)


def divided(part: Exact, base: Exact) -> Exact:
    """``part / base``."""
    return ratio(part.numerator * base.denominator, part.denominator * base.numerator)


def times(one: Exact, other: Exact) -> Exact:
    """The product."""
    return ratio(one.numerator * other.numerator, one.denominator * other.denominator)


def total(values: Sequence[Exact]) -> Exact:
    """The sum, over one common denominator: far cheaper than adding fractions one by one."""
    common = lcm(*[value.denominator for value in values])
    return ratio(sum([value.numerator * (common // value.denominator) for value in values]), common)


def mean(values: Sequence[Exact]) -> Exact:
    """The plain mean of at least one value."""
    return divided(total(values), len(values))


def exact(value: Exact, places: int = 12) -> str:
    """A decimal string with a point: exact where it ends, else rounded half-up to ``places``."""
    if isinstance(value, int):
        return str(value)
    ending = _places(value.denominator)
    places = places if ending is None else ending
    scaled = _rounded(value.numerator * 10**places, value.denominator)
    digits = str(abs(scaled)).zfill(places + 1)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def shown(value: Exact, lang: Language) -> str:
    """A number for people, rounded half-up to two decimals: ``83,33``, ``80`` or ``1.250,5``."""
    if isinstance(value, int):
        text = f"{value:,}"
    else:
        figure = hundredths(value)
        integer, rest = divmod(abs(figure), 100)
        sign = "-" if figure < 0 else ""
        text = f"{sign}{integer:,}.{rest:02}".rstrip("0").rstrip(".")
    return text.translate(_INDONESIAN) if lang == "id" else text


def hundredths(value: Exact) -> int:
    """The value rounded half-up to two decimals, in hundredths: the figure that is displayed."""
    return _rounded(value.numerator * 100, value.denominator)


def _rounded(numerator: int, denominator: int) -> int:
    """The nearest integer; a half goes away from zero, as `Decimal`'s ROUND_HALF_UP does."""
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return size if numerator >= 0 else -size


def _places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms needs, or None where it does not end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None
