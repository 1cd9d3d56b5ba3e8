"""Writes a paper as an Excel workbook with XlsxWriter: numbers as numbers with their formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from random import Random
from typing import Any

import xlsxwriter

from tests.renaksi.formats.papers import Doc, Grid, Laid, Sheet, widths_of
from tests.renaksi.variants.paper import Lines

_NUMBER = re.compile(r"-?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,4}))?( ?%)?")


def write(doc: Doc, rng: Random) -> bytes:
    """The bytes of an .xlsx file: one sheet, or one for each table."""
    return Workbook(rng).write(doc)


def write_to_print(doc: Doc, rng: Random) -> bytes:
    """The same as an office prints it: ruled, rows as high as their texts, figures as typed."""
    book = Workbook(rng)
    book.ruled, book.as_numbers, book.fits_rows = True, False, True
    book.upright = rng.choice(("top", "vcenter"))
    return book.write(doc)


class Workbook:
    """One workbook as it is written: how its office rules, parts and formats its sheets."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.out = BytesIO()
        self.book = xlsxwriter.Workbook(self.out, {"in_memory": True})
        self.formats: dict[tuple[Any, ...], Any] = {}
        self.ruled = rng.random() < 0.7
        self.apart = rng.random() < 0.3
        self.left = rng.choice((0, 0, 1, 2))
        self.bold_heads = rng.random() < 0.6
        self.as_numbers = rng.random() < 0.8
        self.fits_rows = False
        self.upright: str | None = None
        self.row = 0

    def write(self, doc: Doc) -> bytes:
        sheet = self.new_sheet()
        tables = 0
        for block in doc:
            if isinstance(block, Lines):
                for piece in block.pieces:
                    marks = self.format(bold=piece.kind == "heading", ruled=False)
                    sheet.write_string(self.row, self.left, piece.text, marks)
                    self.row += 1
            else:
                if tables and self.apart:
                    sheet, self.row = self.new_sheet(), 0
                tables += 1
                self.row += 1
                self.table(sheet, block.grid)
                self.width(sheet, block)
            self.row += 1
        self.book.close()
        return self.out.getvalue()

    def new_sheet(self) -> Any:
        """A sheet that is printed crosswise, as wide as the paper."""
        sheet = self.book.add_worksheet()
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        return sheet

    def width(self, sheet: Any, block: Sheet) -> None:
        """Columns as wide as the table asks for; its texts wrap in them."""
        for column, share in enumerate(widths_of(block.grid, block.width)):
            sheet.set_column(self.left + column, self.left + column, share * 2.5)

    def table(self, sheet: Any, grid: Grid) -> None:
        shares = [share * 1.7 for share in widths_of(grid, max(map(len, grid)))]
        for n, row in enumerate(grid):
            if self.fits_rows:
                sheet.set_row(self.row + n, 14 * _height(row, shares))
            for column, laid in enumerate(row):
                if laid is not None:
                    self.cell(sheet, self.row + n, self.left + column, laid)
        self.row += len(grid)

    def cell(self, sheet: Any, row: int, column: int, laid: Laid) -> None:
        value, number_format = laid.piece.text, None
        if laid.piece.kind in ("value", "no", "money") and self.as_numbers:
            value, number_format = as_number(laid.piece.text)
        marks = self.format(
            bold=laid.bold or (laid.head and self.bold_heads),
            ruled=self.ruled,
            number_format=number_format,
            indent=laid.indent,
        )
        if (laid.columns, laid.rows) != (1, 1):
            last = row + laid.rows - 1, column + laid.columns - 1
            sheet.merge_range(row, column, *last, "", marks)
        if value == "":
            sheet.write_blank(row, column, None, marks)
        elif isinstance(value, str):
            sheet.write_string(row, column, value, marks)
        else:
            sheet.write_number(row, column, value, marks)

    def format(
        self, *, bold: bool, ruled: bool, number_format: str | None = None, indent: int = 0
    ) -> Any:
        key = (bold, ruled, number_format, indent)
        if key not in self.formats:
            settings: dict[str, Any] = {"bold": bold, "border": int(ruled), "text_wrap": ruled}
            if self.upright:
                settings["valign"] = self.upright
            if indent:  # what is not set to the left is not set in
                settings |= {"indent": indent, "align": "left"}
            if number_format:
                settings["num_format"] = number_format
            self.formats[key] = self.book.add_format(settings)
        return self.formats[key]


def _height(row: Sequence[Laid | None], shares: Sequence[float]) -> int:
    """The lines that a row needs, a merged cell's among its rows."""
    lines = [1]
    for column, laid in enumerate(row):
        if laid is not None:
            room = sum(shares[column : column + laid.columns])
            lines.append(int(len(laid.piece.text) / room + 1.5) // laid.rows + 1)
    return max(lines)


def as_number(text: str) -> tuple[Any, str | None]:
    """The number that a sheet stores for a printed one, and the format that prints it so."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text, None
    whole, decimals, percent = match.groups()
    value = float(whole.replace(".", "") + "." + (decimals or "0"))
    form = "#,##0" if "." in whole else "0"
    if decimals:
        form += "." + "0" * len(decimals)
    if percent:
        return value / 100, form + percent.replace(" ", '" "')
    return value, form if form != "0" else None
