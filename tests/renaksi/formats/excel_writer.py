"""Writes a paper as an Excel workbook with XlsxWriter: numbers as numbers with their formats."""

from __future__ import annotations

import re
from io import BytesIO
from random import Random
from typing import Any

import xlsxwriter

from tests.renaksi.formats.papers import Doc, Grid, Laid
from tests.renaksi.variants.paper import Lines

_NUMBER = re.compile(r"-?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,4}))?( ?%)?")


def write(doc: Doc, rng: Random) -> bytes:
    """The bytes of an .xlsx file: one sheet, or one for each table."""
    return Workbook(rng).write(doc)


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
        self.row = 0

    def write(self, doc: Doc) -> bytes:
        sheet = self.book.add_worksheet()
        tables = 0
        for block in doc:
            if isinstance(block, Lines):
                for piece in block.pieces:
                    marks = self.format(bold=piece.kind == "heading", ruled=False)
                    sheet.write_string(self.row, self.left, piece.text, marks)
                    self.row += 1
            else:
                if tables and self.apart:
                    sheet, self.row = self.book.add_worksheet(), 0
                tables += 1
                self.row += 1
                self.table(sheet, block.grid)
            self.row += 1
        self.book.close()
        return self.out.getvalue()

    def table(self, sheet: Any, grid: Grid) -> None:
        for n, row in enumerate(grid):
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
            settings: dict[str, Any] = {"bold": bold, "border": int(ruled)}
            if indent:
                settings["indent"] = indent
            if number_format:
                settings["num_format"] = number_format
            self.formats[key] = self.book.add_format(settings)
        return self.formats[key]


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
