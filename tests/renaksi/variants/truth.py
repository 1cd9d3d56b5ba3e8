"""What a document holds, known without reading it: the truth against which a reading is judged.

A `Truth` lists elements and their indicator rows in document order. Every cell has a
`Key` (element, row or -1 for the element itself, field). ``lost`` names the cells whose
evidence damage has destroyed; ``also`` gives further right answers where a careful human
could give either. `read_truth` loads a truth that was written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LEVELS = ("goal", "objective", "program", "activity", "subactivity")
QUARTERS = ("q1", "q2", "q3", "q4")
ELEMENT_FIELDS = ("name", "level", "parent", "number", "code")
ROW_FIELDS = ("number", "name", "unit", *QUARTERS, "year")

Key = tuple[int, int, str]


class Value(NamedTuple):
    """A quarter's cell: state, exact decimal as a string with a point, and text as printed."""

    state: str
    value: str | None = None
    text: str | None = None


MISSING = Value("missing")
_LOST = "?"


@lru_cache(maxsize=4096)
def value_of(text: str) -> Value:
    """The value of a text written by this package: a dash, an Indonesian number, or words."""
    if text in {"-", "–", "—"}:
        return Value("not_scheduled", None, text)
    digits = text.removesuffix("%").strip()
    plain = digits.replace(".", "").replace(",", ".")
    if plain.replace(".", "", 1).isdigit():
        return Value("set", plain, text)
    return Value("text", None, text)


class Row:
    """One indicator of an element with its quarters; None where the document states nothing."""

    __slots__ = ("cells", "name", "number", "unit", "unit_in_values")

    def __init__(
        self,
        name: str | None,
        unit: str | None,
        cells: dict[str, Value],
        number: str | None = None,
    ) -> None:
        self.name = name
        self.unit = unit
        self.cells = cells
        self.number = number
        self.unit_in_values: str | None = None


class Element:
    """An element with its rows. ``codes`` are the codes that count as right (None: no code)."""

    __slots__ = (
        "budget",
        "codes",
        "heading",
        "level",
        "name",
        "number",
        "official",
        "parent",
        "rows",
    )

    def __init__(
        self,
        level: str,
        name: str,
        codes: tuple[str | None, ...],
        parent: int | None,
        number: str | None = None,
    ) -> None:
        self.level = level
        self.name = name
        self.codes = codes
        self.parent = parent
        self.number = number
        self.rows: list[Row] = []
        self.heading: str | None = None
        self.budget: Value | None = None
        self.official: str | None = None


class Truth:
    """The elements of one document, its title, office and year."""

    __slots__ = (
        "also",
        "elements",
        "lines",
        "lost",
        "organisation",
        "organisation_codes",
        "title",
        "year",
    )

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.title: str | None = None
        self.organisation: str | None = None
        self.organisation_codes: tuple[str | None, ...] = (None,)
        self.year: int | None = None
        self.lost: set[Key] = set()
        self.also: dict[Key, set[object]] = {}
        self.lines: dict[Key, set[int]] = {}

    def children(self, parent: int) -> list[int]:
        """The elements directly under one."""
        return [i for i, element in enumerate(self.elements) if element.parent == parent]

    def keys(self) -> Iterable[Key]:
        """Every cell that is judged."""
        for i, element in enumerate(self.elements):
            for field in ELEMENT_FIELDS:
                yield i, -1, field
            for r in range(len(element.rows)):
                for field in ROW_FIELDS:
                    yield i, r, field

    def expected(self, key: Key) -> object:
        """What a right reading says for a cell (a set of codes for ``code``)."""
        i, r, field = key
        element = self.elements[i]
        if r < 0:
            return element.codes if field == "code" else getattr(element, field)
        row = element.rows[r]
        if field in {"name", "number", "unit"}:
            return getattr(row, field)
        return row.cells.get(field, MISSING)


def read_truth(path: Path) -> Truth:
    """Load a truth written by hand; the file's first lines explain its form."""
    truth = Truth()
    stack: list[tuple[int, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        parts = [part.strip() for part in text.split(" | ")]
        if text.startswith("+ "):
            _read_row(truth, len(truth.elements) - 1, parts)
        elif text.startswith("heading: "):
            truth.elements[-1].heading = parts[1]
            _note(truth, (len(truth.elements) - 1, -1, "heading"), parts[0].split(": ")[1])
        elif parts[0] in LEVELS:
            while stack and stack[-1][0] >= indent:
                stack.pop()
            parent = stack[-1][1] if stack else None
            stack.append((indent, len(truth.elements)))
            element = Element(parts[0], parts[4], (_or_none(parts[2]),), parent)
            element.number = _or_none(parts[1])
            truth.elements.append(element)
            for field in ("name", "number"):
                _note(truth, (len(truth.elements) - 1, -1, field), parts[3])
        else:
            _read_document(truth, parts)
    return truth


def _read_document(truth: Truth, parts: list[str]) -> None:
    if parts[0] == "title":
        truth.title = parts[2]
    elif parts[0] == "organisation":
        truth.organisation, truth.organisation_codes = parts[2], (parts[3],)
    elif parts[0] == "year":
        truth.year = int(parts[2])
    else:
        raise ValueError(f"no truth: {parts}")


def _read_row(truth: Truth, index: int, parts: list[str]) -> None:
    element = truth.elements[index]
    number, line, unit, quarters, name = parts
    r = len(element.rows)
    cells = {}
    for quarter, printed in zip(QUARTERS, quarters.split(), strict=True):
        text, _, at = printed.partition("@")
        cells[quarter] = value_of(text) if at else MISSING
        if at:
            _note(truth, (index, r, quarter), at)
    number = number.removeprefix("+ ")
    element.rows.append(Row(_or_none(name), _or_none(unit), cells, _or_none(number)))
    stated = {
        "number": number,
        "name": name,
        "unit": unit,
        **dict(zip(QUARTERS, quarters.split(), strict=True)),
    }
    truth.lost.update((index, r, field) for field, text in stated.items() if text == _LOST)
    _note(truth, (index, r, "name"), line)


def _note(truth: Truth, key: Key, lines: str) -> None:
    truth.lines[key] = {int(line) for line in lines.split(",")}


def _or_none(text: str) -> str | None:
    return None if text in {"~", _LOST} else text
