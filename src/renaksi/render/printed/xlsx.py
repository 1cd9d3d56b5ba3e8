"""The report tree as a workbook: real numbers, frozen heads, ready to print, never a formula.

Each sheet begins a page when it is printed, so short tables share one. A long table ends its sheet,
with a short one above it at most, so that its head can be frozen and printed on
every page; what stands before a table goes on its sheet, and what
stands behind the last one (signatures) too.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Final

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
# Widths are counted in digits of this face, which every program has or replaces by its like.
_FACE: Final = {"font_name": "Arial", "font_size": 10}
_ON_ONE_PAGE: Final = 24  # rows of tables
_ABOVE_A_LONG_ONE: Final = 6  # rows of what may stand over a table whose head is frozen
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)


def render(document: Document) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    # A face of its own for each book, since XlsxWriter adds to it.
    book = Workbook(out, {**_OPTIONS, "default_format_properties": dict(_FACE)})
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
    """The blocks of each sheet: tables that fit on a page together, or one that is long."""
    blocks: list[Block] = [
        as_table(one.root) if isinstance(one, Diagram) else one for one in section.blocks
    ]
    parts: list[list[Block]] = []
    waiting: list[Block] = []
    rows = 0
    for drawn in blocks:
        waiting.append(drawn)
        if isinstance(drawn, Table):
            height = len(drawn.body)
            shares = rows + height <= _ON_ONE_PAGE or rows <= _ABOVE_A_LONG_ONE
            if parts and shares:
                parts[-1] += waiting
                rows += height
            else:
                parts.append(waiting)
                rows = height
            waiting = []
    if parts:
        parts[-1] += waiting
    named = [(_name(part, section, first=part is parts[0]), part) for part in parts]
    return named or [(section.name, waiting)]


def _name(blocks: list[Block], section: Section, *, first: bool) -> str:
    """The heading over the first table names its sheet; the first is named by the section."""
    told: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            told = [block.caption] if block.caption else told
            break
        if isinstance(block, Heading):
            told = [block.text]
    return section.name if first or not told else told[-1].replace("\n", " ")
