"""The command as a process of its own: pipes that close, disks that are full, modules it loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src"
KEMANGKON = SOURCE.parent / "examples" / "kemangkon-2022.txt"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}


def renaksi(*words: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "renaksi", *words],
        env=ENVIRONMENT,
        capture_output="stdout" not in more,
        check=False,
        **more,  # type: ignore[call-overload]
    )


def test_the_package_runs_as_a_module() -> None:
    outcome = renaksi("check", str(KEMANGKON))
    assert (outcome.returncode, outcome.stderr) == (1, b"")
    assert "temuan" in outcome.stdout.decode()


@pytest.mark.parametrize("words", [("show",), ("convert", "--to", "json")])
def test_a_pipe_that_closes_is_no_error(words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    outcome = renaksi(*words, str(KEMANGKON), stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (outcome.returncode, outcome.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("show",), ("convert", "--to", "json")])
def test_a_full_disk_is_one_sentence(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        outcome = renaksi(*words, str(KEMANGKON), stdout=full, stderr=subprocess.PIPE)
    assert outcome.returncode == 2
    assert (
        outcome.stderr.decode()
        == "renaksi: stdout tidak dapat ditulis: penyimpanan penuh; kosongkan dulu.\n"
    )


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (("--help",), "renaksi.interpret renaksi.checks renaksi.render.html json dataclasses"),
        (("check", str(KEMANGKON)), "renaksi.cli.tree renaksi.render.html renaksi.cli.excerpt"),
        (("rules",), "renaksi.render.html renaksi.cli.tree"),
    ],
)
def test_only_what_a_command_needs_is_imported(words: tuple[str, ...], unwanted: str) -> None:
    code = (
        "import sys; from renaksi.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    outcome = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, *words], env=ENVIRONMENT, capture_output=True, check=False
    )
    loaded = outcome.stderr.decode().split()
    assert "renaksi.cli" in loaded
    assert set(unwanted.split()).isdisjoint(loaded)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_real_terminal_gets_colours_and_its_width() -> None:
    import pty

    main, side = pty.openpty()
    environment = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "70"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "renaksi", "check", str(KEMANGKON)],
        env=environment,
        stdout=side,
        stderr=side,
    )
    os.close(side)
    told = b""
    try:
        while piece := os.read(main, 65536):
            told += piece
    except OSError:  # the other side has gone
        pass
    os.close(main)
    assert process.wait() == 1
    assert b"\x1b[1;31mRB113 kesalahan\x1b[0m" in told
