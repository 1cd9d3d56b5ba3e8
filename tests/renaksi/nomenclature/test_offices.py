"""An office's name tells its fields, and which one its program penunjang is coded under."""

from __future__ import annotations

import pytest

from renaksi.nomenclature.catalogue import kecamatan
from renaksi.nomenclature.offices import _WORDS, fields_of


@pytest.mark.parametrize(
    ("organisation", "fields"),
    [
        ("Kecamatan Kemangkon", "7.01"),
        ("KANTOR CAMAT KEMANGKON", "7.01"),
        ("Pemerintah Kabupaten Purbalingga Kecamatan Kemangkon", "7.01"),
        ("Kelurahan Penambongan", "7.01"),
        ("Distrik Kaureh", "7.01"),
        ("Kapanewon Depok", "7.01"),
        ("Kecamatan Pangan Jaya", "7.01"),
        ("Dinas Pendidikan", "1.01"),
        ("Dinas Pendidikan dan Kebudayaan", "1.01 2.22"),
        ("DINKES KABUPATEN PURBALINGGA", "1.02"),
        ("Rumah Sakit Umum Daerah dr. R. Goeteng", "1.02"),
        ("Dinas Pekerjaan Umum dan Penataan Ruang", "1.03"),
        ("Dinas Perumahan, Kawasan Pemukiman dan Pertanahan", "1.04 2.10"),
        ("Satuan Polisi Pamong Praja", "1.05"),
        ("Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "1.06 2.08"),
        ("Dinas Transmigrasi dan Tenaga Kerja", "2.07 3.32"),
        ("Dinas Pertanian dan Ketahanan Pangan", "2.09 3.27"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "2.12"),
        ("Dinas Pemberdayaan Masyarakat, Desa, Pemberdayaan Perempuan", "2.13 2.08"),
        ("Dinas Pemberdayaan Masyarakat Desa dan Kelurahan", "2.13"),
        ("Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana", "1.02 2.14"),
        ("Diskominfo", "2.16"),
        ("Dinas Kepemudaan, Olahraga dan Pariwisata", "2.19 3.26"),
        ("Sekretariat Daerah", "4.01"),
        ("Bagian Kesejahteraan Rakyat", "4.01"),
        ("Sekretariat Dewan Perwakilan Rakyat Daerah", "4.02"),
        ("Bappeda", "5.01"),
        ("Badan Perencanaan, Penelitian dan Pengembangan Daerah", "5.01 5.05"),
        ("Badan Pengelolaan Keuangan dan Aset Daerah", "5.02"),
        ("Badan Kepegawaian, Pendidikan dan Pelatihan Daerah", "5.03 5.04"),
        ("Inspektorat Daerah", "6.01"),
        ("Badan Kesatuan Bangsa dan Politik", "8.01"),
        ("Pemerintah Kabupaten Purbalingga", ""),
        ("", ""),
    ],
)
def test_an_offices_name_tells_its_fields(organisation: str, fields: str) -> None:
    assert " ".join(fields_of(organisation)) == fields


def test_every_field_named_here_is_official() -> None:
    assert set(_WORDS) <= set(kecamatan().codes)
