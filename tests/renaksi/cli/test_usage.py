"""Wrong usage is told in the user's language: what is wrong, and where to look."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

import renaksi as package
from renaksi.cli import main, parser
from renaksi.cli.commands import COMMANDS
from renaksi.cli.commands import __path__ as commands_path
from tests.renaksi.cli.conftest import Run

WRONG = {
    ("chek", "a.txt"): (
        "chek",
        "check, show, convert, measure, diff, sign, verify, rules, explain",
    ),
    ("check",): ("FILE",),
    ("explain",): ("CODE",),
    ("check", "a.txt", "--fast"): ("--fast",),
    ("check", "a.txt", "--fast=1"): ("--fast",),
    ("check", "a.txt", "--format", "xml"): ("xml", "--format", "text, json"),
    ("check", "a.txt", "--format"): ("--format",),
    ("check", "a.txt", "--gravest=10"): ("--gravest",),
    ("check", "a.txt", "--lang", "fr"): ("fr", "id, en"),
    ("check", "a.txt", "--max-bytes", "banyak"): ("--max-bytes", "banyak"),
    ("check", "a.txt", "--max-bytes", "0"): ("--max-bytes", "0"),
    ("check", "a.txt", "--max-seconds", "nan"): ("--max-seconds", "nan"),
    ("check", "a.txt", "--year", "22"): ("--year", "22"),
    ("check", "a.txt", "--select", "RA102,XX999"): ("XX999",),
    ("convert", "a.txt"): ("--to", "json, csv, html"),
    ("convert", "a.txt", "--to", "odt"): ("odt", "json, csv, html, pdf, docx, xlsx, zip"),
    ("convert", "a.txt", "--to", "csv", "--document", "rencana-aksi"): ("csv", "pdf, docx"),
    ("convert", "a.txt", "--to", "pdf", "--document", "dpa"): ("dpa", "rencana-aksi"),
    ("convert", "a.txt", "--to", "pdf", "--paper", "a5"): ("a5", "a4, f4, a3"),
    ("convert", "a.txt", "b.txt", "--to", "csv"): ("b.txt",),
    ("convert", "a.txt", "-o", "a.odt"): (".odt", "json, csv, html, pdf, docx, xlsx, zip"),
    ("convert", "a.txt", "-o", "hasil"): ("--to",),
    ("measure", "a.txt", "--quarter", "5"): ("5", "1, 2, 3, 4"),
}
ENGLISH = re.compile(
    r"\b(argument|invalid|choose|required|expected|unrecognized|see|the|is)\b", re.IGNORECASE
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_one_sentence_that_names_what_is_wrong(
    renaksi: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {}
    for lang in ("id", "en"):
        monkeypatch.setenv("RENAKSI_LANG", lang)
        outcome = renaksi(*words)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.count("\n") == 1
        assert all(part in outcome.err for part in WRONG[words])
        assert "--help`" in outcome.err
        said[lang] = outcome.err
    assert said["id"] != said["en"]
    assert not ENGLISH.search(said["id"])


def test_a_message_that_looks_like_a_placeholder_stays_text(renaksi: Run) -> None:
    assert "{name}" in renaksi("check", "a.txt", "--format", "{name}").err
    assert "{0}" in renaksi("check", "a.txt", "--{0}").err


def test_without_a_command_the_help_is_shown_as_wrong_usage(renaksi: Run) -> None:
    outcome = renaksi()
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("pemakaian: renaksi")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_in_the_users_language(renaksi: Run, command: str) -> None:
    words = [command] if command else []
    indonesian, english = renaksi(*words, "--help"), renaksi(*words, "--help", "--lang", "en")
    assert (indonesian.code, indonesian.err) == (english.code, english.err) == (0, "")
    assert indonesian.out.startswith("pemakaian: renaksi")
    assert english.out.startswith("usage: renaksi")
    assert "show this help" not in indonesian.out
    assert not re.search(r"\b(the|options|default)\b", indonesian.out)


def test_the_help_names_every_command(renaksi: Run) -> None:
    told = renaksi("--help").out
    assert all(re.search(rf"^\s+{command}\s", told, re.MULTILINE) for command in COMMANDS)


def test_the_version_is_that_of_the_package(renaksi: Run) -> None:
    assert renaksi("--version").out == f"renaksi {package.__version__}\n"


def test_the_language_can_stand_before_or_after_the_command_or_in_the_environment(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = renaksi("--lang", "en", "check", paper)
    after = renaksi("check", paper, "--lang=en")
    assert before == after
    assert "error" in before.out
    monkeypatch.setenv("RENAKSI_LANG", "en_GB.UTF-8")
    assert renaksi("check", paper) == before
    assert "kesalahan" in renaksi("check", paper, "--lang", "id").out


def test_an_unknown_language_in_the_environment_means_indonesian(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENAKSI_LANG", "jv")
    assert "kesalahan" in renaksi("check", paper).out


def test_every_command_is_one_module_and_every_module_is_listed() -> None:
    files = {path.stem for path in Path(commands_path[0]).glob("*.py")} - {"__init__"}
    assert files == set(COMMANDS)


def test_the_parser_knows_every_command_or_only_the_one_asked_for() -> None:
    assert set(_commands(parser())) == set(COMMANDS)
    assert set(_commands(parser("check"))) == {"check"}


def _commands(program: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (action,) = [a for a in program._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(action.choices)


def test_every_option_of_every_command_has_a_help_text() -> None:
    for lang in ("id", "en"):
        for command in _commands(parser(lang=lang)).values():  # type: ignore[arg-type]
            assert all(action.help for action in command._actions)


def test_an_interruption_is_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, paper: Path
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("renaksi.cli.inputs.contents", interrupted)
    assert main(["check", str(paper)]) == 130
    assert capsys.readouterr() == ("", "")
