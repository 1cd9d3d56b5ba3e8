"""What page breaks, printers and narrow columns do to tables of PDF files, each as it was met.

The pages are drawn: offices print them from spreadsheets and word processors.
"""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of

XS = (50, 200, 350, 400)  # a name, an indicator, a figure


def read(*pages: Page) -> Document:
    return read_document(file_of(*pages), Limits())


def cells(document: Document, kind: str = "table") -> list[list[str]]:
    return [list(row.cells) for row in document.rows if row.kind == kind]


def headed() -> Page:
    """A page whose table has its header at 50 to 70."""
    page = Page().across(50, 50, 400).across(70, 50, 400)
    return page.text(55, 53, "PROGRAM").text(205, 53, "INDIKATOR").text(355, 53, "TW I")


def test_a_cell_that_is_open_at_the_end_of_a_page_has_its_text_overleaf() -> None:
    # A spreadsheet sets the name of a merged cell in its middle, here on the next page.
    one = headed().down(50, 130, XS).across(100, 50, 400).across(130, 200, 400)
    one.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    one.text(205, 105, "Dua").text(355, 105, "2")
    two = Page().down(30, 90, XS).across(30, 200, 400).across(60, 200, 400).across(90, 50, 400)
    two.text(55, 40, "Program B").text(205, 33, "Tiga").text(355, 33, "3")
    two.text(205, 63, "Empat").text(355, 63, "4")
    assert read(one, two).rows[2].indents[0] == 5  # the level may be told by it
    assert cells(read(one, two))[1:] == [
        ["Program A", "Satu", "1"],
        ["Program B", "Dua", "2"],
        ["", "Tiga", "3"],
        ["", "Empat", "4"],
    ]


def test_a_word_that_hardly_reaches_out_of_its_cell_is_not_the_one_overleaf() -> None:
    # The page before ends in a row with the same word at the same edge, and so does the next begin.
    one = headed().down(50, 92, XS).across(92, 50, 400)
    one.text(55, 73, "Pelayanan").text(205, 73, "Satu").text(355, 73, "1")
    two = Page().down(30, 100, XS).across(30, 50, 400).across(60, 50, 400).across(100, 50, 400)
    two.text(55, 33, "Program A").text(205, 33, "Dua").text(355, 33, "2")
    two.text(55, 64, "Bantuan").text(55, 77, "Pelayanan", shown=(50, 60, 200, 87)).text(
        205, 76, "Tiga"
    ).text(355, 76, "3")
    two.text(55, 90.5, "Masyarakat", shown=(50, 60, 200, 99))
    three = Page().down(30, 60, XS).across(30, 50, 400).across(60, 50, 400)
    three.text(55, 33, "Masyarakat").text(205, 33, "Empat").text(355, 33, "4")
    assert [row[0] for row in cells(read(one, two, three))[1:]] == [
        "Pelayanan",
        "Program A",
        "Bantuan Pelayanan Masyarakat",
        "Masyarakat",
    ]


def test_the_unit_of_a_row_that_begins_a_page_is_no_rest_of_the_same_unit_above() -> None:
    xs = (50, 200, 260, 330, 400)
    one = Page().across(50, 50, 400).across(70, 50, 400).across(100, 50, 400).down(50, 100, xs)
    for left, head in zip(xs, ("INDIKATOR", "SATUAN", "TW I", "TW II"), strict=False):
        one.text(left + 5, 53, head)
    one.text(55, 75, "1) Jumlah sarana").text(205, 75, "Unit").text(265, 75, "1").text(335, 75, "2")
    two = Page().across(30, 50, 400).across(60, 50, 400).down(30, 60, xs)
    two.text(55, 33, "2) Jumlah lain").text(205, 33, "unit").text(265, 33, "3").text(335, 33, "4")
    assert [row[1] for row in cells(read(one, two))] == ["SATUAN", "Unit", "unit"]


def test_a_figure_under_the_end_of_one_that_runs_over_is_read() -> None:
    # The last 0 of the money stands exactly on the 0 of the next cell, and on that of 0% below.
    page = Page().down(50, 110, (50, 200, 350, 375, 450)).text(355, 53, "Rp").text(380, 53, "K")
    for top, behind in ((50, ""), (70, "0"), (90, "0%"), (110, "")):
        page.across(top, 50, 450)
        if behind:
            page.text(55, top + 3, "Program A").text(205, top + 3, "Satu")
            page.text(352, top + 3, "125.00").text(377.02, top + 3, behind)
    assert [row[2:] for row in cells(read(page))] == [
        ["Rp", "K"],
        ["125.00", "0"],
        ["125.00", "0%"],
    ]


def test_columns_that_no_line_joins_are_of_the_table_of_the_page_before() -> None:
    # The second page is one cell in the second column, from its top to its end.
    one = headed().down(50, 130, XS).across(100, 50, 400).across(130, 50, 200, 350, 400)
    one.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    one.text(55, 105, "Program B").text(205, 105, "Dua").text(355, 105, "2")
    two = Page().down(30, 90, XS)
    for at in (30, 60, 90):
        two.across(at, 50, 200, 350, 400)
    two.text(55, 33, "Program C").text(355, 33, "3").text(55, 63, "Program D").text(355, 63, "4")
    assert cells(read(one, two))[3:] == [["Program C", "", "3"], ["Program D", "", "4"]]


def test_lines_that_leave_their_table_part_nothing_below_it() -> None:
    # LibreOffice draws the borders of merged cells to the end of the page.
    page = headed().down(50, 100, XS).across(100, 50, 400)
    page.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    page.down(50, 590, [200])
    page.text(50, 120, "B. Program yang judulnya panjang sekali")
    page.down(150, 200, (50, 250, 400)).across(150, 50, 400).across(175, 50, 400)
    page.across(200, 50, 400)
    page.text(55, 155, "Kegiatan yang namanya panjang").text(255, 155, "25")
    page.text(55, 180, "Kegiatan lain").text(255, 180, "50")
    document = read(page)
    assert cells(document)[-2:] == [
        ["Kegiatan yang namanya panjang", "25"],
        ["Kegiatan lain", "50"],
    ]
    assert cells(document, "line") == [["B. Program yang judulnya panjang sekali"]]


def test_lines_that_run_through_the_white_between_tables_are_of_the_first() -> None:
    # They end hardly below the last table of the page; some begin at the bottom of the first.
    page = headed().down(50, 90, (350, 400)).across(90, 350, 400)
    page.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    page.down(50, 185, (50, 200)).down(90, 185, [350])
    page.text(50, 110, "B. Program yang judulnya panjang sekali dan terus")
    page.down(130, 180, (50, 250, 400)).across(130, 50, 400).across(155, 50, 400)
    page.across(180, 50, 400)
    page.text(55, 135, "Kegiatan yang namanya panjang").text(255, 135, "25 Dokumen laporan")
    page.text(55, 160, "Kegiatan lain").text(255, 160, "50")
    document = read(page)
    assert cells(document)[-2:] == [
        ["Kegiatan yang namanya panjang", "25 Dokumen laporan"],
        ["Kegiatan lain", "50"],
    ]
    assert cells(document, "line") == [["B. Program yang judulnya panjang sekali dan terus"]]


def test_borders_that_go_on_below_the_last_row_hold_no_signature() -> None:
    page = headed().across(100, 50, 400).down(50, 100, XS).down(100, 500, (50, 75, 200, 350, 400))
    page.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    page.text(55, 120, "Kutasari, 17 Januari 2025").text(55, 140, "CAMAT KUTASARI")
    page.text(55, 180, "NIP. 19660617 199803 1 002").text(55, 165, "Suyanto")
    assert [row.cells[0] for row in read(page).rows if row.kind == "table"] == [
        "PROGRAM", "Program A"
    ]  # fmt: skip


def test_a_border_that_is_left_out_beside_a_merged_cell_parts_no_table() -> None:
    page = headed().down(50, 160, (200, 350, 400)).down(50, 100, [50]).down(130, 160, [50])
    for top, name in ((70, "Program A"), (100, "Program B"), (130, "Program C")):
        page.across(top, 50, 400).text(55, top + 5, name).text(355, top + 5, "1")
    assert [row[0] for row in cells(read(page.across(160, 50, 400)))] == [
        "PROGRAM", "Program A", "Program B", "Program C",
    ]  # fmt: skip


def test_a_header_that_runs_over_the_first_row_is_no_part_of_it() -> None:
    head = ("TUJUAN/", "SASARAN/", "KEGIATAN")

    def drawn(top: float, height: float, names: list[str]) -> Page:
        page = Page().across(top, 50, 400)
        page.text(55, top + 2, *head).text(205, top + 2, "INDIKATOR").text(355, top + 2, "TW I")
        at = top + height
        for n, name in enumerate(names):
            page.across(at, 50, 400).text(105, at + 3, name).text(205, at + 3, f"Jumlah {n}")
            page.text(355, at + 3, str(n))
            at += 30
        return page.across(at, 50, 400).down(top, at, XS)

    found = cells(read(drawn(50, 40, ["Program A", "Program B"]), drawn(30, 26, ["Program C"])))
    assert [row[0] for row in found] == [
        "TUJUAN/SASARAN/KEGIATAN",
        "Program A",
        "Program B",
        "Program C",
    ]


def test_a_row_that_a_page_break_cut_in_two_is_one() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 72, "1. Sub Kegiatan Fasilitasi").text(205, 72, "Jumlah laporan hasil dari")
    one.text(355, 72, "12")
    two = Page().down(30, 84, XS).across(30, 50, 400).across(44, 50, 400).across(84, 50, 400)
    two.text(55, 32, "Program Kerja Kecamatan").text(205, 32, "program kerja kecamatan")
    two.text(55, 50, "2. Sub Kegiatan Lain").text(205, 50, "Jumlah lain").text(355, 50, "7")
    assert cells(read(one, two))[1:] == [
        ["1. Sub Kegiatan Fasilitasi Program Kerja Kecamatan",
         "Jumlah laporan hasil dari program kerja kecamatan", "12"],
        ["2. Sub Kegiatan Lain", "Jumlah lain", "7"],
    ]  # fmt: skip


def test_a_letter_that_numbers_a_row_is_no_rest_of_a_word() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 70, "c").text(205, 70, "Jumlah dokumen").text(355, 70, "34")
    two = Page().down(30, 44, XS).across(30, 50, 400).across(44, 50, 400)
    two.text(55, 31, "d").text(205, 31, "Jumlah laporan").text(355, 31, "5")
    assert cells(read(one, two))[2:] == [["d", "Jumlah laporan", "5"]]


def test_a_title_at_the_foot_of_a_page_begins_another_table() -> None:
    def table(top: float, name: str) -> Page:
        page = Page().across(top, 50, 400).across(top + 20, 50, 400).across(top + 50, 50, 400)
        page.down(top, top + 50, XS).text(55, top + 3, "PROGRAM").text(205, top + 3, "INDIKATOR")
        return page.text(355, top + 3, "TW I").text(55, top + 25, name).text(355, top + 25, "5")

    one = table(480, "Program A").text(50, 540, "RENCANA AKSI", "KECAMATAN KUTASARI")
    two = table(480, "Program B").text(50, 540, "RENCANA AKSI", "KECAMATAN PADAMARA")
    document = read(one, two, table(30, "Program C"))
    assert [row.cells[0] for row in document.rows] == [
        "PROGRAM", "Program A", "RENCANA AKSI", "KECAMATAN KUTASARI", "PROGRAM", "Program B",
        "RENCANA AKSI", "KECAMATAN PADAMARA", "PROGRAM", "Program C",
    ]  # fmt: skip


def test_a_title_begins_another_table_though_its_header_is_wrapped_otherwise() -> None:
    # The title of the year stands on each; the first header has another line in its second row.
    def table(top: float, office: str, middle: float, name: str) -> Page:
        page = Page().text(50, top - 30, "RENCANA AKSI 2024").text(50, top - 15, office)
        page.across(top, 50, 400).across(top + 20, 350, 400).across(top + 40, 50, 400)
        page.across(top + 70, 50, 400).down(top, top + 70, XS)
        page.text(55, top + middle, "PROGRAM").text(205, top + 3, "INDIKATOR")
        page.text(355, top + 3, "TARGET").text(355, top + 23, "TW I")
        return page.text(55, top + 45, name).text(355, top + 45, "5")

    one = table(480, "KECAMATAN KUTASARI", 3, "Program A")
    document = read(one, table(80, "KECAMATAN PADAMARA", 23, "Program B"))
    assert [row.cells[0] for row in document.rows if row.cells[0]] == [
        "RENCANA AKSI 2024", "KECAMATAN KUTASARI", "PROGRAM", "Program A",
        "RENCANA AKSI 2024", "KECAMATAN PADAMARA", "PROGRAM", "Program B",
    ]  # fmt: skip


def test_a_text_that_goes_on_overleaf_is_told_by_the_space_behind_it() -> None:
    def drawn(name: str) -> list[str]:
        one = headed().down(50, 96, XS).across(96, 50, 400)
        one.text(55, 72, "Sub Kegiatan yang ", name).text(205, 72, "Jumlah satu ", "dan dua")
        one.text(355, 72, "12")
        two = Page().down(30, 58, XS).across(30, 50, 400).across(44, 50, 400).across(58, 50, 400)
        two.text(55, 32, "Usaha").text(205, 32, "Jumlah tiga").text(355, 32, "5")
        two.text(55, 46, "Sub Kegiatan Lain ").text(205, 46, "Jumlah lain").text(355, 46, "7")
        return [row[0] for row in cells(read(one, two))[1:]]

    assert drawn("Terkait Perizinan Berusaha Non ") == [
        "Sub Kegiatan yang Terkait Perizinan Berusaha Non Usaha", "", "Sub Kegiatan Lain"
    ]  # fmt: skip
    assert drawn("Terkait Perizinan Berusaha Non")[1] == "Usaha"


def test_rows_with_figures_on_both_sides_of_a_page_break_are_two() -> None:
    # Nearly all rows have something in the last column, and this one lacks it.
    xs = (50, 200, 300, 350, 400)
    one = Page().across(50, 50, 400).down(50, 50 + 14 * 24, xs)
    for n in range(24):
        one.text(55, 51 + 14 * n, f"1.{n} Program").text(205, 51 + 14 * n, "Jumlah dokumen")
        one.text(305, 51 + 14 * n, "4").text(355, 51 + 14 * n, "100").across(64 + 14 * n, 50, 400)
    two = Page().down(30, 44, xs).across(30, 50, 400).across(44, 50, 400)
    two.text(205, 31, "Jumlah desa").text(305, 31, "48")
    assert cells(read(one, two))[-1] == ["", "Jumlah desa", "48", ""]


def test_a_label_that_a_page_break_parted_is_one() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 72, "1.1 Sub").text(205, 72, "Jumlah satu").text(355, 72, "12")
    two = Page().down(30, 58, XS).across(30, 50, 400).across(44, 50, 400).across(58, 50, 400)
    two.text(55, 32, "Kegiatan Bimbingan").text(55, 46, "1.2 Sub Kegiatan Lain")
    two.text(205, 46, "Jumlah lain").text(355, 46, "7")
    assert [row[0] for row in cells(read(one, two))[1:]] == [
        "1.1 Sub Kegiatan Bimbingan", "1.2 Sub Kegiatan Lain"
    ]  # fmt: skip


def test_a_word_that_a_page_break_cut_is_one() -> None:
    one = headed().down(50, 96, (50, 108, 350, 400)).across(96, 50, 400)
    one.text(55, 72, "Kegiatan ", "Perlengkap").text(205, 72, "Jumlah satu").text(355, 72, "12")
    two = Page().down(30, 58, (50, 108, 350, 400)).across(30, 50, 400).across(58, 50, 400)
    two.text(55, 32, "an Kantor ", "Camat").text(205, 32, "yang ", "tersusun")
    assert cells(read(one, two))[-1][0] == "Kegiatan Perlengkapan Kantor Camat"


def test_a_header_that_is_printed_and_set_at_the_top_of_a_page_is_read_once() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 72, "Program A").text(205, 72, "Jumlah satu yang").text(355, 72, "12")
    two = headed().across(90, 50, 400).down(50, 110, XS).across(110, 50, 400)
    two.text(55, 73, "PROGRAM").text(205, 73, "INDIKATOR").text(355, 73, "TW I")
    two.text(55, 93, "Program B").text(205, 93, "Jumlah lain").text(355, 93, "7")
    assert [row[0] for row in cells(read(one, two))] == ["PROGRAM", "Program A", "Program B"]


def test_a_number_below_that_of_its_column_is_no_rest_of_it() -> None:
    # The number of the last column, 11, is broken; a row begins with a 1 as far below it.
    def drawn(name: str) -> Page:
        page = headed().down(50, 114, XS).across(94, 50, 400).across(114, 50, 400)
        page.text(55, 71, "3").text(205, 71, "4").text(355, 71, "1", "1")
        return page.text(55, 95, name).text(205, 95, "Jumlah").text(355, 95, "1", "5")

    found = cells(read(drawn("1.1 Program A"), drawn("1.2 Program B")))
    assert [row[2] for row in found[2:]] == ["1 5", "1 5"]


def test_a_name_that_had_no_room_at_the_end_of_a_page_is_the_last_rows() -> None:
    # The merged cell begins in the last row of the page; its three lines stand overleaf.
    def read_with(*name: str) -> Document:
        one = headed().down(50, 114, XS).across(94, 200, 400).across(100, 50, 400)
        one.text(55, 72, "Program A").text(205, 72, "Satu").text(205, 82, "dan dua")
        one.text(355, 72, "1").across(114, 50, 400).text(205, 101, "Tiga").text(355, 101, "3")
        two = Page().down(30, 90, XS).across(30, 50, 400).across(60, 200, 400).across(90, 50, 400)
        two.text(55, 33, *name).text(205, 33, "Empat").text(355, 33, "4")
        return read(one, two.text(205, 63, "Lima").text(355, 63, "5"))

    document = read_with("Program", "yang namanya", "panjang")
    assert [row[:2] for row in cells(document)[-3:]] == [
        ["Program yang namanya panjang", "Tiga"], ["", "Empat"], ["", "Lima"],
    ]  # fmt: skip
    assert [left.about for left in document.omissions] == ["row"]
    document = read_with("Program B")  # it would have had room
    assert [row[0] for row in cells(document)[-3:]] == ["", "Program B", ""]
    assert not document.omissions


def test_a_row_whose_figures_a_page_break_parts_is_one() -> None:
    xs = (50, 150, 300, 322, 400)
    one = Page().across(50, 50, 400).across(70, 50, 400).down(50, 96, xs).across(96, 50, 400)
    one.text(55, 53, "PROGRAM").text(155, 53, "INDIKATOR").text(305, 53, "K").text(330, 53, "Rp")
    one.text(55, 72, "Kegiatan yang ", "Koordinasi Usaha ").text(155, 72, "Jumlah dokumen hasil ")
    one.text(155, 84, "laporan koordinasi usaha ").text(305, 84, "23").text(330, 72, "1.000")
    two = Page().down(30, 58, xs).across(30, 50, 400).across(58, 50, 400)
    two.text(55, 32, "Kegiatan Desa ").text(155, 32, "kegiatan desa").text(305, 32, "8")
    assert cells(read(one, two))[1:] == [
        ["Kegiatan yang Koordinasi Usaha Kegiatan Desa",
         "Jumlah dokumen hasil laporan koordinasi usaha kegiatan desa", "238", "1.000"],
    ]  # fmt: skip


def test_a_number_without_a_name_has_the_first_of_the_two_names_overleaf() -> None:
    xs = (50, 80, 180, 280, 400)
    one = Page().down(30, 170, xs)
    rows = [("NO", "SASARAN", "PROGRAM", "INDIKATOR"), ("1", "Mutu", "", "Nilai")]
    rows += [(number, "", f"Program {number}", "Jumlah") for number in "ABCD"]
    for n, row in enumerate([*rows, ("2", "", "", "Indeks")]):
        one.across(30 + 20 * n, 50, 400)
        for left, text in zip(xs, row, strict=False):
            one.text(left + 5, 34 + 20 * n, text)
    two = Page().down(30, 70, xs).across(30, 50, 400).across(50, 280, 400).across(70, 50, 400)
    two.text(55, 33, "A").text(85, 33, "Meningkatnya", "mutu kerja").text(185, 33, "Program E")
    two.text(285, 33, "Jumlah").text(285, 53, "Persentase")
    document = read(one.across(170, 50, 400), two)
    assert cells(document)[-3:] == [
        ["2", "Meningkatnya mutu kerja", "", "Indeks"],
        ["A", "", "Program E", "Jumlah"],
        ["", "", "", "Persentase"],
    ]
    assert [left.about for left in document.omissions] == ["row"]
