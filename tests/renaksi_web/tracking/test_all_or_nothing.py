"""A fault at any statement of reporting, proving, deciding or applying leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from renaksi_web import clock
from renaksi_web.accounts import services
from renaksi_web.sheets.filled import Wanted, apply
from renaksi_web.tracking import evidence
from renaksi_web.tracking.measuring import set_measuring
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.reporting import Change, describe, fill_in
from renaksi_web.tracking.windows import set_windows, usual
from renaksi_web.tracking.workflow import move
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import DAY, Office, plan_of, report_cells, series_of, windows_of

WHERE: dict[str, Any] = {"year": 2022, "quarter": "q2"}
Act = Callable[[Office], Callable[[], object]]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.set_to(DAY):
        yield


def _series(office: Office) -> list[int]:
    """The cells that can be reported in TW II, two of them reported."""
    windows_of(office)
    found = series_of(plan_of(office))
    report_cells(office.operator, "q2", {found[0]: "60", found[2]: "50"})
    return [found[0], found[2], found[4]]


def _seen() -> dict[int, int]:
    return dict(Entry.objects.values_list("pk", "version"))


def _step(act: str, before: tuple[str, ...]) -> Act:
    """A step of the workflow with every entry, after the steps before it."""
    people = {"submit": "operator", "withdraw": "operator", "verify": "verifikator"}

    def take(office: Office, name: str) -> object:
        by = getattr(office, people.get(name, "pimpinan"))
        return move(by=by, act=f"entry.{name}", seen=_seen(), reason="sebab", **WHERE)

    def prepare(office: Office) -> Callable[[], object]:
        _series(office)
        for name in before:
            take(office, name)
        return lambda: take(office, act)

    return prepare


def _save(office: Office) -> Callable[[], object]:
    one, other, new = _series(office)
    changes = [Change(one, "61", 1), Change(other, "51", 1), Change(new, "9", 0)]
    return lambda: fill_in(by=office.operator, changes=changes, **WHERE)


def _describe(office: Office) -> Callable[[], object]:
    one, *_ = _series(office)
    return lambda: describe(by=office.operator, series=one, obstacle="hujan", **WHERE)


def _prove(office: Office) -> Callable[[], object]:
    *_, new = _series(office)
    given = [evidence.Given(f"{n}.txt", b"isi %d" % n) for n in range(2)]
    return lambda: evidence.add(
        by=office.operator, series=new, files=given, link="https://a.go.id", **WHERE
    )


def _take_away(office: Office) -> Callable[[], object]:
    one, *_ = _series(office)
    row, *_ = evidence.add(by=office.operator, series=one, link="https://a.go.id", **WHERE)
    return lambda: evidence.remove(by=office.operator, evidence_id=row.pk)


def _apply(office: Office) -> Callable[[], object]:
    one, other, new = _series(office)
    wanted = [
        Wanted(one, 1, "61", "hujan", "rapat"),
        Wanted(other, 1, "50", "hujan", ""),
        Wanted(new, 0, "9", "", ""),
    ]
    return lambda: apply(by=office.operator, wanted=wanted, **WHERE)


def _windows(office: Office) -> Callable[[], object]:
    _series(office)
    dates = usual(2022)
    dates["q3"] = dates["q3"]._replace(due=date(2022, 10, 20))
    return lambda: set_windows(by=office.admin, year=2022, dates=dates)


def _measuring(office: Office) -> Callable[[], object]:
    return lambda: set_measuring(by=office.admin, late_as_zero=True)


def _roles(office: Office) -> Callable[[], object]:
    roles = ["verifikator", "pimpinan"]
    return lambda: services.set_roles(by=office.admin, user_id=office.operator.user.pk, roles=roles)


def _join(office: Office) -> Callable[[], object]:
    token = services.invite(by=office.admin, name="Budi", role="operator")
    return lambda: services.join(token=token, username="budi", password="panjang sekali 22")  # noqa: S106


ACTS: dict[str, Act] = {
    "submit": _step("submit", ()),
    "withdraw": _step("withdraw", ("submit",)),
    "return": _step("return", ("submit",)),
    "verify": _step("verify", ("submit",)),
    "approve": _step("approve", ("submit", "verify")),
    "lock": _step("lock", ("submit", "verify", "approve")),
    "reopen": _step("reopen", ("submit", "verify", "approve")),
    "save": _save,
    "describe": _describe,
    "prove": _prove,
    "take a proof away": _take_away,
    "apply a template": _apply,
    "set windows": _windows,
    "decide on measuring": _measuring,
    "set roles": _roles,
    "join": _join,
}


@pytest.mark.parametrize("name", ACTS)
def test_a_fault_at_any_statement_leaves_everything_as_it_was(office: Office, name: str) -> None:
    assert assert_all_or_nothing(ACTS[name](office)) >= 4
