"""Plans are seen by their own office only, and only once can a year's plan be in force."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.refusals import NotFound
from tests.renaksi_web.office import Office, plan_of


def test_an_office_finds_its_plans(office: Office) -> None:
    row = plan_of(office)
    assert selectors.plans(office.pimpinan) == [row]
    assert selectors.plan_row(office.operator, row.pk) == row
    assert selectors.set_plan(office.admin, 2022) == row


def test_another_office_finds_nothing(office: Office, sibling: Office, stranger: Office) -> None:
    row = plan_of(office)
    for other in (sibling, stranger):
        assert selectors.plans(other.admin) == []
        for look in (
            lambda member: selectors.plan_row(member, row.pk),
            lambda member: selectors.set_plan(member, 2022),
            lambda member: selectors.loaded(member, row),
        ):
            with pytest.raises(NotFound):
                look(other.operator)


def test_a_draft_is_not_in_force(office: Office) -> None:
    plan_of(office, status="draft")
    with pytest.raises(NotFound) as refused:
        selectors.set_plan(office.operator, 2022)
    assert "2022 belum ditetapkan" in refused.value.message("id")


@pytest.mark.parametrize(
    "wrong",
    [
        {"revision": 1},
        {"status": "set", "set_by": None},
        {"year": 22},
    ],
)
def test_the_database_refuses_a_plan_that_makes_no_sense(
    office: Office, wrong: dict[str, object]
) -> None:
    row = plan_of(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=row.pk).update(**wrong)


def test_a_revision_needs_a_reason_and_only_one_version_is_in_force(office: Office) -> None:
    first = plan_of(office)
    later = Plan.objects.get(pk=first.pk)
    later.pk, later.revision, later.revises, later.status = None, 1, first, "draft"
    with pytest.raises(IntegrityError), transaction.atomic():
        later.save()
    later.reason = "Refocusing anggaran"
    later.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=later.pk).update(status="set")
