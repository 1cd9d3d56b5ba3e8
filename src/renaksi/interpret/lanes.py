"""Lanes: which indicator rows are still open, so that the quarters below find theirs.

A stacked table prints *TW I* beside the indicator and *TW II … IV* in the rows below,
for two indicators side by side (objective and program, activity and sub-activity). The
lanes are the open rows from left to right. Columns shift, so a row's pairs are given
out by their number first, and by quarter, column, unit and sequence where they are fewer.
"""

from __future__ import annotations

from renaksi.interpret import findings
from renaksi.interpret.drafts import RANK, DraftCell, DraftRow, Note
from renaksi.interpret.items import Item, groups_of
from renaksi.quantity import Quantity
from renaksi.quarter import ROMAN


class Lanes:
    """The open indicator rows of the tables walked so far."""

    def __init__(self, notes: list[Note]) -> None:
        """Findings about values go to ``notes``."""
        self._lanes: list[DraftRow] = []
        self._notes = notes
        self._repeated: set[int] = set()

    def open(self, row: DraftRow) -> None:
        """A new row: it closes every lane of its own level and below."""
        rank = RANK[row.element.level]
        self._lanes = [lane for lane in self._lanes if RANK[lane.element.level] < rank]
        self._lanes.append(row)

    def close_below(self, rank: int) -> None:
        """A new element of ``rank`` begins: what stands at or below it is finished."""
        self._lanes = [lane for lane in self._lanes if RANK[lane.element.level] < rank]

    @property
    def newest(self) -> DraftRow | None:
        """The row opened last."""
        return self._lanes[-1] if self._lanes else None

    def give(self, pairs: list[Item], table: int) -> None:
        """Give the pairs of a row in which nothing began to the open rows."""
        groups = groups_of(pairs)
        if not self._lanes:
            self._unowned(pairs)
            return
        beside = [
            lane for lane in self._lanes[-2:] if lane is self._lanes[-1] or lane.table == table
        ]
        if len(groups) >= 2:
            self._give_side_by_side(groups, beside)
        else:
            lane = beside[-1]
            if len(beside) > 1:
                lane = max(beside, key=lambda row: self._fitness(row, groups[0]))
            self.put_all(lane, groups[0])

    def _give_side_by_side(self, groups: list[list[Item]], beside: list[DraftRow]) -> None:
        """Two groups in one row: the left one is the element's above, the right one the newest's."""
        newest = beside[-1]
        self.put_all(newest, groups[-1])
        for group in groups[:-1]:
            if len(beside) > 1:
                self.put_all(beside[0], group)
            else:
                self._give_above(newest, group)

    def _give_above(self, newest: DraftRow, group: list[Item]) -> None:
        """Values left of the newest row's: its parent's, whose own row the paper lost."""
        above = newest.element.position
        if above is None:
            self._unowned(group)
            return
        if not above.rows:
            row = DraftRow(above, None, None, above.place)
            row.table = newest.table
            above.rows.append(row)
        self.put_all(above.rows[-1], group)

    def _fitness(self, row: DraftRow, group: list[Item]) -> tuple[int, bool]:
        """How well a group's quarters continue a row; the newest wins a tie."""
        first = group[0]
        score = 0
        quarter = first.quarter or ""
        held = row.values.get(quarter)
        if held is None:
            score += 4
        elif first.quantity is not None and held.quantity.value != first.quantity.value:
            score -= 4
        if quarter == row.expects():
            score += 3
        if first.column == row.column:
            score += 3
        if first.quantity is not None and first.quantity.state == "set" and row.unit:
            percent = row.unit.casefold() in ("persen", "%", "persentase")
            score += 1 if percent == first.quantity.percent else -2
        return score, row is self._lanes[-1]

    def put_all(self, row: DraftRow, group: list[Item]) -> None:
        """Give every pair of a group to one row."""
        for pair in group:
            self.put(row, pair.quarter or "", pair)

    def put(self, row: DraftRow, key: str, item: Item) -> None:
        """Give one value to a row. A number beats ``-``; of two numbers the first is kept."""
        if key.startswith("q"):
            row.newest = key
            row.column = item.column
        quantity = item.quantity
        if quantity is None or quantity.state == "missing":
            return
        held = row.values.get(key)
        if held is None or (
            held.quantity.state == "not_scheduled" and quantity.state != "not_scheduled"
        ):
            row.values[key] = DraftCell(quantity, item.place)
        elif quantity.state != "not_scheduled" and _differ(held.quantity, quantity):
            self._conflict(row, key, item, held)
            return
        if held is not None and id(row) not in self._repeated:
            self._repeated.add(id(row))
            params = {"name": row.name or row.element.name or ""}
            self._notes.append(
                Note(findings.VALUES_REPEATED, params, row.element, row, place=item.place)
            )

    def _conflict(self, row: DraftRow, key: str, item: Item, held: DraftCell) -> None:
        params = {
            "quarter": ROMAN[key],
            "name": row.name or row.element.name or "",
            "kept": held.quantity.text or "",
            "other": item.quantity.text or "" if item.quantity else "",
        }
        self._notes.append(
            Note(findings.VALUES_CONFLICT, params, row.element, row, key, item.place)
        )

    def _unowned(self, pairs: list[Item]) -> None:
        for pair in pairs:
            text = " ".join(
                filter(None, (pair.text, pair.quantity.text if pair.quantity else None))
            )
            self._notes.append(Note(findings.VALUE_UNOWNED, {"text": text}, place=pair.place))


def _differ(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.state) != (other.value, other.state) or (
        one.state == "text" and one.text != other.text
    )
