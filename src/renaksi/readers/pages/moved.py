"""Names that a page break moved away from the row that they name.

A program that sets tables may keep the lines of a merged cell together: where they have no room at
the end of a page, they stand at the top of the next, and the rows that were set before the break
are left without a name. The column tells: every other cell that begins in it has a text. So does a
number without a name, where all others number one, and the row overleaf has two; and so does a
table in which no other row begins two names, or which merges each name's cell over all its rows,
or in which every list of indicators, *1. …*, begins beside a name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi.readers.document import Omission, Row
from renaksi.readers.pages.merges import with_cell
from renaksi.readers.pages.tables import PageCell, PageRow
from renaksi.readers.wrapped import begins_list, is_lone

_LEAST_NUMBERED: Final = 5  # rows that have a number
_LEAST: Final = 2  # cells with a text in a column, its head among them
_LEAST_TELLING: Final = 5  # rows that show a habit of their table
_NEARLY: Final = 0.95  # of the rows with figures: the first column that so many fill has no names

Filled = frozenset[int]  # the columns of a row that hold text


class _Body(NamedTuple):
    """A row with figures: the columns that it fills, and in which of them a list begins."""

    filled: Filled
    lists: Filled


class MovedNames:
    """Knows of each column whether cells begin in it that are blank, and the last row of a page."""

    def __init__(self) -> None:
        """No page has been read."""
        self._filled: dict[int, int] = {}
        self._blank: set[int] = set()
        self._numbered: list[Filled] = []  # the columns that rows with a number fill
        self._body: list[_Body] = []
        self._last: tuple[PageRow, int] | None = None
        self._page: list[PageRow] = []
        self.omissions: list[Omission] = []

    def close(self, rows: list[Row], top: Row, page_row: PageRow) -> Row:
        """Give names of a page's first row to the last row before, whose cells are blank."""
        if self._last is None:
            return top
        last, at = self._last
        cells = list(top.cells)
        lacking = {
            self._lacks_name(_filled(last), _filled(page_row)),
            self._lacks_one(last, _filled(page_row)),
        }
        for column, cell in last.cells.items():
            here = page_row.cells.get(column)
            is_told = column in lacking or self._is_always_filled(column)
            if here is not None and cells[column] and is_told and _had_no_room(cell, here):
                rows[at] = with_cell(rows[at], top, column)
                cells[column] = ""
                self.omissions.append(_told(rows[at], column))
        return top._replace(cells=tuple(cells))

    def _is_always_filled(self, column: int) -> bool:
        """Whether no cell that begins in a column is blank."""
        return column not in self._blank and self._filled.get(column, 0) >= _LEAST

    def _lacks_name(self, last: Filled, here: Filled) -> int | None:
        """The column of the name that the number of the last row lacks, None where it has one."""
        if 0 not in last or len(last) < 2 or len(self._numbered) < _LEAST_NUMBERED:
            return None
        names = range(1, min(last - {0}))
        if not all(any(column in row for column in names) for row in self._numbered):
            return None
        found = [column for column in names if column in here]
        return found[0] if len(found) > 1 else None

    def _lacks_one(self, last: PageRow, here: Filled) -> int | None:
        """The column of the name that the last row lacks by the habits of its table.

        A list begins in it, as all others do beside a name; or the row overleaf begins two names,
        which no other does; or it begins one, and no name's cell covers the last row, as some
        name's cell does all others.
        """
        first = self._first_value()
        begun = sorted(column for column in here if column < first)
        if not begun or len(begun) > 2 or min(_filled(last), default=first) < first:
            return None
        names = [sum(column < first for column in row.filled) for row in self._body]
        beside = [name for name, row in zip(names, self._body, strict=True) if first in row.lists]
        if first in _lists(last) and len(beside) >= _LEAST_TELLING and all(beside):
            return begun[0]
        if names.count(1) < _LEAST_TELLING or max(names) > 1:
            return None
        return begun[0] if len(begun) > 1 or self._is_uncovered(first) else None

    def _first_value(self) -> int:
        """The first column that nearly all rows with figures fill: names stand before it."""
        counts: dict[int, int] = {}
        for row in self._body:
            for column in row.filled:
                counts[column] = counts.get(column, 0) + 1
        least = _NEARLY * len(self._body)
        return min((column for column, count in counts.items() if count >= least), default=0)

    def _is_uncovered(self, first: int) -> bool:
        """Whether the last row of a page alone stands in no name's cell."""
        covered = 0
        reach = -1  # the last row that the cell of the name before covers
        for number, row in enumerate(self._page):
            names = [cell for column, cell in row.cells.items() if column < first and cell.lines]
            if names:
                reach = number + max(cell.span.rows for cell in names) - 1
            elif reach >= number:
                covered += 1
            elif reach >= 0:
                return number == len(self._page) - 1 and covered >= _LEAST_TELLING
        return False

    def look(self, placed: Iterable[tuple[PageRow, int]], total: int) -> None:
        """Take in a page's rows, each with the row that it made of the document's ``total``."""
        found = [(row, at) for row, at in placed if row.is_filled and at < total]
        for row, _ in ([self._last] if self._last else []) + found[:-1]:
            filled = _filled(row)
            if 0 in filled:
                self._numbered.append(filled)
            if _has_figures(row):
                self._body.append(_Body(filled, _lists(row)))
            for column, cell in row.cells.items():
                if cell.lines:
                    self._filled[column] = self._filled.get(column, 0) + 1
                else:
                    self._blank.add(column)
        self._last = found[-1] if found else None
        self._page = [row for row, _ in found]


def _filled(row: PageRow) -> Filled:
    return frozenset(column for column, cell in row.cells.items() if cell.lines)


def _lists(row: PageRow) -> Filled:
    """The columns in which a list begins: *1. …*."""
    return frozenset(c for c, cell in row.cells.items()
                     if cell.lines and begins_list(cell.lines[0].text))  # fmt: skip


def _has_figures(row: PageRow) -> bool:
    """Whether a row holds texts and figures: that of a header has the ones or the others."""
    lone = [_is_lone(cell) for cell in row.cells.values() if cell.lines]
    return any(lone) and not all(lone)


def _is_lone(cell: PageCell) -> bool:
    return len(cell.lines) == 1 and is_lone(cell.lines[0].text)


def _had_no_room(blank: PageCell, here: PageCell) -> bool:
    """Whether the text of a merged cell had no room in the blank one above the page break."""
    if blank.lines or not here.lines or here.span.rows < 2:
        return False
    return here.lines[-1].bottom - here.lines[0].top > blank.box[3] - blank.box[1]


def _told(row: Row, column: int) -> Omission:
    name = row.cells[column]
    return Omission(
        f"“{name}” tercetak di awal halaman, tetapi dibaca sebagai nama baris terakhir halaman "
        "sebelumnya, yang tanpa nama; mohon diperiksa.",
        f"“{name}” is printed at the top of a page and read as the name of the last row of the "
        "page before, which has none; please check.",
        row.place(column),
        "row",
    )
