"""How offices set tables in Word, each habit as it was met: lists in cells, notes, broken figures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx

from renaksi.interpret import Reading, read_bytes
from tests.renaksi.readers.told import told

Rows = Sequence[Sequence[str]]  # the lines of a cell apart by a line feed
TITLE = ("RENCANA AKSI", "DINAS PARIWISATA KOTA BATU", "TAHUN 2023")
HEAD = (
    "NO",
    "SASARAN",
    "INDIKATOR KINERJA",
    "SATUAN",
    "TARGET",
    "TW I",
    "TW II",
    "TW III",
    "TW IV",
)


def written(*tables: Rows, title: Sequence[str] = TITLE) -> Any:
    """A Word document of these tables below a title."""
    document = docx.Document()
    for line in title:
        document.add_paragraph().add_run(line).bold = True
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for line in others:
                    cell.add_paragraph(line)
        document.add_paragraph()
    return document


def read(document: Any) -> Reading:
    out = BytesIO()
    document.save(out)
    (reading,) = read_bytes(out.getvalue())
    return reading


def plan_of(document: Any) -> list[str]:
    """The elements and indicators of a document, as they are told."""
    return told(read(document)).split("\n\n", 1)[1].splitlines()


def test_indicators_that_stand_below_each_other_in_a_cell_have_the_values_of_their_lines() -> None:
    row = (
        "1", "Meningkatnya kunjungan", "Jumlah wisatawan nusantara\nJumlah wisatawan mancanegara",
        "orang\norang", "7.500.000\n25.000", "1.500.000\n5.000", "3.500.000\n11.000",
        "5.500.000\n18.000", "7.500.000\n25.000",
    )  # fmt: skip
    assert plan_of(written((HEAD, row))) == [
        "objective 1 - | Meningkatnya kunjungan",
        "  * - | Jumlah wisatawan nusantara | orang"
        " | 1.500.000; 3.500.000; 5.500.000; 7.500.000; year 7.500.000",
        "  * - | Jumlah wisatawan mancanegara | orang"
        " | 5.000; 11.000; 18.000; 25.000; year 25.000",
    ]  # fmt: skip


def test_values_bear_the_letters_of_their_indicators() -> None:
    head = ("No", "Program", "Indikator", "Target", "TW I", "TW II", "TW III", "TW IV")
    row = (
        "1", "Program Pengawasan", "a. Persentase temuan selesai\nb. Persentase SPIP level 3",
        "a. 85%\nb. 70%", "a. 20%\nb. 15%", "a. 40%\nb. 30%", "a. 60%\nb. 50%", "a. 85%\nb. 70%",
    )  # fmt: skip
    assert plan_of(written((head, row))) == [
        "program 1 - | Program Pengawasan",
        "  * a | Persentase temuan selesai | - | 20%; 40%; 60%; 85%; year 85%",
        "  * b | Persentase SPIP level 3 | - | 15%; 30%; 50%; 70%; year 70%",
    ]


def test_a_text_that_is_broken_by_hand_is_one_beside_two_figures_of_quarters() -> None:
    head = ("Sasaran", "Indikator", "Satuan", "Triwulan", "Target")
    row = ("Meningkatnya layanan", "Persentase layanan\nKesehatan", "%", "TW I\nTW II", "25\n50")
    (line,) = plan_of(written((head, row)))[1:]
    assert line.startswith("  * - | Persentase layanan Kesehatan | % | 25; 50;")


def test_a_figure_that_a_narrow_cell_breaks_is_one() -> None:
    head = ("Kegiatan", "Indikator", "Target", "Pagu")
    rows = (
        ("Kegiatan Satu", "Jumlah dokumen", "4\ndokumen", "1.250.\n000.000"),
        ("Kegiatan Dua", "Persentase diklat", "85\n%", "850.000.\n000"),
        ("Kegiatan Tiga", "Jumlah rapat", "12", "400.000.000,\n00"),
    )
    plan = read(written((head, *rows))).plan
    budgets = [element.budget["year"].value for element in plan.elements]
    assert budgets == [1_250_000_000, 850_000_000, 400_000_000]
    targets = [element.indicators[0].targets["year"].text for element in plan.elements]
    assert targets == ["4 dokumen", "85 %", "12"]


def test_a_note_below_the_table_is_no_indicator() -> None:
    row = ("1", "Meningkatnya derajat", "Angka kematian ibu", "kasus", "85", "20", "40", "60", "85")
    document = written((HEAD, row))
    document.tables[0].cell(1, 4).paragraphs[0].add_run("1)").font.superscript = True
    document.add_paragraph("1) angka sementara hasil laporan rutin")
    assert plan_of(document) == [
        "objective 1 - | Meningkatnya derajat",
        "  * - | Angka kematian ibu | kasus | 20; 40; 60; 85; year 85!",
    ]


def test_a_signature_in_two_cells_is_no_text_of_the_plan() -> None:
    signed = (
        ("Pihak Kedua,\n\nHj. SITI AMINAH",
         "Cilacap, 5 Januari 2024\nPihak Pertama,\n\nDrs. ARIS MUNANDAR\nNIP. 19700101 199503 1 002"),
    )  # fmt: skip
    table = (
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Target"),
        ("1", "Meningkatnya kesejahteraan", "Persentase PPKS yang tertangani", "72,5 %"),
    )
    title = ("PERJANJIAN KINERJA TAHUN 2024", "DINAS SOSIAL KABUPATEN CILACAP")
    assert plan_of(written(signed, table, signed, title=title)) == [
        "objective 1 - | Meningkatnya kesejahteraan",
        "  * - | Persentase PPKS yang tertangani | - | ~; ~; ~; ~; year 72,5 %",
    ]


def test_a_report_on_one_quarter_or_up_to_one_lacks_no_other() -> None:
    one = (
        ("No", "Sasaran", "Indikator", "Satuan", "Target TW II", "Realisasi TW II", "Capaian (%)"),
        ("1", "Meningkatnya keselamatan", "Rasio kecelakaan", "rasio", "0,6", "0,7", "116"),
    )
    two = (
        ("No", "Sasaran", "Indikator", "Satuan", "Target TW I", "Realisasi TW I", "Target TW II",
         "Realisasi TW II"),
        ("1", "Meningkatnya keselamatan", "Rasio kecelakaan", "rasio", "0,5", "0,4", "0,6", "0,7"),
    )  # fmt: skip
    for table in (one, two):
        reading = read(written(table))
        assert not [found for found in reading.diagnostics if found.rule.code == "RB113"]
    plan = (*two[:1], (*two[1][:5], "-", "0,6", ""))
    lost = [found.cell for found in read(written(plan)).diagnostics if found.rule.code == "RB113"]
    assert lost == ["q3", "q4"]


def test_a_figure_that_its_column_does_not_show_is_told() -> None:
    head = ("Program", "Indikator", "Target", "TW I", "TW II", "TW III", "TW IV", "Pagu")
    row = ("Program Satu", "Persentase layanan", "####", "25", "#REF!", "75", "100", "#####")
    reading = read(written((head, row)))
    (element,) = reading.plan.elements
    targets = element.indicators[0].targets
    assert [targets[key].state for key in ("q1", "q2", "year")] == ["set", "missing", "missing"]
    assert not element.budget
    told_of = [(d.indicator, d.cell) for d in reading.diagnostics if d.rule.code == "RB127"]
    assert told_of == [(0, "year"), (0, "q2"), (None, "year")]


def test_what_held_before_a_revision_is_none_of_the_plan() -> None:
    targets = (
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Target Perubahan", "Bobot"),
        ("1", "Meningkatnya mutu", "Indeks Kepuasan", "Indeks", "85,00", "86,50", "50%"),
        ("2", "Meningkatnya efisiensi", "BOR", "%", "60-85", "60-85", "20%"),
    )  # fmt: skip
    money = (
        ("No", "Program", "Anggaran Semula", "Anggaran Menjadi"),
        ("1", "Program Mutu", "5.000.000", "6.000.000"),
    )
    one, two, program = read(written(targets, money)).plan.elements
    year = [each.indicators[0].targets["year"].text for each in (one, two)]
    assert year == ["86,50", "60-85"]
    assert program.budget["year"].text == "6.000.000"


def test_a_column_of_weights_makes_no_row_doubtful() -> None:
    head = ("No", "Sasaran", "Indikator", "Target", "TW I Target", "TW I Realisasi", "TW I %",
            "TW II Target", "TW II Realisasi", "TW II %", "Realisasi s.d. TW II", "Bobot")  # fmt: skip
    row = (
        "1",
        "Meningkatnya mutu",
        "Persentase layanan",
        "100",
        "25",
        "20",
        "80",
        "50",
        "-",
        "-",
        "20",
        "40",
    )
    reading = read(written((head, row)))
    assert not [found for found in reading.diagnostics if found.rule.code == "RB124"]
    (indicator,) = reading.plan.elements[0].indicators
    assert [indicator.targets[key].text for key in ("year", "q1", "q2")] == ["100", "25", "50"]
    assert [indicator.actuals[key].text for key in ("q1", "q2")] == ["20", "-"]


def test_a_program_that_a_line_lists_with_its_rupiah_has_them_as_its_budget() -> None:
    table = (
        ("No", "Sasaran", "Indikator Kinerja", "Target"),
        ("1", "Terlaksananya layanan", "Jumlah layanan", "12 layanan"),
    )
    document = written(table, title=("PERJANJIAN KINERJA TAHUN 2024", "KECAMATAN BATEALIT"))
    document.add_paragraph("1. Program Pelayanan Publik      Rp. 25.000.000,-")
    document.add_paragraph("2. Program Penunjang : Rp1.250.000.000,00")
    document.add_paragraph("Jumlah Anggaran      Rp. 1.275.000.000,-")
    programs = [each for each in read(document).plan.elements if each.level == "program"]
    assert [(each.name, each.budget["year"].value) for each in programs] == [
        ("Program Pelayanan Publik", 25_000_000), ("Program Penunjang", 1_250_000_000),
    ]  # fmt: skip


def test_what_was_reached_up_to_an_earlier_year_came_before() -> None:
    table = (
        ("No", "Sasaran", "Indikator", "Target 2023", "Realisasi s.d. 2022", "Realisasi 2022"),
        ("1", "Meningkatnya mutu", "Jumlah desa", "20", "12", "5"),
    )
    (element,) = read(written(table)).plan.elements
    actuals = element.indicators[0].actuals
    assert (actuals["before"].text, actuals["y2022"].text) == ("12", "5")
