"""The placing of a row's items: by its header where it fits, else by the cheapest story.

A row that fits its header must also go on with what stands above: quarters with the row
that waits for them, a numbered indicator with its element's numbers. Otherwise the
`renaksi.interpret.alignment` weighs both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from renaksi.interpret.alignment import Sort, Spot, aligned
from renaksi.interpret.fitting import fits, lacks_its_money
from renaksi.interpret.header_words import Role
from renaksi.interpret.headers import Columns
from renaksi.interpret.items import Item
from renaksi.interpret.lanes import Lanes
from renaksi.interpret.levels import Levels
from renaksi.interpret.segments import Placed
from renaksi.interpret.vocabulary import UNITS, begins_as_measure
from renaksi.nomenclature.names import normal_name

# Quarters are said to be another lane's than the one that waits for them.
_NOT_NEXT: Final = 1.5
_AT_HOME: Final = 0.2  # a quarter out of turn stands where those of one row alone stood
_AGAIN_ELSEWHERE: Final = 0.9  # quarters that a row has already stand in another column
_NOT_NEWEST: Final = 0.5  # an indicator goes on with one whose text was lost, but not the last
_WORK: Final = ("program", "activity", "subactivity")
_MOST_ITEMS: Final = 80  # of a row that can be understood at all

Placing = tuple[Sequence[Placed], tuple[int, ...]]


def placed(
    items: Sequence[Item], columns: Columns, lanes: Lanes, levels: Levels, number: str | None = None
) -> Placing:
    """Each item with the column that it belongs to, and the places of the doubtful ones.

    ``number`` is what the column of numbers holds in this row.
    """
    if items and items[0].kind == "figure":
        items = _named(items, columns)
    elif items and items[0].level == "activity" and items[0].number not in (None, "1"):
        items = _measured(items, columns, lanes)
    if [item for item in items if item.kind == "text" and item.quantity is not None]:
        items = _counted(items, columns)
    if not items or len(items) > _MOST_ITEMS:
        return [(item, None, -1) for item in items], ()
    if fits(items, columns):
        roles = columns.roles
        found: list[Placed] = [(item, roles[item.column], item.column) for item in items]
        if _is_of_levels(found, columns, levels) and _goes_on_well(items, found, columns, lanes):
            return found, ()
    if not columns.has_units:
        items = _with_their_units(items)
    alignment = aligned(columns.slots, tuple(_spots(items, columns, lanes, levels, number)))
    found = []
    for item, slot in zip(items, alignment.slots, strict=True):
        column, role = (-1, None) if slot is None else columns.slots[slot]
        found.append((item, role, column))
    if not columns.rupiah:
        return found, alignment.doubtful
    moved = [n for n, item in enumerate(items) if _is_between(item, items, columns)]
    return found, (*alignment.doubtful, *moved) if moved else alignment.doubtful


def _is_between(item: Item, items: Sequence[Item], columns: Columns) -> bool:
    """Whether an amount may be of two quarters: it stands between two blank columns of rupiah."""
    role = columns.role(item.column) if item.kind == "figure" else None
    if role is None or not lacks_its_money(item, role, items, columns):
        return False
    beside = (item.column - 1, item.column + 1)
    around = [columns.role(column) for column in beside]
    return all(each is not None and each.money for each in around) and not any(
        each.column in beside for each in items
    )


def _named(items: Sequence[Item], columns: Columns) -> Sequence[Item]:
    """The items, a figure with words in a column of names read as a numbered name.

    *4 Pengawasan Keamanan Pangan* counts nothing there.
    """
    first = items[0]
    role = columns.role(first.column)
    words = first.quantity.unit if first.quantity is not None else None
    if role is None or role.field != "name" or not words or words.casefold() in UNITS:
        return items
    number = first.text.removesuffix(words).strip(" .)")
    if not number.replace(".", "").isdigit():
        return items
    return [first._replace(kind="text", text=words, number=number, quantity=None), *items[1:]]


def _measured(items: Sequence[Item], columns: Columns, lanes: Lanes) -> Sequence[Item]:
    """The items, the first an indicator where it goes on with those above: *3. Kegiatan yang …*."""
    first = items[0]
    role = columns.role(first.column)
    if role is None or role.field != "indicator" or not lanes.is_numbered_like(role.block, first):
        return items
    behind = items[1].kind if len(items) > 1 else ""
    if behind not in ("unit", "pair") or lanes.cost_of_indicator(role.block, first) > 0:
        return items
    return [first._replace(kind="text", level=None), *items[1:]]


def _counted(items: Sequence[Item], columns: Columns) -> Sequence[Item]:
    """The items, texts with a figure before them read as values in columns of values.

    *1 Dokumen Rencana Kerja Tahunan* counts there, *3 Dokumen dan 2 Laporan* is one value in words.
    """
    return [_as_value(item, columns.role(item.column)) for item in items]


def _as_value(item: Item, role: Role | None) -> Item:
    quantity = item.quantity
    if item.kind != "text" or quantity is None or quantity.text is None:
        return item
    if role is None or role.field != "value" or role.key is None:
        return item
    if quantity.state == "set":
        return item._replace(kind="figure", text=quantity.text, number=None)
    return item._replace(text=quantity.text, number=None, quantity=None)


def _is_of_levels(found: Sequence[Placed], columns: Columns, levels: Levels) -> bool:
    """Whether no official name stands in a block of another level, beside values of its own."""
    item, role, _ = found[0]
    if columns.blocks < 2 or role is None or role.field != "name":
        return True
    beside = found[1][1] if len(found) > 1 else None
    is_alone = beside is not None and beside.block != role.block
    if not is_alone or item.kind != "text" or role.level is None:
        return True
    told = levels.told_by(item)
    return not told or role.level in told


def _goes_on_well(
    items: Sequence[Item], found: Sequence[Placed], columns: Columns, lanes: Lanes
) -> bool:
    """Whether what opens no element in its block goes on with the block's lane."""
    block = -1
    for n, (item, role, _) in enumerate(found):
        if role is None or role.block == block or role.field in ("note", "number", "code"):
            continue
        block = role.block
        if role.field == "name":
            if _is_next_row(item, items, columns, lanes):
                return False
        elif item.kind == "pair":
            if lanes.cost_of_values(block, _group_from(items, n)) > 0:
                return False
            if lanes.is_overtaken(block, item.column):
                return False
        elif role.field == "indicator" and lanes.cost_of_indicator(block, item) > 0:
            return False
    return True


def _spots(
    items: Sequence[Item], columns: Columns, lanes: Lanes, levels: Levels, number: str | None
) -> list[Spot]:
    """The items as the alignment weighs them."""
    homes = tuple(lanes.home(block) for block in range(columns.blocks))
    groups = {n: _group_from(items, n) for n, item in enumerate(items) if item.kind == "pair"}
    costs = {n: _costs_of_values(group, homes, lanes) for n, group in groups.items()}
    count, waiting = _side_by_side(groups, costs)
    found: list[Spot] = []
    before: Item | None = None
    for n, item in enumerate(items):
        sort = levels.numbered_sort(item, item.number or number)
        shared = n > 0 and items[n - 1].column == item.column
        if item.kind == "pair":
            hints = costs[n]
            if 0.0 in hints and (count == 1 or waiting == count):
                hints = tuple([max(hint, _NOT_NEXT * count) if hint else 0.0 for hint in hints])
            found.append(Spot(sort, item.column, hints, homes=homes, shared=shared))
        elif item.kind == "unit":
            hints = tuple(lanes.cost_of_unit(block) for block in range(columns.blocks))
            found.append(Spot(sort, item.column, hints, shared=shared))
        elif item.kind in ("text", "indicator"):
            is_last = n + 1 == len(items) or items[n + 1].kind != "text"  # a name has texts behind
            if n and is_last and _is_of(items[n - 1], item, sort, columns):
                sort = sort._replace(kind="measure", levels=())
            hints = () if sort.levels else _hints_of_text(item, columns, lanes)
            is_first = before is None and not sort.levels
            is_next_row = is_first and _is_next_row(item, items, columns, lanes)
            goes_on = before is not None and _is_next(before, item)
            found.append(Spot(sort, item.column, hints, goes_on, (), is_next_row, shared))
            before = item
        else:
            found.append(Spot(sort, item.column, shared=shared))
    return found


def _hints_of_text(item: Item, columns: Columns, lanes: Lanes) -> tuple[float, ...]:
    """How badly an indicator's text goes on with each block's rows.

    A number goes on with rows that bear such numbers, or may have borne them before their texts
    were lost (the newest first), rather than with those that bear none.
    """
    blocks = range(columns.blocks)
    hints = tuple(lanes.cost_of_indicator(block, item) for block in blocks)
    if item.number is None:
        return hints
    if item.number != "1":  # the first of several elements may be called alike
        again = [lanes.has_printed(block, item) for block in blocks]
        if any(again):
            return tuple(
                hint if again[block] else max(hint, _NOT_NEXT) for block, hint in enumerate(hints)
            )
    unknown = [lanes.is_of_unknown_number(block) for block in blocks]
    alike = [
        lanes.is_numbered_like(block, item) or (unknown[block] and lanes.is_newest(block))
        for block in blocks
    ]
    if any(like and not hint for like, hint in zip(alike, hints, strict=True)):
        is_next = any(
            alike[block] and not hints[block] and lanes.is_newest(block) for block in blocks
        )
        return tuple(
            max(hint, _NOT_NEXT) if is_next and lanes.is_passed(block)
            else hint if alike[block]
            else max(hint, _NOT_NEXT) if lanes.is_without_numbers(block)
            else max(hint, _NOT_NEWEST) if unknown[block]
            else hint
            for block, hint in enumerate(hints)
        )  # fmt: skip
    return hints


def _side_by_side(
    groups: Mapping[int, list[Item]], costs: Mapping[int, tuple[float, ...]]
) -> tuple[int, int]:
    """How many rows' quarters a row of the table prints side by side, and how many wait for them.

    Where as many rows wait for quarters as are printed here, no other row is meant.
    """
    count, end = 0, -1
    waiting: set[int] = set()
    for n, group in groups.items():
        if n > end:
            count, end = count + 1, n + len(group) - 1
            waiting.update(block for block, cost in enumerate(costs[n]) if not cost)
    return count, len(waiting)


def _costs_of_values(group: list[Item], homes: tuple[int, ...], lanes: Lanes) -> tuple[float, ...]:
    """How badly quarters go on with each block's row; ``homes`` are where these stood last."""
    hints = [lanes.cost_of_values(block, group) for block in range(len(homes))]
    column = group[0].column
    alone = homes.index(column) if homes.count(column) == 1 else -1
    return tuple([
        _NOT_NEXT if not hint and lanes.is_overtaken(block, column)
        else max(hint, _AGAIN_ELSEWHERE) if 0 < hint < 1 and homes[block] not in (column, -1)
        else min(hint, _AT_HOME) if block == alone and hint < 1
        else hint
        for block, hint in enumerate(hints)
    ])  # fmt: skip


def _is_next_row(item: Item, items: Sequence[Item], columns: Columns, lanes: Lanes) -> bool:
    """Whether a text may be the next indicator of an element that stands in a lane.

    A unit or value follows it, and it is numbered as that element's indicators are.
    """
    if item.kind != "text" or item.number in (None, "1") or not begins_as_measure(item.text):
        return False
    behind = next((other for other in items if other.column > item.column), None)
    if behind is None or behind.kind in ("text", "element"):
        return False
    return any(
        lanes.is_numbered_like(block, item) and lanes.cost_of_indicator(block, item) == 0
        for block in range(columns.blocks)
    )


def _is_of(name: Item, item: Item, sort: Sort, columns: Columns) -> bool:
    """Whether a text is the indicator of the name before it in its row, by its words.

    It begins with that name, or says behind the name of a program, activity or sub-activity what
    came about (*Tersedianya …*), where no column is for goals and objectives.
    """
    if sort.kind == "output":
        return name.level in _WORK and not columns.holds_outcomes
    if not sort.levels or (name.kind != "element" and not name.text[:1].isupper()):
        return False
    first = normal_name(name.text)
    return bool(first) and normal_name(item.text).startswith(first)


def _with_their_units(items: Sequence[Item]) -> Sequence[Item]:
    """The items, with units that were cut from texts put back where the table has no units."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if (item.kind == "unit" and item.fused and last is not None and last.kind == "text"
                and last.column == item.column):  # fmt: skip
            kept[-1] = last._replace(text=f"{last.text} {item.text}")
        else:
            kept.append(item)
    return kept


def _group_from(items: Sequence[Item], n: int) -> list[Item]:
    """The pairs that go on from the one at ``n``: their quarters rise, side by side."""
    group = [items[n]]
    for item in items[n + 1 :]:
        last = group[-1]
        rises = item.kind == "pair" and (last.quarter or "") < (item.quarter or "")
        if not rises or item.column - last.column > 2:
            break
        group.append(item)
    return group


def _is_next(before: Item, item: Item) -> bool:
    """Whether two texts are numbered on, as the indicators of two rows that became one."""
    one, other = before.number, item.number
    return bool(one and other and one.isdigit() and other.isdigit() and int(other) == int(one) + 1)
