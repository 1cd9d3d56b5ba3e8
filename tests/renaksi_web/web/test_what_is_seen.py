"""What people see of plans and quarters: tasks, what changed since a return, lines of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from renaksi.model import Cell
from renaksi_web import clock
from renaksi_web.audit.selectors import latest
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.selectors import imported, returns
from renaksi_web.plans.services import importing, versions
from renaksi_web.plans.waiting import waiting_plans
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.original import original_lines
from renaksi_web.tracking.report import report
from renaksi_web.tracking.since_return import since_return
from renaksi_web.tracking.tasks import agenda
from renaksi_web.tracking.workflow import move
from renaksi_web.web.shares import shares
from renaksi_web.web.templatetags.renaksi import cell
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    hire,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.paper import brought_in


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(DAY):
        yield


@pytest.fixture
def series(office: Office) -> list[int]:
    """A plan in force and its windows."""
    windows_of(office)
    return series_of(plan_of(office))


def step(by, act: str, series: list[int] | None = None, reason: str = "") -> None:  # type: ignore[no-untyped-def]
    rows = Entry.objects.exclude(cell_state="missing")
    rows = rows if series is None else rows.filter(series_id__in=series)
    seen = dict(rows.values_list("pk", "version"))
    move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen, reason=reason)


def confirmed(office: Office):  # type: ignore[no-untyped-def]
    """The paper as a plan, with whatever is doubtful left as it is."""
    row = brought_in(office)
    sheet, found = importing.sheet_and_findings(row)
    tasks = review(sheet, found, row.decisions).tasks
    ways = {doubtful.key: {"accumulation": "sum"} for doubtful in tasks.ways}
    for one in ({"do": "ways", "ways": ways},):
        importing.correct(by=office.operator, imported_id=row.pk, step=one, seen=None)
    for key in [question.key for question in tasks.same]:
        answers = {"do": "same", "answers": {key: "apart"}}
        importing.correct(by=office.operator, imported_id=row.pk, step=answers, seen=None)
    keys = [finding.key for fill in tasks.fills for finding in fill.findings]
    if keys:
        importing.decide(
            by=office.operator, imported_id=row.pk, findings=keys, reason="begitu", seen=None
        )
    assert imported(office.operator, row.pk).state == "review"
    return importing.confirm(by=office.operator, imported_id=row.pk)


def test_a_plan_waits_among_the_tasks_of_whoever_can_take_it_on(office: Office) -> None:
    row = brought_in(office)
    assert waiting_plans(office.operator).to_check == [(row.pk, "rencana.txt")]
    assert waiting_plans(office.verifikator).to_check == []
    plan = plan_of(office, status="draft")
    assert waiting_plans(office.operator).to_finish == [(plan, None)]
    assert waiting_plans(office.verifikator).to_verify == [plan]
    assert waiting_plans(office.pimpinan) == ([], [], [], [])
    page = client_of(office.verifikator).get(reverse("office", args=["kemangkon"])).text
    assert "Verifikasi rencana" in page
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    assert waiting_plans(office.verifikator).to_verify == []
    assert waiting_plans(office.pimpinan).to_set == [plan]


def test_who_wrote_a_returned_plan_reads_why_until_it_is_verified_again(office: Office) -> None:
    plan = plan_of(office, status="draft")
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    versions.give_back(by=office.pimpinan, plan_id=plan.pk, reason="Target IKM terlalu rendah.")
    [(waiting, returned)] = waiting_plans(office.operator).to_finish
    assert (waiting, returned and returned.actor) == (plan, office.pimpinan.user.name)
    client = client_of(office.operator)
    for page in (
        reverse("office", args=["kemangkon"]),
        reverse("plan", args=["kemangkon", plan.pk]),
    ):
        assert "Target IKM terlalu rendah." in client.get(page).text
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    plan.refresh_from_db()
    assert returns(office.operator, [plan]) == {}


def test_a_draft_says_what_is_wrong_with_it_before_it_is_set(office: Office) -> None:
    plan = plan_of(office, status="draft")
    where = reverse("plan-findings", args=["kemangkon", plan.pk])
    assert (
        where
        in client_of(office.verifikator).get(reverse("plan", args=["kemangkon", plan.pk])).text
    )
    page = client_of(office.operator).get(where).text
    assert '<ol class="findings"><li' in page
    assert "Selama masih draf" in page
    assert "Selama masih draf" not in client_of(office.verifikator).get(where).text


def test_nobody_is_asked_to_verify_a_plan_of_their_own(office: Office) -> None:
    plan = plan_of(office, status="draft")
    both = hire(office.organisation, "rangkap", ["operator", "verifikator"])
    type(plan).objects.update(created_by=both.user, changed_by=both.user)
    assert waiting_plans(both).to_verify == []
    assert waiting_plans(both).to_finish == [(plan, None)]


def test_a_revision_shows_the_line_of_the_document_that_its_first_version_came_from(
    office: Office,
) -> None:
    plan = confirmed(office)
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=plan.pk)
    later = versions.revise(by=office.operator, plan_id=plan.pk, reason="Anggaran bergeser")
    for version in (plan, later):
        (found,) = original_lines(office.operator, version, [{"line": 6, "column": 2}])
        assert found is not None
        assert [piece.text for piece in found.pieces if piece.marked] == [
            "1. Persentase desa tertib administrasi"
        ]
        assert found.pieces[-1].text == "25%"
    assert original_lines(office.operator, later, [None, {"line": 900}]) == [None, None]


def test_a_plan_that_was_written_here_has_no_line_of_a_paper(office: Office) -> None:
    plan = plan_of(office)
    assert original_lines(office.operator, plan, [{"line": 3, "column": 1}]) == [None]


@pytest.mark.parametrize("together", [True, False])
def test_what_was_sent_back_shows_how_its_value_changed(
    office: Office, series: list[int], together: bool
) -> None:
    first, last = series[0], series[-1]
    report_cells(office.operator, "q2", {first: "61", last: "4"})
    Entry.objects.update(obstacle="Hujan", follow_up="Diulang")
    step(office.operator, "submit")
    step(office.verifikator, "return", [first, last], "Cocokkan lagi")
    assert since_return(office.verifikator, report(office.operator, 2022, "q2")) == {}
    if together:
        report_cells(office.operator, "q2", {first: "62", last: "6"})
    else:
        report_cells(office.operator, "q2", {last: "5"})
        report_cells(office.operator, "q2", {last: "6"})
        report_cells(office.operator, "q2", {first: "62"})
    step(office.operator, "submit")
    found = since_return(office.verifikator, report(office.verifikator, 2022, "q2"))
    told = {
        Entry.objects.get(pk=key).series_id: (
            changed.before["value"]["text"],
            changed.after["value"]["text"],
        )
        for key, changed in found.items()
    }
    assert told == {first: ("61", "62"), last: ("4", "6")}


def test_what_was_sent_back_and_sent_again_unchanged_shows_no_change(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "61"})
    step(office.operator, "submit")
    step(office.verifikator, "return", reason="Lampirkan bukti")
    step(office.operator, "submit")
    (found,) = since_return(office.verifikator, report(office.operator, 2022, "q2")).values()
    assert found.is_none


def test_the_record_names_the_indicator_whose_evidence_came_or_went(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "61"})
    given = [evidence.Given("hadir.txt", b"daftar hadir")]
    where = {"year": 2022, "quarter": "q2", "series": series[0]}
    (row,) = evidence.add(by=office.operator, files=given, **where)
    evidence.remove(by=office.operator, evidence_id=row.pk)
    assert [story.subject for story in latest(office.admin)[:2]] == ["IKM · TW II 2022"] * 2


def test_a_quarter_that_is_done_can_still_be_found(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "61", series[2]: "50", series[-1]: "10"})
    for by, act in (("operator", "submit"), ("verifikator", "verify"), ("pimpinan", "approve")):
        step(getattr(office, by), act)
    found = agenda(office.operator)
    assert [one.report.quarter for one in found.quarters] == ["q1"]
    assert [one.quarter for one in found.finished] == ["q2"]
    page = client_of(office.operator).get(reverse("office", args=["kemangkon"])).text
    assert "Sudah selesai" in page


def test_shares_of_the_bar_are_all_that_is_due(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "61", series[-1]: "5"})
    parts = shares(report(office.operator, 2022, "q2"))
    assert [(part.key, part.number) for part in parts] == [
        ("sangat_tinggi", 1),
        ("sangat_rendah", 1),
        ("none", 1),
    ]
    assert [part.start for part in parts] == [0, 333, 666]
    assert parts[-1].start + parts[-1].width == 1000


def test_a_fraction_is_shown_as_the_percentage_that_it_is() -> None:
    third = Cell("set", Decimal(100) / 3, "=1/3", numerator=Decimal(1), denominator=Decimal(3))
    assert cell(third) == "33,33%"
    assert cell(Cell("set", Decimal(25), "25%")) == "25%"
    assert cell(None) == ""


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("45", "Persen", "45%"),
        ("45,5", "persentase", "45,5%"),
        ("45%", "Persen", "45%"),
        ("45 persen", "Persen", "45 persen"),
        ("45", "Orang", "45"),
        ("45", None, "45"),
    ],
)
def test_a_percentage_is_shown_with_its_sign_however_it_was_typed(
    text: str, unit: str | None, shown: str
) -> None:
    assert cell(Cell("set", Decimal(45), text), unit) == shown


def test_no_sign_stands_behind_what_is_no_number() -> None:
    assert cell(Cell("not_scheduled", text="-"), "Persen") == "-"
    assert cell(Cell("text", text="Kategori 2"), "Persen") == "Kategori 2"


@pytest.mark.parametrize(
    ("view", "rows"), [("belum", 2), ("kendala", 1), ("bukti", 1), ("perbaikan", 0), ("ngawur", 5)]
)
def test_a_view_of_the_grid_shows_only_its_rows_and_says_how_many_there_are(
    office: Office, series: list[int], view: str, rows: int
) -> None:
    report_cells(office.operator, "q2", {series[-1]: "2"})
    address = reverse("report", args=["kemangkon", 2022, "q2"])
    page = client_of(office.operator).get(address, {"tampil": view}).text
    assert page.count("<tr id=") == rows
    assert "Semua baris <b>5</b>" in page
    assert ("Tidak ada baris seperti itu." in page) == (rows == 0)


def test_the_size_of_paper_is_remembered_and_no_other_is_taken(client: Client, db: None) -> None:
    client.post(reverse("choose"), {"kertas": "f4"})
    assert 'class="paper-f4"' in client.get(reverse("set-up")).text
    client.post(reverse("choose"), {"kertas": "a3"})
    assert client.cookies["kertas"].value == "f4"
