"""An office's people: roles, invitations, links for a forgotten password."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from renaksi_web.accounts import selectors, services
from renaksi_web.accounts.members import Member
from renaksi_web.web.forms.people import ROLES, Invite, Roles
from renaksi_web.web.views.forms_shown import accepted, shown


def show(
    request: HttpRequest, member: Member, form: Invite | None = None, link: str = ""
) -> HttpResponse:
    """Everybody of the office, and the links that are out."""
    return shown(
        request,
        "people/people.html",
        form or Invite(),
        people=selectors.people(member),
        invitations=selectors.open_invitations(member),
        all_roles=ROLES,
        link=link,
    )


def invite(request: HttpRequest, member: Member) -> HttpResponse:
    """Make an invitation; its link is shown this once."""
    form = Invite(request.POST)
    tokens: list[str] = []

    def send(name: str, role: str) -> None:
        tokens.append(services.invite(by=member, name=name, role=role))

    if accepted(form, send):
        return show(request, member, link=_link(request, tokens[0]))
    return show(request, member, form)


def password_link(request: HttpRequest, member: Member, user: int) -> HttpResponse:
    """Make a link for a forgotten password; it is shown this once."""
    token = services.link_for_password(by=member, user_id=user)
    return show(request, member, link=_link(request, token))


def set_roles(request: HttpRequest, member: Member, user: int) -> HttpResponse:
    """Give a colleague exactly the ticked roles."""
    form = Roles(request.POST)
    form.full_clean()
    services.set_roles(by=member, user_id=user, roles=form.cleaned_data.get("roles", []))
    messages.success(request, _("Peran disimpan. Orang itu perlu masuk lagi."))
    return redirect("people", office=member.organisation.slug)


def close(request: HttpRequest, member: Member, user: int) -> HttpResponse:
    """Close a colleague's account."""
    services.close_account(by=member, user_id=user)
    messages.success(request, _("Akun dinonaktifkan; orang itu langsung keluar."))
    return redirect("people", office=member.organisation.slug)


def reopen(request: HttpRequest, member: Member, user: int) -> HttpResponse:
    """Open a closed account again."""
    services.reopen_account(by=member, user_id=user)
    messages.success(request, _("Akun diaktifkan kembali dengan peran yang sama."))
    return redirect("people", office=member.organisation.slug)


def withdraw(request: HttpRequest, member: Member, invitation: int) -> HttpResponse:
    """Make an invitation useless."""
    services.withdraw_invitation(by=member, invitation_id=invitation)
    messages.success(request, _("Undangan ditarik."))
    return redirect("people", office=member.organisation.slug)


def _link(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("link", args=[token]))
