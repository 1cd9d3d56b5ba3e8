"""Rows that are no indicator's own: *Realisasi* below *Target*, or the sums of a whole table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.interpret.drafts import DraftElement
from renaksi.interpret.header_words import Kind, Role
from renaksi.interpret.headers import Columns
from renaksi.interpret.items import Item

_SAID: Final[dict[str, Kind]] = {
    "target": "targets", "target kinerja": "targets", "rencana": "targets",
    "realisasi": "actuals", "realisasi kinerja": "actuals",
    "capaian": "achievement", "capaian (%)": "achievement", "% capaian": "achievement",
    "capaian kinerja": "achievement",
}  # fmt: skip
_LONGEST: Final = max(map(len, _SAID))
_VALUES: Final = ("figure", "pair")


def kind_said(items: Sequence[Item]) -> tuple[Kind | None, Sequence[Item]]:
    """The kind of values that a row states before them, and its items without that word."""
    if items[-1].kind not in _VALUES:
        return None, items
    for n, item in enumerate(items):
        if item.kind in _VALUES:
            break
        if item.kind == "text" and len(item.text) <= _LONGEST and item.number is None:
            kind = _SAID.get(item.text.lower())
            if kind is not None:
                return kind, [*items[:n], *items[n + 1 :]]
    return None, items


def sums_money(items: Sequence[Item], columns: Columns, element: DraftElement | None) -> bool:
    """Whether a row holds nothing but rupiah, below an element that has its own already."""
    if element is None or not (element.budget or element.spending):
        return False
    money: list[Role] = []
    for item in items:
        role = columns.role(item.column)
        if item.kind != "figure" or role is None or not (role.money or role.field == "note"):
            return False
        if role.money:
            money.append(role)
    return len(money) > 1 and all(
        role.key in (element.spending if role.kind == "actuals" else element.budget)
        for role in money if role.key is not None
    )  # fmt: skip
