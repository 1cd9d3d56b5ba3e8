"""What cells that are too low cut off in PDF files, on one page or at the break of two.

A spreadsheet prints the whole text of such a cell, with the box outside of which none is seen.
"""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of
from tests.renaksi.formats.test_page_breaks import XS, cells, headed, read


def test_what_a_page_cuts_off_is_not_read_there() -> None:
    # The same text is drawn on both pages; only the part inside the cell is seen.
    one = headed().down(50, 130, XS).across(100, 50, 400).across(130, 200, 400)
    one.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    one.text(205, 105, "Dua").text(355, 105, "2")
    one.text(55, 140, "Program B", shown=(50, 100, 200, 130))
    two = Page().down(30, 60, XS).across(30, 200, 400).across(60, 50, 400)
    two.text(55, 40, "Program B", shown=(50, 30, 200, 60))
    two.text(205, 33, "Tiga").text(355, 33, "3")
    document = read(one, two)
    assert cells(document)[2:] == [["Program B", "Dua", "2"], ["", "Tiga", "3"]]
    assert [row.kind for row in document.rows if row.kind == "line"] == []


def test_what_a_row_that_is_too_low_cuts_off_is_of_its_cell() -> None:
    # A spreadsheet draws the lines that do not fit with the box of their cell around what is seen.
    page = headed().down(50, 120, XS).across(95, 50, 400).across(120, 50, 400)
    page.text(55, 72, "Program yang").text(55, 96, "ditingkatkan", shown=(50, 70, 200, 95))
    page.text(55, 84, "mutunya", shown=(50, 70, 200, 95)).text(205, 72, "Satu").text(355, 72, "1")
    page.text(55, 97, "Program B").text(205, 97, "Dua").text(355, 97, "2")
    page.text(205, 120, "jumlah lain", shown=(200, 95, 350, 120)).text(50, 150, "Mengetahui")
    assert cells(read(page))[1:] == [
        ["Program yang mutunya ditingkatkan", "Satu", "1"],
        ["Program B", "Dua jumlah lain", "2"],
    ]


def test_a_cell_that_begins_like_the_one_before_the_break_keeps_what_is_cut_off() -> None:
    # The page before ends with the words that the second cell is too low to show.
    one = headed().down(50, 145, XS).across(100, 50, 400).across(145, 50, 400)
    one.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    one.text(55, 102, "Program", "yang", "pertama").text(205, 105, "Dua").text(355, 105, "2")
    two = Page().down(30, 60, XS).across(30, 50, 400).across(60, 50, 400)
    two.text(55, 9, "Program", "yang", shown=(50, 30, 200, 60)).text(55, 33, "terakhir")
    two.text(205, 33, "Tiga").text(355, 33, "3")
    assert [row[0] for row in cells(read(one, two))[2:]] == [
        "Program yang pertama",
        "Program yang terakhir",
    ]


def test_cells_that_are_cut_off_in_the_same_word_do_not_vouch_for_each_other() -> None:
    page = headed().down(50, 140, (50, 108, 350, 400)).across(93, 50, 400).across(116, 50, 400)
    page.text(55, 70, "Layanan ", "masyarak").text(119, 72, "Jumlah satu ").text(355, 72, "12")
    page.text(55, 93, "Bantuan ", "masyarak").text(119, 95, "Jumlah dua ").text(355, 95, "7")
    page.across(140, 50, 400).text(55, 118, "Lain").text(119, 118, "Jumlah").text(355, 118, "1")
    told = read_document(file_of(page, title="Rencana Aksi.xlsx"), Limits()).omissions
    assert [left.place and left.place.box and left.place.box[1] for left in told] == [70, 93]


def test_a_name_whose_end_a_printed_sheet_does_not_show_is_told() -> None:
    page = headed().down(50, 116, (50, 100, 350, 400)).across(93, 50, 400).across(116, 50, 400)
    page.text(55, 70, "Program ", "Layanan ").text(105, 72, "Jumlah satu").text(355, 72, "12")
    page.text(55, 93, "Program ", "Lain").text(105, 95, "Jumlah dua").text(355, 95, "7")
    for title in ("Rencana Aksi.xlsx", "Rencana Aksi.docx"):
        told = read_document(file_of(page, title=title), Limits()).omissions
        assert [(left.about, left.place and left.place.page) for left in told] == (
            [("text", 1)] if title.endswith("xlsx") else []
        )
        assert not told or "“Program Layanan”" in told[0].id


def test_a_cell_that_goes_on_overleaf_is_read_where_more_of_it_is_seen() -> None:
    # Both pages print all three lines: the first shows one and a half of them.
    one = headed().down(50, 130, XS).across(100, 50, 400).across(130, 200, 400)
    one.text(55, 75, "Program A").text(205, 75, "Satu").text(355, 75, "1")
    seen, left = (50, 100, 200, 130), (50, 30, 200, 60)
    one.text(55, 112, "Program yang").text(205, 105, "Dua").text(355, 105, "2")
    one.text(55, 124, "terlalu panjang", "namanya", shown=seen)
    two = Page().down(30, 60, XS).across(30, 200, 400).across(60, 50, 400)
    two.text(55, 12, "Program yang", "terlalu panjang", shown=left).text(55, 36, "namanya")
    two.text(205, 33, "Tiga").text(355, 33, "3")
    assert cells(read(one, two))[2:] == [
        ["Program yang terlalu panjang namanya", "Dua", "2"],
        ["", "Tiga", "3"],
    ]
