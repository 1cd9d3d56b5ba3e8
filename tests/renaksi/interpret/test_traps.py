"""The traps of flattened tables, each as a small document beside what it must be read as."""

from __future__ import annotations

import textwrap

import pytest

from tests.renaksi.interpret.outline_text import codes, outline, read

STACKED = """
URAIAN > INDIKATOR KINERJA > SATUAN > TARGET >  > URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
"""


def expect(document: str, outlined: str, *flags: str) -> None:
    reading = read(document)
    assert outline(reading) == textwrap.dedent(outlined).strip("\n")
    assert codes(reading) == list(flags)


def test_two_indicators_stand_side_by_side_with_their_quarters_below() -> None:
    expect(
        STACKED
        + """
1. Kegiatan A Satu > 1. Persentase a > Persen > TW I > 25% > 1. Sub Kegiatan B Satu > 1. Jumlah b > Dokumen > TW I > 3
 >  >  > TW II > 50% >  >  >  > TW II > -
 >  >  > TW III > 75% >  >  >  > TW III > 0
 >  >  > TW IV > 100% >  >  >  > TW IV > 3,1
""",
        """
        K1 1. Kegiatan A Satu
          - Persentase a (Persen) 25% 50% 75% 100%
          SK1 1. Sub Kegiatan B Satu
            - Jumlah b (Dokumen) 3 - 0 3,1
        """,
    )


def test_a_sub_activity_in_the_activitys_column_follows_its_label_word() -> None:
    expect(
        STACKED
        + """
1. Kegiatan A Satu > 1. Persentase a > Persen > TW I > 25% > 1. Sub Kegiatan B Satu > 1. Jumlah b > Dokumen > TW I > 3
 >  >  > TW II > 50% >  >  >  > TW II > 3
 >  >  > TW III > 75% >  >  >  > TW III > 3
 >  >  > TW IV > 100% >  >  >  > TW IV > 3
2. Sub Kegiatan B Dua > 1. Jumlah c > Bulan > TW I > 1
 >  >  > TW II > 2
 >  >  > TW III > 3
 >  >  > TW IV > 4
""",
        """
        K1 1. Kegiatan A Satu
          - Persentase a (Persen) 25% 50% 75% 100%
          SK1 1. Sub Kegiatan B Satu
            - Jumlah b (Dokumen) 3 3 3 3
          SK2 2. Sub Kegiatan B Dua
            - Jumlah c (Bulan) 1 2 3 4
        """,
    )


def test_values_printed_again_beside_other_rows_are_read_once_and_a_number_beats_a_dash() -> None:
    expect(
        STACKED
        + """
1. Kegiatan A Satu > 1. Persentase a > Persen > 1. Sub Kegiatan B Satu >  >  > Dokumen > TW I > 6
 >  >  >  > TW II > - > TW II > -
 >  >  >  > TW III > - > TW III > -
 >  >  >  > TW IV > - > TW IV > -
 >  > 2. Sub Kegiatan B Dua >  >  >  > ASN > TW I > 10
 >  >  >  >  >  > TW II > 50% > TW II > 8
 >  >  >  >  >  > TW III > 75% > TW III > 8
 >  >  >  >  >  > TW IV > 100% > TW IV > 8
""",
        """
        K1 1. Kegiatan A Satu
          - Persentase a (Persen) · 50% 75% 100%
          SK1 1. Sub Kegiatan B Satu
            - None (Dokumen) 6 - - -
          SK2 2. Sub Kegiatan B Dua
            - None (ASN) 10 8 8 8
        """,
        "RB113",
        "RB111",
        "RB111",
    )


def test_a_sub_activity_beside_the_next_activity_continues_the_numbers_of_its_official_parent() -> (
    None
):
    reading = read(
        STACKED
        + """
1. Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja Perangkat Daerah > 1. Persentase a > Persen > TW I 1 TW II 1 TW III 1 TW IV 1 >  > 1. Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah > 1. Jumlah b > Dokumen > TW I 1 TW II 1 TW III 1 TW IV 1
2. Kegiatan Administrasi Keuangan Perangkat Daerah > 1. Persentase c > Persen > TW I 1 TW II 1 TW III 1 TW IV 1 > 2. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah > 1. Jumlah d > Dokumen > TW I 1 TW II 1 TW III 1 TW IV 1
 >  >  >  > 1. Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN > 1. Jumlah e > Orang > TW I 1 TW II 1 TW III 1 TW IV 1
"""
    )
    parents = {e.name: e.parent for e in reading.plan.elements}
    ids = {e.name: e.id for e in reading.plan.elements}
    planning = ids["Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja Perangkat Daerah"]
    finance = ids["Kegiatan Administrasi Keuangan Perangkat Daerah"]
    assert parents["Sub Kegiatan Evaluasi Kinerja Perangkat Daerah"] == planning
    assert parents["Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN"] == finance
    assert "RB103" in [d.rule.code for d in reading.diagnostics]


def test_two_indicator_texts_in_one_row_leave_the_first_without_values() -> None:
    expect(
        """
URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
1. Program Penunjang Urusan Pemerintahan Daerah > 1. Persentase a > Persen > TW I > 1
 >  >  > TW II > 2
 >  >  > TW III > 3
 >  >  > TW IV > 4
2. Prosentase b >  >  > 3. Persentase c >  > Persen > TW I > 5
 >  >  >  >  >  > TW II > 6
 >  >  >  >  >  > TW III > 7
 >  >  >  >  >  > TW IV > 8
""",
        """
        P1 1. Program Penunjang Urusan Pemerintahan Daerah
          - Persentase a (Persen) 1 2 3 4
          - Prosentase b (None) · · · ·
          - Persentase c (Persen) 5 6 7 8
        """,
        "RB112",
        "RB113",
        "RB113",
        "RB113",
        "RB113",
    )


def test_a_program_row_inside_the_previous_table_begins_under_its_own_heading() -> None:
    expect(
        """
**A. Program Pemberdayaan Masyarakat Desa dan Kelurahan**
URAIAN > INDIKATOR KINERJA > SATUAN > TARGET > URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa > 1. Persentase a > Persen > TW I 1 TW II 2 TW III 3 TW IV 4 > 1. Sub Kegiatan B Satu > 1. Jumlah b > Desa > TW I 1 TW II - TW III - TW IV -
 >  >  >  > 1. Program Koordinasi Ketentraman dan Ketertiban Umum > 1. Jumlah c > Dokumen > TW I 3 TW II 3 TW III 3 TW IV 3

<b>B. Program Koordinasi Ketentraman dan Ketertiban Umum</b> >  >  >
URAIAN > INDIKATOR KINERJA > SATUAN > TARGET > URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
1. Kegiatan Koordinasi Upaya Penyelenggaraan Ketentraman dan Ketertiban Umum > 1. Jumlah d > Dokumen > TW I 3 TW II 3 TW III 3 TW IV 3 > 1. Sub Kegiatan B Dua > 1. Jumlah e > Kegiatan > TW I 1 TW II 1 TW III 1 TW IV 1
""",
        """
        P1 A. Program Pemberdayaan Masyarakat Desa dan Kelurahan
          K1 1. Kegiatan Koordinasi Kegiatan Pemberdayaan Desa
            - Persentase a (Persen) 1 2 3 4
            SK1 1. Sub Kegiatan B Satu
              - Jumlah b (Desa) 1 - - -
        P2 1. Program Koordinasi Ketentraman dan Ketertiban Umum
          - Jumlah c (Dokumen) 3 3 3 3
          K1 1. Kegiatan Koordinasi Upaya Penyelenggaraan Ketentraman dan Ketertiban Umum
            - Jumlah d (Dokumen) 3 3 3 3
            SK1 1. Sub Kegiatan B Dua
              - Jumlah e (Kegiatan) 1 1 1 1
        """,
    )


def test_a_programs_name_indicator_and_quarters_below_each_other_in_one_column() -> None:
    expect(
        """
URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
 >  >  > 1. Program Pemberdayaan Masyarakat Desa dan Kelurahan
 >  >  > 1. Persentase keaktifan lembaga desa
 >  >  > TW I 25% TW II 50% TW III 75% TW IV 100%
""",
        """
        P1 1. Program Pemberdayaan Masyarakat Desa dan Kelurahan
          - Persentase keaktifan lembaga desa (None) 25% 50% 75% 100%
        """,
        "RB112",
    )


def test_an_objective_printed_twice_is_one_objective() -> None:
    reading = read(
        """
TUJUAN >  >  >  > SASARAN
URAIAN > INDIKATOR KINERJA > TARGET >  > URAIAN > INDIKATOR KINERJA > TARGET
1. Meningkatnya pelayanan > 1. Indeks a > TW I > 40 > 1. Meningkatnya mutu > 1. Nilai b > TW I > 20
 >  > TW II > 60 >  >  > TW II > 40
 >  > TW III > 70 >  >  > TW III > 50
 >  > TW IV > 86 >  >  > TW IV > 62

SASARAN >  >  >  > PROGRAM
URAIAN > INDIKATOR KINERJA > TARGET >  > URAIAN > INDIKATOR KINERJA > SATUAN > TARGET
1. Meningkatnya mutu > 1. Nilai b > TW I > 20 > 1. Program C Satu > 1. Persentase c > Persen > TW I > 1
 >  > TW II > 40 >  >  >  > TW II > 2
 >  > TW III > 50 >  >  >  > TW III > 3
 >  > TW IV > 62 >  >  >  > TW IV > 4
"""
    )
    assert outline(reading) == textwrap.dedent(
        """\
        T1 1. Meningkatnya pelayanan
          - Indeks a (None) 40 60 70 86
          S1 1. Meningkatnya mutu
            - Nilai b (None) 20 40 50 62
            P1 1. Program C Satu
              - Persentase c (Persen) 1 2 3 4"""
    )
    objective = reading.plan.elements[1]
    assert [place.line for place in objective.sources] == [3, 10]


@pytest.mark.parametrize(
    "row",
    [
        "1. Kegiatan A Satu > 1. Persentase a > Persen > TW I 25% TW II 50% TW III - TW IV 100%",
        "1. Kegiatan A Satu > 1. Persentase a > Persen > TW I > 25% > TW II > 50% > TW III > - > TW IV > 100%",
        "1. Kegiatan A Satu > 1. Persentase a > Persen > TW I 25% > TW II 50% > TW III - > TW IV 100%",
        "1. Kegiatan A Satu > 1. Persentase a > Persen > Triwulan I: 25% Triwulan II: 50% Triwulan III: - Triwulan IV: 100%",
        "1. Kegiatan A Satu > 1. Persentase a > Persen > Trw.1 25%; Trw.2 50%; Trw.3 -; Trw.4 100%",
        "1. Kegiatan A Satu 1. Persentase a Persen TW I 25% TW II 50% TW III - TW IV 100%",
        "1. Kegiatan A Satu >  >  > 1. Persentase a >  > Persen >  > TW I 25% TW II 50% TW III - TW IV 100%",
    ],
)
def test_quarters_fused_in_one_cell_or_split_over_many_are_the_same(row: str) -> None:
    expect(
        "RENCANA AKSI TAHUN 2022\n" + row,
        """
        K1 1. Kegiatan A Satu
          - Persentase a (Persen) 25% 50% - 100%
        """,
    )


@pytest.mark.parametrize("border", ["|", "│", "║"])
def test_quarters_as_columns_in_a_bordered_table(border: str) -> None:
    document = """
| URAIAN | INDIKATOR | SATUAN | Target 2024 | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|---|
| 1. Program A Satu | 1. Persentase a | Persen | 100 | 25 | 50 |  | 100 |
| 1. Kegiatan B Satu | 1. Jumlah b | Dokumen | 3 | - | - | 1 | 2 |
"""
    expect(
        document.replace("|", border).replace("---", "───"),
        """
        P1 1. Program A Satu
          - Persentase a (Persen) 25 50 · 100 = 100
          K1 1. Kegiatan B Satu
            - Jumlah b (Dokumen) - - 1 2 = 3
        """,
        "RB113",
    )


def test_a_block_shifted_under_quarter_columns_keeps_its_gaps() -> None:
    expect(
        """
URAIAN > INDIKATOR > SATUAN > TW I > TW II > TW III > TW IV
1. Program A Satu > 1. Persentase a > Persen > 25 > 50 > 75 > 100
 >  > 1. Kegiatan B Satu > 1. Jumlah b > Dokumen > 1 >  > 3 > 4
""",
        """
        P1 1. Program A Satu
          - Persentase a (Persen) 25 50 75 100
          K1 1. Kegiatan B Satu
            - Jumlah b (Dokumen) 1 · 3 4
        """,
        "RB113",
    )


def test_levels_come_from_the_depth_of_printed_codes() -> None:
    expect(
        """
KODE > URAIAN > INDIKATOR > SATUAN > TW I > TW II > TW III > TW IV
1.01.02 > PENGELOLAAN PENDIDIKAN > Persentase a > % > 1 > 2 > 3 > 4
1.01.02.2.01 > Pengelolaan Pendidikan Sekolah Dasar > Jumlah b > Unit > 1 > 2 > 3 > 4
1.01.02.2.01.01 > Pembangunan Unit Sekolah Baru (USB) > Jumlah c > Unit > - > - > 1 > 1
""",
        """
        P1 PENGELOLAAN PENDIDIKAN
          - Persentase a (%) 1 2 3 4
          K1 Pengelolaan Pendidikan Sekolah Dasar
            - Jumlah b (Unit) 1 2 3 4
            SK1 Pembangunan Unit Sekolah Baru (USB)
              - Jumlah c (Unit) - - 1 1
        """,
    )


def test_one_text_twice_is_two_rows_where_the_units_differ_and_one_where_they_agree() -> None:
    expect(
        """
URAIAN > INDIKATOR KINERJA > SATUAN > TW I > TW II > TW III > TW IV
1. Sub Kegiatan B Satu > Jumlah desa yang dibina > Desa > 4 > 5 > 5 > 5
 > Jumlah desa yang dibina > Laporan > 1 > 1 > 1 > 1
 > Jumlah desa yang dibina > Desa > 4 > 5 > 5 > 5
""",
        """
        SK1 1. Sub Kegiatan B Satu
          - Jumlah desa yang dibina (Desa) 4 5 5 5
          - Jumlah desa yang dibina (Laporan) 1 1 1 1
        """,
    )


@pytest.mark.parametrize(
    ("program", "activity"),
    [("A. ", "1. Pengelolaan Barang Milik Daerah"), ("", "Pengelolaaan Barang Milik Daerah")],
)
def test_an_activity_that_is_called_as_its_program_stands_below_it(
    program: str, activity: str
) -> None:
    reading = read(
        f"""
BADAN PENGELOLA KEUANGAN DAERAH
PROGRAM/KEGIATAN/SUB KEGIATAN > INDIKATOR KINERJA > SATUAN > TW I > TW II > TW III > TW IV
{program}Pengelolaan Barang Milik Daerah > Persentase aset yang tertib > Persen > - > - > 60 > 85
{activity} > Persentase aset yang dikelola > Persen > 100 > 100 > 100 > 100
a. Pengamanan Barang Milik Daerah > Jumlah laporan > Laporan > 1 > 1 > 1 > 1
"""
    )
    assert [(e.level, len(e.indicators)) for e in reading.plan.elements] == [
        ("program", 1), ("activity", 1), ("subactivity", 1),
    ]  # fmt: skip


def test_a_number_makes_no_element_the_child_of_a_lower_one() -> None:
    reading = read(
        """
URAIAN > INDIKATOR KINERJA > SATUAN > TW I > TW II > TW III > TW IV
Program A > Persentase a > Persen > 25 > 50 > 75 > 100
1. Sub Kegiatan B > Jumlah b > Dokumen > 1 > 1 > 1 > 1
1.1 Kegiatan C > Jumlah c > Dokumen > 2 > 2 > 2 > 2
"""
    )
    levels = {element.id: element.level for element in reading.plan.elements}
    below = [(e.level, levels.get(e.parent or "")) for e in reading.plan.elements]
    assert ("activity", "program") in below


def test_a_target_in_words_stays_text() -> None:
    reading = read(
        """
URAIAN > INDIKATOR > SATUAN > TARGET
1. Program A Satu > 1. Opini BPK > Opini > TW I > -
 >  >  > TW II > -
 >  >  > TW III > WTP
 >  >  > TW IV > -
"""
    )
    cell = reading.plan.elements[0].indicators[0].target("q3")
    assert (cell.state, cell.value, cell.text) == ("text", None, "WTP")


def test_two_different_numbers_for_one_quarter_keep_the_first_and_say_so() -> None:
    expect(
        """
URAIAN > INDIKATOR > SATUAN > TARGET
1. Program A Satu > 1. Jumlah a > Dokumen > TW I 1 TW II 2 TW III 3 TW IV 4
1. Program A Satu > 1. Jumlah a > Dokumen > TW I 1 TW II 9 TW III 3 TW IV 4
""",
        """
        P1 1. Program A Satu
          - Jumlah a (Dokumen) 1 2 3 4
        """,
        "RB115",
    )


def test_a_dropped_label_word_is_made_good_by_the_official_name() -> None:
    reading = read(
        STACKED
        + """
1. Kegiatan Administrasi Umum Perangkat Daerah > 1. Persentase a > Persen > TW I 1 TW II 1 TW III 1 TW IV 1 >  > 1. Penyediaan Bahan Logistik Kantor > 1. Jumlah b > Bulan > TW I 3 TW II 3 TW III 3 TW IV 3
"""
    )
    element = reading.plan.elements[1]
    assert (element.level, element.name) == ("subactivity", "Penyediaan Bahan Logistik Kantor")
    assert codes(reading) == []
