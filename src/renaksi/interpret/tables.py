"""A document's rows as steps of reading: headings, lines and table rows, each with its table."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final, Literal, NamedTuple

from renaksi.interpret.columns import Table, settle
from renaksi.interpret.feet import Feet, is_page
from renaksi.interpret.field_rows import field_column, is_bare, is_named
from renaksi.interpret.header_words import header_role
from renaksi.interpret.headers import is_field, is_header, numbers_columns, says_what, with_months
from renaksi.interpret.items import Item, items_of, rows_in
from renaksi.interpret.label_cells import LABELS, labelled
from renaksi.interpret.line_rows import rows_by_lines
from renaksi.interpret.shown import LevelsOf
from renaksi.interpret.split_codes import Span, code_columns, with_code
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.model import maker
from renaksi.readers.document import Row
from renaksi.readers.limits import Deadline

StepKind = Literal["heading", "line", "row", "foot"]

_MONTHS: Final = 12
_MOST_HEADER_ROWS: Final = 8
_LABELS_BEGIN: Final = "TtQq"  # letters
_MOST_OF_QUARTERS: Final = 4  # cells of a row in which no header can be printed again
_LEAST_WIDE: Final = 5  # cells of a row that tell its table
_PAGE_ENDS: Final = frozenset("0123456789-")  # of the number of a page
_NEAR: Final = 2  # lines from one row to the next, a blank one between
_LONGEST_MARK: Final = 12  # letters of a unit or a value that cells side by side may share
_LEAST_AGAIN: Final = 3  # cells of a header that tell that it is printed again beside a row


class Step(NamedTuple):
    """One row of the document, with its items and the table that it stands in."""

    kind: StepKind
    row: Row
    items: list[Item]
    table: Table


_step: Final = maker(Step)


def steps_of(
    rows: Iterable[Row],
    year: int | None,
    levels: LevelsOf,
    deadline: Deadline,
    titles: AbstractSet[str] = frozenset(),
) -> list[Step]:
    """The steps of a document; ``titles`` are the lines above it.

    ``year`` is the plan's, if its title says it; ``levels`` gives the levels that an item's
    label word or official name tells.
    """
    found = _Steps(titles)
    for row in rows:
        deadline.check()
        found.add(row)
    settle(found.tables, year, levels)
    return found.steps


class _Steps:
    """The steps that rows make one after the other, and the tables that they stand in."""

    __slots__ = (
        "_again",
        "_around",
        "_codes",
        "_feet",
        "_header",
        "_holds_names",
        "_number",
        "_previous",
        "_table",
        "steps",
        "tables",
    )

    def __init__(self, titles: AbstractSet[str]) -> None:
        """No row stands above the first but ``titles``."""
        self.steps: list[Step] = []
        self.tables: list[Table] = []
        self._feet = Feet(titles)
        self._around: dict[int, Table] = {}  # by the reader's numbers
        self._again: tuple[str, ...] = ()  # the row above, if it printed a header's row again
        self._codes: Span | None = None  # the columns over which the table spreads its codes
        self._header: list[tuple[str, ...]] = []  # the rows of a header that has just begun
        self._holds_names = False  # the header of the table names a column for names
        self._table = Table((), -1)
        self._previous: tuple[str, ...] = ()
        self._number = -1  # the reader's number of the table

    def add(self, row: Row) -> None:
        """The next row of the document."""
        row = _prepared(row)
        cells = row.cells
        filled = list(filter(None, cells))
        goes_on = not self._header and row.table == self._number
        if goes_on and self._takes_quarters(row, filled):
            return
        is_new = not self._header and not goes_on
        if row.kind == "foot" or self._feet.has(filled) or (is_new and is_field(filled)):
            self.steps.append(Step("foot", row, [], self._table))
            return
        at = field_column(cells)
        if at is not None and (not is_bare(cells[at]) or self._names_stand_in(at)):
            self._add_field(row, at)
            return
        table = self._table
        is_below_quarter = goes_on and bool(self.steps) and _names_quarter(self.steps[-1])
        if goes_on and not is_below_quarter and not table.words.isdisjoint(filled):
            printed, row = row.cells, _without_header(row, table)
            filled = list(filter(None, row.cells))
            if not filled:
                self._previous, self._again = (), printed
                return
        again, self._again = self._again, ()
        may_go_on = bool(self._header or again)
        if is_header(filled, may_go_on, row.kind == "table") or numbers_columns(
            row.cells, self._header
        ):
            if again and not self._header:  # its first row was as before
                self._header = [again]
            self._header = [*self._header[-_MOST_HEADER_ROWS + 1 :], row.cells]
            self._previous = ()
        else:
            if not goes_on and not self._goes_on_below_blank(row):
                self._begin_table(row)
            parts = rows_by_lines(row) if row.breaks and self._table.header else (row,)
            for part in parts:
                self._take(*self._read(part, filled))

    def _read(self, row: Row, filled: list[str]) -> tuple[Row, list[Item]]:
        """A row with its code in one cell, and its items."""
        if self._codes is not None:
            row = row._replace(cells=with_code(row.cells, self._codes))
        items = items_of(row)
        if filled and filled[0].lower().rstrip(" :") in LABELS:
            items = labelled(items)
        return row, items

    def _takes_quarters(self, row: Row, filled: list[str]) -> bool:
        """Take a row that holds quarters and their values alone, as most of a stacked table do.

        It is nothing of all that other rows may be, which need not be asked.
        """
        if not 1 < len(filled) <= _MOST_OF_QUARTERS or filled[0][0] not in _LABELS_BEGIN:
            return False
        if self._again or self._codes is not None:
            return False
        items = items_of(row)
        if [item for item in items if item.kind != "pair"]:
            return False
        if not [item for item in items if item.quantity is not None]:
            return False
        self._feet.end()
        self._take(row, items)
        return True

    def _names_stand_in(self, column: int) -> bool:
        """Whether the header above says that a column is of names."""
        header = self._header or self._table.header
        return any(_is_of_names(row[column]) for row in header if column < len(row))

    def _add_field(self, row: Row, at: int) -> None:
        """A row that names a field in column ``at``; what stands before is a row of its own."""
        cells = row.cells
        before = cells[:at] if is_named(cells[:at]) else ()
        rest = ("",) * len(before) + cells[len(before) :]
        self.steps.append(Step("foot", row._replace(cells=rest), [], self._table))
        if before:
            self.add(row._replace(cells=before + ("",) * (len(cells) - at)))

    def _begin_table(self, row: Row) -> None:
        """A table begins, or goes on behind another that stands in one of its cells."""
        around = self._around.get(row.table)
        if self._header or around is None or around is self._table:
            self._table = Table(tuple(self._header), len(self.tables))
            at = self._last_said() if self._header else -1
            if at >= 0 and _names_quarter(self.steps[at]):
                self._table.quarter = self.steps[at].items[0].quarter
                self.steps[at] = self.steps[at]._replace(kind="foot")
            self.tables.append(self._table)
            self._around[row.table] = self._table
        else:
            self._leave_out(around)
            self._table = around
        self._codes = code_columns(self._table.header)
        self._holds_names = any(map(_is_of_names, self._table.words))
        self._header, self._number = [], row.table

    def _last_said(self) -> int:
        """The place of the last step that is of the plan, over the head and foot of a page."""
        at = len(self.steps) - 1
        while at >= 0 and self.steps[at].kind == "foot":
            at -= 1
        return at

    def _goes_on_below_blank(self, row: Row) -> bool:
        """Whether a row goes on with the table above a blank line: as wide, and nothing between."""
        above = self.steps[-1] if self.steps else None
        if above is None or self._header or above.kind != "row" or not above.table.header:
            return False
        width = len(row.cells)
        if width < _LEAST_WIDE or len(above.row.cells) != width or row.kind != "table":
            return False
        if row.places is not None:  # no text, whose lines could be blank
            return False
        if not 0 < row.line - above.row.line <= _NEAR or row.table in self._around:
            return False
        self._number = row.table
        self._around[row.table] = self._table
        return True

    def _leave_out(self, around: Table) -> None:
        """What stands in a cell of a table and has no header is a formula or a list, no plan."""
        for n in range(len(self.steps) - 1, -1, -1):
            step = self.steps[n]
            if step.table is around:
                return
            if around.header and not step.table.header:
                self.steps[n] = step._replace(kind="foot")
                step.table.rows.clear()

    def _take(self, row: Row, items: list[Item]) -> None:
        """A row that is no header."""
        if not items or (row.cells == self._previous and items[0].kind == "pair"):
            return
        self._previous = row.cells
        kind = _kind(row, items, bool(self._table.header) and row.table == self._number)
        if kind == "row" and len(items) == 1 and self._spans_names(row, items[0]):
            kind = "heading"
        if kind == "heading" and not self._has_names(row):
            self._number = -1  # what follows without a header is another table
        if row.kind == "line" and items[0].kind == "pair":
            _take_indicator(self.steps, row)
        if kind != "row":
            self.steps.append(_step((kind, row, items, self._table)))
            return
        for each in rows_in(items):
            self.steps.append(_step((kind, row, each, self._table)))
            self._table.rows.append(each)

    def _spans_names(self, row: Row, item: Item) -> bool:
        """Whether a name heads the rows of a table that has no column for names.

        It has a label word, or reaches across the table.
        """
        if not self._table.header or self._holds_names:
            return False
        span = row.spans.get(item.column)
        is_across = span is not None and span.columns >= len(row.cells)
        return item.kind == "element" or (item.kind == "text" and is_across)

    def _has_names(self, row: Row) -> bool:
        """Whether a heading stands inside a table that has a column for names: it is one of them.

        What stands in the first column of a flattened text may be the heading of another table.
        """
        if row.table != self._number:
            return False
        if row.cells[0]:
            return bool(row.places or row.spans) and bool(self._table.header)
        first = next(column for column, cell in enumerate(row.cells) if cell)
        header = self._table.header
        return self._holds_names and any(cell for head in header for cell in head[: first + 1])


def _without_header(row: Row, table: Table) -> Row:
    """A row without what it prints again of its table's header, in the columns of the header.

    A page may break the rows of one block later than those of the other, so that a header
    stands beside rows.
    """
    cells = row.cells
    again = {n for n, _ in table.heads.intersection(enumerate(cells))}
    if not again:
        return row
    is_whole = all(n in again for n, cell in enumerate(cells) if cell)
    if not is_whole:  # a figure may be the number of its column by chance
        again = {n for n in again if not cells[n].strip("()").isdigit()}
        if not again:
            return row
    is_enough = len(again) >= _LEAST_AGAIN or any(_is_of_names(cells[n]) for n in again)
    is_other = all(header_role(cell) is not None for n, cell in enumerate(cells) if n not in again
                   and cell)  # fmt: skip
    if not is_whole and (not is_enough or (is_other and is_header(cells, False, True))):
        return row
    return row._replace(cells=tuple("" if n in again else c for n, c in enumerate(cells)))


def _names_quarter(step: Step) -> bool:
    """Whether a row is the label of a quarter in its first cell and nothing else: *TRIWULAN II*."""
    items = step.items
    if len(items) != 1 or items[0].kind != "pair" or items[0].quantity is not None:
        return False
    return items[0].column == 0 and items[0].text.casefold().startswith("tri")


def _prepared(row: Row) -> Row:
    """A row with names of months, and in one cell what is one: *Satuan | : Nilai*.

    The number of a page in its first cell is none of it.
    """
    cells = row.cells
    if cells[0][-1:] in _PAGE_ENDS and len(cells) > 2 and is_page(cells[0]) and any(cells[1:]):
        row = row._replace(cells=("", *cells[1:]))
        cells = row.cells
    if cells[-1] and _fills_to_end(cells):
        row = row._replace(cells=_printed_once(cells))
        cells = row.cells
    if len(cells) >= _MONTHS:
        named = with_months(cells)
        return row if named is cells else row._replace(cells=named)
    if len(cells) == 2 and cells[1][:1] == ":" and cells[0]:
        if says_what(cells[0]):
            return row._replace(cells=(" ".join(cells),))
    return row


def _fills_to_end(cells: tuple[str, ...]) -> bool:
    """Whether a merged cell's text is printed in each of a row's last columns."""
    last = cells[-1]
    if len(cells) <= _LEAST_AGAIN or len(last) <= _LONGEST_MARK:
        return False
    return last == cells[-2] == cells[-3]


def _printed_once(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a row that a merged cell fills to its end, its text in the first of these.

    Nothing but numbers stands before it; behind a name it may be a target, the same each quarter.
    """
    first = cells.index(cells[-1])
    if any(len(cell) > 2 and any(map(str.isalpha, cell)) for cell in cells[:first]):
        return cells
    return (*cells[: first + 1], *[""] * (len(cells) - first - 1))


def _is_of_names(cell: str) -> bool:
    """Whether a cell of a header is of names (*PROGRAM*, *URAIAN*): no element is called so."""
    role = header_role(cell) if cell else None
    return role is not None and role.field == "name"


def _take_indicator(steps: list[Step], row: Row) -> None:
    """A line of text directly above a line of quarters is their indicator, not prose."""
    if not steps or steps[-1].kind != "line" or steps[-1].row.line != row.line - 1:
        return
    item = steps[-1].items[0]
    if item.kind == "text" and begins_as_measure(item.text):
        steps[-1] = steps[-1]._replace(items=[item._replace(kind="indicator")])


def _kind(row: Row, items: list[Item], is_in_table: bool) -> StepKind:
    """What a row is; a single cell below a header is the row of a table whose tabs were cut off."""
    if row.kind == "heading" or (len(items) == 1 and _is_program_heading(items[0])):
        return "heading"
    is_said = len(items) == 1 or items[0].kind == "indicator"  # Indikator: … (Satuan: …)
    return "line" if row.kind == "line" and is_said and not is_in_table else "row"


def _is_program_heading(item: Item) -> bool:
    """Whether the only item of a row is a heading such as *A. Program …* that lost its marks."""
    if item.kind != "element" or item.level != "program":
        return False
    return item.number[0].isalpha() if item.number else item.column == 0
