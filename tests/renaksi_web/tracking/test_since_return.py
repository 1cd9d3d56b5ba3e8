"""Who decides again sees what changed since the entry was sent back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.tracking import evidence
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.report import report
from renaksi_web.tracking.reporting import describe
from renaksi_web.tracking.since_return import Difference, since_return
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import (
    DAY,
    Office,
    client_of,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.queries import queries

WHERE = {"year": 2022, "quarter": "q2"}


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(DAY):
        yield


@pytest.fixture
def series(office: Office) -> list[int]:
    """Three entries that were sent, and one of them sent back."""
    windows_of(office)
    found = series_of(plan_of(office))
    filled = [found[0], found[2], found[4]]
    report_cells(office.operator, "q2", dict.fromkeys(filled, "60"))
    step(office.operator, "submit", filled)
    step(office.verifikator, "return", filled[:2], "angka keliru")
    return filled


def step(by: Member, act: str, series: list[int], reason: str = "") -> None:
    seen = dict(Entry.objects.filter(series__in=series).values_list("pk", "version"))
    move(by=by, act=f"entry.{act}", seen=seen, reason=reason, **WHERE)  # type: ignore[arg-type]


def found_by(member: Member) -> dict[int, Difference]:
    """By series."""
    told = since_return(member, report(member, 2022, "q2"))
    return {Entry.objects.get(pk=pk).series_id: told[pk] for pk in told}


def proved(office: Office, series: int, name: str) -> evidence.Evidence:
    given = [evidence.Given(name, name.encode())]
    return evidence.add(by=office.operator, series=series, files=given, **WHERE)[0]  # type: ignore[arg-type]


def test_many_changes_are_one_difference_against_what_was_sent_back(
    office: Office, series: list[int]
) -> None:
    one, other, _ = series
    report_cells(office.operator, "q2", {one: "61", other: "70"})
    report_cells(office.operator, "q2", {one: "62"})
    report_cells(office.operator, "q2", {other: "60"})
    describe(by=office.operator, series=one, obstacle="hujan", **WHERE)  # type: ignore[arg-type]
    evidence.remove(by=office.operator, evidence_id=proved(office, one, "a.txt").pk)
    proved(office, one, "b.txt")
    assert found_by(office.verifikator) == {}
    step(office.operator, "submit", [one, other])
    difference = found_by(office.verifikator)[one]
    assert difference.before["value"]["text"] == "60"
    assert difference.after["value"]["text"] == "62"
    assert difference.after["obstacle"] == "hujan"
    assert (difference.added, difference.removed) == (("b.txt",), ())
    assert found_by(office.verifikator)[other].is_none
    assert set(found_by(office.verifikator)) == {one, other}


def test_only_the_last_return_counts(office: Office, series: list[int]) -> None:
    one = series[0]
    report_cells(office.operator, "q2", {one: "61"})
    step(office.operator, "submit", [one])
    step(office.verifikator, "return", [one], "masih keliru")
    report_cells(office.operator, "q2", {one: "63"})
    step(office.operator, "submit", [one])
    step(office.verifikator, "verify", [one])
    assert found_by(office.pimpinan)[one].before["value"]["text"] == "61"


def test_the_page_says_it_beside_the_entry(office: Office, series: list[int]) -> None:
    report_cells(office.operator, "q2", {series[0]: "62"})
    step(office.operator, "submit", series[:2])
    url = reverse("check", kwargs={"office": "kemangkon", **WHERE})
    page = " ".join(client_of(office.verifikator).get(url).text.split())
    assert "<strong>Sejak itu:</strong> nilai dari 60 menjadi 62<" in page
    assert "<strong>Sejak itu:</strong> tidak ada yang berubah<" in page
    assert page.count("angka keliru") == 2


def test_it_costs_nothing_where_nothing_was_sent_back(office: Office) -> None:
    windows_of(office)
    filled = series_of(plan_of(office))[:1]
    report_cells(office.operator, "q2", dict.fromkeys(filled, "60"))
    step(office.operator, "submit", filled)
    found = report(office.verifikator, 2022, "q2")
    with queries(0):
        assert since_return(office.verifikator, found) == {}
