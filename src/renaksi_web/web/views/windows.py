"""The reporting windows of a year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi.quarter import QUARTERS
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.tracking.windows import Dates, set_windows, usual, windows
from renaksi_web.web.forms.tracking import Windows
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member) -> HttpResponse:
    """Show the windows of ``?tahun=``, or what is usual where none is set, and take new ones."""
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else clock.today().year
    known = windows(member, year)
    initial = {
        f"{quarter}_{key}": getattr(known.get(quarter) or days, key)
        for quarter, days in usual(year).items()
        for key in Dates._fields
    }
    form = Windows(request.POST if request.method == "POST" else None, initial=initial)

    def put(**_days: Any) -> None:
        set_windows(by=member, year=year, dates={q: Dates(*form.days(q)) for q in QUARTERS})

    if accepted(form, put):
        messages.success(request, _("Jadwal pelaporan disimpan."))
        return redirect("office", office=member.organisation.slug)
    today = clock.today().year
    rows = [(quarter, *(form[f"{quarter}_{key}"] for key in Dates._fields)) for quarter in QUARTERS]
    years = sorted({year, today - 1, today, today + 1})
    return shown(
        request, "tracking/windows.html", form, year=year, known=known, rows=rows, years=years
    )
