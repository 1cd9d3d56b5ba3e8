"""A PDF of anybody, and what its signatures say: read apart, told, and kept nowhere.

Visitors without an account ask this, so their files are read one at a time in the whole
installation, behind everybody else's work, and two more may wait. Whoever comes then is told to
come back: the queue is locks on files, which all processes of the site see and none can forget.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings

from renaksi.signatures.verdict import Signature, from_json
from renaksi_web import clock
from renaksi_web.plans.isolated import nursery
from renaksi_web.refusals import Busy, Refused

PLACES: Final = 3  # one is read, two wait
WAIT_SECONDS: Final = 40  # two readings before one's own, and some
NICENESS: Final = 10
_log = logging.getLogger(__name__)


def signatures_of(data: bytes) -> tuple[Signature, ...]:
    """The signatures of a file, looked at by the real clock; `Refused` with the reason."""
    with _turn():
        roots = _roots()
        moment = clock.real_now().isoformat()
        ended = nursery.ask("verify", roots + data, roots=len(roots), moment=moment, nice=NICENESS)
    return _told(ended)


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for one's turn; `Busy` at once where as many wait as may."""
    folder = Path(settings.VAR) / "signature-checks"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as held:
        if not any(_takes(folder / f"place-{n}", held) for n in range(PLACES)):
            raise _busy()
        end = time.monotonic() + WAIT_SECONDS
        while not _takes(folder / "reader", held):
            if time.monotonic() > end:
                raise _busy()
            time.sleep(0.05)
        yield


def _takes(path: Path, held: ExitStack) -> bool:
    """Take a lock that goes with the stack, or with this process; False where another has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return False
    held.callback(os.close, handle)
    return True


def _busy() -> Busy:
    return Busy(
        id="Banyak berkas sedang diperiksa; coba lagi sebentar lagi.",
        en="Many files are being checked just now; try again in a moment.",
    )


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
