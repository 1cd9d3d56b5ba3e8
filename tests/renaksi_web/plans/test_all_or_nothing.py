"""A fault at any statement of an act leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.models import Import, Indicator
from renaksi_web.plans.services import editing, importing, versions
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.paper import brought_in
from tests.renaksi_web.plans.test_importing import settle

Act = Callable[[Office], Callable[[], object]]


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


@pytest.mark.parametrize("prepare", [_confirm, _undo, _save, _revise, _set, _remove])
def test_a_fault_at_any_statement_leaves_everything_as_it_was(office: Office, prepare: Act) -> None:
    assert assert_all_or_nothing(prepare(office)) > 4
