"""Signing in with a name, NIP or NIK, and what the throttle counts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import by_any_name, of_session


class NameNipOrNik(BaseBackend):
    """One field for all three: a contract worker has no NIP, a head may not recall a name."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 Django passes it by name
        username: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> User | None:
        """The person, where the password is theirs and the account is open."""
        if not username or password is None:
            return None
        user = by_any_name(username)
        if user is None:
            User().set_password(password)  # takes as long as a wrong password would
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The person of a session; None once the account is closed."""
        return of_session(user_id)


def throttled_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """Under which name failed attempts are counted: the account's own, however it was typed."""
    posted = request.POST.get("username") if request else None
    typed = str((credentials or {}).get("username") or posted or "")
    user = by_any_name(typed)
    return str(user.username if user else typed.strip()[:100]).lower()


def address_of(request: HttpRequest) -> str:
    """The browser's address; behind the server that speaks HTTPS, the one it adds last."""
    if settings.HTTPS:
        forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        if forwarded:
            return forwarded[:45]
    return str(request.META.get("REMOTE_ADDR") or "")
