"""The bytes of a file by its path: whatever stands there, they come in bounded time and number.

A file of the disk is simply read. What is none (a pipe such as ``<(command)``, a terminal, a
device) has no size and perhaps no end, and nobody may ever write to it: it is read as far as
the limits on size and time go.
"""

from __future__ import annotations

import os
import time
from io import FileIO
from stat import S_ISDIR, S_ISREG
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.limits import Limits, too_large

_PORTION: Final = 1 << 20
_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)  # to open a pipe to which nobody writes


def contents(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """The bytes at a path. Raises `Unreadable` with one sentence where there are none to be had."""
    try:
        about = os.stat(path)
        if S_ISDIR(about.st_mode):
            raise Unreadable(
                id="ini folder, bukan berkas; pilih satu berkas di dalamnya.",
                en="this is a folder, not a file; choose a file inside it.",
            )
        if about.st_size > limits.max_bytes:
            raise too_large(about.st_size, limits)
        if not S_ISREG(about.st_mode):
            return _arriving(path, limits)
        with open(path, "rb", buffering=0) as file:
            return _whole(file, about.st_size, limits)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unreadable(
            id="berkas tidak ditemukan; periksa nama dan foldernya.",
            en="there is no such file; check its name and folder.",
        ) from error
    except (OSError, ValueError) as error:
        raise Unreadable(
            id="berkas tidak dapat dibuka; periksa izin dan letaknya.",
            en="the file cannot be opened; check its permissions and place.",
        ) from error


def _whole(file: FileIO, size: int, limits: Limits) -> bytes:
    """What is in a file of the disk; one of the system's own may hold more than its ``size``."""
    portions: list[bytes] = []
    left = limits.max_bytes + 1  # room for all of it at once would have to be cleared each time
    while left > 0 and (portion := file.read(min(left, max(size, _PORTION)))):
        portions.append(portion)
        left -= len(portion)
    return b"".join(portions)


def _arriving(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """What arrives at a pipe or device until it ends, or more than the limit on size."""
    import select

    end = time.monotonic() + limits.max_seconds
    portions: list[bytes] = []
    size = 0
    source = os.open(path, os.O_RDONLY | _AT_ONCE)
    try:
        waiting = select.poll()
        waiting.register(source, select.POLLIN)
        while size <= limits.max_bytes:
            left = end - time.monotonic()
            if left <= 0 or not waiting.poll(left * 1000):
                raise _silent(limits.max_seconds)
            portion = os.read(source, _PORTION)
            if not portion:
                break
            portions.append(portion)
            size += len(portion)
    finally:
        os.close(source)
    return b"".join(portions)


def _silent(seconds: float) -> Unreadable:
    return Unreadable(
        id=f"isi berkas ini tidak datang dalam {seconds:g} detik; pilih berkas yang tersimpan, "
        "atau periksa perintah yang seharusnya menulis ke sini.",
        en=f"what should be read here did not arrive within {seconds:g} seconds; choose a file on "
        "the disk, or look at the command that should write to it.",
    )
