"""Lanes: for each block of columns, the element and indicator row that stand there now.

A stacked table prints *TW I* beside the indicator and *TW II … IV* in the rows below,
for two indicators side by side (activity and sub-activity). What a later row prints in a
block without naming anything belongs to that block's lane. A lane knows how well values
or a number go on with it, which helps to tell blocks apart where columns have shifted.
"""

from __future__ import annotations

from renaksi.interpret.drafts import RANK, DraftElement, DraftRow
from renaksi.interpret.items import Item
from renaksi.interpret.numbering import ordinal_of, style_of

# What it costs, in the alignment of a row, that something goes on with a lane.
_NEXT, _SAME, _AGAIN, _LATER, _OUT_OF_TURN = 0.0, 0.39, 0.4, 0.5, 0.8
_NO_LANE, _CONTRADICTS = 1.0, 2.0
_NEAREST = 40  # rows of an element among which one that is printed again is sought


class Lane:
    """An element that stands in a block, and its row that was begun last."""

    __slots__ = ("element", "row")

    def __init__(self, element: DraftElement) -> None:
        """No row has begun."""
        self.element = element
        self.row: DraftRow | None = None


class Lanes:
    """The lanes of the table that is being read, by block."""

    def __init__(self) -> None:
        """Nothing stands anywhere."""
        self._lanes: dict[int, Lane] = {}

    def begin(self, block: int, element: DraftElement) -> None:
        """``element`` begins in a block: what is not above it is over in every other block."""
        rank = RANK[element.level]
        self._lanes = {
            other: lane
            for other, lane in self._lanes.items()
            if other != block and RANK[lane.element.level] < rank
        }
        self._lanes[block] = Lane(element)

    def open(self, block: int, row: DraftRow) -> None:
        """A row of indicators begins or goes on in a block."""
        lane = self._lanes.get(block)
        if lane is None or lane.element is not row.element:
            lane = Lane(row.element)
            self._lanes[block] = lane
        lane.row = row

    def close_below(self, rank: int) -> None:
        """A heading of ``rank`` begins: what stands at or below it is over."""
        self._lanes = {
            block: lane for block, lane in self._lanes.items() if RANK[lane.element.level] < rank
        }

    def refit(self, before: int, blocks: int) -> None:
        """Other columns begin, of as many blocks or not: then only the last lane goes on, last."""
        if self._lanes and blocks != before:
            last = self._lanes[max(self._lanes)]
            self._lanes = {blocks - 1: last}

    def owner(self, block: int) -> DraftElement | None:
        """The element that stands in a block."""
        lane = self._lanes.get(block)
        return lane.element if lane is not None else None

    def waiting(self) -> DraftElement | None:
        """The element that began last, if nothing that belongs to it has come yet."""
        last = next(reversed(self._lanes.values()), None)
        return last.element if last is not None and not last.element.rows else None

    def row(self, block: int) -> DraftRow | None:
        """The row that stands in a block."""
        lane = self._lanes.get(block)
        return lane.row if lane is not None else None

    def home(self, block: int) -> int:
        """The column in which the row of a block stood last, -1 where there is none."""
        row = self.row(block)
        return -1 if row is None or row.column is None else row.column

    def is_overtaken(self, block: int, column: int) -> bool:
        """Whether quarters of another block's row came to stand below those of this one.

        So they do in the column of an activity where a sub-activity is printed in its place.
        """
        row = self.row(block)
        if len(self._lanes) < 2 or row is None or row.column != column or row.newest is None:
            return False
        for other, lane in self._lanes.items():
            above = lane.row
            if other == block or above is None or above.column != column:
                continue
            if above.expects() == row.expects() and _line_of(above) > _line_of(row):
                return True
        return False

    def cost_of_values(self, block: int, pairs: list[Item]) -> float:
        """How badly quarters go on with the row of a block."""
        lane = self._lanes.get(block)
        row = lane.row if lane is not None else None
        if row is None:
            return _NO_LANE
        costs = [_cost_of_value(row, pair) for pair in pairs]
        if costs[0] in (_LATER, _SAME) and pairs[0].quarter == row.expects():
            costs = [_NEXT if cost in (_LATER, _SAME) else cost for cost in costs]
        return max(costs)

    def cost_of_indicator(self, block: int, item: Item) -> float:
        """How badly an indicator's text goes on with the rows of a block's element."""
        lane = self._lanes.get(block)
        if lane is None:
            return _NO_LANE
        here = ordinal_of(item.number)
        if here is None:
            return _NEXT
        rows = lane.element.rows
        last = ordinal_of(rows[-1].number) or len(rows) if rows else 0
        if here == last + 1 or any(_begins_like(row, item) for row in rows[-_NEAREST:]):
            return _NEXT
        return _OUT_OF_TURN

    def has_printed(self, block: int, item: Item) -> bool:
        """Whether a block's element has the very indicator already, by number and text."""
        lane = self._lanes.get(block)
        rows = lane.element.rows[-_NEAREST:] if lane is not None else []
        return any(row.number == item.number and row.prints(item.text) for row in rows)

    def is_numbered_like(self, block: int, item: Item) -> bool:
        """Whether the indicators of a block's element bear numbers in the style of an item's."""
        lane = self._lanes.get(block)
        rows = lane.element.rows if lane is not None else []
        return bool(rows) and style_of(rows[-1].number) == style_of(item.number) is not None

    def is_of_unknown_number(self, block: int) -> bool:
        """Whether a block's last indicator lost its text, and its number with it."""
        lane = self._lanes.get(block)
        rows = lane.element.rows if lane is not None else []
        return bool(rows) and rows[-1].name is None

    def is_newest(self, block: int) -> bool:
        """Whether a block's element began last."""
        return block == next(reversed(self._lanes), None)

    def is_passed(self, block: int) -> bool:
        """Whether another element has begun below the last quarter of a block's full row.

        What goes on with that row would stand right below it.
        """
        row, newest = self.row(block), next(reversed(self._lanes.values()), None)
        if row is None or newest is None or not row.is_full():
            return False
        began = newest.element.place.line or 0
        return newest.element is not row.element and began > _line_of(row)

    def is_without_numbers(self, block: int) -> bool:
        """Whether the last indicator of a block's element has a text and no number."""
        lane = self._lanes.get(block)
        rows = lane.element.rows if lane is not None else []
        return bool(rows) and rows[-1].name is not None and rows[-1].number is None

    def replace(self, row: DraftRow, other: DraftRow) -> None:
        """A row turned out to be another one, printed again."""
        for lane in self._lanes.values():
            if lane.row is row:
                lane.row = other

    def cost_of_unit(self, block: int) -> float:
        """How badly a unit goes on with the row of a block."""
        row = self.row(block)
        return _NO_LANE if row is None or row.unit is not None else _NEXT


def _line_of(row: DraftRow) -> int:
    """The line on which a row got its last quarter, 0 where it has none."""
    cell = row.values.get(row.newest or "")
    return (cell.place.line or 0) if cell is not None else 0


def _begins_like(row: DraftRow, item: Item) -> bool:
    """Whether a row may be the one that a text prints again."""
    return row.number == item.number and row.name is not None and row.name[:12] == item.text[:12]


def _cost_of_value(row: DraftRow, pair: Item) -> float:
    """How badly one quarter's value goes on with a row."""
    held = row.values.get(pair.quarter or "")
    if held is None or pair.quantity is None or pair.quantity.state == "missing":
        return _LATER
    if (held.quantity.state == "not_scheduled") != (pair.quantity.state == "not_scheduled"):
        return _AGAIN
    same = held.quantity.value == pair.quantity.value and held.quantity.text == pair.quantity.text
    return _SAME if same else _CONTRADICTS
