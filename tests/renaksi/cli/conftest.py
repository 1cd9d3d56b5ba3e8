"""Running a command line in the test's process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from renaksi.cli import main
from tests.renaksi.cli.documents import PAPER


class Outcome(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("COLUMNS", "NO_COLOR", "TERM", "RENAKSI_LANG"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.delenv("RENAKSI_MAX_BYTES", raising=False)
    monkeypatch.delenv("RENAKSI_MAX_SECONDS", raising=False)
    monkeypatch.delenv("RENAKSI_MAX_MEMORY", raising=False)


@pytest.fixture
def renaksi(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``renaksi`` with these words."""

    def run(*words: str | Path) -> Outcome:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, renaksi: Run) -> Run:
    """Run ``renaksi`` with standard output being a terminal of 80 columns that shows colours."""
    import sys

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str | Path) -> Outcome:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        return renaksi(*words)

    return run


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The document with one lost target, as a file."""
    path = tmp_path / "kemangkon.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path
