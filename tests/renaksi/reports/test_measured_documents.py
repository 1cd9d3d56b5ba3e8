"""Pengukuran Kinerja and Formulir E.81: their columns, and numbers that agree with the measurement."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi.measure import exact, explain, measure
from renaksi.measure.measurement import SpanKey
from renaksi.reports.matter import Choices, Note
from renaksi.reports.tree import Cell, Table, placed
from renaksi.reports.wording import DOTS
from tests.renaksi.reports.paper import OFFICE, build, heads, parties, seed, tables, words_of
from tests.renaksi.reports.year import YEAR, cells

# Permendagri 86/2017, Formulir E.81.
E81_FOOT = [
    "RATA-RATA CAPAIAN KINERJA (%)", "PREDIKAT KINERJA", "Faktor pendorong",
    "Faktor penghambat", "Tindak lanjut yang diperlukan dalam triwulan berikutnya",
    "Tindak lanjut yang diperlukan dalam Renja",
]  # fmt: skip


def grid(table: Table) -> list[dict[int, Cell]]:
    """The body's cells by row and column; what is spanned from above is seen in each row."""
    rows: list[dict[int, Cell]] = [{} for _ in table.body]
    for row, column, cell in placed(table.body, len(table.columns)):
        for down in range(cell.rows):
            rows[row + down][column] = cell
    return rows


def line(table: Table, column: int, words: str) -> dict[int, str]:
    """The texts of the row whose cell in this column contains the words."""
    (row,) = [row for row in grid(table) if column in row and words in row[column].text]
    return {at: cell.text for at, cell in row.items()}


def quarterly(quarter: int = 2) -> Table:
    return tables(build("pengukuran-triwulan", YEAR, quarter=quarter))[0]


def test_the_quarter_stands_beside_to_date_and_the_year() -> None:
    told = line(quarterly(), 2, "Jumlah paket")
    assert told[4] == "12"  # the target of the year
    assert [told[at] for at in (5, 6, 7)] == ["3", "2", "66,67"]  # the quarter
    assert [told[at] for at in (8, 9, 10)] == ["6", "5", "83,33"]  # to date
    assert told[11] == "41,67*"  # of the year, which is not over
    assert told[12] == "Tinggi"
    assert [told[at] for at in (13, 14, 15)] == ["100.000.000", "50.000.000", "50"]


def test_a_program_has_the_money_of_its_sub_activities() -> None:
    told = line(quarterly(), 2, "Persentase layanan")
    assert [told[at] for at in (13, 14, 15)] == ["150.000.000", "60.000.000", "40"]


def test_what_has_no_number_says_why_and_is_never_zero() -> None:
    told = line(quarterly(1), 2, "Nilai SAKIP")
    assert [told[at] for at in (5, 7, 10, 11)] == ["-", "-", "-", "belum dilaporkan"]
    (table, *_) = tables(build("pengukuran-triwulan", seed(), quarter=1))
    texts = {cell.text for row in grid(table) for at, cell in row.items() if at in (7, 10, 11)}
    assert "belum dilaporkan" in texts
    assert "0" not in texts


def test_each_level_has_its_mean_with_what_it_counts() -> None:
    means = measure(YEAR, 2).levels
    for level, word in (
        ("objective", "sasaran"),
        ("program", "program"),
        ("subactivity", "sub kegiatan"),
    ):
        mean = means[level]  # type: ignore[index]
        label = (
            f"Rata-rata capaian {word} terhadap target s.d. triwulan ({mean.counted} dari {mean.of}"
        )
        (row,) = [row for row in grid(quarterly()) if row[0].text.startswith(label)]
        assert row[10].number == _shown(exact(mean.value or 0))


def _shown(text: str) -> Decimal:
    from renaksi.quantity import rounded

    return rounded(Decimal(text))


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_every_printed_achievement_is_the_measured_one_and_explains_itself(quarter: int) -> None:
    measurement = measure(YEAR, quarter)
    table = quarterly(quarter)
    columns: dict[int, SpanKey] = {7: f"q{quarter}", 10: "to_date", 11: "year"}  # type: ignore[dict-item]
    for found in measurement.indicators:
        name = found.row.indicator.name or ""
        (row,) = [row for row in grid(table) if 2 in row and name in row[2].text]
        for at, key in columns.items():
            raw = found.spans[key].raw
            assert row[at].number == (None if raw is None else _shown(exact(raw)))
            assert row[at].because == explain(measurement, found, key)


def test_the_legend_says_of_which_column_the_category_is() -> None:
    said = words_of(build("pengukuran-triwulan", YEAR, quarter=2), "pdf")
    assert "Kategori dari kolom (11), atau (12) bila hanya tahunnya yang bertarget, menurut" in said
    table = quarterly()
    assert "CAPAIAN TERHADAP TARGET S.D. TRIWULAN (%)" in heads(table)[1]
    assert line(table, 2, "Jumlah paket")[12] == "Tinggi"  # of 83,33, not of 41,67


def test_obstacles_and_follow_up_stand_beside_their_indicator() -> None:
    notes = {("s1", 0): Note("Lelang gagal", "Lelang ulang Juli")}
    table = tables(build("pengukuran-triwulan", YEAR, quarter=2, notes=notes))[0]
    told = line(table, 2, "Jumlah paket")
    assert (told[16], told[17]) == ("Lelang gagal", "Lelang ulang Juli")


def test_a_quarter_without_actuals_is_a_draft_that_counts_them() -> None:
    document = build("pengukuran-triwulan", seed(), quarter=1)
    awaited = [o for o in measure(seed(), 1).indicators if o.spans["q1"].state == "awaited"]
    assert document.draft[0].startswith(f"{len(awaited)} indikator belum dilaporkan")
    assert "Pagu anggaran belum diisi." in document.draft


def test_the_annual_form_measures_objectives_and_money() -> None:
    performance, money = tables(build("pengukuran-tahunan", YEAR))
    assert line(performance, 2, "Nilai SAKIP")[6] == "93,55"
    assert line(performance, 0, "Rata-rata")[6] == "96,77"
    assert [line(money, 0, "JUMLAH")[at] for at in (2, 3, 4)] == [
        "150.000.000",
        "145.500.000",
        "97",
    ]
    assert [p.name for p in parties(build("pengukuran-tahunan", YEAR))] == [OFFICE.head.name]


def e81(**choices: str) -> Table:
    return tables(build("evaluasi-renja", YEAR, choices=Choices(**choices)))[0]  # type: ignore[arg-type]


def test_the_quarters_of_formulir_e81_say_how_they_are_counted() -> None:
    assert heads(e81())[0][7] == "REALISASI KINERJA PADA TRIWULAN"
    positions = heads(e81(quarters="positions"))[0]
    assert positions[7] == "REALISASI KINERJA S.D. TRIWULAN"


def test_formulir_e81_ends_with_its_six_rows_and_two_signatures() -> None:
    feet = [row[0].text for row in e81().body[-6:]]
    assert all(text.startswith(foot) for text, foot in zip(feet, E81_FOOT, strict=True))
    left, right = parties(build("evaluasi-renja", YEAR))
    assert (left.name, right.name) == (OFFICE.head.name, OFFICE.planner.name)
    assert left.above == ("Disusun,", "Kemangkon, 10 Januari 2022", "CAMAT KEMANGKON,")
    assert right.above == ("Dievaluasi,", f"{DOTS}, {DOTS}", "KEPALA BAPPERIDA,")


# Indicator: columns 5, 6, 7, 8–11, 12, 13, 14 (K), by hand.
BY_HAND = {
    "Jumlah paket": ["60", "30", "12", "3", "2", "4", "3", "12", "42", "70"],
    "Persentase layanan": ["100%", "95%", "100%", "20%", "50%", "70%", "90%", "90%", "90%", "90"],
    # the mean of 14, 12 and this year's 10
    "Rata-rata waktu layanan": ["8", "13", "10", "8", "12", "10", "10", "10", "12", "150"],
    "Jumlah gedung": ["4", "2", "2", "1", "2", "3", "1", "3", "3", "75"],
}


@pytest.mark.parametrize("name", BY_HAND)
def test_column_13_joins_the_years_by_the_accumulation(name: str) -> None:
    told = line(e81(), 3, name)
    assert [told[at] for at in range(4, 24, 2)] == BY_HAND[name]


def test_without_an_actual_of_the_year_the_last_value_is_that_of_the_years_before() -> None:
    program = YEAR.elements[1]
    silent = program.indicators[0]._replace(actuals=cells(before="95"))
    plan = YEAR._replace(elements=(YEAR.elements[0], program._replace(indicators=(silent,))))
    (table,) = tables(build("evaluasi-renja", plan, quarter=2))
    told = line(table, 3, "Persentase layanan")
    assert [told[at] for at in (18, 20, 22)] == ["", "95%", "95"]


def form_without_before(before: str = "") -> Table:
    """Formulir E.81 of indicators whose earlier years say this alone."""
    elements = tuple(
        element._replace(
            indicators=tuple(
                row._replace(
                    actuals={k: c for k, c in row.actuals.items() if k[0] == "q"}
                    | (cells(before=before) if before else {})
                )
                for row in element.indicators
            )
        )
        for element in YEAR.elements
    )
    return tables(build("evaluasi-renja", YEAR._replace(elements=elements)))[0]


def without_before(name: str, before: str = "") -> list[str]:
    """Columns 6, 12, 13 and 14 of an indicator there."""
    told = line(form_without_before(before), 3, name)
    return [told[at] for at in (6, 18, 20, 22)]


@pytest.mark.parametrize(
    ("name", "unknown", "none"),
    [
        ("Jumlah paket", ["", "12", "", ""], ["-", "12", "12", "20"]),
        ("Rata-rata waktu layanan", ["", "10", "", ""], ["-", "10", "10", "125"]),
        ("Jumlah gedung", ["", "3", "", ""], ["-", "3", "3", "75"]),
        ("Persentase layanan", ["", "90%", "90%", "90"], ["-", "90%", "90%", "90"]),
    ],
)
def test_earlier_years_that_nobody_stated_are_not_counted_as_none(
    name: str, unknown: list[str], none: list[str]
) -> None:
    assert without_before(name) == unknown
    (row,) = [row for row in grid(form_without_before()) if 3 in row and name in row[3].text]
    if unknown[2] == "":
        assert row[20].because == "Kolom 13 belum dapat dihitung: kolom 6 belum diisi."
        assert row[22].because == "Kolom 14 belum dapat dihitung: kolom 13 belum ada."
    else:
        assert row[20].because.startswith("Kolom 13: kolom 6 dan 12 digabung")
    assert without_before(name, "-") == none


def test_money_of_earlier_years_that_nobody_stated_is_not_counted_as_none() -> None:
    def money_of(**spent: str) -> list[str]:
        (work,) = [one for one in YEAR.elements if one.id == "s1"]
        work = work._replace(spending={**work.spending, **cells(**spent)})
        elements = tuple(work if one.id == "s1" else one for one in YEAR.elements)
        told = line(
            tables(build("evaluasi-renja", YEAR._replace(elements=elements)))[0], 3, "paket"
        )
        return [told[at] for at in (7, 19, 21)]

    assert money_of() == ["", "95.500.000", ""]
    assert money_of(before="-") == ["-", "95.500.000", "95.500.000"]
    assert money_of(before="4.500.000") == ["4.500.000", "95.500.000", "100.000.000"]


def test_quarters_may_stand_as_positions_where_they_add_up() -> None:
    told = line(e81(quarters="positions"), 3, "Jumlah paket")
    assert [told[at] for at in (10, 12, 14, 16)] == ["3", "5", "9", "12"]
    assert [told[at] for at in (11, 13, 15, 17)] == [
        "20.000.000", "50.000.000", "60.000.000", "95.500.000",
    ]  # fmt: skip
    last = line(e81(quarters="positions"), 3, "Persentase layanan")
    assert [last[at] for at in (10, 12, 14, 16)] == ["20%", "50%", "70%", "90%"]


def test_quarters_after_the_one_reported_stay_blank() -> None:
    (table,) = tables(build("evaluasi-renja", YEAR, quarter=2))
    told = line(table, 3, "Jumlah paket")
    assert [told[at] for at in (10, 12, 14, 16)] == ["3", "2", "", ""]
    assert told[18] == "5"


def test_the_mean_of_column_14_has_its_predicate() -> None:
    rows = grid(e81())
    (mean,) = [row for row in rows if row[0].text == E81_FOOT[0]]
    (predicate,) = [row for row in rows if row[0].text == E81_FOOT[1]]
    # the mean of 90, 150, 70 and 75
    assert mean[22].text == "96,25"
    assert predicate[22].text == "Sangat Tinggi"


def test_the_writers_rows_of_formulir_e81_are_kept() -> None:
    said = {"faktor_penghambat": "Anggaran cair terlambat"}
    document = build("evaluasi-renja", YEAR, writings=said)
    assert "Faktor penghambat pencapaian kinerja: Anggaran cair terlambat" in words_of(
        document, "pdf"
    )
    assert not any("penghambat" in gap for gap in document.draft)
    assert any("pendorong" in gap for gap in document.draft)


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "html"])
@pytest.mark.parametrize("name", ["pengukuran-triwulan", "pengukuran-tahunan", "evaluasi-renja"])
def test_the_same_numbers_stand_in_every_format(name: str, format: str) -> None:
    document = build(name, YEAR, quarter=4)
    found = words_of(document, format)
    for table in tables(document):
        for row in table.body:
            for cell in row:
                if cell.number is not None:
                    number = _as_a_workbook_has_it(cell) if format == "xlsx" else cell.text
                    assert number in found


def _as_a_workbook_has_it(cell: Cell) -> str:
    value = float((cell.number or Decimal(0)) / (100 if cell.mark == "%" else 1))
    return str(int(value)) if value == int(value) else str(value)


def test_the_seed_prints_as_every_measured_document() -> None:
    for name in ("pengukuran-triwulan", "pengukuran-tahunan", "evaluasi-renja"):
        assert build(name, seed()).draft


def test_earlier_years_of_formulir_e81_come_from_their_plans() -> None:
    bare = tuple(
        e._replace(
            indicators=tuple(
                r._replace(actuals={k: c for k, c in r.actuals.items() if k[0] == "q"})
                for r in e.indicators
            )
        )
        for e in YEAR.elements
    )
    plan = YEAR._replace(elements=bare)
    alone = line(tables(build("evaluasi-renja", plan))[0], 3, "Jumlah paket")
    assert alone[6] == ""
    form = tables(build("evaluasi-renja", plan, earlier=(plan._replace(year=2021),)))[0]
    paket = line(form, 3, "Jumlah paket")
    # Twelve packages each year, and the money of the year before beside them.
    assert (paket[6], paket[7], paket[20]) == ("12", "95.500.000", "24")
