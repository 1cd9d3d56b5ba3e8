"""Who answers for the indicators of a plan: a table of officials."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.offices.selectors import office_of, positions
from renaksi_web.plans import selectors
from renaksi_web.plans.charges import rows_of
from renaksi_web.plans.services.charging import put_in_charge
from renaksi_web.web.forms.charges import Charges
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """The indicators of a version with who answers for each; written as long as it is in force."""
    row = selectors.plan_row(member, plan)
    rows = rows_of(selectors.loaded(member, row), office_of(member))
    form = Charges(rows, request.POST if request.method == "POST" else None)

    def put(seen: str, **_typed: Any) -> None:
        put_in_charge(by=member, plan_id=plan, seen=seen, responsible=form.responsible())

    if accepted(form, put):
        messages.success(request, _("Penanggung jawab disimpan."))
        return redirect("charges", member.organisation.slug, plan)
    return shown(
        request, "plans/charges.html", form,
        plan=row, lines=form.lines(), positions=positions(member),
        editable=row.status != "superseded",
    )  # fmt: skip
