"""What is printed on a page: words with their boxes, and the straight rules drawn around them.

All coordinates are in points from the top left corner of the page as it is held to be read: a
page whose text runs up or down the sheet is turned first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Word(NamedTuple):
    """A word and its box; ``spaced`` where the file itself writes a space behind it."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    bold: bool = False
    spaced: bool = False

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


class Rule(NamedTuple):
    """A straight line: across at height ``at`` from left to right, or down at ``at``."""

    at: float
    start: float
    end: float


class PageMarks(NamedTuple):
    """The marks of one page; ``pictures`` counts the pictures on it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictures: int = 0


Point = tuple[float, float]
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


def box(
    turn: Turn, x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float]:
    """A box in the page's coordinates: left, top, right, bottom."""
    ax, ay = turn(x0, y0)
    bx, by = turn(x1, y1)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
