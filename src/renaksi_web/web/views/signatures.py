"""Whether a signed PDF is what was signed, for any visitor; nothing of the file is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from renaksi.diagnostics import spoken
from renaksi.signatures import verdict, wording
from renaksi_web.plans.signed import signatures_of
from renaksi_web.web.answers import language
from renaksi_web.web.forms.signatures import SignedFile
from renaksi_web.web.views.forms_shown import accepted, shown

TEMPLATE = "signatures/check.html"


def check(request: HttpRequest) -> HttpResponse:
    """Read the uploaded file and tell who signed it, when, and whether it is unchanged."""
    form = SignedFile(request.POST, request.FILES) if request.method == "POST" else SignedFile()
    context: dict[str, Any] = {"address": request.build_absolute_uri(reverse("signatures"))}

    def look(file: Any) -> None:
        context.update(_result(file.name, signatures_of(file.read())))

    if form.is_bound and accepted(form, look):
        return render(request, TEMPLATE, {"form": SignedFile(), **context})
    return shown(request, TEMPLATE, form, **context)


def _result(name: str, found: tuple[verdict.Signature, ...]) -> dict[str, Any]:
    lang = language()
    told = [
        {
            "name": one.signer or one.field,
            "organisation": one.organisation,
            "time": wording.time_stated(one, lang),
            "sentences": wording.sentences(one, lang),
        }
        for one in wording.in_zone(found, timezone.get_current_timezone())
    ]
    return {
        "file": name,
        "standing": verdict.standing(found),
        "headline": wording.headline(found, lang),
        "told": told,
        "beside": spoken(wording.REVOCATION if found else wording.PICTURES, lang),
    }
