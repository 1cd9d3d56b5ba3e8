"""Names that a title prints in capitals, as they are written in running text."""

from __future__ import annotations

import pytest

from renaksi.interpret import read_bytes
from renaksi.interpret.titles import heading_of, office_of, titled


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("KECAMATAN KEMANGKON", "Kecamatan Kemangkon"),
        ("BPKAD PROVINSI JAWA BARAT", "BPKAD Provinsi Jawa Barat"),
        ("RSUD KOTA BIMA", "RSUD Kota Bima"),
        ("DPUPR KABUPATEN SLEMAN", "DPUPR Kabupaten Sleman"),
        ("BPBD DKI JAKARTA", "BPBD DKI Jakarta"),
        ("DISTRIK BPIRI", "Distrik Bpiri"),
        ("KECAMATAN NGLEGOK", "Kecamatan Nglegok"),
        ("BADAN KESATUAN BANGSA DAN POLITIK", "Badan Kesatuan Bangsa dan Politik"),
        ("Dinas PUPR", "Dinas PUPR"),
    ],
)
def test_capitals_become_a_name_and_abbreviations_stay(printed: str, name: str) -> None:
    assert titled(printed) == name


def test_a_letterhead_in_a_table_stands_above_the_title() -> None:
    found = read_bytes(
        b"<table><tr><td><img></td><td>PEMERINTAH KABUPATEN CILACAP<br>DINAS PERIKANAN<br>Jl. Kauman 12"
        b"</td></tr><tr><td>LOGO</td><td>PEMERINTAH KABUPATEN CILACAP</td></tr></table>"
        b"<p>RENCANA AKSI TAHUN 2023</p><table><tr><th>Program<th>Indikator<th>Satuan<th>TW I<th>TW II"
        b"<tr><td>Program Pengelolaan Perikanan<td>Jumlah nelayan<td>Orang<td>25<td>50</table>"
    )[0].plan
    assert (found.title, found.year) == ("RENCANA AKSI TAHUN 2023", 2023)
    assert found.organisation is not None
    assert found.organisation.name == "Dinas Perikanan"
    assert len(found.elements) == 1


def test_a_word_beside_the_title_makes_it_no_row_of_a_table() -> None:
    found = read_bytes(
        b"""RENCANA AKSI TAHUN 2024;;;;;Catatan
KECAMATAN BUKATEJA KABUPATEN PURBALINGGA;;;;;
Sasaran;Indikator Kinerja;Satuan;TW I;TW II;TW III
Meningkatnya kualitas pelayanan;Nilai SAKIP;Nilai;60;62;64
;Indeks Kepuasan Masyarakat;Indeks;80;81;82
"""
    )
    (reading,) = found
    plan = reading.plan
    assert (plan.title, plan.year) == ("RENCANA AKSI TAHUN 2024", 2024)
    assert plan.organisation is not None
    assert plan.organisation.name == "Kecamatan Bukateja"
    assert "RB116" not in [found.rule.code for found in reading.diagnostics]


def test_the_period_behind_an_office_is_no_part_of_its_name() -> None:
    line = "RENJA PERANGKAT DAERAH DINAS SOSIAL KABUPATEN SUBANG PERIODE PELAKSANAAN TAHUN 2022"
    assert office_of(line) == "Dinas Sosial"
    assert office_of(line.replace(" KABUPATEN SUBANG", "")) == "Dinas Sosial"
    heading = heading_of([line.replace(" TAHUN 2022", ""), "TAHUN 2022"])
    assert heading.regency == "Kabupaten Subang"
