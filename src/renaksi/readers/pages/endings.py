"""Texts of printed sheets whose end their page does not show: the row was too low for them.

A sheet's row keeps its height however long its texts are. Where the file writes a space behind the
last line of a full cell, or that line ends within a word, more should follow, and is not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from renaksi.readers.document import Omission, Row
from renaksi.readers.pages.tables import PageCell
from renaksi.readers.pages.wording import Wording

_NO_ROOM: Final = 0.6  # of a line's height: less below a text, and no line would fit
_LONGEST: Final = 60  # letters that are quoted


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


def untold(endings: Sequence[Ending], rows: Sequence[Row]) -> list[Omission]:
    """What is to be told of the texts that went on nowhere, not on the next page either."""
    found = []
    for at, column, text in endings:
        if rows[at].cells[column] == text:
            end = text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"
            found.append(
                Omission(
                    f"teks sel ini terpotong di halaman: “{end}”; lanjutannya tidak tercetak.",
                    f"the text of this cell is cut off on its page: “{end}”; the rest is not "
                    "printed.",
                    rows[at].place(column),
                    "text",
                )
            )
    return found
