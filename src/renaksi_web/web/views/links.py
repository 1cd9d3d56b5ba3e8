"""Using a link: joining an office, or choosing a new password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from renaksi_web.accounts import services
from renaksi_web.accounts.selectors import invitation_for
from renaksi_web.accounts.throttle import remember_browser
from renaksi_web.web.forms.account import Join, ResetPassword
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.views.sign_in import let_in


def use(request: HttpRequest, token: str) -> HttpResponse:
    """The page that an invitation or a password link opens."""
    invitation = invitation_for(token)
    knows = invitation.user is not None
    kind: type[forms.Form] = ResetPassword if knows else Join
    act = services.reset_password if knows else services.join
    form = kind(request.POST or None)

    def enter(**typed: Any) -> None:
        let_in(request, act(token=token, **typed))

    if accepted(form, enter):
        response = redirect("home")
        remember_browser(request, response, request.user)  # type: ignore[arg-type]
        return response
    return shown(request, "account/link.html", form, invitation=invitation)
