"""A progress bar on standard error for a person who waits: in a terminal, on long work."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from renaksi.cli.screen import can_write, printable, width_of_terminal
from renaksi.diagnostics import Language

# Work is long after this many seconds, or before a file of this many bytes.
PATIENCE: Final = 1.0
LARGE: Final = 2_000_000
# The bar is drawn at most this often, in seconds.
PAUSE: Final = 0.1

_BAR: Final = 24
_CLEAR: Final = "\r\x1b[K"


class Progress:
    """How far the reading of ``paths`` is, weighed by their sizes."""

    def __init__(self, paths: Sequence[str], lang: Language) -> None:
        self._word = "Membaca" if lang == "id" else "Reading"
        self._paths = paths
        self._sizes = [_size(path) for path in paths]
        self._before = [0, *accumulate(self._sizes)]
        self._next = time.monotonic() + PATIENCE
        self._shown = False

    def reading(self, index: int) -> None:
        """Say that the file at ``index`` is being read, where the work has become long."""
        now = time.monotonic()
        if self._sizes[index] >= LARGE or (len(self._sizes) > 1 and now >= self._next):
            self._next = now + PAUSE
            self._draw(index)

    def clear(self) -> None:
        """Take the bar away, so that output can be written in its place."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._shown = False

    def _draw(self, index: int) -> None:
        part = self._before[index] / (self._before[-1] or 1)
        full, empty = "█░" if can_write("█░", sys.stderr.encoding) else "#-"
        bar = (full * round(part * _BAR)).ljust(_BAR, empty)
        line = f"{self._word} {index + 1}/{len(self._paths)} {bar} {part:4.0%} "
        name = printable(os.path.basename(self._paths[index]))
        room = max(0, width_of_terminal() - len(line) - 1)
        sys.stderr.write(f"{_CLEAR}{line}{name[:room]}")
        sys.stderr.flush()
        self._shown = True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0
