"""What the columns of a document's tables hold, settled when all tables are known.

It is what a table's header says. Where the header is lost, the columns of another table of
the document are taken that its rows fit, else the rows themselves show what their columns
hold; so they do where a header is silent about a column or stands out of line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.interpret.bare import proven
from renaksi.interpret.fitting import LEAST_AMOUNT, fits, is_number, is_small
from renaksi.interpret.header_rows import in_place
from renaksi.interpret.header_words import LABELS, ROMAN_QUARTERS, UP_TO_YEAR, Role
from renaksi.interpret.headers import NO_COLUMNS, Columns, columns_of
from renaksi.interpret.items import Item
from renaksi.interpret.said_rows import kind_said
from renaksi.interpret.shown import LevelsOf, Rows, completed
from renaksi.quantity import parse
from renaksi.quarter import QUARTERS

_SUM_OF: Final = f"{UP_TO_YEAR}2"


class Table:
    """The header and rows of one table; ``columns`` are settled when all tables are known."""

    __slots__ = ("columns", "header", "heads", "number", "quarter", "rows", "words")

    def __init__(self, header: tuple[tuple[str, ...], ...], number: int) -> None:
        """A table without rows."""
        self.header = header
        self.heads = {(n, cell) for row in header for n, cell in enumerate(row) if cell}
        self.words = {cell for _, cell in self.heads}
        self.number = number
        self.quarter: str | None = None  # whose heading stands above it
        self.rows: Rows = []
        self.columns = NO_COLUMNS


# What a table without any header is taken to hold, if its rows do not show it.
CANONICAL: Final = Columns(
    {0: Role("name"), 1: Role("indicator"), 2: Role("unit"), 3: Role("value")}
)


def settle(tables: list[Table], year: int | None, levels: LevelsOf) -> None:
    """Give every table its columns."""
    known: list[Columns] = []
    by_quarters = len({table.quarter for table in tables} - {None}) > 1
    for table in tables:
        if table.header:
            columns = columns_of(table.header)
            header = in_place(table.header, columns, table.rows)
            columns = _unkeyed(_of_year(columns_of(header), year, tables), table.rows)
            columns = _of_names_before(columns, table.rows)
            if by_quarters and table.quarter is not None:
                columns = _of_quarter(columns, table.quarter)
            labels = next((c for c, role in columns.slots if role.key == LABELS), None)
            for items in table.rows if labels is not None else ():
                _label(items, labels)
            table.columns = completed(
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
    table.columns = _in_full(table.columns, money, table.rows)
    for items in table.rows:
        for n in range(len(items) - 1, -1, -1):
            item, at = items[n], items[n].value_column
            if at is None or not (_is_of_money(item, at, roles) or _skips_to_amount(item, at)):
                continue
            if item.quantity is not None and not is_small(item):
                items[n] = item._replace(quantity=None, value_column=None)
                items.insert(n + 1, Item("figure", item.quantity.text or "", None, None, None,
                                         item.quantity, at, item.place))  # fmt: skip


def _is_of_money(item: Item, at: int, roles: dict[int, Role]) -> bool:
    """Whether a quarter's label stands in its column, and its figure in that of money."""
    label, role = roles.get(item.column), roles.get(at)
    if label is None or label.field != "value" or label.money:
        return False
    return role is not None and bool(role.money)


def _skips_to_amount(item: Item, at: int) -> bool:
    """Whether the cell behind a quarter's label is empty, and an amount stands behind that."""
    value = item.quantity.value if item.quantity is not None else None
    return at - item.column > 1 and value is not None and value >= LEAST_AMOUNT


def _in_full(columns: Columns, money: set[int], rows: Rows) -> Columns:
    """The columns, those of money marked that hold amounts which are no thousands or millions."""
    counts = dict.fromkeys(money, 0)
    for item in (item for items in rows for item in items if item.column in money):
        if item.quantity is not None and item.quantity.value:
            counts[item.column] += -1 if is_small(item) else 1
    return Columns({
        column: role._replace(in_full=counts.get(column, 0) > 0) for column, role in columns.slots
    })  # fmt: skip


def _borrowed(rows: Rows, latest: Columns, known: list[Columns], levels: LevelsOf) -> Columns:
    """The columns of a table without header: another's that its rows fit, else what they show."""
    if latest.are_shown and (own := _own(rows, latest, levels)) is not None:
        return own
    best, most = NO_COLUMNS, 0
    for columns in dict.fromkeys((latest, *reversed(known))):
        count = sum(1 for items in rows if _suits(items, columns, levels))
        if count > most:
            best, most = columns, count
    if most == len(rows):
        return best
    if latest.slots and _is_of_other_levels(rows, latest, levels):
        return completed(_without_levels(latest), rows, levels)
    for columns in _without_first(latest):
        count = sum(1 for items in rows if _suits(items, columns, levels))
        if count > most:
            best, most = columns, count
    if 2 * most > len(rows) and best != latest and best not in known:
        return best
    if all(item.column == 0 for items in rows for item in items):
        return best if most else CANONICAL  # lines of text, no table
    shown = _shown_by(rows, most, levels)
    return shown or (best if most else (latest if latest.slots else CANONICAL))


def _own(rows: Rows, latest: Columns, levels: LevelsOf) -> Columns | None:
    """The columns that a table proves below another that had no header either.

    They hold where no more of the rows that name something suit the other's.
    """
    sure = proven(rows, levels)
    naming = [items for items in rows if len(items) > 2]
    fitting = sum(_suits(items, sure, levels) for items in naming)
    if not fitting or fitting < sum(_suits(items, latest, levels) for items in naming):
        return None
    sure.are_shown = True
    return sure


def _shown_by(rows: Rows, most: int, levels: LevelsOf) -> Columns | None:
    """The columns that rows without a header show themselves, if more than ``most`` fit those."""
    sure = proven(rows, levels)
    if sum(fits(items, sure) for items in rows) > most:
        sure.are_shown = True
        return sure
    shown = completed(NO_COLUMNS, rows, levels)
    fitting = sum(1 for items in rows if (told := _told_by(items, shown)) and fits(told, shown))
    if fitting > most:
        shown.are_shown = any(role.key in QUARTERS for _, role in shown.slots)
        return shown
    return None


def _is_of_other_levels(rows: Rows, columns: Columns, levels: LevelsOf) -> bool:
    """Whether rows stand in such columns, but most of their names are known to be of other levels.

    So they do behind a blank line amid a table, or where only the header of a table was lost.
    """
    bare = _without_levels(columns)
    if not all(fits(items, bare) for items in rows):
        return False
    naming = [items for items in rows if any(bare.roles[i.column].field == "name" for i in items)]
    others = sum(not _suits(items, columns, levels) for items in naming)
    return 2 * others > len(naming)


def _told_by(items: list[Item], columns: Columns) -> list[Item]:
    """The items of a row without texts that no other row explains: who answers for it, say."""
    return [item for item in items if item.kind != "text" or item.column in columns.roles]


def _without_levels(columns: Columns) -> Columns:
    """The columns, those of names for every level."""
    return Columns({column: role._replace(level=None) for column, role in columns.slots})


def _without_first(columns: Columns) -> Iterator[Columns]:
    """The columns without the first ones for names: a page on which these are empty lacks them."""
    first, *others = columns.slots or ((0, Role("note")),)
    while others and first[1].field == "name" and others[0][1].field == "name":
        moved = others[0][0]
        yield Columns({column - moved: role for column, role in others})
        first, *others = others


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
        rest = telling if 0 in moved.roles else [_behind_number(items) for items in telling]
        count = sum(1 for items in rest if _suits(items, moved, levels))
        if count > most:
            best, most = moved, count
    return best if 2 * most >= len(telling) else columns


def _behind_number(items: list[Item]) -> list[Item]:
    """The items of a row without its number, whose column the header lost."""
    return items[1:] if items[0].column == 0 and is_number(items[0].text) else items


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


def _of_year(columns: Columns, year: int | None, tables: list[Table]) -> Columns:
    """The columns with the plan's own year called ``year``: the title's, or the only one.

    Where another of the ``tables`` names the title's year, the only one is no slip of the pen.
    """
    columns = _up_to_year(columns, year)
    years = {role.key for _, role in columns.slots if role.key and role.key.startswith("y2")}
    if not years:
        return columns
    own = f"y{year}" if year is not None else None
    if own not in years and (len(years) > 1 or _name_year(tables, own)):
        return columns
    chosen = own if own in years else years.pop()
    return Columns({
        column: role._replace(key="year") if role.key == chosen else role
        for column, role in columns.slots
    })  # fmt: skip


def _up_to_year(columns: Columns, year: int | None) -> Columns:
    """The columns with what was reached up to an earlier year called ``before``."""
    keys = [role.key for _, role in columns.slots if role.key and role.key.startswith(_SUM_OF)]
    if not keys:
        return columns
    named = {key: f"y{key[len(UP_TO_YEAR) :]}" for key in keys}
    if year is not None:
        named = {key: "before" if int(own[1:]) < year else own for key, own in named.items()}
    return Columns({
        column: role._replace(key=named.get(role.key or "", role.key))
        for column, role in columns.slots
    })  # fmt: skip


def _name_year(tables: list[Table], year: str | None) -> bool:
    """Whether the header of some table names a year."""
    return year is not None and any(
        role.key == year for table in tables for _, role in columns_of(table.header).slots
    )


def _of_quarter(columns: Columns, quarter: str) -> Columns:
    """The columns of a table below a heading such as *TRIWULAN II*, if they name no quarters."""
    if any(role.key in QUARTERS or role.key == LABELS for _, role in columns.slots):
        return columns
    return Columns({
        column: role._replace(key=quarter)
        if role.field == "value" and role.key is None and not role.money else role
        for column, role in columns.slots
    })  # fmt: skip


def _of_names_before(columns: Columns, rows: Rows) -> Columns:
    """The columns, their quarters given to the names before them instead of to an indicator.

    So it is where rows print quarters beside such a name alone: they are no indicator's but the
    program's of each row.
    """
    names = [(at, role.block) for at, role in columns.slots if role.field == "name"]
    given = {
        at: role for at, role in columns.slots
        if role.key in QUARTERS and not role.money
        and any(name < at and block > role.block for name, block in names)
    }  # fmt: skip
    if not given:
        return columns
    block = max(block for name, block in names if name < min(given))
    own = {name for name, of in names if of == block}
    measured = {at for at, role in columns.slots if role.block < block and at not in given}
    for items in rows:
        filled = {item.column for item in items}
        is_alone = own & filled and given.keys() & filled and not measured & filled
        if is_alone and kind_said(items)[0] is None:
            roles = {at: role._replace(block=block) for at, role in given.items()}
            return Columns(columns.roles | roles)
    return columns


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
