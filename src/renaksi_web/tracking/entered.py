"""Who entered what stands in a plan: the filed document it came from, and every act since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.audit.selectors import Story, history_of
from renaksi_web.plans.models import Import, Indicator, Plan

_MOST: Final = 500


class Entered(NamedTuple):
    """A version with its makers, the import it was read from, and acts on a figure of it.

    ``origin`` is that of the version or of one that it revises; None where it was typed in.
    """

    plan: Plan
    origin: Import | None
    edits: tuple[Story, ...]


def entered(member: Member, plan: Plan, indicator: Indicator) -> Entered:
    """Who entered an indicator, in this version and in those that it revises; three queries."""
    found = _versions(member, plan)
    same = Indicator.objects.filter(
        series=indicator.series_id, key=indicator.key, element__key=indicator.element.key,
        element__plan__in=[one.pk for one in found],
    )  # fmt: skip
    stories = history_of(member, Indicator._meta.label_lower, same.values_list("pk", flat=True))
    return _entered(found, stories)


def entered_beside(member: Member, plan: Plan, keys: Iterable[str]) -> Entered:
    """The same of figures that are entered in a table of the whole plan; two queries.

    ``keys`` are those under which the record of changes tells of the figures.
    """
    wanted, found = set(keys), _versions(member, plan)
    stories = history_of(member, Plan._meta.label_lower, [one.pk for one in found], _MOST)
    told = (one for one in stories if wanted & {*(one.before or ()), *(one.after or ())})
    return _entered(found, told)


def _entered(versions: list[Plan], stories: Iterable[Story]) -> Entered:
    origins = (one.imported for one in versions if one.imported is not None)
    return Entered(versions[0], next(origins, None), tuple(stories))


def _versions(member: Member, plan: Plan) -> list[Plan]:
    """The version and those before it, the newest first, each with its makers; one query."""
    rows = Plan.objects.filter(
        organisation=member.organisation, year=plan.year, kind=plan.kind,
        revision__lte=plan.revision,
    )  # fmt: skip
    people = ("created_by", "set_by", "imported__document__uploaded_by")
    return list(rows.select_related(*people).order_by("-revision"))
