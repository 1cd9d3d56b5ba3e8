"""Drawn tables: rows between rules, whose cells wrapped over several lines are rejoined.

A box (``│ … │`` between ``├──┼──┤``) or an ASCII grid may hold one line for each row, or
wrap a long text within its cell. Rules, widths and the cells themselves tell which.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.quarter import LABEL
from renaksi.readers.document import Row

# What begins a text of its own: a number (1. 1.2 A. a) or a label word.
BEGINNING: Final = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s[A-Z:]"
)
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,4})[.)]\s")
_LONE: Final = re.compile(r"(?:Rp\.?\s?)?[-−]?\d+(?:[.,]\d+)*(?:\s?%)?|[-–—]")
_FIRST_QUARTER: Final = re.compile(r"(?i)(?:tri\s?wulan|trw|tw|q)\s?[.\-]?\s?(?:i|1)(?![iv\w])")
# Rules between rows: with so many groups of lines in a table, a rule closes each of its rows.
_RULED: Final = 3


class DrawnLine(NamedTuple):
    """A line of a drawn table: in which table, below which of its rules, how wide its cells are.

    ``bars`` counts the rules of bars and dashes alone (``|---|---|``) above it: a single one
    is Markdown's, which ends the header, and then no cell wraps.
    ``widths`` are empty where the line held marks (``<br>``) that took room of their own.
    """

    table: int
    rules: int
    bars: int
    widths: tuple[int, ...]
    row: Row


def rejoined(rows: list[Row], drawn: list[DrawnLine]) -> list[Row]:
    """The rows of the document, with the wrapped cells of its drawn tables put together again."""
    groups: dict[tuple[int, int], list[DrawnLine]] = {}
    ruled: dict[int, int] = {}
    bars = {line.table: line.bars for line in drawn}
    for line in drawn:
        if bars[line.table] == 1:
            continue
        key = line.table, max(line.rules, line.bars)
        if key not in groups:
            groups[key] = []
            ruled[line.table] = ruled.get(line.table, 0) + 1
        groups[key].append(line)
    joined: dict[int, Row | None] = {}
    for (table, _), lines in groups.items():
        if len(lines) < 2:
            continue
        if _is_one_row(lines, is_ruled=ruled[table] >= _RULED):
            joined.update(_as_one_row(lines))
        elif ruled[table] >= _RULED:
            joined.update(_continued(lines))
    if not joined:
        return rows
    merged = (joined.get(row.line, row) for row in rows)
    return [row for row in merged if row is not None]


def _is_one_row(lines: list[DrawnLine], *, is_ruled: bool) -> bool:
    """Whether the lines between two rules are one row whose cells wrapped."""
    width = max(len(line.row.cells) for line in lines)
    for column in range(width):
        texts = [_cell(line, column) for line in lines]
        filled = [text for text in texts if text]
        if _stands_below_each_other(filled):
            return False
        if not is_ruled and not _wraps(texts, _width(lines, column)):
            return False
    return True


def _cell(line: DrawnLine, column: int) -> str:
    return line.row.cells[column] if column < len(line.row.cells) else ""


def _stands_below_each_other(texts: list[str]) -> bool:
    """Whether a column holds several lone labels or figures, or begins its quarters twice."""
    if len(texts) < 2:
        return False
    lone = sum(1 for text in texts if _LONE.fullmatch(text) or LABEL.fullmatch(text))
    return lone > 1 or sum(1 for text in texts if _FIRST_QUARTER.match(text)) > 1


def _width(lines: list[DrawnLine], column: int) -> int:
    """How many letters fit in a column, 0 where that cannot be told."""
    if not all(line.widths for line in lines):
        return 0
    return max((line.widths[column] for line in lines if column < len(line.widths)), default=0)


def _wraps(texts: list[str], width: int) -> bool:
    """Whether a column's lines can be one text: no gap, and no word would have fitted above."""
    for above, below in pairwise(texts):
        if not below:
            continue
        if not above or is_numbered(below):
            return False
        if len(above) + 1 + len(below.split(" ", 1)[0]) <= width:
            return False
    return True


def _as_one_row(lines: list[DrawnLine]) -> dict[int, Row | None]:
    """The row that the lines make, under the first of them; None for the others."""
    width = max(len(line.row.cells) for line in lines)
    texts = [
        " ".join(filter(None, (_cell(line, column) for line in lines))) for column in range(width)
    ]
    found: dict[int, Row | None] = {line.row.line: None for line in lines}
    first = lines[0].row
    found[first.line] = first._replace(cells=tuple(texts))
    return found


def _continued(lines: list[DrawnLine]) -> dict[int, Row | None]:
    """Rows that stand below each other between two rules, the rests of their texts rejoined."""
    cells_of = [list(line.row.cells) for line in lines]
    heads: dict[int, int] = {}
    for index, cells in enumerate(cells_of):
        begins = any(cell and begins_row(cell) for cell in cells)
        for column, cell in enumerate(cells):
            if not cell:
                continue
            head = heads.get(column)
            if head is not None and not begins and _goes_on(cells_of[head][column], cell):
                cells_of[head][column] += f" {cell}"
                cells[column] = ""
            else:
                heads[column] = index
    return {
        line.row.line: line.row._replace(cells=tuple(cells)) if any(cells) else None
        for line, cells in zip(lines, cells_of, strict=True)
    }


def begins_row(cell: str) -> bool:
    """Whether a cell shows that its line is a row of its own: a lone figure, the first quarter."""
    return _LONE.fullmatch(cell) is not None or _FIRST_QUARTER.match(cell) is not None


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number: *1. …*, *a) …*, *IV. …*."""
    return _NUMBERED.match(text) is not None


def _goes_on(above: str, cell: str) -> bool:
    """Whether a cell goes on with what stands in the cell above it."""
    if above[-1] in "=:" and LABEL.search(above):
        return True
    if LABEL.match(cell):
        return LABEL.fullmatch(cell) is None and LABEL.match(above) is not None
    beginning = BEGINNING.match(cell)
    if beginning and (cell[0].isdigit() or not above[0].isdigit()):
        return False
    if not any(character.isalpha() for character in cell):
        return False
    return len(above) > 3 and any(character.isalpha() for character in above)
