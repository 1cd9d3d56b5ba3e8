"""Budgets of a plan's version, and what was spent in a quarter: a table of amounts each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.plans.budgets import rows_of, total_of
from renaksi_web.plans.services.budgets import set_budgets
from renaksi_web.tracking.report import report
from renaksi_web.tracking.spending import can_change, spend, table
from renaksi_web.web.forms.money import Amounts
from renaksi_web.web.views.forms_shown import accepted, shown


def budgets(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """The ceilings of a version; written while it is a draft."""
    row = selectors.plan_row(member, plan)
    rows = rows_of(selectors.loaded(member, row).plan)
    form = Amounts(rows, request.POST if request.method == "POST" else None)

    def put(seen: str, **_typed: Any) -> None:
        set_budgets(by=member, plan_id=plan, seen=seen, amounts=form.amounts())

    if accepted(form, put):
        messages.success(request, _("Anggaran disimpan."))
        return redirect("budgets", member.organisation.slug, plan)
    return shown(
        request, "plans/budgets.html", form,
        plan=row, lines=form.lines(), total=total_of(rows), editable=row.is_draft,
    )  # fmt: skip


def spending(request: HttpRequest, member: Member, year: int, quarter: str) -> HttpResponse:
    """What was spent in the quarter, beside the ceilings."""
    found = report(member, year, quarter)
    rows = table(member, found)
    form = Amounts(rows, request.POST if request.method == "POST" else None)

    def put(seen: str, **_typed: Any) -> None:
        spend(by=member, year=year, quarter=quarter, seen=seen, amounts=form.amounts())

    if accepted(form, put):
        messages.success(request, _("Realisasi anggaran disimpan."))
        return redirect("spending", member.organisation.slug, year, quarter)
    return shown(
        request, "tracking/spending.html", form,
        report=found, lines=form.lines(), total=total_of(rows), editable=can_change(found),
    )  # fmt: skip
