"""Names that a page break moved away from the row that they name.

A program that sets tables may keep the lines of a merged cell together: where they have no room at
the end of a page, they stand at the top of the next, and the rows that were set before the break
are left without a name. The column tells: every other cell that begins in it has a text. So does a
number without a name, where all others number one, and the row overleaf has two.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from renaksi.readers.document import Omission, Row
from renaksi.readers.pages.merges import with_cell
from renaksi.readers.pages.tables import PageCell, PageRow

_LEAST_NUMBERED: Final = 5  # rows that have a number
_LEAST: Final = 2  # cells with a text in a column, its head among them


class MovedNames:
    """Knows of each column whether cells begin in it that are blank, and the last row of a page."""

    def __init__(self) -> None:
        """No page has been read."""
        self._filled: dict[int, int] = {}
        self._blank: set[int] = set()
        self._numbered: list[frozenset[int]] = []  # the columns that rows with a number fill
        self._last: tuple[PageRow, int] | None = None
        self.omissions: list[Omission] = []

    def close(self, rows: list[Row], top: Row, page_row: PageRow) -> Row:
        """Give names of a page's first row to the last row before, whose cells are blank."""
        if self._last is None:
            return top
        last, at = self._last
        cells = list(top.cells)
        lacking = self._lacks_name(_filled(last), _filled(page_row))
        for column, cell in last.cells.items():
            here = page_row.cells.get(column)
            is_told = column == lacking or self._is_always_filled(column)
            if here is not None and cells[column] and is_told and _had_no_room(cell, here):
                rows[at] = with_cell(rows[at], top, column)
                cells[column] = ""
                self.omissions.append(_told(rows[at], column))
        return top._replace(cells=tuple(cells))

    def _is_always_filled(self, column: int) -> bool:
        """Whether no cell that begins in a column is blank."""
        return column not in self._blank and self._filled.get(column, 0) >= _LEAST

    def _lacks_name(self, last: frozenset[int], here: frozenset[int]) -> int | None:
        """The column of the name that the number of the last row lacks, None where it has one."""
        if 0 not in last or len(last) < 2 or len(self._numbered) < _LEAST_NUMBERED:
            return None
        names = range(1, min(last - {0}))
        if not all(any(column in row for column in names) for row in self._numbered):
            return None
        found = [column for column in names if column in here]
        return found[0] if len(found) > 1 else None

    def look(self, placed: Iterable[tuple[PageRow, int]], total: int) -> None:
        """Take in a page's rows, each with the row that it made of the document's ``total``."""
        found = [(row, at) for row, at in placed if row.is_filled and at < total]
        for row, _ in ([self._last] if self._last else []) + found[:-1]:
            if 0 in _filled(row):
                self._numbered.append(_filled(row))
            for column, cell in row.cells.items():
                if cell.lines:
                    self._filled[column] = self._filled.get(column, 0) + 1
                else:
                    self._blank.add(column)
        self._last = found[-1] if found else None


def _filled(row: PageRow) -> frozenset[int]:
    return frozenset(column for column, cell in row.cells.items() if cell.lines)


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
