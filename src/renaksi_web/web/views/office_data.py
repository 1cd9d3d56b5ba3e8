"""An office's data: seen by its people, entered by its admin; its logo, for its people alone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.offices import selectors, services
from renaksi_web.offices.staffing import enter_staff
from renaksi_web.offices.word_template import enter_template
from renaksi_web.web.forms.office_data import OfficeData, held
from renaksi_web.web.forms.staff import StaffForm
from renaksi_web.web.forms.word_template import WordTemplate
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest, member: Member) -> HttpResponse:
    """What stands on the office's papers, and for an admin the form to change it."""
    entered = selectors.entered(member)
    is_sent = request.method == "POST"
    form = OfficeData(
        request.POST if is_sent else None, request.FILES if is_sent else None,
        initial=held(entered),
    )  # fmt: skip

    def put(seen: int, logo: Any, without_logo: bool, **_typed: Any) -> None:
        services.enter(
            by=member, seen=seen, texts=form.texts(), signing=form.signing(),
            logo=logo.read() if logo else None, without_logo=without_logo,
        )  # fmt: skip

    if accepted(form, put):
        messages.success(request, _("Data kantor disimpan."))
        return redirect("office-data", member.organisation.slug)
    return shown(
        request, "offices/data.html", form,
        entered=entered, printed=selectors.office_of(member),
    )  # fmt: skip


def staff(request: HttpRequest, member: Member) -> HttpResponse:
    """The officials below the head, whose agreements are printed; entered by an admin."""
    entered = selectors.entered(member)
    form = StaffForm(entered, request.POST if request.method == "POST" else None)

    def put(seen: int, **_typed: Any) -> None:
        enter_staff(by=member, seen=seen, posts=form.posts())

    if accepted(form, put):
        messages.success(request, _("Pejabat disimpan."))
        return redirect("office-staff", member.organisation.slug)
    return shown(
        request, "offices/staff.html", form, entered=entered, printed=selectors.office_of(member)
    )


def word_template(request: HttpRequest, member: Member) -> HttpResponse:
    """The office's own Word file: which there is, and for an admin another or none."""
    sent = request.method == "POST"
    form = WordTemplate(request.POST if sent else None, request.FILES if sent else None)
    done: list[int] = []

    def put(template: Any, without_template: bool, everywhere: bool) -> None:
        data = None if without_template else template.read()
        done.append(enter_template(by=member, data=data, everywhere=everywhere))

    if accepted(form, put):
        sentence = ngettext(
            "Templat disimpan di %(count)s kantor.",
            "Templat disimpan di %(count)s kantor.",
            done[0],
        )
        messages.success(request, sentence % {"count": done[0]})
        return redirect("word-template", member.organisation.slug)
    others = memberships_for(member.user, "organisation.manage")
    return shown(
        request, "offices/word_template.html", form,
        entered=selectors.entered(member), several=len(others) > 1,
    )  # fmt: skip


def take_word_template(_request: HttpRequest, member: Member) -> HttpResponse:
    """The office's own Word file, only to be saved."""
    response = HttpResponse(
        selectors.word_template(member), content_type="application/octet-stream"
    )
    response["Content-Disposition"] = 'attachment; filename="templat.docx"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def logo(_request: HttpRequest, member: Member) -> HttpResponse:
    """The picture itself, found by its content to be one; kept by no one between."""
    found = selectors.logo(member)
    response = HttpResponse(found.data, content_type=found.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response
