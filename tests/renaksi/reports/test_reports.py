"""What holds for every document: its file and line, any plan, missing data, hostile names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from renaksi.diagnostics import Unreadable
from renaksi.model import Plan
from renaksi.render.printed import FORMATS, printed
from renaksi.reports import REPORTS, report
from renaksi.reports.documents import __path__ as documents_path
from renaksi.reports.matter import Choices, Matter
from renaksi.reports.names import LAYOUTS, QUARTER_CELLS
from renaksi.reports.office import NO_OFFICE, Office, Official, office_from_json, office_to_json
from tests.renaksi.render.printed.test_formats import logo
from tests.renaksi.reports.paper import OFFICE, build, seed, words_of
from tests.renaksi.reports.year import YEAR
from tests.renaksi.strategies import examples, plans


def test_every_document_stands_in_the_list() -> None:
    files = {path.stem for path in Path(documents_path[0]).glob("*.py")} - {"__init__"}
    assert files == set(REPORTS.values())
    for name in REPORTS:
        found = report(name)
        assert found.name == name
        assert found.basis


@pytest.mark.parametrize("name", REPORTS)
@examples(4)
@given(plan=plans)
def test_any_plan_prints(name: str, plan: Plan) -> None:
    for choices in (Choices(), Choices("f4", LAYOUTS[1], QUARTER_CELLS[1])):
        document = report(name).build(Matter(plan, choices=choices, before=plan))
        for format in ("html", "xlsx", "docx"):
            assert printed(document, format)


@pytest.mark.parametrize("name", REPORTS)
@examples(3)
@given(plan=plans)
def test_any_plan_is_set_on_pages(name: str, plan: Plan) -> None:
    assert printed(report(name).build(Matter(plan, OFFICE, 2)), "pdf").startswith(b"%PDF")


def _empty() -> Iterator[tuple[str, Plan]]:
    yield "no elements", Plan(())
    yield "no actuals", seed()
    dashes = [
        e._replace(indicators=tuple(
            row._replace(targets={k: c for k, c in row.targets.items() if c.state != "set"}, actuals={})
            for row in e.indicators))
        for e in YEAR.elements
    ]  # fmt: skip
    yield "no targets", YEAR._replace(elements=tuple(dashes))


@pytest.mark.parametrize(("what", "plan"), list(_empty()), ids=lambda part: str(part)[:12])
@pytest.mark.parametrize("name", REPORTS)
def test_what_is_missing_never_stops_a_document(name: str, what: str, plan: Plan) -> None:
    document = report(name).build(Matter(plan))
    assert document.draft
    for format in FORMATS:
        found = words_of(document, format)
        for gap in document.draft[:3]:
            assert gap.replace(" ", "") in found.replace(" ", "")


HOSTILE = '=cmd|"/C calc"!A0 #panic() $x$ </w:t><b>\u202e'


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
def test_names_never_act_in_any_document(name: str, format: str) -> None:
    elements = tuple(
        e._replace(
            name=f"{HOSTILE} {e.id}",
            indicators=tuple(
                r._replace(name=HOSTILE, unit=HOSTILE, definition=HOSTILE, responsible=HOSTILE)
                for r in e.indicators
            ),
        )
        for e in YEAR.elements
    )
    person = Official(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    office = Office(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, person, person, person)
    document = report(name).build(Matter(YEAR._replace(elements=elements), office, before=YEAR))
    found = words_of(document, format).replace(" ", "").casefold()
    assert '=cmd|"/ccalc"!a0#panic()$x$</w:t><b>' in found


def test_an_office_survives_its_json() -> None:
    office = OFFICE._replace(logo=logo(), staff=(Official("Seseorang", "Kasi"),))
    assert office_from_json(office_to_json(office)) == office
    assert office_from_json(office_to_json(NO_OFFICE)) == NO_OFFICE
    assert office_from_json('{"dated": "2022-01-10", "unknown": 1}') == Office(
        dated=date(2022, 1, 10)
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{", "JSON"),
        ("[]", "$"),
        ('{"schema": "renaksi/plan/1"}', "schema"),
        ('{"name": 3}', "name"),
        ('{"head": "Camat"}', "head"),
        ('{"head": {"nip": 1970}}', "head.nip"),
        ('{"head": {"elected": "ya"}}', "head.elected"),
        ('{"dated": "10 Januari"}', "dated"),
        ('{"staff": {}}', "staff"),
        ('{"logo": "###"}', "logo"),
        ('{"logo": "R0lGODlh"}', "PNG"),
    ],
)
def test_malformed_data_of_an_office_are_refused_by_name(text: str, named: str) -> None:
    with pytest.raises(Unreadable) as refused:
        office_from_json(text)
    assert named in refused.value.message("id")
    assert refused.value.message("id") != refused.value.message("en")


def test_a_thousand_sub_activities_print() -> None:
    *above, first, _ = YEAR.elements
    many = tuple(first._replace(id=f"s{n}", number=str(n)) for n in range(1, 1001))
    plan = YEAR._replace(elements=(*above, *many))
    for name in ("rencana-aksi", "pengukuran-triwulan", "evaluasi-renja"):
        found = words_of(build(name, plan), "pdf")
        assert found.count("Penyediaan") >= 990
