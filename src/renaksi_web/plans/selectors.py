"""Reading plans: which there are, the one of a year, and what it means."""

from __future__ import annotations

from collections.abc import Collection

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.mapping import NO_ACTUALS, Actuals, Loaded, load
from renaksi_web.plans.models import Plan
from renaksi_web.refusals import NotFound


def plans(member: Member) -> list[Plan]:
    """Every version of every plan of the office, the newest first; one query."""
    require(member, "plan.view")
    rows = Plan.objects.filter(organisation=member.organisation)
    return list(rows.order_by("-year", "kind", "-revision"))


def plan_row(member: Member, plan_id: int) -> Plan:
    """One version by its id; `NotFound` where it is not the office's."""
    require(member, "plan.view")
    row = Plan.objects.filter(organisation=member.organisation, pk=plan_id).first()
    if row is None:
        raise NotFound
    return row


def set_plan(member: Member, year: int) -> Plan:
    """The version of a year that is in force; `NotFound` where none was set."""
    require(member, "plan.view")
    rows = Plan.objects.filter(
        organisation=member.organisation, year=year, kind="action_plan", status=Plan.Status.SET
    )
    row = rows.first()
    if row is None:
        raise NotFound(
            id=f"Rencana aksi {year} belum ditetapkan.", en=f"No action plan of {year} is set yet."
        )
    return row


def loaded(
    member: Member,
    row: Plan,
    actuals: Actuals = NO_ACTUALS,
    only: Collection[int] | None = None,
) -> Loaded:
    """What a version of the office's plan means, or ``only`` some series; three queries."""
    require(member, "plan.view")
    if row.organisation_id != member.organisation.pk:
        raise NotFound
    return load(row, actuals, only)
