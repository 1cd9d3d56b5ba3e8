"""Where the lines of a title end and the plan begins: at the first table, header or heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from renaksi.interpret.headers import is_field, is_header, is_letterhead
from renaksi.interpret.pieces import Piece, pieces
from renaksi.interpret.titles import is_title, states_year
from renaksi.interpret.vocabulary import begins_as_result
from renaksi.nomenclature.resolver import match_name
from renaksi.patterns import pattern
from renaksi.quarter import quarter_named
from renaksi.readers.document import Document, Row

_OUTCOME: Final = pattern(r"(?i:tujuan|sasaran)\b[^:]{0,20}:|(?i:program|(?:sub\s?)?kegiatan)\s?:")
_SPACED: Final = pattern(r"[^\W\d_](?: [^\W\d_]){3,}")  # R E N C A N A
_MOST_TITLES: Final = 12  # rows among which a title's words may stand far apart


def split(document: Document) -> tuple[list[Row], list[Row]]:
    """The title lines, and the rows from the first table, header or heading on."""
    rows = [*map(_joined_title, document.rows[:_MOST_TITLES]), *document.rows[_MOST_TITLES:]]
    for index, row in enumerate(rows):
        filled = [cell for cell in row.cells if cell]
        if is_field(row.cells) or is_letterhead(row):
            continue  # of the form above the tables: Nama : …, TUGAS POKOK : …
        if row.cells[0] and is_title(row.cells[0]) and _is_alone(filled):
            continue
        if len(filled) == 2 and filled[1][0] == ":" and is_title(" ".join(filled)):
            continue  # Tahun | : 2024
        if (
            len(filled) > 1
            or is_header(row.cells, False, row.kind == "table")
            or _begins_plan(filled)
            or (row.kind == "table" and index + 1 < len(rows) and _heads_rows(row, rows[index + 1]))
        ):
            # TRIWULAN I above a table that is of it belongs to the plan.
            first = index - 1 if index and quarter_named("".join(rows[index - 1].cells)) else index
            while first and _heads_table(rows[first - 1]):
                first -= 1
            return rows[:first], rows[first:]
    return [], rows


def _heads_rows(row: Row, below: Row) -> bool:
    """Whether a row that holds one result (*1. Meningkatnya …*) is the first of a table."""
    if len(below.cells) != len(row.cells) or below.cells.count("") > len(below.cells) - 3:
        return False
    found = pieces(next(filter(None, row.cells), ""))
    return (
        len(found) == 1
        and begins_as_result(found[0].text)
        and not (is_header(below.cells, False, True))
    )


def _heads_table(row: Row) -> bool:
    """Whether a line above the first table is no title's: it names a program, as officially."""
    filled = [cell for cell in row.cells if cell]
    found = pieces(filled[0]) if len(filled) == 1 else ()
    if len(found) != 1 or found[0].kind != "element" or is_title(filled[0]):
        return False
    return match_name(found[0].text, found[0].level) is not None


def _joined_title(row: Row) -> Row:
    """A row, as one line where it is a title whose words, or letters, stand far apart."""
    filled = [cell for cell in row.cells if cell]
    if filled and all(map(_SPACED.fullmatch, filled)):
        words = [cell.replace(" ", "") for cell in filled]
        return row._replace(cells=(" ".join(words),), kind="line")
    if tuple(map(str.casefold, filled[:2])) != ("rencana", "aksi"):
        return row
    return row._replace(cells=(" ".join(filled),), kind="line")


def _is_alone(filled: list[str]) -> bool:
    """Whether a row holds one text; the number of its page, or a word, may stand beside it.

    A word does beside a title with its year, which no cell of a table's header has.
    """
    if len(filled) != 2:
        return len(filled) == 1
    is_page = len(filled[1]) < 4 and filled[1].isdigit()
    return is_page or (" " not in filled[1] and states_year(filled[0]))


def lines_of(row: Row) -> Iterator[str]:
    """The texts of a title's row; those of a letterhead line by line."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) == 2 and filled[1][0] == ":":  # Tahun | : 2024
        yield " ".join(filled)
        return
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
