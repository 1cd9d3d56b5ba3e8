"""Marks of notes that are raised behind a figure or a word: 10 with a small 1 is not 101."""

from __future__ import annotations

from typing import Final

from renaksi.patterns import pattern

_MARK: Final = pattern(r"\(?(?:\d{1,2}|\*{1,4}|[a-z])\)|\d{1,2}|\*{1,4}|[†‡]")
# Behind these a raised figure is a mark; behind the letters of a unit (m², km³) it is a power.
_FIGURE: Final = pattern(r".*[\d%)]")
_WORD: Final = pattern(r".*\b(?!\w*(?i:meter|metre)\b)[^\W\d_]{4,}")
_LOOKED_AT: Final = 40  # letters before a mark


def is_mark(raised: str, before: str) -> bool:
    """Whether a raised text is the mark of a note and no part of what stands ``before`` it."""
    if not _MARK.fullmatch(raised.strip()):
        return False
    last = " ".join(before[-_LOOKED_AT:].split())
    return bool(_FIGURE.fullmatch(last) or _WORD.fullmatch(last))
