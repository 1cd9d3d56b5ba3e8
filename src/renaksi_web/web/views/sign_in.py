"""Coming in and going out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renaksi_web import clock
from renaksi_web.accounts.backends import address_of
from renaksi_web.accounts.throttle import remember_browser
from renaksi_web.web.access import is_partial, on_this_site
from renaksi_web.web.forms.account import SignIn
from renaksi_web.web.views.forms_shown import shown

TEMPLATE = "account/sign_in.html"


def enter(request: HttpRequest) -> HttpResponse:
    """Sign in with a name, NIP or NIK."""
    form = SignIn(request.POST or None)
    if form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if user is not None:
            let_in(request, user)
            response = (
                _went_on(request) if is_partial(request) else HttpResponseRedirect(_back(request))
            )
            remember_browser(request, response, user)
            return response
        if not getattr(request, "axes_locked_out", False):
            form.add_error(None, _("Nama pengguna atau kata sandi tidak cocok."))
        else:
            form.add_error(None, _slowed())
    return _asked_again(request, form)


def _asked_again(request: HttpRequest, form: SignIn) -> HttpResponse:
    """The form with its sentence; in the dialog of a session that ended, the sentence alone."""
    if is_partial(request):
        return HttpResponse(
            " ".join(map(str, form.non_field_errors())), status=422, content_type="text/plain"
        )
    return shown(request, TEMPLATE, form, next=_back(request))


def _went_on(request: HttpRequest) -> HttpResponse:
    """Signed in again in place: the page goes on with the new session's token."""
    headers = {"X-CSRFToken": get_token(request), "X-Renaksi-User": str(request.user.pk)}
    return HttpResponse(status=204, headers=headers)


def let_in(request: HttpRequest, user: Any) -> None:
    """Begin a session that its owner will recognise in the list."""
    login(request, user, backend="renaksi_web.accounts.backends.NameNipOrNik")
    request.session["browser"] = {
        "name": request.headers.get("User-Agent", "")[:200],
        "address": address_of(request),
        "started_at": clock.real_now().isoformat(),
    }


def leave(request: HttpRequest) -> HttpResponse:
    """Sign out: the session is gone on the server too."""
    logout(request)
    return redirect("sign-in")


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Too many wrong passwords for one account from one address."""
    form = SignIn(request.POST)
    form.is_valid()
    form.add_error(None, _slowed())
    response = _asked_again(request, form)
    response.status_code = 429
    return response


def _slowed() -> str:
    return _("Terlalu sering salah. Tunggu 15 menit, atau minta admin kantor membuat tautan baru.")


def _back(request: HttpRequest) -> str:
    """Where the person wanted to go, on this site only."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    return on_this_site(request, wanted)
