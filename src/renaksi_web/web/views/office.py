"""What an office's papers bear, entered by its admin."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.papers import papers_of, set_papers
from renaksi_web.web.forms.office import OfficeForm, filled
from renaksi_web.web.views.forms_shown import accepted, shown


def papers(request: HttpRequest, member: Member) -> HttpResponse:
    """Show what is known and take what is entered."""
    known = papers_of(member)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = OfficeForm(*sent, initial=filled(known))

    def put(**_fields: Any) -> None:
        set_papers(by=member, office=form.office(known))

    if accepted(form, put):
        messages.success(request, _("Data kantor disimpan."))
        return redirect("office-papers", office=member.organisation.slug)
    return shown(request, "people/papers.html", form, has_logo=bool(known.logo))
