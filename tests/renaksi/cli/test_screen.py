"""Standard output: colours only where asked for, and what happens when it cannot be written."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from renaksi.cli.screen import Screen, screen_for, width_of_terminal
from tests.renaksi.cli.conftest import Run


@pytest.mark.parametrize(
    ("environment", "words", "coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": ""}, (), True),
        ({"TERM": "dumb"}, (), False),
        ({}, ("--no-color",), False),
    ],
)
def test_colours_are_for_terminals_and_can_be_refused(
    terminal: Run,
    paper: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    words: tuple[str, ...],
    coloured: bool,
) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert ("\x1b[" in terminal("check", paper, *words).out) is coloured


@pytest.mark.parametrize("command", ["check", "show", "rules"])
def test_a_pipe_gets_no_colours(renaksi: Run, paper: Path, command: str) -> None:
    words = () if command == "rules" else (paper,)
    assert "\x1b" not in renaksi(command, *words).out


def test_an_old_windows_console_gets_no_codes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "environ", {"COLUMNS": "80"})
    assert not screen_for("id").colour
    monkeypatch.setattr(os, "environ", {"COLUMNS": "80", "WT_SESSION": "x"})
    assert screen_for("id").colour


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("20", 40), ("999", 140), ("x", 100)])
def test_the_width_has_bounds(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    monkeypatch.setattr(sys, "__stderr__", None)
    assert screen_for("id").width == width


def test_the_width_is_asked_of_whichever_stream_is_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 99

    monkeypatch.setattr(sys, "__stdout__", io.StringIO())
    monkeypatch.setattr(sys, "__stderr__", Terminal())
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((72, 20)))
    assert width_of_terminal() == 72


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_an_encoding_without_boxes_gets_plain_signs(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    assert renaksi("show", paper).code == 1
    text = out.getvalue().decode(encoding)
    assert "`- 1. Sasaran Meningkatnya kualitas" in text
    assert "_ kosong" in text
    assert "\\u" not in text


def test_quotes_and_dashes_have_plain_signs_and_letters_become_escapes(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    renaksi("check", paper)
    text = out.getvalue().decode("ascii")
    assert 'indikator "Persentase urusan yang dilaksanakan"' in text
    assert "\\u" not in text
    screen_for("id").write("Kué–é…")
    sys.stdout.flush()
    assert out.getvalue().endswith(b"Ku\\xe9-\\xe9...\n")


def test_machines_get_utf_8_whatever_the_terminal_has(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="cp1252"))
    renaksi("check", "--format", "json", paper)
    assert "“Persentase urusan yang dilaksanakan”" in out.getvalue().decode()


def test_a_style_is_only_written_where_it_is_seen() -> None:
    assert Screen(colour=True).style("bold", "a") == "\x1b[1ma\x1b[0m"
    assert Screen(colour=True).style("bold", "") == ""
    assert Screen().style("bold", "a") == "a"
