"""What the style of a number says of the level: *1.2.1*, *A.*, *1.*, *a.* each have their own.

A document that numbers goals *I*, objectives *1*, programs *A* and so on is learned from
the elements whose level is sure, and then tells the level of those that lost their label.
"""

from __future__ import annotations

from renaksi.interpret.drafts import BY_RANK, RANK
from renaksi.model import Level


def style_of(number: str | None) -> str | None:
    """The style of a number: its depth where it has dots, else digits, letters or Roman numerals."""
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

    def level_of(self, number: str | None, newest: Level | None) -> Level | None:
        """The level that a number's style tells after an element of level ``newest``, or None."""
        style = style_of(number)
        if style is None or number is None:
            return None
        seen = self._seen.get(style)
        if seen and newest:
            rank = RANK[newest]
            ranks = sorted(RANK[level] for level in seen)
            near = [r for r in ranks if r in (rank, rank + 1)] or [r for r in ranks[::-1] if r < rank]
            return BY_RANK[near[0]] if near else None
        if style.startswith("depth"):
            return self._by_depth(number.count("."))
        return None

    def _by_depth(self, depth: int) -> Level | None:
        """The level of a depth that was not seen, counted from one that was."""
        for style, seen in self._seen.items():
            if len(seen) == 1 and style.startswith("depth"):
                rank = RANK[next(iter(seen))] + depth - int(style.split()[1])
                return BY_RANK[rank] if 0 <= rank <= 4 else None
        return BY_RANK[depth] if depth <= 4 else None
