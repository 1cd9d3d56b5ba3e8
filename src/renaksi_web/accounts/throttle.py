"""Guessing passwords is slowed: for an account from one address, from everywhere, and by address.

Whoever attacks a colleague's account from many addresses must not lock that colleague out.
So a browser in which somebody once signed in is known to their account, by a signed cookie,
and is counted by itself alone; and a locked time is not made longer by trying on.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.core import signing
from django.db.models import Q, Sum
from django.http import HttpRequest, HttpResponse

from renaksi_web.accounts.models import User
from renaksi_web.accounts.tokens import hashed

COOKIE: Final = "peramban"
_AGE: Final = 365 * 24 * 60 * 60
_ACCOUNTS: Final = 20  # of one browser, the newest: a computer of an office has many
_SALT: Final = "renaksi.known-browser"
_KNOWN: Final = "known browser "

# Wrong passwords within the cool-off, until the next is not even tried.
FROM_ONE_ADDRESS: Final = 8  # at one account, and for a known browser wherever it is
AT_ONE_ACCOUNT: Final = 30  # from all addresses together
BY_ONE_ADDRESS: Final = 60  # at all accounts together: an office has one address for many people


class Throttle(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Axes' own records, counted in three ways instead of one."""

    def user_login_failed(
        self, sender: Any, credentials: Any, request: Any = None, **more: Any
    ) -> None:
        """Record the attempt; one of a known browser under the browser's name."""
        if request is not None:
            known = known_browser(request, get_client_username(request, credentials))
            if known:
                request.axes_user_agent = _KNOWN + known
        super().user_login_failed(sender, credentials, request, **more)

    def get_failures(self, request: Any, credentials: Any = None) -> int:
        """The count that is nearest to its limit, in eighths of it, as axes compares it to 8."""
        username = get_client_username(request, credentials)
        since = get_cool_off_threshold(request)
        attempts = AccessAttempt.objects.filter(attempt_time__gte=since)
        known = known_browser(request, username)
        if known:
            mine = attempts.filter(username=username, user_agent=_KNOWN + known)
            return _counted(mine, Q(), FROM_ONE_ADDRESS)
        account, address = Q(username=username), Q(ip_address=request.axes_ip_address)
        strange = attempts.filter(account | address).exclude(user_agent__startswith=_KNOWN)
        return max(
            _counted(strange, account & address, FROM_ONE_ADDRESS),
            _counted(strange, account, AT_ONE_ACCOUNT),
            _counted(strange, address, BY_ONE_ADDRESS),
        )


def _counted(attempts: Any, which: Q, limit: int) -> int:
    total = attempts.filter(which).aggregate(total=Sum("failures_since_start"))["total"]
    return int((total or 0) * settings.AXES_FAILURE_LIMIT // limit)


def known_browser(request: HttpRequest, username: str | None) -> str:
    """The name of the browser, where this account once signed in with it; else empty."""
    name, accounts = _told(request)
    return name if username and _mark(username) in accounts else ""


def remember_browser(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser be known to the account that just signed in."""
    name, accounts = _told(request)
    mark = _mark(user.username)
    newest = [mark, *(known for known in accounts if known != mark)][:_ACCOUNTS]
    told = signing.dumps([name or secrets.token_hex(12), newest], salt=_SALT)
    response.set_cookie(
        COOKIE, told, max_age=_AGE, httponly=True, secure=settings.HTTPS, samesite="Lax"
    )


def _told(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        name, accounts = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_AGE)
    except signing.BadSignature:
        return "", []
    return name, accounts


def _mark(username: str) -> str:
    """An account in the cookie, without its name."""
    return hashed(f"{settings.SECRET_KEY} {username.lower()}")[:16]
