"""Limits on what a reader takes in: settings with defaults; no file exhausts the machine."""

from __future__ import annotations

import time
from typing import NamedTuple

from renaksi.diagnostics import Unreadable


class Limits(NamedTuple):
    """How large a document may be and how long its reading may take.

    ``max_bytes`` is the size of the file, ``max_lines`` and ``max_columns`` the shape
    of a flattened text, ``max_line`` the characters of one line or of one cell of a sheet,
    ``max_seconds`` the time for reading and interpreting one file.

    For formats that are packages of parts (.docx, .xlsx, .ods, .zip): ``max_entries`` files
    inside, ``max_part`` bytes of one part and ``max_expanded`` of all that is read, and
    ``max_ratio`` times the packed size, all counted on what comes out. ``max_cells`` bounds
    the cells of all tables, ``max_pages`` the pages of a PDF, ``max_marks`` the letters and
    lines drawn on one page.

    A file that is read in a process of its own (`renaksi.apart`) may use ``max_memory`` bytes
    of addresses and ``max_handles`` open files there, and ``max_seconds`` of time for all.
    """

    max_bytes: int = 10_000_000
    max_lines: int = 100_000
    max_line: int = 100_000
    max_columns: int = 400
    max_seconds: float = 15.0
    max_entries: int = 2_000
    max_part: int = 50_000_000
    max_expanded: int = 150_000_000
    max_ratio: int = 250
    max_cells: int = 1_000_000
    max_pages: int = 500
    max_marks: int = 200_000
    max_memory: int = 512_000_000
    max_handles: int = 64


class Deadline:
    """The moment at which the reading of one file is given up."""

    def __init__(self, seconds: float) -> None:
        """Start counting now."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise `Unreadable` when the time is over."""
        if time.monotonic() > self._end:
            raise self.over()

    def over(self) -> Unreadable:
        """The refusal of a file that takes too long."""
        return Unreadable(
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


def too_much(what_id: str, what_en: str) -> Unreadable:
    """The refusal of a document that holds more than a limit allows."""
    return Unreadable(
        id=f"isi berkas melewati batas ({what_id}); kirim bagian yang memuat rencana aksi saja.",
        en=f"the file exceeds the limits ({what_en}); send only the part with the action plan.",
    )


def check_cell(text: str, limits: Limits) -> None:
    """Refuse a sheet one of whose cells holds more than a line may: others may show it again."""
    if len(text) > limits.max_line:
        raise too_much(f"{len(text)} huruf dalam satu sel", f"{len(text)} letters in one cell")


def damaged(kind: str) -> Unreadable:
    """The refusal of a file of a known kind (*Word*, *Excel* …) that is broken."""
    return Unreadable(
        id=f"berkas {kind} ini rusak atau tidak lengkap; buka di program asalnya, simpan ulang, "
        "lalu coba lagi.",
        en=f"this {kind} file is damaged or incomplete; open it in its own program, save it anew "
        "and try again.",
    )


def bind_process(*, memory: int, seconds: int, written: int, handles: int) -> None:
    """Bound this process for good: bytes of memory, processor seconds, bytes of a file, open files.

    It dumps no core. A bound that the system has already set lower stays as it is.
    """
    import resource  # only where a process reads apart, and Windows has none

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_NOFILE, handles),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))
