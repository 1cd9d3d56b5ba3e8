"""An Excel 97–2003 workbook through xlrd, which knows its number formats and borders."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import StringIO
from itertools import pairwise
from typing import Any, Final

import xlrd
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from renaksi.readers.document import Document, Omission
from renaksi.readers.limits import Deadline, Limits, damaged, too_much
from renaksi.readers.parts import locked
from renaksi.readers.raised import is_mark
from renaksi.readers.sheets.grid import (
    MOST_BROKEN,
    Merge,
    Sheet,
    Sheets,
    Shown,
    broken_formula,
    shown_cell,
)
from renaksi.readers.sheets.number_format import shown
from renaksi.readers.sheets.voids import VoidCells
from renaksi.readers.void import Void

_KIND: Final = "Excel 97–2003"
# What xlrd raises on broken files, by its sources and by its readings of thousands of them.
_BROKEN: Final = (
    xlrd.XLRDError, CompDocError, FormulaError, struct.error, ArithmeticError, AssertionError,
    AttributeError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip
_OVER_ANOTHER: Final = "corruption: seen"
_EMPTY: Final = frozenset({xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK})
_RAISED: Final = 1  # how a font stands to the line
_NUMBERS: Final = frozenset({xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE})


def read_binary(data: bytes, limits: Limits) -> Document:
    """The visible sheets of a workbook as one document."""
    sheets = Sheets(limits)
    try:
        book, told = _opened(data)
        sheets.omissions += told
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


def _opened(data: bytes) -> tuple[Any, list[Omission]]:
    """The workbook, and what is told where its parts lie over one another in the file.

    Excel opens such a file, and some programs write no others.
    """
    try:
        return _book(data, is_strict=True), []
    except CompDocError as error:
        if _OVER_ANOTHER not in str(error):
            raise
    return _book(data, is_strict=False), [
        Omission(
            "bagian-bagian berkas .xls ini saling bertumpuk, sehingga isinya mungkin tidak utuh; "
            "bandingkan dengan yang tampak di Excel.",
            "the parts of this .xls file lie over one another, so what was read may not be whole; "
            "compare it with what Excel shows.",
        )
    ]


def _book(data: bytes, *, is_strict: bool) -> Any:
    return xlrd.open_workbook(
        file_contents=data,
        formatting_info=True,
        ragged_rows=True,
        logfile=StringIO(),
        ignore_workbook_corruption=not is_strict,
    )


def _ruled_by_default(book: Any, source: Any) -> set[int]:
    """The rows in which cells that hold nothing, not even a style, have borders.

    They take them from their row, or from their column, which then runs through all rows.
    """
    columns = (info.xf_index for at, info in source.colinfo_map.items() if at < source.ncols)
    if any(_style(book, index)[1] for index in columns):
        return set(range(source.nrows))
    return {
        at
        for at, info in source.rowinfo_map.items()
        if info.has_default_xf_index and at < source.nrows and _style(book, info.xf_index)[1]
    }


def _sheet(book: Any, source: Any, limits: Limits) -> Sheet:
    rows: dict[int, dict[int, Shown]] = {}
    ruled = _ruled_by_default(book, source)
    voids = VoidCells()
    errors: list[Omission] = []
    filled = 0
    deadline = Deadline(limits.max_seconds)
    for number in range(source.nrows):
        if number % 256 == 0:
            deadline.check()
        cells = _cells(book, source, number, ruled, voids)
        if not cells:
            continue
        rows[number] = cells
        filled += len(cells)
        broken = [at for at in cells if source.cell_type(number, at) == xlrd.XL_CELL_ERROR]
        errors += [broken_formula(source.name, number, at) for at in broken]
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
    told = (
        *errors[:MOST_BROKEN],
        *voids.omissions(source.name, rows, hidden_rows, hidden_columns),
    )
    return Sheet(source.name, rows, merges, ruled, hidden_rows, hidden_columns, told)


def _cells(
    book: Any, source: Any, number: int, ruled: set[int], voids: VoidCells
) -> dict[int, Shown]:
    """What the cells of one row show; it is ``ruled`` where one has a border."""
    cells: dict[int, Shown] = {}
    for column, kind in enumerate(source.row_types(number)):
        if kind == xlrd.XL_CELL_EMPTY:
            continue
        cell = source.cell(number, column)
        bold, bordered, form, indent, font = _style(book, cell.xf_index)
        if bordered:
            ruled.add(number)
        text = "" if kind in _EMPTY else _text(cell, form, from_1904=bool(book.datemode))
        if text and book.font_list:
            runs = source.rich_text_runlist_map.get((number, column), ())
            text, found = _counted(book, text, font, runs)
            for void in found:
                voids.add(number, column, void)
        if text.strip():
            cells[column] = shown_cell(
                text, bold=bold, ruled=bordered, indent=indent, number=kind in _NUMBERS
            )
    return cells


def _counted(
    book: Any, text: str, font: int, runs: Sequence[tuple[int, int]]
) -> tuple[str, list[Void]]:
    """What counts of a cell's text, and what does not; ``runs`` begin other fonts."""
    if not runs:
        is_struck = 0 <= font < len(book.font_list) and book.font_list[font].struck_out
        return ("", [Void("struck", text)]) if is_struck else (text, [])
    kept, voids = "", []
    for (start, used), (end, _) in pairwise([(0, font), *runs, (len(text), 0)]):
        run = text[start:end]
        of_run = book.font_list[used] if 0 <= used < len(book.font_list) else None
        if run and of_run is not None and of_run.struck_out:
            voids.append(Void("struck", run))
        elif of_run is not None and of_run.escapement == _RAISED and is_mark(run, kept):
            voids.append(Void("mark", run))
        else:
            kept += run
    return kept, voids


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
