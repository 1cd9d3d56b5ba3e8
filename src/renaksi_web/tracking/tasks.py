"""What waits for a person (*Tugas saya*), quarter by quarter; what is overdue never vanishes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from renaksi.quarter import QUARTERS
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import allows, require
from renaksi_web.plans.selectors import plans_in_force
from renaksi_web.tracking.models import ReportingWindow
from renaksi_web.tracking.report import Line, Report, years


class Waiting(NamedTuple):
    """One quarter that has opened: its report, and what waits in it for this person."""

    report: Report
    unfilled: list[Line]
    returned: list[Line]
    unexplained: list[Line]
    unproven: list[Line]
    unsent: list[Line]
    to_verify: list[Line]
    to_approve: list[Line]
    to_lock: list[Line]

    @property
    def is_late(self) -> bool:
        """Whether the due day has passed."""
        window = self.report.window
        return window is not None and clock.today() > window.due

    @property
    def is_filled(self) -> bool:
        """Whether something is reported on every line that was due."""
        return len(self.report.filled) == len(self.report.due)

    @property
    def is_done(self) -> bool:
        """Whether every line that was due is approved."""
        return all(line.standing in ("approved", "locked") for line in self.report.due)

    @property
    def is_empty(self) -> bool:
        """Whether nothing here waits for this person."""
        return not any(self[1:])


class Agenda(NamedTuple):
    """The quarters that have opened, the oldest first, and when the next one opens.

    ``finished`` are those of them that are approved as a whole and wait for nobody.
    """

    quarters: list[Waiting]
    finished: list[Report]
    planned: list[int]
    next: ReportingWindow | None
    unscheduled: list[int]


def agenda(member: Member) -> Agenda:
    """The person's tasks in this year and the last; six queries, however many plans."""
    require(member, "organisation.view")
    today = clock.today()
    plans = plans_in_force(member, [today.year - 1, today.year])
    opened: list[Waiting] = []
    later: list[ReportingWindow] = []
    unscheduled = []
    for year in years(member, plans) if plans else ():
        if not year.windows:
            unscheduled.append(year.plan.year)
        for quarter in QUARTERS:
            window = year.windows.get(quarter)
            if window is not None and window.opens <= today:
                opened.append(_waiting(member, year.report(quarter)))
            elif window is not None:
                later.append(window)
    return Agenda(
        [one for one in opened if not (one.is_done and one.is_empty)],
        [one.report for one in opened if one.is_done and one.is_empty],
        [plan.year for plan in plans],
        min(later, key=_opens, default=None),
        unscheduled,
    )


def _opens(window: ReportingWindow) -> date:
    return window.opens


def _waiting(member: Member, report: Report) -> Waiting:
    editing = allows(member, "entry.edit")
    editable = [line for line in report.filled if report.can_edit(line)] if editing else []
    return Waiting(
        report,
        [line for line in report.due if not line.is_filled] if editing else [],
        report.standing("returned") if editing else [],
        [line for line in editable if line.lacks_explanation],
        [line for line in editable if not line.evidence],
        report.standing("draft") if allows(member, "entry.submit") else [],
        _others(member, "entry.verify", report.standing("submitted")),
        _others(member, "entry.approve", report.standing("verified")),
        _others(member, "entry.lock", report.standing("approved")),
    )


def _others(member: Member, act: str, lines: list[Line]) -> list[Line]:
    """Lines on which the person may do the act: not their own, where the act is such."""
    return [
        line
        for line in lines
        if line.entry
        and allows(member, act, authors=(line.entry.author_id, line.entry.submitted_by_id))
    ]
