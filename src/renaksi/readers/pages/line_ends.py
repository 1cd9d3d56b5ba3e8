"""What a file writes at the ends of its lines, which tells where a text goes on and where it ends.

Programs that set text write the space at which a line is broken, and none behind the last line of a
text. People may type one there; then a space tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.readers.pages.marks import PageMarks, Word

_SPACED: Final = 0.3  # of the lines that go on: a file with more writes spaces at their ends
_MOST_LOOSE: Final = 1  # spaces behind the last lines of texts: more, and people typed them
_TELLING: Final = 12  # lines that go on within a sentence tell how a file ends them


class LineEnds(NamedTuple):
    """How a file ends its lines.

    ``write_spaces``: it writes a space where a text goes on in the line below; ``tell_more``: only
    there, so that a space at the end of a page says that the text goes on; ``tell_end``: wherever a
    sentence does, so that none says that the text ends.
    """

    write_spaces: bool
    tell_more: bool
    tell_end: bool


def line_ends(pages: Sequence[PageMarks]) -> LineEnds:
    """How the lines of some pages end."""
    on: list[bool] = []  # of each line with another below it, whether a space is written behind it
    within: list[bool] = []  # of those of them that go on within a sentence
    loose = 0  # spaces behind lines with nothing of their text below, but for those at a page's end
    for page in pages:
        for one, other in pairwise(page.words):
            if is_below(one, other):
                on.append(one.spaced)
                if other.text[0].islower() and one.text[-1].isalpha():
                    within.append(one.spaced)
            elif one.spaced and not is_beside(one, other):
                loose += loose <= _MOST_LOOSE and _is_last(one, page)
    write_spaces = sum(on) > _SPACED * len(on)
    return LineEnds(
        write_spaces,
        tell_more=write_spaces and loose <= _MOST_LOOSE,
        tell_end=len(within) >= _TELLING and all(within),
    )


def _is_last(word: Word, page: PageMarks) -> bool:
    """Whether a word ends a text above others of its table: no line of it stands right below."""
    last = max((rule.at for rule in page.across), default=page.height)
    below = [
        other
        for other in page.words
        if word.bottom < other.middle < last and other.left < word.right and word.left < other.right
    ]
    return bool(below) and not any(
        is_below(word, other) and not _is_parted(word, other, page) for other in below
    )


def _is_parted(word: Word, other: Word, page: PageMarks) -> bool:
    """Whether a line is drawn between a word and one below it."""
    return any(
        word.middle < rule.at < other.middle and rule.start <= word.centre <= rule.end
        for rule in page.across
    )


def is_beside(one: Word, other: Word) -> bool:
    """Whether a word stands at the right of another, a space further."""
    level = abs(one.middle - other.middle) < one.size / 2
    return level and 0 < other.left - one.right < one.size


def is_below(one: Word, other: Word) -> bool:
    """Whether a word stands in the line below another."""
    return other.left < one.right and one.size / 2 < other.middle - one.middle < 2 * one.size
