"""Codes that a table spreads over several columns: *7 | 01 | 03 | 2.01 | 0001* below one *Kode*."""

from __future__ import annotations

from typing import Final

from renaksi.interpret.header_words import header_role
from renaksi.patterns import pattern

_PART: Final = pattern(r"(?:\d{1,2}(?:[.,]\d{1,2})?|\d{4}|[Xx]{1,2})")
_MOST_PARTS: Final = 7

Span = tuple[int, int]


def code_columns(header: tuple[tuple[str, ...], ...]) -> Span | None:
    """The first column below *Kode* and the first behind it, where it spans more than one."""
    for row in header:
        for column, cell in enumerate(row):
            role = header_role(cell) if cell else None
            if role is None or role.field != "code":
                continue
            end = column + 1
            while end < len(row) and not any(_names(each, end) for each in header):
                end += 1
            return (column, end) if 1 < end - column <= _MOST_PARTS and end < len(row) else None
    return None


def _names(row: tuple[str, ...], column: int) -> bool:
    """Whether a header's row says what a column holds; its number says nothing."""
    return column < len(row) and any(map(str.isalpha, row[column]))


def with_code(cells: tuple[str, ...], span: Span) -> tuple[str, ...]:
    """A row with its code in the first of the columns of codes; as it is where they hold none."""
    first, end = span
    parts = [cell for cell in cells[first:end] if cell]
    if len(parts) < 2 or not all(map(_PART.fullmatch, parts)):
        return cells
    whole = [_written(part, place) for place, part in enumerate(parts)]
    return (*cells[:first], ".".join(whole), *[""] * (end - first - 1), *cells[end:])


def _written(part: str, place: int) -> str:
    """A part of a code with the zero that a spreadsheet took away: *1* of *01*, *2,1* of *2.01*."""
    authority, dot, rest = part.replace(",", ".").partition(".")
    if dot:
        return f"{authority}.{rest.zfill(2)}"
    # The field's first figure and that of the authority stand alone, the others in pairs.
    return part if place in (0, 3) else part.zfill(2)
