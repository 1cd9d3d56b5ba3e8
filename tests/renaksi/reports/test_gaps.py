"""What a document lacks is told in numbers that agree, and one row is written in one way."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi.model import Element, Indicator, Plan
from renaksi.reports import REPORTS
from renaksi.reports.tree import Cell, Chart
from tests.renaksi.reports.paper import blocks, build, seed, tables, words_of
from tests.renaksi.reports.test_measured_documents import grid, line
from tests.renaksi.reports.test_performance_report import NAME, told, with_row
from tests.renaksi.reports.year import YEAR, cells


def with_elements(**changes: dict[str, object]) -> Plan:
    """The year's plan with other values in some of its elements."""
    elements = tuple(one._replace(**changes.get(one.id, {})) for one in YEAR.elements)
    return YEAR._replace(elements=elements)


def program() -> Element:
    return next(one for one in YEAR.elements if one.id == "p")


def with_program_row(**changes: object) -> Plan:
    row: Indicator = program().indicators[0]._replace(**changes)  # type: ignore[arg-type]
    return with_elements(p={"indicators": (row,)})


def test_what_was_reported_without_its_sign_is_printed_with_that_of_its_targets() -> None:
    plan = with_program_row(actuals=cells(q1="20", q2="50%", q3="70", q4="90"))
    row = line(tables(build("pengukuran-triwulan", plan, quarter=3))[0], 2, "Persentase layanan")
    assert [row[at] for at in (4, 5, 6, 8, 9)] == ["100%", "75%", "70%", "75%", "70%"]
    form = grid(tables(build("evaluasi-renja", plan))[0])
    (shown,) = [row for row in form if 3 in row and "Persentase layanan" in row[3].text]
    figures = [shown[at] for at in (8, 10, 12, 14, 16, 18)]
    assert {cell.mark for cell in figures} == {"%"}
    assert [cell.number for cell in figures] == [100, 20, 50, 70, 90, 90]


def test_a_percentage_whose_targets_bear_no_sign_gets_none() -> None:
    plan = with_program_row(targets=cells(q1="25", q2="50", q3="75", q4="100"))
    row = line(tables(build("pengukuran-triwulan", plan, quarter=1))[0], 2, "Persentase layanan")
    assert [row[at] for at in (4, 5, 8)] == ["100", "25", "25"]


def test_rows_of_one_indicator_count_once_among_what_is_not_reported() -> None:
    silent = program().indicators[0]._replace(actuals={})
    activity = next(one for one in YEAR.elements if one.id == "a")
    again = silent._replace(same_as=(("p", 0),))
    plan = with_elements(p={"indicators": (silent,)}, a={"indicators": (again,)})
    assert activity.indicators[0].name != silent.name
    draft = build("pengukuran-triwulan", plan, quarter=1).draft
    assert draft[0].startswith("1 indikator belum dilaporkan")
    assert draft[1] == "Realisasi kosong: “Persentase layanan”."


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("perjanjian-kinerja", "Anggaran “Program Penunjang Urusan Pemerintahan Daerah”"),
        ("pengukuran-tahunan", "Pagu “Program Penunjang Urusan Pemerintahan Daerah”"),
        ("pengukuran-triwulan", "Pagu anggaran"),
        ("evaluasi-renja", "Pagu anggaran (kolom 7)"),
    ],
)
def test_a_sum_of_some_budgets_does_not_pass_for_the_whole(document: str, says: str) -> None:
    half = build(document, with_elements(s2={"budget": {}}), quarter=4).draft
    assert f"{says} belum lengkap: 1 dari 2 belum diisi." in half
    none = build(document, with_elements(s1={"budget": {}}, s2={"budget": {}}), quarter=4).draft
    assert f"{says} belum diisi." in none
    above = with_elements(p={"budget": cells(year=150_000_000)}, s2={"budget": {}})
    assert not [gap for gap in build(document, above, quarter=4).draft if says in gap]


def test_spending_of_some_is_told_too() -> None:
    half = with_elements(s2={"spending": {}})
    for document, says in (
        ("pengukuran-tahunan", "Realisasi anggaran “Program Penunjang Urusan Pemerintahan Daerah”"),
        ("pengukuran-triwulan", "Realisasi anggaran"),
        ("evaluasi-renja", "Realisasi anggaran (kolom 12)"),
    ):
        draft = build(document, half, quarter=4).draft
        assert f"{says} belum lengkap: 1 dari 2 belum diisi." in draft


def test_what_is_not_reported_has_neither_reached_nor_missed_its_target() -> None:
    assert "1 dari 2 indikator mencapai targetnya." in told(build(NAME, YEAR))
    silent = with_row(actuals={})
    said = told(build(NAME, silent))
    assert "0 dari 2 indikator mencapai targetnya; 1 belum dapat dinilai." in said
    (chart, *_) = blocks(build(NAME, silent), Chart)
    assert isinstance(chart, Chart)
    assert chart.series[0].values == (Decimal("93.55"),)


def test_progress_in_the_medium_term_needs_the_years_before() -> None:
    plan = with_row(accumulation="sum", actuals=cells(q2=82, q4=84))
    document = build(NAME, plan)
    gap = "Realisasi “Indeks Kepuasan Masyarakat” s.d. tahun lalu belum tersedia."
    assert gap in document.draft
    assert gap in told(document)
    (row,) = [row for table in tables(document) for row in table.body if _is_medium(row)]
    assert [cell.text for cell in row[2:]] == ["90", "", ""]


def _is_medium(row: tuple[Cell, ...]) -> bool:
    return len(row) == 5 and row[2].text == "90"


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("rencana-aksi", "Rencana ini masih kosong."),
        ("pengukuran-triwulan", "Rencana ini tidak memuat indikator."),
        ("pengukuran-tahunan", "Rencana ini tidak memuat sasaran."),
        ("perjanjian-kinerja", "Rencana ini tidak memuat sasaran."),
        ("iku", "Rencana ini tidak memuat indikator tujuan atau sasaran."),
        ("evaluasi-renja", "Rencana ini tidak memuat indikator program"),
        ("pohon-kinerja", "Rencana ini tidak memuat tujuan"),
        ("laporan-kinerja", "Rencana ini tidak memuat sasaran."),
    ],
)
def test_an_empty_plan_is_a_draft_of_every_document(document: str, says: str) -> None:
    draft = build(document, YEAR._replace(elements=()), quarter=2).draft
    assert any(gap.startswith(says) for gap in draft), draft


def test_a_target_that_is_not_scheduled_is_no_promise() -> None:
    nothing = cells(q1="-", q2="-", q3="-", q4="-")
    draft = build("perjanjian-kinerja", with_row(targets=nothing)).draft
    assert draft == ("Target tahun “Indeks Kepuasan Masyarakat” belum diisi.",)


@pytest.mark.parametrize("document", REPORTS)
def test_an_indicator_without_text_is_called_so(document: str) -> None:
    rows = {one.id: one.indicators[0]._replace(name=None) for one in YEAR.elements}
    plan = with_elements(**{id: {"indicators": (row,)} for id, row in rows.items()})
    nothing = YEAR._replace(
        elements=tuple(
            one._replace(indicators=(one.indicators[0]._replace(actuals={}),))
            for one in plan.elements
        )
    )
    made = build(document, nothing, quarter=2)
    assert "?" not in words_of(made, "html").replace("dari mana?", "")


def test_a_record_names_the_work_whose_indicator_has_no_text() -> None:
    plan = with_program_row(name=None, actuals={})
    said = words_of(build("berita-acara", plan, quarter=2), "pdf")
    assert "(tanpa teks) Program Penunjang Urusan Pemerintahan Daerah" in said


def test_a_record_of_nothing_measured_is_a_draft() -> None:
    gap = "Belum ada realisasi yang terukur pada triwulan ini."
    assert gap not in build("berita-acara", YEAR, quarter=2).draft
    assert gap in build("berita-acara", seed(), quarter=2).draft
