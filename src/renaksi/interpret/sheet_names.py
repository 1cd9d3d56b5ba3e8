"""What the names of a workbook's sheets say: which are beside the plan, and whose plan one holds.

A sheet that says how to fill in the plan, or lists what to choose from, says so in its name or its
first text. It is left out only where another sheet has the header of a plan, and it is told. Where
each sheet with a plan is called as an office and none is titled with one, its name is read as a
line of its title.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, takewhile
from typing import Final

from renaksi.interpret.header_words import header_role
from renaksi.interpret.titles import heading_of
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
_MOST_TITLES: Final = 8  # lines above a table
_TELLING: Final = frozenset({"indicator", "value"})


Sheets = list[tuple[str | None, list[Row]]]


def by_sheet_names(document: Document) -> Document:
    """The document without the sheets beside its plan, titled by the offices sheets are called."""
    rows = document.rows
    if not rows or rows[0].place(0).sheet is None:
        return document
    sheets = [(name, list(of)) for name, of in groupby(rows, lambda row: row.place(0).sheet)]
    aside = [name for name, of in sheets if name is not None and _stands_aside(name, of)]
    plans: Sheets = [(name, of) for name, of in sheets if name not in aside and _has_header(of)]
    if not plans:
        return document
    kept = [(name, of) for name, of in sheets if name not in aside]
    if all(_is_of_office(name, of) for name, of in plans):
        headed = {name for name, _ in plans}
        kept = [(name, [_titled(name, of[0]), *of] if name in headed else of) for name, of in kept]
    elif not aside:
        return document
    told = tuple(
        Omission(
            f"lembar {name} berisi petunjuk atau daftar pilihan dan tidak dibaca sebagai rencana.",
            f"sheet {name} holds instructions or lists to choose from and is not read as a plan.",
            Place(sheet=name),
        )
        for name in aside
    )
    left = tuple(row for _, of in kept for row in of)
    return document._replace(rows=left, omissions=(*document.omissions, *told))


def _is_of_office(name: str | None, rows: list[Row]) -> bool:
    """Whether a sheet is called as an office, and no line above its table names one."""
    if name is None or heading_of([name]).organisation is None:
        return False
    above = takewhile(lambda row: not _has_header((row,)), rows[:_MOST_TITLES])
    return heading_of(cell for row in above for cell in row.cells if cell).organisation is None


def _titled(name: str | None, first: Row) -> Row:
    """The name of a sheet as the line above its first row."""
    return Row((name or "",), first.line - 1, "line", first.table, (Place(sheet=name),))


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
