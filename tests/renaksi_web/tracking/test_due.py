"""What is due when: yearly and half-yearly indicators, and late ones that count as 0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse

from renaksi import model
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.audit.models import Event
from renaksi_web.plans.models import Indicator
from renaksi_web.refusals import NotAllowed, Refused
from renaksi_web.sheets.table import measured_table
from renaksi_web.tracking import frozen
from renaksi_web.tracking.measuring import set_measuring
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.report import Line, report
from renaksi_web.tracking.summary import summary
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import (
    Office,
    client_of,
    indicator,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)

OPEN, CLOSED = date(2022, 7, 4), date(2022, 8, 1)
YEAR = model.Cell("set", 80, "80")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(OPEN):
        yield


def planned(office: Office, *indicators: model.Indicator, **fields: object) -> list[int]:
    """These indicators under one objective; each row gets the fields."""
    windows_of(office)
    objective = model.Element("s", "objective", "Sasaran", indicators=indicators)
    plan = plan_of(office, model.Plan((objective,), year=2022))
    Indicator.objects.filter(element__plan=plan).update(**fields)
    return series_of(plan)


def only_line(office: Office, quarter: str) -> Line:
    (line,) = report(office.operator, 2022, quarter).lines
    return line


LATE_IN_EACH = {"q1": date(2022, 4, 20), "q2": date(2022, 7, 20), "q3": date(2022, 10, 20)}


@pytest.mark.parametrize(
    ("frequency", "standings"),
    [
        ("quarterly", ["late", "late", "late", "late"]),
        ("half_yearly", ["half_yearly", "late", "half_yearly", "late"]),
        ("yearly", ["yearly", "yearly", "yearly", "late"]),
    ],
)
def test_only_quarters_that_are_assessed_can_be_late(
    office: Office, frequency: str, standings: list[str]
) -> None:
    planned(office, indicator("Nilai", 10, 20, 30, 40), frequency=frequency)
    found = []
    for quarter, day in {**LATE_IN_EACH, "q4": date(2023, 1, 20)}.items():
        with clock.set_to(day):
            line = only_line(office, quarter)
        found.append(line.standing)
        assert line.is_due == (line.standing == "late")
        assert (line.unassessed or "late") == line.standing
    assert found == standings


def test_an_unassessed_quarter_says_so_wherever_its_cell_is_shown(office: Office) -> None:
    (series,) = planned(office, indicator("Nilai", 10, 20, 30, 40), frequency="yearly")
    client = client_of(office.pimpinan)
    where = {"office": "kemangkon", "year": 2022, "quarter": "q2"}
    for name, more in (("report", {}), ("entry", {"series": series}), ("glance", {})):
        page = client.get(reverse(name, kwargs=where | more)).text
        assert re.search("dinilai (setahun sekali|sekali setahun)", page.casefold()), name
    report_page = client.get(reverse("report", kwargs=where)).text
    assert "belum melapor" not in report_page
    values = measured_table(report(office.pimpinan, 2022, "q2"), "id").rows[0].values
    assert values.count("Dinilai setahun sekali") >= 3
    assert "belum melapor" not in values


def test_where_only_the_year_has_a_target_its_value_is_entered_in_the_fourth_quarter(
    office: Office,
) -> None:
    dashes = indicator("Nilai SAKIP", "-", "-", "-", "-", accumulation="last", unit="Nilai")
    only_year = dashes._replace(targets={**dashes.targets, "year": YEAR})
    (series,) = planned(office, only_year)
    assert only_line(office, "q3").standing == "unplanned"
    with clock.set_to(date(2023, 1, 4)):
        line = only_line(office, "q4")
        assert (line.standing, line.is_due, line.by_year) == ("awaited", True, True)
        assert line.target == YEAR
        report_cells(office.operator, "q4", {series: "60"})
        line = only_line(office, "q4")
        assert line.span.raw == 75
        assert line.span.band is not None
        assert line.to_date.raw is None
        page = client_of(office.operator).get(
            reverse("report", kwargs={"office": "kemangkon", "year": 2022, "quarter": "q4"})
        )
        assert "setahun" in page.text
        assert "75%" in page.text


def test_a_yearly_indicator_that_lost_its_fourth_target_is_held_against_the_years(
    office: Office,
) -> None:
    lost = indicator("Nilai", 10, 20, 30, None, accumulation="last")
    planned(office, lost._replace(targets={**lost.targets, "year": YEAR}), frequency="yearly")
    with clock.set_to(date(2023, 1, 4)):
        assert only_line(office, "q4").target == YEAR
        Indicator.objects.update(frequency="quarterly")
        assert only_line(office, "q4").standing == "lost"


def decided(office: Office, *, late: bool = True) -> None:
    set_measuring(by=office.admin, late_as_zero=late)


def headline(member: Member, quarter: str = "q2") -> tuple[object, object]:
    """The figure, and the one of what was reported alone."""
    member.organisation.government.refresh_from_db()
    found = summary(member, 2022, quarter, "id").headline
    return found.mean.value, found.reported and found.reported.value


def test_what_is_late_counts_as_zero_once_the_window_has_closed(office: Office) -> None:
    first, _ = planned(office, indicator("A", "-", 4), indicator("B", "-", 4))
    report_cells(office.operator, "q2", {first: "3"})
    assert headline(office.pimpinan) == (75, None)
    decided(office)
    assert headline(office.pimpinan) == (75, None)
    with clock.set_to(CLOSED):
        assert headline(office.pimpinan) == (Fraction(75, 2), 75)
        page = client_of(office.pimpinan).get(
            reverse("glance", kwargs={"office": "kemangkon", "year": 2022, "quarter": "q2"})
        )
    assert "37,5%" in page.text
    assert "yang melapor saja: 75% (1/2)" in " ".join(page.text.split())
    assert "yang belum dilaporkan dihitung 0" in page.text


def test_what_others_assess_and_what_was_reported_never_counts_as_zero(office: Office) -> None:
    first, _yearly, undefined = planned(
        office,
        indicator("A", "-", 4),
        indicator("Nilai SAKIP", "-", 40, 50, 62, accumulation="last", unit="Nilai"),
        indicator("C", "-", 0),
    )
    report_cells(office.operator, "q2", {first: "3", undefined: "1"})
    decided(office)
    with clock.set_to(CLOSED):
        assert headline(office.pimpinan) == (75, 75)


def test_a_half_yearly_indicator_reported_in_its_quarter_is_not_late_in_the_next(
    office: Office,
) -> None:
    half, other = planned(
        office,
        indicator("A", 1, 2, 3, 4, accumulation="last"),
        indicator("B", "-", "-", 4),
        frequency="half_yearly",
    )
    Indicator.objects.filter(series_id=other).update(frequency="quarterly")
    report_cells(office.operator, "q2", {half: "2"})
    decided(office)
    with clock.set_to(date(2022, 10, 4)):
        report_cells(office.operator, "q3", {other: "2"})
    with clock.set_to(date(2022, 11, 10)):
        value, alone = headline(office.pimpinan, "q3")
    assert value == alone


def test_a_dash_reported_against_a_target_is_late_all_the_same(office: Office) -> None:
    first, second = planned(office, indicator("A", "-", 4), indicator("B", "-", 4))
    report_cells(office.operator, "q2", {first: "4", second: "-"})
    decided(office)
    with clock.set_to(CLOSED):
        assert headline(office.pimpinan) == (50, 100)


def test_what_waits_for_approval_is_not_frozen_as_zero(office: Office) -> None:
    series = planned(office, *(indicator(name, "-", 4) for name in "ABC"))
    report_cells(office.operator, "q2", {series[0]: "4", series[1]: "4"})
    decided(office)
    pimpinan = office.pimpinan
    pimpinan.organisation.government.refresh_from_db()
    first = Entry.objects.get(series=series[0])
    with clock.set_to(CLOSED):
        for by, act in (
            (office.operator, "submit"), (office.verifikator, "verify"), (pimpinan, "approve"),
        ):  # fmt: skip
            move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen={first.pk: 1})
        result = frozen.latest(pimpinan, 2022, "q2")
    assert result is not None
    # 100 for the first, nothing for the second, which is only not approved yet, 0 for the third.
    assert result.result["organisation"]["value"] == "50"
    assert result.result["organisation"]["counted"] == 2


def test_deciding_is_one_event_and_only_for_an_admin_of_the_only_office(
    office: Office, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(NotAllowed):
        set_measuring(by=office.pimpinan, late_as_zero=True)
    events = Event.objects.count()
    decided(office)
    decided(office)
    assert Event.objects.count() == events + 1
    request.getfixturevalue("sibling")
    with pytest.raises(Refused) as refused:
        decided(office, late=False)
    assert "renaksi_web measuring" in refused.value.message()
    office.organisation.government.refresh_from_db()
    assert office.organisation.government.late_as_zero


def test_an_admin_decides_on_a_page_that_everybody_reads(office: Office) -> None:
    url = reverse("measuring", args=["kemangkon"])
    assert client_of(office.admin).post(url, {"late_as_zero": "on"}).status_code == 302
    page = client_of(office.operator).get(url).text
    assert "belum dilaporkan dihitung 0" in page
    assert "Permendagri 86/2017" in page
    assert '<form method="post" class="narrow' not in page
    assert client_of(office.operator).post(url, {}).status_code == 403
