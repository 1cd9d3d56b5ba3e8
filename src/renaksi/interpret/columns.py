"""What the columns of a document's tables hold, settled when all tables are known.

It is what a table's header says. Where the header is lost, the columns of another table of
the document are taken that its rows fit, else the rows themselves show what their columns
hold; so they do where a header is silent about a column or stands out of line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from renaksi.interpret.fitting import fits
from renaksi.interpret.header_words import LABELS, ROMAN_QUARTERS, SAME, Field, Role
from renaksi.interpret.headers import NO_COLUMNS, Columns, columns_of
from renaksi.interpret.items import Item, ItemKind
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.model import Level
from renaksi.quantity import Quantity, parse
from renaksi.quarter import QUARTERS

_LEAST_MONEY: Final = 1000  # rupiah

LevelsOf = Callable[[Item], tuple[Level, ...]]
Rows = list[list[Item]]


class Table:
    """The header and rows of one table; ``columns`` are settled when all tables are known."""

    __slots__ = ("columns", "header", "number", "rows", "words")

    def __init__(self, header: tuple[tuple[str, ...], ...], number: int) -> None:
        """A table without rows."""
        self.header = header
        self.words = frozenset(cell for row in header for cell in row if cell)
        self.number = number
        self.rows: Rows = []
        self.columns = NO_COLUMNS


# What a table without any header is taken to hold, if its rows do not show it.
CANONICAL: Final = Columns(
    {0: Role("name"), 1: Role("indicator"), 2: Role("unit"), 3: Role("value")}
)


def settle(tables: list[Table], year: int | None, levels: LevelsOf) -> None:
    """Give every table its columns."""
    known: list[Columns] = []
    for table in tables:
        if table.header:
            columns = _unkeyed(_of_year(columns_of(table.header), year), table.rows)
            labels = next((c for c, role in columns.slots if role.key == LABELS), None)
            for items in table.rows if labels is not None else ():
                _label(items, labels)
            table.columns = _completed(
                _straightened(columns, table.rows, levels), table.rows, levels
            )
            if table.columns not in known:
                known.append(table.columns)
            _free_money(table)
    latest = NO_COLUMNS
    for table in tables:
        if table.header:
            latest = table.columns
        elif table.rows:
            table.columns = _borrowed(table.rows, latest, known, levels)
            latest = table.columns
            _free_money(table)


def _label(items: list[Item], column: int | None) -> None:
    """Read ``I`` … ``IV`` in a column of quarters' labels as such, with the value behind it."""
    for n, item in enumerate(items):
        quarter = ROMAN_QUARTERS.get(item.text.casefold()) if item.column == column else None
        if quarter is None or item.kind == "pair":
            continue
        behind = items[n + 1] if n + 1 < len(items) else None
        quantity = None
        if behind is not None and behind.column - item.column <= 2:
            quantity = behind.quantity or parse(behind.text)
            del items[n + 1]
        items[n] = item._replace(kind="pair", quarter=quarter, quantity=quantity)
        return


def _free_money(table: Table) -> None:
    """Take rupiah away from quarters whose own value is lost: *TW IV | | 117.661.000*.

    The label stands in its column and the figure in that of money, and it is none that
    could only be a target.
    """
    roles = table.columns.roles
    money = {column for column, role in roles.items() if role.money}
    if not money:
        return
    for items in table.rows:
        for n in range(len(items) - 1, -1, -1):
            item, at = items[n], items[n].value_column
            label = roles.get(item.column)
            if at not in money or label is None or label.field != "value" or label.money:
                continue
            if item.quantity is not None and not _is_target(item.quantity):
                items[n] = item._replace(quantity=None, value_column=None)
                items.insert(n + 1, Item("figure", item.quantity.text or "", at, item.place,
                                         quantity=item.quantity))  # fmt: skip


def _is_target(quantity: Quantity) -> bool:
    """Whether a figure is too small to be an amount in rupiah."""
    return quantity.value is not None and 0 < quantity.value < _LEAST_MONEY


def _borrowed(rows: Rows, latest: Columns, known: list[Columns], levels: LevelsOf) -> Columns:
    """The columns of a table without header: another's that its rows fit, else what they show."""
    best, most = NO_COLUMNS, 0
    for columns in dict.fromkeys((latest, *reversed(known))):
        count = sum(1 for items in rows if _suits(items, columns, levels))
        if count > most:
            best, most = columns, count
    if most == len(rows):
        return best
    if all(item.column == 0 for items in rows for item in items):
        return best if most else CANONICAL  # lines of text, no table
    shown = _completed(NO_COLUMNS, rows, levels)
    fitting = sum(1 for items in rows if fits(items, shown))
    if fitting > most:
        return shown
    return best if most else (latest if latest.slots else CANONICAL)


def _straightened(columns: Columns, rows: Rows, levels: LevelsOf) -> Columns:
    """The columns without the cell that the header has too much, or with one that it lacks.

    Only where hardly any row fits, and moving what stands behind one column makes most fit,
    with names below the levels that are theirs.
    """
    telling = [items for items in rows if len(items) > 2]
    if len(telling) < 2:
        return columns
    best, most = columns, 0
    for items in telling:
        most += fits(items, columns)
        if 2 * most >= len(telling):
            return columns
    for moved in _moved(columns):
        count = sum(1 for items in telling if _suits(items, moved, levels))
        if count > most:
            best, most = moved, count
    return best if 2 * most >= len(telling) else columns


def _moved(columns: Columns) -> Iterator[Columns]:
    """The columns with all from one on moved by one; a word that stands there twice is left out."""
    slots = columns.slots
    for n, (at, role) in enumerate(slots):
        before = slots[n - 1] if n else (-1, None)
        is_double = before[1] is not None and before[1]._replace(level=role.level) == role
        if is_double or before[0] < at - 1:
            kept = slots[:n] + slots[n + is_double :]
            yield Columns({c - 1 if c >= at else c: each for c, each in kept})
        yield Columns({c + 1 if c >= at else c: each for c, each in slots})


def _suits(items: list[Item], columns: Columns, levels: LevelsOf) -> bool:
    """Whether a row fits columns, and no name in it is known to be of another level."""
    if not fits(items, columns):
        return False
    for item in items:
        role = columns.roles[item.column]
        if role.field == "name" and role.level is not None:
            told = levels(item)
            if told and role.level not in told:
                return False
    return True


def _of_year(columns: Columns, year: int | None) -> Columns:
    """The columns with the plan's own year called ``year``: the title's, or the only one."""
    years = {role.key for _, role in columns.slots if role.key and role.key.startswith("y2")}
    if not years:
        return columns
    own = f"y{year}" if year is not None else None
    if own not in years and len(years) > 1:
        return columns
    chosen = own if own in years else years.pop()
    return Columns({
        column: role._replace(key="year") if role.key == chosen else role
        for column, role in columns.slots
    })  # fmt: skip


class _Seen:
    """What stands in one column of a table's rows."""

    __slots__ = ("kinds", "levels", "total")

    def __init__(self) -> None:
        self.kinds: dict[str, int] = {}
        self.levels: dict[Level, int] = {}
        self.total = 0

    def add(self, kind: ItemKind, level: Level | None, count: int) -> None:
        """Count items of one kind and level."""
        self.total += count
        self.kinds[kind] = self.kinds.get(kind, 0) + count
        if level is not None:
            self.levels[level] = self.levels.get(level, 0) + count

    def tell(self, level: Level) -> None:
        """Count a name of a level."""
        self.levels[level] = self.levels.get(level, 0) + 1

    @property
    def kind(self) -> str:
        """The kind that is most frequent."""
        return max(self.kinds, key=lambda kind: self.kinds[kind])

    def level_above(self, below: Level | None) -> Level | None:
        """The level that most labelled names have, where it is most of them.

        Names of the level ``below``, of the column to the right, are here by mistake.
        """
        levels = {level: n for level, n in self.levels.items() if level != below}
        if not levels:
            return None
        level = max(levels, key=lambda each: levels[each])
        return level if 3 * levels[level] >= 2 * sum(levels.values()) else None


def _seen_in(rows: Rows) -> dict[int, _Seen]:
    """What stands in each column that rows fill, in the order of its first item."""
    seen: dict[int, _Seen] = {}
    counts = Counter((item.column, item.kind, item.level) for items in rows for item in items)
    for (column, kind, level), count in counts.items():
        if column not in seen:
            seen[column] = _Seen()
        seen[column].add(kind, level, count)
    return seen


def _completed(columns: Columns, rows: Rows, levels: LevelsOf) -> Columns:
    """The columns with what their rows show of them and the header does not say."""
    seen = _seen_in(rows)
    roles = dict(columns.slots)
    _add_below_names(roles, rows)
    _add_silent(roles, seen, rows)
    _learn_levels(roles, seen, rows, levels)
    _key_figures(roles, seen)
    return columns if roles == columns.roles else Columns(roles)


def _add_below_names(roles: dict[int, Role], rows: Rows) -> None:
    """Complete a header of names alone (*TUJUAN | SASARAN*), whose second row was lost.

    The columns from one name to the next tell whether there is one for units: a name, an
    indicator, a unit, and values in one column, or in two where their labels have one.
    """
    starts = sorted(roles)
    if not starts or any(role.field != "name" for role in roles.values()):
        return
    for column in starts:
        if column - 1 in roles and roles[column].level == roles[column - 1].level:
            del roles[column]  # a word that is printed twice
    starts = sorted(roles)
    quarters = [item for items in rows for item in items if item.kind == "pair"]
    is_stacked = len({item.place for item in quarters}) == len(quarters)
    if not quarters or starts != [c for c in starts if c == starts[0] or c - 1 not in roles]:
        return
    units = {item.column for items in rows for item in items if item.kind == "unit"}
    for block, column in enumerate(starts):
        width = starts[block + 1] - column if block + 1 < len(starts) else 0
        has_unit = width == 4 + is_stacked if width else any(c > column for c in units)
        fields: tuple[Field, ...] = (
            ("name", "indicator", "unit", "value") if has_unit else ("name", "indicator", "value")
        )
        for step, field in enumerate(fields):
            level = roles[column].level
            roles[column + step] = Role(field, level if field == "name" else None, block=block)


def _unkeyed(columns: Columns, rows: Rows) -> Columns:
    """The columns without the quarters of a header where the cells below name theirs themselves."""
    if not any(role.key in QUARTERS for _, role in columns.slots):
        return columns
    kinds = [item.kind for items in rows for item in items]
    if kinds.count("pair") <= kinds.count("figure"):
        return columns
    roles: dict[int, Role] = {}
    for column, role in columns.slots:
        kept = role._replace(key=None) if role.key in QUARTERS else role
        if kept.field != "value" or roles.get(column - 1) != kept:  # labels and values share a slot
            roles[column] = kept
    return Columns(roles)


def _add_silent(roles: dict[int, Role], seen: dict[int, _Seen], rows: Rows) -> None:
    """Add the columns that the header leaves out and the rows fill.

    Texts and units need to fill a quarter of the rows that name something, values of all rows.
    """
    naming = sum(1 for items in rows if any(i.kind in ("element", "text") for i in items))
    told = {(role.block, role.field) for role in roles.values()}
    is_bare = not roles
    block, is_filled = 0, False
    for column in sorted({*roles, *seen}):
        if column in roles:
            block = roles[column].block
            continue
        role = _shown(column, seen[column], rows)
        if role is None:
            continue
        if is_bare and role.field == "name" and is_filled:
            block, is_filled = block + 1, False
        count = len(rows) if role.field == "value" else naming
        is_enough = seen[column].total >= max(1, count // 4) or "element" in seen[column].kinds
        if is_enough and (block, role.field) not in told:
            roles[column] = role._replace(block=block)
            if is_bare and (role.field != "value" or seen[column].kind == "pair"):
                told.add((block, role.field))  # what stands further right was shifted
            is_filled = is_filled or role.field in ("indicator", "unit", "value")


def _shown(column: int, seen: _Seen, rows: Rows) -> Role | None:
    """The role that a column's items show."""
    kind = seen.kind
    if kind == "element":
        return Role("name")
    if kind == "text":
        texts = [i.text for items in rows for i in items if i.column == column and i.kind == "text"]
        is_measure = 2 * sum(map(begins_as_measure, texts)) >= len(texts)
        return Role("indicator") if is_measure else None
    if kind == "figure":
        return Role("number") if column == 0 else Role("value")
    return {"unit": Role("unit"), "pair": Role("value"), "code": Role("code")}.get(kind)


def _learn_levels(
    roles: dict[int, Role], seen: dict[int, _Seen], rows: Rows, levels: LevelsOf
) -> None:
    """Where several columns hold names and say no level, most of their names do.

    Their label words tell it, or where these are lost, the official names.
    """
    names = [column for column, role in roles.items() if role.field == "name"]
    if len(names) < 2 or len({roles[column].block for column in names}) < 2:
        return
    silent = {c for c in names if roles[c].level is None and c in seen and not seen[c].levels}
    for item in (item for items in rows for item in items if silent and item.column in silent):
        told = levels(item) if item.kind == "text" else ()
        if len(told) == 1:
            seen[item.column].tell(told[0])
    below: Level | None = None
    for column in sorted(names, reverse=True):
        role = roles[column]
        if role.level is None and not role.mentions and column in seen:
            roles[column] = role = role._replace(level=seen[column].level_above(below))
        below = role.level


def _key_figures(roles: dict[int, Role], seen: dict[int, _Seen]) -> None:
    """Columns of values that say no quarter hold the quarters in order, or the year.

    Where labels stand in the rows (*TW I | 25 | 20*), a column beside them holds
    the same quarter's.
    """
    labelled = {
        roles[column].block
        for column, each in seen.items()
        if column in roles and each.kinds.get("pair", 0) > each.kinds.get("figure", 0)
    }
    groups: dict[tuple[int, object, object], list[int]] = {}
    for column, role in sorted(roles.items()):
        if role.field == "value" and role.key is None and column in seen:
            kinds = seen[column].kinds
            if kinds.get("figure", 0) > kinds.get("pair", 0):
                groups.setdefault((role.block, role.kind, role.money), []).append(column)
    for (block, *_), columns in groups.items():
        if block in labelled:
            for column in columns:
                roles[column] = roles[column]._replace(key=SAME)
            continue
        keys = {1: ("year",), 4: QUARTERS, 5: ("year", *QUARTERS)}.get(len(columns))
        if keys is not None:
            for column, key in zip(columns, keys, strict=True):
                roles[column] = roles[column]._replace(key=key)
