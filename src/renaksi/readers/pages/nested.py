"""Small tables within a cell: four quarters ruled off inside of the cell of their indicator.

Each of their rows is a line of the cell that holds them, as it is where no rules are drawn there.
"""

from __future__ import annotations

from typing import Final

from renaksi.readers.pages.lattice import Lattice, Place, places_of

_MOST_TABLES: Final = 100  # on a page: more are a drawing
_MOST_COLUMNS: Final = 3  # of a table that is a part of a cell: with more it is a plan itself
_LEAST_COLUMNS: Final = 3  # of the table around it: with fewer it is a frame, or lays out a page


def without_nested(lattices: list[Lattice]) -> list[Lattice]:
    """The tables of a page, the smallest first, without those that stand in a cell of another."""
    if len(lattices) < 2 or len(lattices) > _MOST_TABLES:
        return lattices
    outer = [each for each in lattices if len(each.xs) - 1 >= _LEAST_COLUMNS]
    places = {id(each): places_of(each, each.xs) for each in outer}
    return [
        lattice
        for lattice in lattices
        if len(lattice.xs) - 1 > _MOST_COLUMNS
        or not any(each.area > lattice.area and _holds(each, places[id(each)], lattice)
                   for each in outer)
    ]  # fmt: skip


def _holds(outer: Lattice, places: list[Place], inner: Lattice) -> bool:
    """Whether a table stands within one cell of another, which has these places."""
    if not outer.holds(inner.xs[0], inner.ys[0]) or not outer.holds(inner.xs[-1], inner.ys[-1]):
        return False
    return any(
        outer.xs[place.column] <= inner.xs[0]
        and inner.xs[-1] <= outer.xs[place.column + place.columns]
        and outer.ys[place.row] <= inner.ys[0]
        and inner.ys[-1] <= outer.ys[place.row + place.rows]
        for place in places
    )
