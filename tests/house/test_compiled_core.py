"""The compiled core goes where it no longer says what its sources say."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.repository import ROOT

EXTENSION = "src/renaksi__mypyc.cpython-313-x86_64-linux-gnu.so"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with one module of the core and one rule, compiled after they were written."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/compiled.sh", tmp_path / "scripts/compiled.sh")
    for name in ("src/renaksi/quarter.py", "src/renaksi/checks/rules/no_unit.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (1_000_000, 1_000_000))
    for name in (EXTENSION, "src/renaksi/quarter.cpython-313-x86_64-linux-gnu.so"):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1_000_060, 1_000_060))
    return tmp_path


def run(checkout: Path, act: str) -> str:
    """What the script says of the checkout."""
    done = subprocess.run(  # noqa: S603 - our own script
        [checkout / "scripts/compiled.sh", act], capture_output=True, text=True, check=True
    )
    return done.stdout + done.stderr


def extensions(checkout: Path) -> int:
    return len(list((checkout / "src").rglob("*.so")))


def test_a_compiled_core_stays_while_its_sources_stay(checkout: Path) -> None:
    assert run(checkout, "check") == ""
    assert extensions(checkout) == 2


def test_a_changed_source_takes_the_compiled_core_away_and_says_so(checkout: Path) -> None:
    os.utime(checkout / "src/renaksi/quarter.py", (1_000_120, 1_000_120))
    assert "older than its sources" in run(checkout, "check")
    assert extensions(checkout) == 0
    assert (checkout / "src/renaksi/quarter.py").exists()


def test_a_new_rule_leaves_the_compiled_core(checkout: Path) -> None:
    (checkout / "src/renaksi/checks/rules/of_today.py").write_text("")
    assert run(checkout, "check") == ""
    assert extensions(checkout) == 2


def test_it_is_taken_away_on_demand(checkout: Path) -> None:
    assert run(checkout, "remove") == ""
    assert extensions(checkout) == 0
