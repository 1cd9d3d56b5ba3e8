"""Texts that are struck out: a line runs through the middle of them and of nothing else.

What somebody struck out does not hold any more. It is left out, and told, as are the raised marks
of notes behind words and figures.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import Omission
from renaksi.readers.pages.marks import PageMarks, Rule, Word, rounded
from renaksi.readers.pages.rules import merged
from renaksi.readers.void import Void, told

_HIGH, _LOW = 0.4, 0.72  # of a word's height from its top: where a line strikes it out
_COVERED: Final = 0.7  # of the line, at least, is covered by words: a table's line goes on
_MOST_RULES: Final = 500  # on a page: more are a drawing
_TOUCH: Final = 2.0
_MOST_MARKS: Final = 50  # of notes on a page that are told


def without_struck(page: PageMarks) -> tuple[PageMarks, list[Omission]]:
    """The page without its words that are struck out, and what is to be told of them."""
    down = sorted(page.down)
    loose = [rule for rule in merged(list(page.across)) if not _is_of_table(rule, down)]
    if not loose or len(loose) > _MOST_RULES:
        return page, []
    by_top = sorted(page.words, key=lambda word: word.top)
    tops = [word.top for word in by_top]
    tallest = max((word.size for word in page.words), default=0.0)
    struck: dict[int, Word] = {}
    for rule in loose:
        near = by_top[bisect_left(tops, rule.at - tallest) : bisect_left(tops, rule.at)]
        words = [word for word in near if _runs_through(rule, word)]
        if sum(word.right - word.left for word in words) >= _COVERED * (rule.end - rule.start):
            struck.update((id(word), word) for word in words)
    if not struck:
        return page, []
    kept = tuple(word for word in page.words if id(word) not in struck)
    return page._replace(words=kept), _told(page.number, [w for w in page.words if id(w) in struck])


def _is_of_table(rule: Rule, down: list[Rule]) -> bool:
    """Whether a line down the page meets a line across it."""
    first = bisect_left(down, (rule.start - _TOUCH,))
    return any(
        each.start - _TOUCH <= rule.at <= each.end + _TOUCH
        for each in down[first : bisect_left(down, (rule.end + _TOUCH,))]
    )


def _runs_through(rule: Rule, word: Word) -> bool:
    """Whether a line runs through the middle of a word, from its beginning to its end."""
    height = (rule.at - word.top) / word.size if word.size else 0.0
    return (
        _HIGH <= height <= _LOW
        and rule.start - _TOUCH <= word.left
        and word.right <= rule.end + _TOUCH
        and word.cut is None
    )


def _told(number: int, words: list[Word]) -> list[Omission]:
    """One finding for all that a page has struck out."""
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    struck = Void("struck", " ".join(word.text for word in words))
    place = Place(page=number, box=rounded((left, top, right, bottom)))
    where = (f" di halaman {number}", f" on page {number}")
    return [told(struck, place, where)._replace(about="file")]


def marks_of_notes(page: PageMarks) -> list[Omission]:
    """What is told of the raised marks behind words, as far as so many."""
    marked = [word for word in page.words if word.mark][:_MOST_MARKS]
    return [
        told(
            Void("mark", word.mark),
            Place(page=page.number, box=rounded((word.left, word.top, word.right, word.bottom))),
            (
                f" di belakang “{word.text}” di halaman {page.number}",
                f" behind “{word.text}” on page {page.number}",
            ),
        )._replace(about="file")
        for word in marked
    ]
