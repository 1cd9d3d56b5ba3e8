"""How a refused act is answered: its sentence, its status, and who can help.

A page gets a page, a fragment of htmx the fragment ``_refusal.html``. A form view that can
show the sentence beside the field catches the refusal itself.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from renaksi.diagnostics import Language, RenaksiError
from renaksi_web.accounts.policy import POLICY
from renaksi_web.accounts.selectors import names_of
from renaksi_web.refusals import Busy, NotAllowed, Refused
from renaksi_web.web.access import is_partial


def language() -> Language:
    """The language of the page."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def answer(request: HttpRequest, error: RenaksiError) -> HttpResponse:
    """The response to a refusal."""
    status = error.status if isinstance(error, Refused) else 422
    template = "_refusal.html" if is_partial(request) else "refusal.html"
    context = {
        "sentence": error.message(language()),
        "status": status,
        "who_can_help": _who_can_help(request, error),
    }
    response = render(request, template, context, status=status)
    if isinstance(error, Busy):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _who_can_help(request: HttpRequest, error: RenaksiError) -> list[str]:
    member = getattr(request, "member", None)
    if member is None or not isinstance(error, NotAllowed):
        return []
    return [name for name in names_of(member, POLICY[error.act].roles) if name != member.user.name]
