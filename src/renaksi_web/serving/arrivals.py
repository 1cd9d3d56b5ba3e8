"""One request on its way in: its head, then its body, however slowly they come.

The bytes are gathered by the loop of the worker and cost no thread. A small body stays in
memory, a larger one goes to a temporary file, which has no name and is gone with the request.
Each step has its time: a head some seconds, a body as long as an office's slow line needs, and
a silence in between never long.
"""

from __future__ import annotations

import tempfile
from typing import IO, Any, Final

from renaksi_web.serving import SMALL, heads

HEAD_SECONDS: Final = 20
SILENCE_SECONDS: Final = 30
BODY_SECONDS: Final = 60  # and one more for each of these bytes:
SLOWEST: Final = 8_000  # bytes in a second


class Arrival:
    """What has come of one request; whole when ``is_whole``."""

    def __init__(self, now: float) -> None:
        self.begun = now
        self.deadline = now + HEAD_SECONDS
        self.request: Any = None
        self.missing: int | None = 0  # None: in chunks, of unknown length
        self.rest = b""  # what stands behind this request already
        self.body: IO[bytes] | None = None
        self._heard = now
        self._head = bytearray()
        self._asks = False

    def take(self, data: bytes, config: Any, client: Any, now: float) -> None:
        """Bytes that came. Raises `heads.Wrong`, an exception of gunicorn's, or OSError."""
        self._heard = now
        if self.request is not None:
            self._take_body(data)
            return
        self._head += data
        parts = heads.divided(self._head)
        if parts is None:
            return
        head, behind = parts
        self._head.clear()
        self.request = heads.parsed(config, head, client)
        self.missing = heads.length(self.request)
        self._asks = self.missing is None or self.missing > SMALL
        self.deadline = now + BODY_SECONDS + (self.missing or 0) / SLOWEST
        self.body = tempfile.SpooledTemporaryFile(max_size=SMALL)  # noqa: SIM115 - `end` closes
        self._take_body(behind)

    def _take_body(self, data: bytes) -> None:
        if self.missing is None:
            self.rest += data  # it will not be read: the door refuses chunks
            return
        assert self.body is not None
        mine, behind = data[: self.missing], data[self.missing :]
        self.body.write(mine)
        self.missing -= len(mine)
        self.rest += behind

    @property
    def must_ask(self) -> bool:
        """Whether the body is so large that the site is asked whether it may come."""
        return self._asks

    def let_in(self, now: float) -> None:
        """The site takes the body."""
        self._asks = False
        self._heard = now

    @property
    def is_whole(self) -> bool:
        """Whether head and body are here."""
        return self.request is not None and self.missing == 0

    @property
    def is_empty(self) -> bool:
        """Whether not one byte has come: nobody waits for an answer."""
        return self.request is None and not self._head

    def is_late(self, now: float, silence: float = SILENCE_SECONDS) -> bool:
        """Whether its time is over, or nothing was heard for too long."""
        return now > self.deadline or now > self._heard + silence

    def end(self) -> None:
        """Let go of what was gathered."""
        if self.body is not None:
            self.body.close()
