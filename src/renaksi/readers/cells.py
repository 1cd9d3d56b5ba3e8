"""The text of one cell as every reader gives it: clean, on one line, its line ends remembered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

INVISIBLE: Final[dict[int, str | None]] = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xAD]
) | {0xA0: " ", 0x2007: " ", 0x202F: " ", 0x0B: " ", 0x0C: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}


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
