"""Files that are sound by the letter of their format and absurd by their contents."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.renaksi.formats.excel_files import excel_file
from tests.renaksi.formats.packages import packed
from tests.renaksi.formats.pdf_files import pdf_of, pdf_page
from tests.renaksi.formats.word_files import cell, paragraph, table, word_file

Files = dict[str, bytes]


def word() -> Files:
    """Word files."""
    nested = paragraph("x")
    for _ in range(40):
        nested = table(f"<w:tc>{nested}<w:p/></w:tc>" + cell("y"))
    wide = table(cell("x", '<w:gridSpan w:val="999999999"/>') * 50)
    numbered = paragraph("x", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>')
    circular = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    boxes = "".join(
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('x')}</w:txbxContent></w:pict></w:r></w:p>"
        for _ in range(3000)
    )
    inside = "<w:p><w:r><w:pict><w:txbxContent>"
    boxed = inside * 50 + paragraph("x") + "</w:txbxContent></w:pict></w:r></w:p>" * 50
    levels = "".join(f'<w:lvl w:ilvl="{n}"/>' for n in range(1000))
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/><w:lvlOverride>{levels[:40]}</w:lvlOverride></w:num>'
        for n in range(50_000)
    )
    return {
        "boxes in boxes of a cell": word_file(table(f"<w:tc>{boxed}</w:tc>")),
        "many lists of many levels": word_file(
            numbered,
            numbering=f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}',
        ),
        "tables in tables": word_file(nested),
        "endless spans": word_file(wide),
        "far columns": word_file(
            table('<w:trPr><w:gridBefore w:val="999999999"/></w:trPr>' + cell("x"))
        ),
        "unknown list level": word_file(numbered, numbering=circular),
        "many boxes": word_file(boxes),
        "a long word": word_file(paragraph("x" * 5_000_000)),
        "no body": packed({"word/document.xml": b"<w/>"}),
    }


def excel() -> Files:
    """Excel files."""
    far = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 3000))
    row = "".join(
        f'<c r="{a}{b}{{0}}"><v>1</v></c>'
        for a in "ABCDEFGHIJKLMNOPQ"
        for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    return {
        "far cell": excel_file(far),
        "huge merges": excel_file(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
            f"<mergeCells>{merges}</mergeCells>"
        ),
        "wide row": excel_file(f'<sheetData><row r="1">{row.format(1)}</row></sheetData>'),
        "hidden without end": excel_file(
            '<cols><col min="1" max="999999999" hidden="1"/></cols>' + far
        ),
        "hidden again and again": excel_file(
            "<cols>"
            + "".join(f'<col min="{n % 9000}" max="16384" hidden="1"/>' for n in range(120_000))
            + "</cols>"
            + far
        ),
        "many empty cells": excel_file(
            "<sheetData>"
            + "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(1, 300_000))
            + "</sheetData>"
        ),
        "number without end": excel_file(
            f'<sheetData><row r="1"><c r="A1"><v>{"9" * 100_000}</v></c></row></sheetData>'
        ),
        "sheet of itself": excel_file(far).replace(b"worksheets/s1.xml", b"../workbook.xml"),
    }


def open_document() -> Files:
    """OpenDocument files."""
    names = 'xmlns:table="t" xmlns:text="x" xmlns:office="o"'
    head, foot = f'<office:d {names}><table:table table:name="a">', "</table:table></office:d>"

    def sheet(rows: str) -> bytes:
        return packed({"content.xml": (head + rows + foot).encode()})

    def row(columns: int, repeats: int) -> str:
        cell = f'<table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>'
        return f'<table:table-row table:number-rows-repeated="{repeats}">{cell}</table:table-row>'

    return {
        "a million filled columns": sheet(row(1_000_000, 1)),
        "a million filled rows": sheet(row(1, 999_999_999)),
        "rows and columns": sheet(row(300, 99_999)),
        "hidden without end": sheet(
            '<table:table-column table:visibility="collapse" table:number-columns-repeated="9999"/>'
            '<table:table-row table:visibility="collapse" table:number-rows-repeated="9999"/>'
            * 50_000
        ),
        "deep": sheet("<table:table-row>" * 50_000 + "</table:table-row>" * 50_000),
    }


def html() -> Files:
    """HTML files."""
    return {
        "deep": b"<html><body>" + b"<div>" * 200_000 + b"x",
        "deep tables": b"<html><body>" + b"<table><tr><td>x" * 5_000,
        "endless spans": b"<table>" + b'<tr><td colspan="999999999" rowspan="999999999">x' * 2_000,
        "wide": b"<table><tr>" + b"<td>x" * 300_000,
        "many rows": b"<table>" + b"<tr><td>x<td>y" * 200_000,
        "many attributes": b"<table " + b"a=b " * 500_000 + b"><tr><td>x",
        "unclosed": b"<html><!-- " + b"x" * 1_000_000,
        "null": b"<html><body><p>a\x00b</p>",
    }


def pdf() -> Files:
    """PDF files."""
    bomb = zlib.compress(bytes(120_000_000))
    lines = b"".join(b"0 %d m 500 %d l S\n" % (n, n) for n in range(600)) * 400
    grid = b"".join(
        b"%d 0 m %d 600 l S 0 %d m 600 %d l S\n" % (n, n, n, n) for n in range(0, 600, 1)
    )
    letters = b"BT /F 1 Tf 1 1 Td (" + b"x" * 400_000 + b") Tj ET"
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>"
        b"stream\n/X Do\nendstream"
    )
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 5 0 R"
        b"/Resources<</XObject<</X 4 0 R>>>>>>"
    )
    return {
        "a packed stream": pdf_page(bomb, b"/Filter/FlateDecode"),
        "a stream in layers": pdf_page(
            zlib.compress(zlib.compress(zlib.compress(bytes(9_000_000)))),
            b"/Filter[/FlateDecode/FlateDecode/FlateDecode]",
        ),
        "many lines": pdf_page(lines),
        "a fine grid": pdf_page(grid),
        "many letters": pdf_page(letters),
        "a drawing of itself": pdf_of([page, form, b"<</Length 5>>stream\n/X Do\nendstream"]),
        "pages of themselves": pdf_of([b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 999999999>>"]),
        "a gigantic page": pdf_page(b"BT /F 9 Tf 1 1 Td (x) Tj ET", box=b"[-1e30 -1e30 1e30 1e30]"),
        "a page without size": pdf_page(b"BT /F 9 Tf 1 1 Td (x) Tj ET", box=b"[0 0 0 0]"),
    }


ABSURD: dict[str, Callable[[], Files]] = {
    "docx": word, "xlsx": excel, "ods": open_document, "html": html, "pdf": pdf,
}  # fmt: skip
