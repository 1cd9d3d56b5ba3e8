"""Separated values and HTML pages, told from text by what they hold."""

from __future__ import annotations

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
