"""The filed document as a page can show it beside its interpretation, with a name for each spot.

A text stays its lines. Workbooks, Word files, HTML and CSV become their tables, headings
and lines in order, with merged cells and the addresses of rows and columns. A PDF becomes
a list of pages, which are shown as pictures, with their words beside for those who cannot
see them. What is longer than a person would scroll is cut, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Any

from renaksi.model import Place
from renaksi.readers.content import Content
from renaksi.readers.document import Document, Row, Span
from renaksi_web.plans.anchors import names, row_name
from renaksi_web.plans.isolated.struck import Shown, shown_rows

MOST_TEXT = 400_000
MOST_CELLS = 40_000
ONE = Span(1, 1)


def original_of(document: Document, content: Content, reader: str) -> dict[str, Any]:
    """The document as JSON: ``form`` *lines*, *tables* or *pages*, and what belongs to it."""
    if reader == "text":
        return _lines(document, content.data)
    if reader == "PDF":
        from renaksi_web.plans.isolated.pictures import sizes

        return {"form": "pages", "pages": sizes(content.data), "texts": _texts(document)}
    return _tables(shown_rows(document))


# -- text ------------------------------------------------------------------------------


def _lines(document: Document, data: bytes) -> dict[str, Any]:
    """Each line with its number and cells: ``[column, text]``, column 0 for an undivided one."""
    from renaksi.readers.decoding import decode

    rows = {row.line: row for row in document.rows}
    lines: list[Any] = []
    size = 0
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").rstrip()
    for number, line in enumerate(text.split("\n"), start=1):
        size += len(line)
        if size > MOST_TEXT:
            return {"form": "lines", "lines": lines, "cut": True}
        lines.append([number, _cells_of_line(line, rows.get(number))])
    return {"form": "lines", "lines": lines}


def _cells_of_line(line: str, row: Row | None) -> list[list[Any]]:
    if row is not None and len(row.cells) > 1 and all(cell in line for cell in row.cells):
        return [[at, cell] for at, cell in enumerate(row.cells, start=1) if cell]
    return [[0, line.strip()]] if line.strip() else []


# -- pages -----------------------------------------------------------------------------


def _texts(document: Document) -> dict[str, list[str]]:
    """The words of each page, a line for each row."""
    texts: dict[str, list[str]] = {}
    size = 0
    for row in document.rows:
        page = next((place.page for place in row.places or () if place.page is not None), None)
        line = " │ ".join(cell for cell in row.cells if cell)
        size += len(line)
        if page is not None and line and size <= MOST_TEXT:
            texts.setdefault(str(page), []).append(line)
    return texts


# -- tables ----------------------------------------------------------------------------


def _tables(rows: Iterable[Shown]) -> dict[str, Any]:
    blocks: list[Any] = []
    size = 0
    titled: str | None = None  # the sheet whose name stands above
    for _, group in groupby(rows, key=lambda shown: (_sheet_of(shown.row), shown.row.table)):
        block = list(group)
        size += sum(len(cell) + 10 for shown in block for cell in shown.row.cells)
        size += sum(len(text) for shown in block for text in shown.struck.values())
        if size > MOST_CELLS * 10 + MOST_TEXT:
            return {"form": "tables", "blocks": blocks, "cut": True}
        sheet = _sheet_of(block[0].row)
        blocks.append(_block(block, sheet, sheet != titled))
        titled = sheet
    return {"form": "tables", "blocks": blocks}


def _sheet_of(row: Row) -> str | None:
    return next((place.sheet for place in row.places or () if place.sheet is not None), None)


def _block(block: list[Shown], sheet: str | None, is_titled: bool) -> dict[str, Any]:
    """One table or run of lines: its title, the letters of its columns, and its rows."""
    rows = [shown.row for shown in block]
    ends = (n for row in rows for n, cell in enumerate(row.cells, 1) if cell)
    width = max(chain(ends, (n + 1 for shown in block for n in shown.struck)), default=0)
    labels = [_label(row) for row in rows]
    covered: set[tuple[int, int]] = set()
    told = []
    for at, (row, struck, alone) in enumerate(block):
        if alone:  # a line that was not read has no number of its own
            cells = [_alone(struck, at, width, covered)]
            label = "" if row.places is None else labels[at]
            told.append([label, row_name(row.place(0)) if label else "", False, cells])
        else:
            cells = list(_cells(row, at, width, labels, covered, struck))
            told.append([labels[at], _name(row), row.kind == "heading", cells])
    return {
        "title": (sheet or "") if is_titled else "",
        "is_table": sheet is not None or any(row.kind == "table" for row in rows),
        "columns": _letters(rows, width) if sheet is not None else [],
        "rows": told,
    }


def _alone(
    struck: Mapping[int, str], at: int, width: int, covered: set[tuple[int, int]]
) -> list[Any]:
    """A row of which nothing else stands: one cell beside those that cells above cover."""
    free = sum((at, column) not in covered for column in range(width))
    return ["", "", max(1, free), 1, False, *struck.values()]


def _cells(
    row: Row,
    at: int,
    width: int,
    labels: list[int],
    covered: set[tuple[int, int]],
    struck: Mapping[int, str],
) -> Iterator[list[Any]]:
    """The cells of a row that no other covers: name, text, columns, rows, bold.

    Behind these stands what is struck out of a cell, where anything is.
    """
    for column, _ in enumerate(row.cells[:width]):
        if (at, column) in covered:
            continue
        across, down = row.spans.get(column, ONE)
        across = min(across, width - column)
        last = labels[at] + down
        deep = 1
        while at + deep < len(labels) and labels[at] < labels[at + deep] < last:
            deep += 1
        covered.update((at + y, column + x) for y in range(deep) for x in range(across))
        narrow = next(iter(names(row.place(column))), "")
        text = "\n".join(row.lines(column))
        taken = struck.get(column, "")
        name = narrow if text or taken else ""
        yield [name, text, across, deep, column in row.bold, *filter(None, (taken,))]


def _label(row: Row) -> int:
    """The number of a row where it stands: of its sheet, its table or its document."""
    for place in row.places or ():
        digits = "".join(filter(str.isdigit, place.cell or ""))
        if digits:
            return int(digits)
        if place.row is not None:
            return place.row
    return row.place(0).line or row.line


def _name(row: Row) -> str:
    filled = [n for n, cell in enumerate(row.cells) if cell]
    return row_name(row.place(filled[0] if filled else 0))


def _letters(rows: list[Row], width: int) -> list[str]:
    """The letters of a sheet's columns, as far as any cell tells them."""
    letters = [""] * width
    for row in rows:
        for column, place in enumerate((row.places or ())[:width]):
            letters[column] = letters[column] or _letter(place)
    return letters


def _letter(place: Place) -> str:
    return "".join(filter(str.isalpha, place.cell or ""))
