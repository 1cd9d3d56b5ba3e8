"""What is printed on a page: words with their boxes, and the straight rules drawn around them.

All coordinates are in points from the top left corner of the page as it is held to be read: a
page whose text runs up or down the sheet is turned first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

_INSET: Final = 1.0  # points, from the edge of what is shown of a cell

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


class Word(NamedTuple):
    """A word and its box; ``spaced`` where the file itself writes a space behind it.

    ``cut`` is the box in which its text is shown, where the word lies outside and so is not seen;
    ``mark`` the raised mark of a note behind it, which is no part of its text.
    """

    left: float
    top: float
    right: float
    bottom: float
    text: str
    bold: bool = False
    spaced: bool = False
    cut: Box | None = None
    mark: str = ""

    @property
    def size(self) -> float:
        """The height of its line."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way to the right."""
        return (self.left + self.right) / 2

    @property
    def spot(self) -> Point:
        """A point of the cell that it belongs to: of a word that is cut off, the nearest seen."""
        if self.cut is None:
            return self.centre, self.middle
        left, top, right, bottom = self.cut
        inset = min(_INSET, (right - left) / 2, (bottom - top) / 2)
        return (
            min(max(self.centre, left + inset), right - inset),
            min(max(self.middle, top + inset), bottom - inset),
        )


class Rule(NamedTuple):
    """A straight line: across at height ``at`` from left to right, or down at ``at``."""

    at: float
    start: float
    end: float


class PageMarks(NamedTuple):
    """The marks of one page; ``pictures`` counts the pictures on it.

    ``of_sheet``: it was printed from a spreadsheet, whose rows keep their heights. ``unreadable``
    counts the words that are drawn in a font which does not say what its letters are.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictures: int = 0
    of_sheet: bool = False
    unreadable: int = 0


Turn = Callable[[float, float], Point]


def turned(quarters: int, left: float, bottom: float, right: float, top: float) -> Turn:
    """From a PDF's own coordinates to the page as it is looked at, turned clockwise so often."""
    if quarters == 1:
        return lambda x, y: (y - bottom, x - left)
    if quarters == 2:
        return lambda x, y: (right - x, y - bottom)
    if quarters == 3:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def box(turn: Turn, x0: float, y0: float, x1: float, y1: float) -> Box:
    """A box in the page's coordinates: left, top, right, bottom."""
    ax, ay = turn(x0, y0)
    bx, by = turn(x1, y1)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def rounded(box: Box) -> Box:
    """A box in tenths of a point."""
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
