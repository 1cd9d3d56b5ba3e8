"""Word documents: what the page shows is what the rows say."""

from __future__ import annotations

from pathlib import Path

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_file
from renaksi.model import Place
from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.packages import packed, unpacked
from tests.renaksi.formats.word_files import (
    NAMESPACE,
    STRICT,
    cell,
    cells,
    paragraph,
    read,
    table,
    word_file,
)

FILED = Path(__file__).resolve().parents[2] / "cases/filed"


def test_a_cell_merged_downwards_stands_once_in_its_first_row() -> None:
    document = read(
        table(
            cell("Program A", '<w:vMerge w:val="restart"/>') + cell("TW I") + cell("25"),
            cell("", "<w:vMerge/>") + cell("TW II") + cell("50"),
        )
    )
    assert cells(document) == [["Program A", "TW I", "25"], ["", "TW II", "50"]]
    assert document.rows[0].spans == {0: (1, 2)}


def test_a_cell_merged_sideways_keeps_the_columns_behind_it_in_line() -> None:
    document = read(
        table(
            cell("URAIAN") + cell("TARGET", '<w:gridSpan w:val="2"/>') + cell("KET"),
            cell("Program A") + cell("TW I") + cell("25") + cell("baik"),
        )
    )
    assert cells(document) == [["URAIAN", "TARGET", "", "KET"], ["Program A", "TW I", "25", "baik"]]
    assert document.rows[0].spans == {1: (2, 1)}


def test_a_row_that_begins_later_leaves_its_first_columns_empty() -> None:
    row = f'<w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("TW II")}{cell("50")}'
    document = read(table(cell("Program A") + cell("TW I") + cell("25"), row))
    assert cells(document)[1] == ["", "TW II", "50"]


def test_every_cell_knows_its_table_row_and_column() -> None:
    document = read(table(cell("A") + cell("B")) + paragraph("x") + table(cell("C") + cell("D")))
    assert document.rows[2].place(1) == Place(table=2, row=1, column=2)
    assert document.rows[1].place(0) == Place(2, 1)


def test_deleted_text_is_left_out_and_inserted_text_is_read() -> None:
    body = (
        "<w:p><w:r><w:t>Target </w:t></w:r><w:del><w:r><w:delText>20</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>25</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>lama</w:t></w:r></w:moveFrom></w:p>"
    )
    assert cells(read(body)) == [["Target 25"]]


def test_a_deleted_row_is_left_out() -> None:
    gone = f"<w:trPr><w:del/></w:trPr>{cell('lama')}{cell('1')}"
    assert cells(read(table(gone, cell("baru") + cell("2")))) == [["baru", "2"]]


def test_the_lines_of_a_cell_are_joined_and_remembered() -> None:
    two = "<w:tc><w:p><w:r><w:t>Jumlah</w:t><w:br/><w:t>dokumen</w:t></w:r></w:p>"
    document = read(table(two + paragraph("dan laporan") + "</w:tc>" + cell("2")))
    assert cells(document) == [["Jumlah dokumen dan laporan", "2"]]
    assert document.rows[0].lines(0) == ["Jumlah", "dokumen", "dan laporan"]
    assert document.rows[0].lines(1) == ["2"]


def test_numbers_that_word_counts_itself_are_printed() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')

    body = item("satu", 0) + item("anak", 1) + item("adik", 1) + item("dua", 0) + item("cucu", 1)
    assert cells(read(body, numbering=lists)) == [
        ["1. satu"], ["a) anak"], ["b) adik"], ["2. dua"], ["a) cucu"],
    ]  # fmt: skip


def test_bold_by_style_and_by_run_makes_a_heading_outside_tables() -> None:
    styles = '<w:style w:styleId="T"><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="U"><w:basedOn w:val="T"/></w:style>'
    body = (
        paragraph("gaya", '<w:pStyle w:val="U"/>')
        + paragraph("huruf", marks="<w:b/>")
        + paragraph("bukan", '<w:pStyle w:val="U"/>', '<w:b w:val="0"/>')
    )
    kinds = [row.kind for row in read(body, styles=styles).rows]
    assert kinds == ["heading", "heading", "line"]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    assert cells(read(paragraph("x", '<w:pStyle w:val="A"/>'), styles=styles)) == [["x"]]


def test_a_level_that_one_list_states_anew_is_counted_its_own_way() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="2"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    body = paragraph("satu", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    assert cells(read(body, numbering=lists)) == [["B) satu"]]


def test_a_list_may_be_numbered_as_its_style_says_and_in_digits_alone() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Daftar"/>'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')

    assert cells(read(item("a", 0) + item("b", 0) + item("c", 1), numbering=lists)) == [
        ["I. a"], ["II. b"], ["2.1 c"],
    ]  # fmt: skip


def test_the_running_head_is_the_title_of_a_body_that_begins_with_its_table() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    section = (
        f'<w:sectPr><w:headerReference w:type="default" xmlns:r="{office}" r:id="h1"/></w:sectPr>'
    )
    page = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    head = paragraph("RENCANA AKSI TAHUN 2024") + table(cell("DINAS SOSIAL")) + page

    def file(body: str) -> list[list[str]]:
        parts = unpacked(word_file(body + section))
        parts["word/head.xml"] = f'<w:hdr xmlns:w="{NAMESPACE}">{head}</w:hdr>'.encode()
        parts["word/_rels/document.xml.rels"] = (
            b'<Relationships xmlns="r"><Relationship Id="h1" Target="head.xml"/></Relationships>'
        )
        return cells(read_document(packed(parts), Limits()))

    plan = table(cell("a") + cell("b"))
    assert file("<w:p/>" + plan) == [["RENCANA AKSI TAHUN 2024"], ["DINAS SOSIAL"], ["a", "b"]]
    assert file(paragraph("Judul") + plan) == [["Judul"], ["a", "b"]]


def test_a_raised_figure_behind_a_figure_is_the_mark_of_a_note_and_told() -> None:
    def raised(before: str, mark: str) -> str:
        above = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{mark}</w:t></w:r>'
        return f"<w:tc><w:p><w:r><w:t>{before}</w:t></w:r>{above}</w:p></w:tc>"

    document = read(table(raised("10", "1") + raised("Luas (m", "2") + raised("Layanan", "2)")))
    assert cells(document) == [["10", "Luas (m2", "Layanan"]]
    assert [(left.place and left.place.column, left.about) for left in document.omissions] == [
        (1, "text"), (3, "text"),
    ]  # fmt: skip


def test_a_sign_that_is_kept_by_its_font_is_read() -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    more = f"<w:tc><w:p>{sign('Symbol', 'F0B3')}<w:r><w:t> 40</w:t></w:r></w:p></w:tc>"
    bullet = f"<w:tc><w:p>{sign('Wingdings', 'F0A7')}<w:r><w:t>Program</w:t></w:r></w:p></w:tc>"
    check = f"<w:tc><w:p>{sign('Wingdings', 'F0FC')}{sign('Symbol', 'x')}</w:p></w:tc>"
    assert cells(read(table(more + bullet + check + cell("\uf0b7 x")))) == [
        ["≥ 40", "• Program", "✓", "• x"]
    ]


def test_a_formula_is_read_in_one_line() -> None:
    def part(name: str, *inside: str) -> str:
        return f"<m:{name}>{''.join(inside)}</m:{name}>"

    def of(text: str) -> str:
        return part("r", part("t", text))

    half = part("oMath", part("f", part("num", of("1")), part("den", of("2"))))
    power = part(
        "oMathPara", part("oMath", part("sSup", part("e", of("10")), part("sup", of("6"))))
    )
    area = part("oMath", part("sSup", part("e", of("m")), part("sup", of("2"))))
    row = "".join(f"<w:tc><w:p>{each}</w:p></w:tc>" for each in (half, power, area))
    assert cells(read(table(row))) == [["1/2", "10^6", "m2"]]


def test_a_cell_that_goes_on_where_nothing_began_stands_for_itself() -> None:
    document = read(
        table(
            cell("URAIAN") + cell("TARGET"),
            cell("Program A", "<w:vMerge/>") + cell("1"),
            cell("tertutup", "<w:vMerge/>") + cell("2"),
        )
    )
    assert cells(document) == [["URAIAN", "TARGET"], ["Program A", "1"], ["", "2"]]
    assert document.rows[1].spans == {0: (1, 2)}
    assert [left.en for left in document.omissions] == ["hidden text is not read: “tertutup”."]


def test_what_a_form_holds_is_read_and_what_it_lacks_is_told() -> None:
    chosen = (
        '<w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="10"/><w:listEntry w:val="15"/></w:ddList></w:ffData></w:fldChar></w:r></w:p></w:tc>'
    )
    asked = (
        "<w:tc><w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik di sini"
        "</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>"
    )
    document = read(table(chosen + asked + cell("«TW3»") + cell("!Syntax Error") + cell("E-KTP")))
    assert cells(document) == [["15", "", "", "!Syntax Error", "E-KTP"]]
    assert [(left.en, left.place and left.place.column) for left in document.omissions] == [
        ("the field «TW3» is not filled in; merge the letter and try again.", 3),
        ("the formula in this cell is broken: “!Syntax Error”.", 4),
    ]


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('di kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>di luar</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert cells(read(body)) == [["di luar"], ["di kotak"]]


def test_a_text_box_inside_another_is_read_once() -> None:
    def boxed(inside: str) -> str:
        return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"

    inner = paragraph("luar") + boxed(paragraph("dalam"))
    assert cells(read(boxed(inner))) == [["luar"], ["dalam"]]
    assert cells(read(table(f"<w:tc>{boxed(inner)}</w:tc>"))) == [["luar dalam"]]


def test_a_narrow_table_inside_a_cell_is_read_as_lines_of_the_cell() -> None:
    inner = table(cell("TW I") + cell("25"), cell("TW II") + cell("50"))
    document = read(table(cell("Program A") + f"<w:tc>{inner}<w:p/></w:tc>"))
    assert cells(document) == [["Program A", "TW I 25 TW II 50"]]


def test_a_wide_table_inside_a_cell_is_a_table_below_it() -> None:
    inner = table(cell("a") + cell("b") + cell("c"))
    document = read(table(f"<w:tc>{paragraph('di atas')}{inner}<w:p/></w:tc>" + cell("x")))
    assert [(row.table, list(row.cells)) for row in document.rows] == [
        (1, ["di atas", "x"]), (2, ["a", "b", "c"]),
    ]  # fmt: skip


def test_a_flattened_table_in_paragraphs_keeps_its_tabs() -> None:
    body = "<w:p><w:r><w:t>Program A</w:t><w:tab/><w:t>TW I</w:t><w:tab/><w:t>25</w:t></w:r></w:p>"
    assert cells(read(body)) == [["Program A", "TW I", "25"]]


def test_the_strict_edition_is_read_too() -> None:
    document = read_document(word_file(paragraph("x"), STRICT), Limits())
    assert cells(document) == [["x"]]


def test_a_part_that_declares_entities_is_refused() -> None:
    parts = unpacked(word_file(paragraph("x")))
    parts["word/document.xml"] = b"<!DOCTYPE w>" + parts["word/document.xml"]
    with pytest.raises(Unreadable, match="DOCTYPE"):
        read_document(packed(parts), Limits())


def test_key_indicators_of_an_agency_are_read_with_their_merges() -> None:
    document = read_document((FILED / "bpkad-jabar-iku-2017.docx").read_bytes(), Limits())
    rows = [row for row in document.rows if row.kind == "table"]
    assert rows[0].cells == ("NO.", "Sasaran", "Indikator Kinerja Utama (IKU)", "2017")
    objectives = [row.cells[1] for row in rows[1:] if row.cells[1]]
    assert len(objectives) == 3
    assert [row.cells[3] for row in rows[1:4]] == ["4 Dokumen", "3 Dokumen", "100%"]


def test_several_lines_in_a_cell_of_an_agency_stay_apart() -> None:
    document = read_document((FILED / "bapusipda-jabar-iku-2016.docx").read_bytes(), Limits())
    rows = [row for row in document.rows if row.place(0).table == 2]
    assert len(rows) == 5
    assert rows[4].lines(4) == ["Laporan kegiatan", "Hasil survey"]


@pytest.mark.parametrize("name", ["bpkad-jabar-iku-2017.docx", "bapusipda-jabar-iku-2016.docx"])
def test_key_indicators_of_an_agency_make_a_plan(name: str) -> None:
    (reading,) = read_file(FILED / name)
    assert reading.plan.elements
