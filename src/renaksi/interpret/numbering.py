"""What the style of a number says of the level: *1.2.1*, *A.*, *1.*, *a.* each have their own.

A document that numbers goals *I*, objectives *1*, programs *A* and so on is learned from
the elements whose level is sure, and then tells the level of those that lost their label.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement
from renaksi.model import Level


def style_of(number: str | None) -> str | None:
    """The style of a number: its depth where it has dots, else digits, letters or Roman."""
    if not number:
        return None
    if "." in number:
        return f"depth {number.count('.')}"
    if number.isdigit():
        return "digits"
    if set(number) <= set("IVX"):
        return "roman"
    return "upper" if number.isupper() else "lower"


class NumberLevels:
    """The levels in which each style of numbers was seen."""

    def __init__(self) -> None:
        """Nothing is learned yet."""
        self._seen: dict[str, set[Level]] = {}

    def learn(self, number: str | None, level: Level) -> None:
        """An element of ``level`` bears ``number``."""
        style = style_of(number)
        if style is not None:
            self._seen.setdefault(style, set()).add(level)

    def levels_of(
        self, number: str | None, latest: Mapping[Level, DraftElement], newest: Level | None
    ) -> tuple[Level, ...]:
        """The levels that a number's style and sequence tell, the deepest first.

        ``latest`` are the elements that stand last on the page, level by level. A number
        tells a level where its style was seen there and it is the next in sequence.
        """
        style, here = style_of(number), ordinal_of(number)
        if style is None or number is None or here is None:
            return ()
        if style.startswith("depth"):
            seen = self._seen.get(style)
            if seen is not None and len(seen) == 1:
                return tuple(seen)
            level = _below(number, latest) or self._by_depth(number.count("."))
            return (level,) if level is not None else ()
        deepest = RANK[newest] + 1 if newest else 0
        found = []
        for level in BY_RANK[: deepest + 1][::-1]:
            if level not in self._seen.get(style, ()):
                continue
            last = latest.get(level)
            expected = (ordinal_of(last.number) or 0) + 1 if last is not None else 1
            if here == expected:
                found.append(level)
        return tuple(found)

    def _by_depth(self, depth: int) -> Level | None:
        """The level of a depth that was not seen, counted from one that was."""
        for style, seen in self._seen.items():
            if len(seen) == 1 and style.startswith("depth"):
                rank = RANK[next(iter(seen))] + depth - int(style.split()[1])
                return BY_RANK[rank] if 0 <= rank <= 4 else None
        return BY_RANK[depth] if depth <= 4 else None


def _below(number: str, latest: Mapping[Level, DraftElement]) -> Level | None:
    """The level below the element that stands last and bears the first part: 1 of 1.2."""
    first = number.rsplit(".", 1)[0]
    for rank in range(3, -1, -1):
        above = latest.get(BY_RANK[rank])
        if above is not None and above.number == first:
            return BY_RANK[rank + 1]
    return None


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@lru_cache(maxsize=4096)
def ordinal_of(number: str | None) -> int | None:
    """The place of a number in its sequence: 2, B, b, II and 1.2 are all the second."""
    last = (number or "").rsplit(".", 1)[-1]
    if last.isdigit():
        return int(last)
    if last in _ROMAN:
        return _ROMAN.index(last) + 1
    if len(last) == 1 and last.isascii() and last.isalpha():
        return ord(last.lower()) - ord("a") + 1
    return None
