"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os

from renaksi.cli.screen import Unwritable, escaped, unwritable


def save(path: str, data: bytes, *, source: str | None = None) -> None:
    """Put ``data`` at ``path`` in one step; raises `Unwritable`, and then nothing has changed.

    ``source`` is the document that was read: it is never overwritten.
    """
    if source is not None and _same(path, source):
        name = escaped(path)
        raise Unwritable(
            id=f"{name} adalah dokumen yang sedang dibaca; pilih nama lain untuk hasilnya.",
            en=f"{name} is the document being read; choose another name for the result.",
        )
    try:
        target = os.path.realpath(path)  # a link stays a link
        if os.path.exists(target) and not os.path.isfile(target):
            with open(
                target, "wb"
            ) as file:  # a device or a pipe; a folder is refused by the system
                file.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise unwritable(path, error) from error


def _replace(target: str, data: bytes) -> None:
    """Write beside ``target``, then put it in its place, keeping its permissions."""
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            os.chmod(beside, os.stat(target).st_mode & 0o7777)
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
