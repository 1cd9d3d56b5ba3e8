"""Wrong, empty, cut, endless, binary and mis-encoded files: one sentence each, and nothing waits."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes, read_file
from renaksi.readers.limits import Limits
from tests.renaksi.readers.told import CASES, told

PAPER = (Path(__file__).resolve().parents[2] / "cases" / "kemangkon-2022.txt").read_bytes()
TEXT = PAPER.decode()
TOLD = told(read_bytes(PAPER)[0])

DAMAGED = {
    "nothing": (b"", "kosong"),
    "blanks": (b" \n\t\n\r\n", "kosong"),
    "a mark of order alone": (b"\xef\xbb\xbf", "kosong"),
    "UTF-16": (TEXT.encode("utf-16"), "UTF-16"),
    "UTF-16, big end first": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
    "UTF-16 without its mark": (TEXT.lstrip().encode("utf-16-le"), "UTF-16"),
    "UTF-16-BE without its mark": (TEXT.lstrip().encode("utf-16-be"), "UTF-16"),
    "Windows-1252": ("RENCANA AKSI – TAHUN 2022\n".encode("cp1252") + PAPER, "baris 1"),
    "a byte in line 8": (PAPER.replace(b"Meningkatnya", b"Meningkatny\xe1", 1), "baris 8"),
    "half a character at the end": (PAPER + "–".encode()[:2], "UTF-8"),
    "NUL": (PAPER[:100] + b"\x00" + PAPER[100:], "simpan lagi sebagai Word, Excel"),
    "control characters": (b"\x01\x02\x03\x04\x05" * 9 + PAPER[:900], "tanda kendali"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(900), "ELF"),
    "RTF": (rb"{\rtf1\ansi RENCANA AKSI TAHUN 2022}", "RTF"),
    "JSON cut off": (b'{"schema": "renaksi/plan/1", "elem', "JSON"),
    "a brace alone": (b"{", "JSON"),
    "a list of numbers": (b"[1, 2, 3]", "JSON"),
}


def sentence_of(data: bytes, lang: str = "id") -> str:
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data)
    return refusal.value.message("id" if lang == "id" else "en")


@pytest.mark.parametrize(("data", "words"), DAMAGED.values(), ids=DAMAGED.keys())
def test_damage_costs_one_sentence_that_names_it(data: bytes, words: str) -> None:
    sentence = sentence_of(data)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert sentence != sentence_of(data, "en")


@pytest.mark.parametrize(
    "altered",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n", "\u2028"),
        lambda text: text.replace("\n\n", "\n\f\n"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace(" Kecamatan", "\u00a0Kecamatan"),
        lambda text: text.replace("Kegiatan", "Kegi\u00adatan").replace("TW ", "\u200bTW "),
        lambda text: text.replace("1. ", "\u202a1. ").replace("\tPersen", "\t\u2067Persen\u2069"),
        lambda text: text.replace("\tPersen\t", "\t\x1b[1;31mPersen\x1b[0m\t"),
        lambda text: text.replace("\tPersen\t", "\t  Persen \t"),
    ],
    ids=[
        "a mark of order", "CRLF", "CR", "line separators", "form feeds", "blanks at line ends",
        "double spacing", "hard blanks", "soft hyphens", "marks of direction", "colours",
        "blanks in cells",
    ],
)  # fmt: skip
def test_signs_that_say_nothing_change_nothing(altered: Callable[[str], str]) -> None:
    assert told(read_bytes(altered(TEXT).encode())[0]) == TOLD


@pytest.mark.parametrize("first", ["[Rencana Aksi]", "{rencana aksi}", "[ 2022 ] Rencana", "{ }"])
def test_a_plan_may_begin_with_a_bracket(first: str) -> None:
    if first == "{ }":
        assert "JSON" in sentence_of(first.encode())
        return
    ((plan, _),) = read_bytes(f"{first}\n{TEXT}".encode())
    assert len(plan.elements) == 47


def test_a_paper_cut_anywhere_is_read_as_far_as_it_goes_or_refused() -> None:
    read = 0
    for end in range(0, len(PAPER), 271):
        try:
            ((plan, _),) = read_bytes(PAPER[:end])
        except Unreadable:
            continue
        read += 1
        assert len(plan.elements) <= 47
        assert plan.coverage is not None
        assert 0 <= plan.coverage.accounted <= plan.coverage.words
    assert read > 30


def test_a_file_of_a_hundred_megabytes_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "besar.txt"
    path.touch()
    os.truncate(path, 100_000_000)
    monkeypatch.setattr("builtins.open", None)
    with pytest.raises(Unreadable) as refusal:
        read_file(path)
    assert "100,0 MB" in refusal.value.message("id")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/full"])
def test_a_device_without_an_end_is_read_to_the_limit(device: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_file(device, Limits(max_bytes=5_000))
    assert "--max-bytes" in refusal.value.message("id")


def test_a_device_that_holds_nothing_is_empty() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_file(os.devnull)
    assert "kosong" in refusal.value.message("id")


def test_a_pipe_to_which_nobody_writes_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "pipa"
    os.mkfifo(path)
    with pytest.raises(Unreadable) as refusal:
        read_file(path, Limits(max_seconds=0.05))
    assert "0.05 detik" in refusal.value.message("id")


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipa"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(PAPER,))
    writer.start()
    (reading,) = read_file(path)
    writer.join()
    assert told(reading) == TOLD


def test_a_pipe_without_an_end_is_read_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "pipa"
    os.mkfifo(path)

    def write() -> None:
        with contextlib.suppress(BrokenPipeError), open(path, "wb", buffering=0) as file:
            while True:
                file.write(PAPER)

    writer = threading.Thread(target=write)
    writer.start()
    with pytest.raises(Unreadable) as refusal:
        read_file(path, Limits(max_bytes=50_000))
    writer.join()
    assert "--max-bytes" in refusal.value.message("id")


def test_a_socket_cannot_be_opened(tmp_path: Path) -> None:
    import socket

    path = tmp_path / "soket"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        with pytest.raises(Unreadable) as refusal:
            read_file(path)
    assert "izin" in refusal.value.message("id")


def test_the_cases_are_sound_text() -> None:
    for path in CASES.glob("*.txt"):
        assert path.read_bytes().decode("utf-8").endswith("\n")
