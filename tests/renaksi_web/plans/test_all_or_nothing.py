"""A fault at any statement of an act leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renaksi_web.plans import reading_on
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.models import Import, Indicator, Plan, Remembered
from renaksi_web.plans.services import editing, importing, queueing, versions
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.paper import PAPER, brought_in
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


def _seen() -> str:
    row = Plan.objects.order_by("-revision")[0]
    return f"{row.pk}:{row.version}"


def _second(office: Office, way: str) -> Callable[[], object]:
    """The way of a second document of the year."""
    imported = brought_in(office, PAPER.replace("100%", "95%"))
    settle(office, imported)
    return lambda: importing.confirm(
        by=office.operator, imported_id=imported.pk, way=way, reason="x", seen=_seen()
    )


def _replace_draft(office: Office) -> Callable[[], object]:
    _confirm(office)()
    return _second(office, "replace")


def _bring_draft_back(office: Office) -> Callable[[], object]:
    _replace_draft(office)()
    imported = Import.objects.order_by("-pk")[0]
    return lambda: importing.undo(by=office.operator, imported_id=imported.pk)


def _revise_by_document(office: Office) -> Callable[[], object]:
    plan_of(office)
    return _second(office, "revise")


def _keep_beside(office: Office) -> Callable[[], object]:
    plan_of(office)
    return _second(office, "keep")


def _drop(office: Office) -> Callable[[], object]:
    files = [queueing.Dropped(f"{n}.txt", f"{PAPER}{n}".encode()) for n in range(3)]
    return lambda: queueing.drop(by=office.operator, files=files)


def _hand_over(office: Office) -> Callable[[], object]:
    queue = queueing.drop(by=office.operator, files=[queueing.Dropped("a.txt", PAPER.encode())])
    reading_on.read_next()
    (row,) = queue.files.all()
    return lambda: queueing.hand_over(
        by=office.operator, queue_id=queue.pk, to={row.pk: office.organisation.slug}
    )


def _use_remembered(office: Office) -> Callable[[], object]:
    _confirm(office)()
    following = brought_in(office, PAPER.replace("2022", "2023"))
    chosen = list(Remembered.objects.values_list("pk", flat=True))
    return lambda: importing.use_remembered(
        by=office.operator, imported_id=following.pk, chosen=chosen, seen=None
    )


OF_PLANS = [_confirm, _undo, _save, _revise, _set, _remove]
OF_SECOND_DOCUMENTS = [_replace_draft, _bring_draft_back, _revise_by_document, _keep_beside]
OF_MANY = [_drop, _hand_over, _use_remembered]


@pytest.mark.parametrize("prepare", [*OF_PLANS, *OF_SECOND_DOCUMENTS, *OF_MANY])
def test_a_fault_at_any_statement_leaves_everything_as_it_was(office: Office, prepare: Act) -> None:
    assert assert_all_or_nothing(prepare(office)) > 4
