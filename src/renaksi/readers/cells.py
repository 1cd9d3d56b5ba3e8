"""The text of one cell as every reader gives it: clean, on one line, its line ends remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# Characters without width, marks of direction, and blanks and line ends of other kinds.
_NOTHING: Final = "\xad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_DIRECTIONS: Final = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_BLANKS: Final = "\xa0\u2007\u202f\v\f\x85\u2028\u2029"
_GROUPED: Final = re.compile(
    r"(?:Rp\.? ?)?\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?)"
)
# Bullets and signs as fonts of signs keep them, where no font is known any more.
_SIGNS: Final = {
    **dict.fromkeys([0xF06C, 0xF06E, 0xF076, 0xF0A7, 0xF0B7, 0xF0D8], "•"),
    0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0FC: "✓",
}  # fmt: skip
_CONTROLS: Final = [*range(9), *range(14, 32), 127]  # blanks and line ends are none
INVISIBLE: Final[dict[int, str | None]] = {
    **dict.fromkeys([*map(ord, _NOTHING), *_DIRECTIONS, *_CONTROLS]),
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **_SIGNS,
}


def clean(text: str) -> str:
    """One line of text without invisible characters and with single spaces."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(INVISIBLE)
    return " ".join(text.split())


def continued(above: str, below: str) -> str:
    """A text and what stands in the line below it, a word that was broken there put together.

    A hyphen stays where the word has one of its own: *perundang-undangan*, *RKA-SKPD*.
    """
    first = above.rsplit(" ", 1)[-1]
    if len(first) < 3 or first[-1] != "-" or not first[-2].isalpha() or not below[0].isalnum():
        return f"{above} {below}"
    is_twice = below.split(" ", 1)[0][:4].casefold() in first.casefold()
    return above + below if is_twice or not below[0].islower() else above[:-1] + below


def _breaks_figure(above: str, below: str) -> bool:
    """Whether a figure was broken between its groups: *1.250.* above *000.000*."""
    whole = above + below
    return _GROUPED.fullmatch(whole) is not None and (
        whole.count(above[-1]) > 1 or below in ("000", "00") or above[-1] == ","
    )


def joined(lines: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The lines of a cell as one text, and the offsets of the spaces at which they ended."""
    text = ""
    breaks = []
    for line in map(clean, lines):
        if not line:
            continue
        if text and not (text[-1] in ".," and _breaks_figure(text, line)):
            breaks.append(len(text))
            text += " "
        text += line
    return text, tuple(breaks)
