"""Words, figures and signs that the lines of a narrow column of a PDF part, put together again."""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.drawn_pages import Page, file_of


def narrow(width: float, *lines: str) -> str:
    """What is read of a cell so wide that holds these lines."""
    page = Page().across(50, 50, 400).across(130, 50, 400).down(50, 130, (50, 50 + width, 400))
    page.text(55, 53, *lines).text(60 + width, 53, "Unit ", "Persen ", "Dokumen ", "Orang ")
    return read_document(file_of(page), Limits()).rows[0].cells[0]


def test_figures_and_words_that_a_narrow_column_broke_are_put_together() -> None:
    assert narrow(24, "10", "0") == "100"
    assert narrow(64, "231.987.000", ",00") == "231.987.000,00"
    assert narrow(60, "7.01.01.2.0", "2.0005") == "7.01.01.2.02.0005"
    assert narrow(26, "T", "W", "2") == "TW 2"
    assert narrow(26, "Me", "i") == "Mei"
    assert narrow(60, "Program/Keg", "iatan") == "Program/Kegiatan"
    assert narrow(90, "Anggaran", ", dan lain") == "Anggaran, dan lain"
    assert narrow(90, "Indonesia (PMI)/", "Pekerja") == "Indonesia (PMI)/Pekerja"


def test_a_word_is_parted_where_the_space_behind_it_had_room_or_no_word_begins_so() -> None:
    # The file writes a space behind what goes on, if there is room for it.
    assert narrow(52, "Perkasaa", "raun ", "raun besar ") == "Perkasaa raun raun besar"
    assert narrow(59, "Perkasaa", "raun ", "raun besar ") == "Perkasaaraun raun besar"
    assert narrow(52, "Pengemba", "ngan dan ") == "Pengembangan dan"
    assert narrow(47, "Kesetar", "aan yang ") == "Kesetaraan yang"
    assert narrow(57, "Berinteraksi", "bagi ") == "Berinteraksi bagi"


def test_a_word_that_is_broken_itself_is_no_rest_of_the_one_above() -> None:
    assert narrow(60, "Pengawaan", "Pemerinta", "han ") == "Pengawaan Pemerintahan"
    assert narrow(112, "Dipertanggungjawabka", "n ") == "Dipertanggungjawabkan"
    read = narrow(68, "sinkronisasi", "perencanaa", "n ", "Satu dua ")
    assert read == "sinkronisasi perencanaan Satu dua"


def test_a_word_of_strokes_that_fills_its_line_goes_on_below_it() -> None:
    assert narrow(107, "TPA/TPST/SPA/TPS-3", "R/TPS ") == "TPA/TPST/SPA/TPS-3R/TPS"
    assert narrow(150, "TPA/TPST", "SPA/TPS ") == "TPA/TPST SPA/TPS"
    words = "Masyarakat/Kelompok", "Masyarakat/Pelaku "  # two words with strokes
    assert narrow(108, *words) == "Masyarakat/Kelompok Masyarakat/Pelaku"


def test_a_space_behind_a_stroke_is_told_by_those_beside_it() -> None:
    assert narrow(51, "Bulanan/", "Tahunan ") == "Bulanan/Tahunan"
    assert narrow(51, "Bulanan/", "Tahunan ", "Bulanan/ Tahunan ").startswith("Bulanan/ Tahunan")


def test_signs_at_the_ends_of_lines_are_of_what_they_follow_or_precede() -> None:
    assert narrow(34, "26,2", "5 %") == "26,25 %"
    assert narrow(70, "Pemeliharaan", "/Rehabilitasi ") == "Pemeliharaan/Rehabilitasi"
    assert narrow(56, "Kabupaten", "/ kota ") == "Kabupaten/ kota"
    assert narrow(48, "Renstra", "s.d. 2024 ") == "Renstra s.d. 2024"


def test_one_word_that_is_spelled_in_two_ways_is_one() -> None:
    read = narrow(36, "Filant", "ropi ", "dan ", "Filant", "rophi ")
    assert read == "Filantropi dan Filantrophi"


def test_figures_below_each_other_stay_apart_where_there_is_room() -> None:
    assert narrow(60, "25", "50") == "25 50"
    assert narrow(90, "Dokumen", "laporan") == "Dokumen laporan"
    assert narrow(76, "PENANGGUNG", "JAWAB") == "PENANGGUNG JAWAB"
