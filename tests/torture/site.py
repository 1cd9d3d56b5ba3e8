"""The site as its own processes: started, found, and killed without warning."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from tests.house.repository import ROOT
from tests.renaksi_web.processes import Installation, free_port

PATIENCE: Final = 60.0  # seconds until a site that does not answer is a failure


class Site:
    """`python -m renaksi_web serve` in a session of its own, with two workers."""

    def __init__(self, installation: Installation, log: Path) -> None:
        self.installation, self.log = installation, log
        self.port = free_port()
        self.master: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin to serve, and wait until it answers."""
        arguments = ["serve", "--port", str(self.port), "--workers", "2", "--threads", "4"]
        with self.log.open("ab") as log:
            self.master = subprocess.Popen(
                [sys.executable, "-m", "renaksi_web", *arguments],
                cwd=ROOT,
                env=self.installation.environment,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.wait()

    def wait(self) -> None:
        """Until a page comes back."""
        end = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")[-3000:]
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as probe:
                probe.sendall(b"HEAD /masuk/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return probe.recv(9) == b"HTTP/1.1 " or probe.recv(1) != b""
        except OSError:
            return False

    def kill(self, chance: random.Random) -> str:
        """``kill -9``: one worker, or with all of its processes the whole site; says which."""
        assert self.master is not None
        workers = children_of(self.master.pid)
        if chance.random() < 0.5 and workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
            return "worker"
        os.killpg(self.master.pid, signal.SIGKILL)
        self.master.wait()
        self.start()
        return "site"

    def stop(self) -> None:
        """End it, whatever it is doing."""
        if self.master is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.master.pid, signal.SIGKILL)
            self.master.wait()


def children_of(parent: int) -> list[int]:
    """The ids of a process's children, from Linux's own list of processes."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            if int(words[1]) == parent:
                found.append(int(stat.parent.name))
    return sorted(found)
