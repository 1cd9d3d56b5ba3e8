"""A row's segments: what it prints in one block of columns, and how items are placed in it."""

from renaksi.interpret.drafts import DraftElement, DraftRow
from renaksi.interpret.header_words import Role
from renaksi.interpret.items import Item

# An item and the column that it belongs to, with its role; None where it belongs nowhere.
Placed = tuple[Item, Role | None, int]


class Segment:
    """What a row prints in one block: the element and row begun there, the quarter last named."""

    __slots__ = ("block", "element", "has_values", "quarter", "row")

    def __init__(self, block: int) -> None:
        """Nothing is begun."""
        self.block = block
        self.element: DraftElement | None = None
        self.row: DraftRow | None = None
        self.quarter: str | None = None
        self.has_values = False
