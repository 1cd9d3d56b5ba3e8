"""Whether a row fits its header: every item stands in a column that was made for such an item.

Where it does, the header may be believed word for word, also for what words alone do not
tell (a target in words, a note, a number in Roman numerals). Where one item does not,
the row was shifted or fused, and its items speak for themselves.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.interpret.headers import Columns, Role
from renaksi.interpret.items import Item
from renaksi.interpret.lexicon import names_measure

_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,5})[.)]?")

_COLUMNS_FOR: Final = {
    "element": ("name", "note"),
    "pair": ("target",),
    "figure": ("quarter", "year", "note"),
    "unit": ("unit", "note"),
    "code": ("code",),
}


def is_number(text: str) -> bool:
    """Whether a cell is an item's number such as ``1``, ``1.2.1``, ``A.`` or ``IV``."""
    return _NUMBER.fullmatch(text) is not None


def fits(items: list[Item], columns: Columns, inherited: bool) -> bool:
    """Whether all items stand in columns for them, and there is more than values to place."""
    if inherited or not columns.roles:
        return False
    stacked = not columns.has("quarter")
    if stacked and all(item.kind == "pair" for item in items):
        return False
    for item in items:
        role = columns.role(item.column)
        if role is None or not _is_at_home(item, role):
            return False
    return True


def _is_at_home(item: Item, role: Role) -> bool:
    if item.fused:
        return False
    if item.kind != "text":
        if item.kind == "element" and role.level not in (None, item.level):
            return False
        return role.field in _COLUMNS_FOR[item.kind]
    if role.field == "name":
        return not names_measure(item.text)
    if role.field in ("indicator", "note"):
        return True
    short = item.number is None and len(item.text.split()) <= 4
    return short and role.field in ("unit", "quarter", "year")
