"""Levels that only the look of a name tells: bold above plain, further in below further out.

A table whose names bear no label, code or number still shows its levels. The looks of its
column of names are put in order (less set in comes first, then capitals, then bold) and
stand for the levels that its header names, or for program, activity and sub-activity. One
look for all says nothing, nor do capitals alone, more looks than levels, or a look that
label words or official names give to several levels; where they give a third of the names of one
look to a level that is not the look's, its looks say nothing. Where fewer do, the name is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.interpret.levels import Looked
from renaksi.interpret.shown import LevelsOf
from renaksi.interpret.tables import Step
from renaksi.model import Level
from renaksi.readers.document import Row

_WORK: Final[tuple[Level, ...]] = ("program", "activity", "subactivity")
_NEAR: Final = 4.0  # points: texts that begin nearer to each other begin level
_LEAST: Final = 2  # names of one look: a single one may be a slip
_FEW: Final = 3  # names in all


class Look(NamedTuple):
    """How a name looks; the least comes highest."""

    step: int
    is_small: bool
    is_plain: bool


class Looks:
    """The looks of the names in one column of a table."""

    def __init__(self, steps: Iterable[Step], column: int, told_by: LevelsOf) -> None:
        """From the rows of the table that hold a name there."""
        named = [step for step in steps if column < len(step.row.cells) and step.row.cells[column]]
        self._column = column
        self._edges = _edges(step.row.indents.get(column, 0.0) for step in named)
        counts: dict[Look, int] = {}
        labelled: dict[Look, list[Level]] = {}
        for step in named:
            look = self._of(step.row)
            counts[look] = counts.get(look, 0) + 1
            labelled.setdefault(look, []).extend(_told(step, column, told_by))
        self._order = sorted(counts)
        is_set_apart = len({(look.step, look.is_plain) for look in counts}) > 1
        is_contradicted = any(len(set(levels)) > 1 for levels in labelled.values())
        self._told = {
            look: levels[0] for look, levels in labelled.items() if len(levels) * 3 > counts[look]
        }
        self._is_slip = bool(named) and counts[self._order[-1]] < _LEAST
        # Among two or three names a single one is no slip, though it proves little.
        self._is_sure = is_set_apart and not is_contradicted
        self._is_sure &= not self._is_slip or len(named) <= _FEW

    def level(self, row: Row, levels: Sequence[Level]) -> Looked | None:
        """The level that a name's look tells, of these levels from the top down."""
        is_named = self._column < len(row.cells) and row.cells[self._column]
        if not is_named or not self._is_sure or len(self._order) > len(levels):
            return None
        look = self._of(row)
        if look not in self._order:
            return None
        level = levels[self._order.index(look)]
        return Looked(level, self._is_slip) if self._told.get(look, level) == level else None

    def _of(self, row: Row) -> Look:
        indent = row.indents.get(self._column, 0.0)
        step = sum(indent >= edge for edge in self._edges)
        text = row.cells[self._column]
        return Look(step, not text.isupper(), self._column not in row.bold)


def levels_by_looks(steps: Sequence[Step], told_by: LevelsOf) -> Mapping[tuple[int, int], Looked]:
    """The level that looks tell of a name, by the line of its row and its column.

    ``told_by`` gives the levels that an item's label word or official name tells. Only columns of
    names that stand for several levels are looked at.
    """
    tables: dict[int, list[Step]] = {}
    for step in steps:
        if step.row.bold or step.row.indents:  # where nothing is set apart, nothing is told
            tables.setdefault(step.table.number, [])
    for step in steps:
        if step.kind == "row" and step.table.number in tables:
            tables[step.table.number].append(step)
    found: dict[tuple[int, int], Looked] = {}
    for rows in tables.values():
        for column, role in rows[0].table.columns.roles.items() if rows else ():
            if role.field == "name" and role.level is None:
                looks = Looks(rows, column, told_by)
                for step in rows:
                    level = looks.level(step.row, role.mentions or _WORK)
                    if level is not None:
                        found[step.row.line, column] = level
    return found


def _told(step: Step, column: int, told_by: LevelsOf) -> Iterator[Level]:
    """The levels that label words and official names give to what a row names in a column."""
    for item in step.items:
        if item.column == column and item.kind in ("element", "text"):
            levels = told_by(item)
            if len(levels) == 1:
                yield levels[0]


def _edges(indents: Iterable[float]) -> list[float]:
    """Where a new step of indentation begins."""
    ordered = sorted(indents)
    return [(one + other) / 2 for one, other in pairwise(ordered) if other - one > _NEAR]
