"""A fault at any statement of an act leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.db import connection, transaction

from renaksi_web.audit.models import Event
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.models import Element, Import, Indicator, Plan, Series, Target
from renaksi_web.plans.services import editing, importing, versions
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.paper import brought_in
from tests.renaksi_web.plans.test_importing import settle

TABLES = (Import, Plan, Element, Indicator, Target, Series, Event)
Act = Callable[[Office], Callable[[], object]]


class FaultError(Exception):
    """The database broke here."""


@contextmanager
def fault_at(number: int) -> Iterator[list[int]]:
    """Within the block the statement of this number fails; tells how many ran before."""
    ran: list[int] = []

    def run(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            ran.append(1)
            if len(ran) == number:
                raise FaultError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(run):
        yield ran


def _confirm(office: Office) -> Callable[[], object]:
    imported = brought_in(office)
    settle(office, imported)
    return lambda: importing.confirm(by=office.operator, imported_id=imported.pk)


def _undo(office: Office) -> Callable[[], object]:
    _confirm(office)()
    imported = Import.objects.get()
    return lambda: importing.undo(by=office.operator, imported_id=imported.pk)


def _save(office: Office) -> Callable[[], object]:
    plan = plan_of(office, status="draft")
    indicator = Indicator.objects.get(element__plan=plan, element__key="b")
    seen = editing.seen_of(indicator)
    return lambda: editing.save_indicator(
        by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk, seen=seen,
        values={"name": "Rapat besar"}, targets={"q1": typed_cell(""), "q3": typed_cell("12")},
    )  # fmt: skip


def _revise(office: Office) -> Callable[[], object]:
    plan = plan_of(office)
    return lambda: versions.revise(by=office.operator, plan_id=plan.pk, reason="bergeser")


def _set(office: Office) -> Callable[[], object]:
    later = versions.revise(by=office.operator, plan_id=plan_of(office).pk, reason="bergeser")
    versions.verify(by=office.verifikator, plan_id=later.pk)
    return lambda: versions.set_in_force(by=office.pimpinan, plan_id=later.pk)


def _remove(office: Office) -> Callable[[], object]:
    plan = plan_of(office, status="draft")
    element = plan.elements.get(key="k")
    return lambda: editing.remove_element(
        by=office.operator, plan_id=plan.pk, element_id=element.pk
    )


def _state() -> list[list[dict[str, Any]]]:
    return [list(table.objects.order_by("pk").values()) for table in TABLES]  # type: ignore[attr-defined]


@pytest.mark.parametrize("prepare", [_confirm, _undo, _save, _revise, _set, _remove])
def test_a_fault_at_any_statement_leaves_everything_as_it_was(office: Office, prepare: Act) -> None:
    act = prepare(office)
    before = _state()
    for number in range(1, 100):
        with transaction.atomic(), fault_at(number) as ran:
            with suppress(FaultError):
                act()
            done = len(ran) < number
        if done:
            break
        assert _state() == before, f"statement {number}"
    assert done
    assert number > 5
    assert _state() != before
