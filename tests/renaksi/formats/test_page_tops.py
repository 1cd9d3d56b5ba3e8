"""What stands at the top of a page and is a row of its own, however it looks like a rest."""

from __future__ import annotations

from tests.renaksi.formats.drawn_pages import Page
from tests.renaksi.formats.test_page_breaks import XS, cells, headed, read


def test_a_whole_row_at_the_top_of_a_page_is_not_joined_to_the_last_one() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 70, "Sub Kegiatan 96").text(205, 70, "Jumlah dokumen yang tersusun")
    one.text(355, 70, "192%")
    two = Page().down(30, 44, XS).across(30, 50, 400).across(44, 50, 400)
    two.text(205, 31, "Jumlah laporan yang tersusun").text(355, 31, "194%")
    assert cells(read(one, two))[2:] == [["", "Jumlah laporan yang tersusun", "194%"]]


def test_a_phrase_at_the_top_of_a_page_is_no_rest_of_the_figure_above_it() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 70, "Sub Kegiatan Satu").text(205, 70, "Jumlah dokumen").text(355, 70, "66,67*")
    two = Page().down(30, 44, XS).across(30, 50, 400).across(44, 50, 400)
    two.text(55, 31, "Sub Kegiatan Dua").text(205, 31, "Jumlah laporan")
    two.text(355, 31, "belum ada")
    assert cells(read(one, two))[1:] == [
        ["Sub Kegiatan Satu", "Jumlah dokumen", "66,67*"],
        ["Sub Kegiatan Dua", "Jumlah laporan", "belum ada"],
    ]


def test_a_code_at_the_top_of_a_page_is_no_rest_of_the_one_above() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 70, "1.06.01.2.01.02").text(205, 70, "Jumlah dokumen").text(355, 70, "34")
    two = Page().down(30, 44, XS).across(30, 50, 400).across(44, 50, 400)
    two.text(55, 31, "1.06.01.2.01.04").text(205, 31, "Jumlah laporan").text(355, 31, "5")
    assert cells(read(one, two))[2:] == [["1.06.01.2.01.04", "Jumlah laporan", "5"]]


def test_whole_figures_on_both_sides_of_a_page_break_are_two() -> None:
    one = headed().down(50, 84, XS).across(84, 50, 400)
    one.text(55, 72, "1.1 Program A").text(205, 72, "Jumlah satu").text(355, 72, "84,91")
    two = Page().down(30, 44, XS).across(30, 50, 400).across(44, 50, 400)
    two.text(55, 32, "1.2 Program B").text(205, 32, "Jumlah dua").text(355, 32, "6.500")
    assert [row[2] for row in cells(read(one, two))[1:]] == ["84,91", "6.500"]
