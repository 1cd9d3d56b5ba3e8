"""Numbers as documents print them before names, put into order.

Elements are numbered ``1.``, ``2)``, ``a.``, ``B.``, ``III`` or ``1.2``. A group of siblings
counts in one style; where styles mix, nothing can be said and the group is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_ROMAN: Final = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip

# More digits than this are no number of a row, but a figure gone astray.
_DIGITS: Final = 12


def positions(numbers: Sequence[str | None]) -> tuple[int | None, ...] | None:
    """The place that each number gives, None for no number; None for all where styles mix.

    ``["1.", None, "3"]`` → ``(1, None, 3)``; ``["a", "c"]`` → ``(1, 3)``;
    ``["I", "II"]`` → ``(1, 2)``; ``["2.1", "2.2"]`` → ``(1, 2)``; ``["1", "B"]`` → None.
    """
    return _positions(tuple(numbers))


@lru_cache(maxsize=4096)
def _positions(numbers: tuple[str | None, ...]) -> tuple[int | None, ...] | None:
    """The same, remembered: every plan counts 1, 2, 3."""
    if any(sum(c.isdecimal() for c in number or "") > _DIGITS for number in numbers):
        return None
    if all(number is None or number.isdecimal() for number in numbers):
        plain = tuple(None if number is None else int(number) for number in numbers)
        return plain if any(plain) else None
    marks = [number.strip(" .()").lower() if number else "" for number in numbers]
    printed = [mark for mark in marks if mark]
    if not printed:
        return None
    heads = {mark.rpartition(".")[0] for mark in printed}
    if len(heads) > 1:
        return None
    tails = [mark.rpartition(".")[2] for mark in marks]
    used = [tail for tail in tails if tail]
    if all(tail.isdecimal() for tail in used):
        return tuple(int(tail) if tail else None for tail in tails)
    if used[0] == "i" and all(tail in _ROMAN for tail in used):
        return tuple(_ROMAN.index(tail) + 1 if tail else None for tail in tails)
    if all(len(tail) == 1 and tail.isalpha() and tail.isascii() for tail in used):
        return tuple(ord(tail) - ord("a") + 1 if tail else None for tail in tails)
    return None
