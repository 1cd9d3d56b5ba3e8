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


OBJECTIVES = (
    "No\tSasaran\tIndikator Kinerja\tTarget 2016\tRealisasi\n"
    "1\tMeningkatkan kualitas layanan\tPersentase angkutan\t55\t60\n"
    "2\tMeningkatnya ketertiban\tPersentase laik jalan\t100\t72\n"
)


def test_a_table_without_names_compares_what_is_printed_above_it() -> None:
    years = (
        "\nNo\tIndikator Kinerja\tSatuan\tRealisasi 2014\tTarget 2015\tRealisasi 2015\n"
        "1\tPersentase angkutan\tPersen\t31\t33\t32\n2\tPersentase laik jalan\tPersen\t41\t43\t42\n"
    )
    again = "\nNo\tIndikator Kinerja\tRealisasi Tahun 2013\n1\tPersentase angkutan\t30\n2\tPersentase laik jalan\t40\n"
    one, two = interpret_text(TITLE + OBJECTIVES + years + again).plan.elements
    for element, values in ((one, ["30", "31", "32"]), (two, ["40", "41", "42"])):
        (row,) = element.indicators
        actuals = [row.actuals[key].text for key in ("y2013", "y2014", "y2015")]
        assert actuals == values


def test_what_a_report_says_of_an_objective_is_headed_by_its_number() -> None:
    said = (
        "\nA. Sasaran ke-1 = Meningkatkan kualitas layanan\n\n"
        "1) Persentase angkutan\n\n"
        "Indikator Kinerja\tTarget 2016\tRealisasi\nPersentase angkutan\t55\t60\n"
        "\nB. Sasaran ke-2 : Meningkatnya ketertiban\n\n"
        "Indikator Kinerja\tTarget 2016\tRealisasi\nPersentase laik jalan\t100\t72\n"
    )
    plan = interpret_text(TITLE + OBJECTIVES + said).plan
    assert [(each.number, each.name, len(each.indicators)) for each in plan.elements] == [
        ("1", "Meningkatkan kualitas layanan", 1),
        ("2", "Meningkatnya ketertiban", 1),
    ]


def test_an_objective_whose_verb_has_another_form_is_the_same() -> None:
    again = OBJECTIVES.replace("Meningkatkan", "Meningkatnya").replace("Sasaran", "Sasaran Program")
    plan = interpret_text(TITLE + OBJECTIVES + "\n" + again).plan
    assert [each.name for each in plan.elements] == [
        "Meningkatkan kualitas layanan", "Meningkatnya ketertiban",
    ]  # fmt: skip


def test_a_result_in_a_column_of_results_and_programs_is_no_program() -> None:
    rows = (
        "No\tSasaran Program\tIndikator Kinerja\tTarget %\tProgram\tAnggaran (Rp)\n"
        "1\tMeningkatnya layanan\tPersentase angkutan\t55\tProgram Angkutan\t900.000\n"
        "2\tMeningkatnya ketertiban\tPersentase laik jalan\t60\tProgram Kelayakan\t800.000\n"
    )
    plan = interpret_text(TITLE + rows).plan
    assert [each.level for each in plan.elements] == [
        "objective", "program", "objective", "program",
    ]  # fmt: skip


def test_a_sentence_that_begins_with_a_label_word_is_no_element() -> None:
    prose = (
        "\nKegiatan operasional pelayanan angkutan penumpang umum yang melayani trayek\n"
        "Program pembangunan daerah, untuk bidang perhubungan yang merupakan urusan\n"
    )
    plan = interpret_text(TITLE + OBJECTIVES + prose).plan
    assert [each.level for each in plan.elements] == ["objective", "objective"]


def test_a_word_in_a_column_of_rupiah_is_no_amount() -> None:
    rows = MONEY.replace("900.000", "lihat lampiran")
    reading = interpret_text(TITLE + rows)
    assert "year" not in reading.plan.elements[1].budget
    assert told(reading, "RB119") == ["The text “lihat lampiran” could not be placed in the plan."]


STAFF = "No\tGolongan\tLaki-laki\tPerempuan\tJumlah\n1\tIV\t10\t5\t15\n2\tIII\t40\t35\t75\n\n"


def test_what_a_report_counts_beside_its_plan_is_told_by_no_finding() -> None:
    text = TITLE + STAFF + "Tabel 2.1 Rencana\n\n" + OBJECTIVES + "\nTabel 3.1 Pegawai\n\n" + STAFF
    reading = interpret_text(text)
    assert len(reading.plan.elements) == 2
    assert not told(reading, "RB116")
    assert not told(reading, "RB119")
    assert reading.plan.coverage is not None
    assert {"10", "75"} <= {text for text, _ in reading.plan.coverage.rest}


def test_a_row_that_lost_its_indicator_is_told_though_it_stands_apart() -> None:
    apart = "\n\tPersentase tertib\t25\t50\n\t\t75\t100\n"
    (target, actual) = told(interpret_text(TITLE + OBJECTIVES + apart), "RB115")
    assert "25 and 75" in target
    assert "50 and 100" in actual


def test_two_sentences_are_no_goal() -> None:
    prose = "Tujuan: Meningkatnya kesejahteraan. Sasaran yang dicapai adalah sebagai berikut:\n\n"
    plan = interpret_text(TITLE + prose + OBJECTIVES).plan
    assert [each.level for each in plan.elements] == ["objective", "objective"]


def test_a_report_is_called_by_its_title_and_not_by_its_year() -> None:
    title = "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)\nDINAS PERTANIAN\nTAHUN 2023\n\n"
    plan = interpret_text(title + OBJECTIVES).plan
    assert (plan.title, plan.year) == ("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", 2023)
