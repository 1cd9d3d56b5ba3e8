"""Official documents: which there are and what each lacks, and one of them as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from renaksi.reports.matter import Choices
from renaksi.reports.names import EVERYBODY
from renaksi_web.accounts.members import Member
from renaksi_web.sheets.papers import TYPES, Papers
from renaksi_web.web.forms.papers import PaperChoices


def choose(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Every document with its formats, for one quarter and one kind of paper."""
    form = PaperChoices(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    papers = _papers(request, member, plan, chosen)
    form.offer(papers.quarters, papers.report.quarter if papers.report else "")
    context: dict[str, Any] = {
        "plan": papers.row,
        "report": papers.report,
        "offers": papers.offers(),
        "officials": [EVERYBODY, *papers.officials()] if papers.officials() else [],
        "form": form,
        "formats": list(TYPES),
        "query": request.GET.urlencode(),
    }
    return render(request, "sheets/papers.html", context)


def take(
    request: HttpRequest, member: Member, plan: int, document: str, format: str
) -> HttpResponse:
    """One document as a file; choices that are none are left as they are by default."""
    papers, choices = _asked(request, member, plan)
    data, name = papers.printed(document, format, choices)
    return _file(data, name, TYPES[format])


def take_all(request: HttpRequest, member: Member, plan: int) -> HttpResponse:
    """Every document as PDF in one archive."""
    papers, choices = _asked(request, member, plan)
    data, name = papers.archive(choices)
    return _file(data, name, "application/zip")


def _asked(request: HttpRequest, member: Member, plan: int) -> tuple[Papers, Choices]:
    form = PaperChoices(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    choices = Choices(
        chosen.get("paper") or "a4", chosen.get("layout") or "paired",
        chosen.get("cells") or "increments", request.GET.get("pejabat", "")[:150],
    )  # fmt: skip
    return _papers(request, member, plan, chosen), choices


def _papers(request: HttpRequest, member: Member, plan: int, chosen: dict[str, Any]) -> Papers:
    site = request.build_absolute_uri(reverse("figures", args=[member.organisation.slug]))
    return Papers(member, plan, chosen.get("quarter") or None, chosen.get("dated"), site)


def _file(data: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
