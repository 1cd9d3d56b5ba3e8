"""The medium term and earlier years beside a plan, as a table of figures."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi.reports.past import with_earlier_years
from renaksi_web.accounts.members import Member
from renaksi_web.plans import selectors
from renaksi_web.plans.renstra import rows_of
from renaksi_web.plans.services.past import set_past
from renaksi_web.tracking.earlier_years import earlier_plans
from renaksi_web.web.forms.renstra import PastForm
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """What was entered, and where nothing was, what earlier years of the installation know."""
    row = selectors.plan_row(member, plan)
    found = selectors.loaded(member, row)
    known = with_earlier_years(found.plan, earlier_plans(member, row.year))
    rows = rows_of(found, known, row.year)
    form = PastForm(rows, row.year, request.POST if request.method == "POST" else None)

    def put(seen: str, **_typed: Any) -> None:
        set_past(by=member, plan_id=plan, seen=seen, cells=form.cells())

    if accepted(form, put):
        messages.success(request, _("Renstra dan tahun lalu disimpan."))
        return redirect("renstra", member.organisation.slug, plan)
    return shown(
        request, "plans/renstra.html", form,
        plan=row, lines=form.lines(), heads=form.heads(), editable=row.status != "superseded",
    )  # fmt: skip
