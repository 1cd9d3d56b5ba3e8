"""Pages put together: tables that go on over page breaks are one, and text stands between them.

A table goes on where the next page begins with one of the same width and columns. Its repeated
header is read once; a row that the break cut in two is joined. Running heads and page
numbers are read once. Every word of a page stands in a table's cell or in a line.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.model import Place
from renaksi.readers.document import Document, Omission, Row, RowKind
from renaksi.readers.limits import Deadline, Limits, too_much
from renaksi.readers.pages.aligned import aligned_lattices
from renaksi.readers.pages.lattice import Lattice, lattices_of
from renaksi.readers.pages.lines import Line, lines_of
from renaksi.readers.pages.marks import PageMarks, Word, rounded
from renaksi.readers.pages.nested import without_nested
from renaksi.readers.pages.parts import Parts
from renaksi.readers.pages.rules import merged
from renaksi.readers.pages.shown import at_the_end, without_doubles
from renaksi.readers.pages.sideways import Moved, laid_out, on_its_page, place_of
from renaksi.readers.pages.slides import LEAST_COLUMNS, are_slides, no_table, only_tables
from renaksi.readers.pages.struck import marks_of_notes, without_struck
from renaksi.readers.pages.unseen import not_read
from renaksi.readers.pages.watermarks import without_watermarks
from renaksi.readers.pages.wording import Wording

_LEAST_LETTERS: Final = 8  # of a row of a header
_SAME_EDGE: Final = 12.0
_SAME_COLUMN: Final = 4.0
_MARGIN: Final = 0.13  # of a page's height: where running heads and page numbers stand
_SAME_HEIGHT: Final = 8.0
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s]*", re.IGNORECASE)


class Ruled(NamedTuple):
    """A table on a page, with the words in it; ``is_drawn``: by its rules, not its columns."""

    lattice: Lattice
    words: list[Word]
    is_drawn: bool = True

    def begins_as(self, other: Ruled) -> bool:
        """Whether it begins with the header of another table, or with one row of it.

        What spans both rows of a header stands higher or lower as the header is printed, and its
        words may be broken elsewhere; its letters are the same.
        """
        mine, others = self._first_letters(), other._first_letters()
        pairs = [*zip(mine, others, strict=True), (mine[0], others[1])]
        return any(row == own and len(row) >= _LEAST_LETTERS for row, own in pairs)

    def _first_letters(self) -> tuple[list[str], ...]:
        """The letters of the first row, of the second, and of both, in their order."""
        _, first, second = [*self.lattice.ys, math.inf][:3]
        upper = [word.text for word in self.words if word.middle < first]
        lower = [word.text for word in self.words if first <= word.middle < second]
        return tuple(sorted("".join(words)) for words in (upper, lower, upper + lower))


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
        self._of_sheet = False
        self._moved: Moved = {}
        self._printed: Counter[str] = Counter()  # how often lines are printed, but for figures
        self._titled: set[int] = set()  # the pages that begin with a title of their own
        self._heads: dict[str, list[tuple[float, int]]] = {}

    def read(self, pages: Sequence[PageMarks]) -> Document:
        """The document that the pages make."""
        self._omissions += not_read(pages)
        pages, told = without_watermarks(pages)
        self._omissions += told
        pages, self._moved = laid_out([self._without_struck(page) for page in pages])
        self._wording = Wording(pages)
        self._of_sheet = any(page.of_sheet for page in pages)
        sheets = []
        before: Ruled | None = None
        for page in pages:
            self._deadline.check()
            sheets.append(_parted(page, before))
            before = sheets[-1].tables[-1] if sheets[-1].tables else None
        if are_slides(pages):
            sheets = self._tables_of(sheets)
        self._printed = Counter(_DIGITS.sub("#", line.text) for s in sheets for line in s.lines)
        started: dict[int, Table] = {}  # by the identity of the first part
        running: Table | None = None
        is_titled = False
        for sheet in sheets:
            running = self._gather(sheet, running, started, is_titled or self._has_title(sheet))
            is_titled = self._ends_in_title(sheet)
        for sheet in sheets:
            self._deadline.check()
            self._sheet(sheet, started)
        rows = tuple(on_its_page(row, self._moved) for row in self._rows)
        return Document(rows, tuple(map(self._placed, self._omissions)))

    def _tables_of(self, slides: Sequence[Sheet]) -> list[Sheet]:
        """The slides that hold tables, and the title of the talk."""
        kept = []
        for sheet in slides:
            tables = [part for part in sheet.tables if len(part.lattice.xs) > LEAST_COLUMNS]
            is_kept = tables or sheet is slides[0]
            kept.append(sheet._replace(tables=tables, lines=sheet.lines if is_kept else []))
        found = [sheet.marks.number for sheet in kept if sheet.tables]
        if not found:
            raise no_table()
        self._omissions.append(only_tables(found))
        return kept

    def _placed(self, left: Omission) -> Omission:
        """What was left out, where its page prints it; what is struck out is known there."""
        if left.place is None or left.about == "file":
            return left
        return left._replace(place=place_of(left.place, self._moved))

    def _gather(
        self, sheet: Sheet, running: Table | None, started: dict[int, Table], is_titled: bool
    ) -> Table | None:
        """Put the page's tables to those that run on; returns the one that reaches its end.

        ``is_titled``: a title stands above the page's first table, here or at the foot of the
        page before.
        """
        for number, part in enumerate(sheet.tables):
            goes_on = number == 0 and running is not None and running.goes_on_with(part)
            if number == 0 and is_titled:
                if running is None or part.begins_as(running.parts[0]):
                    goes_on = False  # a table of the same columns, from its header on
                if not goes_on and self._has_title(sheet):
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
        lower = foot - sheet.marks.height * _MARGIN
        is_at_end = all(
            line.top > foot or (line.top > lower and not self._is_once(line)) for line in below
        )
        return running if is_at_end else None

    def _has_title(self, sheet: Sheet) -> bool:
        """Whether a line that no other page prints stands above the page's first table."""
        top = sheet.tables[0].lattice.ys[0] if sheet.tables else 0.0
        return any(self._is_once(line) for line in sheet.lines if line.bottom <= top)

    def _ends_in_title(self, sheet: Sheet) -> bool:
        """Whether a line that no other page prints stands below the page's last table."""
        end = sheet.tables[-1].lattice.ys[-1] if sheet.tables else 0.0
        return any(self._is_once(line) for line in sheet.lines if line.top >= end)

    def _is_once(self, line: Line) -> bool:
        """Whether a line is printed once in the document, and is no page number."""
        text = _DIGITS.sub("#", line.text)
        return self._printed[text] == 1 and _PAGE_NUMBER.fullmatch(line.text) is None

    def _sheet(self, sheet: Sheet, started: dict[int, Table]) -> None:
        """The tables that begin on a page and its lines, from the top down."""
        things: list[tuple[float, Ruled | Line]] = [
            *((part.lattice.ys[0], part) for part in sheet.tables),
            *((line.top, line) for line in sheet.lines if not self._is_running(line, sheet)),
        ]
        for _, thing in sorted(things, key=lambda pair: pair[0]):
            if isinstance(thing, Line):
                self._line(thing, sheet.marks.number)
            elif id(thing) in started:
                self._whole_table(started[id(thing)])

    # -- lines ----------------------------------------------------------------------------

    def _is_running(self, line: Line, sheet: Sheet) -> bool:
        """Whether a line is a page number, or a running head that an earlier page printed.

        What stands above a line that no other page prints, at the foot of a page, is a title.
        """
        page = sheet.marks
        middle = (line.top + line.bottom) / 2
        if _MARGIN * page.height < middle < (1 - _MARGIN) * page.height:
            return False
        if _PAGE_NUMBER.fullmatch(line.text):
            return True
        if middle < page.height / 2:
            is_title = page.number in self._titled
        else:
            is_title = any(other.top > line.top and self._is_once(other) for other in sheet.lines)
        if is_title:
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
            Place(page=page, box=rounded((s.left, s.top, s.right, s.bottom))) for s in segments
        )
        bold = frozenset(n for n, segment in enumerate(segments) if segment.bold)
        self._block += not self._in_lines
        self._in_lines = True
        self._add(Row(cells, len(self._rows) + 1, kind, self._block, places, bold=bold))

    def _without_struck(self, page: PageMarks) -> PageMarks:
        page, told = without_struck(page)
        self._omissions += told
        self._omissions += marks_of_notes(page)
        return page

    # -- tables ---------------------------------------------------------------------------

    def _whole_table(self, table: Table) -> None:
        self._block += 1
        self._in_lines = False
        xs = table.columns()
        if len(xs) - 1 > self._limits.max_columns:
            raise too_much(f"{len(xs) - 1} kolom", f"{len(xs) - 1} columns")
        of_sheet = self._of_sheet
        parts = Parts(xs, self._block, self._wording, self._rows, self._add, of_sheet=of_sheet)
        words = [part.words for part in table.parts]
        is_cut = any(word.cut is not None for part in words for word in part)
        before: list[Word] = []
        for part, after in zip(table.parts, [*words[1:], []], strict=True):
            across = part.lattice.across
            parts.take(part.lattice, without_doubles(part.words, across, before, after))
            before = at_the_end(part.words, across) if is_cut else []
        self._omissions += parts.omissions()

    def _add(self, row: Row) -> None:
        self._cells += len(row.cells)
        if self._cells > self._limits.max_cells or len(self._rows) >= self._limits.max_lines:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        self._rows.append(row)


def _parted(page: PageMarks, before: Ruled | None) -> Sheet:
    """The tables of a page with their words, and the lines around them.

    ``before`` is the last table of the page before.
    """
    columns = before.lattice.xs if before is not None else ()
    unruled = () if before is None or before.is_drawn else columns
    tables = [Ruled(lattice, []) for lattice in without_nested(lattices_of(page, columns))]
    outside = []
    for word in page.words:
        for table in tables:
            if table.lattice.holds(*word.spot):
                table.words.append(word)
                break
        else:
            outside.append(word)
    filled = [table for table in tables if table.words]
    lines = lines_of(outside)
    for lattice, block in aligned_lattices(page.number, lines, merged(list(page.across)), unruled):
        words = [word for line in block for word in line.words]
        filled.append(Ruled(lattice, words, is_drawn=False))
        lines = [line for line in lines if line not in block]
    filled.sort(key=lambda table: table.lattice.ys[0])
    return Sheet(page, filled, lines)
