"""The second row of a header that was moved by a cell: its quarters belong under their group.

*TARGET | RENCANA CAPAIAN | | | | PJ* above *B03 | B06 | B09 | B12*, these one column too far left:
what stands below them would be read as the quarter before. The rows below tell that it was so:
they fill a column that no header names, and none does if the quarters stand under their group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final

from renaksi.interpret.fitting import is_number
from renaksi.interpret.header_words import header_role
from renaksi.interpret.headers import Columns, Header, columns_of
from renaksi.interpret.items import Item

_FARTHEST: Final = 2  # columns by which a row may have moved
_FEWEST_WORDS: Final = 4  # with the empty one
_COLUMN: Final = attrgetter("column")
_VALUES: Final = frozenset({"figure", "text"})


def in_place(header: Header, columns: Columns, rows: Sequence[Sequence[Item]]) -> Header:
    """The header, its second row moved where only that explains the columns that rows fill."""
    if len(header) < 2 or not rows:
        return header
    leaves = _leaves_values(columns, rows)
    for moved, repeats in _moved(header) if leaves or _may_repeat(header) else ():
        if repeats or (leaves and not _leaves_values(columns_of(moved), rows)):
            return moved
    return header


def _may_repeat(header: Header) -> bool:
    """Whether a row prints the same few words again and again: *T R T R*, *K Rp K Rp*."""
    return any(len(set(row)) <= _FEWEST_WORDS < len(row) - row.count("") for row in header[1:])


def _leaves_values(columns: Columns, rows: Sequence[Sequence[Item]]) -> bool:
    """Whether most rows have a value in a column that is not named."""
    named = columns.roles.keys()
    if named >= set(map(_COLUMN, chain.from_iterable(rows))):
        return False
    left = sum(
        any(
            item.kind in _VALUES and item.column not in named
            and not (item.column == 0 and is_number(item.text))
            for item in items
        )
        for items in rows
    )  # fmt: skip
    return 2 * left > len(rows)


def _moved(header: Header) -> Iterator[tuple[Header, bool]]:
    """The header with one of its rows under groups of as many columns, near to where it stands.

    With it, whether the row prints the same words below each group, as it does not where it stands.
    The first row may have lost its first cell, too.
    """
    first = ("", *header[0])
    below = [n for n, cell in enumerate(header[1]) if cell]
    if below and below[-1] - below[0] == len(below) - 1:
        if any(start == below[0] for start in _starts_of(first, len(below))):
            yield (first, *header[1:]), False
    for depth in range(1, len(header)):
        upper, lower = header[depth - 1], header[depth]
        filled = [n for n, cell in enumerate(lower) if cell]
        if len(filled) < 2 or filled[-1] - filled[0] != len(filled) - 1:
            continue
        for start in _starts_of(upper, len(filled)):
            if 0 < abs(start - filled[0]) <= _FARTHEST:
                moved = ("",) * start + tuple(lower[n] for n in filled)
                step = _width(upper, start)
                words = [lower[n] for n in filled]
                repeats = 1 < step < len(words) and words[step:] == words[:-step]
                repeats = repeats and _width(upper, filled[0]) != step
                yield (*header[:depth], moved, *header[depth + 1 :]), repeats


def _width(row: Sequence[str], column: int) -> int:
    """How many columns a group has that begins here; 0 where none begins, or it is the last."""
    if column >= len(row) or not row[column]:
        return 0
    return next((n for n in range(1, len(row) - column) if row[column + n]), 0)


def _starts_of(upper: Sequence[str], count: int) -> Iterator[int]:
    """Where groups of values begin that have so many columns together, the last to any width."""
    starts = [n for n, cell in enumerate(upper) if cell]
    for first, start in enumerate(starts):
        for n in range(first, len(starts)):
            role = header_role(upper[starts[n]])
            if role is None or role.field != "value":
                break
            is_last = n + 1 == len(starts)
            if is_last or starts[n + 1] - start >= count:
                if is_last or starts[n + 1] - start == count:
                    yield start
                break
