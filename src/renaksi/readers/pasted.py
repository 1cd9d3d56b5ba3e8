"""The reader of texts in which tables of HTML stand, as converters to Markdown write them.

Markdown knows no merged cells, so that a converter writes ``<table>`` where it meets some; and a
table that is copied out of a page may arrive in a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from renaksi.patterns import pattern
from renaksi.readers.content import Content, Reader
from renaksi.readers.decoding import decode
from renaksi.readers.document import Document, Row
from renaksi.readers.limits import Limits
from renaksi.readers.text import read_text

_ENDS: Final = (b"</table", b"</TABLE")
_TABLE: Final = pattern(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_ROW: Final = pattern(r"<tr\b", re.IGNORECASE)


def recognises(content: Content) -> bool:
    """Whether a table of HTML ends somewhere in a text; a page begins as one."""
    return any(end in content.data for end in _ENDS) and b"\x00" not in content.data[:4000]


def read(content: Content, limits: Limits) -> Document:
    """The rows of the text and of its tables, from top to bottom."""
    found: list[Row] = []
    for above, rows in _parts(decode(content.data), limits):
        last = found[-1].table if found else 0
        found.extend(row._replace(line=row.line + above, table=row.table + last) for row in rows)
    return Document(tuple(found))


def _parts(text: str, limits: Limits) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """The rows of each table and of each text between them, with the number of lines above."""
    end = above = 0
    for table in _TABLE.finditer(text):
        before = text[end : table.start()]
        yield above, _of_text(before, limits)
        above += before.count("\n")
        yield above, _of_table(table.group(), limits)
        above += table.group().count("\n")
        end = table.end()
    yield above, _of_text(text[end:], limits)


def _of_text(text: str, limits: Limits) -> tuple[Row, ...]:
    return read_text(text, limits).rows if text.strip() else ()


def _of_table(table: str, limits: Limits) -> tuple[Row, ...]:
    """The rows of one table, each on the line of the table on which it begins."""
    from renaksi.readers.web.page import read_page

    lines = [1 + table.count("\n", 0, row.start()) for row in _ROW.finditer(table)]
    rows = read_page(table.encode(), limits).rows
    if len(lines) != len(rows):  # rows without a text are left out
        lines = [min(1 + n, 1 + table.count("\n")) for n in range(len(rows))]
    return tuple(row._replace(line=line) for row, line in zip(rows, lines, strict=True))


READER: Final = Reader("text with HTML", recognises, read, ())
