"""A PDF of anybody, and what its signatures say: read apart, told, and kept nowhere.

Visitors without an account ask this, so their files are read one at a time in each process of
the site, and never take the last place from those who bring plans in.
"""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Final

from django.conf import settings

from renaksi.signatures.verdict import Signature, from_json
from renaksi_web import clock
from renaksi_web.plans.isolated import nursery
from renaksi_web.plans.isolated.nursery import Busy
from renaksi_web.refusals import Refused

WAIT_SECONDS: Final = 10
_place = threading.BoundedSemaphore(1)
_log = logging.getLogger(__name__)


def signatures_of(data: bytes) -> tuple[Signature, ...]:
    """The signatures of a file, looked at by the real clock; `Refused` with the reason."""
    if not _place.acquire(timeout=WAIT_SECONDS):
        raise Busy(
            id="Berkas lain sedang diperiksa; coba lagi sebentar lagi.",
            en="Another file is being checked just now; try again in a moment.",
        )
    try:
        roots = _roots()
        moment = clock.real_now().isoformat()
        ended = nursery.ask("verify", roots + data, roots=len(roots), moment=moment)
    finally:
        _place.release()
    return _told(ended)


def _roots() -> bytes:
    """The issuers that this installation trusts; none where it names no file."""
    if not settings.SIGNATURE_ROOTS:
        return b""
    try:
        return Path(settings.SIGNATURE_ROOTS).read_bytes()
    except OSError as error:
        _log.error("RENAKSI_SIGNATURE_ROOTS cannot be read: %s", error)
        raise Refused(
            id="Daftar penerbit sertifikat situs ini tidak terbaca; beri tahu pengelolanya.",
            en="This site's list of issuers cannot be read; tell whoever runs it.",
        ) from error


def _told(ended: nursery.Ended) -> tuple[Signature, ...]:
    """What the reader answered; `Refused` where it refused or did not come through."""
    try:
        told = json.loads(ended.answer[1:]) if ended.code == 0 else {}
        if ended.answer.startswith(b"+"):
            return from_json(told)
        if ended.answer.startswith(b"-"):
            raise Refused(id=_sentence(told["id"]), en=_sentence(told["en"]))
    except (ValueError, KeyError, TypeError) as error:
        _log.warning("A reader answered nonsense: %s", error)
    _log.warning("A reader of signatures ended with code %s", ended.code)
    raise Refused(
        id="Berkas ini tidak dapat diperiksa: isinya rusak, atau terlalu besar untuk dibaca.",
        en="This file cannot be checked: it is damaged, or too large to be read.",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
