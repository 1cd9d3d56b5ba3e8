"""The writer's own texts of a document: seen by all, written by operators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from renaksi.quarter import QUARTERS
from renaksi.reports import report
from renaksi_web.accounts.members import Member
from renaksi_web.sheets.papers import Papers
from renaksi_web.tracking.writing import wordings, write
from renaksi_web.web.forms.writings import WritingForm
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member, plan: int, document: str) -> HttpResponse:
    """Every place of a document with its text; of a quarter where the document is."""
    asked = request.GET.get("quarter")
    papers = Papers(member, plan, asked if asked in QUARTERS else None)
    places, quarter = papers.places(document), papers.quarter_of(document)
    form = WritingForm(
        places, papers.written(document), request.POST if request.method == "POST" else None
    )

    def put(**_typed: Any) -> None:
        write(by=member, plan_id=plan, quarter=quarter, seen=form.seen(), texts=form.texts())

    if accepted(form, put):
        messages.success(request, _("Naskah disimpan."))
        address = reverse("writings", args=[member.organisation.slug, plan, document])
        return redirect(f"{address}?quarter={quarter}" if quarter else address)
    return shown(
        request, "sheets/writings.html", form,
        plan=papers.row, title=report(document).title.id, document=document, quarter=quarter,
        quarters=papers.quarters if quarter else [],
        rows=form.rows(wordings(member, papers.row, quarter)), known=papers.written(document),
    )  # fmt: skip
