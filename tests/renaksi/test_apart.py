"""A file that is read apart: nothing that happens there reaches the process that asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from renaksi import apart
from renaksi.apart import Task, done_apart
from renaksi.diagnostics import Unreadable
from renaksi.interpret import Given, read_bytes
from renaksi.readers.limits import Limits
from tests.renaksi.cli.documents import PAPER
from tests.renaksi.formats.known_plans import WRITERS, written

LIMITS = Limits(max_seconds=60)  # far more than any task here takes on a busy machine


def crash(data: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return data


def taking(size: int) -> Task:
    return lambda data: data + bytes(size)


def refused(task: Task, limits: Limits = LIMITS) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        done_apart(task, b"", limits)
    return caught.value


@pytest.mark.parametrize("form", WRITERS)
def test_a_plan_read_apart_is_the_plan(form: str) -> None:
    _, data = written(form, 2)
    given = Given("Dinas Perhubungan", 2023)
    assert apart.read(data, Limits(), given) == read_bytes(data, Limits(), given)


def test_a_text_stays_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a text needs no process of its own"))
    assert apart.read(PAPER.encode(), Limits())


def test_a_refusal_comes_back_in_both_languages() -> None:
    with pytest.raises(Unreadable) as caught:
        apart.read(b"PK\x03\x04" + bytes(200), LIMITS)
    assert caught.value.message("id") != caught.value.message("en")
    with pytest.raises(Unreadable, match="--max-bytes"):
        apart.read(b"%PDF-" + bytes(200), LIMITS._replace(max_bytes=100))


def test_a_library_that_crashes_is_a_damaged_file() -> None:
    assert "damaged" in refused(crash).message("en")


def test_an_exception_that_nobody_foresaw_is_a_damaged_file() -> None:
    assert "rusak" in refused(lambda data: data[1:2].decode("ascii")[9].encode()).message("id")


def test_memory_is_bounded() -> None:
    assert "512 MB" in refused(taking(600_000_000)).message("id")
    less = LIMITS._replace(max_memory=300_000_000)
    assert "300 MB" in refused(taking(310_000_000), less).message("en")


@pytest.mark.parametrize("sleeps", [True, False])
def test_time_is_bounded_whether_it_waits_or_works(
    sleeps: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "GRACE", 0.1)

    def forever(data: bytes) -> bytes:
        while True:
            time.sleep(60) if sleeps else None

    said = refused(forever, LIMITS._replace(max_seconds=0.2))
    assert "0.2" in said.message("en")
    assert "--max-seconds" in said.message("en")


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_TOLD", 100_000)
    refused(taking(50_000_000))


def test_the_process_has_no_environment_and_no_open_file(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w") as secret:
        number = secret.fileno()

        def look(data: bytes) -> bytes:
            try:
                os.fstat(number)
            except OSError:
                return repr((dict(os.environ), os.getcwd())).encode()
            return b"open"

        assert done_apart(look, b"", LIMITS) == b"({}, '/')"


def test_the_process_writes_no_file_and_opens_few(tmp_path: Path) -> None:
    target = tmp_path / "written"

    def write(data: bytes) -> bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            target.write_bytes(b"x")
        except OSError:
            return b"refused"
        return b"written"

    def open_many(data: bytes) -> bytes:
        for count in range(200):
            try:
                os.open(os.devnull, os.O_RDONLY)
            except OSError:
                return str(count).encode()
        return b"200"

    assert done_apart(write, b"", LIMITS) == b"refused"
    assert int(done_apart(open_many, b"", LIMITS)) < 64


def test_no_process_is_left_behind() -> None:
    # Asked of a process of its own: other tests keep children that stand by.
    code = (
        "import os; from tests.renaksi.test_apart import LIMITS, crash, done_apart, refused, taking;"
        "done_apart(taking(1), b'', LIMITS); refused(crash); os.waitpid(-1, os.WNOHANG)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603
    assert b"ChildProcessError" in done.stderr


def test_where_there_is_no_fork_the_readers_limits_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    _, data = written("docx", 2)
    assert apart.read(data, Limits()) == read_bytes(data)
