"""The plans of earlier years in this installation, with what was approved and spent in them."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from renaksi import model
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.tracking.models import Entry, Spending
from renaksi_web.tracking.selectors import cell_of
from renaksi_web.tracking.spending import put_in

# As `renaksi.reports.past` looks back.
_YEARS: Final = 5
_APPROVED: Final = (Entry.State.APPROVED, Entry.State.LOCKED)


def earlier_plans(member: Member, year: int) -> tuple[model.Plan, ...]:
    """The plans in force of the five years before; three queries for each, and three for all."""
    require(member, "entry.view")
    mine = {"organisation": member.organisation}
    years = range(year - _YEARS, year)
    rows = Plan.objects.filter(**mine, year__in=years, kind="action_plan", status=Plan.Status.SET)
    found = list(rows.order_by("-year"))
    if not found:
        return ()
    actuals: dict[int, dict[int, dict[str, model.Cell]]] = defaultdict(lambda: defaultdict(dict))
    for entry in Entry.objects.filter(**mine, year__in=years, state__in=_APPROVED):
        if entry.cell_state != "missing":
            actuals[entry.year][entry.series_id][entry.quarter] = cell_of(entry)
    spent: dict[int, list[Spending]] = defaultdict(list)
    for one in Spending.objects.filter(**mine, year__in=years):
        spent[one.year].append(one)
    return tuple(
        put_in(selectors.loaded(member, row, actuals[row.year]).plan, spent[row.year])
        for row in found
    )
