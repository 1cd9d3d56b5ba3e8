"""The parts of a table that stand on several pages, put together row by row.

A header that is printed again is read once. A page break may cut a merged cell or a row in two:
what stands overleaf goes to the end of the text that it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import LinePlaces, Omission, Row, RowKind, Span
from renaksi.readers.pages.cuts import CutCells, PageEnd, open_columns
from renaksi.readers.pages.endings import Ending, rejoined, seems_cut, untold
from renaksi.readers.pages.lattice import Lattice
from renaksi.readers.pages.marks import Word, rounded
from renaksi.readers.pages.merges import OpenCells, columns_set_apart, with_rest
from renaksi.readers.pages.moved import MovedNames
from renaksi.readers.pages.repeats import (
    MOST_HEADER_ROWS,
    HeadCell,
    head_cells,
    parted_from_head,
    repeated,
    without_overflow,
)
from renaksi.readers.pages.tables import PageCell, PageRow, rows_of
from renaksi.readers.pages.wording import Wording, begins_anew, is_cut, may_go_on
from renaksi.readers.wrapped import is_first, is_label, is_lone, is_numbered

_FEW: Final = 8  # rows, from which on it can be said what nearly all of a table have
_NEARLY: Final = 0.95
_FEW_WORDS: Final = 3  # such as stand in place of a figure


class Parts:
    """Collects one table, page after page, at the end of a document's rows."""

    def __init__(
        self,
        xs: tuple[float, ...],
        block: int,
        wording: Wording,
        rows: list[Row],
        add: Callable[[Row], None],
        *,
        of_sheet: bool = False,
    ) -> None:
        """A table on the columns ``xs``; ``add`` puts a row to ``rows``."""
        self._xs = xs
        self._block = block
        self._wording = wording
        self._rows = rows
        self._add = add
        self._first = len(rows)
        self._is_begun = False
        self._header: list[Row] = []
        self._head: PageRow | None = None
        self._heads: list[HeadCell] = []
        self._open_cells, self._cut_cells = OpenCells(), CutCells(wording)
        self._end = PageEnd((), 0)
        self._moved = MovedNames()
        self._of_sheet = of_sheet
        self._endings: list[Ending] = []
        self._rejoined: list[PageCell] = []

    def omissions(self) -> list[Omission]:
        """What is to be told of the whole table."""
        return [*untold(self._endings, self._rows), *self._moved.omissions]

    def take(self, lattice: Lattice, words: Sequence[Word]) -> None:
        """The part of the table on the next page."""
        page = self._rows_of(lattice, words)
        if self._head is not None:
            parted_from_head(page, self._head)
        filled, made = self._filled(page)
        if not self._is_begun:
            self._is_begun = True
            self._header = made[:MOST_HEADER_ROWS]
            self._head = filled[0] if filled else None
            self._heads = head_cells(lattice, filled)
            self._put(lattice, page, made)
            return
        again = repeated(self._header, made)
        kept = without_overflow(self._heads, again, lattice, words)
        if len(kept) < len(words):
            page = self._rows_of(lattice, kept)
            filled, made = self._filled(page)
            again = repeated(self._header, made)
        made = made[again:]
        if made:
            page = page[page.index(filled[again]) if again else 0 :]
            above = None if again else open_columns(lattice, self._xs, 0)
            made[0] = self._joined(made[0], filled[again], above)
            self._put(lattice, page, made)

    def _rows_of(self, lattice: Lattice, words: Sequence[Word]) -> list[PageRow]:
        rows = rows_of(lattice, words, self._xs)
        self._rejoined = rejoined(rows, self._wording)
        return rows

    def _filled(self, page: Sequence[PageRow]) -> tuple[list[PageRow], list[Row]]:
        """The rows of a page that hold text, and what they make."""
        filled = [row for row in page if row.is_filled]
        return filled, [self._made(row) for row in filled]

    def _put(self, lattice: Lattice, page: Sequence[PageRow], made: Sequence[Row]) -> None:
        """The rows of a page, without those that nothing is left of."""
        top, rest = len(self._rows), iter(made)
        placed = []
        for page_row in page:
            placed.append((page_row, len(self._rows)))
            row = next(rest, None) if page_row.is_filled else None
            if row is not None and any(row.cells):
                if self._of_sheet or self._rejoined:
                    self._endings += self._cut_in(page_row, row)
                self._add(row._replace(line=len(self._rows) + 1))
        self._open_cells.look(self._rows, top)
        self._end = PageEnd(placed, len(self._rows))
        self._moved.look(placed, len(self._rows))
        self._cut_cells.look(self._end, open_columns(lattice, self._xs, -1))

    def _cut_in(self, page_row: PageRow, row: Row) -> list[Ending]:
        """The cells of the next row whose texts seem to go on."""
        return [
            Ending(len(self._rows), column, row.cells[column])
            for column, cell in page_row.cells.items()
            if row.cells[column] and self._is_cut_off(cell)
        ]

    def _is_cut_off(self, cell: PageCell) -> bool:
        """Whether a cell's text goes on: of a sheet's low row, or below a line through it."""
        if self._of_sheet:
            return seems_cut(cell, self._wording)
        is_parted = any(cell is each for each in self._rejoined)
        return is_parted and self._wording.is_told(cell) is True

    def _joined(self, row: Row, page_row: PageRow, above: frozenset[int] | None) -> Row:
        """A page's first row without what belongs to the rows above the page break.

        ``above`` are the columns that are open at the top of the page; None below a header.
        """
        row = self._cut_cells.close(self._rows, row, above)
        if not self._cut_cells.are_known:
            row = self._moved.close(self._rows, row, page_row)
            row = self._open_cells.close(self._rows, row, columns_set_apart(page_row))
        return self._without_rests(row)

    def _without_rests(self, row: Row) -> Row:
        """A page's first row without the texts that go on with those above the page break.

        They are joined to the last text above them in their columns. A text in the middle of a
        sentence goes on; if some of a row's texts do, and all may, the break cut the row in two.
        """
        if row.kind != "table":
            return row
        above = {
            column: next((n for n in range(len(self._rows) - 1, self._first - 1, -1)
                          if self._rows[n].cells[column]), None)
            for column, text in enumerate(row.cells) if text
        }  # fmt: skip
        last = len(self._rows) - 1
        is_below = all(at == last for at in above.values())
        if is_below and (self._is_incomplete(row) or self._cuts_figures(row, last)):
            return self._joined_above(row, above, set(above))
        sure: set[int] = set()
        maybe: set[int] = set()
        is_bare = not any(is_lone(text) or is_numbered(text) for text in row.cells)
        for column, at in above.items():
            text = row.cells[column]
            held = self._rows[at].cells[column] if at is not None else ""
            told = self._end.is_told(column, at, text, self._wording)
            if told is False or (not is_bare and held.casefold() == text.casefold()):
                continue  # it ends there, or a row that begins anew says the same: Unit, unit
            is_rest = held and (
                told
                or self._end.parts_word(column, at, text, self._wording)
                or (is_bare and self._end.is_unfinished(column, at, text, self._wording))
            )
            if held and (is_rest or may_go_on(held, text)):
                if text[0].isupper() and self._is_anew(row, column, at, sure):
                    continue
                if is_rest or self._goes_on(row, column, at, held):
                    sure.add(column)
                elif " " in text and at == last:
                    maybe.add(column)
        if self._is_cut(row, above, is_sure=bool(sure)):
            return self._joined_above(row, above, set(above))
        rests = sure | maybe if sure and len(sure | maybe) == len(above) else sure
        return self._joined_above(row, above, rests)

    def _goes_on(self, row: Row, column: int, at: int | None, held: str) -> bool:
        """Whether a text of a page's first row certainly goes on with ``held`` of row ``at``.

        In a row with figures, what begins with a capital is a text of its own wherever the text
        above does not fill its cell.
        """
        text = row.cells[column]
        if self._is_word_for_figure(column, held) and self._is_word_for_figure(column, text):
            return False
        if self._end.is_unfinished(column, at, text, self._wording):
            return True
        runs_over = self._end.runs_over(column, at, text)
        if self._wording.goes_on(held, text):
            return runs_over or not text[0].isupper() or not any(map(is_lone, row.cells))
        return runs_over and _is_beside_later_quarter(row.cells, column)

    def _is_word_for_figure(self, column: int, text: str) -> bool:
        """Whether a text stands where other rows of its table have figures: *belum dilaporkan*."""
        is_short = text.count(" ") < _FEW_WORDS and not is_lone(text)
        return is_short and any(is_lone(row.cells[column]) for row in self._rows[self._first :])

    def _is_anew(self, row: Row, column: int, at: int | None, rests: set[int]) -> bool:
        """Whether a text stands behind one that begins in its row, beside figures of its own.

        They stand below those of the last row, ``at`` which the text above stands: two figures of
        one column are of two rows, but for those of quarters that stand below each other.
        ``rests`` are the columns before that go on with texts above.
        """
        if at != len(self._rows) - 1 or any(map(is_label, row.cells)):
            return False
        cells = enumerate(row.cells[:column])
        if not any(len(text) > 3 and before not in rests and not is_lone(text)
                   for before, text in cells):  # fmt: skip
            return False
        pairs = zip(self._rows[at].cells, row.cells, strict=False)
        return any(is_lone(held) and is_lone(text) for held, text in pairs)

    def _is_cut(self, row: Row, above: Mapping[int, int | None], *, is_sure: bool) -> bool:
        """Whether the break cut a row in two: its texts all fill their cells to the page's end.

        Then it lacks something that the row above the break has, and begins nothing of its own;
        it holds no figures but the ends of those that had no room in their cells.
        """
        if not above or any(at is None for at in above.values()):
            return False
        if not is_sure and any(begins_anew(text) for text in row.cells if text):
            return False
        held = self._rows[-1].cells
        is_less = any(text and not row.cells[column] for column, text in enumerate(held))
        return is_less and all(
            self._end.parts_figure(column, at, row.cells[column], self._wording)
            if is_lone(row.cells[column])
            else self._end.is_told(column, at, row.cells[column], self._wording) is not False
            and (
                self._end.runs_over(column, at, row.cells[column])
                or self._end.is_unfinished(column, at, row.cells[column], self._wording)
            )
            for column, at in above.items()
        )

    def _cuts_figures(self, row: Row, last: int) -> bool:
        """Whether a figure of the last row goes on in this one, which begins nothing of its own."""
        if any(map(is_numbered, row.cells)):
            return False
        pairs = zip(self._rows[last].cells, row.cells, strict=False)
        return any(is_cut(above, text) for above, text in pairs if above and text)

    def _is_incomplete(self, row: Row) -> bool:
        """Whether a row lacks what nearly every row of its table has behind its last text."""
        if any(" " in text and begins_anew(text) for text in row.cells):
            return False
        pairs = zip(self._rows[-1].cells, row.cells, strict=False)
        if any(is_lone(held) and is_lone(text) for held, text in pairs):
            return False  # two figures, one below the other
        last = max((column for column, text in enumerate(row.cells) if text), default=0)
        rows = self._rows[self._first :]
        whole = sum(any(each.cells[last + 1 :]) for each in rows)
        return len(rows) >= _FEW and whole >= _NEARLY * len(rows)

    def _joined_above(self, row: Row, above: Mapping[int, int | None], rests: set[int]) -> Row:
        """The row without its texts in ``rests``, which go to the end of those above them."""
        for column in rests:
            at = above[column]
            if at is not None:
                texts = self._rows[at].cells[column], row.cells[column]
                is_word = self._end.is_word(column, at, *texts, self._wording)
                self._rows[at] = with_rest(self._rows[at], column, row, is_word=is_word)
        cells = ["" if c in rests else text for c, text in enumerate(row.cells)]
        return row._replace(cells=tuple(cells))

    def _made(self, row: PageRow) -> Row:
        width = len(self._xs) - 1
        texts = [""] * width
        places = [Place(page=row.page)] * width
        spans: dict[int, Span] = {}
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        lines: dict[int, LinePlaces] = {}
        for column, cell in row.cells.items():
            places[column] = Place(page=row.page, box=rounded(cell.box))
            if cell.span != (1, 1):
                spans[column] = cell.span
            if not cell.lines:
                continue
            texts[column], ends, starts = self._wording.cell_text(cell)
            if ends:
                breaks[column] = ends
            if len(starts) > 1 and any(map(str.isdigit, texts[column])):  # values, it may be
                lines[column] = tuple(zip(starts, _line_places(row.page, cell), strict=True))
            if all(line.bold for line in cell.lines):
                bold.add(column)
        filled = [column for column, text in enumerate(texts) if text]
        across = spans.get(filled[0], Span(1, 1)).columns
        alone = len(filled) == 1 and filled[0] in bold and across * 2 > width
        kind: RowKind = "heading" if alone else "table"
        indents = _indents(row)
        return Row(
            tuple(texts), 0, kind, self._block, tuple(places), spans, breaks, bold, indents,
            line_places=lines,
        )  # fmt: skip


def _is_beside_later_quarter(cells: Sequence[str], column: int) -> bool:
    """Whether the quarter behind a text is not the first: then no indicator begins there."""
    label = next((text for text in cells[column + 1 :] if is_label(text)), None)
    return label is not None and not is_first(label)


def _line_places(page: int, cell: PageCell) -> Iterator[Place]:
    """The places of a cell's lines, as wide as the cell."""
    left, _, right, _ = cell.box
    for line in cell.lines:
        yield Place(page=page, box=rounded((left, line.top, right, line.bottom)))


def _indents(row: PageRow) -> dict[int, float]:
    """How far in each cell's text begins behind the cell's edge, where all its lines do."""
    return {
        column: round(min(line.left for line in cell.lines) - cell.box[0], 1)
        for column, cell in row.cells.items()
        if cell.lines
    }
