"""Separated values and HTML pages, told from text by what they hold."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.model import Place
from renaksi.readers import READERS, read_document
from renaksi.readers.content import Content
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits


def reader_of(data: bytes) -> str:
    return next(reader.name for reader in READERS if reader.recognises(Content(data)))


def read(text: str) -> Document:
    return read_document(text.encode(), Limits())


def cells(text: str) -> list[list[str]]:
    return [list(row.cells) for row in read(text).rows]


def test_a_semicolon_parts_cells_and_a_comma_stays_in_its_number() -> None:
    assert cells("URAIAN;SATUAN;TARGET\nProgram A;Indeks;3,1\nProgram B;Persen;25,5\n") == [
        ["URAIAN", "SATUAN", "TARGET"], ["Program A", "Indeks", "3,1"], ["Program B", "Persen", "25,5"],
    ]  # fmt: skip


def test_a_quoted_cell_keeps_its_separators_and_lines() -> None:
    document = read('No,Uraian,Target\n1,"Program A, B",25\n2,"baris satu\nbaris dua",50\n3,C,75\n')
    assert [list(row.cells) for row in document.rows][1:] == [
        ["1", "Program A, B", "25"], ["2", "baris satu baris dua", "50"], ["3", "C", "75"],
    ]  # fmt: skip
    assert document.rows[2].lines(1) == ["baris satu", "baris dua"]
    assert document.rows[3].place(1) == Place(5, 2)


def test_prose_with_commas_is_no_table() -> None:
    prose = "Program, kegiatan, dan sub kegiatan ini, menurut kami, baik.\n" * 5
    assert reader_of(prose.encode()) == "text"


def test_a_table_of_pipes_or_tabs_is_left_to_the_reader_of_text() -> None:
    assert reader_of(b"| a, b, c | d |\n| a, b, c | d |\n") == "text"
    assert reader_of(b"a\tb;c;d\n1\tb;c;d\n") == "text"


def test_a_text_of_tabs_whose_cells_a_spreadsheet_put_into_quotes_is_read_without_them() -> None:
    lines = 'No\tUraian\tTarget\r\n1\t"Program ""A"", B"\t25\r\n2\t"baris satu\nbaris dua"\t50\r\n3\tC\t75\r\n'
    assert reader_of(lines.encode()) == "CSV"
    assert cells(lines)[1:] == [
        ["1", 'Program "A", B', "25"], ["2", "baris satu baris dua", "50"], ["3", "C", "75"],
    ]  # fmt: skip
    assert reader_of(b'1\t"Program A"\t25\n2\tProgram B\t50\n3\tC\t75\n') == "text"


def test_what_markdown_strikes_out_is_no_value_and_told() -> None:
    document = read("| Program A | ~~20~~ 25 | <del>30</del> |\n|---|---|---|\n| ~~B~~ | | |\n")
    assert [row.cells for row in document.rows] == [("Program A", "25", "")]
    assert [(left.en.partition(": ")[2], left.place) for left in document.omissions] == [
        ("“20”.", Place(1, 2)), ("“30”.", Place(1, 3)), ("“B”.", Place(3, 1)),
    ]  # fmt: skip


def test_spans_of_a_page_are_laid_out() -> None:
    page = (
        "<table><tr><th rowspan=2>URAIAN<th colspan=2>TARGET<tr><th>TW I<th>TW II"
        "<tr><td>Program A<td>25<td>50</table>"
    )
    assert cells(page) == [
        ["URAIAN", "TARGET", ""],
        ["", "TW I", "TW II"],
        ["Program A", "25", "50"],
    ]
    assert read(page).rows[0].spans == {0: (1, 2), 1: (2, 1)}


def test_an_html_file_is_known_whatever_it_is_called() -> None:
    excel = b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>x</table>'
    assert reader_of(excel) == reader_of(b"  <TABLE><tr><td>x</td></tr></TABLE>") == "HTML"
    assert reader_of(b"<b>A. Program</b>\n1. Kegiatan\tTW I\t25\n") == "text"


def test_scripts_styles_and_comments_say_nothing() -> None:
    page = "<html><body><script>var x='Program'</script><!-- Kegiatan --><p>Teks<br>dua</body>"
    assert cells(page) == [["Teks"], ["dua"]]


def test_bold_text_and_headings_of_a_page_are_headings() -> None:
    page = (
        "<html><body><h2>A. Program X</h2><p><b>B. Program Y</b></p><p>teks <b>tebal</b></p></body>"
    )
    assert [row.kind for row in read(page).rows] == ["heading", "heading", "line"]


def test_a_table_inside_a_cell_is_read_after_its_row() -> None:
    page = "<table><tr><td>luar<table><tr><td>a<td>b<td>c</table><td>x</table>"
    assert [(row.table, *row.cells) for row in read(page).rows] == [
        (1, "luar", "x"),
        (2, "a", "b", "c"),
    ]


def test_a_narrow_table_inside_a_cell_is_its_text() -> None:
    page = "<table><tr><td>Program A<table><tr><td>Lokasi<td>Desa B</table><td>x<td>y</table>"
    assert cells(page) == [["Program A Lokasi Desa B", "x", "y"]]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    page = (
        "<table><tr><td>Program A<span style='DISPLAY: none'> rahasia</span><td><del>240</del>"
        "<ins>250</ins><td hidden>9<td>Unit\x01</table>"
    )
    assert cells(page) == [["Program A", "250", "Unit"]]


def test_a_page_that_is_nested_too_deep_is_refused_and_not_cut_off() -> None:
    def page(depth: int) -> str:
        return f"<body>{'<div>' * depth}dalam{'</div>' * depth}<table><tr><td>a<td>b</table>"

    assert cells(page(240)) == [["dalam"], ["a", "b"]]
    with pytest.raises(Unreadable, match="too deep"):
        read(page(300))


def test_absurd_spans_cost_nothing() -> None:
    page = "<table><tr><td colspan=999999999 rowspan=999999999>x<td rowspan=0>y<tr><td>z</table>"
    assert [row.cells[0] for row in read(page).rows] == ["x"]


def test_a_page_in_another_encoding_is_read_by_what_it_declares() -> None:
    page = '<html><meta charset="windows-1252"><body><p>Capaian – 50%</p></body>'
    assert cells_of(page.encode("windows-1252")) == [["Capaian – 50%"]]


def cells_of(data: bytes) -> list[list[str]]:
    return [list(row.cells) for row in read_document(data, Limits()).rows]


def test_a_web_archive_gives_its_page() -> None:
    archive = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Program=20A</p></body></html>\r\n--x--\r\n"
    )
    assert cells_of(archive) == [["Program A"]]


def test_a_web_archive_of_a_browser_or_of_several_sheets_gives_all_its_pages() -> None:
    def part(html: str) -> str:
        return f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html>{html}</html>\r\n"

    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    pages = part("<frameset><frame src=a></frameset>") + part("<p>satu") + part("<p>dua")
    saved = "From: <Saved by Blink>\r\nSubject: x\r\nDate: Mon, 1 Jan 2024 00:00:00 -0000\r\n"
    assert cells(f"{head}{pages}--x--\r\n") == [["satu"], ["dua"]]
    assert cells(f"{saved}{head}{part('<p>tiga')}--x--\r\n") == [["tiga"]]


def test_the_letters_and_numbers_around_a_sheet_are_no_cells() -> None:
    page = (
        "<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead>"
        "<tr><th>1</th><td>Program</td><td>Target</td></tr><tr><th></th><td></td><td></td></tr>"
        "<tr><th>4</th><td>Program X</td><td>25</td></tr></table>"
    )
    assert cells(page) == [["Program", "Target"], ["Program X", "25"]]
    plain = "<table><tr><td><td>A<td>B<tr><td>1<td>x<td>y<tr><td>1<td>x<td>z</table>"
    assert cells(plain)[0] == ["", "A", "B"]


def test_what_a_form_in_a_table_holds_is_read() -> None:
    page = (
        "<p>Cari <select><option>semua</select><table><tr><td>Program A<td><input value=25>"
        "<td><select><option>5<option selected>10</select><td><input type=hidden value=7>"
        "<td><textarea>40</textarea></table>"
    )
    assert cells(page) == [["Cari"], ["Program A", "25", "10", "", "40"]]


def test_the_numbers_of_lists_are_read_as_a_browser_prints_them() -> None:
    page = (
        "<table><tr><td><ol start=3><li>satu<li value=7>dua<li>tiga</ol>"
        "<td><ol type=a><li>x<li>y</ol><td><ul><li>z</ul></table>"
    )
    assert cells(page) == [["3. satu 7. dua 8. tiga", "a. x b. y", "z"]]
