"""Headers that a table prints again at the top of each page, and what of them runs over.

A page may repeat only the first rows of a header, cut a cell that reached further down, or let its
text run over the first row of figures: LibreOffice makes the repeated header only as high as its
single cells. Such words are known by their place beside the rest of their cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from renaksi.readers.document import Row
from renaksi.readers.pages.lattice import Lattice
from renaksi.readers.pages.marks import Word
from renaksi.readers.pages.tables import PageCell, PageRow

MOST_HEADER_ROWS: Final = 6
_FEW: Final = 8  # cells, from which on one may differ
_SAME_SPOT: Final = 2.0  # points


class HeadCell(NamedTuple):
    """The words of a header's cell of several lines, its row, and the edge at which it ends."""

    words: tuple[Word, ...]
    row: int
    end: int


def head_cells(lattice: Lattice, rows: Sequence[PageRow]) -> list[HeadCell]:
    """The cells of a table's first rows whose text has several lines."""
    found = []
    for number, row in enumerate(rows[:MOST_HEADER_ROWS]):
        for cell in row.cells.values():
            if len(cell.lines) > 1:
                words = tuple(word for line in cell.lines for word in line.words)
                ends = [abs(y - cell.box[3]) for y in lattice.ys]
                found.append(HeadCell(words, number, ends.index(min(ends))))
    return found


def without_overflow(
    cells: Sequence[HeadCell], again: int, lattice: Lattice, words: Sequence[Word]
) -> Sequence[Word]:
    """The words of a table on a later page but for those of its header that run over its rows.

    The first ``again`` rows of the header are printed again.
    """
    cells = [cell for cell in cells if cell.row < again and cell.end < len(lattice.ys)]
    by_text: dict[str, list[Word]] = {}
    for word in words if cells else ():
        by_text.setdefault(word.text, []).append(word)
    over: set[int] = set()
    for cell in cells:
        bottom = lattice.ys[cell.end]
        for group in _printed_again(cell.words, by_text, bottom):
            over.update(id(word) for word in group if word.middle > bottom)
    return [word for word in words if id(word) not in over] if over else words


def _printed_again(
    words: Sequence[Word], by_text: dict[str, list[Word]], bottom: float
) -> Iterator[list[Word]]:
    """The words of a cell where they stand as they did, or the first of them, above ``bottom``.

    None run over where the cell is printed whole above it.
    """
    groups = list(_groups(words, by_text, bottom))
    if not any(group[-1].middle <= bottom for group in groups):
        yield from groups


def _groups(
    words: Sequence[Word], by_text: dict[str, list[Word]], bottom: float
) -> Iterator[list[Word]]:
    """What may be the words of a cell, printed again: they stand to each other as they did."""
    first = words[0]
    for start in by_text.get(first.text, ()):
        right, down = start.left - first.left, start.top - first.top
        if start.middle > bottom or abs(right) > _SAME_SPOT:
            continue
        found = []
        for word in words:
            same = next((w for w in by_text.get(word.text, ())
                         if abs(w.left - right - word.left) <= _SAME_SPOT
                         and abs(w.top - down - word.top) <= _SAME_SPOT), None)  # fmt: skip
            if same is None:
                break
            found.append(same)
        if len(found) > 1:
            yield found


def parted_from_head(page: list[PageRow], head: PageRow) -> None:
    """Part the cells of a page's first row that hold a header's cell and the rest of a row's text.

    So it is where a merged cell goes on below a header that is printed again and no line is drawn
    between the two. All other cells are the header's.
    """
    if not page or page[0].cells.keys() != head.cells.keys():
        return
    parted: dict[int, int] = {}  # by column, the lines of the header
    for column, own in head.cells.items():
        again, mine = page[0].cells[column], [line.text for line in own.lines]
        texts = [line.text for line in again.lines]
        if mine and texts != mine and texts[: len(mine)] == mine:
            if not own.span.rows < min(again.span.rows, len(page)):
                return
            parted[column] = len(mine)
        elif texts != mine and " ".join(texts) != " ".join(mine):
            return
    if len(parted) * 2 > sum(bool(cell.lines) for cell in head.cells.values()):
        return
    for column, count in parted.items():
        cell, rows = page[0].cells[column], head.cells[column].span.rows
        edge, span = page[rows - 1].bottom, cell.span
        left, top, right, bottom = cell.box
        page[0].cells[column] = PageCell(
            cell.lines[:count], span._replace(rows=rows), (left, top, right, edge)
        )
        page[rows].cells[column] = PageCell(
            cell.lines[count:], span._replace(rows=span.rows - rows), (left, edge, right, bottom)
        )


def repeated(header: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the top of a page repeat the table's header, or the first rows of it.

    Where the page begins with it and an author has set it there as well, it is printed twice.
    """
    count, more = 0, 1
    while more:
        more = 0
        for mine, other in zip(header, rows[count:], strict=False):
            if mine.cells != other.cells and not _is_cut_short(mine, other):
                break
            more += 1
        count += more
    return count


def _is_cut_short(header: Row, row: Row) -> bool:
    """Whether a row repeats the header's row alone: what reached into the next is cut there."""
    pairs = [pair for pair in zip(header.cells, row.cells, strict=True) if any(pair)]
    if len(pairs) >= _FEW and sum(one == other for one, other in pairs) >= len(pairs) - 1:
        return True
    return len(pairs) > 1 and all(again and mine.startswith(again) for mine, again in pairs)
