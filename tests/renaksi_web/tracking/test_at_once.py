"""Many people at once, on whichever database: nothing lost, nothing *locked*, one winner."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.audit.models import Chain, Event
from renaksi_web.audit.selectors import verify
from renaksi_web.refusals import Conflict, Refused
from renaksi_web.tracking.models import Entry, FrozenResult, Transition
from renaksi_web.tracking.reporting import Change, Locked, Newer, fill_in
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import (
    DAY,
    Office,
    found,
    long_plan,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)

PEOPLE = 50


@pytest.fixture
def office(transactional_db: None) -> Office:
    """An office whose rows the threads see."""
    return found("Kecamatan Kemangkon", "Kabupaten Purbalingga")


@pytest.fixture
def series(office: Office) -> list[int]:
    """Fifty indicators to report."""
    windows_of(office)
    return series_of(plan_of(office, long_plan(PEOPLE)))


def at_once(acts: Iterable[Callable[[], Any]], threads: int = 10) -> list[Any]:
    """What each act gave or was refused with; they begin together, so far as threads can."""
    acts = list(acts)
    barrier = Barrier(min(threads, len(acts)))

    def run(act: Callable[[], Any]) -> Any:
        try:
            with clock.set_to(DAY):
                return act()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads, initializer=barrier.wait) as pool:
        return list(pool.map(run, acts))


def put(office: Office, series: int, text: str, seen: int = 0) -> Callable[[], Refused | None]:
    change = Change(series, text, seen)
    return lambda: fill_in(by=office.operator, year=2022, quarter="q2", changes=[change])[series]


def test_fifty_people_who_save_at_once_all_succeed(office: Office, series: list[int]) -> None:
    acts = [put(office, one, str(n)) for n, one in enumerate(series)]
    outcomes = at_once(acts, threads=PEOPLE)
    assert outcomes == [None] * PEOPLE
    held = dict(Entry.objects.values_list("series_id", "text"))
    assert held == {one: str(n) for n, one in enumerate(series)}
    chain = Chain.objects.get(organisation=office.organisation)
    assert Event.objects.filter(act="entry.edit").count() == PEOPLE
    assert verify(chain) == []


def test_of_twenty_edits_of_one_cell_one_wins_and_the_others_see_it(
    office: Office, series: list[int]
) -> None:
    for seen in range(3):
        outcomes = at_once(put(office, series[0], f"{seen}{n}", seen) for n in range(20))
        assert sum(outcome is None for outcome in outcomes) == 1
        assert sum(isinstance(outcome, Newer) for outcome in outcomes) == 19
    assert Entry.objects.get().version == 3


ROUNDS = int(os.environ.get("RENAKSI_TEST_ROUNDS", "5"))


def test_of_twenty_who_edit_send_and_decide_at_once_one_wins_each_round(
    office: Office, series: list[int]
) -> None:
    """Edits against sending, then verifying against returning, then approving against returning."""
    one, numbers = series[0], count(10)
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {one: "2"})
    entry = Entry.objects.get()

    def step(by: Member, act: str) -> Callable[[], int]:
        seen, state = {entry.pk: entry.version}, entry.state
        return lambda: move(
            by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen, reason="sebab",
            shown_as=state,
        )  # fmt: skip

    def race(acts: list[Callable[[], Any]]) -> None:
        """All at once; exactly one does something, the others are refused and nothing is mixed."""
        events, steps = Event.objects.count(), Transition.objects.count()
        before = entry.version, entry.state
        outcomes = at_once(acts, threads=20)
        won = [outcome for outcome in outcomes if not isinstance(outcome, Refused)]
        assert len(won) == 1, outcomes
        assert all(isinstance(lost, Conflict | Locked) for lost in outcomes if lost not in won)
        entry.refresh_from_db()
        assert Event.objects.count() == events + 1
        moved = Transition.objects.count() - steps
        assert (entry.version - before[0], entry.state != before[1]) == (1 - moved, bool(moved))

    for _ in range(ROUNDS):
        seen = entry.version
        edits = [put(office, one, str(next(numbers)), seen) for _ in range(10)]
        race([*edits, *[step(office.operator, "submit")] * 10])
        while entry.state in ("draft", "returned"):
            race([step(office.operator, "submit")] * 20)
        checks = [step(office.verifikator, "verify"), step(office.verifikator, "return")]
        race(checks * 10)
        if entry.state == "verified" and seen % 3 == 0:
            race([step(office.pimpinan, "approve"), step(office.pimpinan, "return")] * 10)
        if entry.state == "verified":
            edits = [put(office, one, str(next(numbers)), entry.version) for _ in range(6)]
            race([*edits, *[step(office.pimpinan, "approve")] * 14])
        approvals = Transition.objects.filter(act="entry.approve").count()
        assert FrozenResult.objects.count() == approvals
        if entry.state == "approved":
            race([step(office.pimpinan, "reopen"), step(office.pimpinan, "lock")] * 10)
            if entry.state == "locked":
                race([step(office.pimpinan, "reopen")] * 20)
    assert verify(Chain.objects.get(organisation=office.organisation)) == []


def test_an_edit_and_the_sending_of_the_same_cell_never_both_pass_unseen(
    office: Office, series: list[int]
) -> None:
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[0]: "2"})
    entry = Entry.objects.get()

    def submit() -> int:
        return move(
            by=office.operator, act="entry.submit", year=2022, quarter="q2", seen={entry.pk: 1}
        )

    edited, sent = at_once([put(office, series[0], "3", 1), submit])
    entry.refresh_from_db()
    if sent == 1:
        assert isinstance(edited, Locked)
        assert (entry.state, entry.text) == ("submitted", "2")
    else:
        assert edited is None
        assert (entry.state, entry.text) == ("draft", "3")
