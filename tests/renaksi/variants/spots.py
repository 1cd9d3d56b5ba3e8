"""Where a paper prints what: the places at which damage can strike.

A `Spot` is one printing of one indicator row: its physical rows in one table. An element's
name has a spot of its own kind, `Name`. Damage keeps account of the elements it touched, so
that no two operators together destroy evidence that each alone leaves standing.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from tests.renaksi.variants.paper import Paper, Piece, Table, is_blank
from tests.renaksi.variants.truth import MISSING, QUARTERS


class Spot(NamedTuple):
    """Rows ``first`` to before ``last`` of a table print row ``r`` of element ``i``.

    ``at`` gives the row and column of each kind of piece or quarter, e.g. ``unit``,
    ``indicator``, ``q2``, ``label q2``.
    """

    table: Table
    i: int
    r: int
    at: dict[str, tuple[int, int]]

    @property
    def first(self) -> int:
        """Its first physical row."""
        return min(n for n, _ in self.at.values())

    @property
    def last(self) -> int:
        """The physical row after its last."""
        return max(n for n, _ in self.at.values()) + 1

    def piece(self, kind: str) -> Piece:
        """The piece that prints one kind."""
        n, c = self.at[kind]
        return self.table.rows[n][c]


class Name(NamedTuple):
    """One printing of an element's name, in row ``n`` and column ``c`` of a table."""

    table: Table
    i: int
    n: int
    c: int


def spots(paper: Paper, kinds: Iterable[str] | None = None) -> list[Spot]:
    """Every printing of every indicator row, in order; of tables of these kinds only."""
    found: list[Spot] = []
    for table in paper.tables:
        if kinds is not None and table.kind not in kinds:
            continue
        open_spots: dict[tuple[int, int], Spot] = {}
        for n, row in enumerate(table.rows):
            for c, piece in enumerate(row):
                for i, r, field in piece.facts:
                    if r < 0:
                        continue
                    kind = "indicator" if field in {"name", "number"} else field
                    spot = open_spots.get((i, r))
                    if spot is None or (kind in spot.at and spot.at[kind] != (n, c)):
                        spot = Spot(table, i, r, {})
                        open_spots[i, r] = spot
                        found.append(spot)
                    spot.at[kind] = (n, c)
    return found


def names(paper: Paper, kinds: Iterable[str] | None = None) -> list[Name]:
    """Every printing of every element's name in a table, in order."""
    return [
        Name(table, i, n, c)
        for table in paper.tables
        if kinds is None or table.kind in kinds
        for n, row in enumerate(table.rows)
        for c, piece in enumerate(row)
        for i, r, field in piece.facts
        if r < 0 and field == "name"
    ]


def elements_in(table: Table, first: int, last: int) -> set[int]:
    """The elements of which these rows print something."""
    return {
        i for row in table.rows[first:last] for piece in row for i, _, _ in piece.facts if i >= 0
    }


def free(paper: Paper, elements: Iterable[int], *kinds: str) -> bool:
    """Whether none of the elements has been touched by damage of these kinds."""
    touched = paper.touched
    return not any(touched[i].intersection(kinds) for i in elements if i in touched)


def touch(paper: Paper, elements: Iterable[int], kind: str) -> None:
    """Remember which kind of damage struck the elements."""
    for i in elements:
        paper.touched.setdefault(i, set()).add(kind)


def labelled(paper: Paper, i: int) -> bool:
    """Whether an element's name begins with its label word."""
    element = paper.truth.elements[i]
    word = {"program": "program ", "activity": "kegiatan ", "subactivity": "sub kegiatan "}
    return element.name.lower().startswith(word.get(element.level, "\0"))


def self_evident(paper: Paper, i: int) -> bool:
    """Whether its level shows without its column: by a label word or an official name."""
    return labelled(paper, i) or paper.truth.elements[i].official is not None


def complete(paper: Paper, i: int, r: int) -> bool:
    """Whether every column of a row's unit and quarters is filled, so that order alone tells."""
    row = paper.truth.elements[i].rows[r]
    fields = (*QUARTERS, "year") if paper.style.year else QUARTERS
    if paper.style.unit and row.unit is None:
        return False
    return all(row.cells.get(field, MISSING).text for field in fields)


def some(rng: Random, found: list[Spot], most: int) -> list[Spot]:
    """A few of the spots, at random."""
    return rng.sample(found, min(len(found), rng.randint(1, most)))


def filled(paper: Paper, spot: Spot) -> bool:
    """Whether all four quarters of a row hold something."""
    cells = paper.truth.elements[spot.i].rows[spot.r].cells
    return all(cells.get(quarter, MISSING).text for quarter in QUARTERS)


def stands_alone(spot: Spot) -> bool:
    """Whether its rows lie in the right block of two alike, and nothing stands to the left."""
    table = spot.table
    return len(table.starts) == 2 and all(
        is_blank(row[: table.starts[1]])
        and len(row) == table.width
        and table.starts[1] * 2 == len(row)
        for row in table.rows[spot.first : spot.last]
    )
