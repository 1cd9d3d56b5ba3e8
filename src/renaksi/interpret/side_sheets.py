"""Sheets of a workbook that stand beside its plan: how to fill it in, and lists to choose from.

Such a sheet says so in its name or its first text. It is left out only where another sheet has the
header of a plan, and it is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from renaksi.interpret.header_words import header_role
from renaksi.model import Place
from renaksi.patterns import pattern
from renaksi.readers.document import Document, Omission, Row

_HOW_TO: Final = pattern(
    r"(?i)(?:lembar |sheet )?(?:petunjuk|panduan|tata cara|cara (?:pengisian|mengisi)|instruksi"
    r"|pedoman pengisian|catatan pengisian|instructions?|read ?me)\b"
)
_LISTS: Final = pattern(
    r"(?i)(?:ref(?:erensi)?|master|lookup|list|validasi|dropdown|pilihan"
    r"|daftar (?:pilihan|satuan|kode|referensi))\b"
)
_TELLING: Final = frozenset({"indicator", "value"})


def without_side_sheets(document: Document) -> Document:
    """The document without the sheets that hold no plan by what they are called."""
    rows = document.rows
    if not rows or rows[0].place(0).sheet is None:
        return document
    sheets = [(name, list(of)) for name, of in groupby(rows, lambda row: row.place(0).sheet)]
    if len(sheets) < 2:
        return document
    aside = [name for name, of in sheets if name is not None and _stands_aside(name, of)]
    if not aside or not any(_has_header(of) for name, of in sheets if name not in aside):
        return document
    told = tuple(
        Omission(
            f"lembar {name} berisi petunjuk atau daftar pilihan dan tidak dibaca sebagai rencana.",
            f"sheet {name} holds instructions or lists to choose from and is not read as a plan.",
            Place(sheet=name),
        )
        for name in aside
    )
    kept = tuple(row for name, of in sheets if name not in aside for row in of)
    return document._replace(rows=kept, omissions=(*document.omissions, *told))


def _stands_aside(name: str, rows: list[Row]) -> bool:
    """Whether a sheet says that it is none of the plan."""
    first = next(filter(None, rows[0].cells), "")
    if any(_HOW_TO.match(text.strip()) for text in (name, first)):
        return True
    return any(_LISTS.match(text.strip()) for text in (name, first)) and not _has_header(rows)


def _has_header(rows: Iterable[Row]) -> bool:
    """Whether a row heads columns for indicators or values."""
    for row in rows:
        if row.kind == "table":
            roles = [role for cell in row.cells if cell and (role := header_role(cell))]
            if len(roles) > 1 and any(role.field in _TELLING for role in roles):
                return True
    return False
