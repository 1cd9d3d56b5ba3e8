"""One's own account: password and open sessions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from renaksi_web.accounts import selectors, services
from renaksi_web.web.forms.account import ChangePassword
from renaksi_web.web.views.forms_shown import accepted, shown


def show(request: HttpRequest) -> HttpResponse:
    """Who I am here, and where I am signed in."""
    user: Any = request.user
    context = {
        "memberships": selectors.memberships(user),
        "sessions": selectors.sessions(user),
        "this_session": request.session.session_key,
    }
    return render(request, "account/account.html", context)


def password(request: HttpRequest) -> HttpResponse:
    """Change my password; other browsers are signed out."""
    user: Any = request.user
    form = ChangePassword(request.POST or None)

    def change(old: str, new: str) -> None:
        services.change_password(
            by=user, old=old, new=new, keep_session=request.session.session_key
        )

    if accepted(form, change):
        update_session_auth_hash(request, user)
        messages.success(request, _("Kata sandi diganti. Peramban lain sudah dikeluarkan."))
        return redirect("account")
    return shown(request, "account/password.html", form)


def end_session(request: HttpRequest, handle: str) -> HttpResponse:
    """Sign another browser out."""
    user: Any = request.user
    services.end_session(by=user, handle=handle)
    messages.success(request, _("Sesi itu diakhiri."))
    return redirect("account")
