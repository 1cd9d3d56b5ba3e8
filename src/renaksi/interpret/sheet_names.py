"""What the names of a workbook's sheets say: which are beside the plan, and whose plan one holds.

A sheet that says how to fill in the plan, or lists what to choose from, says so in its name or its
first text. It is left out only where another sheet has the header of a plan, and it is told. Where
each sheet with a plan is called by an office, a year or a quarter and none says so itself, what
its name says is read as a line above its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import groupby, islice, takewhile
from typing import Final

from renaksi.interpret.header_words import header_role
from renaksi.interpret.titles import heading_of
from renaksi.model import Place
from renaksi.patterns import pattern
from renaksi.quarter import ROMAN, quarter_named
from renaksi.readers.document import Document, Omission, Row

_HOW_TO: Final = pattern(
    r"(?i)(?:lembar |sheet )?(?:petunjuk|panduan|tata cara|cara (?:pengisian|mengisi)|instruksi"
    r"|pedoman pengisian|catatan pengisian|instructions?|read ?me)\b"
)
_LISTS: Final = pattern(
    r"(?i)(?:ref(?:erensi)?|master|lookup|list|validasi|dropdown|pilihan"
    r"|daftar (?:pilihan|satuan|kode|referensi))\b"
)
_YEAR: Final = pattern(r"(?i)\b(?:tahun\s?)?20\d\d\b")
_MOST_ROWS: Final = 60  # of a sheet, in which a header is looked for
_MOST_TITLES: Final = 8  # lines above a table
_TELLING: Final = frozenset({"indicator", "value"})


Sheets = list[tuple[str | None, list[Row]]]


def by_sheet_names(document: Document) -> Document:
    """The document without the sheets beside its plan, titled as far as the sheets' names are."""
    rows = document.rows
    if not rows or rows[0].place(0).sheet is None:
        return document
    sheets = [(name, list(of)) for name, of in groupby(rows, lambda row: row.place(0).sheet)]
    aside = [name for name, of in sheets if name is not None and _stands_aside(name, of)]
    plans: Sheets = [(name, of) for name, of in sheets if name not in aside and _has_header(of)]
    if not plans:
        return document
    kept: Sheets = [(name, of) for name, of in sheets if name not in aside]
    said = [_said(name or "", of) for name, of in plans]
    kinds = set.intersection(*map(set, said))
    if len({line.get("quarter") for line in said}) < len(said):
        kinds.discard("quarter")  # a quarter has one sheet
    if kinds:
        lines = {name: line for (name, _), line in zip(plans, said, strict=True)}
        kept = [(name, _titled(name, of, lines.get(name, {}), kinds)) for name, of in kept]
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


def _said(name: str, rows: list[Row]) -> dict[str, str]:
    """What the name of a sheet says and no line above its table does, as lines by their kind."""
    above = list(takewhile(lambda row: not _has_header((row,)), rows[:_MOST_TITLES]))
    texts = [cell for row in above for cell in row.cells if cell]
    title, own = heading_of(texts), heading_of([name])
    said: dict[str, str] = {}
    if own.organisation is not None and title.organisation is None:
        said["office"] = name
    if own.year is not None and title.year is None:
        said["year"] = f"TAHUN {own.year}"
    rest = _YEAR.sub("", name).strip()
    head = rows[len(above)].cells if len(above) < len(rows) else ()
    quarter = quarter_named(rest)
    if quarter and not any(map(quarter_named, filter(None, (*texts, *head)))):
        said["quarter"] = ROMAN[quarter].replace("TW", "TRIWULAN")
    return said


def _titled(
    name: str | None, rows: list[Row], lines: Mapping[str, str], kinds: AbstractSet[str]
) -> list[Row]:
    """The rows of a sheet below what its name says: a quarter stands right above the table."""
    begins = next((n for n, row in enumerate(rows) if _has_header((row,))), None)
    if not lines or begins is None:
        return rows
    said = {kind: line for kind, line in lines.items() if kind in kinds}
    titles = [_line(name, said[kind], rows[0]) for kind in ("office", "year") if kind in said]
    quarter = [_line(name, said["quarter"], rows[begins])] if "quarter" in said else []
    return [*titles, *rows[:begins], *quarter, *rows[begins:]]


def _line(name: str | None, text: str, below: Row) -> Row:
    return Row((text,), below.line - 1, "line", below.table, (Place(sheet=name),))


def _stands_aside(name: str, rows: list[Row]) -> bool:
    """Whether a sheet says that it is none of the plan."""
    first = next(filter(None, rows[0].cells), "")
    if any(_HOW_TO.match(text.strip()) for text in (name, first)):
        return True
    return any(_LISTS.match(text.strip()) for text in (name, first)) and not _has_header(rows)


def _has_header(rows: Iterable[Row]) -> bool:
    """Whether one of the first rows heads columns for indicators or values."""
    for row in islice(rows, _MOST_ROWS):
        if row.kind == "table":
            roles = [role for cell in row.cells if cell and (role := header_role(cell))]
            if len(roles) > 1 and any(role.field in _TELLING for role in roles):
                return True
    return False
