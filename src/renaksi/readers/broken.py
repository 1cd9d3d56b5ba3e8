"""Cells of several lines: a row that lists its indicators line by line becomes several rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from renaksi.patterns import pattern
from renaksi.readers.document import Row

BREAK: Final = "\v"  # stands for a line's end inside a cell

_LONE: Final = pattern(r"(?:Rp\.?\s?)?[-−]?\d+(?:[.,]\d+)*(?:\s?%)?|[-–—]")


def unbroken(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each cell in one line.

    Where one cell lists figures line by line, and another has as many lines, the lines
    of the row are rows: each cell's first line stands in the first of them, and so on. In
    other rows a break is a blank.
    """
    for row in rows:
        if not any(BREAK in cell for cell in row.cells):
            yield row
            continue
        lines = [[part.strip() for part in cell.split(BREAK)] for cell in row.cells]
        count = _lines_of_figures(lines)
        if count and sum(1 for cell in lines if len(cell) == count) > 1:
            for n in range(count):
                yield row._replace(cells=tuple(_line(cell, n, count) for cell in lines))
        else:
            yield row._replace(cells=tuple(" ".join(filter(None, cell)) for cell in lines))


def _lines_of_figures(lines: list[list[str]]) -> int:
    """How many lines the first cell has that lists figures, 0 where there is none."""
    for cell in lines:
        if len(cell) > 1 and all(map(_LONE.fullmatch, cell)):
            return len(cell)
    return 0


def _line(cell: list[str], n: int, count: int) -> str:
    """What a cell prints in row ``n`` of so many; a cell with another count stands in the first."""
    if len(cell) == count:
        return cell[n]
    return "" if n else " ".join(filter(None, cell))
