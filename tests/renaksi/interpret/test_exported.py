"""What `renaksi convert --to csv` writes is read as the plan that it was."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings

from renaksi.checks import check
from renaksi.interpret import read_bytes
from renaksi.model import Element, Plan
from renaksi.render import csv as table
from renaksi.render import html as page
from tests.renaksi.readers.told import CASES
from tests.renaksi.strategies import plans

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
KEMANGKON = EXAMPLES / "kemangkon-2022.txt"


def facts(plan: Plan) -> list[object]:
    """What a plan says, without places and reasons."""
    return [
        plan.organisation and plan.organisation.name,
        plan.year,
        *map(of_element, plan.elements),
    ]


def of_element(element: Element) -> object:
    rows = [
        (row.name, row.number, row.unit, row.direction, row.accumulation,
         *({key: (cell.state, cell.value) for key, cell in cells.items() if cell.state != "missing"}
           for cells in (row.targets, row.actuals)))
        for row in element.indicators
    ]  # fmt: skip
    money = [
        {key: (cell.state, cell.value) for key, cell in cells.items() if cell.state != "missing"}
        for cells in (element.budget, element.spending)
    ]
    code = element.code or element.code_printed
    return (
        element.id,
        element.level,
        element.parent,
        element.number,
        element.name,
        code,
        rows,
        money,
    )


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "path",
    [KEMANGKON, CASES / "dlh-pekalongan-2024.txt", CASES / "satpolpp-tegal-2022.txt",
     CASES / "kecamatan-kaligondang-2024.txt", CASES / "kecamatan-kemangkon-triwulan-2022.txt"],
    ids=lambda path: path.stem,
)  # fmt: skip
def test_an_exported_table_is_the_plan_again(path: Path, lang: Literal["id", "en"]) -> None:
    (first,) = read_bytes(path.read_bytes())
    (again,) = read_bytes(table.render([(first.plan, first.diagnostics)], lang))
    assert facts(again.plan) == facts(first.plan)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "path",
    [KEMANGKON, CASES / "dlh-pekalongan-2024.txt", CASES / "satpolpp-tegal-2022.txt",
     CASES / "kecamatan-kemangkon-triwulan-2022.txt"],
    ids=lambda path: path.stem,
)  # fmt: skip
def test_an_exported_page_is_the_plan_again(path: Path, lang: Literal["id", "en"]) -> None:
    (first,) = read_bytes(path.read_bytes())
    found = (*first.diagnostics, *check(first.plan))
    (again,) = read_bytes(page.render([(first.plan, found)], lang))
    assert facts(again.plan) == facts(first.plan)
    assert (again.plan.title, again.plan.kind) == (first.plan.title, first.plan.kind)


@settings(max_examples=60)
@given(plans)
def test_any_exported_page_is_its_plan_again(plan: Plan) -> None:
    found = read_bytes(page.render([(plan, tuple(check(plan)))])) if plan.elements else ()
    assert [len(each.plan.elements) for each in found] == [len(plan.elements)] * bool(plan.elements)


def test_a_figure_that_somebody_corrected_on_the_page_is_read_as_corrected() -> None:
    (first,) = read_bytes(KEMANGKON.read_bytes())
    made = page.render([(first.plan, first.diagnostics)]).decode()
    told = made.replace(">187<", ">188<", 1)
    assert told != made
    (again,) = read_bytes(told.encode())
    values = [cell.value for element in again.plan.elements for row in element.indicators
              for cell in row.targets.values()]  # fmt: skip
    assert 188 in values


def test_the_plans_of_several_offices_stay_apart() -> None:
    read = [read_bytes(path.read_bytes())[0] for path in (
        KEMANGKON, CASES / "satpolpp-tegal-2022.txt")]  # fmt: skip
    for render in (table.render, page.render):
        again = read_bytes(render([(each.plan, each.diagnostics) for each in read]))
        assert [facts(each.plan) for each in again] == [facts(each.plan) for each in read]


def test_a_table_with_heads_of_its_own_is_read_as_any_other() -> None:
    rows = "Program;Indikator;Satuan;TW I;TW II;TW III;TW IV\nProgram Jalan;Panjang;km;1;2;3;4\n"
    (reading,) = read_bytes(rows.encode())
    assert reading.plan.elements[0].name == "Program Jalan"


def test_a_parent_that_stands_below_is_none() -> None:
    rows = (
        "Perangkat daerah;Tahun;Tingkat;Uraian;ID;ID induk;Indikator kinerja;Target TW I\n"
        "Dinas;2022;Kegiatan;Kegiatan A;a;;Jumlah;1\nDinas;2022;Program;Program B;b;a;Jumlah;2\n"
    )
    (reading,) = read_bytes(rows.encode())
    assert [element.parent for element in reading.plan.elements] == [None, None]
