"""Where a person arrives, and how the pages look to them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from renaksi_web.accounts.selectors import installed, memberships
from renaksi_web.web.access import ask_to_sign_in, on_this_site
from renaksi_web.web.context import PAPERS, THEMES

A_YEAR = 365 * 24 * 60 * 60


def start(request: HttpRequest) -> HttpResponse:
    """The way to one's office: set up, sign in, or choose among several."""
    if not request.user.is_authenticated:
        return ask_to_sign_in(request) if installed() else redirect("set-up")
    known = memberships(request.user)
    if len(known) == 1:
        return redirect("office", office=known[0].organisation.slug)
    return render(request, "home/choose_office.html", {"memberships": known})


def choose(request: HttpRequest) -> HttpResponse:
    """Colours, language and size of paper, kept in the browser for a year."""
    response = HttpResponseRedirect(on_this_site(request, request.POST.get("next", "/")))
    choices = {
        "tema": ("", *THEMES),
        "kertas": PAPERS,
        settings.LANGUAGE_COOKIE_NAME: tuple(dict(settings.LANGUAGES)),
    }
    for cookie, allowed in choices.items():
        chosen = request.POST.get(cookie)
        if chosen in allowed:
            response.set_cookie(
                cookie, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.HTTPS
            )
    return response
