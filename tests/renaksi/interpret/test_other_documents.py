"""Documents that hold a plan beside other things, several plans in one table, or none."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import Reading, interpret_text, read_bytes

EVALUATION = """\
Program/Kegiatan\tIndikator Kinerja\tRealisasi Triwulan I - IV Tahun 2023\t\t\t\t\t\t\t\tPenanggung Jawab
\t\tI\t\tII\t\tIII\t\tIV\t\t
\t\tK\tRp\tK\tRp\tK\tRp\tK\tRp\t
KECAMATAN PADAMARA\t\t\t310.000.000\t\t620.000.000\t\t\t\t\tKec. Padamara
Program Pemberdayaan Masyarakat Desa dan Kelurahan\tPersentase desa aktif\t20\t210.000.000\t40\t420.000.000\t\t\t\t\tKec. Padamara
KECAMATAN KUTASARI\t\t\t510.000.000\t\t820.000.000\t\t\t\t\tKec. Kutasari
Program Pemberdayaan Masyarakat Desa dan Kelurahan\tPersentase desa aktif\t25\t510.000.000\t45\t820.000.000\t\t\t\t\tKec. Kutasari
"""

REPORT = """\
LAPORAN KINERJA TAHUN 2022
DINAS PERHUBUNGAN KABUPATEN BREBES

Sasaran ini dimaksudkan untuk menggambarkan pelayanan angkutan.

a. Mewujudkan tumbuhnya angkutan umum dengan perusahaan yang sehat;
b. Adanya jaminan angkutan oleh pemerintah;

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget 2022\tRealisasi 2022
1\tMeningkatnya pelayanan angkutan umum\tPersentase angkutan laik jalan\tPersen\t80\t75
"""


def test_each_office_of_a_table_has_a_plan_of_its_own() -> None:
    readings = read_bytes(EVALUATION.encode())
    offices = [reading.plan.organisation for reading in readings]
    assert [office.name for office in offices if office] == [
        "Kecamatan Padamara", "Kecamatan Kutasari",
    ]  # fmt: skip
    assert [reading.plan.year for reading in readings] == [2023, 2023]
    for reading, actual in zip(readings, ("20", "25"), strict=True):
        (program,) = reading.plan.elements
        assert program.level == "program"
        assert program.indicators[0].actuals["q1"].text == actual


def test_the_sums_in_the_row_of_an_office_are_told() -> None:
    told = [
        str(found.params["what"])
        for reading in read_bytes(EVALUATION.encode())
        for found in reading.diagnostics
        if found.rule.code == "RB130"
    ]
    assert len(told) == 2
    assert "310.000.000 · 620.000.000" in told[0]
    assert "510.000.000 · 820.000.000" in told[1]


def moved(cells: str) -> Reading:
    """The plan of a table of K and Rp in which one row holds ``cells`` for its first two quarters."""
    head = EVALUATION.replace("Kec. Kutasari", "").splitlines()[:3]
    rows = [
        f"Program {name}\tPersentase {name.lower()}\t{cells}"
        for name, cells in (
            ("Bina Desa", "20\t210.000.000\t40\t420.000.000\t\t\t\t\t"),
            ("Bina Warga", f"{cells}\t\t\t\t\t"),
            ("Bina Usaha", "10\t110.000.000\t20\t220.000.000\t\t\t\t\t"),
        )
    ]
    return interpret_text("\n".join(["KECAMATAN PADAMARA", *head, *rows]))


def test_an_amount_in_a_column_that_is_not_for_rupiah_goes_back_to_its_own() -> None:
    plan = moved("\t-\t310.000.000\t40").plan  # the cells of the first quarter moved by one
    program = plan.elements[1]
    assert program.spending["q1"].text == "310.000.000"
    assert program.indicators[0].actuals["q1"].state == "not_scheduled"


def test_an_amount_between_two_blank_columns_of_rupiah_is_told() -> None:
    for cells in ("20\t\t310.000.000\t", "\t\t310.000.000\t"):
        told = [d.params["text"] for d in moved(cells).diagnostics if d.rule.code == "RB124"]
        assert told == ["310.000.000"], cells


def test_a_count_as_large_as_an_amount_stays_beside_its_own_amount() -> None:
    reading = moved("1.250.000\t310.000.000\t1.300.000\t410.000.000")
    assert reading.plan.elements[1].indicators[0].actuals["q2"].text == "1.300.000"
    assert not [d for d in reading.diagnostics if d.rule.code == "RB124"]


def test_paragraphs_between_tables_are_no_elements() -> None:
    plan = interpret_text(REPORT).plan
    (objective,) = plan.elements
    assert objective.name == "Meningkatnya pelayanan angkutan umum"
    assert objective.indicators[0].targets["year"].text == "80"


def test_a_form_with_places_to_fill_is_no_plan() -> None:
    text = (
        "PERJANJIAN KINERJA TAHUN 2024\n\nNo\tSasaran\tIndikator Kinerja\tTarget\n"
        "1\t${rowSasaran}\t${rowIndikator}\t${rowTarget}\n"
    )
    with pytest.raises(Unreadable) as refusal:
        interpret_text(text)
    assert "belum diisi" in refusal.value.message("id")


@pytest.mark.parametrize("word", ["CASCADING", "POHON KINERJA"])
def test_a_drawn_cascade_is_called_what_it_is(word: str) -> None:
    text = f"{word} DINAS TENAGA KERJA TAHUN 2016\n\nKEPALA BIDANG PELATIHAN\n"
    with pytest.raises(Unreadable) as refusal:
        interpret_text(text)
    assert "bagan cascading" in refusal.value.message("id")
    assert "chart" in refusal.value.message("en")
    assert "tabel" in refusal.value.message("id")


@pytest.mark.parametrize(
    "text",
    [
        "set(A ${SOURCES})\nadd_library(zlib ${SOURCES})\nlink(${ZLIB} ${MATH})\nset(B ${A} ${C})\n",
        "Cascading style sheets\n\nRules are applied in their order.\n",
        "Sepal.Length\tSepal.Width\tPetal.Length\tPetal.Width\tSpecies\n5.1\t3.5\t1.4\t0.2\tsetosa\n",
    ],
)
def test_texts_about_other_things_are_called_nothing_that_they_are_not(text: str) -> None:
    with pytest.raises(Unreadable, match="holds no action plan \\(no goal"):
        interpret_text(text)


def test_a_row_that_begins_with_a_small_letter_is_one_beside_a_table_twice_as_wide() -> None:
    text = (
        "RENCANA AKSI TAHUN 2020\nKECAMATAN KEMANGKON\n"
        "TUJUAN\t\t\t\t\t\t\tSASARAN\t\t\t\t\t\t\n"
        "Tujuan : Mewujudkan pelayanan yang baik\t\t\t\t\t\t\tSasaran : Terkendalinya pelayanan\t"
        "1. Indeks Kepuasan\tIndeks\t31\t51\t65\t77\n"
        "URAIAN\tINDIKATOR KINERJA\tSATUAN\tTW I\tTW II\tTW III\tTW IV\tKET\n"
        "1. Kegiatan Administrasi Umum\t1. Nilai evaluasi\tAngka\t4\t5\t6\t7\tSekretaris\n"
        "a. Sub Kegiatan Penyelenggaraan Rapat\t1. Jumlah laporan\tLaporan\t1\t2\t3\t4\t\n"
        "2. Kegiatan Pengadaan Barang\t1. Jumlah dokumen\tDokumen\t1\t2\t3\t4\tBidang I\n"
    )
    names = [element.name for element in interpret_text(text).plan.elements]
    assert "Sub Kegiatan Penyelenggaraan Rapat" in names
    assert len(names) == 5


@pytest.mark.parametrize("value", ["8 rekomendasi", "Wajar Tanpa Pengecualian"])
def test_the_same_long_target_in_each_quarter_is_no_merged_cell(value: str) -> None:
    row = "1. Program Penunjang Urusan Pemerintahan Daerah\tOpini atas laporan\tOpini"
    text = (
        "RENCANA AKSI TAHUN 2022\nURAIAN\tINDIKATOR\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        + "\t".join([row, *[value] * 4])
    )
    (program,) = interpret_text(text).plan.elements
    targets = program.indicators[0].targets
    assert [targets[quarter].text for quarter in ("q1", "q2", "q3", "q4")] == [value] * 4


def test_one_text_counted_in_two_official_units_is_two_indicators() -> None:
    text = (
        "RENCANA AKSI TAHUN 2022\nURAIAN\tINDIKATOR\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        "1. Program Pemberdayaan Desa\tJumlah yang dibina\tLembaga Masyarakat\t3\t3\t3\t3\n"
        "\tJumlah yang dibina\tDesa\t10\t10\t10\t10\n"
    )
    (program,) = interpret_text(text).plan.elements
    found = [(each.unit, each.targets["q1"].text) for each in program.indicators]
    assert found == [("Lembaga Masyarakat", "3"), ("Desa", "10")]
