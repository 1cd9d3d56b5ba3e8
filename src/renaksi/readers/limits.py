"""Limits on what a reader takes in: settings with defaults, so that no file exhausts the machine."""

from __future__ import annotations

import time
from typing import NamedTuple

from renaksi.diagnostics import Unreadable


class Limits(NamedTuple):
    """How large a document may be and how long its reading may take.

    ``max_bytes`` is the size of the file, ``max_lines`` and ``max_columns`` the shape
    of a flattened text, ``max_line`` the characters of one line, ``max_seconds`` the
    time for reading and interpreting one file.
    """

    max_bytes: int = 10_000_000
    max_lines: int = 100_000
    max_line: int = 100_000
    max_columns: int = 400
    max_seconds: float = 30.0


class Deadline:
    """The moment at which the reading of one file is given up."""

    def __init__(self, seconds: float) -> None:
        """Start counting now."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise `Unreadable` when the time is over."""
        if time.monotonic() > self._end:
            raise Unreadable(
                id=f"pembacaan berkas ini melewati batas {self._seconds:g} detik; "
                "bagi berkas menjadi beberapa bagian atau naikkan batasnya dengan --max-seconds.",
                en=f"reading this file takes more than {self._seconds:g} seconds; "
                "split the file or raise the limit with --max-seconds.",
            )


def too_large(size: int, limits: Limits) -> Unreadable:
    """The refusal of a file of ``size`` bytes."""
    megabytes = f"{size / 1e6:.1f}"
    allowed = f"{limits.max_bytes / 1e6:g}"
    return Unreadable(
        id=f"berkas terlalu besar ({megabytes.replace('.', ',')} MB, batasnya {allowed} MB); "
        "kirim bagian yang memuat rencana aksi saja atau naikkan batasnya dengan --max-bytes.",
        en=f"the file is too large ({megabytes} MB, the limit is {allowed} MB); "
        "send only the part that holds the action plan or raise the limit with --max-bytes.",
    )
