"""A lattice with its words: rows of cells, and rows that lost the rule between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.readers.document import Span
from renaksi.readers.pages.lattice import Lattice, Place, places_of
from renaksi.readers.pages.lines import Line, lines_of
from renaksi.readers.pages.marks import Word

_BLOCK: Final = 0.7  # of a line's height: a wider gap above it begins a block
_LEVEL: Final = 0.35  # of a line's height: blocks that begin nearer begin together

Box = tuple[float, float, float, float]


class PageCell(NamedTuple):
    """The lines of a cell and its box; ``span`` is how far it reaches."""

    lines: tuple[Line, ...]
    span: Span
    box: Box


class PageRow(NamedTuple):
    """One row of a table on a page, its cells by column."""

    page: int
    cells: dict[int, PageCell]
    bottom: float


def rows_of(lattice: Lattice, words: Sequence[Word], xs: tuple[float, ...]) -> list[PageRow]:
    """The rows of a lattice on the columns ``xs``, with the words that stand in it."""
    places = places_of(lattice, xs)
    held: dict[tuple[int, int], Place] = {}
    for place in places:
        for row in range(place.row, place.row + place.rows):
            for column in range(place.column, place.column + place.columns):
                held[row, column] = place
    inside: dict[Place, list[Word]] = {}
    last_row, last_column = len(lattice.ys) - 2, len(xs) - 2
    for word in words:
        row = min(max(bisect_right(lattice.ys, word.middle) - 1, 0), last_row)
        column = min(max(bisect_right(xs, word.centre) - 1, 0), last_column)
        inside.setdefault(held[row, column], []).append(word)
    rows: list[dict[int, PageCell]] = [{} for _ in range(last_row + 1)]
    for place in places:
        box = (
            xs[place.column], lattice.ys[place.row],
            xs[place.column + place.columns], lattice.ys[place.row + place.rows],
        )  # fmt: skip
        lines = tuple(lines_of(inside.get(place, ())))
        rows[place.row][place.column] = PageCell(lines, Span(place.columns, place.rows), box)
    found: list[PageRow] = []
    for number, cells in enumerate(rows):
        whole = PageRow(lattice.page, cells, lattice.ys[number + 1])
        found.extend(_parted(whole))
    return found


def _parted(row: PageRow) -> list[PageRow]:
    """The rows that one ruled row holds: where blocks of text in several cells begin level."""
    single = {c: cell for c, cell in row.cells.items() if cell.span.rows == 1 and cell.lines}
    cuts = _cuts(list(single.values()))
    if not cuts:
        return [row]
    tops = [min((cell.box[1] for cell in row.cells.values()), default=0.0), *cuts]
    ends = [*cuts, row.bottom]
    rows = []
    for number, (top, bottom) in enumerate(zip(tops, ends, strict=True)):
        cells: dict[int, PageCell] = {}
        for column, cell in row.cells.items():
            left, _, right, _ = cell.box
            if column in single:
                lines = tuple(line for line in cell.lines if top <= _middle(line) < bottom)
                cells[column] = PageCell(lines, cell.span, (left, top, right, bottom))
            elif number == 0:
                more = cell.span.rows + (len(cuts) if cell.lines else 0)
                cells[column] = cell._replace(span=Span(cell.span.columns, more))
        rows.append(PageRow(row.page, cells, bottom))
    return rows


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _cuts(cells: list[PageCell]) -> list[float]:
    """The heights at which a row is parted: blocks of two cells begin there, and no line crosses."""
    if len(cells) < 2:
        return []
    starts = sorted(
        (line.top, line.bottom - line.top, number)
        for number, cell in enumerate(cells)
        for above, line in zip(cell.lines, cell.lines[1:], strict=False)
        if line.top - above.bottom > _BLOCK * (line.bottom - line.top)
    )
    cuts: list[float] = []
    for top, height, _ in starts:
        level = {n for other, _, n in starts if abs(other - top) <= _LEVEL * height}
        edge = top - _LEVEL * height
        crossed = any(
            line.top < edge < line.bottom - _LEVEL * height for cell in cells for line in cell.lines
        )
        if len(level) > 1 and not crossed and (not cuts or edge - cuts[-1] > height):
            cuts.append(edge)
    return cuts
