"""The filed document itself: as it was given, only to be saved; its pages as pictures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag

from renaksi_web.accounts.members import Member
from renaksi_web.files.selectors import content
from renaksi_web.plans import selectors
from renaksi_web.plans.picturing import page_picture


def download(_request: HttpRequest, member: Member, document: int) -> HttpResponse:
    """The bytes of a plan's document."""
    found = selectors.document(member, document)
    response = HttpResponse(content(member, found.file), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, found.filename) or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response


def picture(request: HttpRequest, member: Member, document: int, page: int) -> HttpResponse:
    """One page as a picture; the browser asks again each time, and hears that it is the same."""
    drawn = page_picture(member, document, page)
    response = HttpResponse(drawn, content_type="image/png")
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag = quote_etag(f"{document}-{page}-{len(drawn)}")
    return get_conditional_response(request, etag=etag, response=response) or response
