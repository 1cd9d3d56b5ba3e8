"""Frozen results: what an approved quarter came to, kept with the version of the rules.

Approving more entries of the quarter freezes anew under a later number; nothing frozen is
ever changed, except that reopening says when, by whom and why it no longer holds.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from renaksi import plan_json
from renaksi.measure import RULES_VERSION, measure, measurement_to_json
from renaksi.model import Cell
from renaksi.quarter import QUARTERS, ordinal
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.mapping import load
from renaksi_web.plans.selectors import set_plan
from renaksi_web.tracking.measuring import settings_of
from renaksi_web.tracking.models import Entry, FrozenResult, ReportingWindow
from renaksi_web.tracking.report import Line, Report
from renaksi_web.tracking.selectors import cell_of, entries

APPROVED = (Entry.State.APPROVED, Entry.State.LOCKED)


def freeze(*, by: Member, year: int, window: ReportingWindow) -> FrozenResult:
    """Keep what the approved entries up to the quarter come to; part of approving them.

    What was reported in time and is not approved yet is left out, and never late.
    """
    row, quarter = set_plan(by, year), window.quarter
    upto = QUARTERS[: ordinal(quarter)]
    there = entries(by, year)
    approved: dict[int, dict[str, Cell]] = defaultdict(dict)
    for entry in there:
        if entry.state in APPROVED and entry.quarter in upto and entry.cell_state != "missing":
            approved[entry.series_id][entry.quarter] = cell_of(entry)
    found = load(row, approved)
    plan = found.plan
    settings = settings_of(by.organisation.government, window, found, there)
    result = measure(plan, ordinal(quarter), settings)
    number = FrozenResult.objects.filter(
        organisation=by.organisation, year=year, quarter=quarter
    ).count()
    return FrozenResult.objects.create(
        organisation=by.organisation,
        year=year,
        quarter=quarter,
        number=number + 1,
        plan=row,
        rules=RULES_VERSION,
        plan_json=plan_json.to_json(plan),
        result=measurement_to_json(result),
        approved_by=by.user,
        approved_at=clock.now(),
    )


def thaw(*, by: Member, year: int, quarter: str, reason: str) -> None:
    """Say of the quarter's results that they were reopened; part of reopening entries."""
    FrozenResult.objects.filter(
        organisation=by.organisation, year=year, quarter=quarter, reopened_at__isnull=True
    ).update(reopened_by=by.user, reopened_at=clock.now(), reopened_reason=reason)


def latest(member: Member, year: int, quarter: str) -> FrozenResult | None:
    """The result that holds for the quarter; None where it is not approved or was reopened."""
    require(member, "entry.view")
    rows = FrozenResult.objects.filter(
        organisation=member.organisation, year=year, quarter=quarter, reopened_at__isnull=True
    )
    return rows.select_related("approved_by").defer("plan_json").order_by("-number").first()


def line_of(member: Member, found: Report, line: Line) -> dict[str, Any] | None:
    """What was frozen of an approved line: when, by which rules, and the span."""
    if line.entry is None or line.entry.state not in APPROVED:
        return None
    result = latest(member, found.year, found.quarter)
    if result is None:
        return None
    row = line.measured.row
    for indicator in result.result["indicators"]:
        if (indicator["element"], indicator["index"]) == (row.element, row.position):
            span = indicator[line.key]
            return {"rules": result.rules, "at": result.approved_at, "span": span}
    return None


def headline(result: FrozenResult) -> dict[str, Any]:
    """The organisation's figure as it was approved: value, counted, of, band, explanation."""
    found: dict[str, Any] = result.result["organisation"]
    return found
