"""Conditional formats that hide what a cell holds: zeros in white letters, a format without digits.

Rules that compare a cell with a figure are applied as a spreadsheet does; what a rule works out by
a formula of its own is shown. Colours are told by the white alone: letters of the colour of a
filled cell are not looked for.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Final, NamedTuple

from renaksi.quantity import parse as figure
from renaksi.readers.sheets.expat import ignore, parse
from renaksi.readers.sheets.grid import Shown

_MOST_RULES: Final = 200
_MOST_RANGES: Final = 50  # of a rule
_MOST_LOOKED: Final = 1_000_000  # cells that rules are tried on
_MOST_HIDDEN: Final = 200_000
_LONGEST: Final = 40  # letters of a figure that cells are compared with
_BEGINS: Final = b"<conditionalFormatting"
_ENDS: Final = b"</conditionalFormatting>"
_RANGE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?")
_BLANK: Final = re.compile(r";{2,3}")
_SIGNS: Final = (b"FFFFFF", b'theme="0"', b";;")
_OPERATORS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "equal": operator.eq, "notEqual": operator.ne, "lessThan": operator.lt,
    "lessThanOrEqual": operator.le, "greaterThan": operator.gt, "greaterThanOrEqual": operator.ge,
}  # fmt: skip


class _Range(NamedTuple):
    """Rows and columns from 0, the last included."""

    top: int
    left: int
    bottom: int
    right: int


class _Rule(NamedTuple):
    """Cells that are hidden where their figure compares so with another."""

    ranges: tuple[_Range, ...]
    compares: Callable[[Decimal, Decimal], bool]
    to: Decimal


def hiding_formats(data: bytes | None) -> frozenset[int]:
    """The numbers of the formats of conditions (``dxf``) in ``styles.xml`` that hide."""
    if data is None or b"<dxf" not in data or not any(sign in data for sign in _SIGNS):
        return frozenset()
    reader = _Formats()
    parse(data, "Excel", reader.start, reader.end, ignore)
    return frozenset(reader.hiding)


class _Formats:
    """Collects which formats of conditions hide."""

    def __init__(self) -> None:
        self.hiding: list[int] = []
        self._count = 0
        self._within: list[str] = []
        self._is_white = self._is_filled = self._is_blank = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        above = self._within[-1] if self._within else ""
        self._within.append(name)
        if "dxf" not in self._within:
            return
        if name == "dxf":
            self._is_white = self._is_filled = self._is_blank = False
        elif name == "color" and above == "font":
            is_theme = attributes.get("theme") == "0" and "tint" not in attributes
            self._is_white = is_theme or attributes.get("rgb", "")[-6:].upper() == "FFFFFF"
        elif name == "fill":
            self._is_filled = True
        elif name == "numFmt":
            self._is_blank = _BLANK.fullmatch(attributes.get("formatCode", "")) is not None

    def end(self, name: str) -> None:
        self._within.pop()
        if name == "dxf":
            if self._is_blank or (self._is_white and not self._is_filled):
                self.hiding.append(self._count)
            self._count += 1


def hidden_cells(
    data: bytes, hiding: frozenset[int], rows: Mapping[int, Mapping[int, Shown]]
) -> set[tuple[int, int]]:
    """The row and column of each cell that the rules in the part of a sheet hide."""
    first, end = data.find(_BEGINS), data.rfind(_ENDS)
    if first < 0 or end < first:
        return set()
    rules = _Rules(hiding)
    inside = b"<rules>" + data[first : end + len(_ENDS)] + b"</rules>"
    parse(inside, "Excel", rules.start, rules.end, rules.text)
    return set(islice(_hidden(rules.found, rows), _MOST_HIDDEN))


def _hidden(
    rules: Sequence[_Rule], rows: Mapping[int, Mapping[int, Shown]]
) -> Iterator[tuple[int, int]]:
    """The cells that rules hide, as long as these do not cover sheets over and over."""
    numbers = sorted(rows)
    looked = 0
    for rule in rules:
        for area in rule.ranges:
            for row in numbers[bisect_left(numbers, area.top) : bisect_right(numbers, area.bottom)]:
                looked += len(rows[row])
                if looked > _MOST_LOOKED:
                    return
                for column, cell in rows[row].items():
                    if area.left <= column <= area.right and _fits(cell, rule):
                        yield row, column


class _Rules:
    """Collects the rules of one sheet that hide cells."""

    def __init__(self, hiding: frozenset[int]) -> None:
        self.found: list[_Rule] = []
        self._hiding = hiding
        self._ranges: tuple[_Range, ...] = ()
        self._compares: Callable[[Decimal, Decimal], bool] | None = None
        self._text = ""
        self._is_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._text, self._is_formula = "", name == "formula"
        if name == "conditionalFormatting":
            found = map(_range, attributes.get("sqref", "").split()[:_MOST_RANGES])
            self._ranges = tuple(each for each in found if each is not None)
        elif name == "cfRule":
            number = attributes.get("dxfId", "")
            is_hiding = number.isdigit() and len(number) < 6 and int(number) in self._hiding
            is_compared = is_hiding and attributes.get("type") == "cellIs"
            told = attributes.get("operator", "") if is_compared else ""
            self._compares = _OPERATORS.get(told)

    def end(self, name: str) -> None:
        compares = self._compares if name == "formula" else None
        if compares is None or len(self.found) == _MOST_RULES:
            return
        self._compares = None
        try:
            to = Decimal(self._text.strip()[:_LONGEST])
        except InvalidOperation:
            return
        if to.is_finite():
            self.found.append(_Rule(self._ranges, compares, to))

    def text(self, part: str) -> None:
        if self._is_formula and len(self._text) < _LONGEST:
            self._text += part


def _fits(cell: Shown, rule: _Rule) -> bool:
    """Whether a rule is for what a cell holds; a percentage is held as a fraction."""
    if not cell.number:
        return False
    quantity = figure(cell.text, "id")
    if quantity.value is None:
        return False
    held = quantity.value / 100 if quantity.percent else quantity.value
    return rule.compares(held, rule.to)


def _range(text: str) -> _Range | None:
    """A range by its letters and numbers."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    last = int(bottom or top) - 1
    return _Range(int(top) - 1, _column(left), last, _column(right or left))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
