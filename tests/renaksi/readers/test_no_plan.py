"""Texts of offices that hold no plan are refused as such, however many words of plans they use."""

from __future__ import annotations

from pathlib import Path

import pytest

from renaksi.cli import main
from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "no-plan"
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_without_a_plan_is_refused_as_such(path: Path) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_bytes(path.read_bytes())
    assert "tidak ada rencana aksi" in refusal.value.message("id")
    assert "holds no action plan" in refusal.value.message("en")


def test_there_are_texts_of_many_kinds() -> None:
    assert len(FILES) >= 14


def test_each_refusal_is_one_sentence_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, FILES)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(": ")[0] for line in err.splitlines()] == [str(path) for path in FILES]
