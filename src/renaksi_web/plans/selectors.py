"""Reading plans: which there are, the one of a year, and what it means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from django.db.models import QuerySet

from renaksi.model import LEVELS, Level
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import Story, events_of
from renaksi_web.plans.mapping import NO_ACTUALS, Actuals, Loaded, load_all
from renaksi_web.plans.models import Element, Import, Plan, PlanDocument
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


def two_rows(member: Member, first_id: int, second_id: int) -> tuple[Plan, Plan]:
    """Two versions of plans, to be compared; one query."""
    require(member, "plan.view")
    found = Plan.objects.filter(organisation=member.organisation).in_bulk([first_id, second_id])
    if not {first_id, second_id} <= found.keys():
        raise NotFound
    return found[first_id], found[second_id]


def set_plan(member: Member, year: int) -> Plan:
    """The version of a year that is in force; `NotFound` where none was set."""
    found = plans_in_force(member, [year])
    if not found:
        raise NotFound(
            id=f"Rencana aksi {year} belum ditetapkan.", en=f"No action plan of {year} is set yet."
        )
    return found[0]


def plans_in_force(member: Member, years: Collection[int]) -> list[Plan]:
    """The action plans in force of these years, in order; one query."""
    require(member, "plan.view")
    return list(in_force(member, years).order_by("year"))


def in_force(member: Member, years: Collection[int]) -> QuerySet[Plan]:
    """The same to be asked for as a part of another query."""
    return Plan.objects.filter(
        organisation=member.organisation, year__in=years, kind="action_plan", status=Plan.Status.SET
    )


def plan_of_year(member: Member, year: int) -> Plan:
    """The version of a year that is in force, else the newest that there is; one query."""
    require(member, "plan.view")
    rows = Plan.objects.filter(organisation=member.organisation, year=year, kind="action_plan")
    found = sorted(rows, key=lambda row: (row.status == Plan.Status.SET, row.revision))
    if not found:
        raise NotFound(
            id=f"Rencana aksi {year} belum ada.", en=f"There is no action plan of {year} yet."
        )
    return found[-1]


def loaded(
    member: Member,
    row: Plan,
    actuals: Actuals = NO_ACTUALS,
    only: Collection[int] | None = None,
) -> Loaded:
    """What a version of the office's plan means, or ``only`` some series; three queries."""
    return loaded_all(member, [(row, actuals)], only)[0]


def loaded_all(
    member: Member, plans: Sequence[tuple[Plan, Actuals]], only: Collection[int] | None = None
) -> list[Loaded]:
    """The same for several versions, each with its actuals; three queries for all of them."""
    require(member, "plan.view")
    if any(row.organisation_id != member.organisation.pk for row, _actuals in plans):
        raise NotFound
    return load_all(plans, only)


def children_levels(level: str | None) -> tuple[Level, ...]:
    """The levels that may stand under one; under none all, because papers begin anywhere."""
    return LEVELS if level is None else LEVELS[LEVELS.index(cast(Level, level)) + 1 :]


def imported(member: Member, import_id: int) -> Import:
    """One import of the office with its document; `NotFound` where it is not the office's."""
    require(member, "plan.view")
    rows = Import.objects.select_related("document__file", "created_by", "plan")
    row = rows.filter(organisation=member.organisation, pk=import_id).first()
    if row is None:
        raise NotFound
    return row


def imports_under_review(member: Member) -> list[Import]:
    """Documents that were read and wait for somebody to decide; one query."""
    require(member, "plan.view")
    rows = Import.objects.select_related("document", "created_by").defer("reading", "corrections")
    rows = rows.defer("original", "former")
    rows = rows.filter(organisation=member.organisation, state=Import.State.REVIEW)
    return list(rows.order_by("-created_at"))


def document(member: Member, document_id: int) -> PlanDocument:
    """A filed document of the office."""
    require(member, "plan.view")
    rows = PlanDocument.objects.select_related("file")
    row = rows.filter(organisation=member.organisation, pk=document_id).first()
    if row is None:
        raise NotFound
    return row


def origin(member: Member, row: Plan) -> Import | None:
    """The import whose document the places of this version speak of, without its reading.

    That is its own, or that of the version from which its rows were copied.
    """
    require(member, "plan.view")
    rows = Import.objects.select_related("document__file").defer("reading", "corrections")
    return (
        rows.defer("former", "original")
        .filter(
            organisation=member.organisation, plan__year=row.year, plan__kind=row.kind,
            plan__revision__lte=row.revision,
        )
        .order_by("-plan__revision")
        .first()
    )  # fmt: skip


def original(member: Member, row: Plan) -> tuple[int, int, dict[str, Any]] | None:
    """The import and document ids of this version's `origin`, and the document as it is shown.

    None where it came from no document, or one without anything to show. One query.
    """
    require(member, "plan.view")
    rows = Import.objects.filter(
        organisation=member.organisation, plan__year=row.year, plan__kind=row.kind,
        plan__revision__lte=row.revision,
    )  # fmt: skip
    found = rows.order_by("-plan__revision").values_list("pk", "document_id", "original").first()
    return (found[0], found[1], found[2]) if found is not None and found[2] else None


def returns(member: Member, rows: Iterable[Plan]) -> dict[int, Story]:
    """By plan: the return that made it a draft again, for its reason; one query at most."""
    require(member, "plan.view")
    drafts = [row.pk for row in rows if row.is_draft and row.version > 1]
    if not drafts:
        return {}
    acts = ("plan.verify", "plan.return")
    last = {
        int(story.object_id): story
        for story in events_of(member, {Plan._meta.label_lower: drafts}, acts)
    }
    return {pk: story for pk, story in last.items() if story.act == "plan.return"}


def kept_beside(member: Member, row: Plan) -> list[Import]:
    """Documents of that year that were only kept; one query."""
    require(member, "plan.view")
    rows = Import.objects.select_related("document").defer("reading", "corrections", "original")
    rows = rows.filter(organisation=member.organisation, state=Import.State.KEPT, year=row.year)
    return list(rows.order_by("-ended_at"))


def versions(member: Member, row: Plan) -> list[Plan]:
    """All versions of the plan of that year, the newest first; one query."""
    require(member, "plan.view")
    rows = Plan.objects.filter(organisation=member.organisation, year=row.year, kind=row.kind)
    rows = rows.select_related("created_by", "changed_by", "verified_by", "set_by")
    return list(rows.order_by("-revision"))


def element_row(member: Member, row: Plan, element_id: int) -> Element:
    """One element of a version by its id."""
    require(member, "plan.view")
    element = (
        row.elements.filter(pk=element_id, plan__organisation=member.organisation)
        .select_related("parent")
        .first()
    )
    if element is None:
        raise NotFound
    return element
