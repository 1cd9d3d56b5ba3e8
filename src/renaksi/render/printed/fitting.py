"""Fitting: which rows of a table may be torn at a page's end, and which words must be smaller.

A figure that is broken over two lines is misread, and so is a word broken within: both are
set smaller where their column is too narrow for them. Short tables stay on one page, and a
long one leaves its last rows to the page of the signatures under it.

typst keeps a row together for as long as it is told, and what does not fit on a page is then
cut off. So the height of each row is estimated from its words, on the safe side; rows,
and groups of rows under a cell, that come near the height of a page are let go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.render.printed.shades import HEAD_SIZE
from renaksi.render.printed.widths import bolder, breakable, ems, lines, pieces
from renaksi.reports.tree import Block, Cell, Paragraph, Row, Signatures, Table, placed

_POINT: Final = 0.3528  # of a millimetre
_LINE: Final = 1.35  # the height of a line, in sizes of the type
_INSET: Final = 2.3  # above and below the words of a cell, in millimetres
_SIDES: Final = 2.15  # left and right of them
_SMALLEST: Final = 0.55
_TALLEST: Final = 100  # millimetres that every page has below a table's head
_SHORT: Final = 90  # a table that is no higher stays on one page
_LAST: Final = 60  # so high at most are the rows that stay with the signatures


class Laid(NamedTuple):
    """A table as it is laid over a width: cells, each with its `ratio`, and what stays together.

    ``is_short`` tells of a table that stays on one page; ``last`` is how many rows at the end
    stay with what closes it, 0 where none can; ``heads`` are the heights of the head's rows in
    millimetres.
    """

    head: list[tuple[Cell, float]]
    body: list[tuple[Cell, float]]
    is_short: bool
    last: int
    heads: list[float]


def laid(table: Table, width: float) -> Laid:
    """The cells of head and body over ``width`` millimetres."""
    widths = widths_of(table, width)
    heads = _heights(table.head, widths, table.size)
    heights = _heights(table.body, widths, table.size)
    body = _let_go(table.body, len(widths), heights)
    whole = sum(heads) + sum(heights)
    over = placed(table.head, len(widths))
    return Laid(
        [_fitted(cell, widths, column, table.size) for _, column, cell in over],
        [_fitted(cell, widths, column, table.size) for column, cell in body],
        whole <= _SHORT and not any(cell.splits and cell.rows == 1 for _, cell in body),
        _last(table.body, len(widths), heights),
        heads,
    )  # fmt: skip


def closes(blocks: Sequence[Block]) -> bool:
    """Whether the first of these stays with signatures: nothing but paragraphs is between them."""
    for block in blocks:
        if isinstance(block, Signatures):
            return True
        if not isinstance(block, Paragraph) and block is not blocks[0]:
            return False
    return False


def widths_of(table: Table, width: float) -> list[float]:
    """The columns' widths in millimetres."""
    total = sum(column.width for column in table.columns)
    return [column.width / total * width for column in table.columns]


def _fitted(cell: Cell, widths: list[float], column: int, size: float) -> tuple[Cell, float]:
    """A cell with the ratio of its type; what is too wide even so may break anywhere."""
    own = sum(widths[column : column + cell.columns])
    smaller = ratio(cell, own, size)
    if smaller > _SMALLEST or cell.number is not None:
        return cell._replace(text=breakable(cell.text)), smaller
    room = (own - _SIDES) / (size * smaller * _POINT)
    return cell._replace(text=breakable(cell.text, room)), smaller


def _heights(rows: tuple[Row, ...], widths: list[float], size: float) -> list[float]:
    """The height of each row, rather more than less."""
    heights = [size * _LINE * _POINT + _INSET] * len(rows)
    for row, column, cell in sorted(placed(rows, len(widths)), key=lambda entry: entry[2].rows):
        needed = _height(cell, sum(widths[column : column + cell.columns]), size)
        own = heights[row : row + cell.rows]
        if needed > sum(own):
            more = (needed - sum(own)) / len(own)
            heights[row : row + cell.rows] = [height + more for height in own]
    return heights


def _let_go(rows: tuple[Row, ...], columns: int, heights: list[float]) -> list[tuple[int, Cell]]:
    """The body's cells with their columns; those of what is too tall may split."""
    cells = placed(rows, columns)
    loose = {row for row, height in enumerate(heights) if height > _TALLEST}
    for row, _, cell in cells:
        span = range(row, row + cell.rows)
        if cell.rows > 1 and not cell.splits and sum(heights[row : row + cell.rows]) > _TALLEST:
            loose |= set(span)
    if not loose:
        return [(column, cell) for _, column, cell in cells]
    return [
        (
            column,
            cell._replace(splits=True)
            if not loose.isdisjoint(range(row, row + cell.rows))
            else cell,
        )
        for row, column, cell in cells
    ]


def _last(rows: tuple[Row, ...], columns: int, heights: list[float]) -> int:
    """How many rows at the end can stay with what closes the table: two or a few more.

    No cell spans from before them into them, nor into the row over them.
    """
    torn = {
        row + down
        for row, _, cell in placed(rows, columns)
        if cell.rows > 1
        for down in range(1, cell.rows)
    }
    for count in range(max(0, min(2, len(rows) - 1)), len(rows)):
        if sum(heights[len(rows) - count :]) > _LAST:
            break
        first = len(rows) - count
        if count and not {first, first - 1} & torn:
            return count
    return 0


def _height(cell: Cell, width: float, size: float) -> float:
    """About how many millimetres the cell's words need, rather more than less."""
    points = size * HEAD_SIZE if cell.shade == "head" else size
    room = max(1.0, (width - _INSET) / (points * _POINT))
    if cell.bold:
        room /= bolder(cell.text)
    return lines(cell.text, room) * points * _LINE * _POINT + _INSET


def ratio(cell: Cell, width: float, size: float) -> float:
    """By how much a cell is set smaller so that no figure or word of it breaks; 1 if it fits."""
    points = size * HEAD_SIZE if cell.shade == "head" else size
    words = pieces(breakable(cell.text)) if cell.number is None else [cell.text]
    widest = max((ems(piece) for word in words for piece in word.split("\u200b")), default=0.0)
    needed = widest * (bolder(cell.text) if cell.bold else 1.0) * points * _POINT
    room = width - _SIDES
    return 1.0 if needed <= room else max(_SMALLEST, round(room / needed - 0.005, 2))
