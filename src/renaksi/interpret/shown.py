"""What a table's rows show of its columns where the header is silent about them, or wrong.

Texts, units, values and marks tell what a column is for by what most of its cells are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import chain
from operator import attrgetter
from typing import Final

from renaksi.interpret.header_words import SAME, Field, Role
from renaksi.interpret.headers import Columns
from renaksi.interpret.items import LONGEST_WORD, Item
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.model import Level
from renaksi.quarter import QUARTERS

_COLUMN_AND_KIND: Final = attrgetter("column", "kind")
_MARKS: Final = frozenset("√✓✔●■▪•xXvV*")

LevelsOf = Callable[[Item], tuple[Level, ...]]
Rows = list[list[Item]]


class _Seen:
    """What stands in one column of a table's rows."""

    __slots__ = ("kinds", "levels", "measures", "total")

    def __init__(self) -> None:
        self.kinds: dict[str, int] = {}
        self.levels: dict[Level, int] = {}
        self.measures = 0
        self.total = 0

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


def completed(columns: Columns, rows: Rows, levels: LevelsOf) -> Columns:
    """The columns with what their rows show of them and the header does not say."""
    seen = _seen_in(rows)
    roles = dict(columns.slots)
    _drop_marks(roles, seen, rows)
    _add_unsaid(roles, seen)
    _add_below_names(roles, rows)
    _add_silent(roles, seen, rows)
    _part_actions(roles, rows)
    _learn_levels(roles, seen, rows, levels)
    _key_figures(roles, seen, rows)
    return columns if roles == columns.roles else Columns(roles)


def _seen_in(rows: Rows) -> dict[int, _Seen]:
    """What stands in each column of the rows."""
    seen: dict[int, _Seen] = {}
    for (column, kind), count in Counter(map(_COLUMN_AND_KIND, chain.from_iterable(rows))).items():
        here = seen.get(column)
        if here is None:
            here = seen[column] = _Seen()
        here.kinds[kind] = count
        here.total += count
    for items in rows:
        for item in items:
            if item.level is not None:
                seen[item.column].tell(item.level)
            elif item.kind == "text" and begins_as_measure(item.text):
                seen[item.column].measures += 1
    return seen


def _drop_marks(roles: dict[int, Role], seen: dict[int, _Seen], rows: Rows) -> None:
    """Columns of quarters or months with nothing but marks (*√*) are a schedule, no targets."""
    timed = {
        column for column, role in roles.items()
        if role.key and role.key[0] in "qm" and role.key != "medium_term" and not role.kind
        and column in seen and seen[column].kinds.keys().isdisjoint(("pair", "figure"))
    }  # fmt: skip
    if not timed:
        return
    marked: dict[int, bool] = {}
    for item in (item for items in rows for item in items if item.column in timed):
        is_mark = item.text.strip("() ") in _MARKS
        marked[item.column] = is_mark and marked.get(item.column, True)
    for column, is_schedule in marked.items():
        if is_schedule:
            roles[column] = Role("note", block=roles[column].block)


def _add_unsaid(roles: dict[int, Role], seen: dict[int, _Seen]) -> None:
    """Take a column of notes for the names or the indicators that no column is called.

    *Rencana Aksi | …* may hold programs and activities, *Output | …* what is measured.
    """
    fields = {role.field for role in roles.values()}
    if not fields & {"indicator", "value"}:
        return
    for column, role in sorted(roles.items()):
        if role.field != "note" or column not in seen:
            continue
        kinds, total = seen[column].kinds, seen[column].total
        if "name" not in fields and 2 * kinds.get("element", 0) > total:
            roles[column] = role._replace(field="name")
        elif "indicator" not in fields and "name" in fields and 2 * seen[column].measures > total:
            roles[column] = role._replace(field="indicator")
        else:
            continue
        fields.add(roles[column].field)


def _part_actions(roles: dict[int, Role], rows: Rows) -> None:
    """Part the actions that have quarters of their own from the indicator that they serve.

    *Sasaran | Indikator | Target | Rencana Aksi | TW I … TW IV*: where an indicator has several
    actions, each with its quarters, these are not the indicator's. A column of notes directly
    before the quarters then holds what is measured, in a block of its own.
    """
    first = min(
        (c for c, role in roles.items() if role.key in QUARTERS and not role.money), default=0
    )
    column = next(
        (c for c in range(first - 1, -1, -1) if roles.get(c, Role("unit")).field != "unit"), -1
    )
    own = roles.get(column)
    if own is None or own.field != "note" or own.kind is not None:
        return
    if not any(r.field == "indicator" and r.block == own.block and c < column
               for c, r in roles.items()):  # fmt: skip
        return
    named = {c for c, role in roles.items() if role.field in ("name", "indicator") and c < column}
    alone = 0
    for items in rows:
        filled = {item.column for item in items}
        if column in filled and named.isdisjoint(filled) and any(c >= first for c in filled):
            alone += any(roles[c].key in QUARTERS for c in filled if c in roles)
    if not alone:
        return
    for c, role in list(roles.items()):
        if c == column:
            roles[c] = Role("indicator", block=role.block + 1)
        elif c > column:
            roles[c] = role._replace(block=role.block + 1)


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
        has_unit = has_unit or (column + 2 in units and width != 3)
        fields: tuple[Field, ...] = (
            ("name", "indicator", "unit", "value") if has_unit else ("name", "indicator", "value")
        )
        for step, field in enumerate(fields):
            level = roles[column].level
            roles[column + step] = Role(field, level if field == "name" else None, block=block)


def _add_silent(roles: dict[int, Role], seen: dict[int, _Seen], rows: Rows) -> None:
    """Add the columns that the header leaves out and the rows fill.

    Texts and units need to fill a quarter of the rows that name something, values of all rows.
    """
    if seen.keys() <= roles.keys():
        return
    naming = sum(1 for items in rows if any(i.kind in ("element", "text") for i in items))
    told = {(role.block, role.field) for role in roles.values()}
    is_bare = not roles
    block, is_filled = 0, False
    for column in sorted({*roles, *seen}):
        if column in roles:
            block = roles[column].block
            continue
        role = _shown(seen[column], is_first=column == 0)
        if role is None:
            continue
        lost = _lost_quarter(roles, column) if role.field == "value" and not is_bare else None
        if lost is not None and 2 * seen[column].total >= naming:
            roles[column] = lost
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


def _lost_quarter(roles: dict[int, Role], column: int) -> Role | None:
    """The role of a column of figures where a header of quarters lacks one: *TW I | | TW III*."""
    for beside, step in ((roles.get(column - 1), 1), (roles.get(column + 1), -1)):
        if beside is not None and beside.key in QUARTERS and not beside.money:
            at = QUARTERS.index(beside.key) + step
            lost = beside._replace(key=QUARTERS[at]) if 0 <= at < len(QUARTERS) else beside
            return None if lost in roles.values() else lost._replace(is_assumed=True)
    return None


def _shown(seen: _Seen, *, is_first: bool) -> Role | None:
    """The role that a column's items show."""
    kind = seen.kind
    if kind == "element":
        return Role("name")
    if kind == "text":
        if 2 * seen.measures >= seen.kinds["text"]:
            return Role("indicator")
        return None
    if kind == "figure":
        return Role("number") if is_first else Role("value")
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


def _key_figures(roles: dict[int, Role], seen: dict[int, _Seen], rows: Rows) -> None:
    """Columns of values that say no quarter hold the quarters in order, or the year.

    So do those that hold nothing but words (*A*, *WTP*) below a header of values. Where labels
    stand in the rows (*TW I | 25 | 20*), a column beside them holds the same quarter's.
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
            if kinds.get("figure", 0) > kinds.get("pair", 0) or _is_worded(column, kinds, rows):
                groups.setdefault((role.block, role.kind, role.money), []).append(column)
    for (block, *_), columns in groups.items():
        if block in _displaced(roles, seen):
            continue
        if block in labelled:
            for column in columns:
                roles[column] = roles[column]._replace(key=SAME)
            continue
        keys = {1: ("year",), 4: QUARTERS}.get(len(columns)) or with_year(columns, rows)
        if keys is not None:
            for column, key in zip(columns, keys, strict=True):
                roles[column] = roles[column]._replace(key=key)


def with_year(columns: list[int], rows: Rows) -> tuple[str, ...] | None:
    """The keys of five columns: the quarters, and the year before or behind them.

    The year is what the quarters make: their sum, their last or their greatest. None where the
    figures contradict both.
    """
    if len(columns) != len(QUARTERS) + 1:
        return None
    first = last = count = 0
    for items in rows:
        told = {item.column: item.quantity for item in items}
        read = [told.get(column) for column in columns]
        values = [each.value for each in read if each is not None and each.value is not None]
        if len(values) < len(columns):
            continue
        count += 1
        first += values[0] in (sum(values[1:]), values[-1], max(values[1:]))
        last += values[-1] in (sum(values[:-1]), values[-2], max(values[:-1]))
    if 2 * first >= count:
        return "year", *QUARTERS
    return (*QUARTERS, "year") if 2 * last >= count else None


def _displaced(roles: dict[int, Role], seen: dict[int, _Seen]) -> set[int]:
    """The blocks whose labelled quarters all stand in columns that are for something else."""
    fields: dict[int, set[Field]] = {}
    for column, each in seen.items():
        if column in roles and "pair" in each.kinds:
            fields.setdefault(roles[column].block, set()).add(roles[column].field)
    return {block for block, held in fields.items() if "value" not in held}


def _is_worded(column: int, kinds: dict[str, int], rows: Rows) -> bool:
    """Whether a column holds nothing but values in words."""
    return set(kinds) == {"text"} and all(
        item.number is None and len(item.text) <= LONGEST_WORD
        for items in rows
        for item in items
        if item.column == column
    )
