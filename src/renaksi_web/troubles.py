"""What is wrong with the machine and not with the program: disk full, database away or read-only.

The one place where such a fault is recognised, for the page that says so and for the commands.
"""

from __future__ import annotations

import errno
import sqlite3
from typing import Final

from django.db import DatabaseError, InterfaceError, OperationalError

from renaksi_web.refusals import Refused

# What Django raises, and what SQLite raises where a backup asks it without Django.
FAULTS: Final = (DatabaseError, InterfaceError, sqlite3.Error)
_AWAY: Final = (OperationalError, InterfaceError, sqlite3.OperationalError)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


class OutOfOrder(Refused):
    """Nothing can be done about it on a page; what was saved stays."""

    status = 503


FULL: Final = OutOfOrder(
    id="Tempat simpan server penuh, jadi tidak ada yang dapat disimpan. Beri tahu pengelola situs.",
    en="The server's disk is full, so nothing can be saved. Tell whoever runs the site.",
)
READ_ONLY: Final = OutOfOrder(
    id="Server hanya dapat membaca, tidak dapat menyimpan. Beri tahu pengelola situs.",
    en="The server can only read and not save. Tell whoever runs the site.",
)
LOCKED: Final = OutOfOrder(
    id="Basis data sedang dipakai pekerjaan lain. Tunggu sebentar, lalu coba lagi.",
    en="The database is held by other work. Wait a moment, then try again.",
)
AWAY: Final = OutOfOrder(
    id="Basis data tidak dapat dihubungi. Tunggu sebentar, lalu coba lagi; bila berulang, beri tahu"
    " pengelola situs.",
    en="The database cannot be reached. Wait a moment, then try again; if it goes on, tell whoever"
    " runs the site.",
)
_WORDS: Final = (
    ("full", FULL), ("no space left", FULL), ("could not extend file", FULL),
    ("readonly", READ_ONLY), ("read-only", READ_ONLY), ("locked", LOCKED), ("lock timeout", LOCKED),
)  # fmt: skip


def trouble_of(error: BaseException | None) -> OutOfOrder | None:
    """The trouble behind an error, or None where it is a fault of the program."""
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return FULL
        return READ_ONLY if error.errno == errno.EROFS else None
    if not isinstance(error, FAULTS):
        return None
    said = str(error).lower()
    for words, trouble in _WORDS:
        if words in said:
            return trouble
    return AWAY if isinstance(error, _AWAY) else None
