"""Fitting: which rows of a table may be torn at a page's end, and which words must be smaller.

A figure that is broken over two lines is misread, and so is a head broken in a word: both are
set smaller where their column is too narrow for them.

typst keeps a row together for as long as it is told, and what does not fit on a page is then
cut off. So the height of each row is estimated from its words, on the safe side; rows,
and groups of rows under a cell, that come near the height of a page are let go.
"""

from __future__ import annotations

from typing import Final

from renaksi.render.printed.shades import HEAD_SIZE
from renaksi.reports.tree import Cell, Row, Table, placed

_POINT: Final = 0.3528  # of a millimetre
_LETTER: Final = 0.56  # the width of a letter, in sizes of the type
_LINE: Final = 1.35  # the height of a line, likewise
_INSET: Final = 2.3  # above and below the words of a cell, in millimetres
_SIDES: Final = 1.6  # left and right of them
_NARROW: Final = frozenset(".,-:/()' il1|")  # letters of about half the width
_SMALLEST: Final = 0.6
_TALLEST: Final = 100  # millimetres that every page has below a table's head


Laid = list[tuple[Cell, float]]


def laid(table: Table, width: float) -> dict[str, Laid]:
    """The cells of head and body as they are laid over ``width``, each with its `ratio`."""
    total = sum(column.width for column in table.columns)
    widths = [column.width / total * width for column in table.columns]
    loose = iter(_let_go(table.body, widths, table.size))
    made: dict[str, Laid] = {"head": [], "body": []}
    for name, rows in (("head", table.head), ("body", table.body)):
        for _, column, cell in placed(rows, len(widths)):
            own = sum(widths[column : column + cell.columns])
            shown = next(loose) if name == "body" else cell
            made[name].append((shown, ratio(cell, own, table.size)))
    return made


def _let_go(rows: tuple[Row, ...], widths: list[float], size: float) -> list[Cell]:
    """The body's cells; those of what is too tall may split."""
    cells = placed(rows, len(widths))
    heights = [size * _LINE * _POINT + _INSET] * len(rows)
    for row, column, cell in sorted(cells, key=lambda entry: entry[2].rows):
        needed = _height(cell, sum(widths[column : column + cell.columns]), size)
        own = heights[row : row + cell.rows]
        if needed > sum(own):
            more = (needed - sum(own)) / len(own)
            heights[row : row + cell.rows] = [height + more for height in own]
    loose = {row for row, height in enumerate(heights) if height > _TALLEST}
    for row, _, cell in cells:
        span = range(row, row + cell.rows)
        if cell.rows > 1 and not cell.splits and sum(heights[row : row + cell.rows]) > _TALLEST:
            loose |= set(span)
    if not loose:
        return [cell for _, _, cell in cells]
    return [
        cell._replace(splits=True) if not loose.isdisjoint(range(row, row + cell.rows)) else cell
        for row, _, cell in cells
    ]


def _height(cell: Cell, width: float, size: float) -> float:
    """About how many millimetres the cell's words need, rather more than less."""
    fitting = max(1.0, (width - _INSET) / (size * _LETTER * _POINT))
    lines = sum(max(1, -int(-len(line) // fitting)) for line in cell.text.split("\n"))
    return lines * size * _LINE * _POINT + _INSET


def ratio(cell: Cell, width: float, size: float) -> float:
    """By how much a figure or a head is set smaller to stay whole in its column; 1 if it fits."""
    if cell.number is None and cell.shade != "head":
        return 1.0
    points = size * HEAD_SIZE if cell.shade == "head" else size
    letter = 0.7 if cell.shade == "head" or cell.bold else 0.57
    words = cell.text.split() if cell.number is None else [cell.text]
    ems = max((sum(_wide(char, letter) for char in word) for word in words), default=0.0)
    room = width - _SIDES
    needed = ems * points * _POINT
    return 1.0 if needed <= room else max(_SMALLEST, round(room / needed, 2))


def _wide(char: str, letter: float) -> float:
    return 0.29 if char in _NARROW else letter
