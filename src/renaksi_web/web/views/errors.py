"""Pages for what went wrong, each with one sentence and a way on."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _

from renaksi_web.troubles import trouble_of
from renaksi_web.web.answers import language


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent makes no sense, or is too much at once."""
    if isinstance(exception, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        sentence = _("Paling banyak %(most)s berkas sekali kirim; bagi, atau jadikan satu zip.")
        return _page(request, 413, sentence % {"most": most})
    return _page(request, 400, _("Permintaan ini tidak dapat dipahami; muat ulang halaman."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not for this person."""
    return _page(request, 403, _("Halaman ini bukan untuk akun Anda."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is here, or nothing for this person: the same answer."""
    return _page(request, 404, _("Halaman ini tidak ada, atau bukan untuk akun Anda."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of this session: an old page, or somebody else's."""
    sentence = _("Halaman ini terlalu lama terbuka. Muat ulang, lalu kirim sekali lagi.")
    return _page(request, 403, sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program, or of the machine, which is told as such.

    The page asks nothing of the database, which may be the fault. Django calls this while it
    handles the error.
    """
    trouble = trouble_of(sys.exc_info()[1])
    if trouble is not None:
        context = {"sentence": trouble.message(language()), "language": language()}
        page = get_template("out_of_order.html").render(context)
        return HttpResponse(page, status=trouble.status, headers={"Retry-After": "30"})
    return HttpResponse(get_template("broken.html").render(), status=500)


def _page(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    context: dict[str, Any] = {"sentence": sentence, "status": status}
    return render(request, "refusal.html", context, status=status)
