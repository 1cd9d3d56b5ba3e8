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


class Race:
    """One entry, on which twenty act at once, again and again."""

    def __init__(self, office: Office, series: int) -> None:
        self.office, self.series, self.numbers = office, series, count(10)
        self.entry = Entry.objects.get()

    def edits(self, many: int) -> list[Callable[[], Any]]:
        """Other numbers over the version that is there now."""
        seen = self.entry.version
        return [put(self.office, self.series, str(next(self.numbers)), seen) for _ in range(many)]

    def steps(self, many: int, *acts: str) -> list[Callable[[], Any]]:
        """Steps by whoever may take them, with the entry as it is now before them."""
        people = {"submit": self.office.operator, "verify": self.office.verifikator}
        seen, state = {self.entry.pk: self.entry.version}, self.entry.state
        return [
            lambda act=act: move(  # type: ignore[misc]
                by=people.get(act, self.office.pimpinan), act=f"entry.{act}", year=2022,
                quarter="q2", seen=seen, reason="sebab", shown_as=state,
            )
            for act in acts
        ] * many  # fmt: skip

    def run(self, acts: list[Callable[[], Any]]) -> None:
        """Exactly one does something; the others are refused, and nothing is mixed."""
        events, steps = Event.objects.count(), Transition.objects.count()
        before = self.entry.version, self.entry.state
        outcomes = at_once(acts, threads=20)
        lost = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
        assert len(lost) == len(acts) - 1, outcomes
        assert all(isinstance(refused, Conflict | Locked) for refused in lost)
        self.entry.refresh_from_db()
        assert Event.objects.count() == events + 1
        moved = Transition.objects.count() - steps
        changed = self.entry.version - before[0], self.entry.state != before[1]
        assert changed == (1 - moved, bool(moved))


def test_of_twenty_who_edit_send_and_decide_at_once_one_wins_each_round(
    office: Office, series: list[int]
) -> None:
    """Edits against sending, verifying against returning, approving against both of them."""
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[0]: "2"})
    race = Race(office, series[0])
    for number in range(ROUNDS):
        race.run(race.edits(10) + race.steps(10, "submit"))
        while race.entry.state in ("draft", "returned"):
            race.run(race.steps(20, "submit"))
        race.run(race.steps(10, "verify", "return"))
        if race.entry.state == "verified" and number % 3 == 0:
            race.run(race.steps(10, "approve", "return"))
        if race.entry.state == "verified":
            race.run(race.edits(6) + race.steps(14, "approve"))
        approvals = Transition.objects.filter(act="entry.approve").count()
        assert FrozenResult.objects.count() == approvals
        if race.entry.state == "approved":
            race.run(race.steps(10, "reopen", "lock"))
        if race.entry.state == "locked":
            race.run(race.steps(20, "reopen"))
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
