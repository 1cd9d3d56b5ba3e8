"""Codes of money and of means: of their own, stable, and leading to what they are made of."""

from __future__ import annotations

from datetime import date

import pytest

from renaksi.quarter import QUARTERS
from renaksi.reports.matter import Choices
from renaksi.reports.tree import Document, Table
from renaksi_web import clock
from renaksi_web.plans.models import Plan
from renaksi_web.plans.services import versions
from renaksi_web.refusals import NotFound
from renaksi_web.sheets.papers import Papers
from renaksi_web.tracking.totals import ALL, MEAN, codes_of_totals, traced_total
from renaksi_web.tracking.tracing import codes_of, traced
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    small_plan,
    windows_of,
)
from tests.renaksi_web.queries import queries
from tests.renaksi_web.tracking.test_money import budget, spent

pytestmark = pytest.mark.django_db
SITE = "http://contoh.test/angka/"


@pytest.fixture
def plan(office: Office) -> Plan:
    """Two ceilings, 60 of 100 spent in the second quarter, and two achievements reported."""
    row = plan_of(office, status="draft")
    budget(office, row, a="100", b="300")
    Plan.objects.filter(pk=row.pk).update(
        status="set", set_by=office.pimpinan.user, set_at=clock.now()
    )
    row.refresh_from_db()
    windows_of(office)
    series = series_of(row)
    with clock.set_to(date(2022, 4, 4)):
        report_cells(office.operator, "q1", {series[2]: "25"})
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[0]: "30", series[2]: "40"})
        spent(office, a="60")
    return row


def code(office: Office, plan: Plan, what: str, kind: str, quarter: str = "q2") -> str:
    return codes_of_totals(office.operator, plan, quarter)[what, kind]


def test_every_sum_and_mean_has_a_code_of_its_own(office: Office, plan: Plan) -> None:
    codes = codes_of_totals(office.operator, plan, "q2")
    others = [*codes_of_totals(office.operator, plan, "q3").values(),
              *codes_of(office.operator, plan, "q2").values()]  # fmt: skip
    assert len(set(codes.values())) == len(codes)
    # A ceiling is the same whatever quarter is looked at.
    same = set(codes.values()) & set(others)
    assert same == {code for (_, kind), code in codes.items() if kind == "budget"}
    assert codes == codes_of_totals(office.operator, plan, "q2")


@pytest.mark.parametrize(
    ("what", "kind", "value"),
    [
        (ALL, "budget", "400"), (ALL, "spending", "60"), (ALL, "absorption", "15"),
        ("k", "budget", "400"), ("a", "spending", "60"), ("a", "absorption", "60"),
        ("t", MEAN, "50"), ("level:goal", MEAN, "50"), ("level:program", MEAN, "86,67"),
    ],
)  # fmt: skip
def test_a_code_leads_to_its_figure(
    office: Office, plan: Plan, what: str, kind: str, value: str
) -> None:
    with clock.set_to(DAY):
        found = traced_total(office.operator, code(office, plan, what, kind).lower())
        url = f"/opd/{office.organisation.slug}/angka/"
        page = client_of(office.verifikator).get(f"{url}{found.code}/")
        led = client_of(office.verifikator).get(url, {"kode": found.code.lower()})
    assert (found.plan.pk, found.quarter, found.kind, found.value.text) == (
        plan.pk, "q4" if kind == "budget" else "q2", kind, value,
    )  # fmt: skip
    assert led.status_code == 302
    assert f"<strong>{value}</strong>" in page.text
    assert ("Operator" in page.text) == (kind != MEAN)


def test_money_tells_what_it_is_made_of_and_who_reported_it(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        found = traced_total(office.operator, code(office, plan, "p", "spending"))
    told = [(one.name, one.budget.text, [c.text for _, c in one.spent]) for one in found.amounts]
    assert told == [("Nama a", "100", ["", "60"]), ("Nama b", "300", ["", ""])]
    assert [(one.value, one.author.name) for one in found.spending] == [(60, "Operator")]


def test_a_mean_tells_what_counted(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        found = traced_total(office.operator, code(office, plan, "level:subactivity", MEAN))
        program = traced_total(office.operator, code(office, plan, "p", MEAN))
    assert [(one.name, one.achievement.text) for one in found.counted] == [
        ("Dokumen Renja", "belum dilaporkan"), ("Rapat", "belum dilaporkan"),
    ]  # fmt: skip
    assert found.value.text == "-"
    assert [one.achievement.text for one in program.counted] == ["86,67"]
    assert "86,67" in program.explanation


@pytest.mark.parametrize(
    ("name", "values"),
    {
        "pengukuran-triwulan": ["400", "60", "15"], "pengukuran-tahunan": ["400", "60", "15"],
        "laporan-kinerja": ["400", "60", "15"], "evaluasi-renja": ["400", "60"],
        "perjanjian-kinerja": ["400"],
    }.items(),
)  # fmt: skip
def test_a_document_prints_codes_that_lead_to_the_figures_beside_them(
    office: Office, plan: Plan, name: str, values: list[str]
) -> None:
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk, "q2", site=SITE)
        document = papers.document(name)
        (section,) = [one for one in document.sections if one.name == "Kode angka"]
        table = section.blocks[-1]
        rows = [[cell.text for cell in row] for row in table.body]  # type: ignore[union-attr]
        whole = next(row for row in rows if row[0] == "Semua program")
        assert whole[1::2][: len(values)] == values
        for row in rows:
            for value, printed in zip(row[1::2], row[2::2], strict=True):
                if printed:
                    assert traced_total(office.operator, printed).value.text == value


def test_each_layout_of_an_action_plan_lists_the_codes_of_what_it_shows(
    office: Office, plan: Plan
) -> None:
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk, "q2", site=SITE)
        listed = {
            layout: _codes_of(papers.document("rencana-aksi", Choices(layout=layout)))
            for layout in ("columns", "paired")
        }
    objectives, money = listed["columns"]
    assert [row[1] for row in objectives] == ["Nilai SAKIP"]
    assert "Semua program" in [row[0] for row in money]
    (everything,) = listed["paired"]
    assert len(everything) > len(objectives)


def _codes_of(document: Document) -> list[list[list[str]]]:
    """The tables of a document's list of codes, by the text of their cells."""
    (section,) = [one for one in document.sections if one.name == "Kode angka"]
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.body] for table in tables]


def test_the_years_documents_show_and_trace_the_year(office: Office, plan: Plan) -> None:
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk, "q1", site=SITE)
        data, _ = papers.printed("laporan-kinerja", "html", Choices())
    words = data.decode()
    assert code(office, plan, ALL, "spending", QUARTERS[-1]) in words
    assert code(office, plan, ALL, "spending", "q1") not in words


def test_a_revised_version_has_other_codes_and_the_old_stay(office: Office, plan: Plan) -> None:
    old = code(office, plan, ALL, "budget")
    with clock.set_to(DAY):
        revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="Refocusing")
        budget(office, revised, a="500")
        versions.verify(by=office.verifikator, plan_id=revised.pk)
        versions.set_in_force(by=office.pimpinan, plan_id=revised.pk)
        assert traced_total(office.operator, old).value.text == "400"
        new = code(office, revised, ALL, "budget")
        assert traced_total(office.operator, new).value.text == "800"


def test_nobody_else_learns_anything_of_it(office: Office, sibling: Office, plan: Plan) -> None:
    there = code(office, plan, ALL, "budget")
    with pytest.raises(NotFound):
        traced_total(sibling.operator, there)
    with pytest.raises(NotFound):
        traced(office.operator, there)
    url = f"/opd/{office.organisation.slug}/angka/{there}/"
    assert client_of(sibling.operator).get(url).status_code == 404
    assert codes_of_totals(office.operator, plan_of(sibling, small_plan(), "draft"), "q2") == {}


def test_looking_up_takes_the_same_queries_whatever_the_plan(office: Office, plan: Plan) -> None:
    there = code(office, plan, ALL, "budget")
    with clock.set_to(DAY), queries() as seen:
        client_of(office.operator).get(f"/opd/{office.organisation.slug}/angka/{there}/")
    assert len(seen) <= 25
