"""Cells that list: the quarters with their values, or values by the numbers of their indicators."""

from __future__ import annotations

from typing import Final

from renaksi.patterns import pattern
from renaksi.quantity import DASHES, parse
from renaksi.quarter import QUARTERS, quarter_named

_ROMAN: Final = ("I", "II", "III", "IV")
_BY_ROMAN: Final = pattern(
    r"I\s?[:=]\s?(\S[^;:=]*?)[;,|]?\s+II\s?[:=]\s?(\S[^;:=]*?)[;,|]?\s+"
    r"III\s?[:=]\s?(\S[^;:=]*?)[;,|]?\s+IV\s?[:=]\s?(\S[^;:=]*?)[;,.]?"
)
_BEFORE_LABEL: Final = pattern(r"(?P<value>[^()]{1,30}?)\s*\((?P<label>[^()]{3,20})\)[,;]?\s*")
_NUMBER: Final = pattern(r"(?:^|\s)\(?(\d{1,2}|[a-h])[.)]\s+")
_SECOND: Final = ("2.", "2)", "b.", "b)")
_LONGEST_UNIT: Final = 3  # words

Quarter = tuple[str, str, str]  # the quarter, its label, and its value


def quarters_in(cell: str) -> list[Quarter]:
    """The quarters that a cell lists otherwise than behind their labels; none in any other cell."""
    first = cell[0]
    if first == "I":
        listed = _BY_ROMAN.fullmatch(cell) if "IV" in cell else None
        return _all_four(listed.groups()) if listed else []
    if not first.isdigit() and first not in DASHES:
        return []
    for mark in "/;|":
        parts = [part.strip() for part in cell.split(mark)] if mark in cell else []
        if len(parts) == len(QUARTERS) and all(map(is_value, parts)):
            return _all_four(parts)
    return _before_labels(cell) if cell[-1] == ")" else []


def values_in(cell: str) -> list[str]:
    """The values of a cell that numbers them, as another numbers indicators: *1) 72,5 2) 90%*."""
    if cell[1:2] not in (")", ".") or cell[0] not in "1a":
        return []
    if not any(second in cell for second in _SECOND):
        return []
    parts = _NUMBER.split(cell)
    values = [part.strip() for part in parts[2::2]]
    places = [int(each) if each.isdigit() else ord(each) - ord("a") + 1 for each in parts[1::2]]
    if parts[0] or len(values) < 2 or places != [*range(1, len(places) + 1)]:
        return []
    return values if all(map(is_value, values)) else []


def _all_four(values: tuple[str, ...] | list[str]) -> list[Quarter]:
    return list(zip(QUARTERS, _ROMAN, values, strict=True))


def _before_labels(cell: str) -> list[Quarter]:
    """Each value before its label: *10% (TW I), 20% (TW II)*."""
    found: list[Quarter] = []
    end = 0
    for match in _BEFORE_LABEL.finditer(cell):
        quarter = quarter_named(match["label"])
        if quarter is None or match.start() != end:
            return []
        found.append((quarter, match["label"], match["value"]))
        end = match.end()
    return found if end == len(cell) and len(found) > 1 else []


def is_value(text: str) -> bool:
    """Whether a text is a figure, with its unit or without, or the dash of what is not planned."""
    read = parse(text)
    if read.state not in ("set", "not_scheduled"):
        return False
    return read.unit is None or len(read.unit.split()) <= _LONGEST_UNIT
