"""From draft to locked: who may, what is refused and why, and what approval freezes."""

from __future__ import annotations

from itertools import product

import pytest

from renaksi.measure import RULES_VERSION
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import POLICY
from renaksi_web.audit.models import Event
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.tracking import frozen
from renaksi_web.tracking.models import Entry, FrozenResult, Transition
from renaksi_web.tracking.reporting import describe
from renaksi_web.tracking.transitions import TRANSITIONS
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import DAY, Office, hire, plan_of, report_cells, series_of, windows_of


@pytest.fixture
def series(office: Office) -> list[int]:
    """A plan in force with four reported cells in TW II."""
    windows_of(office)
    series = series_of(plan_of(office))
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", {series[0]: "60", series[2]: "50", series[4]: "10"})
    return series


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.set_to(DAY):
        yield


def step(by: Member, act: str, reason: str = "") -> int:
    seen = dict(Entry.objects.values_list("pk", "version"))
    return move(by=by, act=f"entry.{act}", year=2022, quarter="q2", seen=seen, reason=reason)


def states() -> set[str]:
    return set(Entry.objects.values_list("state", flat=True))


def test_a_quarter_goes_from_draft_to_locked_with_one_event_for_each_step(
    office: Office, series: list[int]
) -> None:
    people = (office.operator, office.verifikator, office.pimpinan, office.pimpinan)
    acts = ("submit", "verify", "approve", "lock")
    for by, act, end in zip(
        people, acts, ("submitted", "verified", "approved", "locked"), strict=True
    ):
        events = Event.objects.count()
        assert step(by, act) == 3
        assert states() == {end}
        assert Event.objects.count() == events + 1
    assert Transition.objects.count() == 12


def test_approval_freezes_the_results_with_the_version_of_the_rules(
    office: Office, series: list[int]
) -> None:
    for by, act in ((office.operator, "submit"), (office.verifikator, "verify")):
        step(by, act)
    assert frozen.latest(office.admin, 2022, "q2") is None
    step(office.pimpinan, "approve")
    result = frozen.latest(office.admin, 2022, "q2")
    assert result is not None
    assert (result.rules, result.number) == (RULES_VERSION, 1)
    assert result.result["quarter"] == 2
    assert result.result["indicators"][0]["q2"]["raw"] == "100"
    assert result.plan_json["elements"][0]["indicators"][0]["actuals"]["q2"]["value"] == "60"


def test_reopening_keeps_the_frozen_result_and_says_why(office: Office, series: list[int]) -> None:
    step(office.operator, "submit")
    step(office.verifikator, "verify")
    step(office.pimpinan, "approve")
    with pytest.raises(Refused, match="reason"):
        step(office.pimpinan, "reopen")
    step(office.pimpinan, "reopen", "angka IKM keliru")
    assert states() == {"returned"}
    assert frozen.latest(office.admin, 2022, "q2") is None
    assert FrozenResult.objects.get().reopened_reason == "angka IKM keliru"
    step(office.operator, "submit")
    step(office.verifikator, "verify")
    step(office.pimpinan, "approve")
    assert frozen.latest(office.admin, 2022, "q2").number == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(("act", "role"), [("verify", "verifikator"), ("approve", "pimpinan")])
def test_nobody_decides_on_their_own_entries(
    office: Office, series: list[int], act: str, role: str
) -> None:
    both = hire(office.organisation, "dewi", ["operator", role])
    Entry.objects.update(
        state="submitted" if act == "verify" else "verified",
        author=both.user,
        submitted_by=office.operator.user,
    )
    with pytest.raises(NotAllowed) as refused:
        step(both, act)
    assert f"minta {role} lain" in refused.value.message()
    Entry.objects.update(author=office.operator.user, submitted_by=both.user)
    with pytest.raises(NotAllowed):
        step(both, act)


@pytest.mark.parametrize(("act", "state"), list(product(TRANSITIONS, Entry.State.values)))
def test_each_step_starts_only_where_the_table_says(
    office: Office, series: list[int], act: str, state: str
) -> None:
    Entry.objects.update(state=state, submitted_by=office.operator.user)
    by = next(m for m in office.members() if m.roles & POLICY[act].roles)
    events = Event.objects.count()
    if state in TRANSITIONS[act].start:
        assert step(by, act.removeprefix("entry."), "sebab") == 3
        assert states() == {TRANSITIONS[act].end}
    else:
        with pytest.raises(Conflict):
            step(by, act.removeprefix("entry."), "sebab")
        assert states() == {state}
        assert Event.objects.count() == events


def test_what_changed_since_it_was_seen_is_not_decided_on(
    office: Office, series: list[int]
) -> None:
    step(office.operator, "submit")
    seen = dict(Entry.objects.values_list("pk", "version"))
    step(office.operator, "withdraw")
    report_cells(office.operator, "q2", {series[0]: "61"})
    step(office.operator, "submit")
    with pytest.raises(Conflict):
        move(by=office.verifikator, act="entry.verify", year=2022, quarter="q2", seen=seen)
    assert states() == {"submitted"}


def test_what_is_off_track_is_explained_before_it_is_sent(
    office: Office, series: list[int]
) -> None:
    report_cells(office.operator, "q2", {series[0]: "20"})
    with pytest.raises(Refused) as refused:
        step(office.operator, "submit")
    assert "kendala, dan tindak lanjut: IKM." in refused.value.message()
    assert states() == {"draft"}
    describe(
        by=office.operator, year=2022, quarter="q2", series=series[0],
        obstacle="survei terlambat", follow_up="survei ulang Agustus",
    )  # fmt: skip
    assert step(office.operator, "submit") == 3


def test_nothing_chosen_and_foreign_entries_are_refused(
    office: Office, sibling: Office, series: list[int]
) -> None:
    seen = dict(Entry.objects.values_list("pk", "version"))
    with pytest.raises(Refused):
        move(by=office.operator, act="entry.submit", year=2022, quarter="q2", seen={})
    with pytest.raises(NotFound):
        move(by=sibling.operator, act="entry.submit", year=2022, quarter="q2", seen=seen)


def test_what_was_verified_meanwhile_is_not_returned_by_who_saw_it_submitted(
    office: Office, series: list[int]
) -> None:
    step(office.operator, "submit")
    seen = dict(Entry.objects.values_list("pk", "version"))
    where = {"year": 2022, "quarter": "q2", "seen": seen, "reason": "sebab"}
    step(office.verifikator, "verify")
    back: dict[str, object] = {"by": office.verifikator, "act": "entry.return", **where}
    with pytest.raises(Conflict):
        move(**back, shown_as="submitted")  # type: ignore[arg-type]
    assert move(**back, shown_as="verified") == 3  # type: ignore[arg-type]
