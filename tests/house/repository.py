"""The repository as these tests look at it: its root, its files, its settings, its locks."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: ROOT / f"requirements/{name}.txt" for name in ("run", "web", "dev", "compile")}


def settings() -> dict[str, Any]:
    """`pyproject.toml`."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def documents() -> list[Path]:
    """Every Markdown page of the repository."""
    folders = (ROOT / name for name in ("docs", "examples", "src"))
    return sorted([*ROOT.glob("*.md"), *(page for f in folders for page in f.rglob("*.md"))])


def locked(lock: str) -> dict[str, str]:
    """Package → version of the lock ``run`` or ``dev``."""
    return dict(
        re.findall(r"^([\w.-]+)==(\S+)", LOCKS[lock].read_text(encoding="utf-8"), re.MULTILINE)
    )


def rows_of_tables(page: Path) -> list[list[str]]:
    """Every row of every table of a page, as its cells; heads and rules left out."""
    lines = page.read_text(encoding="utf-8").splitlines()
    rows = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and not line.startswith("|--") and not following.startswith("|--"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows
