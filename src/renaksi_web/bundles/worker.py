"""The process that makes bundles: started by the site when something waits, ended with it.

Printing many documents takes minutes of processor time, so it happens beside the site, at a
lower priority, and not in it. One process at a time is at work, held by a lock that ends
with it; what a former one had taken waits again as soon as the next one has the lock. A site
that is started, and a page of a bundle, start it where something is left to make.
"""

from __future__ import annotations

import fcntl
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final

from django.conf import settings
from django.db import Error, connections

from renaksi_web.bundles import making, places

CORES: Final = 2
# An office's documents take seconds, and what a process keeps from one to the next only grows.
OFFICES_OF_A_PROCESS: Final = 5
MOST_FRUITLESS: Final = 10  # rounds in which every process ended by a fault
_NICE: Final = 10
_log = logging.getLogger(__name__)
_starting = threading.Lock()
_running: dict[str, subprocess.Popen[bytes]] = {}


def wake() -> None:
    """Start the process where something waits and none is at it."""
    if not settings.PRINTING_IN_BACKGROUND:
        return
    try:
        if not making.waiting() or _is_at_it():
            return
    except Error as error:  # the database is away; the next page of a bundle wakes it again
        _log.warning("No bundle is made: %s", error)
        return
    with _starting:
        process = _running.get("worker")
        if process is None or process.poll() is not None:
            _running["worker"] = subprocess.Popen(
                [sys.executable, "-m", "renaksi_web", "bundle", "work"], stdin=subprocess.DEVNULL
            )


def work(processes: int = CORES, told: Callable[[], None] | None = None) -> bool:
    """Make all that waits, unless another is at it; whether this one was.

    ``told`` is called now and then, so that a command can say how far it is.
    """
    with _alone() as mine:
        if not mine:
            return False
        making.take_back()
        fruitless = 0
        while making.waiting() and fruitless < MOST_FRUITLESS:
            ended_well = _together(processes, told or (lambda: None))
            fruitless = 0 if ended_well else fruitless + 1
            making.take_back()
    return True


def _together(processes: int, told: Callable[[], None]) -> bool:
    """Some processes, each for a few offices; one that is killed leaves its office waiting.

    Gives whether any of them ended well.
    """
    _let_go()
    fork = get_context("fork")
    running = [fork.Process(target=_some) for _ in range(processes)]
    for process in running:
        process.start()
    for process in running:
        while process.is_alive():
            process.join(0.5)
            told()
    return any(process.exitcode == 0 for process in running)


def _let_go() -> None:
    """Close every connection, and the threads behind them: none may be there at a fork."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]


def _some() -> None:
    """What one process does: it is renewed before it has grown."""
    os.nice(_NICE)
    try:
        for _ in range(OFFICES_OF_A_PROCESS):
            if not making.make_next():
                return
    finally:
        _let_go()


def _is_at_it() -> bool:
    with _alone() as mine:
        return not mine


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether this process has the lock now; it ends with the process, however that ends."""
    places.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (places.folder() / "worker.lock").open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
