"""The grid of an HTML table: ``rowspan`` and ``colspan`` laid out as a browser does."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final, NamedTuple

from renaksi.readers.document import Span

_MOST_ROWS: Final = 65_534  # HTML's own bounds on spans
_MOST_COLUMNS: Final = 1_000


class Cell(NamedTuple):
    """A cell with its first column and how far it reaches."""

    node: Any
    column: int
    span: Span


def lay_out(rows: list[list[Any]], most_columns: int) -> tuple[int, list[list[Cell]]]:
    """The width of a table, and the cells that begin in each of its rows."""
    taken: dict[int, int] = {}  # columns held by cells from above, and for how many rows more
    grid: list[list[Cell]] = []
    width = 0
    for number, nodes in enumerate(rows):
        cells: list[Cell] = []
        column = 0
        reaching: dict[int, int] = {}
        for node in nodes:
            while taken.get(column, 0):
                column += 1
            if column >= most_columns:
                break
            columns = min(_stated(node, "colspan", _MOST_COLUMNS), most_columns - column)
            below = min(_stated(node, "rowspan", _MOST_ROWS), len(rows) - number)
            cells.append(Cell(node, column, Span(columns, below)))
            for covered in range(column, column + columns):
                reaching[covered] = below - 1
            column += columns
            width = max(width, column)
        taken = {held: more - 1 for held, more in taken.items() if more > 1}
        taken |= {held: more for held, more in reaching.items() if more}
        grid.append(cells)
    return width, grid


def without_frame(rows: list[list[Any]]) -> list[list[Any]]:
    """The cells of a table without the letters and numbers of a sheet around them.

    So spreadsheets on the web save their sheets: A, B, C … above, 1, 2, 3 … at the left.
    """
    if len(rows) < 2 or len(rows[0]) < 2 or any(_text(cell) for cell in rows[0][:1]):
        return rows
    if [_text(cell) for cell in rows[0][1:]] != [_letters(n) for n in range(len(rows[0]) - 1)]:
        return rows
    numbers = [text for row in rows[1:] if row and (text := _text(row[0]))]
    if not numbers or not all(number.isdecimal() and len(number) < 8 for number in numbers):
        return rows
    if any(int(above) >= int(below) for above, below in pairwise(numbers)):
        return rows
    return [row[1:] for row in rows[1:]]


def _text(cell: Any) -> str:
    return "".join(cell.itertext()).strip()


def _letters(column: int) -> str:
    """The name of a column from 0: A to Z, then AA."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _stated(node: Any, name: str, most: int) -> int:
    """A span as the tag states it; ``rowspan=0`` reaches to the end, nonsense counts as 1."""
    text = (node.get(name) or "").strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        return 1
    number = int(text)
    if number == 0:
        return most if name == "rowspan" else 1
    return min(number, most)
