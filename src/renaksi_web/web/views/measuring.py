"""How a government has achievement counted: seen by everybody, decided by an admin."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.tracking.measuring import bands_of, set_measuring
from renaksi_web.web.forms.tracking import Measuring
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member) -> HttpResponse:
    """The bands in force and the one choice there is."""
    government = member.organisation.government
    held = {"late_as_zero": government.late_as_zero}
    form = Measuring(request.POST if request.method == "POST" else None, initial=held)

    def put(late_as_zero: bool) -> None:
        set_measuring(by=member, late_as_zero=late_as_zero)

    if accepted(form, put):
        messages.success(request, _("Cara menghitung disimpan."))
        return redirect("measuring", member.organisation.slug)
    bands = bands_of(government)
    return shown(
        request, "tracking/measuring.html", form,
        government=government, bands=bands,
    )  # fmt: skip
