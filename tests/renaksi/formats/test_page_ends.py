"""What the ends of lines and the habits of a table tell about a text that a page break parts."""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from renaksi.readers.pages.file import read_pages
from tests.renaksi.formats.drawn_pages import Page, file_of

XS = (50, 200, 350, 400)  # a name, an indicator, a figure
DEEP = (50, 120, 200, 350, 400)  # a name, a name below it, an indicator, a figure


def read(*pages: Page) -> Document:
    return read_document(file_of(*pages), Limits())


def cells(document: Document) -> list[list[str]]:
    return [list(row.cells) for row in document.rows if row.kind == "table"]


def ruled(top: float, xs: tuple[int, ...], *rows: tuple[str, ...], high: float = 30) -> Page:
    """Rows of equal height; lines of a cell are parted by ``|``."""
    page = Page().down(top, top + high * len(rows), xs)
    for n, row in enumerate(rows):
        page.across(top + high * n, xs[0], xs[-1])
        for left, text in zip(xs, row, strict=False):
            page.text(left + 5, top + high * n + 3, *text.split("|"))
    return page.across(top + high * len(rows), xs[0], xs[-1])


def told(*ends: tuple[str, str, str]) -> Page:
    """A page of a file that writes a space wherever a text goes on, and the rows at its end."""
    rows = [("Program surat |yang tertib", "Jumlah surat |yang tertib", "1")] * 6
    return ruled(30, XS, *rows, *ends)


def test_a_text_goes_on_overleaf_only_where_the_file_says_so() -> None:
    one = told(("Kegiatan Surat", "Jumlah dokumen", "Persen"))
    two = ruled(30, XS, ("monitoring dan evaluasi", "jumlah laporan", "4"))
    assert cells(read(one, two))[-1] == ["monitoring dan evaluasi", "jumlah laporan", "4"]
    one = told(("Kegiatan Koordinasi ", "Jumlah dokumen ", "3"))
    two = ruled(30, XS, ("Kegiatan Pemerintahan", "Bidang Kesehatan", ""))
    assert cells(read(one, two))[-1] == [
        "Kegiatan Koordinasi Kegiatan Pemerintahan", "Jumlah dokumen Bidang Kesehatan", "3",
    ]  # fmt: skip


def test_a_text_above_a_blank_cell_has_ended_there() -> None:
    one = told(("Kegiatan Surat |yang tertib", "Jumlah dokumen", "3"), ("", "Jumlah arsip", "4"))
    two = ruled(30, XS, ("monitoring dan evaluasi", "Jumlah laporan", "4"))
    assert [row[0] for row in cells(read(one, two))[-3:]] == [
        "Kegiatan Surat yang tertib", "", "monitoring dan evaluasi",
    ]  # fmt: skip


def test_where_people_type_spaces_behind_texts_one_tells_nothing() -> None:
    rows = [("Program surat |yang tertib ", "Jumlah surat |yang tertib ", "1")] * 7
    two = ruled(30, XS, ("Kegiatan Pemerintahan", "Jumlah laporan", "4"))
    assert cells(read(ruled(30, XS, *rows), two))[-1][0] == "Kegiatan Pemerintahan"
    # Nor does one where the next word had room.
    one = told(("Kegiatan ", "Jumlah dokumen", "3"))
    assert cells(read(one, two))[-1][0] == "Kegiatan Pemerintahan"


def test_a_line_that_is_drawn_through_a_text_parts_nothing() -> None:
    # LibreOffice draws the line of the next row through a merged cell, and may leave lines out.
    page = told(("", "Satu", "1"), ("", "Dua", "2"))
    page.text(55, 225, "Program yang ").text(55, 237, "namanya panjang")
    found = read(page)
    assert [row[0] for row in cells(found)[-2:]] == ["Program yang namanya panjang", ""]
    assert not found.omissions
    page = told(("", "Satu", "1"), ("", "Dua", "2"))
    found = read(page.text(55, 225, "Program yang ").text(55, 237, "namanya terlalu "))
    (left,) = found.omissions
    assert "“Program yang namanya terlalu”" in left.id
    assert left.place == found.rows[-2].place(0)


def test_two_names_at_the_top_of_a_page_where_all_rows_begin_one_are_of_two_rows() -> None:
    rows = [(f"Sasaran {n}", "", "Nilai", "1") if n % 2 else ("", f"Program {n}", "Nilai", "1")
            for n in range(1, 9)]  # fmt: skip
    two = Page().down(30, 110, DEEP).across(30, 50, 400).across(70, 200, 400).across(110, 50, 400)
    two.text(55, 33, "Sasaran 9", "yang baru", "dan luas").text(125, 33, "Program 10")
    two.text(205, 33, "Nilai").text(355, 33, "2").text(205, 73, "Jumlah").text(355, 73, "3")
    document = read(ruled(30, DEEP, *rows, ("", "", "Nilai", "1"), high=20), two)
    assert cells(document)[-3:] == [
        ["Sasaran 9 yang baru dan luas", "", "Nilai", "1"],
        ["", "Program 10", "Nilai", "2"],
        ["", "", "Jumlah", "3"],
    ]
    assert [left.about for left in document.omissions] == ["row"]


def overleaf(name: str, *more: str) -> Page:
    """A page that begins with a merged cell of two rows and three lines."""
    page = Page().down(30, 110, XS).across(30, 50, 400).across(70, 200, 400).across(110, 50, 400)
    page.text(55, 33, name, *more).text(205, 33, "2. Nilai").text(355, 33, "2")
    return page.text(205, 73, "3. Jumlah").text(355, 73, "3")


def test_a_list_that_begins_without_a_name_has_the_name_overleaf() -> None:
    rows = [(f"Kegiatan {n}", "1. Nilai", "1") for n in range(7)]
    rows.insert(3, ("", "2. Umum", "1"))
    two = overleaf("Kegiatan Surat", "yang namanya", "panjang")
    document = read(ruled(30, XS, *rows, ("", "1. Luas", "1"), high=20), two)
    assert cells(document)[-3:] == [
        ["Kegiatan Surat yang namanya panjang", "1. Luas", "1"],
        ["", "2. Nilai", "2"],
        ["", "3. Jumlah", "3"],
    ]
    document = read(ruled(30, XS, *rows, ("", "2. Luas", "1"), high=20), two)
    assert cells(document)[-2][0] == "Kegiatan Surat yang namanya panjang"


def test_a_row_that_alone_stands_in_no_cell_of_a_name_has_the_name_overleaf() -> None:
    def page(*edges: int) -> Page:
        # A cell of two rows for each name, in the one column or in the other.
        drawn = Page().down(30, 310, DEEP).across(30, 50, 400).across(310, 50, 400)
        for n in range(1, 14):
            drawn.across(30 + 20 * n, 200, 400)
            if n in (*range(2, 13, 2), *edges):
                drawn.across(30 + 20 * n, 50, 200)
        for n in range(14):
            drawn.text(205, 33 + 20 * n, "Nilai").text(355, 33 + 20 * n, "1")
            if n % 2 == 0:
                drawn.text(55 if n % 4 else 125, 33 + 20 * n, f"Nama {n}")
        return drawn

    two = Page().down(30, 110, DEEP).across(30, 50, 400).across(70, 200, 400).across(110, 50, 400)
    two.text(125, 33, "Kegiatan", "yang namanya", "panjang").text(205, 33, "Nilai")
    two.text(355, 33, "2").text(205, 73, "Jumlah").text(355, 73, "3")
    assert [row[1] for row in cells(read(page(13), two))[-3:]] == [
        "Kegiatan yang namanya panjang", "", "",
    ]  # fmt: skip
    assert [row[1] for row in cells(read(page(), two))[-3:]] == [
        "", "Kegiatan yang namanya panjang", "",
    ]  # fmt: skip


def test_a_table_under_a_title_at_the_foot_of_a_page_may_begin_with_the_second_row_of_a_header() -> (
    None
):
    head, second = ("SASARAN", "", ""), ("URAIAN", "INDIKATOR KINERJA", "TARGET")
    rows = [(f"1.{n} Kegiatan", "Jumlah", "1") for n in range(14)]
    one = ruled(30, XS, head, second, *rows, high=32)
    one.text(55, 560, "Program Penunjang Urusan")
    two = ruled(30, XS, second, ("1. Kegiatan Baru", "Nilai", "2"))
    found = read(one, two)
    assert [row.cells[0] for row in found.rows][-3:] == [
        "Program Penunjang Urusan", "URAIAN", "1. Kegiatan Baru",
    ]  # fmt: skip


def test_a_cell_within_a_page_is_no_part_of_one_that_begins_alike_overleaf() -> None:
    seen = (50, 60, 200, 90)
    one = ruled(30, XS, ("Program A", "Satu", "1"), ("", "Dua", "2"), ("Program C", "Tiga", "3"))
    one.text(55, 42, "Program", "Penyelenggaraan", shown=seen).text(55, 72, "Pelayanan")
    two = ruled(30, XS, ("Program|Penyelenggaraan|Urusan", "Empat", "4"), high=42)
    assert cells(read(one, two))[1][0] == "Program Penyelenggaraan Pelayanan"


def test_a_space_behind_two_words_that_meet_across_a_line_is_behind_the_second() -> None:
    page = Page().down(50, 70, (50, 70, 400)).text(55, 53, "111").text(71.7, 53, "Pelaporan surat")
    words = read_pages(file_of(page), Limits())[0].words
    assert [(word.text, word.spaced) for word in words] == [
        ("111", False), ("Pelaporan", True), ("surat", False),
    ]  # fmt: skip
