"""What stands at the top of a page and is a row of its own, however it looks like a rest."""

from __future__ import annotations

import pytest

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


def test_the_rest_of_a_merged_cell_below_a_header_is_no_part_of_the_header() -> None:
    # Word draws no line between the header that it prints again and a cell that goes on below it.
    one = headed().down(50, 130, XS).across(100, 200, 400).across(130, 50, 400)
    one.text(55, 75, "Meningkatnya", "mutu dan tertib").text(205, 75, "Satu").text(355, 75, "1")
    one.text(205, 105, "Dua").text(355, 105, "2")
    two = Page().across(50, 50, 400).across(70, 200, 400).across(100, 200, 400).across(130, 50, 400)
    two.down(50, 130, XS).text(55, 53, "PROGRAM").text(205, 53, "INDIKATOR").text(355, 53, "TW I")
    two.text(55, 75, "layanan").text(205, 75, "Tiga").text(355, 75, "3")
    two.text(205, 105, "Empat").text(355, 105, "4")
    assert cells(read(one, two))[1:] == [
        ["Meningkatnya mutu dan tertib layanan", "Satu", "1"],
        ["", "Dua", "2"],
        ["", "Tiga", "3"],
        ["", "Empat", "4"],
    ]


def test_a_running_foot_that_stands_high_does_not_end_a_table() -> None:
    # On a sheet that lies the foot is a greater part of the page's height.
    pages = []
    for number, name in enumerate(("Program A", "Program B"), 1):
        page = headed().down(50, 100, XS).across(100, 50, 400)
        page.text(55, 75, name).text(205, 75, "Satu").text(355, 75, "1")
        pages.append(page.text(50, 500, "DINAS PERHUBUNGAN").text(350, 530, f"III-{number}"))
    document = read(*pages)
    assert [row[0] for row in cells(document)] == ["PROGRAM", "Program A", "Program B"]


def test_a_row_overleaf_is_one_of_its_own_though_the_text_above_fills_its_cell() -> None:
    # The file writes a space behind the last line of the text, as it does where a text goes on.
    one = headed().down(50, 130, XS).across(100, 50, 400).across(130, 50, 400)
    one.text(55, 75, "Kegiatan satu ", "yang lama").text(205, 75, "Jumlah jalan ", "yang baik")
    one.text(355, 75, "7").text(55, 105, "Kegiatan dua").text(355, 105, "1")
    one.text(205, 103, "Jumlah dokumen rancangan ", "teknis bandara di Kabupaten ")
    two = Page().down(30, 60, XS).across(30, 50, 400).across(60, 50, 400).text(55, 33, "Pagar")
    two.text(205, 33, "Panjang pagar ", "yang dibangun").text(355, 33, "4")
    assert [row[1] for row in cells(read(one, two))[2:]] == [
        "Jumlah dokumen rancangan teknis bandara di Kabupaten",
        "Panjang pagar yang dibangun",
    ]


@pytest.mark.parametrize("below", ["belum dilaporkan", "tanpa target"])
def test_a_word_in_place_of_a_figure_does_not_go_on_with_that_of_the_row_above(below: str) -> None:
    one = headed().down(50, 118, XS).across(84, 50, 400).across(118, 50, 400)
    one.text(55, 70, "Sub Kegiatan Satu").text(205, 70, "Jumlah dokumen").text(355, 70, "66,67")
    one.text(55, 100, "Sub Kegiatan Dua").text(205, 100, "Jumlah laporan")
    one.text(355, 92, "belum", "dilaporkan")
    two = Page().down(30, 56, XS).across(30, 50, 400).across(56, 50, 400)
    two.text(55, 32, "Sub Kegiatan Tiga").text(205, 32, "Jumlah rapat")
    two.text(355, 32, *below.split())
    assert cells(read(one, two))[2:] == [
        ["Sub Kegiatan Dua", "Jumlah laporan", "belum dilaporkan"],
        ["Sub Kegiatan Tiga", "Jumlah rapat", below],
    ]


def test_quarters_that_stand_below_each_other_begin_no_row_overleaf() -> None:
    # The rest of a name stands beside the second quarter of its row, and of the one before it.
    xs = (50, 90, 240, 390, 430)
    one = Page().across(50, 50, 430).across(70, 50, 430).text(55, 53, "TW").text(95, 53, "PROGRAM")
    one.text(245, 53, "INDIKATOR").text(395, 53, "TW").down(50, 100, xs).across(100, 50, 430)
    one.text(55, 73, "TW I").text(95, 73, "1. Sub Kegiatan ", "Koordinasi Pelaporan dan ")
    one.text(245, 73, "1. Jumlah Laporan Hasil dan ").text(395, 73, "TW I")
    two = Page().down(30, 60, xs).across(30, 50, 430).across(60, 50, 430).text(55, 33, "TW II")
    two.text(95, 33, "Penilaian Barang").text(245, 33, "Penilaian Barang").text(395, 33, "TW II")
    assert cells(read(one, two))[1:] == [
        ["TW I", "1. Sub Kegiatan Koordinasi Pelaporan dan Penilaian Barang",
         "1. Jumlah Laporan Hasil dan Penilaian Barang", "TW I"],
        ["TW II", "", "", "TW II"],
    ]  # fmt: skip
