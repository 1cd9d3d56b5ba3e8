"""Bringing a plan in: all or nothing, with its document, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from renaksi.diagnostics import RenaksiError
from renaksi_web import clock
from renaksi_web.audit import selectors as audit
from renaksi_web.files.models import StoredFile
from renaksi_web.files.selectors import content
from renaksi_web.plans import mapping, reading, selectors
from renaksi_web.plans.models import Import, Plan, PlanDocument, Series
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import importing, versions
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.tracking.models import Entry
from tests.renaksi_web.office import Office
from tests.renaksi_web.paper import PAPER, brought_in
from tests.renaksi_web.queries import queries


def settle(office: Office, imported: Import) -> None:
    """Answer all that the paper leaves open."""
    sheet, found = importing.sheet_and_findings(imported)
    tasks = review(sheet, found, {}).tasks
    steps = [
        {"do": "row", "row": "P1.K1~0", "targets": {"q2": "50%"}},
        {"do": "ways", "ways": {"P1.K1.SK1~0": {"accumulation": "sum"}}},
        {"do": "same", "answers": {tasks.same[0].key: "same"}},
    ]
    for step in steps:
        importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=None)


def confirmed(office: Office) -> Plan:
    """The paper as a plan."""
    imported = brought_in(office)
    settle(office, imported)
    return importing.confirm(by=office.operator, imported_id=imported.pk)


def test_an_upload_waits_for_review_and_makes_no_plan(office: Office) -> None:
    imported = brought_in(office)
    assert (imported.state, imported.year) == ("review", 2022)
    assert content(office.operator, imported.document.file) == PAPER.encode()
    assert not Plan.objects.exists()


def test_a_file_that_cannot_be_read_leaves_nothing(office: Office) -> None:
    with pytest.raises(Refused):
        importing.bring_in(by=office.operator, data=b"halo", filename="x.txt")
    assert not Import.objects.exists()
    assert not PlanDocument.objects.exists()
    assert not StoredFile.objects.exists()


def test_nothing_is_confirmed_while_something_is_open(office: Office) -> None:
    imported = brought_in(office)
    with pytest.raises(Refused, match="3 things"):
        importing.confirm(by=office.operator, imported_id=imported.pk)
    assert not Plan.objects.exists()


def test_confirmation_makes_the_corrected_plan_with_one_series_for_what_is_the_same(
    office: Office,
) -> None:
    row = confirmed(office)
    plan = mapping.load(row).plan
    assert (row.status, row.year, row.office_name) == ("draft", 2022, "Kecamatan Kemangkon")
    assert plan.element("P1.K1").indicators[0].target("q2").value == Decimal(50)
    assert plan.element("P1.K1.SK1").indicators[0].confirm == ()
    assert Series.objects.count() == 2
    assert row.imported is not None
    assert row.imported.state == "confirmed"


def test_a_plan_of_the_year_is_not_doubled(office: Office) -> None:
    confirmed(office)
    again = brought_in(office)
    settle(office, again)
    with pytest.raises(Refused, match="2022 already"):
        importing.confirm(by=office.operator, imported_id=again.pk)
    assert Plan.objects.count() == 1


def test_a_failure_in_the_middle_leaves_neither_plan_nor_state(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = brought_in(office)
    settle(office, imported)

    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(importing, "record", fail)
    with pytest.raises(RuntimeError):
        importing.confirm(by=office.operator, imported_id=imported.pk)
    imported.refresh_from_db()
    assert imported.state == "review"
    assert not Plan.objects.exists()
    assert not Series.objects.exists()


def test_a_correction_can_be_taken_back(office: Office) -> None:
    imported = brought_in(office)
    step = {"do": "drop_row", "row": "P1.K1~0"}
    importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=1)
    importing.take_back(by=office.operator, imported_id=imported.pk, seen=2)
    imported.refresh_from_db()
    assert imported.corrections == []
    with pytest.raises(Refused, match="nothing to undo"):
        importing.take_back(by=office.operator, imported_id=imported.pk, seen=3)


def test_who_saw_an_older_state_is_told(office: Office) -> None:
    imported = brought_in(office)
    step = {"do": "plan", "year": "2023"}
    importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=1)
    with pytest.raises(Conflict):
        importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=1)


def test_undo_takes_the_plan_and_keeps_the_document(office: Office) -> None:
    row = confirmed(office)
    imported_id = row.imported_id
    assert imported_id is not None
    importing.undo(by=office.operator, imported_id=imported_id)
    assert not Plan.objects.exists()
    assert not Series.objects.exists()
    assert Import.objects.get().state == "undone"
    assert PlanDocument.objects.count() == 1


def test_undo_is_refused_once_something_was_reported_or_the_plan_is_set(office: Office) -> None:
    row = confirmed(office)
    imported_id = row.imported_id
    assert imported_id is not None
    entry = Entry.objects.create(
        organisation=office.organisation, series=Series.objects.all()[0], year=2022,
        quarter="q1", author=office.operator.user, changed_at=clock.now(),
    )  # fmt: skip
    with pytest.raises(Refused, match="already reported"):
        importing.undo(by=office.operator, imported_id=imported_id)
    entry.delete()
    versions.verify(by=office.verifikator, plan_id=row.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=row.pk)
    with pytest.raises(Refused, match="revision"):
        importing.undo(by=office.operator, imported_id=imported_id)
    assert Plan.objects.count() == 1


def test_each_act_is_one_event(office: Office) -> None:
    with clock.set_to(date(2022, 1, 10)):
        imported = brought_in(office)
        before = len(audit.latest(office.admin))
        settle(office, imported)
        importing.decide(
            by=office.operator, imported_id=imported.pk, findings=["r1"], reason="x", seen=None
        )
        importing.confirm(by=office.operator, imported_id=imported.pk)
    assert len(audit.latest(office.admin)) == before + 5
    assert audit.latest(office.admin)[0].act == "plan.import"


def test_only_an_operator_of_the_office_brings_in(office: Office, stranger: Office) -> None:
    imported = brought_in(office)
    with pytest.raises(NotAllowed):
        importing.confirm(by=office.pimpinan, imported_id=imported.pk)
    for act in (importing.confirm, importing.give_up, importing.undo):
        with pytest.raises(NotFound):
            act(by=stranger.operator, imported_id=imported.pk)
    with pytest.raises(NotFound):
        selectors.imported(stranger.operator, imported.pk)


def test_confirmation_takes_a_fixed_number_of_queries(office: Office) -> None:
    imported = brought_in(office)
    settle(office, imported)
    with queries(at_most=22):
        importing.confirm(by=office.operator, imported_id=imported.pk)


def as_json(change: Callable[[dict[str, Any]], None]) -> bytes:
    """The paper as a plan in JSON, changed."""
    read = reading.read(PAPER.encode())
    assert read is not None
    change(read.reading)
    return json.dumps(read.reading).encode()


@pytest.mark.parametrize(
    "change",
    [
        lambda read: read["elements"][0].update(name="a\0b"),
        lambda read: read["elements"][1].update(parent="P1.K1.SK1"),
        lambda read: read["elements"][1].update(parent="gone"),
        lambda read: read["elements"][1].update(id="P1"),
    ],
)
def test_a_json_plan_that_no_register_could_hold_is_refused_at_once(
    office: Office, change: Callable[[dict[str, Any]], None]
) -> None:
    with pytest.raises(RenaksiError):
        importing.bring_in(by=office.operator, data=as_json(change), filename="a.json")
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda read: read["elements"][0]["indicators"][0].update(unit="x" * 500),
        lambda read: read["elements"][0].update(number="9" * 500),
        lambda read: read.update(year=99999999999),
    ],
)
def test_a_value_too_large_for_its_place_is_a_sentence(
    office: Office, change: Callable[[dict[str, Any]], None]
) -> None:
    imported = importing.bring_in(by=office.operator, data=as_json(change), filename="a\0.json")
    sheet, found = importing.sheet_and_findings(imported)
    findings = [f.key for fill in review(sheet, found, {}).tasks.fills for f in fill.findings]
    importing.decide(
        by=office.operator, imported_id=imported.pk, findings=findings, reason="x", seen=None
    )
    for step in (
        {"do": "ways", "ways": {"P1.K1.SK1~0": {"accumulation": "sum"}}},
        {"do": "drop_row", "row": "P1.K1~0"},
    ):
        importing.correct(by=office.operator, imported_id=imported.pk, step=step, seen=None)
    with pytest.raises(Refused, match=r"too long|between 2000"):
        importing.confirm(by=office.operator, imported_id=imported.pk)
    assert not Plan.objects.exists()
