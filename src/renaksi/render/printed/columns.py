"""The columns of a sheet on which several tables stand: wherever any of them has an edge.

A column of a table then covers one column of the sheet or several, which are merged; tables
of the same columns cover one each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.reports.tree import Table

_STEPS: Final = 200  # edges nearer than a two-hundredth of the page are one


class SheetColumns(NamedTuple):
    """Shares of the page's width, and for each table where its columns begin and end."""

    shares: tuple[float, ...]
    edges: tuple[tuple[int, ...], ...]

    def span(self, table: int, column: int, columns: int) -> tuple[int, int]:
        """The first and last column of the sheet under columns of a table."""
        edges = self.edges[table]
        return edges[column], edges[column + columns] - 1


def sheet_columns(tables: Sequence[Table]) -> SheetColumns:
    """The columns under these tables; four of one width where there is none."""
    cuts = [_cuts(table) for table in tables] or [(0, 50, 100, 150, _STEPS)]
    union = sorted({cut for own in cuts for cut in own})
    place = {cut: index for index, cut in enumerate(union)}
    shares = tuple((after - cut) / _STEPS for cut, after in pairwise(union))
    return SheetColumns(shares, tuple(tuple(place[cut] for cut in own) for own in cuts))


def _cuts(table: Table) -> tuple[int, ...]:
    """Where the columns end, in steps over the page; no two at one place."""
    total, reached = sum(column.width for column in table.columns), 0.0
    cuts = [0]
    for number, column in enumerate(table.columns, 1):
        reached += column.width
        left = len(table.columns) - number
        cuts.append(min(max(round(reached / total * _STEPS), cuts[-1] + 1), _STEPS - left))
    return tuple(cuts)
