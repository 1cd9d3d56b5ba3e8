"""Bundles of a year's documents: ordering one, watching it being made, taking it away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import IO, Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.bundles import selectors, services
from renaksi_web.web.access import is_partial
from renaksi_web.web.answers import language
from renaksi_web.web.forms.bundles import BundleChoices
from renaksi_web.web.views.forms_shown import accepted, shown

_PIECE: Final = 65_536


def index(request: HttpRequest, member: Member) -> HttpResponse:
    """Order a bundle; those that were ordered before."""
    fresh = {"year": clock.today().year, "formats": ["pdf"]}
    form = BundleChoices(request.POST) if request.method == "POST" else BundleChoices(initial=fresh)
    made: list[Any] = []

    def order(
        year: int, formats: list[str], dated: date | None, paper: str, layout: str, cells: str
    ) -> None:
        choices = Choices(paper or "a4", layout or "paired", cells or "increments")  # type: ignore[arg-type]
        site = request.build_absolute_uri("/").rstrip("/")
        made.append(
            services.order(
                by=member, year=year, formats=formats, choices=choices, dated=dated, site=site
            )
        )

    if form.is_bound and accepted(form, order):
        return redirect("bundle", office=member.organisation.slug, bundle=made[0].pk)
    offices = [known.organisation for known in memberships_for(member.user, "bundle.make")]
    known = selectors.bundles(member)
    return shown(request, "bundles/index.html", form, bundles=known, offices=offices)


def show(request: HttpRequest, member: Member, bundle: int) -> HttpResponse:
    """How far it is, and the archives that are there."""
    found = selectors.progress(member, bundle)
    page = "bundles/_bundle.html" if is_partial(request) else "bundles/bundle.html"
    return render(request, page, {"found": found, "bundle": found.bundle, "lang": language()})


def take(_request: HttpRequest, member: Member, bundle: int, of: str = "") -> StreamingHttpResponse:
    """One archive, of all offices or of one; it is sent piece by piece."""
    found = selectors.archive(member, bundle, of)
    response = StreamingHttpResponse(_pieces(found.opened), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(True, found.name) or ""
    response["Content-Length"] = str(found.size)
    response["Content-Encoding"] = "identity"  # nobody compresses it once more
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _pieces(opened: Callable[[], IO[bytes]]) -> Iterator[bytes]:
    with opened() as file:
        while piece := file.read(_PIECE):
            yield piece


def remove(request: HttpRequest, member: Member, bundle: int) -> HttpResponse:
    """Take a bundle away with its archives."""
    services.remove(by=member, bundle_id=bundle)
    messages.success(request, _("Bundel dihapus."))
    return redirect("bundles", office=member.organisation.slug)
