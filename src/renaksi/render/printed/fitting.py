"""Which rows of a table may be torn at a page's end: those that no page could hold whole.

typst keeps a row together for as long as it is told, and what does not fit on a page is then
cut off. So the height of each row is estimated from its words, on the safe side; rows,
and groups of rows under a cell, that come near the height of a page are let go.
"""

from __future__ import annotations

from typing import Final

from renaksi.reports.tree import Cell, Row, Table, placed

_POINT: Final = 0.3528  # of a millimetre
_LETTER: Final = 0.56  # the width of a letter, in sizes of the type
_LINE: Final = 1.35  # the height of a line, likewise
_INSET: Final = 2.3  # above and below the words of a cell, in millimetres
_TALLEST: Final = 100  # millimetres that every page has below a table's head


def laid(table: Table, width: float) -> dict[str, list[Cell]]:
    """The cells of head and body in the order in which they are laid over ``width``."""
    total = sum(column.width for column in table.columns)
    widths = [column.width / total * width for column in table.columns]
    head = [cell for _, _, cell in placed(table.head, len(widths))]
    return {"head": head, "body": _let_go(table.body, widths, table.size)}


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
