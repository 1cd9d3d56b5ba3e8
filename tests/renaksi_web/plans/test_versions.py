"""Draft, verified, set, revised: a set target is never overwritten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi import model
from renaksi_web.audit import selectors as audit
from renaksi_web.plans import comparing, mapping
from renaksi_web.plans.models import Indicator, Plan, Series
from renaksi_web.plans.services import editing, versions
from renaksi_web.refusals import NotAllowed, Refused
from tests.renaksi_web.office import Office, hire, plan_of


def set_plan(office: Office) -> Plan:
    plan = plan_of(office, status="draft")
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=plan.pk)
    plan.refresh_from_db()
    return plan


def change_target(office: Office, plan: Plan, key: str, typed: int) -> None:
    indicator = Indicator.objects.get(element__plan=plan, element__key=key)
    editing.save_indicator(
        by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk,
        seen=editing.seen_of(indicator), values={"name": indicator.name},
        targets={"q2": model.Cell("set", Decimal(typed), str(typed))},
    )  # fmt: skip


def test_a_plan_is_verified_then_set(office: Office) -> None:
    plan = set_plan(office)
    assert plan.status == "set"
    assert (plan.verified_by, plan.set_by) == (office.verifikator.user, office.pimpinan.user)
    acts = [story.act for story in audit.history(office.admin, plan)]
    assert acts == ["plan.set", "plan.verify"]


def test_nobody_verifies_or_sets_their_own_plan(office: Office) -> None:
    both = hire(office.organisation, "rangkap", ["operator", "verifikator", "pimpinan"])
    plan = versions.start(by=both, year=2024)
    with pytest.raises(NotAllowed, match="your own work"):
        versions.verify(by=both, plan_id=plan.pk)
    Plan.objects.filter(pk=plan.pk).update(status="verified")
    with pytest.raises(NotAllowed, match="your own work"):
        versions.set_in_force(by=both, plan_id=plan.pk)


def test_a_plan_without_indicators_or_with_doubts_is_not_verified(office: Office) -> None:
    empty = versions.start(by=office.operator, year=2024)
    with pytest.raises(Refused, match="no indicator"):
        versions.verify(by=office.verifikator, plan_id=empty.pk)
    plan = plan_of(office, status="draft")
    Indicator.objects.filter(element__plan=plan, element__key="a").update(confirm=["accumulation"])
    with pytest.raises(Refused, match="not settled"):
        versions.verify(by=office.verifikator, plan_id=plan.pk)


def test_a_verified_plan_goes_back_with_a_reason(office: Office) -> None:
    plan = plan_of(office, status="draft")
    versions.verify(by=office.verifikator, plan_id=plan.pk)
    with pytest.raises(Refused, match="reason"):
        versions.give_back(by=office.pimpinan, plan_id=plan.pk, reason=" ")
    versions.give_back(by=office.pimpinan, plan_id=plan.pk, reason="target IKM terlalu rendah")
    plan.refresh_from_db()
    assert (plan.status, plan.verified_by) == ("draft", None)
    assert audit.history(office.admin, plan)[0].reason == "target IKM terlalu rendah"


@pytest.mark.parametrize("status", ["verified", "set", "superseded"])
def test_only_a_draft_is_written(office: Office, status: str) -> None:
    plan = set_plan(office)
    Plan.objects.filter(pk=plan.pk).update(status=status)
    with pytest.raises(Refused, match="no draft"):
        change_target(office, plan, "b", 12)
    with pytest.raises(Refused, match="no draft"):
        editing.add_element(
            by=office.operator, plan_id=plan.pk, level="goal", parent_id=None, values={"name": "X"}
        )
    with pytest.raises(Refused, match="no draft"):
        editing.delete(by=office.operator, plan_id=plan.pk)


def test_a_revision_keeps_the_old_target_and_says_why(office: Office) -> None:
    old = set_plan(office)
    series = Series.objects.count()
    new = versions.revise(by=office.operator, plan_id=old.pk, reason="anggaran bergeser")
    change_target(office, new, "b", 12)
    assert (new.revision, new.revises, new.reason) == (1, old, "anggaran bergeser")
    assert mapping.load(old).plan.element("b").indicators[0].target("q2").value == Decimal(10)
    assert Series.objects.count() == series
    versions.verify(by=office.verifikator, plan_id=new.pk)
    versions.set_in_force(by=office.pimpinan, plan_id=new.pk)
    old.refresh_from_db()
    assert old.status == "superseded"
    assert Plan.objects.get(status="set").pk == new.pk


def test_two_versions_are_compared_by_what_changed(office: Office) -> None:
    old = set_plan(office)
    new = versions.revise(by=office.operator, plan_id=old.pk, reason="anggaran bergeser")
    change_target(office, new, "b", 12)
    gone = new.elements.get(key="a")
    editing.remove_element(by=office.operator, plan_id=new.pk, element_id=gone.pk)
    found = {c.element.id: c for c in comparing.compare(mapping.load(old), mapping.load(new))}
    assert found["a"].kind == "removed"
    assert found["t"].kind == "same"
    (row,) = found["b"].indicators
    assert [(change.field, change.old, change.new) for change in row.changes] == [
        ("t_q2", "10", "12")
    ]


def test_what_was_removed_stands_where_it_stood() -> None:
    def plan(*elements: tuple[str, str | None]) -> mapping.Loaded:
        made = tuple(
            model.Element(id_, "activity", None, parent=parent) for id_, parent in elements
        )
        return mapping.Loaded(model.Plan(made), {}, {})

    old = plan(
        ("P1", None), ("K1", "P1"), ("S1", "K1"), ("S2", "K1"), ("S3", "K1"),
        ("P0", None), ("K9", "P0"), ("P2", None), ("K2", "P2"), ("K3", "P2"),
    )  # fmt: skip
    new = plan(
        ("P1", None), ("K1", "P1"), ("S1", "K1"), ("N1", "S1"), ("S3", "K1"), ("N2", "K1"),
        ("P2", None), ("K3", "P2"), ("K2", "P1"),
    )  # fmt: skip
    found = comparing.compare(old, new)
    assert [(each.element.id, each.kind) for each in found if each.kind != "same"] == [
        ("N1", "added"), ("S2", "removed"), ("N2", "added"), ("P0", "removed"), ("K9", "removed"),
        ("K2", "changed"),
    ]  # fmt: skip
    assert [each.element.id for each in found] == [
        "P1", "K1", "S1", "N1", "S2", "S3", "N2", "P0", "K9", "P2", "K3", "K2",
    ]  # fmt: skip


def test_only_one_revision_is_open(office: Office) -> None:
    old = set_plan(office)
    versions.revise(by=office.operator, plan_id=old.pk, reason="a")
    with pytest.raises(Refused, match="already open"):
        versions.revise(by=office.operator, plan_id=old.pk, reason="b")


def test_an_abandoned_revision_goes_and_the_set_version_stays(office: Office) -> None:
    old = set_plan(office)
    new = versions.revise(by=office.operator, plan_id=old.pk, reason="a")
    editing.delete(by=office.operator, plan_id=new.pk)
    assert Plan.objects.get() == old
    assert Series.objects.count() == 5


@pytest.mark.parametrize("keep", [True, False])
def test_a_copy_for_the_next_year_goes_on_under_the_same_series(office: Office, keep: bool) -> None:
    old = set_plan(office)
    new = versions.copy(by=office.operator, plan_id=old.pk, year=2023, keep_targets=keep)
    assert (new.year, new.status, new.revision, new.title) == (
        2023,
        "draft",
        0,
        "RENCANA AKSI TAHUN 2023",
    )
    target = mapping.load(new).plan.element("b").indicators[0].target("q1")
    assert target.state == ("set" if keep else "missing")
    assert Series.objects.count() == 5
    with pytest.raises(Refused, match="2023 already"):
        versions.copy(by=office.operator, plan_id=old.pk, year=2023, keep_targets=keep)


def test_a_copy_takes_the_offices_details_along(office: Office) -> None:
    old = plan_of(office)
    Indicator.objects.filter(element__plan=old).update(definition="yang dihitung", base_value="19")
    new = versions.copy(by=office.operator, plan_id=old.pk, year=2023, keep_targets=True)
    details = set(
        Indicator.objects.filter(element__plan=new).values_list("definition", "base_value")
    )
    assert details == {("yang dihitung", Decimal(19))}
