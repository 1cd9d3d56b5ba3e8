"""Exit codes, and the one sentence for whatever cannot be read."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.renaksi.cli.conftest import Run
from tests.renaksi.cli.documents import PAPER, WHOLE

COMMANDS = (("check",), ("show",), ("convert", "--to", "json"), ("measure",))

UNREADABLE = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": b"\x00\x01\x02RENCANA AKSI",
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "utf-16": PAPER.encode("utf-16"),
    "windows-1252": b"RENCANA AKSI \x96 TAHUN 2022\n",
    "half a character": PAPER.encode() + b"\xe2\x80",
    "prose": b"Rapat dimulai pukul 09.00 dan dihadiri 12 orang.\n",
    "half a JSON": b'{"schema": "renaksi/plan/1", "elements": [',
    "another JSON": b'{"name": "renaksi"}',
    "another schema": b'{"schema": "renaksi/plan/99", "elements": []}',
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_unreadable_file_costs_one_sentence_and_nothing_is_written(
    renaksi: Run, tmp_path: Path, command: tuple[str, ...], content: bytes
) -> None:
    path = tmp_path / "rencana.txt"
    path.write_bytes(content)
    said = {lang: renaksi(*command, path, "--lang", lang) for lang in ("id", "en")}
    for outcome in said.values():
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"{path}: ")
        assert outcome.err.endswith(".\n")
        assert outcome.err.count("\n") == 1
    assert said["id"].err != said["en"].err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_missing_file_and_a_folder_are_told_apart(
    renaksi: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    missing = renaksi(*command, tmp_path / "tidak-ada.txt")
    folder = renaksi(*command, tmp_path)
    below = renaksi(*command, tmp_path / "a" / "b.txt")
    assert (missing.code, folder.code, below.code) == (2, 2, 2)
    assert "tidak ditemukan" in missing.err
    assert "folder" in folder.err
    assert missing.out + folder.out + below.out == ""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_over_the_limit_is_refused_and_the_option_is_named(
    renaksi: Run, paper: Path, command: tuple[str, ...]
) -> None:
    outcome = renaksi(*command, paper, "--max-bytes", "100")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--max-bytes" in outcome.err


def test_the_limit_on_time_is_a_setting(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = renaksi("check", paper, "--max-seconds", "0.000000001")
    assert late.code == 2
    assert "--max-seconds" in late.err
    monkeypatch.setenv("RENAKSI_MAX_SECONDS", "0.000000001")
    assert renaksi("check", paper).err == late.err
    assert renaksi("check", paper, "--max-seconds", "60").code == 1


def test_the_limit_on_size_is_a_setting_and_the_option_wins(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENAKSI_MAX_BYTES", "100")
    assert renaksi("check", paper).code == 2
    assert renaksi("check", paper, "--max-bytes", "100000").code == 1


@pytest.mark.parametrize("setting", ["RENAKSI_MAX_BYTES", "RENAKSI_MAX_SECONDS"])
def test_a_setting_that_is_no_number_is_wrong_usage(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(setting, "{banyak}")
    outcome = renaksi("check", paper)
    assert outcome.code == 2
    assert f"{setting}: “{{banyak}}”" in outcome.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_plan_exits_1_with_an_error_level_finding_and_0_without(
    renaksi: Run, tmp_path: Path, paper: Path, command: tuple[str, ...]
) -> None:
    whole = tmp_path / "utuh.txt"
    whole.write_text(WHOLE, encoding="utf-8")
    assert renaksi(*command, paper).code == 1
    assert renaksi(*command, whole).code == 0


@pytest.mark.parametrize("command", ["check", "show"])
def test_of_several_files_the_greatest_code_counts_and_the_readable_are_reported(
    renaksi: Run, tmp_path: Path, paper: Path, command: str
) -> None:
    whole = tmp_path / "utuh.txt"
    whole.write_text(WHOLE, encoding="utf-8")
    (tmp_path / "kosong.txt").write_bytes(b"")
    both = renaksi(command, whole, paper)
    assert (both.code, both.err) == (1, "")
    three = renaksi(command, whole, tmp_path / "kosong.txt", paper, tmp_path / "hilang.txt")
    assert three.code == 2
    assert three.out == both.out
    assert [line.split(": ")[0] for line in three.err.splitlines()] == [
        str(tmp_path / "kosong.txt"),
        str(tmp_path / "hilang.txt"),
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_dash_reads_standard_input(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAPER.encode())))
    piped = renaksi(*command, "-")
    filed = renaksi(*command, paper)
    assert piped.code == 1
    assert piped.out == filed.out.replace(str(paper), "stdin")


def test_standard_input_has_the_same_limit_and_is_named(
    renaksi: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAPER.encode())))
    outcome = renaksi("check", "-", "--max-bytes", "100")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("stdin: ")


def test_a_closed_standard_input_is_an_empty_file(
    renaksi: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    outcome = renaksi("check", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert "kosong" in outcome.err


def test_organisation_and_year_hold_only_where_the_paper_is_silent(
    renaksi: Run, tmp_path: Path, paper: Path
) -> None:
    from tests.renaksi.cli.documents import ANONYMOUS

    silent = tmp_path / "tanpa-judul.txt"
    silent.write_text(ANONYMOUS, encoding="utf-8")
    stated = ("--organisation", "Kecamatan Kemangkon", "--year", "2022")
    assert renaksi("show", silent).lines[0] == "Rencana aksi"
    assert renaksi("show", silent, *stated).lines[0] == (
        "Rencana aksi · Kecamatan Kemangkon (33.03.01) · 2022"
    )
    other = ("--organisation", "Dinas Perhubungan", "--year", "1999")
    assert renaksi("show", paper, *other).out == renaksi("show", paper).out


@pytest.mark.parametrize("by", ["option", "environment"])
def test_a_file_that_needs_more_memory_than_allowed_is_refused(
    renaksi: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    from tests.renaksi.formats.known_plans import written

    path = tmp_path / "renja.pdf"
    path.write_bytes(written("pdf", 1)[1])
    words = ["check", path, "--lang", "en"]
    if by == "option":
        words += ["--max-memory", "30000000"]
    else:
        monkeypatch.setenv("RENAKSI_MAX_MEMORY", "30000000")
    refused = renaksi(*words)
    assert (refused.code, refused.out) == (2, "")
    assert "memory" in refused.err
    assert refused.err.count("\n") == 1
