"""The columns of a table that lost its whole header, where its rows prove them.

Label words, official names and the wording of results tell the columns of names and their levels,
wording the indicators, and four figures behind them are the quarters in their order; of five, the
year's is the one that the others make. Where figures are fewer or more nothing is proven, and
nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from renaksi.interpret.fitting import LEAST_AMOUNT, is_nothing, is_number
from renaksi.interpret.header_words import LABELS, Role
from renaksi.interpret.headers import NO_COLUMNS, Columns
from renaksi.interpret.items import Item
from renaksi.interpret.pieces import is_predicate
from renaksi.interpret.shown import LevelsOf, Rows, with_year
from renaksi.interpret.vocabulary import begins_as_measure, begins_as_result
from renaksi.model import Level
from renaksi.quarter import QUARTERS

_RESULTS: Final[tuple[Level, ...]] = ("goal", "objective")
_LONGEST_UNIT: Final = 3  # words


class _Column:
    """What a column's cells are, and what they say of levels."""

    __slots__ = ("amounts", "items", "kinds", "levels", "measures", "names", "results")

    def __init__(self, items: list[Item], levels: LevelsOf) -> None:
        self.items = items
        self.kinds = Counter(item.kind for item in items)
        self.levels: Counter[Level] = Counter()
        self.names = self.results = self.measures = self.amounts = 0
        for item in items:
            if item.kind == "figure":
                value = item.quantity.value if item.quantity is not None else None
                self.amounts += value is not None and value >= LEAST_AMOUNT
            elif item.kind in ("element", "text"):
                self._tell(item, levels)

    def _tell(self, item: Item, levels: LevelsOf) -> None:
        told = levels(item) if item.level is None else (item.level,)
        is_result = not told and begins_as_result(item.text)
        self.levels.update(told)
        self.results += is_result
        self.names += bool(told) or is_result
        self.measures += not told and begins_as_measure(item.text)

    def is_mostly(self, count: int) -> bool:
        """Whether so many of the cells are most of them."""
        return 2 * count > len(self.items)

    def level(self) -> Level | None:
        """The level of two thirds of the names, None where they are of several."""
        if 3 * self.results >= 2 * len(self.items):
            return "objective"
        level, count = max(self.levels.items(), key=lambda each: each[1], default=(None, 0))
        return level if 3 * count >= 2 * len(self.items) else None


def proven(rows: Rows, levels: LevelsOf) -> Columns:
    """The columns that the rows prove; none where they prove too little.

    ``levels`` gives the levels that an item's label word or official name tells.
    """
    by_column: dict[int, list[Item]] = {}
    for items in rows:
        for item in items:
            by_column.setdefault(item.column, []).append(item)
    columns = {n: _Column(by_column[n], levels) for n in sorted(by_column)}
    roles = _in_blocks({n: _role(columns[n], n == min(columns)) for n in columns}, columns)
    roles = _with_levels(roles, columns)
    return _with_quarters(roles, rows)


def _role(column: _Column, is_first: bool) -> Role | None:
    """What a column is for by itself; None where what stands around it must tell."""
    kinds = column.kinds
    if is_first and all(is_number(item.text) for item in column.items):
        return Role("number")
    if column.is_mostly(kinds["code"]):
        return Role("code")
    if column.is_mostly(kinds["unit"]):
        return Role("unit")
    if column.is_mostly(kinds["pair"]):
        return Role("value", key=LABELS)  # that name their quarter themselves
    if column.is_mostly(kinds["figure"]):
        amounts = [item for item in column.items if not is_nothing(item)]
        is_money = bool(amounts) and 2 * column.amounts > len(amounts)
        return Role("note", money=True) if is_money else Role("value")
    if column.is_mostly(kinds["element"] + kinds["text"]):
        if column.is_mostly(column.names):
            return Role("name")
        if column.is_mostly(column.measures):
            return Role("indicator")
    return None


def _in_blocks(roles: dict[int, Role | None], columns: dict[int, _Column]) -> dict[int, Role]:
    """The roles by their places: a name behind an indicator begins a block.

    A text behind a name is its indicator, a few words behind an indicator its unit, words among
    figures are values, and what is left stands beside the table.
    """
    found: dict[int, Role] = {}
    block, before, is_measured = 0, "", False
    for n, told in roles.items():
        role = told
        if role is None:
            role = _by_place(columns[n], before)
        if role.field == "name" and is_measured:
            block, is_measured = block + 1, False
        is_measured = is_measured or role.field in ("indicator", "unit", "value")
        found[n] = role._replace(block=block)
        before = role.field
    return found


def _by_place(column: _Column, before: str) -> Role:
    texts = [item.text for item in column.items if item.kind not in ("figure", "pair")]
    if before in ("value", "unit", "indicator") and all(map(is_predicate, texts)):
        return Role("value")
    if before == "indicator" and all(text.count(" ") < _LONGEST_UNIT for text in texts):
        return Role("unit")
    return Role("indicator") if before == "name" else Role("note")


def _with_levels(roles: dict[int, Role], columns: dict[int, _Column]) -> dict[int, Role]:
    """The roles, names with the level that each column of several speaks of.

    Of two columns of results the first is of goals.
    """
    names = [n for n, role in roles.items() if role.field == "name"]
    if len(names) < 2:
        return roles
    levels = {n: columns[n].level() for n in names}
    results = [n for n in names if levels[n] == "objective" and columns[n].results]
    if len(results) == len(_RESULTS):
        levels.update(zip(results, _RESULTS, strict=True))
    return roles | {n: roles[n]._replace(level=levels[n]) for n in names}


def _with_quarters(roles: dict[int, Role], rows: Rows) -> Columns:
    """The columns, those of values called by their quarters; none where these are not proven."""
    groups: dict[int, list[int]] = {}
    for n, role in roles.items():
        if role.field == "value":
            groups.setdefault(role.block, []).append(n)
    if not groups or not any(role.field == "name" for role in roles.values()):
        return NO_COLUMNS
    for block, columns in groups.items():
        keys = _keys(columns, roles, rows)
        if keys is None or not any(
            role.block == block and role.field == "indicator" for role in roles.values()
        ):
            return NO_COLUMNS
        for n, key in zip(columns, keys, strict=True):
            roles[n] = roles[n]._replace(key=key)
    return Columns(roles)


def _keys(columns: list[int], roles: dict[int, Role], rows: Rows) -> Sequence[str | None] | None:
    """The cells that a block's columns of values hold, None where that is not proven."""
    if len(columns) == 1 and roles[columns[0]].key == LABELS:
        return (None,)
    if any(roles[n].key == LABELS for n in columns):
        return None
    return QUARTERS if len(columns) == len(QUARTERS) else with_year(columns, rows)
