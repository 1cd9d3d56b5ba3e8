"""A document's rows as steps of reading: headings, lines and table rows, each with its table."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from renaksi.interpret.columns import LevelsOf, Table, settle
from renaksi.interpret.headers import is_footer, is_header
from renaksi.interpret.items import Item, items_of, rows_in
from renaksi.interpret.vocabulary import begins_as_measure
from renaksi.readers.document import Row
from renaksi.readers.limits import Deadline

StepKind = Literal["heading", "line", "row", "foot"]

_MOST_HEADER_ROWS: Final = 8
_LEAST_AGAIN: Final = 3  # cells of a header that tell that it is printed again beside a row


class Step(NamedTuple):
    """One row of the document, with its items and the table that it stands in."""

    kind: StepKind
    row: Row
    items: list[Item]
    table: Table


def steps_of(
    rows: Iterable[Row], year: int | None, levels: LevelsOf, deadline: Deadline
) -> list[Step]:
    """The steps of a document.

    ``year`` is the plan's, if its title says it; ``levels`` gives the levels that an item's
    label word or official name tells.
    """
    steps: list[Step] = []
    tables: list[Table] = []
    header: list[tuple[str, ...]] = []
    table = Table((), -1)
    previous: tuple[str, ...] = ()
    number = -1
    for row in rows:
        deadline.check()
        cells = row.cells
        if is_footer(cells):
            steps.append(Step("foot", row, [], table))
            continue
        if not header and row.table == number and not table.words.isdisjoint(cells):
            row = _without_header(row, table)
            if not any(row.cells):
                previous = ()
                continue
            cells = row.cells
        if is_header(cells, bool(header), row.kind == "table"):
            header = [*header[-_MOST_HEADER_ROWS + 1 :], cells]
            previous = ()
            continue
        if header or row.table != number:
            table = Table(tuple(header), len(tables))
            tables.append(table)
            header, number = [], row.table
        items = items_of(row)
        if not items or (cells == previous and items[0].kind == "pair"):
            continue
        previous = cells
        kind = _kind(row, items, bool(table.header) and row.table == number)
        if kind == "heading":
            number = -1  # what follows without a header is another table
        if row.kind == "line" and items[0].kind == "pair":
            _take_indicator(steps, row)
        for each in rows_in(items) if kind == "row" else (items,):
            steps.append(Step(kind, row, each, table))
            if kind == "row":
                table.rows.append(each)
    settle(tables, year, levels)
    return steps


def _without_header(row: Row, table: Table) -> Row:
    """A row without what it prints again of its table's header, in the columns of the header.

    A page may break the rows of one block later than those of the other, so that a header
    stands beside rows.
    """
    cells = row.cells
    again = {
        column
        for column, cell in enumerate(cells)
        if cell and any(column < len(head) and head[column] == cell for head in table.header)
    }
    is_whole = all(n in again for n, cell in enumerate(cells) if cell)
    if not is_whole and (len(again) < _LEAST_AGAIN or is_header(cells, False, True)):
        return row
    return row._replace(cells=tuple("" if n in again else c for n, c in enumerate(cells)))


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
    return "line" if row.kind == "line" and len(items) == 1 and not is_in_table else "row"


def _is_program_heading(item: Item) -> bool:
    """Whether the only item of a row is a heading such as *A. Program …* that lost its marks."""
    if item.kind != "element" or item.level != "program":
        return False
    return item.number[0].isalpha() if item.number else item.column == 0
