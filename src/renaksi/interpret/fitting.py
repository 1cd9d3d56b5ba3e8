"""Whether a row fits its header: every item stands in a column that was made for such an item.

Where it does, the header may be believed word for word, also for what words alone do not
tell (a target in words, a note, a number in Roman numerals). Where one item does not,
the row was shifted or fused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.interpret.header_words import LABELS, Role
from renaksi.interpret.headers import Columns
from renaksi.interpret.items import Item
from renaksi.interpret.pieces import is_predicate
from renaksi.interpret.vocabulary import begins_as_measure, names_measure
from renaksi.patterns import pattern
from renaksi.quantity import is_scaled

# A spreadsheet takes 1.1 for a figure, which is shown as 1,1.
_NUMBER: Final = pattern(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|\d{1,2},\d{1,2}|[A-Za-z]|[IVX]{1,5})[.)]?"
)
_LEAST_MONEY: Final = 1000  # rupiah
LEAST_AMOUNT: Final = 100_000  # rupiah of what can hardly be anything else
_SHORTEST_AMOUNT: Final = 6  # digits
_LONGEST_UNIT: Final = 8  # words
_LONGEST_VALUE: Final = 4
_LONGEST_COUNT: Final = 12  # of a value in words that begins with a figure

# Kinds of items, and the fields of the columns in which they are at home whatever they say.
_AT_HOME: Final = frozenset(
    {("text", "indicator"), ("text", "note"), ("indicator", "indicator"), ("unit", "unit"),
     ("unit", "note"), ("code", "code")}
)  # fmt: skip


def is_small(item: Item) -> bool:
    """Whether a figure is too small to be a whole amount of rupiah, and no zero."""
    quantity = item.quantity
    if quantity is None or quantity.value is None or not 0 < quantity.value < _LEAST_MONEY:
        return False
    return not is_scaled(quantity)


def is_amount(item: Item) -> bool:
    """Whether a figure is an amount of money, by its size."""
    value = item.quantity.value if item.quantity is not None else None
    return value is not None and value >= LEAST_AMOUNT


def is_nothing(item: Item) -> bool:
    """Whether a figure is the dash of what is not scheduled, or 0."""
    quantity = item.quantity
    return quantity is not None and (quantity.state == "not_scheduled" or quantity.value == 0)


def is_number(text: str) -> bool:
    """Whether a cell is an item's number such as ``1``, ``1.2.1``, ``A.`` or ``IV``."""
    return _NUMBER.fullmatch(text) is not None


def fits(items: Sequence[Item], columns: Columns) -> bool:
    """Whether every item stands in a column made for it."""
    roles = columns.roles
    named = -1  # the block in which the row has named an element
    for item in items:
        role = roles.get(item.column)
        if role is None or item.fused:
            return False
        kind, field = item.kind, role.field
        if kind == "pair":  # the most frequent
            key = role.key
            if field != "value" or not (key is None or key == item.quarter or key == LABELS):
                return False
        elif (kind, field) not in _AT_HOME and not _is_at_home(item, role, items, columns):
            # An indicator may begin like an element: *Kegiatan pengujian …*
            if kind != "element" or field != "indicator" or role.block != named:
                return False
        if field == "name":
            if named == role.block and role.level is None and begins_as_measure(item.text):
                return False  # a header's word that stands there twice
            named = role.block
        elif (
            (role.in_full or field == "note")
            and _is_last_value(item, role)
            and _lacks_first_value(items, role.block, columns)
        ):
            return False  # moved by a cell
    return True


def _is_last_value(item: Item, role: Role) -> bool:
    """Whether an item behind the values is rather the last of them: a dash, a predicate."""
    return is_nothing(item) if role.in_full else is_predicate(item.text)


def _lacks_first_value(items: Sequence[Item], block: int, columns: Columns) -> bool:
    """Whether a row has values in a block, but none in its first column of values."""
    own = [
        column for column, role in columns.slots
        if role.field == "value" and role.block == block and not role.money
    ]  # fmt: skip
    filled = {item.column for item in items}
    return bool(own) and own[0] not in filled and not filled.isdisjoint(own)


def lacks_its_money(item: Item, role: Role, items: Sequence[Item], columns: Columns) -> bool:
    """Whether an amount stands in the one column of a pair *K Rp* that is not for rupiah.

    Its column of rupiah is blank, or has a dash: a row that counts so much has both.
    """
    if role.field != "value" or role.money or not is_amount(item):
        return False
    own = columns.rupiah.get((role.block, role.kind, role.key), ())
    return bool(own) and not any(each.column in own and not is_nothing(each) for each in items)


def _is_at_home(item: Item, role: Role, items: Sequence[Item], columns: Columns) -> bool:
    """Whether an item whose words must be looked at stands in a column made for it."""
    kind, field = item.kind, role.field
    if kind == "figure":
        # A target's column without a quarter is for labels; beside it a figure may stand alone.
        keyed = role.key not in (None, LABELS) or role.kind == "actuals" or role.money
        if field == "note":
            return role.kind == "achievement" or bool(role.money)
        if role.in_full and is_small(item):
            return False
        if not role.money and len(item.text) >= _SHORTEST_AMOUNT:
            if lacks_its_money(item, role, items, columns):
                return False  # moved into the column before or behind its own
        return field == "number" or (field == "value" and bool(keyed))
    if kind == "element":
        return field in ("name", "note") and role.level in (None, item.level)
    if kind != "text":
        return False
    if field == "name":
        return not names_measure(item.text)
    if item.number is not None or (role.in_full and is_predicate(item.text)):
        return False
    words = item.text.count(" ") + 1
    return (
        words <= _LONGEST_UNIT
        if field == "unit"
        else (field == "value" and role.key is not None and words <= _longest_value(item.text))
    )


def _longest_value(text: str) -> int:
    """The number of words that a value in words may have."""
    return _LONGEST_COUNT if text[0].isdigit() else _LONGEST_VALUE
