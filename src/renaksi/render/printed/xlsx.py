"""The report tree as a workbook: real numbers, frozen heads, ready to print, never a formula.

Each table has a sheet, so that its head can be frozen and printed on every page; what
stands before a table goes on its sheet, what stands behind the last one (signatures) too.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any, Final

from xlsxwriter import Workbook

from renaksi.render.printed.sheet import Sheet, SheetNames
from renaksi.reports.outline import as_table
from renaksi.reports.tree import Block, Diagram, Document, Heading, Section, Table

# Text is text: nothing is taken for a formula, a link or a number.
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)


def render(document: Document) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    day = document.dated
    made = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DAY
    about = {"title": document.title, "author": document.author}
    book.set_properties({**about, "created": made.replace(tzinfo=None)})
    names, formats = SheetNames(), {}  # type: ignore[var-annotated]
    for section in document.sections:
        for name, blocks in _parts(section):
            sheet = Sheet(book, names.free(name), section, document, formats)
            sheet.write(blocks)
    book.close()
    return out.getvalue()


def _parts(section: Section) -> list[tuple[str, list[Block]]]:
    """The blocks of each sheet: up to and with one table; the rest stands behind the last."""
    parts: list[tuple[str, list[Block]]] = []
    waiting: list[Block] = []
    for block in section.blocks:
        drawn: Any = as_table(block.root) if isinstance(block, Diagram) else block
        waiting.append(drawn)
        if isinstance(drawn, Table):
            parts.append((_name(waiting, section, first=not parts), waiting))
            waiting = []
    if parts:
        parts[-1][1].extend(waiting)
        return parts
    return [(section.name, waiting)]


def _name(blocks: list[Block], section: Section, *, first: bool) -> str:
    """The heading over the table names its sheet; the first is named by the section."""
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    captions = [block.caption for block in blocks if isinstance(block, Table) and block.caption]
    told = captions or headings
    return section.name if first or not told else told[-1].replace("\n", " ")
