"""Writes a paper as a Word document with python-docx."""

from __future__ import annotations

from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.renaksi.formats.papers import Doc, Grid, Laid, Sheet, widths_of
from tests.renaksi.variants.paper import Lines


def write(doc: Doc, rng: Random) -> bytes:
    """The bytes of a .docx file."""
    document = docx.Document()
    room = _turn(document, rng)
    bold_heads = rng.random() < 0.7
    for block in doc:
        if isinstance(block, Lines):
            for piece in block.pieces:
                _add_line(document, piece.text, piece.kind, rng)
        else:
            _add_table(document, block, bold_heads, room, rng)
            document.add_paragraph()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add_line(document: Any, text: str, kind: str, rng: Random) -> None:
    if kind == "heading" and rng.random() < 0.3:
        document.add_heading(text, level=2)
        return
    paragraph = document.add_paragraph()
    cut = rng.randrange(len(text) + 1) if rng.random() < 0.3 else len(text)
    for part in (text[:cut], text[cut:]):
        if part:
            paragraph.add_run(part).bold = kind == "heading" or None


def _turn(document: Any, rng: Random) -> float:
    """Lay the pages crosswise, A4, F4 or A3; the width between the margins in points."""
    section = document.sections[0]
    width, height = rng.choice(((842, 595), (936, 612), (1191, 842)))
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(40)
    document.styles["Normal"].font.size = Pt({842: 7, 936: 8, 1191: 9}[width])
    return width - 80


def _add_table(document: Any, sheet: Sheet, bold_heads: bool, room: float, rng: Random) -> None:
    grid = sheet.grid
    repeated = rng.choice((0, sheet.heads, sheet.heads))
    table = document.add_table(rows=len(grid), cols=len(grid[0]))
    table.autofit = False
    shares = widths_of(grid, sheet.width)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Pt(room * share / sum(shares))
    table.style = "Table Grid"
    for n, (row, element) in enumerate(zip(grid, table._tbl.tr_lst, strict=True)):
        cells = list(element.tc_lst)
        if n < repeated:
            properties = element.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))
        for column, laid in enumerate(row):
            if laid is not None:
                _fill(cells[column], laid, laid.bold or (bold_heads and laid.head))
    _merge(grid, table)


def _fill(cell: Any, laid: Laid, bold: bool) -> None:
    paragraph = cell.p_lst[0]
    if laid.indent:
        paragraph.get_or_add_pPr().ind_left = Pt(14 * laid.indent)
    for index, line in enumerate(laid.piece.text.split("\n")):
        run = OxmlElement("w:r")
        if bold:
            marks = OxmlElement("w:rPr")
            marks.append(OxmlElement("w:b"))
            run.append(marks)
        if index:
            run.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        paragraph.append(run)


def _merge(grid: Grid, table: Any) -> None:
    """Spans of columns drop the cells that they cover; spans of rows mark them."""
    rows = [list(row.tc_lst) for row in table._tbl.tr_lst]
    for n, row in enumerate(grid):
        for column, laid in enumerate(row):
            if laid is None or (laid.columns, laid.rows) == (1, 1):
                continue
            for down in range(laid.rows):
                first = rows[n + down][column]
                for right in range(1, laid.columns):
                    covered = rows[n + down][column + right]
                    covered.getparent().remove(covered)
                if laid.columns > 1:
                    first.grid_span = laid.columns
                if laid.rows > 1:
                    first.vMerge = "continue" if down else "restart"
