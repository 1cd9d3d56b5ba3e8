"""What a performance report prints again and again: its findings are few, and say what they are about."""

from __future__ import annotations

from renaksi.interpret import Reading, interpret_text

TITLE = "LAPORAN KINERJA TAHUN 2016\nDINAS PERHUBUNGAN\n\n"
MONEY = (
    "Sasaran\tIndikator Kinerja\tTarget %\tProgram\tKeuangan\t\t\n"
    "\t\t\t\tAnggaran (Rp)\tRealisasi (Rp)\tRealisasi %\n"
    "Meningkatnya pelayanan\tPersentase angkutan\t55\tProgram Angkutan\t900.000\t450.000\t50.00\n"
)


def told(reading: Reading, code: str) -> list[str]:
    return [found.message("en") for found in reading.diagnostics if found.rule.code == code]


def test_what_was_spent_in_per_cent_is_no_amount() -> None:
    reading = interpret_text(TITLE + MONEY)
    program = reading.plan.elements[1]
    assert program.budget["year"].text == "900.000"
    assert program.spending["year"].text == "450.000"
    assert not told(reading, "RB115")


def test_amounts_that_differ_are_told_once_by_what_they_are() -> None:
    more = "\tPersentase laik jalan\t60\t\t800.000\t300.000\t37.50\n"
    last = "\tPersentase tertib\t70\t\t700.000\t300.000\t42.86\n"
    assert told(interpret_text(TITLE + MONEY + more + last), "RB115") == [
        "The budget of the year of “Program Angkutan” is printed more than once with different"
        " values: 900.000 and 800.000; 700.000; the first is kept.",
        "The spending of the year of “Program Angkutan” is printed more than once with different"
        " values: 450.000 and 300.000; the first is kept.",
    ]


def test_a_unit_that_is_printed_as_a_sign_and_as_a_word_is_one() -> None:
    first = "No\tSasaran\tIndikator Kinerja\tTarget 2016 (%)\n1\tMeningkatnya pelayanan\tPersentase angkutan\t55\n"
    again = "\nNo\tIndikator Kinerja\tSatuan\tTarget 2016\n1\tPersentase angkutan\tPersen\t55\n"
    reading = interpret_text(TITLE + first + again)
    assert not told(reading, "RB119")
    assert [row.unit for row in reading.plan.elements[0].indicators] == ["%"]


def test_the_mean_of_an_objective_is_none_of_its_indicators() -> None:
    rows = (
        "Sasaran\tIndikator Kinerja\tSatuan\tTarget 2016\tRealisasi\tCapaian (%)\n"
        "Meningkatnya pelayanan\tPersentase angkutan\tPersen\t55\t60\t109\n"
        "\tRATA-RATA CAPAIAN SASARAN KE-1\t\t\t\t109\n"
        "\tRata-rata capaian kinerja pegawai\tPersen\t80\t81\t101\n"
    )
    (objective,) = interpret_text(TITLE + rows).plan.elements
    assert [row.name for row in objective.indicators] == [
        "Persentase angkutan", "Rata-rata capaian kinerja pegawai",
    ]  # fmt: skip


def test_the_region_of_an_office_ends_where_its_sentence_goes_on() -> None:
    text = (
        TITLE
        + "Laporan Dinas Perhubungan Provinsi Jawa Barat merupakan perwujudan dari amanat.\n\n"
    )
    office = interpret_text(text + MONEY).plan.organisation
    assert office is not None
    assert office.government == "Provinsi Jawa Barat"
