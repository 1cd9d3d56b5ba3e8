"""`renaksi convert`: to standard output or to a file that is written whole or not at all."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from renaksi.cli.saving import save
from renaksi.cli.screen import Unwritable
from renaksi.render import RENDERERS, renderer
from tests.renaksi.cli.conftest import Run


@pytest.mark.parametrize("name", RENDERERS)
def test_every_text_format_goes_to_standard_output_or_a_file(
    renaksi: Run, paper: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / f"hasil.{name}"
    shown = renaksi("convert", paper, "--to", name)
    assert shown.code == 1
    assert renaksi("convert", paper, "--to", name, "-o", out) == (1, "", "")
    assert out.read_bytes().decode() == shown.out
    assert renaksi("convert", paper, "--to", name, "-o", "-").out == shown.out


def test_the_suffix_of_the_file_tells_the_format(renaksi: Run, paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil.JSON"
    assert renaksi("convert", paper, "-o", out).code == 1
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "renaksi/plan/1"


def test_the_json_is_read_back_with_the_same_findings(
    renaksi: Run, paper: Path, tmp_path: Path
) -> None:
    out = tmp_path / "hasil.json"
    renaksi("convert", paper, "-o", out)
    again = renaksi("convert", out, "--to", "json")
    assert again.code == 1
    assert again.out == out.read_text(encoding="utf-8")


def test_an_unreadable_file_leaves_the_result_as_it_was(renaksi: Run, tmp_path: Path) -> None:
    out = tmp_path / "hasil.csv"
    out.write_text("lama", encoding="utf-8")
    assert renaksi("convert", tmp_path / "hilang.txt", "-o", out).code == 2
    assert out.read_text(encoding="utf-8") == "lama"


def test_a_place_that_cannot_be_written_is_named(renaksi: Run, paper: Path, tmp_path: Path) -> None:
    for out, why in (
        (tmp_path / "tidak-ada" / "hasil.csv", "foldernya tidak ada"),
        (paper / "hasil.csv", "foldernya tidak ada"),
        (tmp_path / ("x" * 300 + ".csv"), "namanya terlalu panjang"),
    ):
        outcome = renaksi("convert", paper, "-o", out)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"renaksi: {out} tidak dapat ditulis: {why}")
    folder = renaksi("convert", paper, "--to", "csv", "-o", tmp_path)
    assert "itu sebuah folder" in folder.err
    english = renaksi("convert", paper, "--to", "csv", "-o", tmp_path, "--lang", "en")
    assert "it is a folder" in english.err


def test_the_document_being_read_is_never_overwritten(
    renaksi: Run, paper: Path, tmp_path: Path
) -> None:
    before = paper.read_bytes()
    link = tmp_path / "tautan.txt"
    link.symlink_to(paper)
    for out in (paper, link):
        outcome = renaksi("convert", paper, "--to", "csv", "-o", out)
        assert outcome.code == 2
        assert "sedang dibaca" in outcome.err
    assert paper.read_bytes() == before


def test_a_file_is_replaced_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hasil.csv"
    save(str(path), b"lama")
    path.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable) as refusal:
        save(str(path), b"baru")
    assert "penyimpanan penuh" in refusal.value.message("id")
    assert path.read_bytes() == b"lama"
    monkeypatch.undo()
    save(str(path), b"baru")
    assert path.read_bytes() == b"baru"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["hasil.csv"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "hasil.csv", tmp_path / "tautan.csv"
    link.symlink_to(path)
    save(str(link), b"isi")
    assert link.is_symlink()
    assert path.read_bytes() == b"isi"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_device_is_written_to_and_not_replaced() -> None:
    save(os.devnull, b"isi")
    assert not Path(os.devnull).is_file()


def test_a_format_that_is_no_text_needs_a_file_in_a_terminal(
    terminal: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer("csv"), "IS_TEXT", False)
    outcome = terminal("convert", paper, "--to", "csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "-o" in outcome.err


def test_the_json_of_the_example_follows_the_shipped_schema(renaksi: Run) -> None:
    document = json.loads(renaksi("convert", "examples/kemangkon-2022.txt", "--to", "json").out)
    schema = files("renaksi").joinpath("schemas", "plan-1.json").read_text(encoding="utf-8")
    Draft202012Validator(json.loads(schema)).validate(document)
    assert any(isinstance(v, dict) for d in document["diagnostics"] for v in d["params"].values())
