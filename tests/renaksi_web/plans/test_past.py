"""The medium term and earlier years: entered beside a plan, printed, never overwritten unseen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi.model import Cell
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.plans.renstra import BEFORE, MEDIUM, PastRow, keys_of, rows_of, seen_in
from renaksi_web.plans.services import versions
from renaksi_web.plans.services.past import set_past
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import Papers
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, small_plan, windows_of
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db


def table(office: Office, plan: Plan) -> list[PastRow]:
    found = selectors.loaded(office.operator, plan)
    return rows_of(found, found.plan, plan.year)


def figure(text: str) -> Cell:
    return Cell("set", Decimal(text), text)


def put(office: Office, plan: Plan, at: str, key: str, text: str, *, money: bool = False) -> int:
    rows = table(office, plan)
    pk = next(r.indicator for r in rows if r.element.id == at and (r.indicator is None) == money)
    cells = {(at, pk, key): figure(text) if text else Cell("missing")}
    return set_past(by=office.operator, plan_id=plan.pk, seen=seen_in(rows), cells=cells)


def address(office: Office, plan: Plan) -> str:
    return f"/opd/{office.organisation.slug}/rencana/{plan.pk}/renstra/"


def test_what_is_entered_is_printed(office: Office) -> None:
    plan = plan_of(office)
    windows_of(office)
    assert put(office, plan, "s", MEDIUM, "75") == 1
    assert put(office, plan, "s", "y2021", "60.5") == 1
    assert put(office, plan, "p", BEFORE, "800") == 1
    assert put(office, plan, "p", MEDIUM, "900000", money=True) == 1
    found = selectors.loaded(office.operator, plan).plan
    objective, program = found.element("s"), found.element("p")
    assert objective.indicators[0].target(MEDIUM).value == 75
    assert objective.indicators[0].actual("y2021").value == Decimal("60.5")
    assert program.budget[MEDIUM].value == 900000
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk)
        report = papers.printed("laporan-kinerja", "html", Choices())[0].decode()
        form = papers.printed("evaluasi-renja", "html", Choices())[0].decode()
    assert "REALISASI 2021" in report
    assert "60,5" in report
    assert "900.000" in form
    assert ">800<" in form
    assert Event.objects.filter(act="plan.edit").count() == 4
    assert put(office, plan, "s", MEDIUM, "") == 1
    assert (
        selectors.loaded(office.operator, plan).plan.element("s").indicators[0].target(MEDIUM).state
        == "missing"
    )


def test_the_page_saves_and_shows_what_earlier_years_know(office: Office) -> None:
    old = plan_of(office, small_plan()._replace(year=2021))
    put(office, old, "s", MEDIUM, "77")
    plan = plan_of(office)
    client = client_of(office.operator)
    with queries() as seen:
        page = client.get(address(office, plan)).text
    assert len(seen) <= 18
    assert 'placeholder="77"' in page
    rows = table(office, plan)
    numbers = [(row, key) for row in rows for key in row.own]
    wanted = [
        row.element.id == "s" and bool(row.indicator) and key == MEDIUM for row, key in numbers
    ]
    at = wanted.index(True)
    sent = {"seen": seen_in(rows), f"c{at}": "78,5"}
    assert client.post(address(office, plan), sent).status_code == 302
    assert 'value="78,5"' in client.get(address(office, plan)).text
    again = client.post(address(office, plan), sent | {f"c{at}": "79"})
    assert again.status_code == 422
    assert "Rekan Anda" in again.text
    wrong = client.post(address(office, plan), {"seen": "", "c0": "dua"})
    assert wrong.status_code == 422


def test_nothing_is_lost_or_written_by_others(office: Office, sibling: Office) -> None:
    plan = plan_of(office)
    assert keys_of(2022) == (MEDIUM, BEFORE, "y2019", "y2020", "y2021")
    with pytest.raises(NotFound):
        set_past(by=sibling.operator, plan_id=plan.pk, seen="", cells={})
    with pytest.raises(NotAllowed):
        set_past(by=office.admin, plan_id=plan.pk, seen="", cells={})
    with pytest.raises(NotFound):
        set_past(
            by=office.operator, plan_id=plan.pk, seen="", cells={("s", -1, MEDIUM): figure("1")}
        )
    with pytest.raises(Conflict):
        set_past(
            by=office.operator, plan_id=plan.pk, seen="", cells={("p", None, MEDIUM): figure("1")}
        )
    counter = iter(range(1, 100))
    assert assert_all_or_nothing(lambda: put(office, plan, "s", "y2020", str(next(counter)))) > 3
    Plan.objects.filter(pk=plan.pk).update(status="superseded")
    with pytest.raises(Refused):
        put(office, plan, "s", "y2020", "5000")


def test_a_new_version_keeps_them(office: Office) -> None:
    plan = plan_of(office)
    put(office, plan, "s", MEDIUM, "75")
    put(office, plan, "s", "y2021", "60")
    put(office, plan, "s", BEFORE, "59")
    put(office, plan, "p", BEFORE, "500", money=True)
    revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="Berubah")
    row = selectors.loaded(office.operator, revised).plan.element("s").indicators[0]
    assert (row.target(MEDIUM).value, row.actual("y2021").value) == (75, 60)
    assert row.actual(BEFORE).value == 59


def test_the_next_year_keeps_single_years_and_no_sum_that_has_grown(office: Office) -> None:
    plan = plan_of(office)
    put(office, plan, "s", MEDIUM, "75")
    put(office, plan, "s", "y2021", "60")
    put(office, plan, "s", BEFORE, "59")
    put(office, plan, "p", BEFORE, "500", money=True)
    for keep in (True, False):
        copied = versions.copy(
            by=office.operator, plan_id=plan.pk, year=2023 + keep, keep_targets=keep
        )
        found = selectors.loaded(office.operator, copied).plan
        row = found.element("s").indicators[0]
        assert (row.target(MEDIUM).value, row.actual("y2021").value) == (75, 60)
        assert row.actual(BEFORE).state == "missing"
        assert found.element("p").spending == {}
