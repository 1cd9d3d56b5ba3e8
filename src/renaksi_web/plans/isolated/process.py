"""The program that stands by to read strangers' files: it forks a reader for each.

``python -I process.py DESCRIPTOR`` is started by `nursery` with an empty environment, in the
root folder. It loads what reading needs once. Each message on its socket is a job with
three descriptors: the file, where the answer goes, and where its end is told. For each it
forks a warden, and the warden forks the reader, waits for it and tells its exit code. The
reader limits its own memory, processor time, output and handles before it looks at the
first byte, and an alarm ends it when its time is over. Nothing of the site is imported:
there is no database to reach and no secret to tell. It ends when the site closes the socket.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

OPEN_FILES = 32
MEGABYTE = 1_000_000
NO_MEMORY = 3


def serve(control: socket.socket) -> None:
    """Fork a warden for each job until the site closes its end."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # wardens are reaped by the kernel
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 65_536, 3)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _ward(json.loads(message), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _ward(job: dict[str, Any], given: int, told: int, ended: int) -> None:
    """Fork the reader, wait for it, tell its exit code; below 0 it is the signal that ended it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    reader = os.fork()
    if reader == 0:
        os.close(ended)
        _read(job, given, told)
    _, status = os.waitpid(reader, 0)
    with suppress(BrokenPipeError):  # whoever asked may have gone
        os.write(ended, str(os.waitstatus_to_exitcode(status)).encode("ascii"))
    os._exit(0)


def _read(job: dict[str, Any], given: int, told: int) -> None:
    """Do the job within its limits and end; never returns."""
    code = 1
    try:
        limit(job)
        code = answer(job, given, told)
    except MemoryError:
        code = NO_MEMORY
    finally:
        os._exit(code)


def limit(job: dict[str, Any]) -> None:
    """Memory, processor and wall time, size of what is written, open files, no core dump."""
    from renaksi.readers.limits import bind_process

    os.nice(int(job.get("nice", 0)))
    seconds = int(job["seconds"])
    bind_process(
        memory=job["memory"] * MEGABYTE,
        seconds=seconds + 1,
        written=job["output"] * MEGABYTE,
        handles=OPEN_FILES,
    )
    signal.setitimer(signal.ITIMER_REAL, seconds + 2)  # waiting is no work; it ends too


def answer(job: dict[str, Any], given: int, told: int) -> int:
    """The answer of the job, or the sentence with which the file is refused; the exit code."""
    from renaksi.diagnostics import Unreadable
    from renaksi_web.plans.isolated.jobs import JOBS

    with os.fdopen(given, "rb") as file:
        data = file.read()
    with os.fdopen(told, "wb") as answered:
        answered.write(b"+")
        try:
            JOBS[job["job"]](data, job, answered.write)
        except Unreadable as error:
            said = {"id": error.message("id"), "en": error.message("en")}
            answered.seek(0)
            answered.truncate()
            answered.write(b"-" + json.dumps(said).encode())
    return 0


def main() -> None:
    """Load what reading needs, then serve."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from renaksi_web.plans.isolated.jobs import warm

    control = socket.socket(fileno=int(sys.argv[1]))
    warm()
    gc.collect()
    gc.freeze()  # what is loaded is shared with every reader, and looked through by none
    serve(control)


if __name__ == "__main__":
    main()
