"""Reading and checking the Kemangkon plan in process, warm, and what each step of it takes."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi import plan_json
from renaksi.checks import check
from renaksi.interpret import interpret, read_file
from renaksi.readers import read_document
from renaksi.readers.limits import Limits

PLAN = Path(__file__).resolve().parent.parent / "examples" / "kemangkon-2022.txt"
ROUNDS = 200
MOST_SECONDS = 0.006


def read_and_check() -> None:
    """The whole path from the file to the findings."""
    for reading in read_file(PLAN):
        check(reading.plan)


def main() -> None:
    """Print the whole, then its steps."""
    data = PLAN.read_bytes()
    limits = Limits()
    document = read_document(data, limits)
    (reading,) = read_file(PLAN)
    taken = medians(
        {
            "read and check": read_and_check,
            "file to rows (`readers`)": lambda: read_document(data, limits),
            "rows to plan (`interpret`, with `nomenclature`)": lambda: interpret(document),
            "findings (`checks`)": lambda: check(reading.plan),
            "plan to JSON (`plan_json`)": lambda: plan_json.dumps(*reading),
        },
        ROUNDS,
    )
    reach = f"≤ {milliseconds(MOST_SECONDS)}"
    rows = (
        (step, milliseconds(seconds), reach * (step == "read and check"))
        for step, seconds in taken.items()
    )
    table(f"One plan in process ({machine()}, median of {ROUNDS})", ("step", "time", "reach"), rows)


if __name__ == "__main__":
    main()
