"""The door of every page: which act it is, who may, and in which organisation.

An address is one line of `renaksi_web.web.urls`, made by `page`; there is no other way,
so that none can be without a row of the policy. Inside an organisation's address the view
gets the `Member` who asks as its second argument; strangers get 404, members without the
right a sentence that says who has it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from renaksi_web.accounts.policy import POLICY, require
from renaksi_web.accounts.selectors import memberships
from renaksi_web.refusals import NotFound
from renaksi_web.serving import SMALL

View = Callable[..., HttpResponseBase]
FORM: Final = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
FILE: Final = settings.MAX_UPLOAD + SMALL  # one file, and what stands around it
FILES: Final = settings.MAX_SENDING + SMALL  # several, or an archive
_GREATEST: Final = 2**63 - 1  # that a database keeps; nothing has a greater number


def page(
    route: str,
    view: View,
    name: str,
    act: str,
    *,
    post: str | None = None,
    get: bool = True,
    takes: int | None = None,
) -> URLPattern:
    """One address: where, which view, its name, and the act of the policy that opening it is.

    ``post`` names the act of sending a form to it, where that is allowed at all; ``get``
    False says that it takes forms only; ``takes`` is the largest body in bytes where that is
    more than a form's. An address with ``<slug:office>`` is an organisation's.
    """
    acts = ({"GET": act, "HEAD": act} if get else {}) | (
        {"POST": post or act} if post or not get else {}
    )
    for required in acts.values():
        if (POLICY[required].reach == "member") != ("<slug:office>" in route):
            raise ValueError(f"{name}: {required} does not suit the address {route}")
    guarded = _guarded(view, acts)
    usual = SMALL if POLICY[acts.get("POST", act)].reach == "anyone" else FORM
    guarded.takes = takes or usual  # type: ignore[attr-defined]  # `bodies` reads it
    return path(route, guarded, name=name)


def _guarded(view: View, acts: dict[str, str]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponseBase:
        act = acts.get(request.method or "")
        if act is None:
            return HttpResponseNotAllowed(list(acts))
        if any(isinstance(part, int) and part > _GREATEST for part in parts.values()):
            raise NotFound
        if POLICY[act].reach == "anyone":
            return view(request, **parts)
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        if POLICY[act].reach == "signed_in":
            _frame_of_the_one_office(request)
            return _private(view(request, **parts))
        member = _member(request, parts.pop("office"))
        require(member, act)
        return _private(view(request, member, **parts))

    guarded.acts = acts  # type: ignore[attr-defined]  # the matrix test reads it
    return guarded


def _private(response: HttpResponseBase) -> HttpResponseBase:
    """Nothing between server and browser keeps it, and the browser asks again before showing it."""
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _member(request: HttpRequest, slug: str) -> Any:
    """Who asks, as the office at this address knows them; kept on the request for the frame."""
    known = memberships(request.user)  # type: ignore[arg-type]
    request.memberships = known  # type: ignore[attr-defined]
    for member in known:
        if member.organisation.slug == slug:
            request.member = member  # type: ignore[attr-defined]
            return member
    raise NotFound


def _frame_of_the_one_office(request: HttpRequest) -> None:
    """Pages of one's own account keep the menu of the office, where there is just one."""
    known = memberships(request.user)  # type: ignore[arg-type]
    request.memberships = known  # type: ignore[attr-defined]
    if len(known) == 1:
        request.member = known[0]  # type: ignore[attr-defined]


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a fragment of a page that is already shown."""
    return request.headers.get("HX-Request") == "true"


def on_this_site(request: HttpRequest, wanted: str) -> str:
    """An address that a form brought along, where it is one of this site; else the first page."""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe and wanted.startswith("/") else "/"


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in: the sign-in page, or for a fragment 401 and the page decides."""
    if is_partial(request):
        return HttpResponse(status=401)
    back = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    return redirect(f"{reverse('sign-in')}?{urlencode({'next': back})}")
