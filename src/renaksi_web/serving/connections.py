"""One connection, and which of many has to go when there are too many.

Whoever is known and brings a file is the last to go; first goes, of the address that holds the
most, what has waited longest. So a crowd from one address pushes out itself.
"""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from renaksi_web.serving.answers_out import AnswerOut
from renaksi_web.serving.arrivals import Arrival


class Connection:
    """A socket, the request that comes on it, and the answer that goes."""

    def __init__(
        self, sock: socket.socket, client: Any, server: Any, waits: Callable[[Connection], None]
    ) -> None:
        self.raw, self.client, self.server = sock, client, server
        self.sock = AnswerOut(sock, partial(waits, self))  # by the name that gunicorn uses
        self.arrival = Arrival(time.monotonic())
        self.listens_for = 0  # events of the poller, none while a thread has it
        self.is_in_thread = False
        self.is_known = False  # the site let its large body in for somebody signed in
        self.goes_on: bool | None = None  # after the answer; None while there is none
        self.closes_at: float | None = None  # said all, and waits for the other side to end
        self.served = 0

    def begin(self, now: float) -> bytes:
        """Make ready for the next request; what came of it already."""
        rest = self.arrival.rest
        self.arrival.end()
        self.arrival = Arrival(now)
        self.is_known, self.goes_on = False, None
        self.served += 1
        return rest

    @property
    def address(self) -> str:
        """Where the other side is."""
        return str(self.client[0]) if isinstance(self.client, tuple) else str(self.client)

    @property
    def is_idle(self) -> bool:
        """Whether nothing of a request has come."""
        return not self.is_in_thread and self.goes_on is None and self.arrival.is_empty


def first_to_go(held: Collection[Connection]) -> Connection:
    """The one of too many connections that is closed for a new one."""
    of_address = Counter(each.address for each in held)
    return min(
        held, key=lambda each: (each.is_known, -of_address[each.address], each.arrival.begun)
    )
