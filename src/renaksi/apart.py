"""Reading untrusted files in a process of its own, with limits that no file can talk out of it.

`read` forks a process for one file. Before it looks at the first byte the process takes limits
on memory, processor time, files and handles upon itself, empties its environment, lets go of
every open file and stands in a folder that is not the user's; it answers with the plan as
JSON, which is read like any other plan's JSON, and nothing else. It is killed when its time is
over. Whatever happens in it, a library's crash included, is one sentence here.

Plain text, CSV and JSON are read by our own code and within the limits that it counts itself:
they stay in the calling process, where a text costs no more than its reading.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Final, NoReturn

from renaksi.diagnostics import Rule, Unreadable
from renaksi.interpret import NOTHING_GIVEN, RULES, Given, Reading, read_bytes
from renaksi.readers import is_plain
from renaksi.readers.limits import Deadline, Limits, bind_process, too_large, too_much

Task = Callable[[bytes], bytes]

ROOT: Final = "/"
LIGHT: Final = 100_000_000  # bytes of addresses that a process holds before it reads
MOST_TOLD: Final = 64_000_000  # bytes of an answer
GRACE: Final = 2.0  # seconds beyond the limit, in which a reader may still refuse by itself

_DONE, _REFUSED, _NO_MEMORY, _BROKEN = range(4)
_PIECE: Final = 1 << 20
_RULES: Final[dict[str, Rule]] = {rule.code: rule for rule in RULES}


def is_possible() -> bool:
    """Whether this system can read apart; where it cannot, the readers' own limits remain."""
    return hasattr(os, "fork")


def read(
    data: bytes, limits: Limits, given: Given = NOTHING_GIVEN, *, is_one_of_many: bool = False
) -> tuple[Reading, ...]:
    """The plans in the bytes of a file, as `read_bytes` gives them. Raises `Unreadable`.

    For one file of many the libraries are imported here, once for all of them.
    """
    if len(data) > limits.max_bytes:
        raise too_large(len(data), limits)
    if not is_possible() or is_plain(data):
        return read_bytes(data, limits, given)
    if is_one_of_many:
        prepare()
    from renaksi import plan_json

    def task(data: bytes) -> bytes:
        readings = read_bytes(data, limits, given)
        return plan_json.dumps_many(readings).encode("utf-8", "surrogatepass")

    return _plans(done_apart(task, data, limits))


def prepare() -> None:
    """Import what the readers of all formats use, so that the processes of many files share it."""
    import renaksi.readers.pages.book
    import renaksi.readers.pages.file
    import renaksi.readers.sheets.binary
    import renaksi.readers.sheets.open_document
    import renaksi.readers.sheets.workbook
    import renaksi.readers.web.page
    import renaksi.readers.word.body  # noqa: F401 - for the processes to come


def done_apart(task: Task, data: bytes, limits: Limits) -> bytes:
    """What ``task`` makes of the data in a process with limits.

    Raises `Unreadable`: with the sentence of the task, or with one for what became of the process.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    inlet, outlet = os.pipe()
    pid = os.fork()
    if pid == 0:
        _work(task, data, limits, outlet)
    os.close(outlet)
    told = None
    try:
        told = _heard(inlet, limits.max_seconds + GRACE)
    finally:
        os.close(inlet)
        code = _ended(pid, is_lost=told is None)
    return _answer(told, code, limits)


def confine(limits: Limits) -> None:
    """Take the limits of a reading process upon this process, for good."""
    inherited = max(0, _held() - LIGHT)  # what a forked process shares and did not take itself
    bind_process(
        memory=limits.max_memory + inherited,
        seconds=int(limits.max_seconds + GRACE) + 1,
        written=0,
        handles=limits.max_handles,
    )


def _held() -> int:
    """The bytes of addresses that this process holds; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


# -- in the process --------------------------------------------------------------------------


def _work(task: Task, data: bytes, limits: Limits, outlet: int) -> NoReturn:
    """Do the task and end: this process never goes back to what it was forked from."""
    code = _BROKEN
    try:
        _shed(outlet)
        confine(limits)
        code, told = _done(task, data)
        while told:
            told = told[os.write(outlet, told[:_PIECE]) :]
    finally:
        os._exit(code)


def _shed(outlet: int) -> None:
    """Let go of everything that was inherited: environment, open files, folder, signals."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    os.environ.clear()
    os.chdir(ROOT)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.closerange(3, outlet)
    os.closerange(outlet + 1, os.sysconf("SC_OPEN_MAX"))
    sys.dont_write_bytecode = True


def _done(task: Task, data: bytes) -> tuple[int, bytes]:
    try:
        return _DONE, task(data)
    except Unreadable as refusal:
        import json

        return _REFUSED, json.dumps([refusal.message("id"), refusal.message("en")]).encode()
    except (MemoryError, ImportError):  # a library that finds no room is not found
        return _NO_MEMORY, b""


# -- in the process that asked ---------------------------------------------------------------


def _heard(inlet: int, seconds: float) -> bytes | None:
    """All that the process writes until it ends; None where it takes or tells too much."""
    import select

    end = time.monotonic() + seconds
    told = bytearray()
    ready = select.poll()
    ready.register(inlet, select.POLLIN | select.POLLHUP)
    while len(told) <= MOST_TOLD:
        left = end - time.monotonic()
        if left <= 0 or not ready.poll(left * 1000):
            return None
        piece = os.read(inlet, _PIECE)
        if not piece:
            return bytes(told)
        told += piece
    return None


def _ended(pid: int, *, is_lost: bool) -> int:
    """The exit code of the process, which is killed where nobody waits for it any more."""
    import signal

    if is_lost:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _answer(told: bytes | None, code: int, limits: Limits) -> bytes:
    """What was told, or why there is nothing: time, memory, or a reader that broke."""
    import signal

    if told is None or code == -signal.SIGXCPU:
        raise Deadline(limits.max_seconds).over()
    if code == _DONE:
        return told
    if code == _REFUSED:
        import json

        id, en = json.loads(told)
        raise Unreadable(id=id, en=en)
    if code in (_NO_MEMORY, -signal.SIGKILL):
        megabytes = f"{limits.max_memory / 1e6:.0f} MB"
        raise too_much(f"memori lebih dari {megabytes}", f"more memory than {megabytes}")
    raise _broken(limits)


def _broken(limits: Limits) -> Unreadable:
    """The refusal of a file at which a reader broke, for damage or for want of room."""
    megabytes = f"{limits.max_memory / 1e6:.0f} MB"
    return Unreadable(
        id="pembacaan berkas ini terhenti: isinya rusak, atau terlalu besar untuk batas memori "
        f"({megabytes}); buka di program asalnya, simpan ulang, lalu coba lagi.",
        en="reading this file broke off: it is damaged, or too large for the limit on memory "
        f"({megabytes}); open it in its own program, save it anew and try again.",
    )


def _plans(told: bytes) -> tuple[Reading, ...]:
    from renaksi import plan_json

    found = plan_json.loads(told.decode("utf-8", "surrogatepass"), _RULES)
    return tuple(Reading(plan, diagnostics) for plan, diagnostics in found)
