"""What waits for a person around plans: readings to check, drafts to finish, verify or set."""

from __future__ import annotations

from typing import NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import allows, require
from renaksi_web.audit.selectors import Story
from renaksi_web.plans.models import Import, Plan
from renaksi_web.plans.selectors import returns


class WaitingPlans(NamedTuple):
    """Readings of documents (id, name of the file) and plans, by what the person can do.

    A draft to finish comes with its return, where it was returned.
    """

    to_check: list[tuple[int, str]]
    to_finish: list[tuple[Plan, Story | None]]
    to_verify: list[Plan]
    to_set: list[Plan]


def waiting_plans(member: Member) -> WaitingPlans:
    """What the member can do next; three queries at most."""
    require(member, "plan.view")
    rows = Plan.objects.filter(organisation=member.organisation)
    open_ = list(rows.filter(status__in=[Plan.Status.DRAFT, Plan.Status.VERIFIED]).order_by("year"))
    drafts = [plan for plan in open_ if plan.status == Plan.Status.DRAFT]
    verified = [plan for plan in open_ if plan.status == Plan.Status.VERIFIED]
    readings = Import.objects.filter(
        organisation=member.organisation, state=Import.State.REVIEW
    ).values_list("pk", "document__filename")
    mine = drafts if allows(member, "plan.edit") else []
    returned = returns(member, mine)
    return WaitingPlans(
        list(readings.order_by("pk")) if allows(member, "plan.import") else [],
        [(plan, returned.get(plan.pk)) for plan in mine],
        _by_others(member, "plan.verify", drafts),
        _by_others(member, "plan.set", verified),
    )


def _by_others(member: Member, act: str, plans: list[Plan]) -> list[Plan]:
    """Those on which the member may act: not their own work, where the act is such."""
    return [p for p in plans if allows(member, act, authors=(p.created_by_id, p.changed_by_id))]
