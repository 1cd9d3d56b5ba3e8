"""Plans of several organisations in one document, one after another: where each begins.

A new plan begins at lines behind a table that say both what the document is (*RENCANA AKSI TAHUN
2023*) and whose, and the office is not the one before. Only titles count, in capitals or
marked as headings: prose and signatures name offices too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.interpret.titles import kind_of, office_of
from renaksi.readers.document import Document, Row

_MOST_LINES: Final = 8  # of a title
_LONGEST: Final = 120  # letters of a line of a title


def sections_of(document: Document) -> tuple[Document, ...]:
    """The document of each organisation; the whole where there is one."""
    rows = document.rows
    starts = list(_starts(rows))
    if not starts:
        return (document,)
    ends = (*starts, len(rows))
    parts = [document._replace(rows=rows[: starts[0]])]
    parts += [
        Document(rows[start:end], (), document.name)
        for start, end in zip(starts, ends[1:], strict=True)
    ]
    return tuple(parts)


def _starts(rows: tuple[Row, ...]) -> Iterator[int]:
    """The rows at which another office's plan begins."""
    office: str | None = None
    has_table = False
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and end - at < _MOST_LINES and _title(rows[end]):
            end += 1
        if end == at:
            has_table = has_table or sum(map(bool, rows[at].cells)) > 1
            at += 1
            continue
        titles = [_title(row) for row in rows[at:end]]
        named = next(filter(None, map(office_of, titles)), None)
        says_what = any(kind_of(title.casefold()) for title in titles)
        if named is not None and says_what:
            if office is not None and has_table and _bare(named) != _bare(office):
                yield at
            if office is None or has_table:
                office, has_table = named, False
        at = end


def _title(row: Row) -> str:
    """The text of a row that may be a line of a title, else ""."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) != 1 or len(filled[0]) > _LONGEST:
        return ""
    return filled[0] if filled[0].isupper() or row.kind == "heading" else ""


def _bare(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
