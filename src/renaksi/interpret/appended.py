"""What Renaksi itself puts behind a printed plan: the codes of its figures, the note of a draft.

Both name indicators once more, of which all has been printed before. Nothing in them
belongs to the plan.
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret.titles import kind_of
from renaksi.readers.document import Document, Omission, Row

CODES_TITLE: Final = "ANGKA INI DARI MANA?"
DRAFT_TITLE: Final = "CATATAN DRAF"
APPENDED: Final = (CODES_TITLE, DRAFT_TITLE)
_TITLES: Final = frozenset(APPENDED)
_TOLD: Final = Omission(
    "Daftar kode angka dan catatan draf di belakang naskah tidak dibaca; bukan isi rencana.",
    "The list of codes and the note of a draft behind the document were not read; they are no"
    " part of the plan.",
)


def without_appended(document: Document) -> Document:
    """The document without these pages, up to the title of another plan or the end."""
    if all(_TITLES.isdisjoint(row.cells) for row in document.rows):
        return document
    kept: list[Row] = []
    is_appended = False
    for row in document.rows:
        said = [cell for cell in row.cells if cell]
        alone = said[0] if len(said) == 1 else ""
        if alone in _TITLES:
            is_appended = True
        elif alone.isupper() and kind_of(alone.casefold()) is not None:
            is_appended = False
        if not is_appended:
            kept.append(row)
    if len(kept) == len(document.rows):
        return document  # the words stood among others
    place = next(row for row in document.rows if _TITLES & {*row.cells}).place(0)
    omissions = (*document.omissions, _TOLD._replace(place=place))
    return document._replace(rows=tuple(kept), omissions=omissions)
