"""An office in the middle of its year: something of everything, so that each page has its forms."""

from __future__ import annotations

from renaksi_web.accounts import services
from renaksi_web.bundles import services as bundling
from renaksi_web.plans import reading_on
from renaksi_web.plans.services import importing, queueing, versions
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import (
    Office,
    hire,
    plan_of,
    report_cells,
    series_of,
    small_plan,
    windows_of,
)
from tests.renaksi_web.paper import PAPER, brought_in
from tests.renaksi_web.plans.test_importing import settle


def fill(office: Office) -> str:
    """Put everything in; gives the address of an invitation that is out."""
    windows_of(office)
    series = series_of(plan_of(office))
    report_cells(office.operator, "q2", {series[0]: "60", series[2]: "50", series[4]: "10"})
    where = {"year": 2022, "quarter": "q2", "series": series[4]}
    given = [evidence.Given("a.txt", b"isi")]
    evidence.add(by=office.operator, files=given, **where)  # type: ignore[arg-type]
    second = hire(office.organisation, "budi", ["operator"])
    _go_on(office, series)
    _bring_in(office)
    plan_of(office, small_plan()._replace(year=2023), status="draft")
    second_plan = plan_of(office, small_plan()._replace(year=2024), status="draft")
    versions.verify(by=office.verifikator, plan_id=second_plan.pk)
    bundling.order(by=office.admin, year=2022)
    services.close_account(by=office.admin, user_id=second.user.pk)
    token = services.invite(by=office.admin, name="Citra", role="operator")
    return f"/undangan/{token}/"


def _bring_in(office: Office) -> None:
    """One document as it came, one that is settled, one whose plan is in."""
    brought_in(office)
    for year in ("2025", "2026"):
        imported = brought_in(office, PAPER.replace("2022", year))
        settle(office, imported)
    importing.confirm(by=office.operator, imported_id=imported.pk)
    files = [queueing.Dropped(f"{year}.txt", PAPER.replace("2022", year).encode())
             for year in ("2027", "2028")]  # fmt: skip
    queueing.drop(by=office.admin, files=files)
    while reading_on.read_next():
        pass


def _go_on(office: Office, series: list[int]) -> None:
    """One entry is submitted, one verified, one approved; a draft is left."""
    report_cells(office.operator, "q2", {series[1]: "80"})
    whole = ("submit", "verify", "approve")
    for one, acts in ((series[0], whole[:1]), (series[1], whole), (series[2], whole[:2])):
        for act in acts:
            people = {"submit": office.operator, "verify": office.verifikator}
            by = people.get(act, office.pimpinan)
            seen = dict(Entry.objects.filter(series=one).values_list("pk", "version"))
            move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen)
