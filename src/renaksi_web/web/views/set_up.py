"""The first page of an empty installation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from renaksi_web.accounts import services
from renaksi_web.accounts.selectors import installed
from renaksi_web.web.forms.account import SetUp
from renaksi_web.web.views.forms_shown import accepted, shown
from renaksi_web.web.views.sign_in import let_in


def found(request: HttpRequest) -> HttpResponse:
    """Found the installation, once; its administrator is then signed in."""
    if installed():
        return redirect("sign-in")
    form = SetUp(request.POST or None)

    def set_up(**typed: Any) -> None:
        let_in(request, services.set_up(**typed).user)

    if accepted(form, set_up):
        return redirect("home")
    return shown(request, "account/set_up.html", form)
