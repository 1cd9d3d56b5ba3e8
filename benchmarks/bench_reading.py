"""Reading and checking the shipped plan, in process and warm."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.checks import check
from renaksi.interpret import interpret_text
from renaksi.plan_json import dumps

PLAN = Path(__file__).resolve().parent.parent / "examples" / "kemangkon-2022.txt"
ROUNDS = 200
MOST_SECONDS = 0.006


def main() -> None:
    """Print the whole, then its parts."""
    text = PLAN.read_text(encoding="utf-8")
    reading = interpret_text(text)
    taken = medians(
        {
            "reading and checking": lambda: check(interpret_text(text).plan),
            "reading": lambda: interpret_text(text),
            "checking": lambda: check(reading.plan),
            "writing it as JSON": lambda: dumps(reading.plan, reading.diagnostics),
        },
        ROUNDS,
    )
    rows = [
        (name, milliseconds(seconds), f"≤ {milliseconds(MOST_SECONDS)}" if n == 0 else "")
        for n, (name, seconds) in enumerate(taken.items())
    ]
    table(f"One plan in process ({machine()}, median of {ROUNDS})", ("what", "time", "reach"), rows)


if __name__ == "__main__":
    main()
