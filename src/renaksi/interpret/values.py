"""Values find their cell: targets and actuals of a row, budget and spending of an element.

A number beats ``-``; of two different numbers the first is kept, and a finding says so.
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret import findings
from renaksi.interpret.drafts import DraftCell, DraftRow, Note
from renaksi.interpret.header_words import Role
from renaksi.interpret.items import Item
from renaksi.quantity import Quantity, parse
from renaksi.quarter import QUARTERS, ROMAN

_TARGETS: Final = Role("value", kind="targets")


class Values:
    """Puts values into rows and keeps account of what is printed again."""

    def __init__(self, notes: list[Note]) -> None:
        """Findings go to ``notes``."""
        self._notes = notes
        self._repeated: set[int] = set()

    def put(self, row: DraftRow, key: str, item: Item, role: Role = _TARGETS) -> None:
        """Give one value to a row, or to its element where it is rupiah."""
        quantity = item.quantity or (parse(item.text) if item.kind != "pair" else None)
        cells = _cells(row, role)
        if cells is row.values and key in QUARTERS:
            row.newest = key
            row.column = item.column
        if quantity is None or quantity.state == "missing":
            return
        held = cells.get(key)
        if held is None or (
            held.quantity.state == "not_scheduled" and quantity.state != "not_scheduled"
        ):
            cells[key] = DraftCell(quantity, item.place)
        elif quantity.state != "not_scheduled" and _differ(held.quantity, quantity):
            self._conflict(row, key, item, held)
            return
        if held is not None and id(row) not in self._repeated:
            self._repeated.add(id(row))
            params = {"name": row.name or row.element.name or ""}
            self._notes.append(
                Note(findings.VALUES_REPEATED, params, row.element, row, place=item.place)
            )

    def give_all(self, row: DraftRow, again: DraftRow) -> None:
        """Give a row the values that another printing of it has."""
        for key, cell in again.values.items():
            if key not in row.values:
                row.values[key] = cell
        row.newest, row.column = again.newest, again.column

    def _conflict(self, row: DraftRow, key: str, item: Item, held: DraftCell) -> None:
        params = {
            "quarter": ROMAN.get(key, key),
            "name": row.name or row.element.name or "",
            "kept": held.quantity.text or "",
            "other": item.quantity.text or "" if item.quantity else item.text,
        }
        self._notes.append(
            Note(findings.VALUES_CONFLICT, params, row.element, row, key, item.place)
        )

    def unowned(self, item: Item, row: DraftRow | None = None) -> None:
        """A value whose indicator or quarter cannot be told."""
        text = " ".join(filter(None, (item.text, item.quantity.text if item.quantity else None)))
        if item.kind == "figure":
            text = item.text
        self._notes.append(
            Note(
                findings.VALUE_UNOWNED,
                {"text": text},
                row.element if row is not None else None,
                row,
                place=item.place,
            )
        )


def _cells(row: DraftRow, role: Role) -> dict[str, DraftCell]:
    if role.money:
        return row.element.spending if role.kind == "actuals" else row.element.budget
    return row.actuals if role.kind == "actuals" else row.values


def _differ(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.state) != (other.value, other.state) or (
        one.state == "text" and one.text != other.text
    )
