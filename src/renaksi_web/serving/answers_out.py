"""An answer on its way out, to a reader who may be slow.

A thread hands its answer over and is free again: what the connection does not take at once is
kept here, and the loop of the worker sends it on when the other side reads. Only an answer larger
than `KEPT` (a document, a bundle; no stranger's page is so large) makes its thread wait, and not
for a reader that takes nothing any more.
"""

from __future__ import annotations

import errno
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

KEPT: Final = 1_000_000  # bytes
STALL_SECONDS: Final = 30.0
_PIECE: Final = 256_000


class AnswerOut:
    """Stands where gunicorn expects the socket of a connection, and never blocks on it."""

    def __init__(self, sock: socket.socket, waits: Callable[[], None]) -> None:
        sock.setblocking(False)
        self.sock = sock
        self.taken = time.monotonic()  # when the other side last took something
        self._waits = waits
        self._pieces: deque[memoryview] = deque()
        self._kept = 0
        self._gone = False
        self._room = threading.Condition()

    # -- a thread's side: what gunicorn does with a socket

    def sendall(self, data: bytes) -> None:
        """Send, or keep to be sent; waits where very much is kept already."""
        with self._room:
            self._refuse_if_gone()
            left = data if self._pieces else data[self._sent(data) :]
            if not left:
                return
            is_first = not self._pieces
            self._pieces.append(memoryview(left))
            self._kept += len(left)
            if is_first:
                self.taken = time.monotonic()
                self._waits()
            while self._kept > KEPT:
                self._room.wait(1)
                self._refuse_if_gone()

    def send(self, data: bytes) -> int:
        """The same, as gunicorn sends its short interim answers."""
        self.sendall(data)
        return len(data)

    def gettimeout(self) -> float:
        """Never blocks."""
        return 0.0

    def shutdown(self, how: int) -> None:
        """The loop does that when everything is sent."""

    def settimeout(self, value: float | None) -> None:
        """Never blocks."""

    def recv(self, _size: int) -> bytes:
        """What comes is read by the loop alone."""
        return b""

    def close(self) -> None:
        """The loop closes the connection."""

    def _refuse_if_gone(self) -> None:
        if self._gone:
            raise BrokenPipeError(errno.EPIPE, "the reader is gone")

    def _sent(self, data: bytes | memoryview) -> int:
        try:
            return self.sock.send(data)
        except (BlockingIOError, InterruptedError):
            return 0

    # -- the loop's side

    @property
    def is_sent(self) -> bool:
        """Whether nothing is kept any more."""
        return not self._pieces

    def send_on(self) -> None:
        """Send what the connection takes just now. Raises OSError where it is broken."""
        with self._room:
            sent = self._sent(self._pieces[0][:_PIECE]) if self._pieces else 0
            if sent:
                self.taken = time.monotonic()
                self._kept -= sent
                rest = self._pieces.popleft()[sent:]
                if rest:
                    self._pieces.appendleft(rest)
            self._room.notify_all()

    def is_stalled(self, now: float) -> bool:
        """Whether the reader has taken nothing for too long."""
        return bool(self._pieces) and now > self.taken + STALL_SECONDS

    def give_up(self) -> None:
        """Nobody reads any more: whoever waits in `sendall` is told."""
        with self._room:
            self._gone = True
            self._pieces.clear()
            self._room.notify_all()
