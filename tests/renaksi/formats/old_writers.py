"""Writes a paper as an Excel 97–2003 workbook with xlwt, and as an OpenDocument spreadsheet."""

from __future__ import annotations

from html import escape
from io import BytesIO
from random import Random
from typing import Any

import xlwt

from tests.renaksi.formats.excel_writer import as_number
from tests.renaksi.formats.packages import packed
from tests.renaksi.formats.papers import Doc, Grid, Laid
from tests.renaksi.variants.paper import Lines

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_STYLES = (
    '<office:automatic-styles><style:style style:name="c1" style:family="table-cell">'
    '<style:table-cell-properties fo:border="0.5pt solid #000"/></style:style>'
    '<style:style style:name="c2" style:family="table-cell" style:parent-style-name="c1">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="c3" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    + "".join(
        f'<style:style style:name="i{n}" style:family="table-cell" style:parent-style-name="c1">'
        f'<style:paragraph-properties fo:margin-left="{n * 0.4:.1f}cm"/></style:style>'
        for n in range(1, 5)
    )
    + "</office:automatic-styles>"
)


def write_xls(doc: Doc, rng: Random) -> bytes:
    """The bytes of an .xls file of one sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Renaksi")
    as_numbers = rng.random() < 0.8
    row = 0
    for block in doc:
        if isinstance(block, Lines):
            for piece in block.pieces:
                sheet.write(row, 0, piece.text, _marks(bold=piece.kind == "heading", ruled=False))
                row += 1
        else:
            row += 1
            grid = block.grid
            _write_grid(sheet, grid, row, as_numbers)
            row += len(grid)
        row += 1
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_grid(sheet: Any, grid: Grid, top: int, as_numbers: bool) -> None:
    for n, cells in enumerate(grid):
        for column, laid in enumerate(cells):
            if laid is None:
                continue
            value, form = laid.piece.text, None
            if as_numbers and laid.piece.kind in ("value", "no", "money"):
                value, form = as_number(laid.piece.text)
            marks = _marks(bold=laid.head or laid.bold, ruled=True, form=form, indent=laid.indent)
            last = top + n + laid.rows - 1, column + laid.columns - 1
            if (laid.columns, laid.rows) != (1, 1):
                sheet.write_merge(top + n, last[0], column, last[1], value, marks)
            else:
                sheet.write(top + n, column, value, marks)


_KNOWN: dict[tuple[bool, bool, str | None, int], Any] = {}


def _marks(*, bold: bool, ruled: bool, form: str | None = None, indent: int = 0) -> Any:
    key = bold, ruled, form, indent
    if key not in _KNOWN:
        words = [f"font: bold {'on' if bold else 'off'}"]
        if indent:
            words.append(f"align: indent {indent}")
        if ruled:
            words.append("borders: left thin, right thin, top thin, bottom thin")
        _KNOWN[key] = xlwt.easyxf("; ".join(words), num_format_str=form or "General")
    return _KNOWN[key]


def write_ods(doc: Doc, rng: Random) -> bytes:
    """The bytes of an .ods file of one sheet."""
    rows = []
    for block in doc:
        if isinstance(block, Lines):
            for piece in block.pieces:
                style = ' table:style-name="c3"' if piece.kind == "heading" else ""
                rows.append(
                    _row(f"<table:table-cell{style}>{_paragraph(piece.text)}</table:table-cell>")
                )
        else:
            rows.append(_row('<table:table-cell table:number-columns-repeated="16384"/>'))
            rows += [_row("".join(map(_cell, cells))) for cells in block.grid]
        rows.append(_row('<table:table-cell table:number-columns-repeated="16384"/>'))
    rows.append(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}>{_STYLES}'
        '<office:body><office:spreadsheet><table:table table:name="Renaksi">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": _TYPE.encode(), "content.xml": content.encode()})


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(laid: Laid | None) -> str:
    if laid is None:
        return "<table:covered-table-cell/>"
    style = f"i{laid.indent}" if laid.indent else "c2" if laid.head or laid.bold else "c1"
    spans = ""
    if (laid.columns, laid.rows) != (1, 1):
        spans = f' table:number-columns-spanned="{laid.columns}" table:number-rows-spanned="{laid.rows}"'
    return f'<table:table-cell table:style-name="{style}"{spans}>{_paragraph(laid.piece.text)}</table:table-cell>'


def _paragraph(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>" if text else ""
