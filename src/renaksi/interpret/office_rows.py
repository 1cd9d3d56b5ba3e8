"""Rows of a table that name an office: what follows is that office's, and its sums are no plan.

A regency's evaluation prints one office below the other in one table: *KECAMATAN CIPUTAT* with
its rupiah, then its programs, then the next. Each becomes a document of its own, with the
office as its title and the table's header above its rows.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from renaksi.interpret.headers import is_header, numbers_columns
from renaksi.interpret.omissions import shared_out
from renaksi.interpret.titles import heading_of, office_of
from renaksi.readers.document import Document, Omission, Row

_MOST_TEXTS: Final = 2  # the office, and its short name in a column of those responsible


def names_office(text: str) -> bool:
    """Whether a text in capitals is an office's name and nothing else."""
    if not text.isupper():
        return False
    office = office_of(text)
    return office is not None and office.casefold() == text.casefold()


def parts_by_offices(document: Document) -> tuple[Document, ...]:
    """The parts of a document whose table names offices in rows; itself where it names none.

    A document whose title names its office keeps that.
    """
    rows = document.rows
    places = [
        place for place, row in enumerate(rows)
        if row.kind == "table" and _first(row).isupper() and _is_of_office(row)
    ]  # fmt: skip
    if not places or _has_title_of_office(rows[: places[0]]):
        return (document,)
    names = {_first(rows[place]).casefold() for place in places}
    if len(names) < len(places):  # an office that is named again in each part is no office's row
        return (document,)
    front = rows[: places[0]]
    head = tuple(takewhile(lambda row: _is_head(row, front), front))
    titles = tuple(row for row in front if row.kind != "table")
    ends = [*places[1:], len(rows)]
    below_each = [rows[place + 1 : end] for place, end in zip(places, ends, strict=True)]
    shares = shared_out(document.omissions, below_each)
    parts = []
    for place, below, left in zip(places, below_each, shares, strict=True):
        title = Row((_first(rows[place]),), rows[place].line, "line", 0)
        upper = (*titles, title, *(row for row in head if row.kind == "table"))
        told = (*left, _sums_of(rows[place]))
        parts.append(document._replace(rows=(*upper, *below), omissions=told))
    return tuple(parts)


def _sums_of(row: Row) -> Omission:
    """What the row of an office says besides its name: its money, which no plan holds."""
    figures = [column for column, cell in enumerate(row.cells) if cell[:1].isdigit()]
    sums = " · ".join(row.cells[column] for column in figures)
    return Omission(
        f"jumlah di baris “{_first(row)}” tidak termuat di rencana, yang menjumlah programnya "
        f"sendiri: {sums}.",
        f"the sums in the row “{_first(row)}” are no part of the plan, which adds up its programs "
        f"itself: {sums}.",
        row.place(figures[0]),
    )


def _first(row: Row) -> str:
    return next(filter(None, row.cells), "")


def _is_of_office(row: Row) -> bool:
    """Whether a table's row names an office beside figures alone."""
    if not names_office(_first(row)):
        return False
    texts = sum(1 for cell in row.cells if any(map(str.isalpha, cell)) and "Rp" not in cell)
    figures = any(cell[:1].isdigit() for cell in row.cells)
    return texts <= _MOST_TEXTS and figures


def _has_title_of_office(front: tuple[Row, ...]) -> bool:
    lines = (cell for row in front if row.kind != "table" for cell in row.cells if cell)
    return heading_of(lines).organisation is not None


def _is_head(row: Row, front: tuple[Row, ...]) -> bool:
    """Whether a row above the first office is a title or the table's header."""
    if row.kind != "table":
        return True
    place = front.index(row)
    above = [each.cells for each in front[:place] if each.kind == "table"]
    return is_header(row.cells, bool(above), True) or numbers_columns(row.cells, above)
