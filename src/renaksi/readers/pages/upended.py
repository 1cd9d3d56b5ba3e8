"""Texts that run up or down a page whose other texts are upright: the heads of narrow columns.

Their letters come one by one, each above or below the one before. They make one word for each of
their lines, as low as a line of upright text, in the middle of where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from renaksi.readers.pages.marks import Word

_SAME_LINE: Final = 0.3  # of a letter's width: its line's letters stand as exactly above each other
_FARTHEST: Final = 0.8  # of the width: a space between two letters is no wider
_SPACE: Final = 0.25  # of the width: wider gaps part words
_INSET: Final = 0.1  # of the width, so that two lines side by side are two words


def run_of(words: Sequence[Word], start: int) -> int:
    """How many of the words from ``start`` on are single letters that stand on each other."""
    count, direction = 1, 0.0
    while start + count < len(words) and len(words[start + count - 1].text) == 1:
        one, other = words[start + count - 1], words[start + count]
        step = other.middle - one.middle
        width = one.right - one.left
        gap = max(other.top - one.bottom, one.top - other.bottom)
        if (
            len(other.text) > 1
            or abs(other.centre - one.centre) > _SAME_LINE * width
            or step * direction < 0
            or not -_SAME_LINE * width < gap < _FARTHEST * width
        ):
            break
        direction = step
        count += 1
    return count


def upright(letters: Sequence[Word]) -> Word:
    """The word that these letters make, in the order in which they are printed."""
    text = letters[0].text
    for before, letter in pairwise(letters):
        gap = max(letter.top - before.bottom, before.top - letter.bottom)
        wide = gap > _SPACE * (letter.right - letter.left)
        text += f" {letter.text}" if before.spaced or wide else letter.text
    left, right = min(each.left for each in letters), max(each.right for each in letters)
    top, bottom = min(each.top for each in letters), max(each.bottom for each in letters)
    inset, middle, half = _INSET * (right - left), (top + bottom) / 2, (right - left) / 2
    return letters[0]._replace(
        left=left + inset, right=right - inset, top=middle - half, bottom=middle + half,
        text=text, bold=all(each.bold for each in letters), spaced=letters[-1].spaced,
    )  # fmt: skip
