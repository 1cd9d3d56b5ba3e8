"""The reading process: its limits hold, and whatever it is fed, the answer is one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from renaksi_web.plans import reading, reading_process
from renaksi_web.refusals import Refused
from tests.renaksi_web.paper import PAPER

CHILD = Path(reading_process.__file__)


def test_a_reading_holds_the_plan_its_findings_and_the_lines_of_the_source() -> None:
    read = reading.read(PAPER.encode())
    plan, found = reading.plan_and_findings(read)
    assert (plan.year, len(plan.elements)) == (2022, 3)
    assert {d.rule.code for d in found} >= {"RB113"}
    assert read["source"][0] == ["b1", "RENCANA AKSI TAHUN 2022"]
    assert len(read["source"]) == len(PAPER.rstrip().split("\n"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "kosong"),
        (b"halo", "tidak ada rencana aksi"),
        (b"\x00\x01\x02", "bukan teks"),
        (b"PK\x03\x04" + b"\x00" * 40, "berkas"),
        (b"\xff\xfeR\x00", "UTF-8"),
        (b"{", "JSON"),
        (b"[" * 200_000, "JSON"),
        (b'{"schema": "renaksi/plans/1", "plans": []}', "tidak memuat satu pun rencana"),
        (("a\t" * 500 + "\n").encode() * 3, "melewati batas"),
    ],
)
def test_a_hostile_or_damaged_file_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        reading.read(data)
    assert sentence.lower() in refused.value.message("id").lower()


def test_a_file_of_two_plans_is_not_silently_one() -> None:
    one = reading.read(PAPER.encode())
    del one["source"]
    both = json.dumps({"schema": "renaksi/plans/1", "plans": [one, one]}).encode()
    with pytest.raises(Refused, match="2 plans"):
        reading.read(both)


def _in_child(code: str) -> subprocess.CompletedProcess[bytes]:
    script = f"import sys; sys.path.insert(0, {str(CHILD.parents[2])!r})\n"
    script += f"from renaksi_web.plans import reading_process\nreading_process.limit()\n{code}"
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=False)


def test_memory_files_and_output_of_the_child_are_limited(tmp_path: Path) -> None:
    memory = _in_child("bytearray(2_000_000_000)")
    assert b"MemoryError" in memory.stderr
    big = tmp_path / "big"
    output = _in_child(f"open({str(big)!r}, 'wb').write(b'x' * 80_000_000)")
    assert output.returncode != 0
    handles = _in_child("x = [open('/dev/null') for _ in range(100)]")
    assert b"Too many open files" in handles.stderr


def test_the_child_imports_nothing_of_the_site() -> None:
    told = _in_child(f"reading_process.read({PAPER.encode()!r})\nprint('django' in sys.modules)")
    assert told.stdout.strip() == b"False"


@pytest.mark.parametrize("end", ["import os; os.kill(os.getpid(), 9)", "raise SystemExit(7)",
                                 "print('nonsense')", "print('{\"reading\": {}}')"])  # fmt: skip
def test_whatever_ends_the_child_the_parent_answers_a_sentence(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(end, encoding="utf-8")
    monkeypatch.setattr(reading, "_PROCESS", broken)
    with pytest.raises(Refused):
        reading.read(b"anything")


def test_a_child_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(reading, "_PROCESS", slow)
    monkeypatch.setattr(reading, "WALL_SECONDS", 0.3)
    with pytest.raises(Refused, match="too much time"):
        reading.read(b"anything")


def test_the_child_gets_an_empty_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    telling = tmp_path / "telling.py"
    telling.write_text(
        "import json, os\n"
        "told = {k for k in os.environ if k not in ('LC_CTYPE', 'PWD')}\n"
        "print(json.dumps({'refused': {'id': f'{sorted(told)}', 'en': 'x'}}))",
        encoding="utf-8",
    )
    monkeypatch.setenv("RENAKSI_SECRET_KEY", "hidden")
    monkeypatch.setattr(reading, "_PROCESS", telling)
    with pytest.raises(Refused) as refused:
        reading.read(b"anything")
    assert refused.value.message("id") == "[]"
