"""Evidence: adding, handing out privately, showing pictures and PDF in place, removing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renaksi_web.accounts.members import Member
from renaksi_web.refusals import NotFound
from renaksi_web.tracking import evidence
from renaksi_web.tracking.report import report
from renaksi_web.web.forms.tracking import Proofs
from renaksi_web.web.views.forms_shown import accepted
from renaksi_web.web.views.report import entry_page


def add(request: HttpRequest, member: Member, year: int, quarter: str, series: int) -> HttpResponse:
    """Add files or a link to an entry."""
    form = Proofs(request.POST, request.FILES)

    def put(photos: list[Any], proofs: list[Any], link: str, title: str, as_sent: bool) -> None:
        given = [evidence.Given(file.name, file.read()) for file in [*photos, *proofs]]
        evidence.add(
            by=member, year=year, quarter=quarter, series=series,
            files=given, link=link, title=title, as_sent=as_sent,
        )  # fmt: skip

    if accepted(form, put):
        messages.success(request, _("Bukti disimpan."))
        return redirect("entry", member.organisation.slug, year, quarter, series)
    found = report(member, year, quarter, only={series})
    line = found.line(series)
    if line is None:
        raise NotFound
    return entry_page(request, member, found, line, proofs=form)


def download(request: HttpRequest, member: Member, proof: int) -> HttpResponse:
    """Hand out a file, to be saved."""
    return _sent(evidence.proof(member, proof), in_place=False)


def look(request: HttpRequest, member: Member, proof: int) -> HttpResponse:
    """Show a picture or a PDF in the browser; anything else is handed out to be saved."""
    found = evidence.proof(member, proof)
    response = _sent(found, in_place=found.in_place)
    if found.in_place:  # beside its entry, on this site only; a PDF's viewer is an object
        response["Content-Security-Policy"] = (
            "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline';"
            " frame-ancestors 'self'"
        )
        response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _sent(found: evidence.Proof, *, in_place: bool) -> HttpResponse:
    response = HttpResponse(found.data, content_type=found.media_type)
    response["Content-Disposition"] = (
        content_disposition_header(not in_place, found.name) or "attachment"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def remove(request: HttpRequest, member: Member, proof: int) -> HttpResponse:
    """Take a proof away."""
    entry = evidence.remove(by=member, evidence_id=proof).entry
    messages.success(request, _("Bukti dihapus; jejaknya tetap tercatat."))
    where = (entry.year, entry.quarter, entry.series_id)
    return redirect("entry", member.organisation.slug, *where)
