"""Names are compared without what documents and editions change at will."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from renaksi.nomenclature.catalogue import whole
from renaksi.nomenclature.names import key_of, labelled_level, normal_name, similarity

OFFICIAL = st.sampled_from([whole().name(row) for row in range(len(whole().codes))])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Program Penunjang Urusan Pemerintahan Daerah Kab/Kota",
         "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
        ("1. Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja OPD",
         "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"),
        ("7.01.01.2.02.04 Sub Kegiatan Koordinasi & Pelaksanaan Akuntansi SKPD",
         "Koordinasi dan Pelaksanaan Akuntansi Perangkat Daerah"),
        ("Sub-Kegiatan: Koordinasi dan Penyusunan DPA - SKPD",
         "Koordinasi dan Penyusunan DPA- SKPD"),
        ("Koordinasi Ketentraman", "Koordinasi Ketenteraman"),
        ("Pelayanan Perijinan Non Usaha", "Pelayanan Perizinan Nonusaha"),
        ("Peningkatan Efektifitas dan Produktifitas", "Peningkatan Efektivitas dan Produktivitas"),
        ("Pembinaan Persatuan Kesatuan Bangsa", "Pembinaan Persatuan dan Kesatuan Bangsa"),
        ("Fasilitasi Pemilihan Pemilihan Kepala Desa", "Fasilitasi Pemilihan Kepala Desa"),
        ("Penatausahaan BMD SKPD", "Penatausahaan BMD pada SKPD"),
        ("Perundang – undangan", "Perundang-undangan"),
        ("Kerja Sama Antar Desa", "Kerjasama Antardesa"),
        ("Pelaksana an Rapat", "Pelaksanaan Rapat"),
        ("Pengadaan Meubelair", "Pengadaan Mebel"),
        ("Progam Penataan Desa", "Program Penataan Desa"),
    ],
)  # fmt: skip
def test_ways_of_writing_one_name_have_one_key(a: str, b: str) -> None:
    assert key_of(a) == key_of(b)
    assert similarity(a, b) == 1.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Koordinasi dan Penyusunan DPA-SKPD", "Koordinasi dan Penyusunan RKA-SKPD"),
        ("Pengelolaan Pendidikan Sekolah Dasar", "Pengelolaan Pendidikan Sekolah Menengah Pertama"),
        ("Penanganan Covid-19", "Pencegahan Covid-19"),
        ("Pengadaan Mebel", "Pengadaan Mebel Sekolah"),
        ("Pelayanan Perizinan", "Pelayanan Nonperizinan"),
    ],
)
def test_other_names_have_other_keys(a: str, b: str) -> None:
    assert key_of(a) != key_of(b)
    assert similarity(a, b) < 0.95


@pytest.mark.parametrize(
    "text", ["", " ", "-", "Program", "Sub Kegiatan", "1.", "**", "I. Kegiatan:"]
)
def test_a_text_of_labels_and_marks_alone_names_nothing(text: str) -> None:
    assert normal_name(text) == ""
    assert similarity(text, "Pengadaan Mebel") == 0.0


def test_a_text_too_long_for_a_name_is_none() -> None:
    assert normal_name("Pengadaan " * 200) == ""


def test_words_that_only_begin_like_labels_stay() -> None:
    assert normal_name("Subsidi Pangan") == "subsidi pangan"
    assert normal_name("Programer Daerah") == "programer daerah"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("1. Program Penataan Desa", "program"),
        ("Kegiatan Penataan Desa", "activity"),
        ("a) Sub Kegiatan Penataan Desa", "subactivity"),
        ("SUBKEGIATAN Penataan Desa", "subactivity"),
        ("Penataan Desa", None),
        ("", None),
    ],
)
def test_the_label_word_tells_the_level(text: str, level: str | None) -> None:
    assert labelled_level(text) == level


def test_a_slip_costs_little_and_another_word_costs_its_length() -> None:
    official = "Penyediaan Jasa Peralatan dan Perlengkapan Kantor"
    slip = similarity("Penyediaan Jasa Peralatn dan Perlengkapan Kantor", official)
    other = similarity("Penyediaan Jasa Pelayanan dan Perlengkapan Kantor", official)
    assert 0.95 < slip < 1.0
    assert 0.6 < other < 0.9


def test_a_lost_blank_costs_nothing_and_an_added_word_does_not_harm_its_neighbours() -> None:
    official = "Penatausahaan Barang Milik Daerah pada SKPD"
    assert similarity("Penatausahaan BarangMilik Daerah SKPD", official) == 1.0
    assert similarity("Penatausahaan Barang Milik Daerah padca SKPD", official) > 0.94


@given(OFFICIAL, OFFICIAL)
@settings(max_examples=60)
def test_similarity_is_symmetric_and_within_bounds(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == similarity(b, a)
    assert similarity(a, a) == 1.0


@given(st.text(max_size=80))
@example("DI:0:0A")
@settings(max_examples=100)
def test_any_text_has_a_normal_name_that_is_its_own_normal_name(text: str) -> None:
    normal = normal_name(text)
    assert normal == normal.strip()
    assert similarity(text, normal) in (0.0, 1.0)


def test_no_two_official_names_of_one_parent_share_a_key_unless_they_are_the_same_words() -> None:
    """Folding must not make different lines look alike."""
    part = whole()
    seen: dict[tuple[str, str], str] = {}
    twins = []
    for row, code in enumerate(part.codes):
        if len(code) > 4:
            place = (code.rpartition(".")[0], part.keys[row])
            if place in seen and part.name(row).lower() != seen[place].lower():
                twins.append((code, part.name(row), seen[place]))
            seen[place] = part.name(row)
    assert twins == []
