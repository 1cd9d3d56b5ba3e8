"""`renaksi check` as a whole process on a warm disk, against `python -c pass`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.timing import machine, medians, milliseconds, table

PLAN = Path(__file__).resolve().parent.parent / "examples" / "kemangkon-2022.txt"
RENAKSI = str(Path(sys.executable).parent / "renaksi")
ROUNDS = 40
MOST = 8

PROCESSES = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "renaksi check": [RENAKSI, "check", str(PLAN)],
    "renaksi check --format json": [RENAKSI, "check", "--format", "json", str(PLAN)],
    "renaksi check --gravest": [RENAKSI, "check", "--gravest", str(PLAN)],
    "renaksi show": [RENAKSI, "show", str(PLAN)],
    "renaksi --help": [RENAKSI, "--help"],
}


def process(command: list[str]) -> Callable[[], None]:
    """A run of one whole process; a process that complains is no measurement."""

    def run() -> None:
        ended = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        if ended.returncode > 1 or ended.stderr:
            raise SystemExit(f"{' '.join(command)} failed:\n{ended.stderr.decode()}")

    return run


def main() -> None:
    """Print the table of starts."""
    taken = medians({name: process(words) for name, words in PROCESSES.items()}, ROUNDS)
    bare = taken["python -c pass"]
    rows = (
        (f"`{name}`", milliseconds(seconds), f"{seconds / bare:.1f} ×", f"≤ {MOST} ×" * (n == 1))
        for n, (name, seconds) in enumerate(taken.items())
    )
    table(
        f"Whole processes ({machine()}, median of {ROUNDS})",
        ("process", "time", "ratio", "reach"),
        rows,
    )


if __name__ == "__main__":
    main()
