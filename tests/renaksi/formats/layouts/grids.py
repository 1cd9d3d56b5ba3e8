"""Tables from a list of columns: headers of several rows, merges and repeated headers at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal, NamedTuple

from tests.renaksi.formats.papers import Grid, Laid, Sheet
from tests.renaksi.variants.paper import BLANK, Piece

Cell = Callable[[int, int], Piece | Laid]
Per = Literal["element", "row"]


class Column(NamedTuple):
    """One column: its words from the top row of the header down, and its cell for a row.

    ``cell`` is asked with an element and the position of one of its indicators (-1 where it has
    none). A column *per element* is printed once for all of its rows.
    """

    head: tuple[str, ...]
    cell: Cell
    per: Per = "row"


class Rows(NamedTuple):
    """Which rows stand below the header: pairs of an element and an indicator's position."""

    pairs: Sequence[tuple[int, int]]
    numbered: bool = False  # a row *1 2 3 …* under the header
    total: Callable[[int], str] | None = None  # the text of a last row by column, "" for blank


def sheet_of(rng: Random, columns: Sequence[Column], rows: Rows) -> Sheet:
    """The table, with its cells merged or not, its header repeated or not."""
    merged_heads, merged_cells = rng.random() < 0.85, rng.random() < 0.6
    grid = _head(columns, merged=merged_heads)
    heads = len(grid)
    if rows.numbered:
        grid.append([Laid(Piece(str(n + 1), "head"), head=True) for n in range(len(columns))])
        heads += 1
    again = rng.random() < 0.25 and len(rows.pairs) > 8
    spots = {rng.randrange(4, len(rows.pairs))} if again else set()
    body = _body(columns, rows.pairs, merged=merged_cells, spots=spots)
    for part in body:
        if part is None:
            grid += _head(columns, merged=merged_heads)
        else:
            grid += part
    if rows.total is not None:
        grid.append([Laid(Piece(rows.total(n), "note")) for n in range(len(columns))])
    return Sheet(grid, heads)


def _head(columns: Sequence[Column], *, merged: bool) -> Grid:
    """The header: equal words side by side are one, a shorter column reaches down."""
    depth = max(len(column.head) for column in columns)
    grid: Grid = [[None] * len(columns) for _ in range(depth)]
    for n in range(depth):
        for at, column in enumerate(columns):
            path = column.head[: n + 1]
            is_last = len(column.head) == n + 1  # two columns of one name are two columns
            if len(path) <= n or (not is_last and at and columns[at - 1].head[: n + 1] == path):
                continue
            wide = 1
            while (
                not is_last
                and at + wide < len(columns)
                and columns[at + wide].head[: n + 1] == path
            ):
                wide += 1
            tall = depth - n if is_last else 1
            piece = Piece(path[-1], "head")
            grid[n][at] = Laid(piece, wide, tall, head=True) if merged else Laid(piece, head=True)
    if not merged:
        return [[cell or Laid(BLANK, head=True) for cell in row] for row in grid]
    return grid


def _body(
    columns: Sequence[Column],
    pairs: Sequence[tuple[int, int]],
    *,
    merged: bool,
    spots: set[int],
) -> list[Grid | None]:
    """The rows of each element, and None where the header is printed again."""
    parts: list[Grid | None] = []
    at = 0
    while at < len(pairs):
        if any(spot <= at for spot in spots):
            spots.clear()
            parts.append(None)
        i = pairs[at][0]
        size = 1
        while at + size < len(pairs) and pairs[at + size][0] == i:
            size += 1
        parts.append(_element(columns, pairs[at : at + size], merged=merged))
        at += size
    return parts


def _element(columns: Sequence[Column], pairs: Sequence[tuple[int, int]], *, merged: bool) -> Grid:
    grid: Grid = [[None] * len(columns) for _ in pairs]
    for at, column in enumerate(columns):
        for n, (i, r) in enumerate(pairs):
            if column.per == "row":
                grid[n][at] = _laid(column.cell(i, r))
            elif n == 0:
                first = _laid(column.cell(i, r))
                grid[0][at] = first._replace(rows=len(pairs)) if merged else first
            elif not merged:
                grid[n][at] = Laid(BLANK)
    return grid


def _laid(cell: Piece | Laid) -> Laid:
    return cell if isinstance(cell, Laid) else Laid(cell)
