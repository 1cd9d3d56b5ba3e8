"""The filed document itself, as it was given: always a download, never shown in place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from renaksi_web.accounts.members import Member
from renaksi_web.files.selectors import content
from renaksi_web.plans import selectors


def download(_request: HttpRequest, member: Member, document: int) -> HttpResponse:
    """The bytes of a plan's document."""
    found = selectors.document(member, document)
    response = HttpResponse(content(member, found.file), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, found.filename) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
