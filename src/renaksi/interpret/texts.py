"""What a text without a label word is: an element's name, an indicator, a unit, or a rest.

The signs are weighed in the order of `plan-json`: an official name, then the wording and
numbering, then the column. Only where the signs are silent does the place in the row speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from renaksi.interpret.drafts import BY_RANK, RANK
from renaksi.interpret.headers import Role
from renaksi.interpret.items import Item
from renaksi.interpret.lexicon import begins_as_measure, begins_as_result, names_measure
from renaksi.model import Level
from renaksi.nomenclature.resolver import match_name

if TYPE_CHECKING:
    from renaksi.interpret.walk import Segment, Walker


class Sign(NamedTuple):
    """What a text is taken for, and the evidence for its level."""

    what: Literal["element", "indicator", "unit", "note"]
    level: Level | None = None
    is_official: bool = False
    code: str | None = None
    by_column: bool = False


INDICATOR = Sign("indicator")

# The level of a printed code by its dots: 7.01.02, 7.01.02.2.01, 7.01.02.2.01.0001.
_LEVEL_OF_DEPTH: dict[int, Level] = {2: "program", 4: "activity", 5: "subactivity"}


def sign_of(item: Item, following: Item | None, walker: Walker, segment: Segment | None) -> Sign:
    """What an unlabelled text is, given what follows it and the segment that it stands in."""
    if walker.code is not None:
        level = _LEVEL_OF_DEPTH.get(walker.code.count("."))
        if level is not None:
            return Sign("element", level, by_column=True)
    if walker.number is not None:
        role = walker.columns.role(item.column)
        return level_sign(item, role if role and role.field == "name" else Role("name"), walker)
    if segment is not None and segment.element is not None and not segment.closed:
        return _inside(item, following, walker, segment)
    return _fresh(item, following, walker, segment)


def level_sign(item: Item, role: Role, walker: Walker) -> Sign:
    """The level of an unlabelled name that stands in a column of names."""
    if role.level is not None:
        return _by_column(item, role.level, walker)
    number = item.number or walker.number
    if walker.code is not None:
        level = _LEVEL_OF_DEPTH.get(walker.code.count("."))
        if level is not None:
            return Sign("element", level, by_column=True)
    newest = walker.outline.newest_level
    by_style = walker.levels.level_of(number, walker.outline.latest, newest)
    official = by_style and official_sign(item, walker, by_style)
    official = official or official_sign(item, walker)
    if official:
        return official
    if by_style is not None:
        return Sign("element", by_style)
    return Sign("element", _next_mentioned(role, newest) or walker.outline.level_by_number(number))


def _by_column(item: Item, level: Level, walker: Walker) -> Sign:
    """The level of a column, unless the name is an official one of another level alone."""
    if level not in ("goal", "objective"):
        other = official_sign(item, walker)
        if other and other.level != level and not official_sign(item, walker, level):
            return other
    return Sign("element", level, by_column=True)


def _next_mentioned(role: Role, newest: Level | None) -> Level | None:
    """The level of *Tujuan/Sasaran/Program …* that comes after the newest element's."""
    for level in role.mentions:
        if newest is None or RANK[level] > RANK[newest]:
            return level
    return None


def _inside(item: Item, following: Item | None, walker: Walker, segment: Segment) -> Sign:
    """A text behind an element's name in the same row."""
    role = walker.columns.role(item.column)
    if role is not None and role.field == "name" and role.level and not walker.inherited:
        element = segment.element
        deeper = element is not None and RANK[role.level] > RANK[element.level]
        if deeper and not names_measure(item.text):
            return Sign("element", role.level, by_column=True)
    if role is not None and role.field == "note" and not walker.inherited:
        return Sign("note")
    at_values = following is None or following.kind in ("pair", "figure")
    short = item.number is None and len(item.text.split()) <= 4
    if segment.row is None or segment.row.name is None:
        if role is not None and role.field == "unit" and short:
            return Sign("unit")
        return _deeper(item, walker, segment) or INDICATOR
    if short and at_values and not begins_as_measure(item.text):
        return Sign("unit")
    official = official_sign(item, walker)
    return official or INDICATOR


def _deeper(item: Item, walker: Walker, segment: Segment) -> Sign | None:
    """The sign of a deeper element's name that follows an element's name, or None."""
    if begins_as_measure(item.text) or segment.element is None:
        return None
    if "." in (item.number or ""):
        level = walker.levels.level_of(item.number, walker.outline.latest, segment.element.level)
        sign = Sign("element", level) if level else None
    else:
        sign = official_sign(item, walker)
    if sign is None or sign.level is None or RANK[sign.level] <= RANK[segment.element.level]:
        return None
    return sign


def _fresh(item: Item, following: Item | None, walker: Walker, segment: Segment | None) -> Sign:
    """A text that begins something in its row."""
    role = None if walker.inherited else walker.columns.role(item.column)
    if role is not None and role.field == "note":
        return Sign("note")
    if following is None and item.number is None and not begins_as_measure(item.text):
        trailing = segment is not None and segment.closed
        awaited = walker.outline.awaits_indicator()
        if trailing or not (awaited or begins_as_result(item.text)):
            return official_sign(item, walker) or Sign("note")
    named = role is not None and role.field == "name"
    heads = following is not None and following.kind == "text" and not _consecutive(item, following)
    measured = names_measure(item.text) or (begins_as_measure(item.text) and not heads)
    official = None if measured else official_sign(item, walker)
    if official:
        return official
    if heads or (named and role is not None and role.level and not measured):
        return _unlabelled(item, walker, segment)
    if measured or walker.outline.awaits_indicator() or (role and role.field == "indicator"):
        return INDICATOR
    if walker.outline.numbered_owner(item.number) is not None:
        return INDICATOR
    if item.number is None and not walker.outline.elements:
        return Sign("note")
    return _unlabelled(item, walker, segment)


def _consecutive(item: Item, following: Item) -> bool:
    """Whether two texts are numbered on, both as indicators: two rows that became one."""
    if not (item.number and following.number and begins_as_measure(item.text)):
        return False
    if not (item.number.isdigit() and following.number.isdigit()):
        return False
    return int(following.number) == int(item.number) + 1


def official_sign(item: Item, walker: Walker, level: Level | None = None) -> Sign | None:
    """The sign of an official name (of one level, if given), or None."""
    match = match_name(item.text, level, field=walker.field)
    if match is None or match.entry.level == "field":
        return None
    role = walker.columns.role(item.column)
    agrees = role is not None and role.level == match.entry.level
    return Sign("element", match.entry.level, True, match.entry.code, by_column=agrees)


def _unlabelled(item: Item, walker: Walker, segment: Segment | None) -> Sign:
    """An element whose level neither label nor nomenclature tell."""
    role = walker.columns.role(item.column)
    if role is not None and role.level and role.field == "name" and not walker.inherited:
        return Sign("element", role.level, by_column=True)
    position = segment.position + 1 if segment is not None else 0
    levels = [] if walker.inherited else walker.columns.named_levels()
    if position < len(levels) and levels[position]:
        return Sign("element", levels[position], by_column=True)
    if segment is not None and segment.element is not None:
        return Sign("element", BY_RANK[min(RANK[segment.element.level] + 1, 4)])
    return Sign("element", walker.outline.level_by_number(item.number))
