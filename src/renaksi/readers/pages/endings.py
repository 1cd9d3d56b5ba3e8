"""Texts whose end their page does not show, or shows below a line that is drawn through them.

A sheet's row keeps its height however long its texts are. Where the file writes a space behind the
last line of a full cell, or that line ends within a word, more should follow, and is not printed.
LibreOffice may draw the line between two rows through a merged cell and leave lines of it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.readers.document import Omission, Row
from renaksi.readers.pages.tables import PageCell, PageRow
from renaksi.readers.pages.wording import Wording, begins_anew

_NO_ROOM: Final = 0.6  # of a line's height: less below a text, and no line would fit
_LONGEST: Final = 60  # letters that are quoted
_CLOSE: Final = 0.5  # of a line's height: less between two lines, and they are of one text


class Ending(NamedTuple):
    """A cell of a row of the document whose text seems to go on, and the text as it is shown."""

    at: int
    column: int
    text: str


def seems_cut(cell: PageCell, wording: Wording) -> bool:
    """Whether a cell of a printed sheet is full and its text goes on."""
    if not cell.lines or (len(cell.lines) == 1 and " " not in cell.lines[0].text):
        return False
    last = cell.lines[-1]
    if cell.box[3] - last.bottom > _NO_ROOM * (last.bottom - last.top):
        return False
    return wording.goes_on_behind(last) or wording.ends_within_word(cell)


def rejoined(rows: list[PageRow], wording: Wording) -> list[PageCell]:
    """Make texts of a page whole that only a line drawn through them parts; returns their cells.

    The file says that the text goes on, and it does so right below the line.
    """
    found: list[PageCell] = []
    for number, row in enumerate(rows):
        for column, cell in row.cells.items():
            if not cell.lines or not cell.lines[-1].words[-1].spaced or not wording.is_told(cell):
                continue
            below = number + cell.span.rows
            rest = rows[below].cells.get(column) if below < len(rows) else None
            if rest is not None and _goes_on_in(cell, rest):
                span = cell.span._replace(rows=cell.span.rows + rest.span.rows)
                box = (*cell.box[:3], rest.box[3])
                found.append(PageCell(cell.lines + rest.lines, span, box))
                row.cells[column] = found[-1]
                rows[below].cells[column] = rest._replace(lines=())
    return found


def _goes_on_in(cell: PageCell, rest: PageCell) -> bool:
    """Whether the text of a cell goes on in the one below as in its own next line.

    The line between them does not only part the lines: it runs through the upper edge of one.
    """
    if (
        not rest.lines
        or cell.box[0] != rest.box[0]
        or begins_anew(" ".join(line.text for line in rest.lines))
    ):
        return False
    last, first = cell.lines[-1], rest.lines[0]
    is_crossed = first.top < rest.box[1]
    return is_crossed and first.top - last.bottom < _CLOSE * (last.bottom - last.top)


def untold(endings: Sequence[Ending], rows: Sequence[Row]) -> list[Omission]:
    """What is to be told of the texts that went on nowhere, not on the next page either."""
    found = []
    for at, column, text in endings:
        if rows[at].cells[column] == text:
            end = text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
            found.append(
                Omission(
                    f"teks sel ini mungkin terpotong di halaman: “{end}”; cocokkan dengan berkas "
                    "asalnya.",
                    f"the text of this cell may be cut off on its page: “{end}”; compare it with "
                    "the file that was printed.",
                    rows[at].place(column),
                    "text",
                )
            )
    return found
