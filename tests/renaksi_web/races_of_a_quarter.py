"""Races on what is reported for a quarter: cells, evidence, texts, steps of the workflow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.plans.services import versions
from renaksi_web.tracking import evidence, writing
from renaksi_web.tracking.models import Entry, Evidence, FrozenResult, Transition, Writing
from renaksi_web.tracking.reporting import Change, describe, fill_in
from renaksi_web.tracking.transitions import TRANSITIONS
from renaksi_web.tracking.windows import set_windows, usual
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.office import (
    DAY,
    Office,
    long_plan,
    plan_of,
    report_cells,
    series_of,
    windows_of,
)
from tests.renaksi_web.race import MANY, Race, kemangkon, race, ten


def _reported(state: str = "draft") -> tuple[Office, list[int]]:
    """Ten reported indicators, all in this state."""
    office = kemangkon()
    windows_of(office)
    series = series_of(plan_of(office, long_plan(MANY)))
    with clock.set_to(DAY):
        report_cells(office.operator, "q2", dict.fromkeys(series, "2"))
        led = {"draft": 0, "submitted": 1, "verified": 2, "approved": 3, "locked": 4}[state]
        for act in ("submit", "verify", "approve", "lock")[:led]:
            seen = dict(Entry.objects.values_list("pk", "version"))
            _move(office, f"entry.{act}", seen)
    return office, series


def _move(office: Office, act: str, seen: Mapping[int, int]) -> int:
    people: dict[str, Member] = {
        "entry.submit": office.operator,
        "entry.withdraw": office.operator,
        "entry.verify": office.verifikator,
    }
    who = people.get(act, office.pimpinan)
    return move(by=who, act=act, year=2022, quarter="q2", seen=seen, reason="sebab")


START: Final = {
    "entry.submit": "draft",
    "entry.withdraw": "submitted",
    "entry.return": "verified",
    "entry.verify": "submitted",
    "entry.approve": "verified",
    "entry.lock": "approved",
    "entry.reopen": "approved",
}


def each_its_own(act: str) -> Callable[[], Race]:
    """Ten people take ten different entries on: all of them, and the newest result holds all."""

    def made() -> Race:
        office, _ = _reported(START[act])
        seen = list(Entry.objects.order_by("pk").values_list("pk", "version"))
        before = FrozenResult.objects.count()
        acts = ten(lambda number: _move(office, act, dict([seen[number]])))
        there = Entry.objects.filter(state=TRANSITIONS[act].end)
        results = MANY if act == "entry.approve" else 0
        held = MANY if act == "entry.approve" else None
        return race(
            acts, MANY, moved=(there.count, MANY), held=(partial(_held, act), held),
            results=(FrozenResult.objects.count, before + results),
        )  # fmt: skip

    return made


def _held(act: str) -> int | None:
    """How many actuals the newest result was computed from."""
    if act != "entry.approve":
        return None
    newest = FrozenResult.objects.order_by("-number")[0]
    rows = [row for element in newest.plan_json["elements"] for row in element["indicators"]]
    return sum("q2" in row["actuals"] for row in rows)


def all_the_same(act: str) -> Callable[[], Race]:
    """Ten people take the same ten entries on: one of them does."""

    def made() -> Race:
        office, _ = _reported(START[act])
        seen = dict(Entry.objects.values_list("pk", "version"))
        steps = Transition.objects.count()
        acts = ten(lambda _: _move(office, act, seen))
        return race(acts, 1, steps=(Transition.objects.count, steps + MANY))

    return made


def windows_set() -> Race:
    office = kemangkon()
    return race(ten(lambda _: set_windows(by=office.admin, year=2022, dates=usual(2022))), MANY)


def cells() -> Race:
    office, series = _reported()

    def save(number: int) -> None:
        change = Change(series[number % 5], f"{number}0", 1, {"note": f"oleh {number}"})
        for refused in fill_in(
            by=office.operator, year=2022, quarter="q2", changes=[change]
        ).values():
            if refused is not None:
                raise refused

    return race(ten(save), 5)


def said() -> Race:
    office, series = _reported()

    def say(number: int) -> Entry:
        return describe(
            by=office.operator, year=2022, quarter="q2", series=series[0], note=f"{number}"
        )

    return race(ten(say), MANY)


def one_proof() -> Race:
    office, series = _reported()

    def add(_: int) -> object:
        given = [evidence.Given("a.pdf", b"%PDF-1.7\n1")]
        return evidence.add(
            by=office.operator, year=2022, quarter="q2", series=series[0], files=given
        )

    return race(ten(add), 1, proofs=(Evidence.objects.count, 1))


def proof_removed() -> Race:
    office, series = _reported()
    with clock.set_to(DAY):
        (row,) = evidence.add(
            by=office.operator, year=2022, quarter="q2", series=series[0], link="https://a.id/"
        )
    return race(ten(lambda _: evidence.remove(by=office.operator, evidence_id=row.pk)), 1)


def written() -> Race:
    """One text, from the pages of two versions of the year's plan."""
    office = kemangkon()
    plan = plan_of(office)
    revised = versions.revise(by=office.operator, plan_id=plan.pk, reason="sebab")
    ids = (plan.pk, revised.pk)

    def write(number: int) -> int:
        return writing.write(
            by=office.operator, plan_id=ids[number % 2], quarter="", seen={},
            texts={"simpulan": f"Simpulan {number}"},
        )  # fmt: skip

    return race(ten(write), 1, texts=(Writing.objects.count, 1))
