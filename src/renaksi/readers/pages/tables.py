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

_PADDING: Final = 6.0  # points between a cell's edge and its text
_BORDER: Final = 1.0
_RUNS_OVER: Final = 0.25  # of a word's width; a centred word runs over both edges by less

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

    @property
    def is_filled(self) -> bool:
        """Whether some cell holds text."""
        return any(cell.lines for cell in self.cells.values())


def rows_of(lattice: Lattice, words: Sequence[Word], xs: tuple[float, ...]) -> list[PageRow]:
    """The rows of a lattice on the columns ``xs``, with the words that stand in it."""
    places = places_of(lattice, xs)
    held: dict[tuple[int, int], Place] = {}
    for place in places:
        for row in range(place.row, place.row + place.rows):
            for column in range(place.column, place.column + place.columns):
                held[row, column] = place
    inside = _sorted_in(held, lattice.ys, xs, words)
    rows: list[dict[int, PageCell]] = [{} for _ in range(len(lattice.ys) - 1)]
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


def _sorted_in(
    held: dict[tuple[int, int], Place],
    ys: tuple[float, ...],
    xs: tuple[float, ...],
    words: Sequence[Word],
) -> dict[Place, list[Word]]:
    """The words of each cell.

    One that runs over its cell's edge belongs where it begins, if it begins at a cell's left
    edge as texts do; else it follows the word before it.
    """
    inside: dict[Place, list[Word]] = {}
    before: tuple[Word, Place] | None = None
    for word in words:
        x, y = word.spot
        row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
        column = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
        place = held[row, column]
        start = min(max(bisect_right(xs, word.left + _BORDER) - 1, 0), len(xs) - 2)
        if start < column and word.left - xs[start] <= _PADDING:
            place = held[row, start]
        over = (xs[place.column] - word.left) / max(word.right - word.left, 1.0)
        if over > _RUNS_OVER and before is not None and _follows(before[0], word):
            place = before[1]
        inside.setdefault(place, []).append(word)
        before = word, place
    return inside


def _follows(before: Word, word: Word) -> bool:
    """Whether a word stands on the line of the one before it, a space further."""
    gap = word.left - before.right
    return abs(word.middle - before.middle) < 0.3 * word.size and 0 <= gap < 0.5 * word.size


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


def _goes_on_at(cell: PageCell, edge: float) -> bool:
    """Whether a text goes on below a height within its sentence, line below line."""
    above = [line for line in cell.lines if _middle(line) < edge]
    below = [line for line in cell.lines if _middle(line) >= edge]
    if not above or not below or not below[0].text[0].islower():
        return False
    return below[0].top - above[-1].bottom <= _BLOCK * (below[0].bottom - below[0].top)


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _cuts(cells: list[PageCell]) -> list[float]:
    """The heights at which a row is parted: blocks of two cells begin there, no line crosses."""
    if len(cells) < 2:
        return []
    starts = sorted(
        (line.top, line.bottom - line.top, number, line.text[0].islower())
        for number, cell in enumerate(cells)
        for above, line in zip(cell.lines, cell.lines[1:], strict=False)
        if line.top - above.bottom > _BLOCK * (line.bottom - line.top)
    )
    cuts: list[float] = []
    for top, height, _, _ in starts:
        beside = [start for start in starts if abs(start[0] - top) <= _LEVEL * height]
        level = {number for _, _, number, _ in beside}
        # A text in the middle of its sentence begins no row.
        if any(goes_on for _, _, _, goes_on in beside):
            continue
        edge = top - _LEVEL * height
        crossed = any(
            line.top < edge < line.bottom - _LEVEL * height for cell in cells for line in cell.lines
        )
        crossed = crossed or any(_goes_on_at(cell, edge) for cell in cells)
        if len(level) > 1 and not crossed and (not cuts or edge - cuts[-1] > height):
            cuts.append(edge)
    return cuts
