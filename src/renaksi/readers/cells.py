"""The text of one cell as every reader gives it: clean, on one line, its line ends remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# Characters without width, marks of direction, and blanks and line ends of other kinds.
_NOTHING: Final = "\xad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_DIRECTIONS: Final = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_BLANKS: Final = "\xa0\u2007\u202f\v\f\x85\u2028\u2029"
INVISIBLE: Final[dict[int, str | None]] = {
    **dict.fromkeys([*map(ord, _NOTHING), *_DIRECTIONS]),
    **dict.fromkeys(map(ord, _BLANKS), " "),
}


def clean(text: str) -> str:
    """One line of text without invisible characters and with single spaces."""
    if not text.isascii():
        text = text.translate(INVISIBLE)
    return " ".join(text.split())


def joined(lines: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The lines of a cell as one text, and the offsets of the spaces at which they ended."""
    text = ""
    breaks = []
    for line in map(clean, lines):
        if not line:
            continue
        if text:
            breaks.append(len(text))
            text += " "
        text += line
    return text, tuple(breaks)
