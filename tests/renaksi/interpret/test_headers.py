"""What header cells say of their columns."""

from __future__ import annotations

import pytest

from renaksi.interpret import interpret_text
from renaksi.interpret.header_words import header_role
from renaksi.interpret.headers import columns_of


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("TW1", "q1"), ("TWI", "q1"), ("Q2", "q2"), ("Triwulan3", "q3"), ("TW ke-4", "q4"),
        ("TRIWULAN KE-1", "q1"), ("Triwulan Kedua", "q2"), ("Target TW III", "q3"), ("B12", "q4"),
    ],
)  # fmt: skip
def test_a_quarter_may_be_named_in_many_ways(cell: str, key: str) -> None:
    role = header_role(cell)
    assert role is not None
    assert (role.field, role.key) == ("value", key)


@pytest.mark.parametrize(("cell", "kind"), [("T. TW I", "targets"), ("R. TW I", "actuals")])
def test_a_letter_stands_for_target_and_for_what_was_reached(cell: str, kind: str) -> None:
    role = header_role(cell)
    assert role is not None
    assert (role.kind, role.key) == (kind, "q1")


def test_letters_below_a_quarter_are_its_target_and_its_actual() -> None:
    columns = columns_of((("URAIAN", "TW I", "", "TW II", ""), ("", "T", "R", "T", "R")))
    found = [(role.kind, role.key) for _, role in columns.slots if role.field == "value"]
    assert found == [("targets", "q1"), ("actuals", "q1"), ("targets", "q2"), ("actuals", "q2")]


@pytest.mark.parametrize(
    "header",
    [
        ("No", "Indikator Kinerja", "Capaian Tahun 2015", "Capaian Tahun 2016", "Percepatan"),
        ("No", "Indikator Kinerja", "Capaian", "Penyerapan Anggaran", "Efisiensi (100-6)"),
    ],
)
def test_what_a_table_compares_are_percentages_and_no_actuals(header: tuple[str, ...]) -> None:
    assert [role.field for _, role in columns_of((header,)).slots] == [
        "number", "indicator", "note", "note", "note",
    ]  # fmt: skip


def test_money_beside_its_ceiling_is_spent_though_the_table_compares_it() -> None:
    columns = columns_of((("Kegiatan", "Pagu (Rp)", "Realisasi Anggaran (Rp)", "Efisiensi"),))
    assert [role.field for _, role in columns.slots] == ["name", "value", "value", "note"]


def test_what_was_spent_in_per_cent_is_no_money() -> None:
    header = (
        "Kegiatan",
        "Realisasi Keuangan (Rp)",
        "Realisasi Keuangan (%)",
        "Realisasi Fisik (%)",
    )
    roles = [role for _, role in columns_of((header,)).slots]
    assert [(role.field, role.money) for role in roles[1:]] == [
        ("value", True), ("note", None), ("note", None),
    ]  # fmt: skip


def test_a_target_may_be_a_word_though_no_figure_stands_in_its_column() -> None:
    text = (
        "RENCANA KINERJA TAHUNAN\nKECAMATAN AMUNTAI UTARA\nTAHUN 2021\n"
        "SASARAN STRATEGIS\tIndikator Kinerja\tSatuan\tTarget\n"
        "Meningkatnya mutu pelayanan\t1) Predikat akuntabilitas kinerja\tPredikat\tA\n"
    )
    (element,) = interpret_text(text).plan.elements
    target = element.indicators[0].target("year")
    assert (target.state, target.text) == ("text", "A")


def test_a_label_and_its_text_on_a_sheet_of_their_own_are_no_row() -> None:
    text = (
        "RENCANA AKSI TAHUN 2024\nProgram\tIndikator\tSatuan\tWaktu mulai\tTW I\tTW II\tTW III\tTW IV\n"
        "Program Jalan\tPanjang jalan\tkm\t02 Januari 2024\t1\t2\t3\t4\n\n\nRumus rusak:\t#DIV/0!\n"
    )
    reading = interpret_text(text)
    (element,) = reading.plan.elements
    assert [row.name for row in element.indicators] == ["Panjang jalan"]
    assert [d.rule.code for d in reading.diagnostics if d.rule.severity != "info"] == []


def test_a_short_name_behind_its_number_is_no_figure_with_a_unit() -> None:
    text = (
        "RENCANA AKSI TAHUN 2024\nDINAS KETAHANAN PANGAN\n"
        "PROGRAM/KEGIATAN\tINDIKATOR KINERJA\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        "3 Peningkatan Diversifikasi dan Ketahanan Pangan Masyarakat\tCakupan a\tPersen\t1\t2\t3\t4\n"
        "4 Pengawasan Keamanan Pangan\tPersentase pengawasan\tPersen\t-\t-\t60%\t85%\n"
    )
    elements = interpret_text(text).plan.elements
    assert [(each.number, each.name) for each in elements][1:] == [
        ("4", "Pengawasan Keamanan Pangan")
    ]
    assert len(elements[1].indicators) == 1
