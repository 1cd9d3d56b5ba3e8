"""For each address with parts beyond the office: which things of an office to open it with.

An address that has no line here fails the matrix. The function gets an office and makes
what it needs there; the same things, under another office's address, must answer 404.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from renaksi_web.accounts import selectors, services
from tests.renaksi_web.office import Office

Example = Callable[[Office], dict[str, Any]]


def _colleague(office: Office) -> dict[str, Any]:
    return {"user": office.operator.user.pk}


def _invitation(office: Office) -> dict[str, Any]:
    services.invite(by=office.admin, name="Budi", role="operator")
    return {"invitation": selectors.open_invitations(office.admin)[0].pk}


EXAMPLES: Final[dict[str, Example]] = {
    "set-roles": _colleague,
    "password-link": _colleague,
    "withdraw-invitation": _invitation,
}
