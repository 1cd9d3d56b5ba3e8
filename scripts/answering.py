"""A site that a script has started for itself: its port, and that it answers."""

from __future__ import annotations

import socket
import time
from urllib.error import URLError
from urllib.request import urlopen

_TRIES = 600
_PAUSE = 0.1  # seconds


def free_port() -> int:
    """A port of this machine that nothing serves on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str) -> None:
    """Return when a page is there; end the script when it never comes."""
    for _ in range(_TRIES):
        try:
            urlopen(address).close()  # noqa: S310 - our own address
        except URLError:
            time.sleep(_PAUSE)
        else:
            return
    raise SystemExit(f"{address} does not answer")
