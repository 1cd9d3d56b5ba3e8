"""How wide words are in the typeface of tables, so that what does not fit is known beforehand.

Widths are those of Helvetica, which TeX Gyre Heros, Arial and Liberation Sans share, in
sizes of the type; a letter of another script counts as a whole one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from textwrap import wrap
from typing import Final

_GROUPS: Final = (
    (0.22, "'ijl"), (0.28, " !,./:;If[]\\t\u2018\u2019"), (0.34, "()-r`\u201c\u201d"), (0.39, '"*'),
    (0.5, "Jckswvxyz"), (0.61, "+<=>FLTZ~"), (0.67, "&ABEKPSVXY"), (0.73, "CDHNRUw"),
    (0.78, "GOQ"), (0.84, "Mm"), (0.89, "%"), (0.95, "W"), (1.0, "\u2013\u2014\u2026@"),
)  # fmt: skip
_EMS: Final = {letter: width for width, letters in _GROUPS for letter in letters}
_USUAL, _FOREIGN, _SCRIPTS = 0.56, 1.0, 0x0250
_BOLD, _BOLD_CAPITALS = 1.1, 1.04
_LONGEST_WORD: Final = 24
# Where a line may end within a run of letters; codes and years stay whole (*7QX2M-4P9DA*).
_ENDS: Final = re.compile(r"(?<=/)(?=\w)|(?<=[a-z][\-\u2013])(?=\w)|\s+")
# A run of letters without a space, or a stroke at which a line may end anyway.
_LONG: Final = re.compile(rf"[^\s/\-\u2013]{{{_LONGEST_WORD + 1},}}")
_BREAK: Final = "\u200b"


@lru_cache(maxsize=8192)
def ems(word: str) -> float:
    """The width of a word in sizes of its type."""
    return sum(_EMS.get(letter, _USUAL if ord(letter) < _SCRIPTS else _FOREIGN) for letter in word)


def bolder(text: str) -> float:
    """By how much the text is wider in bold."""
    return _BOLD_CAPITALS if text.isupper() else _BOLD


def pieces(text: str) -> list[str]:
    """The runs of letters within which no line ends."""
    return [piece for piece in _ENDS.split(text) if piece]


def lines(text: str, room: float) -> int:
    """How many lines the text takes in so many sizes of its type."""
    return sum(_lines_of(line, room) for line in text.split("\n"))


def _lines_of(line: str, room: float) -> int:
    count, reached = 1, 0.0
    for piece in pieces(line):
        width = ems(piece)
        if reached and reached + _EMS[" "] + width > room:
            count, reached = count + 1, 0.0
        reached += width + (_EMS[" "] if reached else 0.0)
        while reached > room:  # a word that is broken
            count, reached = count + 1, reached - room
    return count


def breakable(text: str, room: float | None = None) -> str:
    """The text with places to break in words that are wider than ``room``, or than any column."""
    if room is None:
        if len(text) <= _LONGEST_WORD:
            return text
        return _LONG.sub(lambda word: _BREAK.join(wrap(word[0], _LONGEST_WORD // 2)), text)
    return "".join(_broken(piece, room) for piece in re.split(r"(\s+)", text))


def _broken(piece: str, room: float) -> str:
    width = ems(piece)
    if width <= room or piece.isspace():
        return piece
    return _BREAK.join(wrap(piece, max(1, int(len(piece) * room / width * 0.9))))
