"""What the frame of every page needs: who asks, for which office, in which colours, which day."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from renaksi_web import clock
from renaksi_web.accounts.policy import POLICY

THEMES = ("light", "dark")
PAPERS = ("a4", "f4")


def page(request: HttpRequest) -> dict[str, Any]:
    """Values for `base.html`; no query of its own beyond the memberships already read."""
    member = getattr(request, "member", None)
    theme = request.COOKIES.get("tema", "")
    return {
        "language": get_language(),
        "member": member,
        "memberships": getattr(request, "memberships", []),
        "may": _rights(member),
        "theme": theme if theme in THEMES else "",
        "paper": "f4" if request.COOKIES.get("kertas") == "f4" else "a4",
        "demonstration": settings.DEMO,
        "demonstration_day": clock.demonstration_day(),
        "today": clock.today(),
        "here": request.get_full_path() if request.method == "GET" else "/",
    }


def _rights(member: Any) -> dict[str, bool]:
    """``may.plan_edit`` and its like, to show only what the person can do."""
    roles = member.roles if member else frozenset()
    return {
        name.replace(".", "_"): bool(roles & act.roles)
        for name, act in POLICY.items()
        if act.reach == "member"
    }
