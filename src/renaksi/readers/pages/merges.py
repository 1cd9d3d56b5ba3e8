"""Merged cells that go on over a page break, their text on the later page.

A spreadsheet sets the text of a merged cell at its bottom or in its middle. Where a page break
cuts such a cell, its first part is blank and its text stands on the next page, though it belongs
to the rows above. A blank cell of several rows that reaches the end of a page is such a first
part, and a text that stands neither at the top nor in the middle of its own cell such a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from renaksi.quarter import LABEL
from renaksi.readers.document import Row
from renaksi.readers.pages.tables import PageRow
from renaksi.readers.pages.wording import is_cut

_TOP: Final = 0.7  # of a line's height: less above a text, and it stands at the top


def columns_set_apart(row: PageRow) -> frozenset[int]:
    """The columns whose text stands neither at the top nor in the middle of its cell."""
    apart = set()
    for column, cell in row.cells.items():
        if cell.lines:
            first, last = cell.lines[0], cell.lines[-1]
            above, below = first.top - cell.box[1], cell.box[3] - last.bottom
            height = first.bottom - first.top
            if above > _TOP * height and abs(above - below) > height and cell.span.rows > 1:
                apart.add(column)
    return frozenset(apart)


class OpenCells:
    """The blank merged cells of a table that reach the end of the page that was read last."""

    def __init__(self) -> None:
        """None is open before the first page."""
        self._begins: dict[int, int] = {}  # by column, the row at which the cell begins

    def close(self, rows: list[Row], top: Row, apart: AbstractSet[int]) -> Row:
        """Give the texts ``apart`` in a page's first row to the rows where their cells begin."""
        cells = list(top.cells)
        for column, at in self._begins.items():
            if column in apart and cells[column] and not rows[at].cells[column]:
                rows[at] = with_cell(rows[at], top, column)
                cells[column] = ""
        return top._replace(cells=tuple(cells))

    def look(self, rows: Sequence[Row], first: int) -> None:
        """Find the open cells of the page whose rows begin at ``first``."""
        begins: dict[int, int] = {}
        for column in range(len(rows[-1].cells) if len(rows) > first else 0):
            at = _blank_to_the_end(rows, first, column)
            if at is None:
                continue
            if at == first and column in self._begins:  # the whole page is one cell
                begins[column] = self._begins[column]
            elif len(rows) - at > 1:
                begins[column] = at
        self._begins = begins


def _blank_to_the_end(rows: Sequence[Row], first: int, column: int) -> int | None:
    """The row at which the blank cell begins that reaches the end of the page; None for none."""
    for at in range(len(rows) - 1, first - 1, -1):
        row = rows[at]
        if column >= len(row.cells) or row.cells[column]:
            return None
        span = row.spans.get(column)
        if span is not None and span.rows > 1:
            return at if span.rows >= len(rows) - at else None
    return None


def with_cell(row: Row, other: Row, column: int) -> Row:
    """The row with the other's cell, its place and its look, in a column."""
    cells = list(row.cells)
    cells[column] = other.cells[column]
    places = list(row.places or ())
    if places and other.places:
        places[column] = other.places[column]
    breaks = dict(row.breaks)
    if column in other.breaks:
        breaks[column] = other.breaks[column]
    indents = dict(row.indents)
    if column in other.indents:
        indents[column] = other.indents[column]
    bold = row.bold | {column} if column in other.bold else row.bold
    lines = dict(row.line_places)
    if column in other.line_places:
        lines[column] = other.line_places[column]
    return row._replace(
        cells=tuple(cells), places=tuple(places), breaks=breaks, bold=bold, indents=indents,
        line_places=lines,
    )  # fmt: skip


def with_rest(row: Row, column: int, below: Row, *, is_word: bool) -> Row:
    """The row with the rest of a text at its end, which stands in a row overleaf.

    ``is_word``: the break was within a word.
    """
    cells = list(row.cells)
    text, rest = cells[column], below.cells[column]
    is_whole = is_word or (is_cut(text, rest) and not LABEL.search(text))
    cells[column] += rest if is_whole else f" {rest}"
    start = len(cells[column]) - len(rest)
    lines = row.line_places.get(column) or ((0, row.place(column)),)
    more = below.line_places.get(column) or ((0, below.place(column)),)
    placed = (*lines, *((start + at, place) for at, place in more))
    row = row._replace(cells=tuple(cells), line_places={**row.line_places, column: placed})
    if is_whole:
        return row
    ends = (*row.breaks.get(column, ()), len(text))
    return row._replace(breaks={**row.breaks, column: ends})
