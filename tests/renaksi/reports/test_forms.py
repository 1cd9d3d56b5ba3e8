"""Each of the ten documents against a list cited from what prescribes it: headings in their order,
the columns of each table in theirs, and who signs, where and as what.

A form that no regulation draws (the layout of a rencana aksi, the columns of quarterly forms)
follows filed documents, and its citation says so. So does one whose annex we could not read:
docs/documents.md tells which were seen.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest

from renaksi.reports import REPORTS, report
from renaksi.reports.tree import Document, Signatures
from renaksi.reports.wording import DOTS
from tests.renaksi.reports.paper import blocks, build, headings, heads, parties, tables
from tests.renaksi.reports.year import YEAR

HEAD: Final = ("CAMAT KEMANGKON,", "Drs. CONTOH KEPALA, M.Si")
DATED: Final = "Kemangkon, 10 Januari 2022"
OFFICE: Final = "KECAMATAN KEMANGKON"
DRAFT: Final = "CATATAN DRAF"
_SIDE: Final = ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TARGET"]
_PROMISED: Final = [["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], ["(1)", "(2)", "(3)", "(4)"]]
_REACHED: Final = [
    ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET", "REALISASI",
     "CAPAIAN (%)", "KATEGORI"],
    [f"({n})" for n in range(1, 9)],
]  # fmt: skip
_SPENT: Final = [
    ["NO", "PROGRAM", "PAGU ANGGARAN (Rp)", "REALISASI ANGGARAN (Rp)", "PENYERAPAN (%)"]
]


class Form(NamedTuple):
    """What a document must look like. ``signs`` is the line above each signature, and whose it is."""

    cited: str
    headings: list[str]
    columns: list[list[list[str]]]
    signs: list[tuple[str, str]]


FORMS: Final = {
    "rencana-aksi": Form(
        "PermenPANRB 53/2014 and PermenPANRB 88/2021 ask for an action plan with the agreement's "
        "targets by quarter; neither draws its form. By practice (menurut praktik): the paired "
        "layout is that of the plan filed by Kecamatan Kemangkon for 2022, the columns are those "
        "of Dinas Perhubungan Jawa Barat, 2016.",
        [f"RENCANA AKSI TAHUN 2022\n{OFFICE}", "A. Program Penunjang Urusan Pemerintahan Daerah"],
        [
            [["TUJUAN", "SASARAN"], ["URAIAN", "INDIKATOR KINERJA", "TARGET", *_SIDE]],
            [["SASARAN", "PROGRAM"], _SIDE * 2],
            [["KEGIATAN", "SUB KEGIATAN"], _SIDE * 2],
        ],
        [HEAD],
    ),
    "pengukuran-triwulan": Form(
        "PermenPANRB 53/2014 (measurement): target, actual and achievement of each indicator; "
        "Perpres 29/2014: measurement by quarter and interim reports, with the budget. "
        "By practice (menurut praktik): the columns are those of quarterly forms in use, with both "
        "measures named.",
        [f"PENGUKURAN KINERJA TRIWULAN II TAHUN 2022\n{OFFICE}"],
        [[
            ["NO", "SASARAN / PROGRAM / KEGIATAN / SUB KEGIATAN", "INDIKATOR KINERJA", "SATUAN",
             "TARGET TAHUN", "TRIWULAN II", "S.D. TRIWULAN II",
             "CAPAIAN TERHADAP TARGET TAHUN (%)", "KATEGORI", "ANGGARAN", "HAMBATAN",
             "TINDAK LANJUT"],
            ["TARGET", "REALISASI", "CAPAIAN (%)", "TARGET", "REALISASI",
             "CAPAIAN TERHADAP TARGET S.D. TRIWULAN (%)", "PAGU (Rp)", "REALISASI (Rp)", "%"],
            [f"({n})" for n in range(1, 19)],
        ]],
        [HEAD],
    ),
    "pengukuran-tahunan": Form(
        "PermenPANRB 53/2014 (Pengukuran Kinerja), as the Laporan Kinerja of Dinas Perhubungan "
        "Jawa Barat, 2016, prints it: objectives with target, actual and achievement, and the "
        "programs' money; Satuan and Kategori by practice (menurut praktik).",
        [f"PENGUKURAN KINERJA TAHUN 2022\n{OFFICE}"],
        [_REACHED, _SPENT],
        [HEAD],
    ),
    "perjanjian-kinerja": Form(
        "PermenPANRB 53/2014, as the form of the government of Jawa Barat, 2017, has it word for "
        "word: statement of both parties and its attachment, columns (1) to (4), then the money.",
        ["PERJANJIAN KINERJA TAHUN 2022", f"PERJANJIAN KINERJA TAHUN 2022\n{OFFICE}"],
        [_PROMISED, [["NO", "PROGRAM", "ANGGARAN (Rp)", "KETERANGAN"]]],
        [
            ("Pihak Kedua,", "CONTOH BUPATI, S.E."), ("Pihak Pertama,", HEAD[1]),
            ("BUPATI PURBALINGGA,", "CONTOH BUPATI, S.E."), HEAD,
        ],
    ),
    "perjanjian-kinerja-perubahan": Form(
        "PermenPANRB 53/2014: an agreement may be revised, in the same form. By practice (menurut "
        "praktik) what was stands beside what is (semula, menjadi).",
        ["PERJANJIAN KINERJA PERUBAHAN TAHUN 2022",
         f"PERJANJIAN KINERJA PERUBAHAN TAHUN 2022\n{OFFICE}"],
        [
            [_PROMISED[0], ["SEMULA", "MENJADI"], [f"({n})" for n in range(1, 6)]],
            [["NO", "PROGRAM", "ANGGARAN (Rp)", "KETERANGAN"], ["SEMULA", "MENJADI"]],
        ],
        [
            ("Pihak Kedua,", "CONTOH BUPATI, S.E."), ("Pihak Pertama,", HEAD[1]),
            ("BUPATI PURBALINGGA,", "CONTOH BUPATI, S.E."), HEAD,
        ],
    ),
    "iku": Form(
        "PER/09/M.PAN/5/2007 and PER/20/M.PAN/11/2008, as Badan Perpustakaan dan Kearsipan Daerah "
        "Jawa Barat, 2016, prints them: indicator, explanation, source of data, person in charge; "
        "objective and unit by practice (menurut praktik).",
        [f"INDIKATOR KINERJA UTAMA TAHUN 2022\n{OFFICE}", DRAFT],
        [[
            ["NO", "TUJUAN / SASARAN", "INDIKATOR KINERJA UTAMA", "SATUAN",
             "DEFINISI OPERASIONAL / FORMULASI", "SUMBER DATA", "PENANGGUNG JAWAB"],
            [f"({n})" for n in range(1, 8)],
        ]],
        [HEAD],
    ),
    "evaluasi-renja": Form(
        "Permendagri 86/2017, Formulir E.81, as the monitoring programs of Kabupaten Subang, "
        "Kabupaten Bengkulu Utara and Kota Bandung print it: heading, the line over the table, "
        "fifteen columns, 5 to 14 with K and Rp, the rows at its foot, and place and date over "
        "each signature; two heads in short.",
        [
            "FORMULIR E.81\nEVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH LINGKUP KABUPATEN "
            f"PURBALINGGA\nRENJA PERANGKAT DAERAH {OFFICE}\nPERIODE PELAKSANAAN TAHUN 2022",
            DRAFT,
        ],
        [[
            ["NO", "SASARAN", "PROGRAM / KEGIATAN / SUB KEGIATAN", "INDIKATOR KINERJA",
             "TARGET RENSTRA PERANGKAT DAERAH PADA AKHIR PERIODE",
             "REALISASI CAPAIAN KINERJA RENSTRA PERANGKAT DAERAH S.D. RENJA TAHUN LALU",
             "TARGET KINERJA DAN ANGGARAN RENJA PERANGKAT DAERAH TAHUN 2022",
             "REALISASI KINERJA PADA TRIWULAN",
             "REALISASI CAPAIAN KINERJA DAN ANGGARAN RENJA PERANGKAT DAERAH TAHUN 2022",
             "REALISASI KINERJA DAN ANGGARAN RENSTRA PERANGKAT DAERAH S.D. TAHUN 2022\n"
             "(13 = 6 + 12)",
             "TINGKAT CAPAIAN KINERJA DAN REALISASI ANGGARAN RENSTRA PERANGKAT DAERAH S.D. TAHUN "
             "2022 (%)\n(14 = 13 / 5 × 100)",
             "PENANGGUNG JAWAB"],
            ["I", "II", "III", "IV"],
            [f"({n})" for n in range(1, 16)],
            ["K", "Rp"] * 10,
        ]],
        [("Disusun,", HEAD[1]), ("Dievaluasi,", "Ir. CONTOH PERENCANA")],
    ),
    "pohon-kinerja": Form(
        "PermenPANRB 89/2021 asks for the tree from the outcome down to the work; its look is by "
        "practice (menurut praktik), as the cascade of Dinas Tenaga Kerja Jawa Barat, 2016. Nobody "
        "signs it.",
        [f"POHON KINERJA TAHUN 2022\n{OFFICE}", "Program Penunjang Urusan Pemerintahan Daerah"],
        [],
        [],
    ),
    "berita-acara": Form(
        "By practice (menurut praktik) after PermenPANRB 88/2021, which asks that results are "
        "examined, in the form of a berita acara of Permendagri 1/2023: two parties.",
        [f"BERITA ACARA PERSETUJUAN PENGUKURAN KINERJA\nTRIWULAN II TAHUN 2022\n{OFFICE}", DRAFT],
        [[["NO", "TINGKAT", "INDIKATOR DIJADWALKAN", "INDIKATOR TERUKUR",
           "RATA-RATA CAPAIAN (%)", "KATEGORI"]]],
        [("Pihak Pertama,", "…………………………"), ("Pihak Kedua,", HEAD[1])],
    ),
    "laporan-kinerja": Form(
        "PermenPANRB 53/2014: BAB I to IV, in BAB III for each objective the seven analyses and "
        "then the budget, with the measurement attached; Perpres 29/2014. The tables follow BAB "
        "III of Dinas Perhubungan Jawa Barat, 2016.",
        [
            f"LAPORAN KINERJA TAHUN 2022\n{OFFICE}", "PEMERINTAH KABUPATEN PURBALINGGA",
            "KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "DAFTAR ISI",
            "BAB I\nPENDAHULUAN", "A. Gambaran umum", "B. Aspek strategis",
            "C. Permasalahan utama", "BAB II\nPERENCANAAN KINERJA",
            "BAB III\nAKUNTABILITAS KINERJA", "A. Capaian kinerja organisasi",
            "Sasaran 1: Meningkatnya kualitas pelayanan kecamatan",
            "1. Perbandingan target dan realisasi tahun 2022",
            "2. Perbandingan realisasi tahun 2022 dengan tahun-tahun sebelumnya",
            "3. Perbandingan realisasi s.d. tahun 2022 dengan target jangka menengah",
            "4. Perbandingan realisasi tahun 2022 dengan standar",
            "5. Analisis penyebab keberhasilan atau kegagalan dan alternatif solusi",
            "6. Analisis efisiensi penggunaan sumber daya",
            "7. Analisis program dan kegiatan yang menunjang", "B. Realisasi anggaran",
            "BAB IV\nPENUTUP", "LAMPIRAN\nPENGUKURAN KINERJA TAHUN 2022", DRAFT,
        ],
        [
            _PROMISED,
            [["NO", "INDIKATOR KINERJA", "SATUAN", "TARGET", "REALISASI", "CAPAIAN (%)",
              "KATEGORI"]],
            [["NO", "INDIKATOR KINERJA", "TARGET AKHIR RENSTRA", "REALISASI S.D. 2022",
              "TINGKAT KEMAJUAN (%)"]],
            [["SASARAN", "CAPAIAN KINERJA (%)", "PENYERAPAN ANGGARAN (%)",
              "TINGKAT EFISIENSI (%)"]],
            [["NO", "PROGRAM", "CAPAIAN (%)", "KATEGORI", "PAGU (Rp)", "REALISASI (Rp)",
              "PENYERAPAN (%)"]],
            _SPENT, _REACHED, _SPENT,
        ],
        [HEAD, HEAD],
    ),
}  # fmt: skip


def made(name: str) -> Document:
    """The document of a year, as of its second quarter, beside the version before."""
    return build(name, YEAR, quarter=2, before=YEAR)


def test_every_document_has_its_form() -> None:
    assert list(FORMS) == list(REPORTS)


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_cited_from_every_regulation_that_the_document_names(name: str) -> None:
    assert all(regulation in FORMS[name].cited for regulation in report(name).basis)


@pytest.mark.parametrize("name", FORMS)
def test_the_headings_stand_in_the_order_of_the_form(name: str) -> None:
    assert headings(made(name)) == FORMS[name].headings


@pytest.mark.parametrize("name", FORMS)
def test_the_columns_stand_in_the_order_of_the_form(name: str) -> None:
    assert [heads(table) for table in tables(made(name))] == FORMS[name].columns


@pytest.mark.parametrize("name", FORMS)
def test_the_signatures_are_those_of_the_form(name: str) -> None:
    document = made(name)
    assert [(one.above[0], one.name) for one in parties(document)] == FORMS[name].signs
    # Place and date stand once above each block; of Formulir E.81 over each signature.
    signed = [one for one in blocks(document, Signatures) if isinstance(one, Signatures)]
    if name == "evaluasi-renja":
        (block,) = signed
        assert [one.above[1] for one in block.parties] == [DATED, f"{DOTS}, {DOTS}"]
        assert block.dated == ""
    else:
        assert {one.dated for one in signed} == ({DATED} if FORMS[name].signs else set())
    for one in parties(document):
        if one.name in (HEAD[1], "Ir. CONTOH PERENCANA"):
            assert one.below[-1].startswith("NIP. 19")


def test_an_elected_official_signs_without_a_nip() -> None:
    (superior, *_) = parties(made("perjanjian-kinerja"))
    assert superior.below == ()
