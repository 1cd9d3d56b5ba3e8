"""Tables without a line: names that wrap, narrow columns of figures, and a second page."""

from __future__ import annotations

import pytest
import typst

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of

HEAD = ("Program/Kegiatan", "Indikator", "Satuan", "TW I", "TW II", "TW III", "TW IV")
ROWS = [
    ("1. Program Penyelenggaraan Pemerintahan", "Indeks Kepuasan", "Indeks", "80", "81,5", "82", "83,25"),
    ("1.1 Kegiatan Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
     "Persentase koordinasi", "Persen", "25", "50", "75", "100"),
    ("1.1.1 Sub Kegiatan Koordinasi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan"
     " Perangkat Daerah dan Instansi Vertikal", "Jumlah laporan", "Laporan", "1", "-", "3", "4"),
    ("1.1.2 Sub Kegiatan Peningkatan Efektifitas", "Jumlah dokumen yang ditingkatkan efektifitasnya"
     " di kecamatan", "Dokumen", "150", "300", "450", "600"),
]  # fmt: skip


def typeset(rows: list[tuple[str, ...]], align: str, fill: str = "none") -> Document:
    cells = ", ".join(f"[{text}]" for row in (HEAD, *rows) for text in row)
    made = typst.compile(
        (
            "#set page(width: 600pt, height: 300pt, margin: 30pt)\n#set text(size: 9pt)\n"
            f"#table(columns: (2fr, 1fr, 55pt, 32pt, 32pt, 32pt, 32pt), stroke: none, fill: {fill},"
            f" inset: (x: 3pt, y: 4pt), align: (x, y) => (if x > 2 and y > 0 {{ right }} else {{ left }}) + {align},"
            f" {cells})"
        ).encode()
    )
    assert isinstance(made, bytes)
    return read_document(made, Limits())


@pytest.mark.parametrize("align", ["top", "horizon"])
@pytest.mark.parametrize("fill", ["none", "(x, y) => if calc.odd(y) { luma(230) }"])
def test_rows_are_told_by_the_white_between_their_texts(align: str, fill: str) -> None:
    found = typeset(ROWS, align, fill)
    assert [row.cells for row in found.rows] == [HEAD, *ROWS]


@pytest.mark.parametrize("align", ["top", "horizon"])
def test_the_table_goes_on_over_the_page(align: str) -> None:
    rows = [*ROWS, *[(f"1.2.{n} Sub Kegiatan", *row[1:]) for n, row in enumerate(ROWS * 2)]]
    found = typeset(rows, align)
    assert {row.placed()[0].page for row in found.rows} == {1, 2}
    assert [row.cells for row in found.rows] == [HEAD, *rows]


def test_a_single_row_may_stand_on_the_next_page() -> None:
    columns = (50, 150, 250, 320, 390, 460)
    rows = [("Program", "Indikator", "TW I", "TW II", "TW III", "TW IV")]
    rows += [
        (f"Program {n}", f"Nilai {n}", *(f"{n}{quarter}" for quarter in "1234"))
        for n in range(1, 9)
    ]
    pages = []
    for part in (rows[:8], rows[8:]):
        page = Page()
        for at, row in enumerate(part):
            for left, text in zip(columns, row, strict=True):
                page.text(left, 50 + 14 * at, text)
        pages.append(page)
    document = read_document(file_of(*pages), Limits())
    assert [row.cells for row in document.rows] == rows


def test_a_name_beside_two_rows_of_indicators_reaches_over_both() -> None:
    page = Page().text(50, 50, "PROGRAM").text(250, 50, "INDIKATOR").text(400, 50, "TW I")
    page.text(440, 50, "TW II")
    for top, name in ((72, "Program A"), (130, "Program B")):
        page.text(50, top, name, "yang namanya", "panjang").text(250, top, "Jumlah")
        page.text(412, top, "1").text(456, top, "2").text(250, top + 20, "Nilai")
        page.text(412, top + 20, "3").text(456, top + 20, "4")
    found = read_document(file_of(page), Limits())
    assert [row.cells for row in found.rows[1:]] == [
        ("Program A yang namanya panjang", "Jumlah", "1", "2"), ("", "Nilai", "3", "4"),
        ("Program B yang namanya panjang", "Jumlah", "1", "2"), ("", "Nilai", "3", "4"),
    ]  # fmt: skip
    assert found.rows[1].spans[0].rows == 2


def sheet(*, head: bool = True) -> Page:
    """A sheet printed without borders: heads at the left of their columns, figures at the right."""
    page = Page()
    if head:
        page.text(400, 38, "TARGET").text(50, 50, "PROGRAM").text(222, 50, "INDIKATOR")
        page.text(320, 50, "TARGET").text(400, 50, "PERUBAHAN")
    for n in range(5):
        top = 66 + 40 * n
        page.text(50, top, "Program yang namanya jauh", f"lebih panjang dari lain {n}")
        page.text(222, top, "Jumlah laporan").text(320, top, f"{n}1,00").text(400, top, f"{n}2,00")
    return page


def test_the_white_beside_a_long_name_parts_columns_though_other_lines_have_none() -> None:
    found = read_document(file_of(sheet()), Limits()).rows
    assert [row.cells for row in found[:2]] == [
        ("PROGRAM", "INDIKATOR", "TARGET", "TARGET PERUBAHAN"),
        ("Program yang namanya jauh lebih panjang dari lain 0", "Jumlah laporan", "01,00", "02,00"),
    ]


def test_heads_that_begin_where_the_figures_before_them_end_stand_in_their_columns() -> None:
    page = Page().text(50, 50, "PROGRAM")
    for n, quarter in enumerate(("I", "II", "III", "IV")):
        page.text(202 + 45 * n, 50, f"TW {quarter}")
    for row in range(5):
        page.text(50, 70 + 14 * row, "Program Layanan")
        for n in range(4):
            page.text(233 + 45 * n, 70 + 14 * row, f"{row}{n}")
    found = read_document(file_of(page), Limits()).rows
    assert found[0].cells == ("PROGRAM", "TW I", "TW II", "TW III", "TW IV")
    assert found[1].cells == ("Program Layanan", "00", "01", "02", "03")


def test_a_sheet_without_any_line_is_read_all_the_same() -> None:
    # What was printed from a spreadsheet may have been parted over several pages.
    file = file_of(sheet(), title="Rencana.xlsx").replace(
        b"<</Title", b"<</Creator(Calc)/Producer(LibreOffice)/Title"
    )
    assert len(read_document(file, Limits()).rows) == 6
