"""The cells of an .xlsx workbook as they were typed, for forms that people fill in and send back.

A plan is read as its sheets show it (`renaksi.readers.sheets.workbook`). What somebody typed into a
form is wanted exactly: hidden columns hold its ids, a number is not rounded to what its cell
shows, and a formula such as ``=45/60`` is what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renaksi.readers.limits import Deadline, Limits, too_much
from renaksi.readers.sheets.expat import parse
from renaksi.readers.sheets.strings import written
from renaksi.readers.sheets.styles import GENERAL, CellStyle
from renaksi.readers.sheets.workbook import KIND, opened
from renaksi.readers.sheets.worksheet import column_of


class Typed(NamedTuple):
    """What one cell holds: its text, or its number and the number format; and its formula."""

    text: str
    is_number: bool = False
    format: str = GENERAL
    formula: str = ""


# The number of a row as people count it, and its cells by column from 0.
TypedRow = tuple[int, dict[int, Typed]]


def typed_sheets(data: bytes, limits: Limits) -> Iterator[list[TypedRow]]:
    """The rows of each sheet, hidden ones too. `Unreadable` where the file is no whole workbook."""
    book = opened(data, limits)
    for part in book.worksheets():
        sheet = _Sheet(book.strings.texts, book.styles, limits)
        parse(book.parts.read(part), KIND, sheet.start, sheet.end, sheet.text)
        yield sheet.rows


class _Sheet:
    """Collects the cells of one sheet."""

    def __init__(self, strings: list[str], styles: list[CellStyle], limits: Limits) -> None:
        self.rows: list[TypedRow] = []
        self._strings = strings
        self._styles = styles
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._row = self._column = self._count = 0
        self._cell: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._reading = ""
        self._is_aside = False  # in a reading aid above East Asian words

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            stated = _whole(attributes.get("r"))
            self._row = stated or self._row + 1
            self._column = -1
            self.rows.append((self._row, {}))
            self._deadline.check()
        elif name == "c":
            self._cell, self._held = attributes, {"v": "", "f": "", "t": ""}
        elif name == "rPh":
            self._is_aside = True
        self._reading = name if name in ("v", "f", "t") and not self._is_aside else ""

    def text(self, part: str) -> None:
        if self._reading and self._held:
            self._held[self._reading] += part

    def end(self, name: str) -> None:
        self._reading = ""
        self._is_aside = self._is_aside and name != "rPh"
        if name == "c" and self.rows:
            stated = column_of(self._cell.get("r", "").rstrip("0123456789"))
            self._column = self._column + 1 if stated is None else stated
            self._count += 1
            if self._count > self._limits.max_cells:
                most = self._limits.max_cells
                raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
            self.rows[-1][1][self._column] = self._typed()

    def _typed(self) -> Typed:
        kind, held = self._cell.get("t", "n"), self._held
        if kind == "s":
            index = _whole(held["v"])
            is_there = held["v"].isdecimal() and index < len(self._strings)
            return Typed(self._strings[index] if is_there else "")
        if kind == "inlineStr":
            return Typed(written(held["t"]))
        index = _whole(self._cell.get("s"))
        style = self._styles[index].format if index < len(self._styles) else GENERAL
        return Typed(held["v"], kind == "n", style, held["f"])


def _whole(text: str | None) -> int:
    return int(text) if text and len(text) < 8 and text.isascii() and text.isdigit() else 0
