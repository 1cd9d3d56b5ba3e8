"""Asking the isolated readers: the site's side of `process`, which stands by and forks them.

Each process of the site has one nursery, started at its first job or before, and started
anew should it ever end. No more than `AT_ONCE` files are read at a time, so that uploads
cannot exhaust the machine together.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.conf import settings

from renaksi_web.refusals import Busy

AT_ONCE: Final = 2
WAIT_SECONDS: Final = 60
_PROCESS: Final = Path(__file__).with_name("process.py")
_MARGIN_SECONDS: Final = 5
_OVER_TIME: Final = -14  # the alarm


class Ended(NamedTuple):
    """How a reader ended: its exit code (below 0 a signal) and what it answered."""

    code: int
    answer: bytes


class Nursery:
    """The process that stands by, and the socket to it."""

    def __init__(self, program: Path = _PROCESS) -> None:
        """Start it; it loads its modules while the site goes on."""
        self.pid = os.getpid()
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own file, nothing from outside
                [sys.executable, "-I", str(program), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={},
                cwd="/",
            )

    def ask(self, job: dict[str, Any], data: bytes) -> Ended:
        """Have a file read. Raises `ConnectionError` where the process is no more."""
        mine, theirs = socket.socketpair()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told, mine:
            given.write(data)
            given.seek(0)
            with theirs:
                handles = [given.fileno(), told.fileno(), theirs.fileno()]
                socket.send_fds(self._control, [json.dumps(job).encode()], handles)
            mine.settimeout(int(job["seconds"]) + 2 + _MARGIN_SECONDS)
            code = _code(mine)
            told.seek(0)
            return Ended(code, told.read() if code == 0 else b"")

    def close(self) -> None:
        """End it; readers at work end by their own limits."""
        self._control.close()
        self._process.kill()
        self._process.wait()


def _code(mine: socket.socket) -> int:
    """The exit code that the warden tells; an end without a word is the process's own end."""
    try:
        word = mine.recv(16)
    except TimeoutError:
        return _OVER_TIME
    if not word:
        raise ConnectionResetError
    return int(word)


_places = threading.BoundedSemaphore(AT_ONCE)
_starting = threading.Lock()
_standing: dict[str, Nursery] = {}


def ready() -> Nursery:
    """The nursery of this process of the site, started where there is none yet."""
    with _starting:
        nursery = _standing.get("nursery")
        if nursery is None or nursery.pid != os.getpid():
            nursery = _standing["nursery"] = Nursery(_PROCESS)
        return nursery


def _renewed(ended: Nursery) -> Nursery:
    with _starting:
        if _standing.get("nursery") is ended:
            del _standing["nursery"]
            ended.close()
    return ready()


def _again(ended: Nursery, asked: dict[str, Any], data: bytes) -> Ended:
    """Ask a new nursery once; the file that ends this one too is unreadable."""
    try:
        return _renewed(ended).ask(asked, data)
    except ConnectionError:
        return Ended(1, b"")


def ask(job: str, data: bytes, *, output: int = 16, **given: Any) -> Ended:
    """Have a job done on a file, within the limits of the settings; ``output`` in megabytes."""
    asked = {
        "job": job,
        "memory": settings.READING_MEMORY,
        "seconds": settings.READING_SECONDS,
        "bytes": settings.MAX_UPLOAD,
        "output": output,
        **given,
    }
    if not _places.acquire(timeout=WAIT_SECONDS):
        raise Busy(
            id="Banyak berkas sedang dibaca; coba lagi sebentar lagi.",
            en="Many files are being read just now; try again in a moment.",
        )
    try:
        nursery = ready()
        try:
            return nursery.ask(asked, data)
        except ConnectionError:
            return _again(nursery, asked, data)
    finally:
        _places.release()
