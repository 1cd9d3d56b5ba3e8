"""Tables that blanks alone draw: cells stand below each other, as in text taken from a PDF.

A column is where the cells of the fullest lines overlap. A text that fills its column goes
on in the line below, where it joins the cell above, unless that line begins a row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Final, NamedTuple

from renaksi.readers.document import NO_LINES, Row
from renaksi.readers.wrapped import placed_lines, rejoin

_CELL: Final = re.compile(r"\S+(?: \S+)*")
_FEWEST: Final = 3  # lines and columns that make a table
_SHARES: Final = (0.6, 0.8)  # of the cells, in lines that are full; a group's head may span some
_BLANK: Final = ("", " ")  # what stands where a line holds nothing
_MOST_COLUMNS: Final = 60
_MOST_LINES: Final = 2000


class Line(NamedTuple):
    """A line as it stands, and the row that was made of it."""

    text: str
    row: Row


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


def aligned(lines: list[Line]) -> list[Row]:
    """The rows of neighbouring lines; as they are where they are no table."""
    cells = [[_Cell(*m.span(), m.group()) for m in _CELL.finditer(line.text)] for line in lines]
    first = next((n for n, each in enumerate(cells) if len(each) > 1), 0)
    if first:  # below its title
        return [*(line.row for line in lines[:first]), *aligned(lines[first:])]
    columns = _columns(cells, [line.text for line in lines])
    if not columns:
        return [line.row for line in lines]
    texts = [_placed(each, columns) for each in cells]
    widths = [max(len(row[n]) for row in texts) for n in range(len(columns))]
    starts = rejoin(texts, widths.__getitem__, "around the table")
    placed = placed_lines(starts, [line.row for line in lines])
    return [
        line.row._replace(cells=tuple(row), kind="table", line_places=placed.get(n, NO_LINES))
        for n, (line, row) in enumerate(zip(lines, texts, strict=True))
        if any(row)
    ]


def _columns(cells: list[list[_Cell]], texts: list[str]) -> list[tuple[int, int]]:
    """Where the columns stand, from left to right; none where the lines make no table.

    The cells of all lines are parted as the columns part them.
    """
    if not _FEWEST <= max(map(len, cells)) <= _MOST_COLUMNS or len(cells) > _MOST_LINES:
        return []
    _part(cells, texts)
    most = max(map(len, cells))
    for share in _SHARES:
        full = [each for each in cells if len(each) >= share * most]
        columns = _shown_by(full, cells)
        # Where what stands in one line would share a column, nothing is aligned.
        if most <= len(columns) <= _MOST_COLUMNS:
            return columns
    return []


def _shown_by(full: list[list[_Cell]], cells: list[list[_Cell]]) -> list[tuple[int, int]]:
    """The columns that the cells of the fullest lines show, with those of other lines beside."""
    if len(full) < _FEWEST:  # stacked: most lines hold a quarter and its value
        full = cells
    if len(full) < _FEWEST:
        return []
    columns = _overlaps(full)
    columns += _overlaps(
        [[cell for cell in each if _nearest(cell, columns)[0] <= 0] for each in cells]
    )
    columns.sort()
    return columns


def _part(cells: list[list[_Cell]], texts: list[str]) -> None:
    """Part cells by one blank, too, where a column begins (*1.1.1 Kegiatan …*).

    There several lines begin a cell, and every line is blank before it.
    """
    starts = Counter(cell.start for each in cells for cell in each)
    begins = [
        start
        for start, count in sorted(starts.items())
        if start and count >= _FEWEST and all(text[start - 1 : start] in _BLANK for text in texts)
    ]
    if len(begins) <= _MOST_COLUMNS:
        for each in cells:
            each[:] = [part for cell in each for part in _parts(cell, begins)]


def _parts(cell: _Cell, begins: list[int]) -> list[_Cell]:
    """A cell cut where columns begin inside it."""
    parts, start = [], cell.start
    for cut in (*(place for place in begins if start < place < cell.end), cell.end):
        text = cell.text[start - cell.start : cut - cell.start].rstrip()
        parts.append(_Cell(start, start + len(text), text))
        start = cut
    return parts


def _overlaps(lines: list[list[_Cell]]) -> list[tuple[int, int]]:
    """The stretches in which cells of different lines overlap."""
    found: list[tuple[int, int]] = []
    for cell in sorted(cell for line in lines for cell in line):
        if found and cell.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], cell.end)
        else:
            found.append((cell.start, cell.end))
    return found


def _placed(cells: list[_Cell], columns: list[tuple[int, int]]) -> list[str]:
    """The text of each column in one line."""
    texts = [""] * len(columns)
    for cell in cells:
        n = _nearest(cell, columns)[1]
        texts[n] = f"{texts[n]} {cell.text}" if texts[n] else cell.text
    return texts


def _nearest(cell: _Cell, columns: list[tuple[int, int]]) -> tuple[int, int]:
    """By how many letters a cell overlaps its column (or misses it, negative), and which it is."""
    behind = bisect_right(columns, (cell.start, cell.start))
    best, found = -1_000_000, 0
    for n in range(max(behind - 1, 0), len(columns)):
        start, end = columns[n]
        nearness = min(cell.end, end) - max(cell.start, start)
        if nearness > best:
            best, found = nearness, n
        if start >= cell.end:
            break
    return best, found
