"""Hostile text costs work in proportion to its size, and neither much time nor much memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import FrameType

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import interpret_text, tables
from renaksi.readers.limits import Limits
from renaksi.readers.text import read_text
from tests.renaksi.readers.hostile_texts import FRAGMENTS, HEAD, LINES

ROOT = Path(__file__).resolve().parents[3]
_SECONDS = 120  # of the processor; it needs a tenth of them
_MEMORY = 1_000_000_000


def work(text: str) -> int:
    """How many calls the reading of a text takes, of Python's functions and of C's."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        interpret_text(text)
    except Unreadable:
        pass
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.skipif(
    not tables.__file__.endswith(".py"), reason="calls of the compiled core are not seen"
)
@pytest.mark.parametrize("name", LINES)
def test_twice_the_lines_take_about_twice_the_work(name: str) -> None:
    few, many = work(LINES[name](100)), work(LINES[name](200))
    assert many <= 2.4 * few


def test_all_hostile_texts_are_read_or_refused_within_bounds() -> None:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.renaksi.readers.hostile_texts", str(_SECONDS), str(_MEMORY)],
        cwd=ROOT, env={"PYTHONPATH": f"src:{ROOT}"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 3 * len(FRAGMENTS) + len(LINES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a" * 100_001, "100001 huruf"),
        (HEAD + "\t" * 401 + "x", "402 kolom"),
        (HEAD + "\t" * 1_000_000, "1000000 huruf"),
        ("\n" * 100_000, "100001 baris"),
        ("|" * 1000 + "\n", "kolom"),
    ],
    ids=["a long line", "many columns", "a million tabs", "many lines", "many bars"],
)
def test_what_exceeds_a_limit_is_named_with_its_line(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_text(text, Limits())
    assert words in refusal.value.message("id")
