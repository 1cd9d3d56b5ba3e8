"""The words that official names and indicators use again and again, and so do plans.

`scripts/build_nomenclature.py` makes the list; it is read where a word may have been parted.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is one of them."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    text = files("renaksi.readers.pages").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(text.split())
