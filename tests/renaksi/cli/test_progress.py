"""The progress bar: in a terminal, on long work, and gone before anything else is written."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from renaksi.cli import progress
from renaksi.cli.progress import Progress
from tests.renaksi.cli.conftest import Run


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    monkeypatch.setenv("COLUMNS", "60")
    return terminal


def files(folder: Path, *sizes: int) -> list[str]:
    paths = [folder / f"{number}.txt" for number in range(len(sizes))]
    for path, size in zip(paths, sizes, strict=True):
        path.write_bytes(b"x" * size)
    return [str(path) for path in paths]


def test_long_work_shows_how_far_it_is(
    screen: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    bar = Progress(files(tmp_path, 25, 25, 50), "id")
    bar.reading(2)
    assert screen.getvalue() == "\r\x1b[KMembaca 3/3 ████████████░░░░░░░░░░░░  50% 2.txt"
    bar.clear()
    assert screen.getvalue().endswith("2.txt\r\x1b[K")


def test_short_work_shows_nothing(screen: Terminal, tmp_path: Path) -> None:
    bar = Progress(files(tmp_path, 25, 25), "id")
    bar.reading(1)
    bar.clear()
    assert screen.getvalue() == ""


def test_a_large_file_is_announced_at_once(
    screen: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LARGE", 20)
    bar = Progress(files(tmp_path, 25), "en")
    bar.reading(0)
    assert screen.getvalue().startswith("\r\x1b[KReading 1/1 ░")


def test_the_bar_is_not_drawn_for_every_file(
    screen: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "PAUSE", 1000)
    bar = Progress(files(tmp_path, *[1] * 50), "id")
    for index in range(50):
        bar.reading(index)
    assert screen.getvalue().count("Membaca") == 1


def test_a_narrow_terminal_and_a_plain_encoding_are_enough(
    screen: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(Terminal, "encoding", "ascii")
    monkeypatch.setenv("COLUMNS", "45")
    bar = Progress([*files(tmp_path, 10), str(tmp_path / ("panjang" * 9))], "id")
    bar.reading(1)
    line = screen.getvalue().removeprefix("\r\x1b[K")
    assert line == "Membaca 2/2 ######################## 100% pa"[: len(line)]
    assert len(line) <= 45


def test_commands_show_it_between_files(
    renaksi: Run, screen: Terminal, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", screen)
    told = renaksi("check", paper, paper)
    assert "Membaca 1/2" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")
    assert "Membaca" not in told.out
