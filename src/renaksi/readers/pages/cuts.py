"""Merged cells that a page break cuts, told by the border that they lack there.

A spreadsheet closes with a border what ends at the end of a page, and leaves open what goes on
overleaf. So where some columns are closed and others are not, the open ones go on: what the next
page prints in them belongs to the row where their cell begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from renaksi.readers.document import Row
from renaksi.readers.pages.lattice import Lattice, walls_across
from renaksi.readers.pages.merges import with_cell, with_rest
from renaksi.readers.pages.tables import PageCell, PageRow
from renaksi.readers.pages.wording import Wording

_LETTER: Final = 0.52  # of a line's height: the width of a letter
_LEFT_OUT: Final = 2.5  # lines at most
_FEW_LETTERS: Final = 3
_PADDINGS: Final = 11.0  # points, left and right together, as word processors set them


def open_columns(lattice: Lattice, xs: tuple[float, ...], at: int) -> frozenset[int]:
    """The columns without a border at the first (0) or last (-1) edge, where others have one."""
    walls = walls_across(lattice, xs)[at]
    return frozenset(n for n, wall in enumerate(walls) if not wall) if any(walls) else frozenset()


class PageEnd(NamedTuple):
    """The rows of a table on the page that was read last.

    ``rows`` gives each with the row of the document that it made or that came next; the document
    has ``total`` rows by now.
    """

    rows: Sequence[tuple[PageRow, int]]
    total: int

    def last(self, column: int) -> int:
        """The row at which the last cell of a column begins, -1 where there is none."""
        return max((n for n, (row, _) in enumerate(self.rows) if column in row.cells), default=-1)

    def cell(self, column: int, at: int | None) -> PageCell | None:
        """The last cell of a column, if it has text and made row ``at`` of the document."""
        number = self.last(column)
        if number < 0 or self.rows[number][1] != at:
            return None
        cell = self.rows[number][0].cells[column]
        return cell if cell.lines else None

    def runs_over(self, column: int, at: int | None, text: str) -> bool:
        """Whether a text may go on with that of row ``at`` of the document, down to the page's end.

        It stands in the column's last cell and fills it, and the next word had no room in its
        last line.
        """
        cell = self.cell(column, at)
        return cell is not None and _is_filled(cell, text, lines=1.0)

    def is_unfinished(self, column: int, at: int | None, text: str, wording: Wording) -> bool:
        """Whether a text goes on so for certain: the file says so behind its last line.

        Lines that would stand alone at the end of a page are set on the next one.
        """
        cell = self.cell(column, at)
        if cell is None or not wording.goes_on_behind(cell.lines[-1]):
            return False
        return _is_filled(cell, text, lines=_LEFT_OUT, letter=_LETTER)

    def is_told(self, column: int, at: int | None, rest: str, wording: Wording) -> bool | None:
        """Whether the file says that a text goes on overleaf (True) or not (False)."""
        made = (row for row, number in self.rows if number == at and row.is_filled)
        cell = next((row.cells.get(column) for row in made), None)
        if cell is None or not cell.lines:
            return None
        told = wording.is_told(cell)
        is_last = cell is self.cell(column, at)
        if told is False:
            return None if is_last and wording.breaks_word(cell, rest) else False
        return told if is_last and _had_no_room(cell, rest) else None

    def parts_word(self, column: int, at: int | None, rest: str, wording: Wording) -> bool:
        """Whether the page's end parted a word: one or two letters of it are left."""
        cell = self.cell(column, at) if rest.isalpha() and rest.islower() else None
        return cell is not None and len(rest) < _FEW_LETTERS and wording.breaks_word(cell, rest)

    def parts_figure(self, column: int, at: int | None, rest: str, wording: Wording) -> bool:
        """Whether the page's end parted a figure, which had no room in its cell."""
        cell = self.cell(column, at)
        return cell is not None and rest[0].isdigit() and wording.breaks_word(cell, rest)

    def is_word(self, column: int, at: int, above: str, rest: str, wording: Wording) -> bool:
        """Whether the page's end parted a word: its first part ends the text of row ``at``."""
        cell = self.cell(column, at)
        return wording.is_one_word(above, rest) or (
            cell is not None and wording.breaks_word(cell, rest)
        )


def _is_filled(cell: PageCell, text: str, lines: float, letter: float = 0.0) -> bool:
    """Whether a cell has room for fewer than ``lines``, and its last line for no word of ``text``.

    A letter is as wide as those of the line, or as ``letter`` of its height.
    """
    line = cell.lines[-1]
    if cell.box[3] - line.bottom > lines * (line.bottom - line.top):
        return False
    return _had_no_room(cell, text, letter)


def _had_no_room(cell: PageCell, text: str, letter: float = 0.0) -> bool:
    """Whether the first word of a text had no room in the last line of a cell."""
    line = cell.lines[-1]
    height, used = line.bottom - line.top, line.right - line.left
    word = (len(text.partition(" ")[0]) + 1) * max(used / len(line.text), letter * height)
    return used + word > cell.box[2] - cell.box[0] - _PADDINGS


class CutCells:
    """The cells of a table that are open at the end of the page that was read last."""

    def __init__(self, wording: Wording) -> None:
        """None is open before the first page."""
        self._wording = wording
        self._end = PageEnd((), 0)
        self._begins: dict[int, int] = {}  # by column, the row at which the cell begins

    @property
    def are_known(self) -> bool:
        """Whether borders tell what goes on over the page break."""
        return bool(self._begins)

    def close(self, rows: list[Row], top: Row, above: AbstractSet[int] | None) -> Row:
        """A page's first row without the texts of cells that began before the break.

        ``above`` are the columns that are open at the top of the page; None below a header that is
        printed again, which closes all of them.
        """
        cells = list(top.cells)
        for column, at in list(self._begins.items()):
            if above is not None and column not in above:
                del self._begins[column]
            elif cells[column]:
                if rows[at].cells[column]:
                    texts = rows[at].cells[column], cells[column]
                    is_word = self._end.is_word(column, at, *texts, self._wording)
                    rows[at] = with_rest(rows[at], column, top, is_word=is_word)
                else:
                    rows[at] = with_cell(rows[at], top, column)
                cells[column] = ""
        return top._replace(cells=tuple(cells))

    def look(self, end: PageEnd, below: AbstractSet[int]) -> None:
        """Find the open cells of a page among the columns that are open ``below``."""
        self._end = end
        begins: dict[int, int] = {}
        for column in below:
            first = end.last(column)
            if first == 0 and column in self._begins:  # the whole page is one cell
                begins[column] = self._begins[column]
            elif first >= 0 and end.rows[first][1] < end.total:
                begins[column] = end.rows[first][1]
        self._begins = begins
