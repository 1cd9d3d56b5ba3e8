"""Several plans in one document: where the title of another office or another year begins.

A file of a whole regency, or of two years, prints one plan after the other. A plan's own title
may stand again at the head of a page; it then names the same office and year. In a spreadsheet,
or where a page was one table, a title is a row with one cell in capitals.
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret.office_rows import parts_by_offices
from renaksi.interpret.omissions import shared_out
from renaksi.interpret.titles import Heading, heading_of, kind_of
from renaksi.readers.document import Document, Row

_MOST_LINES: Final = 6  # of a title
_LONGEST: Final = 120  # letters of a row of a table that may be a title's line


def plans_in(document: Document) -> tuple[Document, ...]:
    """The parts of a document that have titles of their own; the document itself where it is one.

    What the reader left out is told with the first of them.
    """
    rows = document.rows
    begins = [0]
    known: Heading | None = None
    is_below_table = False
    for place, row in enumerate(rows):
        if row.kind == "table" and not _is_line(row):
            is_below_table = True
        elif _names_kind(row) and (known is None or is_below_table):
            first, last = _title_around(rows, place)
            heading = heading_of(cell for each in rows[first:last] for cell in each.cells if cell)
            if known is not None and _is_of_another(heading, known):
                begins.append(first)
                known = heading
            else:
                known = known or heading
            is_below_table = False
    if len(begins) == 1:
        return parts_by_offices(document)
    ends = [*begins[1:], len(rows)]
    parts = [rows[begin:end] for begin, end in zip(begins, ends, strict=True)]
    return tuple(
        document._replace(rows=part, omissions=left)
        for part, left in zip(parts, shared_out(document.omissions, parts), strict=True)
    )


def _is_line(row: Row) -> bool:
    """Whether a row may be a line of a title: no table's, or one cell of it in capitals."""
    if row.kind != "table":
        return True
    if row.cells.count("") != len(row.cells) - 1:
        return False
    filled = max(row.cells)
    return len(filled) <= _LONGEST and filled.isupper()


def _names_kind(row: Row) -> bool:
    """Whether a line says what document it is: *Rencana Aksi …*."""
    filled = [cell for cell in row.cells if cell]
    return len(filled) == 1 and kind_of(filled[0].casefold()) is not None


def _title_around(rows: tuple[Row, ...], place: int) -> tuple[int, int]:
    """The lines of a title: those that stand together with the one that names the document."""
    first, last = place, place + 1
    while first and _is_line(rows[first - 1]) and rows[first - 1].line == rows[first].line - 1:
        first -= 1
    while last < len(rows) and last - first < _MOST_LINES and _is_line(rows[last]):
        last += 1
    return first, last


def _is_of_another(heading: Heading, known: Heading) -> bool:
    """Whether a title names another office or year than the title before."""
    if heading.organisation is not None and known.organisation is not None:
        if heading.organisation.name.casefold() != known.organisation.name.casefold():
            return True
    return None not in (heading.year, known.year) and heading.year != known.year
