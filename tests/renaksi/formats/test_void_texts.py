"""What is struck out, deleted in tracked changes or hidden is no value and is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
import xlsxwriter
import xlwt

from renaksi.interpret import Reading, read_bytes
from renaksi.model import Place
from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.excel_files import read as read_sheet
from tests.renaksi.formats.excel_files import rows, text
from tests.renaksi.formats.packages import packed, unpacked
from tests.renaksi.formats.word_files import cell, cells, paragraph, read, table, word_file

_HEAD = ("URAIAN", "INDIKATOR KINERJA", "SATUAN", "TW I", "TW II", "TW III", "TW IV")
_NAMES = ("Program Pemberdayaan Sosial", "Jumlah keluarga dibina", "Keluarga")
_KEYS = ("q1", "q2", "q3", "q4")


def word() -> bytes:
    """A plan whose first quarter was 20 and is 25, and whose third is struck out."""

    def run(shown: str, marks: str = "") -> str:
        return f"<w:r><w:rPr>{marks}</w:rPr><w:t>{shown}</w:t></w:r>"

    def of(*runs: str) -> str:
        return f"<w:tc><w:p>{''.join(runs)}</w:p></w:tc>"

    figures = (
        of(run("20", "<w:strike/>"), run("25", '<w:strike w:val="0"/>')) + cell("30")
        + of(run("35", "<w:dstrike/>"), run("999", "<w:vanish/>")) + cell("40")
    )  # fmt: skip
    body = table("".join(map(cell, _HEAD)), "".join(map(cell, _NAMES)) + figures)
    return packed({"[Content_Types].xml": b"<Types/>", **unpacked(word_file(body))})


def excel() -> bytes:
    """The same as a workbook: by runs of a text, and by the font of a number."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet, struck = book.add_worksheet("Rencana"), book.add_format({"font_strikeout": True})
    sheet.write_row(0, 0, _HEAD)
    sheet.write_row(1, 0, _NAMES)
    sheet.write_rich_string(1, 3, struck, "20", "25")
    sheet.write(1, 4, 30)
    sheet.write(1, 5, 35, struck)
    sheet.write(1, 6, 40)
    book.close()
    return out.getvalue()


def excel_of_1997() -> bytes:
    """The same as a workbook of Excel 97."""
    book = xlwt.Workbook()
    sheet, struck = book.add_sheet("Rencana"), xlwt.easyfont("struck_out true")
    for column, name in enumerate(_HEAD):
        sheet.write(0, column, name)
    for column, name in enumerate(_NAMES):
        sheet.write(1, column, name)
    sheet.write_rich_text(1, 3, (("20", struck), "25"))
    sheet.write(1, 4, 30)
    sheet.write(1, 5, 35, xlwt.easyxf("font: struck_out true"))
    sheet.write(1, 6, 40)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def open_document() -> bytes:
    """The same as an OpenDocument sheet."""
    names = 'xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:style="s"'
    style = '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'

    def line(*texts: str) -> str:
        inner = "".join(f"<table:table-cell{each}</table:table-cell>" for each in texts)
        return f"<table:table-row>{inner}</table:table-row>"

    plain = [f"><text:p>{each}</text:p>" for each in (*_HEAD, *_NAMES, "30", "40")]
    figures = (
        '><text:p><text:span text:style-name="T1">20</text:span>25</text:p>',
        plain[-2], ' table:style-name="T1"><text:p>35</text:p>', plain[-1],
    )  # fmt: skip
    lines = line(*plain[: len(_HEAD)]) + line(*plain[len(_HEAD) : -2], *figures)
    content = f'<office:d {names}>{style}<table:table table:name="Rencana">{lines}</table:table></office:d>'
    return packed({"content.xml": content.encode()})


def page() -> bytes:
    """The same as a page: by tags and by a class of its style sheet."""
    head = "".join(f"<th>{name}" for name in _HEAD)
    names = "".join(f"<td>{name}" for name in _NAMES)
    return (
        "<html><style>/* Excel */ td.xl65, .waffle .s9 {color:black; text-decoration:line-through}</style>"
        f"<table><tr>{head}<tr>{names}<td><s>20</s>25<td>30<td class=xl65>35<td>40</table>"
    ).encode()


FILES = {
    "Word": (word, Place(table=1, row=2, column=4), Place(table=1, row=2, column=6)),
    "Excel": (excel, Place(sheet="Rencana", cell="D2"), Place(sheet="Rencana", cell="F2")),
    "Excel 97": (
        excel_of_1997, Place(sheet="Rencana", cell="D2"), Place(sheet="Rencana", cell="F2"),
    ),
    "OpenDocument": (
        open_document, Place(sheet="Rencana", cell="D2"), Place(sheet="Rencana", cell="F2"),
    ),
    "HTML": (page, Place(2, 4), Place(2, 6)),
}  # fmt: skip


def told(reading: Reading, part: str) -> list[tuple[str, Place | None, str | None]]:
    """The sentences of the findings on parts that were not read, with place and cell."""
    return [
        (found.message("en"), found.where, found.cell)
        for found in reading.diagnostics
        if found.rule.code == "RB130" and part in found.message("en")
    ]


@pytest.mark.parametrize("form", FILES)
def test_what_is_struck_out_is_no_value_and_is_told_with_its_place(form: str) -> None:
    make, first, third = FILES[form]
    (reading,) = read_bytes(make())
    targets = reading.plan.elements[0].indicators[0].targets
    shown = [targets[key].text if key in targets else None for key in _KEYS]
    assert shown == ["25", "30", None, "40"]
    assert told(reading, "struck out") == [
        ("Text that is struck out is not read: “20”.", first, "q1"),
        ("Text that is struck out is not read: “35”.", third, None),
    ]


def test_what_is_struck_out_is_told_of_the_plan_that_holds_it() -> None:
    def office(name: str, figure: str) -> str:
        head = "".join(f"<th>{each}" for each in _HEAD)
        names = "".join(f"<td>{each}" for each in _NAMES)
        return (
            f"<h2>RENCANA AKSI TAHUN 2024</h2><h2>{name}</h2>"
            f"<table><tr>{head}<tr>{names}<td>{figure}<td>2<td>3<td>4</table>"
        )

    page = office("KECAMATAN KEMANGKON", "1") + office("KECAMATAN BUKATEJA", "<s>9</s>1")
    first, second = read_bytes(f"<html><body>{page}</body></html>".encode())
    assert told(first, "struck") == []
    assert told(second, "struck") == [
        ("Text that is struck out is not read: “9”.", Place(8, 4), "q1")
    ]


def test_deleted_text_is_told_and_its_list_number_is_not_printed() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    gone = (
        f"<w:p><w:pPr>{number}<w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>Program lama</w:delText></w:r></w:del></w:p>"
    )
    struck = paragraph("Program batal", number, "<w:strike/>")
    document = read(gone + struck + paragraph("Program baru", number), numbering=lists)
    assert cells(document) == [["2. Program baru"]]
    assert [(left.en, left.place) for left in document.omissions] == [
        ("text that is deleted in tracked changes is not read: “Program lama”.", Place(1, 1)),
        ("text that is struck out is not read: “Program batal”.", Place(1, 1)),
    ]


def test_a_row_that_is_wholly_struck_out_or_deleted_is_told_once() -> None:
    gone = f"<w:trPr><w:del/></w:trPr>{cell('lama')}{cell('1')}"
    struck = "".join(
        f"<w:tc>{paragraph(each, marks='<w:strike/>')}</w:tc>" for each in ("batal", "2")
    )
    document = read(table(gone, struck, cell("baru") + cell("3")))
    assert cells(document) == [["baru", "3"]]
    assert [(left.en, left.place) for left in document.omissions] == [
        ("text that is deleted in tracked changes is not read: “lama 1”.", Place(table=1)),
        ("text that is struck out is not read: “batal 2”.", Place(table=1, row=1)),
    ]


def test_a_style_that_strikes_out_holds_unless_a_run_says_otherwise() -> None:
    styles = (
        '<w:style w:styleId="T"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:styleId="U"><w:basedOn w:val="T"/></w:style>'
    )
    body = paragraph("lama", '<w:pStyle w:val="U"/>') + paragraph(
        "baru", '<w:pStyle w:val="U"/>', '<w:strike w:val="0"/>'
    )
    assert cells(read(body, styles=styles)) == [["baru"]]
    by_character = paragraph("lama", marks='<w:rStyle w:val="T"/>') + paragraph("baru")
    assert cells(read(by_character, styles=styles)) == [["baru"]]


def test_hidden_rows_and_columns_of_a_page_are_left_out_and_told_once() -> None:
    page = (
        "<table><col><col style='display:none'><col><tr><td>a<td>x<td>c"
        "<tr style='display:none'><td>lama<td>y<td>1<tr><td>d<td>z<td>f</table>"
    )
    document = read_document(page.encode(), Limits())
    assert cells(document) == [["a", "", "c"], ["d", "", "f"]]
    assert [left.en for left in document.omissions] == [
        "3 hidden texts are not read; the first one: “lama y 1”."
    ]


def test_what_a_sheet_holds_and_does_not_show_is_left_out_and_told() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    )
    sheet = '<sheetViews><sheetView showZeros="0"/></sheetViews>' + rows(
        text("A1", "a")
        + '<c r="B1"><v>0</v></c><c r="C1" s="1"><v>7</v></c><c r="D1"><v>10</v></c>'
    )
    document = read_sheet(sheet, styles=styles)
    assert [row.cells for row in document.rows] == [("a", "", "", "10")]
    assert [left.en for left in document.omissions] == [
        "2 cells of sheet Lembar1 do not show what they hold (by their number format, a conditional "
        "format, or zeros that are hidden) and are not read."
    ]


def test_a_row_of_a_sheet_that_is_wholly_struck_out_is_told_once() -> None:
    styles = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    inline = '<c r="A2" t="inlineStr"><is><r><rPr><strike/></rPr><t>lama</t></r><r><t> baru</t></r></is></c>'
    document = read_sheet(rows(text("A1", "batal", 1) + text("B1", "2", 1), inline), styles=styles)
    assert [row.cells for row in document.rows] == [("baru",)]
    assert [(left.en, left.place and left.place.cell) for left in document.omissions] == [
        ("text that is struck out is not read: “lama”.", "A2"),
        ("text that is struck out is not read: “batal 2”.", "A1"),
    ]


def test_many_texts_that_are_struck_out_are_counted() -> None:
    page = "<table>" + "<tr><td>a<td><s>b</s><td>c" * 150 + "</table>"
    document: Document = read_document(page.encode(), Limits())
    assert len(document.omissions) == 101
    assert document.omissions[-1].en.startswith("50 more texts")


def raised_in_excel() -> bytes:
    """Figures and words with small raised figures behind them, as a workbook."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet, small = book.add_worksheet(), book.add_format({"font_script": 1})
    for column, (before, mark) in enumerate(_RAISED):
        sheet.write_rich_string(0, column, before, small, mark)
    book.close()
    return out.getvalue()


def raised_in_excel_of_1997() -> bytes:
    """The same as a workbook of Excel 97."""
    book = xlwt.Workbook()
    sheet, small = book.add_sheet("A"), xlwt.easyfont("escapement superscript")
    for column, (before, mark) in enumerate(_RAISED):
        sheet.write_rich_text(0, column, (before, (mark, small)))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def raised_in_open_document() -> bytes:
    """The same as an OpenDocument sheet."""
    names = 'xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:style="s"'
    style = '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    inner = "".join(
        f'<table:table-cell><text:p>{before}<text:span text:style-name="T1">{mark}</text:span></text:p></table:table-cell>'
        for before, mark in _RAISED
    )
    rows_of = (
        f'<table:table table:name="A"><table:table-row>{inner}</table:table-row></table:table>'
    )
    return packed({"content.xml": f"<office:d {names}>{style}{rows_of}</office:d>".encode()})


def raised_in_a_page() -> bytes:
    """The same as a page."""
    return ("<table><tr>" + "".join(f"<td>{a}<sup>{b}</sup>" for a, b in _RAISED)).encode()


_RAISED = (("10", "1"), ("25%", "*)"), ("m", "2"), ("meter", "2"), ("Layanan", "2)"), ("25", "o"))


@pytest.mark.parametrize(
    "make", [raised_in_excel, raised_in_excel_of_1997, raised_in_open_document, raised_in_a_page]
)
def test_a_raised_mark_is_no_digit_of_the_figure_before_it(make: Callable[[], bytes]) -> None:
    document = read_document(make(), Limits())
    assert cells(document) == [["10", "25%", "m2", "meter2", "Layanan", "25o"]]
    assert [left.en.partition(": ")[2] for left in document.omissions] == ["“1”.", "“*)”.", "“2)”."]
