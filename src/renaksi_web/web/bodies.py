"""How large a body each address takes, told from a request's head before the body is read.

The largest body stands beside the address (``takes=`` in `renaksi_web.web.urls`). What is larger
is refused with a page, a large body of a stranger for a page that needs an account is answered
with the sign-in page, and a body without its length is not begun. The worker that serves the site
asks here with the head alone, while the body is still on its way (`renaksi_web.serving`); behind
any other server the same holds when the request has come.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from renaksi_web.accounts.policy import POLICY
from renaksi_web.refusals import LengthUnknown, Refused, TooLarge
from renaksi_web.serving import DOOR, KNOWN, SMALL, STRANGER
from renaksi_web.web.access import ask_to_sign_in
from renaksi_web.web.answers import answer
from renaksi_web.web.middleware import Answer


class BoundBodies:
    """Refuses a body from the head of its request, or lets it in."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """A refusal, the word for the door, or the page."""
        door = request.META.get(DOOR)
        try:
            refusal = _asked_to_sign_in(request)
        except Refused as error:
            refusal = answer(request, error)
        if refusal is not None:
            return refusal
        if door is not None:
            door[DOOR] = KNOWN if request.user.is_authenticated else STRANGER
            return HttpResponse()
        return self.get_response(request)


def _asked_to_sign_in(request: HttpRequest) -> HttpResponse | None:
    """The sign-in page for a stranger's large body; `Refused` for what nobody may send."""
    if "HTTP_TRANSFER_ENCODING" in request.META:
        raise LengthUnknown(
            id="Ukuran kiriman ini tidak disebut. Kirim lewat peramban, bukan lewat program lain.",
            en="The size of this sending is not told. Send it with a browser.",
        )
    size = _size(request)
    if size <= SMALL:
        return None
    page = _page(request)
    act = getattr(page, "acts", {}).get(request.method or "")
    if act and POLICY[act].reach != "anyone" and not request.user.is_authenticated:
        return ask_to_sign_in(request)
    most = getattr(page, "takes", SMALL) if act else SMALL
    if size > most:
        raise _too_large(most)
    return None


def _size(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() and len(told) < 19 else 10**18


def _page(request: HttpRequest) -> Any:
    """The view at this address, with what `renaksi_web.web.access` wrote on it."""
    try:
        return resolve(request.path_info).func
    except Resolver404:
        return None


def _too_large(most: int) -> TooLarge:
    size = f"{most // 1000} kB" if most < 1_000_000 else f"{most // 1_000_000} MB"
    return TooLarge(
        id=f"Kiriman ini terlalu besar: halaman ini menerima paling banyak {size}.",
        en=f"This is too large: the page takes at most {size}.",
    )
