"""Names that a title prints in capitals, as they are written in running text."""

from __future__ import annotations

import pytest

from renaksi.interpret.titles import titled


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
