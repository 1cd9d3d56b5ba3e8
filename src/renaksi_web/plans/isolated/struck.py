"""What a document shows struck out, put back where the paper has it, for showing alone.

It is no value and is told by the reader (decision 0038); whoever has the paper in hand should
find it on the page as well. Work is done only for a document that has such text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final, NamedTuple

from renaksi.model import Place
from renaksi.readers.document import Document, Row, RowKind, Struck
from renaksi_web.plans.anchors import row_name

NOTHING: Final[Mapping[int, str]] = {}


class Shown(NamedTuple):
    """A row as the paper shows it: ``struck`` by column from 0; ``alone`` where no row was read."""

    row: Row
    struck: Mapping[int, str] = NOTHING
    alone: bool = False


def shown_rows(document: Document) -> list[Shown]:
    """The rows of a document with what is struck out in and between them."""
    struck = list(chain.from_iterable(left.struck for left in document.omissions))
    if not struck:
        return [Shown(row) for row in document.rows]
    beside: dict[str, list[Struck]] = {}
    between: dict[str, list[Struck]] = {}
    for one in struck:
        (between if one.alone else beside).setdefault(row_name(one.place), []).append(one)
    rows = [_with(row, beside.get(row_name(row.place(0)), ())) for row in document.rows]
    for texts in between.values():
        place = texts[0].place
        at, neighbour = _between(rows, place)
        kind: RowKind = "line" if place.line else "table"
        table = -1 - at
        if neighbour is not None:
            kind, table = neighbour.kind if place.line else kind, neighbour.table
        places = None if place.line else (place,)
        row = Row(("",), place.line or 0, kind, table, places)
        rows.insert(at, Shown(row, {0: "\n".join(one.text for one in texts)}, True))
    return rows


def _with(row: Row, struck: Iterable[Struck]) -> Shown:
    """A row with what is struck out in its cells; beyond the last one it stands in that."""
    texts: dict[int, str] = {}
    last = len(row.cells) - 1
    for one in struck:
        column = next((n for n in range(last) if row.place(n) == one.place), last)
        texts[column] = f"{texts[column]}\n{one.text}" if column in texts else one.text
    return Shown(row, texts)


def _between(rows: list[Shown], place: Place) -> tuple[int, Row | None]:
    """Where a row that was not read stands among the others, and a row of the same table."""
    if place.line is not None:
        at = next((n for n, shown in enumerate(rows) if shown.row.line >= place.line), len(rows))
        beside = (rows[n].row for n in (at, at - 1) if 0 <= n < len(rows))
        return at, next((row for row in beside if row.places is None), None)
    firsts = [shown.row.place(0) for shown in rows]
    whole = (place.sheet, place.table)
    same = [n for n, first in enumerate(firsts) if (first.sheet, first.table) == whole]
    if not same:
        later = (n for n, first in enumerate(firsts) if (first.table or 0) > (place.table or 0))
        return next(later, len(rows)) if place.table else len(rows), None
    number = _number(place)
    at = next((n for n in same if _number(firsts[n]) > number), same[-1] + 1)
    return at, rows[same[-1]].row if at > same[-1] else rows[at].row


def _number(place: Place) -> int:
    """The number of a row in its table or sheet; beyond all of them where it is not known."""
    digits = "".join(filter(str.isdigit, place.cell or ""))
    return int(digits) if digits else place.row or 1_000_000_000
