"""Papers before they are files: a known plan in an office's style, undamaged, laid out with merges.

A merged cell takes in the blank cells below a name, an indicator or a unit, or beside and below
a word of the header, as offices merge them; nothing that is printed changes.
"""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from tests.renaksi.variants.paper import Lines, Paper, Piece, Table
from tests.renaksi.variants.style import LAYOUTS, Style
from tests.renaksi.variants.variant import new_paper

_MERGED_BELOW = {"element", "indicator", "unit", "no", "code", "note"}


class Laid(NamedTuple):
    """A piece in the grid of its table, how many columns and rows it covers, and how it looks."""

    piece: Piece
    columns: int = 1
    rows: int = 1
    head: bool = False
    bold: bool = False
    indent: int = 0


# None stands for a place that a merged cell covers.
Grid = list[list[Laid | None]]


class Sheet(NamedTuple):
    """A table that is laid out; its first ``heads`` rows are its header."""

    grid: Grid
    heads: int

    @property
    def width(self) -> int:
        """Its columns."""
        return max(map(len, self.grid))


Doc = list[Lines | Sheet]


def paper_of(seed: int) -> Paper:
    """The paper of ``seed``: always the same."""
    rng = Random(seed)
    layout = rng.choice([layout for layout in LAYOUTS if layout != "kemangkon"])
    style = Style(rng, layout)
    style.borders, style.headings, style.br, style.bold = "tabs", "plain", False, False
    paper = new_paper(rng, style, None, (0, 0))
    paper.settle()
    return paper


def doc_of(paper: Paper, rng: Random) -> Doc:
    """The lines and tables of a paper, laid out with merges."""
    return [
        block if isinstance(block, Lines) else Sheet(grid_of(rng, block), block.heads)
        for block in paper.blocks
        if isinstance(block, Lines) or block.rows
    ]


def grid_of(rng: Random, table: Table) -> Grid:
    """The table as a grid, its blank cells merged into their neighbours or not."""
    width = table.width
    grid: Grid = []
    for n, row in enumerate(table.rows):
        pieces = [*row, *[Piece("")] * (width - len(row))]
        grid.append([Laid(piece, head=n < table.heads) for piece in pieces])
    if rng.random() < 0.8:
        _merge_header(grid, table.heads)
    if rng.random() < 0.7:
        for column in range(width):
            _merge_below(grid, column, table.heads)
    return grid


def _merge_header(grid: Grid, heads: int) -> None:
    """A word of the header takes the blanks at its right, if words stand below them, or below it."""
    for n in range(heads):
        for column, cell in enumerate(grid[n]):
            if cell is None or not cell.piece.text:
                continue
            columns = 1
            while _is_blank(grid[n], column + columns) and (
                n + 1 == heads or _has_text(grid[n + 1], column + columns)
            ):
                columns += 1
            rows = 1
            while columns == 1 and n + rows < heads and _is_blank(grid[n + rows], column):
                rows += 1
            _cover(grid, n, column, columns, rows)


def _merge_below(grid: Grid, column: int, heads: int) -> None:
    """A name takes the blank cells below it, up to the next text in its column or left of it."""
    for n in range(heads, len(grid)):
        cell = grid[n][column]
        if cell is None or cell.piece.kind not in _MERGED_BELOW or not cell.piece.text:
            continue
        rows = 1
        while n + rows < len(grid) and _is_free(grid[n + rows], column):
            rows += 1
        _cover(grid, n, column, 1, rows)


def _is_free(row: list[Laid | None], column: int) -> bool:
    """Whether a cell is blank and no new name begins left of it."""
    left = any(cell and cell.piece.kind == "element" for cell in row[:column])
    return not left and _is_blank(row, column)


def _is_blank(row: list[Laid | None], column: int) -> bool:
    cell = row[column] if column < len(row) else None
    return cell is not None and not cell.piece.text


def _has_text(row: list[Laid | None], column: int) -> bool:
    cell = row[column] if column < len(row) else None
    return cell is not None and bool(cell.piece.text)


def _cover(grid: Grid, n: int, column: int, columns: int, rows: int) -> None:
    for down in range(rows):
        for right in range(columns):
            if down or right:
                grid[n + down][column + right] = None
    cell = grid[n][column]
    if cell is not None:
        grid[n][column] = cell._replace(columns=columns, rows=rows)


def kept(text: str) -> str:
    """A text whose printed spaces behind strokes and hyphens no line's end can swallow."""
    return re.sub(r"(?<=\w[-/]) ", "\u00a0", text)


def widths_of(grid: Grid, width: int) -> list[float]:
    """Columns as wide as their texts ask for, within bounds."""
    longest, word = [1] * width, [1] * width
    for row in grid:
        for column, laid in enumerate(row):
            if laid is None or laid.columns > 1:
                continue
            longest[column] = max(longest[column], len(laid.piece.text))
            words = kept(laid.piece.text).split(" ")
            word[column] = max(word[column], *map(len, words))
    return [
        max(2.6, min(most, 60) ** 0.6, wide * 0.5) for most, wide in zip(longest, word, strict=True)
    ]
