"""Reports as offices filed them, cell by cell against what their pages show.

Each expectation has a row for every indicator, and one for an element that has none; what is of
the element stands in its first row. A dash is what the page prints, a blank cell is blank there.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.interpret import Reading, read_bytes
from renaksi.model import Cell, Element, Indicator, Plan
from tests.renaksi.formats.filed_rows import FILED

MONITORING = "dishub-jabar-monev-rencana-aksi-2016"
THREE_OFFICES = "tangsel-kecamatan-realisasi-2023"


def readings(name: str) -> tuple[Reading, ...]:
    return read_bytes((FILED / f"{name}.pdf").read_bytes())


def expected(name: str) -> list[list[str]]:
    lines = (FILED / f"{name}.expected.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def rows(plan: Plan) -> Iterator[tuple[Element, Indicator | None, bool]]:
    """Every indicator with its element, and whether it is the first there."""
    for element in plan.elements:
        yield element, next(iter(element.indicators), None), True
        yield from ((element, indicator, False) for indicator in element.indicators[1:])


def shown(cell: Cell | None) -> str:
    return (cell.text or "") if cell is not None and cell.state != "missing" else ""


def place(element: Element, indicator: Indicator | None) -> list[str]:
    """The page of a row, and the level of its element."""
    source = (indicator or element).source
    return [str(source.page) if source else "", element.level]


def actual(indicator: Indicator | None, key: str) -> str:
    return shown(indicator.actuals.get(key)) if indicator else ""


def test_a_monitoring_report_is_read_cell_by_cell() -> None:
    (reading,) = readings(MONITORING)
    found = [
        [
            *place(element, row),
            element.name or "" if first else "",
            shown(element.budget.get("year")) if first else "",
            row.name or "" if row else "",
            shown(row.target("year")) if row else "",
            actual(row, "year"),
            (row.responsible if row else element.responsible) or "",
        ]
        for element, row, first in rows(reading.plan)
    ]
    assert found == expected(MONITORING)


def test_what_a_monitoring_report_prints_twice_is_told() -> None:
    (reading,) = readings(MONITORING)
    told = [d.where.page for d in reading.diagnostics if d.rule.code == "RB101" and d.where]
    assert told == [1, 1, 4, 5, 7]


def test_a_report_of_three_offices_is_read_cell_by_cell() -> None:
    found = [
        [
            reading.plan.organisation.name if reading.plan.organisation else "",
            *place(element, row),
            element.name or "" if first else "",
            *[shown(element.spending.get(key)) if first else "" for key in ("q1", "q2")],
            row.name or "" if row else "",
            *[actual(row, key) for key in ("q1", "q2")],
        ]
        for reading in readings(THREE_OFFICES)
        for element, row, first in rows(reading.plan)
    ]
    assert found == expected(THREE_OFFICES)


def test_the_sums_of_each_of_three_offices_are_told() -> None:
    told = [
        d.message("id")
        for r in readings(THREE_OFFICES)
        for d in r.diagnostics
        if d.rule.code == "RB130"
    ]
    sums = (
        "4.504.316.352 · 8.393.024.418",
        "3.869.991.177 · 7.129.063.256",
        "4.836.672.422 · 11.403.962.312",
    )
    assert len(told) == len(sums)
    assert all(each in sentence for each, sentence in zip(sums, told, strict=True))
