"""Pages put together: tables that go on over page breaks are one, and text stands between them.

A table goes on where the next page begins with one of the same width and columns. Its repeated
header is read once; a row that the break cut in two is joined. Running heads and page
numbers are read once. Every word of a page stands in a table's cell or in a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from renaksi.model import Place
from renaksi.quarter import LABEL
from renaksi.readers.document import Document, Omission, Row, RowKind, Span
from renaksi.readers.limits import Deadline, Limits, too_much
from renaksi.readers.pages.aligned import aligned_lattices
from renaksi.readers.pages.lattice import Lattice, lattices_of
from renaksi.readers.pages.lines import Line, lines_of
from renaksi.readers.pages.marks import PageMarks, Word
from renaksi.readers.pages.merges import OpenCells, columns_set_apart
from renaksi.readers.pages.rules import merged
from renaksi.readers.pages.tables import PageRow, rows_of
from renaksi.readers.pages.wording import Wording, begins_anew, is_cut, may_go_on

_SAME_EDGE: Final = 12.0
_SAME_COLUMN: Final = 4.0
_MARGIN: Final = 0.13  # of a page's height: where running heads and page numbers stand
_SAME_HEIGHT: Final = 8.0
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s]*", re.IGNORECASE)
_MOST_HEADER_ROWS: Final = 6
_FEW: Final = 8  # rows, from which on it can be said what nearly all of a table have
_NEARLY: Final = 0.95


class Ruled(NamedTuple):
    """A table on a page, by its rules or its columns, with the words in it."""

    lattice: Lattice
    words: list[Word]

    def first_words(self) -> list[str]:
        """The words of its first row."""
        return [word.text for word in self.words if word.middle < self.lattice.ys[1]]


class Sheet(NamedTuple):
    """A page parted into tables and lines."""

    marks: PageMarks
    tables: list[Ruled]
    lines: list[Line]


class Table:
    """A table over one or more pages."""

    def __init__(self, part: Ruled) -> None:
        """A table that begins with its part on a page."""
        self.parts = [part]

    def goes_on_with(self, part: Ruled) -> bool:
        """Whether a part on the next page is of the same table: edges and columns agree."""
        mine, other = self.parts[-1].lattice.xs, part.lattice.xs
        if abs(mine[0] - other[0]) > _SAME_EDGE or abs(mine[-1] - other[-1]) > _SAME_EDGE:
            return False
        fewer, more = sorted((mine, other), key=len)
        shared = sum(any(abs(x - y) <= _SAME_COLUMN for y in more) for x in fewer)
        return shared * 3 >= len(fewer) * 2

    def columns(self) -> tuple[float, ...]:
        """The columns of all its parts together."""
        found: list[float] = []
        for x in sorted(x for part in self.parts for x in part.lattice.xs):
            if not found or x - found[-1] > _SAME_COLUMN:
                found.append(x)
        return tuple(found)


class Book:
    """Collects the rows of a file's pages."""

    def __init__(self, limits: Limits) -> None:
        """An empty collection."""
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._rows: list[Row] = []
        self._omissions: list[Omission] = []
        self._block = 0  # counts tables and the runs of lines between them
        self._in_lines = False
        self._cells = 0
        self._wording = Wording(())
        self._printed: Counter[str] = Counter()  # how often lines are printed, but for figures
        self._titled: set[int] = set()  # the pages that begin with a title of their own
        self._heads: dict[str, list[tuple[float, int]]] = {}

    def read(self, pages: Sequence[PageMarks]) -> Document:
        """The document that the pages make."""
        self._wording = Wording(pages)
        sheets = []
        for page in pages:
            self._deadline.check()
            sheets.append(_parted(page))
            if page.pictures and not page.words:
                self._note_picture(page.number)
        self._printed = Counter(_DIGITS.sub("#", line.text) for s in sheets for line in s.lines)
        started: dict[int, Table] = {}  # by the identity of the first part
        running: Table | None = None
        for sheet in sheets:
            running = self._gather(sheet, running, started)
        for sheet in sheets:
            self._deadline.check()
            self._sheet(sheet, started)
        return Document(tuple(self._rows), tuple(self._omissions))

    def _gather(
        self, sheet: Sheet, running: Table | None, started: dict[int, Table]
    ) -> Table | None:
        """Put the page's tables to those that run on; returns the one that reaches its end."""
        for number, part in enumerate(sheet.tables):
            goes_on = number == 0 and running is not None and running.goes_on_with(part)
            if number == 0 and self._has_title(sheet):
                if running is None or part.first_words() == running.parts[0].first_words():
                    goes_on = False  # a table of the same columns, from its header on
                if not goes_on:
                    self._titled.add(sheet.marks.number)
            if goes_on and running is not None:
                running.parts.append(part)
            else:
                running = started[id(part)] = Table(part)
        if not sheet.tables:
            return None
        last = sheet.tables[-1].lattice
        below = [line for line in sheet.lines if line.top > last.ys[-1]]
        foot = sheet.marks.height * (1 - _MARGIN)
        return running if all(line.top > foot for line in below) else None

    def _has_title(self, sheet: Sheet) -> bool:
        """Whether a line that no other page prints stands above the page's first table."""
        top = sheet.tables[0].lattice.ys[0]
        above = (line for line in sheet.lines if line.bottom <= top)
        return any(self._printed[_DIGITS.sub("#", line.text)] == 1 for line in above)

    def _sheet(self, sheet: Sheet, started: dict[int, Table]) -> None:
        """The tables that begin on a page and its lines, from the top down."""
        things: list[tuple[float, Ruled | Line]] = [
            *((part.lattice.ys[0], part) for part in sheet.tables),
            *((line.top, line) for line in sheet.lines if not self._is_running(line, sheet.marks)),
        ]
        for _, thing in sorted(things, key=lambda pair: pair[0]):
            if isinstance(thing, Line):
                self._line(thing, sheet.marks.number)
            elif id(thing) in started:
                self._whole_table(started[id(thing)])

    # -- lines ----------------------------------------------------------------------------

    def _is_running(self, line: Line, page: PageMarks) -> bool:
        """Whether a line is a page number, or a running head that an earlier page printed."""
        middle = (line.top + line.bottom) / 2
        if _MARGIN * page.height < middle < (1 - _MARGIN) * page.height:
            return False
        if _PAGE_NUMBER.fullmatch(line.text):
            return True
        if page.number in self._titled and middle < page.height / 2:
            return False
        seen = self._heads.setdefault(_DIGITS.sub("#", line.text), [])
        again = any(
            abs(middle - height) <= _SAME_HEIGHT and number < page.number for height, number in seen
        )
        seen.append((middle, page.number))
        return again

    def _line(self, line: Line, page: int) -> None:
        segments = line.segments()
        kind: RowKind = "heading" if line.bold else "line"
        if len(segments) > 1:
            kind = "table"
        cells = tuple(segment.text for segment in segments)
        places = tuple(
            Place(page=page, box=_rounded((s.left, s.top, s.right, s.bottom))) for s in segments
        )
        bold = frozenset(n for n, segment in enumerate(segments) if segment.bold)
        self._block += not self._in_lines
        self._in_lines = True
        self._add(Row(cells, len(self._rows) + 1, kind, self._block, places, bold=bold))

    def _note_picture(self, page: int) -> None:
        self._omissions.append(
            Omission(
                f"halaman {page} hanya gambar tanpa lapisan teks dan tidak dibaca (perlu OCR).",
                f"page {page} is only a picture without a text layer and is not read (needs OCR).",
                Place(page=page),
            )
        )

    # -- tables ---------------------------------------------------------------------------

    def _whole_table(self, table: Table) -> None:
        self._block += 1
        self._in_lines = False
        xs = table.columns()
        if len(xs) - 1 > self._limits.max_columns:
            raise too_much(f"{len(xs) - 1} kolom", f"{len(xs) - 1} columns")
        header: list[Row] = []
        first = len(self._rows)
        open_cells = OpenCells()
        for number, part in enumerate(table.parts):
            rows = rows_of(part.lattice, part.words, xs)
            apart = [columns_set_apart(row) for row in rows if row.is_filled]
            made = [row for row in (self._made(row, len(xs) - 1) for row in rows) if row]
            if number == 0:
                header = made[:_MOST_HEADER_ROWS]
            else:
                repeated = _repeated(header, made)
                made = made[repeated:]
                if made:
                    made[0] = open_cells.close(self._rows, made[0], apart[repeated])
                    made[0] = self._without_rests(made[0], first)
            top = len(self._rows)
            for row in made:
                if any(row.cells):
                    self._add(row._replace(line=len(self._rows) + 1))
            open_cells.look(self._rows, top)

    def _without_rests(self, row: Row, first: int) -> Row:
        """A page's first row without the texts that go on with those above the page break.

        They are joined to the last text above them in their columns. ``first`` is the table's
        first row. A text in the middle of a sentence goes on; if some of a row's texts do, and
        all may, the break cut the whole row in two.
        """
        if row.kind != "table":
            return row
        above = {
            column: next((n for n in range(len(self._rows) - 1, first - 1, -1)
                          if self._rows[n].cells[column]), None)
            for column, text in enumerate(row.cells) if text
        }  # fmt: skip
        last = len(self._rows) - 1
        is_below = all(at == last for at in above.values())
        if is_below and (self._is_incomplete(row, first) or self._cuts_figures(row, last)):
            return self._joined_above(row, above, set(above))
        sure, maybe = set(), set()
        for column, at in above.items():
            text = row.cells[column]
            if at is not None and may_go_on(text):
                if self._wording.goes_on(self._rows[at].cells[column], text):
                    sure.add(column)
                elif " " in text and at == last:
                    maybe.add(column)
        rests = sure | maybe if sure and len(sure | maybe) == len(above) else sure
        return self._joined_above(row, above, rests)

    def _cuts_figures(self, row: Row, last: int) -> bool:
        """Whether a figure of the last row goes on in this one."""
        pairs = zip(self._rows[last].cells, row.cells, strict=False)
        return any(is_cut(above, text) for above, text in pairs if above and text)

    def _is_incomplete(self, row: Row, first: int) -> bool:
        """Whether a row lacks what nearly every row of its table has behind its last text."""
        if any(" " in text and begins_anew(text) for text in row.cells):
            return False
        last = max((column for column, text in enumerate(row.cells) if text), default=0)
        rows = self._rows[first:]
        whole = sum(any(each.cells[last + 1 :]) for each in rows)
        return len(rows) >= _FEW and whole >= _NEARLY * len(rows)

    def _joined_above(self, row: Row, above: Mapping[int, int | None], rests: set[int]) -> Row:
        """The row without its texts in ``rests``, which go to the end of those above them."""
        for column in rests:
            at = above[column]
            if at is not None:
                self._rows[at] = _with_rest(self._rows[at], column, row.cells[column])
        cells = ["" if c in rests else text for c, text in enumerate(row.cells)]
        return row._replace(cells=tuple(cells))

    def _made(self, row: PageRow, width: int) -> Row | None:
        texts = [""] * width
        places = [Place(page=row.page)] * width
        spans: dict[int, Span] = {}
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        for column, cell in row.cells.items():
            places[column] = Place(page=row.page, box=_rounded(cell.box))
            if cell.span != (1, 1):
                spans[column] = cell.span
            if not cell.lines:
                continue
            texts[column], ends = self._wording.cell_text(cell)
            if ends:
                breaks[column] = ends
            if all(line.bold for line in cell.lines):
                bold.add(column)
        filled = [column for column, text in enumerate(texts) if text]
        if not filled:
            return None
        across = spans.get(filled[0], Span(1, 1)).columns
        alone = len(filled) == 1 and filled[0] in bold and across * 2 > width
        kind: RowKind = "heading" if alone else "table"
        indents = _indents(row)
        return Row(tuple(texts), 0, kind, self._block, tuple(places), spans, breaks, bold, indents)

    def _add(self, row: Row) -> None:
        self._cells += len(row.cells)
        if self._cells > self._limits.max_cells or len(self._rows) >= self._limits.max_lines:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        self._rows.append(row)


def _parted(page: PageMarks) -> Sheet:
    """The tables of a page with their words, and the lines around them."""
    tables = [Ruled(lattice, []) for lattice in lattices_of(page)]
    outside = []
    for word in page.words:
        for table in tables:
            if table.lattice.holds(word.centre, word.middle):
                table.words.append(word)
                break
        else:
            outside.append(word)
    filled = [table for table in tables if table.words]
    lines = lines_of(outside)
    for lattice, block in aligned_lattices(page.number, lines, merged(list(page.across))):
        filled.append(Ruled(lattice, [word for line in block for word in line.words]))
        lines = [line for line in lines if line not in block]
    filled.sort(key=lambda table: table.lattice.ys[0])
    return Sheet(page, filled, lines)


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def _indents(row: PageRow) -> dict[int, float]:
    """How far in each cell's text begins behind the cell's edge, where all its lines do."""
    return {
        column: round(min(line.left for line in cell.lines) - cell.box[0], 1)
        for column, cell in row.cells.items()
        if cell.lines
    }


def _repeated(header: list[Row], rows: list[Row]) -> int:
    """How many rows at the top of a page repeat the table's header, or the first rows of it."""
    count = 0
    for mine, other in zip(header, rows, strict=False):
        if mine.cells != other.cells and not _is_cut_short(mine, other):
            break
        count += 1
    return count


def _is_cut_short(header: Row, row: Row) -> bool:
    """Whether a row repeats the header's row alone: what reached into the next is cut there."""
    pairs = [pair for pair in zip(header.cells, row.cells, strict=True) if any(pair)]
    return len(pairs) > 1 and all(again and mine.startswith(again) for mine, again in pairs)


def _with_rest(row: Row, column: int, rest: str) -> Row:
    """The row with the rest of a text at its end."""
    cells = list(row.cells)
    if is_cut(cells[column], rest) and not LABEL.search(cells[column]):
        cells[column] += rest
        return row._replace(cells=tuple(cells))
    ends = (*row.breaks.get(column, ()), len(cells[column]))
    cells[column] += f" {rest}"
    return row._replace(cells=tuple(cells), breaks={**row.breaks, column: ends})
