"""Where a sheet is broken when it is printed, so that no break tears what belongs together.

A spreadsheet fills each page and breaks wherever it is full, amid the quarters of an indicator or
amid signatures too. It takes breaks that stand in the file, and sets its own only where a page
is full before one comes: so ours are a little early, and only before rows that may begin a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from renaksi.reports.tree import PAPERS, Cell, Paper

_POINTS: Final = 72 / 25.4  # in a millimetre
_SIDES, _ENDS = 72.0, 93.6  # margins left and right, above and below
_EARLY: Final = 0.93  # of a page: programs round heights and scales each in their own way
_FEW: Final = 8  # rows of a table that is not torn
_USUAL: Final = 15.0  # points of a row whose height is not set


class PrintedPage(NamedTuple):
    """The room of a page in points of the sheet, which is one page wide."""

    room: float

    @classmethod
    def of(cls, paper: Paper, *, landscape: bool, width: float) -> PrintedPage:
        """That of a paper whose width takes a sheet of so many points; nothing is enlarged."""
        short, long = (side * _POINTS for side in PAPERS[paper])
        across, down = (long, short) if landscape else (short, long)
        return cls((down - _ENDS) / min(1.0, (across - _SIDES) / width) * _EARLY)


def width_of(columns: Sequence[float]) -> float:
    """The points over which columns of so many digits reach, with what each leaves at its sides."""
    return sum(round(7 * digits) + 5 for digits in columns) * 0.75


def joined_rows(cells: Sequence[tuple[int, int, Cell]], heads: int) -> set[int]:
    """The rows of a table that begin no page: within a cell that does not split, and the heads.

    A table of a few rows stays whole.
    """
    rows = 1 + max((row for row, _, _ in cells), default=-1)
    found = set(range(1, rows if rows <= heads + _FEW else heads + 1))
    for row, _, cell in cells:
        if cell.rows > 1 and not cell.splits:
            found.update(range(row + 1, row + cell.rows))
    return found


def breaks(
    rows: int,
    heights: Mapping[int, float],
    joined: AbstractSet[int],
    page: PrintedPage,
    again: float,
) -> list[int]:
    """The rows that begin a page, but the first; ``again`` is the height of repeated heads.

    What belongs together and is longer than a page is left to the program that prints it.
    """
    found: list[int] = []
    start, used, may_begin = 0, 0.0, 0
    for row in range(rows):
        height = heights.get(row, _USUAL)
        if row not in joined:
            may_begin = row
        if used + height > page.room and may_begin > start:
            found.append(may_begin)
            start = may_begin
            used = again + sum(heights.get(one, _USUAL) for one in range(start, row))
        used += height
    return found
