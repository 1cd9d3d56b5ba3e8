"""Quarters that stand above the text that they are of.

A text in the middle of its cell's height comes down as a line behind *TW I*, or behind *TW II*.
What no row of a block waits for is kept until a text begins there that goes on with the next
quarter; where none does, it is what it was taken for without that.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi.interpret.drafts import DraftRow
from renaksi.interpret.header_words import Role
from renaksi.interpret.items import Item
from renaksi.quarter import QUARTERS

_MOST: Final = 2  # quarters above a text in the middle of four
_FIRST: Final = QUARTERS[0]
_LAST: Final = QUARTERS[-1]


class Early(NamedTuple):
    """A quarter that waits, and the row that stood above it in its block."""

    above: DraftRow | None
    item: Item
    role: Role


class Waiting:
    """The quarters that wait for a text, by block."""

    __slots__ = ("kept",)

    def __init__(self) -> None:
        """None does."""
        self.kept: dict[int, list[Early]] = {}

    def keep(self, block: int, above: DraftRow | None, item: Item, role: Role) -> bool:
        """Keep a quarter that may be of a text below it; False where it goes on with a row."""
        kept = self.kept.get(block)
        if kept:
            if len(kept) == _MOST or kept[0].above is not above:
                return False
            if item.quarter != QUARTERS[len(kept)] or item.quantity is None:
                return False
        elif not _is_out_of_turn(above, item):
            return False
        self.kept.setdefault(block, []).append(Early(above, item, role))
        return True

    def take(self, block: int, row: DraftRow, item: Item) -> list[Early]:
        """The quarters that are of a row that has begun, of which an item is the next."""
        kept = self.kept.get(block)
        if not kept or row is kept[0].above or row.newest is not None:
            return []
        return self.kept.pop(block) if item.quarter == QUARTERS[len(kept)] else []

    def give_up(self, block: int | None = None) -> list[Early]:
        """The quarters of a block, or of all, for which no text came."""
        if block is not None:
            return self.kept.pop(block, [])
        kept = [each for early in self.kept.values() for each in early]
        self.kept.clear()
        return kept


def _is_out_of_turn(above: DraftRow | None, item: Item) -> bool:
    """Whether a first quarter does not go on with the row above it, which is past its last."""
    if item.quarter != _FIRST or item.quantity is None:
        return False
    if above is None:
        return True
    held = above.values.get(_FIRST)
    is_again = held is not None and held.quantity.text == item.quantity.text
    return above.newest == _LAST and not is_again
