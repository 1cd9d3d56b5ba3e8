"""Words as printed lines: in a cell, and in the text around tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.readers.pages.marks import Word

_SAME_LINE: Final = 0.5  # of a word's height: how far its middle may lie from the line's
_GLUED: Final = 0.12  # of the height: words that are nearer were one word
_EVEN: Final = 0.2  # of the height: gaps that differ by less are equal
_LEAST_JUSTIFIED: Final = 3  # words
_WIDE: Final = 1.2  # of the height: a gap that parts columns of a text


class Line(NamedTuple):
    """Words beside each other, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The top of its tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The bottom of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Its words, parted by single spaces."""
        parts = [self.words[0].text]
        for before, word in zip(self.words, self.words[1:], strict=False):
            glued = word.left - before.right < _GLUED * word.size
            parts.append(word.text if glued else f" {word.text}")
        return "".join(parts)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    def segments(self) -> list[Line]:
        """Its parts between wide gaps; a line that is set to both margins is one."""
        if self._is_justified():
            return [self]
        parts = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.left - before.right > _WIDE * max(word.size, before.size):
                parts.append([word])
            else:
                parts[-1].append(word)
        return [Line(tuple(part)) for part in parts]

    def _is_justified(self) -> bool:
        """Whether its gaps are equal: the words of a sentence, not those of columns."""
        if len(self.words) < _LEAST_JUSTIFIED:
            return False
        gaps = [other.left - one.right for one, other in pairwise(self.words)]
        if min(gaps) <= 0 or max(gaps) - min(gaps) > _EVEN * self.words[0].size:
            return False
        letters = [word.text.isalpha() and not word.text.isupper() for word in self.words]
        return 3 * sum(letters) >= 2 * len(letters) and len({w.text for w in self.words}) > 1


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines that words make, from the top down."""
    rows: list[list[Word]] = []
    middles: list[float] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        # Words come by their middles, so only the last few lines can be theirs.
        for back in range(1, min(3, len(rows)) + 1):
            if abs(word.middle - middles[-back]) <= _SAME_LINE * min(
                word.size, rows[-back][0].size
            ):
                rows[-back].append(word)
                break
        else:
            rows.append([word])
            middles.append(word.middle)
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]
