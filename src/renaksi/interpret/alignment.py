"""Where in the table each item of a row belongs, when columns have shifted, fused or collapsed.

The items keep their order; what was lost on the way are borders. So a row is read as the
cheapest story of how its items came to stand where they stand: an item in a column made
for it costs nothing, another kind of column costs much, and each place where the items
jump against the header costs something once. Where two stories are nearly as cheap, the
items that they place differently are called doubtful.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from renaksi.interpret.header_words import LABELS, Role
from renaksi.model import Level

_GO_ON: Final = frozenset({"indicator", "unit", "value"})  # fields that go on with a lane

Slots = tuple[tuple[int, Role], ...]
Layer = dict[int, float]  # slot → cost
T = TypeVar("T")

_SHIFT: Final = 1.0  # cells were put in or lost before an item
_RETURN: Final = 0.6  # an item stands in its own column again
_EMPTY: Final = 0.7  # an indicator was named, and its values stand elsewhere
_AWAY: Final = 0.05  # an item does not stand in its own column
_FUSED: Final = 0.2  # a border was lost between two items of one cell
_AGAIN: Final = 1.5  # a second text in the column of indicators
_NAME_AGAIN: Final = 2.5  # a second name in one column
_AGAIN_NUMBERED: Final = 0.4  # the same, numbered on
_MOST_LEFT: Final = 6  # items of which it is tried whether they belong nowhere
_NAMELESS: Final = 3.0  # a text with a label word is an indicator, but of nothing in its row
_NEXT_ROW: Final = 1.5  # what is numbered as the next indicator is called a name
_LEFT_OVER: Final = 4.0  # an item belongs nowhere
_HOPELESS: Final = 3.5  # a column that costs so much more than the best is not considered
_NEVER: Final = 99.0
_RESULT: Final = {"result": 0.0, "output": 0.3}  # as names of goals and objectives
_UNLIKE_RESULT: Final = 0.4  # a goal or objective that is not worded as a result
_UNLIKE_MONEY: Final = 0.4  # a small figure in rupiah, or a large one that is none
_NEVER_MONEY: Final = 2.0  # a target among whole amounts of rupiah
_MARGIN: Final = 0.3  # stories that differ by less are both possible


class Sort(NamedTuple):
    """What an item is, as far as its own words tell.

    ``kind`` is the item's kind, but texts are ``measure`` (*Jumlah …*), ``output``
    (*Tersedianya …*), ``result`` (*Meningkatnya …*),
    ``word`` (a value: *WTP*), ``short`` or ``text``.
    ``levels`` are the levels of the label word or of the official name.
    """

    kind: str
    levels: tuple[Level, ...] = ()
    is_numbered: bool = False
    quarter: str | None = None
    is_small: bool = False  # a figure that is no whole amount of rupiah, a dash or 0


class Spot(NamedTuple):
    """An item of a row: its sort, its column, and what each block's open rows say to it.

    ``hints`` give a cost for each block, paid where the item opens that block in its row.
    ``goes_on`` says that a text is numbered one further than the text before it, ``home`` is
    the column in which the row that it continues stood last, ``is_next_row`` that its number
    goes on with the indicators of an element above, ``shared`` that it stands in one cell
    with the item before it.
    """

    sort: Sort
    column: int
    hints: tuple[float, ...] = ()
    goes_on: bool = False
    homes: tuple[int, ...] = ()
    is_next_row: bool = False
    shared: bool = False


class Alignment(NamedTuple):
    """The slot of each item (None where it belongs nowhere), and which items are doubtful."""

    slots: tuple[int | None, ...]
    doubtful: tuple[int, ...] = ()


@lru_cache(maxsize=65536)
def cost_in(sort: Sort, role: Role) -> float:
    """What it costs to say that an item of this sort stands in a column of this role."""
    by_sort = _BY_SORT.get(role.field)
    return by_sort(sort) if by_sort is not None else _BY_ROLE[role.field](sort, role)


def _in_names(sort: Sort, role: Role) -> float:
    fits = role.level is None or role.level in sort.levels
    if sort.kind == "element":
        return 0.0 if fits else 2.5
    if sort.levels:
        return 0.1 if fits else 1.8
    if sort.kind in ("result", "output"):
        return _RESULT[sort.kind] + (1.0 if role.level not in ("goal", "objective", None) else 0.0)
    cost = {"measure": 3.0, "text": 0.5, "short": 1.0, "code": 1.0, "unit": 3.0}.get(sort.kind, 6.0)
    return cost + (_UNLIKE_RESULT if role.level in ("goal", "objective") else 0.0)


def _in_indicators(sort: Sort) -> float:
    if sort.levels:
        return 2.2 if sort.kind == "element" else 2.0
    return {
        "indicator": 0.0, "measure": 0.0, "output": 0.1, "result": 0.5, "text": 0.5, "short": 1.0,
        "unit": 3.0,
    }.get(sort.kind, 6.0)  # fmt: skip


def _in_units(sort: Sort) -> float:
    if sort.is_numbered or sort.levels:
        return 6.0
    return {
        "unit": 0.0,
        "short": 0.5,
        "text": 1.2,
        "word": 2.0,
        "measure": 4.0,
        "output": 4.0,
        "result": 4.0,
    }.get(sort.kind, 6.0)


def _in_values(sort: Sort, role: Role) -> float:
    if sort.kind == "pair":
        return 0.0 if role.key in (None, LABELS, sort.quarter) else 1.0
    if sort.kind == "amount" and role.money:
        return 0.0
    if sort.kind in ("figure", "amount"):
        cost = _UNLIKE_MONEY if role.money or sort.kind == "amount" else 0.0
        if role.in_full and sort.is_small:
            cost = _NEVER_MONEY
        return cost + (0.0 if role.key is not None or role.kind == "actuals" or role.money else 0.6)
    if sort.kind == "word":
        return _NEVER_MONEY if role.in_full else 0.1
    if sort.kind == "short" and not sort.is_numbered:
        return 1.2
    return 2.5 if sort.kind == "unit" else 6.0


def _in_notes(sort: Sort, role: Role) -> float:
    if role.kind == "achievement":
        return 0.0 if sort.kind in ("figure", "amount") else 3.0
    if role.money and sort.kind == "amount":
        return 0.0
    return {
        "element": 2.0,
        "pair": 5.0,
        "figure": 2.5,
        "amount": 2.5,
        "unit": 1.0,
        "code": 3.0,
        "word": 3.0,
        "short": 0.4,
    }.get(sort.kind, 1.0)


def _in_codes(sort: Sort) -> float:
    return 0.0 if sort.kind == "code" else 5.0


def _in_numbers(sort: Sort) -> float:
    return {"figure": 0.5, "amount": 2.0, "short": 2.0}.get(sort.kind, 6.0)


_BY_SORT: Final = {
    "indicator": _in_indicators, "unit": _in_units, "code": _in_codes, "number": _in_numbers,
}  # fmt: skip
_BY_ROLE: Final = {"name": _in_names, "value": _in_values, "note": _in_notes}


@lru_cache(maxsize=16384)
def aligned(slots: Slots, spots: tuple[Spot, ...]) -> Alignment:
    """The cheapest story of a row, without the items that belong nowhere."""
    if not slots:
        return Alignment((None,) * len(spots))
    candidates = [_candidates(slots, spot) for spot in spots]
    best = _told(slots, spots, candidates)
    if best is not None and best[0] < _LEFT_OVER:
        return best[1]
    headed = {column for column, _ in slots}  # what stands below no header is tried first
    worst = sorted(
        range(len(spots)), key=lambda n: (-min(candidates[n].values()), spots[n].column in headed)
    )
    tried = [frozenset({left}) for left in worst[:_MOST_LEFT]]
    last = max(headed)
    beyond = frozenset(n for n, spot in enumerate(spots) if spot.column > last)
    if 1 < len(beyond) < len(spots):
        tried.append(beyond)
    for left in tried:
        shorter = _told(slots, _without(spots, left), _without(candidates, left))
        cost = len(left) * _LEFT_OVER
        if shorter is not None and (best is None or shorter[0] + cost < best[0]):
            best = shorter[0] + cost, _with_left(shorter[1], left, len(spots))
    return best[1] if best is not None else Alignment((None,) * len(spots))


def _without(items: Sequence[T], left: frozenset[int]) -> tuple[T, ...]:
    return tuple(item for n, item in enumerate(items) if n not in left)


def _with_left(kept: Alignment, left: frozenset[int], count: int) -> Alignment:
    """The alignment of all items, from that of those which were not left out."""
    among = [n for n in range(count) if n not in left]
    places = dict(zip(among, kept.slots, strict=True))
    doubtful = tuple(among[n] for n in kept.doubtful)
    return Alignment(tuple(places.get(n) for n in range(count)), doubtful)


def _candidates(slots: Slots, spot: Spot) -> Layer:
    """The slots that an item may stand in, each with what that costs; hopeless ones left out."""
    costs = {n: cost_in(spot.sort, role) for n, (_, role) in enumerate(slots)}
    if spot.is_next_row:
        cost = _NEXT_ROW if spot.sort.kind == "measure" else _NEXT_ROW / 2
        for n, (_, role) in enumerate(slots):
            costs[n] += cost if role.field == "name" else 0.0
    limit = min(costs.values()) + _HOPELESS
    return {n: cost for n, cost in costs.items() if cost <= limit}


def _told(
    slots: Slots, spots: Sequence[Spot], candidates: Sequence[Layer]
) -> tuple[float, Alignment] | None:
    """The cheapest story in which every item has a slot, with its cost; None without one."""
    if not spots:
        return None
    layer = {n: cost + _start(slots, spots[0], n) for n, cost in candidates[0].items()}
    layers = [layer]
    origins: list[dict[int, int]] = []
    for before, spot, costs in zip(spots, spots[1:], candidates[1:], strict=False):
        layer, origin = _next_layer(slots, before, spot, layer, costs)
        if not layer:
            return None
        layers.append(layer)
        origins.append(origin)
    total = min(layer.values())
    place = min(layer, key=lambda n: layer[n])
    places = [place]
    for origin in reversed(origins):
        place = origin[place]
        places.append(place)
    places.reverse()
    doubtful = _doubtful(slots, spots, candidates, layers, places)
    return total, Alignment(tuple(places), doubtful)


def _next_layer(
    slots: Slots, before: Spot, spot: Spot, layer: Layer, costs: Layer
) -> tuple[Layer, dict[int, int]]:
    """The cheapest cost of each slot of the next item, and the slot of the item before it."""
    found: Layer = {}
    origin: dict[int, int] = {}
    for n, cost in costs.items():
        best, place = _NEVER, -1
        for m, known in layer.items():
            if m <= n and (reached := known + _step(slots, before, m, spot, n)) < best:
                best, place = reached, m
        if place >= 0:
            found[n] = best + cost
            origin[n] = place
    return found, origin


def _doubtful(
    slots: Slots,
    spots: Sequence[Spot],
    candidates: Sequence[Layer],
    layers: Sequence[Layer],
    places: Sequence[int],
) -> tuple[int, ...]:
    """The items to which a story that costs hardly more gives another meaning."""
    limit = min(layers[-1].values()) + _MARGIN
    doubtful = []
    ahead: Layer = dict.fromkeys(layers[-1], 0.0)  # what a slot costs from here to the end
    for i in range(len(spots) - 1, -1, -1):
        if i < len(spots) - 1:
            ahead = {
                m: min(
                    (
                        _step(slots, spots[i], m, spots[i + 1], n) + candidates[i + 1][n] + rest
                        for n, rest in ahead.items()
                        if n >= m
                    ),
                    default=_NEVER,
                )
                for m in layers[i]
            }
        sort = spots[i].sort
        meaning = _meaning(sort, slots[places[i]][1])
        for m, rest in ahead.items():
            if layers[i][m] + rest < limit and _meaning(sort, slots[m][1]) != meaning:
                doubtful.append(i)
                break
    return tuple(reversed(doubtful))


def _meaning(sort: Sort, role: Role) -> tuple[object, ...]:
    """What makes a difference between two slots."""
    level = role.level if role.field == "name" and sort.kind != "element" else None
    return role.field, role.block, role.kind, role.key, level


def _start(slots: Slots, spot: Spot, n: int) -> float:
    """What it costs that the first item stands in a slot."""
    column, role = slots[n]
    moved = 0.0 if spot.column in (column, _home(spot, role)) else _SHIFT + _AWAY
    moved += 0.01 * min(abs(spot.column - column), 20) + _hint(spot, role)
    return moved + (_NAMELESS if _lacks_name(spot, role, None) else 0.0)


def _step(slots: Slots, before: Spot, m: int, spot: Spot, n: int) -> float:
    """What it costs that an item stands in slot ``n`` when the one before stands in ``m``."""
    column, role = slots[n]
    if m == n:
        return _again(before, spot, role)
    last_column, last_role = slots[m]
    nameless = _NAMELESS if _lacks_name(spot, role, last_role) else 0.0
    jump = (spot.column - column) - (before.column - last_column)
    if jump == 0:
        cost = 0.0 if spot.column == column else _AWAY
    elif spot.column == before.column:
        cost = _FUSED + 0.05 * (n - m - 1)
    elif before.shared and last_column > before.column and spot.column == column:
        cost = 0.0  # cells that became one left their neighbours where they are
    else:
        cost = (_RETURN if spot.column == column else _SHIFT) + 0.01 * min(abs(jump), 20)
    if role.block != last_role.block:
        if cost and not spot.shared and spot.column == _home(spot, role):
            cost = 0.0
        cost += _hint(spot, role)
        if last_role.field in ("indicator", "unit") and role.field == "value":
            cost += _EMPTY
    return cost + nameless


def _lacks_name(spot: Spot, role: Role, last: Role | None) -> bool:
    """Whether a labelled text (*Kegiatan pengujian …*) is called the indicator of no name."""
    if role.field != "indicator" or spot.sort.kind != "element":
        return False
    return last is None or last.field != "name" or last.block != role.block


def _again(before: Spot, spot: Spot, role: Role) -> float:
    """What it costs that two items follow each other in one slot."""
    if role.field == "value":
        rises = (before.sort.quarter or "") < (spot.sort.quarter or "")
        return 0.4 if rises and spot.sort.kind == "pair" and role.key in (None, LABELS) else _NEVER
    if role.field == "indicator":
        return _AGAIN_NUMBERED if spot.goes_on else _AGAIN
    if role.field == "name":
        return _NAME_AGAIN
    return 0.5 if role.field == "note" else _NEVER


def _home(spot: Spot, role: Role) -> int:
    return spot.homes[role.block] if spot.homes else -1


def _hint(spot: Spot, role: Role) -> float:
    return spot.hints[role.block] if spot.hints and role.field in _GO_ON else 0.0
