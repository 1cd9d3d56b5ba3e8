"""What an office sees: tasks, a quarter at one glance, the paper, findings, history."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from renaksi.quarter import QUARTERS, ordinal
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import latest
from renaksi_web.plans import selectors
from renaksi_web.plans.waiting import waiting_plans
from renaksi_web.tracking import frozen
from renaksi_web.tracking.findings import findings as findings_in_force
from renaksi_web.tracking.findings import findings_of
from renaksi_web.tracking.report import report
from renaksi_web.tracking.summary import summary
from renaksi_web.tracking.tasks import agenda
from renaksi_web.web.answers import language
from renaksi_web.web.paper_page import paper_page
from renaksi_web.web.shares import shares
from renaksi_web.web.stories import told


def tasks(request: HttpRequest, member: Member) -> HttpResponse:
    """*Tugas saya*: what waits for the person who asks."""
    return render(
        request, "overview/tasks.html", {"agenda": agenda(member), "plans": waiting_plans(member)}
    )


def glance(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """A quarter at one glance, for the head of the office."""
    found = summary(member, year, quarter, language())
    context = {
        "summary": found,
        "report": found.report,
        "frozen": frozen.latest(member, year, quarter),
        "approved": len(found.report.standing("approved", "locked")),
        "upto": QUARTERS[: ordinal(quarter)],
        "shares": shares(found.report),
    }
    return render(request, "overview/glance.html", context)


def paper(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """The plan as the paper shows it, with what was reached up to a quarter."""
    found = report(member, year, quarter)
    context = {"report": found, "sheets": paper_page(found, member.organisation.slug)}
    return render(request, "overview/paper.html", context)


def findings(request: HttpRequest, member: Member, year: int) -> HttpResponse:
    """The gravest findings of the plan, in words a head of office would use."""
    found = findings_in_force(member, year, language())
    return render(request, "overview/findings.html", {"year": year, "findings": found})


def plan_findings(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """The same of one version: a draft is read so before it is verified and set."""
    row = selectors.plan_row(member, plan)
    context = {
        "year": row.year,
        "plan": row,
        "findings": findings_of(member, row, language()),
        "editable": row.is_draft and "operator" in member.roles,
    }
    return render(request, "overview/findings.html", context)


def record(request: HttpRequest, member: Member) -> HttpResponse:
    """Everything that was done in the office, the newest first."""
    require(member, "audit.view")
    before = request.GET.get("sebelum", "")
    number = int(before) if before.isdecimal() and len(before) < 10 else None
    stories = latest(member, before=number)
    context = {
        "stories": [
            {"day": localdate(story.at), "subject": story.subject, "told": told(story)}
            for story in stories
        ],
        "next": stories[-1].number if stories and stories[-1].number > 1 else None,
    }
    return render(request, "overview/record.html", context)
