"""All documents of 45 offices for one year, made by the site's own worker on two cores.

    python -m benchmarks.bench_bundle

An installation of its own on SQLite: every office has the Kemangkon plan with four reported
quarters. The command that orders and makes a bundle is what is measured, from its start to the
archive of all offices. Memory is the greatest resident set of each of the processes at work.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections import defaultdict
from pathlib import Path

from benchmarks.timing import machine, table
from tests.house.repository import ROOT
from tests.renaksi_web.bundles import year
from tests.renaksi_web.processes import Installation

OFFICES = int(os.environ.get("RENAKSI_BENCH_OFFICES", "45"))
FORMATS = os.environ.get("RENAKSI_BENCH_FORMATS", "pdf pdf,docx,xlsx,html").split()
LEAST_FILES, MOST_SECONDS = 400, 180
_PAUSE = 0.2


class Memory(threading.Thread):
    """What each process of a group holds, looked at again and again until it is told to stop."""

    def __init__(self, group: int) -> None:
        super().__init__(daemon=True)
        self._group, self._ended = group, threading.Event()
        self.seen: dict[int, list[tuple[float, float]]] = defaultdict(list)
        self._began = time.perf_counter()

    def run(self) -> None:
        """Look."""
        while not self._ended.wait(_PAUSE):
            for pid in _of_group(self._group):
                self.seen[pid].append((time.perf_counter() - self._began, _resident(pid)))

    def end(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()

    def greatest(self, since: float, until: float) -> float:
        """The greatest of all processes within a part of the run, in megabytes."""
        return max(
            (size for told in self.seen.values() for at, size in told if since <= at <= until),
            default=0.0,
        )


def _of_group(group: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == group:
                    found.append(int(entry.name))
            except ProcessLookupError:
                continue
    return found


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _used() -> float:
    """Seconds of processor time of all processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Found the offices, make their bundle, count what is in it."""
    with tempfile.TemporaryDirectory(prefix="renaksi-bench-") as folder:
        installation = Installation(Path(folder), f"sqlite:///{folder}/renaksi.sqlite3")
        installation.environment |= {"RENAKSI_TODAY": year.DAY.isoformat()}
        installation.command("migrate")
        installation.run("-m", "tests.renaksi_web.bundles.year", str(OFFICES))
        print(machine())
        rows = [_made(installation, formats) for formats in FORMATS]
    heads = ("formats", "files", "time", "processor time", "files a second", "memory, first half",
             "memory, second half", "archive of all", "reach")  # fmt: skip
    table(f"All documents of {OFFICES} offices of one year, two processes", heads, rows)


def _made(installation: Installation, formats: str) -> tuple[str, ...]:
    words = ["bundle", "make", str(year.YEAR), "--by", year.ADMIN, "--formats", formats]
    began, used = time.perf_counter(), _used()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "renaksi_web", *words, "--site", "https://renaksi.example"],
        cwd=ROOT, env=installation.environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    memory = Memory(process.pid)
    memory.start()
    said = process.communicate()[0]
    taken, used = time.perf_counter() - began, _used() - used
    memory.end()
    if process.returncode:
        raise SystemExit(f"An office was left out, or the bundle is not whole: {said}")
    path = Path(said.splitlines()[0])
    with zipfile.ZipFile(path) as archive:
        files = sum(name.endswith(tuple(formats.split(","))) for name in archive.namelist())
    return (
        formats, str(files), f"{taken:.0f} s", f"{used:.0f} s", f"{files / taken:.1f}",
        f"{memory.greatest(0, taken / 2):.0f} MB", f"{memory.greatest(taken / 2, taken):.0f} MB",
        f"{path.stat().st_size / 1e6:.0f} MB",
        f"≥ {LEAST_FILES} files, < {MOST_SECONDS} s" if formats == "pdf" else "",
    )  # fmt: skip


if __name__ == "__main__":
    main()
