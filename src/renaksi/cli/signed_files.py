"""What `sign` and `verify` share: a PDF file that a person named, looked at in a process apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Final

from renaksi import apart
from renaksi.cli.arguments import STDIN
from renaksi.cli.inputs import shown_name
from renaksi.diagnostics import RenaksiError, Unreadable
from renaksi.readers.limits import Limits
from renaksi.readers.opening import contents

LIMITS: Final = Limits(max_bytes=50_000_000, max_seconds=60.0, max_memory=1_000_000_000)


class NamedFile(RenaksiError):
    """A file that cannot be used, with its name before the sentence."""

    def __init__(self, name: str, error: Unreadable) -> None:
        shown = shown_name(name)
        super().__init__(
            id=f"{shown}: {error.message('id')}", en=f"{shown}: {error.message('en')}"
        )


def file_bytes(name: str, limits: Limits = LIMITS) -> bytes:
    """The bytes of a named file, or of standard input for ``-``; `NamedFile` where there are none."""
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(limits.max_bytes + 1) if sys.stdin else b""
        else:
            _refuse_large(os.path.getsize(name) if os.path.isfile(name) else 0, limits)
            data = contents(name, limits)
        _refuse_large(len(data), limits)
    except Unreadable as error:
        raise NamedFile(name, error) from error
    return data


def done_with(name: str, data: bytes, task: Callable[[bytes], bytes]) -> bytes:
    """What the task makes of the file's bytes, apart where the system can; or `NamedFile`."""
    try:
        return apart.done_apart(task, data, LIMITS) if apart.is_possible() else task(data)
    except Unreadable as error:
        raise NamedFile(name, error) from error


def _refuse_large(size: int, limits: Limits) -> None:
    if size > limits.max_bytes:
        most = limits.max_bytes // 1_000_000
        raise Unreadable(
            id=f"berkas lebih dari {most} MB; perkecil dulu.",
            en=f"the file is larger than {most} MB; make it smaller first.",
        )
