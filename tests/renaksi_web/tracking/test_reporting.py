"""Saving what is reported: each cell by itself, one event for an act, nobody's value lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from renaksi import model
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from renaksi_web.tracking.history import history
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.report import report
from renaksi_web.tracking.reporting import Change, Locked, Newer, describe, fill_in
from tests.renaksi_web.office import (
    DAY,
    Office,
    hire,
    indicator,
    long_plan,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.queries import queries


@pytest.fixture
def series(office: Office) -> list[int]:
    """A plan in force and its windows; the day lies in the window of TW II."""
    windows_of(office)
    return series_of(plan_of(office))


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.set_to(DAY):
        yield


def put(office: Office, series: int, text: str, seen: int = 0) -> Refused | None:
    return fill_in(
        by=office.operator, year=2022, quarter="q2", changes=[Change(series, text, seen)]
    )[series]


def test_a_saved_cell_is_there_with_its_achievement(office: Office, series: list[int]) -> None:
    assert put(office, series[0], "57") is None
    line = report(office.operator, 2022, "q2").line(series[0])
    assert line is not None
    assert line.entry is not None
    assert (line.entry.value, line.entry.version, line.standing) == (Decimal(57), 1, "draft")
    assert line.span.raw == 95


def test_many_cells_are_one_act_and_one_event(office: Office, series: list[int]) -> None:
    events = Event.objects.count()
    report_cells(office.operator, "q2", dict.fromkeys(series, "5"))
    assert Event.objects.count() == events + 1
    entry = Entry.objects.get(series=series[1])
    window = report(office.operator, 2022, "q2").window
    [story] = history(office.operator, entry, window)
    assert story.after == {"state": "set", "text": "5", "value": "5"}


def test_a_bad_cell_does_not_hold_the_good_ones_up(office: Office, series: list[int]) -> None:
    changes = [Change(series[0], "12", 0), Change(series[1], "dua", 0)]
    outcomes = fill_in(by=office.operator, year=2022, quarter="q2", changes=changes)
    assert outcomes[series[0]] is None
    assert "isi angka" in outcomes[series[1]].message()  # type: ignore[union-attr]
    assert list(Entry.objects.values_list("series_id", flat=True)) == [series[0]]


def test_whoever_has_not_seen_the_newer_value_sees_it_first(
    office: Office, series: list[int]
) -> None:
    put(office, series[0], "50")
    refused = put(office, series[0], "60", seen=0)
    assert isinstance(refused, Newer)
    assert "menjadi 50" in refused.message()
    assert put(office, series[0], "60", seen=1) is None
    assert Entry.objects.get().text == "60"


def test_the_same_value_sent_twice_is_no_conflict_and_no_event(
    office: Office, series: list[int]
) -> None:
    put(office, series[0], "50")
    events = Event.objects.count()
    assert put(office, series[0], "50", seen=0) is None
    assert (Event.objects.count(), Entry.objects.get().version) == (events, 1)


@pytest.mark.parametrize("state", ["submitted", "verified", "approved", "locked"])
def test_what_was_sent_on_does_not_change(office: Office, series: list[int], state: str) -> None:
    put(office, series[0], "50")
    Entry.objects.update(state=state, submitted_by=office.operator.user)
    assert isinstance(put(office, series[0], "60", seen=1), Locked)
    with pytest.raises(Locked):
        describe(by=office.operator, year=2022, quarter="q2", series=series[0], note="x")
    assert Entry.objects.get().text == "50"


@pytest.mark.parametrize(
    ("day", "words"), [(date(2022, 6, 1), "baru dibuka 24 Juni"), (date(2022, 8, 1), "ditutup")]
)
def test_outside_its_window_a_quarter_is_not_reported(
    office: Office, series: list[int], day: date, words: str
) -> None:
    with clock.set_to(day):
        refused = put(office, series[0], "50")
    assert refused is not None
    assert words in refused.message()
    assert not Entry.objects.exists()


def test_a_returned_entry_can_be_put_right_after_the_window_closed(
    office: Office, series: list[int]
) -> None:
    put(office, series[0], "50")
    Entry.objects.update(state="returned", submitted_by=office.operator.user)
    with clock.set_to(date(2022, 8, 15)):
        assert put(office, series[0], "55", seen=1) is None


def test_without_a_window_one_is_told_who_sets_it(office: Office) -> None:
    [first, *_] = series_of(plan_of(office))
    refused = put(office, first, "50")
    assert refused is not None
    assert "minta admin" in refused.message()


def test_a_foreign_series_is_not_there_and_others_may_not_report(
    office: Office, sibling: Office, series: list[int]
) -> None:
    foreign = series_of(plan_of(sibling))[0]
    with pytest.raises(NotFound):
        put(office, foreign, "50")
    with pytest.raises(NotAllowed):
        fill_in(by=office.pimpinan, year=2022, quarter="q2", changes=[Change(series[0], "1", 0)])


def test_a_row_shared_by_two_elements_is_typed_once(office: Office, series: list[int]) -> None:
    found = report(office.operator, 2022, "q2")
    shared = [line for line in found.lines if line.also]
    assert [line.name for line in shared] == ["Persentase dokumen tepat waktu"]
    assert len(found.lines) == len(series) == 5


def test_standings_in_words_that_are_true(office: Office, series: list[int]) -> None:
    with clock.set_to(date(2022, 7, 11)):
        lines = report(office.operator, 2022, "q2").lines
    assert [line.standing for line in lines] == ["late", "unplanned", "late", "unplanned", "late"]
    with clock.set_to(date(2022, 10, 5)):
        lines = report(office.operator, 2022, "q3").lines
    assert [line.standing for line in lines] == [
        "awaited", "unplanned", "awaited", "unplanned", "lost",
    ]  # fmt: skip


def test_what_others_assess_once_a_year_is_not_late(office: Office) -> None:
    windows_of(office)
    sakip = indicator("Nilai SAKIP", 20, 40, 50, 62, accumulation="last", unit="Nilai")
    goal = model.Element("t", "goal", "Tujuan", indicators=(sakip,))
    plan_of(office, model.Plan((goal,), year=2022))
    with clock.set_to(date(2022, 7, 20)):
        [line] = report(office.operator, 2022, "q2").lines
    assert (line.standing, line.is_due) == ("yearly", False)


@pytest.mark.parametrize("count", [1, 60])
def test_a_save_costs_the_same_whatever_the_plan_and_the_number_of_cells(
    office: Office, count: int
) -> None:
    windows_of(office)
    series = series_of(plan_of(office, long_plan(60)))[:count]
    changes = [Change(one, "5", 0) for one in series]
    with queries(at_most=10):
        fill_in(by=office.operator, year=2022, quarter="q2", changes=changes)


@pytest.mark.parametrize("count", [1, 53])
def test_a_quarters_report_costs_six_queries(office: Office, count: int) -> None:
    windows_of(office)
    series = series_of(plan_of(office, long_plan(count)))
    report_cells(office.operator, "q2", dict.fromkeys(series, "2"))
    with queries(6):
        report(office.verifikator, 2022, "q2")


def test_two_people_of_one_office_do_not_overwrite_each_other(
    office: Office, series: list[int]
) -> None:
    other = hire(office.organisation, "budi", ["operator"])
    put(office, series[0], "50")
    theirs = fill_in(by=other, year=2022, quarter="q2", changes=[Change(series[0], "70", 0)])
    assert isinstance(theirs[series[0]], Newer)
    assert Entry.objects.get().author_id == office.operator.user.pk
