"""What a page shows of its texts: a cell that is too small cuts off the lines that do not fit.

A spreadsheet prints such a text whole, with the box outside of which none of it is seen. So a word
that lies outside of its box belongs to the cell around the box, wherever it would stand.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pypdfium2.raw as pdfium

from renaksi.readers.pages.marks import Box, Rule, Turn, Word

_MOST_CORNERS: Final = 16  # of a box
_MOST_BOXES: Final = 8  # within each other
_MOST_WORDS: Final = 200  # of a cell that a page break cuts
_SAME_SPOT: Final = 2.0  # points
_NEXT_LINE: Final = 1.6  # of a word's height, from the middle of one line to that of the next
_SHOWN: Final = 0.7  # of a line's height: two pages that part a line do not both show so much


class Shown:
    """The boxes in which the texts of one page are shown."""

    def __init__(self, texts: Iterable[Any], turn: Turn) -> None:
        """Of the text objects of a page, find those that have such a box."""
        self._turn = turn
        self._paths: dict[int, Any] = {}
        self._boxes: dict[int, Box | None] = {}
        for text in texts:
            path = pdfium.FPDFPageObj_GetClipPath(text)
            if path and pdfium.FPDFClipPath_CountPaths(path) > 0:
                self._paths[ctypes.addressof(text.contents)] = path

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._paths)

    def cut(self, text: Any, left: float, top: float, right: float, bottom: float) -> Box | None:
        """The box of a text object where a word of it reaches outside, else None."""
        if not text:
            return None
        key = ctypes.addressof(text.contents)
        if key not in self._boxes:
            self._boxes[key] = self._box(self._paths[key]) if key in self._paths else None
        box = self._boxes[key]
        if box is None:
            return None
        is_seen = box[0] <= (left + right) / 2 <= box[2] and box[1] <= top and bottom <= box[3]
        return None if is_seen else box

    def _box(self, path: Any) -> Box | None:
        """What all parts of a path have in common; None where that is nothing."""
        x, y = ctypes.c_float(), ctypes.c_float()
        left = top = float("-inf")
        right = bottom = float("inf")
        for part in range(min(pdfium.FPDFClipPath_CountPaths(path), _MOST_BOXES)):
            corners = []
            count = pdfium.FPDFClipPath_CountPathSegments(path, part)
            for number in range(min(count, _MOST_CORNERS)):
                corner = pdfium.FPDFClipPath_GetPathSegment(path, part, number)
                if pdfium.FPDFPathSegment_GetPoint(corner, ctypes.byref(x), ctypes.byref(y)):
                    corners.append(self._turn(x.value, y.value))
            if corners:
                left = max(left, min(at for at, _ in corners))
                right = min(right, max(at for at, _ in corners))
                top = max(top, min(at for _, at in corners))
                bottom = min(bottom, max(at for _, at in corners))
        return (left, top, right, bottom) if left < right and top < bottom else None


def without_doubles(
    words: Sequence[Word], across: Sequence[Rule], before: Sequence[Word], after: Sequence[Word]
) -> Sequence[Word]:
    """The words of a table on a page, without those that the page before or after shows.

    A cell that goes on over a page break is printed whole on both pages, and each shows its part.
    ``across`` are the lines of the page, ``before`` the words in the cells that the page before
    leaves open (`at_the_end`). Another cell may begin with the words of one on the next page: what
    is seen of the cell here must be printed there, too. A word that hardly reaches out of its box
    is shown here.
    """
    cells: dict[tuple[Box, bool], list[Word]] = {}
    for word in words:
        if word.cut is not None and not _is_shown(word, word.cut):
            cells.setdefault((word.cut, word.top < word.cut[1]), []).append(word)
    if not cells:
        return words
    gone: set[int] = set()
    above, below = _by_text(before), _by_text(after)
    for (box, _), group in cells.items():
        whole = [*group, *_seen_beside(group, box, words)]
        earlier = _printed_again(whole, above)
        later = _printed_again(whole, below) if at_the_end(group, across) else ()
        for n, word in enumerate(group):
            if (earlier and _seen(earlier[n]) >= _seen(word)) or (
                later and _seen(later[n]) > _seen(word)
            ):
                gone.add(id(word))
    return [word for word in words if id(word) not in gone] if gone else words


def at_the_end(words: Sequence[Word], across: Sequence[Rule]) -> list[Word]:
    """The words of a table on a page below which no line is drawn but the last one."""
    last = max((rule.at for rule in across), default=0.0)
    inner = [rule for rule in across if rule.at < last - _SAME_SPOT]
    found = []
    for word in words:
        x, y = word.spot
        if not any(rule.at > y and rule.start <= x <= rule.end for rule in inner):
            found.append(word)
    return found


def _seen_beside(group: Sequence[Word], box: Box, words: Sequence[Word]) -> list[Word]:
    """The words that a box shows in the line next to those that it cuts off at one side."""
    ends = min(group, key=lambda word: word.top), max(group, key=lambda word: word.top)
    return [
        word
        for word in words
        if (word.cut is None or (word.cut == box and _is_shown(word, box)))
        and box[0] <= word.centre <= box[2]
        and box[1] <= word.middle <= box[3]
        and min(abs(word.middle - end.middle) for end in ends) < _NEXT_LINE * word.size
    ]


def _is_shown(word: Word, box: Box) -> bool:
    """Whether a word is seen but for a hair of its letters: descenders, or the dots of an *i*."""
    return box[0] <= word.spot[0] <= box[2] and _seen(word) > _SHOWN * word.size


def _seen(word: Word) -> float:
    """How much of a word's height is shown."""
    if word.cut is None:
        return word.size
    return max(0.0, min(word.bottom, word.cut[3]) - max(word.top, word.cut[1]))


def _printed_again(words: Sequence[Word], by_text: Mapping[str, list[Word]]) -> list[Word]:
    """The same words on another page, all moved up or down as far; none where one is not there."""
    if len(words) > _MOST_WORDS:
        return []
    first = words[0]
    for start in by_text.get(first.text, ())[:_MOST_WORDS]:
        if abs(start.left - first.left) <= _SAME_SPOT:
            down = start.top - first.top
            found = [_at(by_text.get(word.text, ()), word, down) for word in words]
            if all(found):
                return [word for word in found if word is not None]
    return []


def _at(words: Sequence[Word], word: Word, down: float) -> Word | None:
    """The one of some words with the same text that stands where a word does, moved down so far."""
    return next(
        (
            other
            for other in words
            if abs(other.left - word.left) <= _SAME_SPOT
            and abs(other.top - word.top - down) <= _SAME_SPOT
        ),
        None,
    )


def _by_text(words: Sequence[Word]) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words:
        found.setdefault(word.text, []).append(word)
    return found
