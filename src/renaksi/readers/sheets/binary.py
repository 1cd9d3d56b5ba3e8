"""An Excel 97–2003 workbook through xlrd, which knows its number formats and borders."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import StringIO
from itertools import pairwise
from typing import Any, Final

import xlrd
from xlrd.compdoc import CompDocError

from renaksi.readers.document import Document, Omission
from renaksi.readers.limits import Limits, damaged, too_much
from renaksi.readers.parts import locked
from renaksi.readers.sheets.grid import Merge, Sheet, Sheets, Shown, shown_cell
from renaksi.readers.sheets.number_format import shown
from renaksi.readers.sheets.struck import StruckCells

_KIND: Final = "Excel 97–2003"
# What xlrd raises on broken files, by its sources and by its readings of thousands of them.
_BROKEN: Final = (
    xlrd.XLRDError, CompDocError, struct.error, ArithmeticError, AssertionError, AttributeError,
    EOFError, LookupError, NotImplementedError, OSError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
_EMPTY: Final = frozenset({xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK})
_NUMBERS: Final = frozenset({xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE})


def read_binary(data: bytes, limits: Limits) -> Document:
    """The visible sheets of a workbook as one document."""
    sheets = Sheets(limits)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
        try:
            for source in book.sheets():
                if source.visibility:
                    sheets.omissions.append(
                        Omission(
                            f"lembar {source.name} tersembunyi dan tidak dibaca.",
                            f"sheet {source.name} is hidden and is not read.",
                        )
                    )
                else:
                    sheets.add(_sheet(book, source, limits))
        finally:
            book.release_resources()
    except _BROKEN as error:
        if "encrypted" in str(error).lower():
            raise locked(_KIND) from error
        raise damaged(_KIND) from error
    except MemoryError as error:
        raise too_much("terlalu besar", "too large") from error
    return Document(tuple(sheets.rows), tuple(sheets.omissions))


def _sheet(book: Any, source: Any, limits: Limits) -> Sheet:
    rows: dict[int, dict[int, Shown]] = {}
    ruled: set[int] = set()
    struck = StruckCells()
    filled = 0
    for number in range(source.nrows):
        cells: dict[int, Shown] = {}
        for column, cell in enumerate(source.row(number)):
            bold, bordered, form, indent, font = _style(book, cell.xf_index)
            if bordered:
                ruled.add(number)
            text = "" if cell.ctype in _EMPTY else _text(cell, form, from_1904=bool(book.datemode))
            if text and book.font_list:
                runs = source.rich_text_runlist_map.get((number, column), ())
                text, gone = _unstruck(book, text, font, runs)
                if gone:
                    struck.add(number, column, gone)
            if text.strip():
                cells[column] = shown_cell(
                    text, bold=bold, ruled=bordered, indent=indent, number=cell.ctype in _NUMBERS
                )
        if cells:
            rows[number] = cells
            filled += len(cells)
        if filled > limits.max_cells:
            most = limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
    hidden_rows = {n for n, info in source.rowinfo_map.items() if info.hidden}
    hidden_columns = {n for n, info in source.colinfo_map.items() if info.hidden}
    merges = tuple(
        Merge(top, left, bottom - 1, right - 1)
        for top, bottom, left, right in source.merged_cells
        if top < bottom and left < right
    )
    told = struck.omissions(source.name, rows, hidden_rows, hidden_columns)
    return Sheet(source.name, rows, merges, ruled, hidden_rows, hidden_columns, told)


def _unstruck(book: Any, text: str, font: int, runs: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """A cell's text without what is struck out, and that; ``runs`` begin other fonts."""
    if not runs:
        return ("", text) if _is_struck(book, font) else (text, "")
    begins = [(0, font), *runs]
    kept, gone = "", ""
    for (start, used), (end, _) in pairwise([*begins, (len(text), 0)]):
        if _is_struck(book, used):
            gone += text[start:end]
        else:
            kept += text[start:end]
    return kept, gone


def _is_struck(book: Any, font: int) -> bool:
    return 0 <= font < len(book.font_list) and bool(book.font_list[font].struck_out)


def _style(book: Any, index: int | None) -> tuple[bool, bool, str, int, int]:
    """Whether a cell is bold and has a border, its number format, its indentation and its font."""
    if index is None or not 0 <= index < len(book.xf_list):
        return False, False, "General", 0, -1
    style = book.xf_list[index]
    border = style.border
    sides = (
        border.left_line_style, border.right_line_style,
        border.top_line_style, border.bottom_line_style,
    )  # fmt: skip
    bold = (
        0 <= style.font_index < len(book.font_list)
        and book.font_list[style.font_index].weight > 500
    )
    form = book.format_map.get(style.format_key)
    shown = form.format_str if form is not None else "General"
    return bool(bold), any(sides), shown, style.alignment.indent_level, style.font_index


def _text(cell: Any, form: str, *, from_1904: bool) -> str:
    """What a cell shows."""
    if cell.ctype in _NUMBERS:
        return shown(repr(cell.value), form, from_1904=from_1904)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERR!"))
    return str(cell.value)
