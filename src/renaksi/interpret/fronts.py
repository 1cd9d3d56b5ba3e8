"""The front of a document: where its titles end and the rows of its plan begin."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from renaksi.interpret.headers import is_field, is_header, is_letterhead
from renaksi.interpret.pieces import Piece, pieces
from renaksi.interpret.titles import is_title
from renaksi.patterns import pattern
from renaksi.quarter import quarter_named
from renaksi.readers.document import Document, Row

_OUTCOME = pattern(r"(?i:tujuan|sasaran)\b[^:]{0,20}:|(?i:program|(?:sub\s?)?kegiatan)\s?:")


def titles_and_body(document: Document) -> tuple[list[Row], list[Row]]:
    """The title lines, and the rows from the first table, header or heading on."""
    rows = list(document.rows)
    for index, row in enumerate(rows):
        filled = [cell for cell in row.cells if cell]
        if is_field(row.cells) or is_letterhead(row):
            continue  # of the form above the tables: Nama : …, TUGAS POKOK : …
        if row.cells[0] and is_title(row.cells[0]) and _is_alone(filled):
            continue
        if (
            len(filled) > 1
            or is_header(row.cells, False, row.kind == "table")
            or _begins_plan(filled)
        ):
            # TRIWULAN I above a table that is of it belongs to the plan.
            first = index - 1 if index and quarter_named("".join(rows[index - 1].cells)) else index
            return rows[:first], rows[first:]
    return [], rows


def _is_alone(filled: list[str]) -> bool:
    """Whether a row holds one text; the number of its page may stand beside it."""
    return len(filled) == 1 or (len(filled) == 2 and len(filled[1]) < 4 and filled[1].isdigit())


def lines_of(row: Row) -> Iterator[str]:
    """The texts of a title's row; those of a letterhead line by line."""
    apart = is_letterhead(row)
    for column, cell in enumerate(row.cells):
        if cell:
            yield from row.lines(column) if apart else (cell,)


def _begins_plan(filled: list[str]) -> bool:
    """Whether a line already belongs to the plan: it names an element or gives quarters."""
    found = [piece for cell in filled for piece in pieces(cell)]
    if any(piece.kind == "indicator" for piece in found) or _gives_values(found):
        return True
    return any(
        piece.kind == "element" and (piece.number is not None or _OUTCOME.match(piece.text))
        for piece in found
    )


def _gives_values(found: list[Piece]) -> bool:
    """Whether quarters are followed by their values; a title names a quarter and its year."""
    values = [
        behind.quantity.value
        for piece, behind in pairwise(found)
        if piece.kind == "quarter" and behind.quantity is not None
        and behind.quantity.state in ("set", "not_scheduled")
    ]  # fmt: skip
    return len(values) > 1 or any(value is None or not 2000 <= value < 2100 for value in values)
