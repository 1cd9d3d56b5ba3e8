"""All rules of the linter on the shipped plan, in process and warm, and what each one takes."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.checks import check
from renaksi.checks.rules import RULES
from renaksi.checks.view import PlanView
from renaksi.interpret.reading import read_file

PLAN = Path(__file__).resolve().parent.parent / "examples" / "kemangkon-2022.txt"
ROUNDS = 200
MOST_SECONDS = 0.002
SHOWN = 10


def main() -> None:
    """Print the whole, then the rules that take longest."""
    plan = read_file(PLAN)[0].plan
    view = PlanView(plan)
    rules = {f"`{each.RULE.slug}`": lambda each=each: list(each.check(view)) for each in RULES}
    taken = medians({"all": lambda: check(plan), "view": lambda: PlanView(plan), **rules}, ROUNDS)
    whole, indexing = taken.pop("all"), taken.pop("view")
    slowest = sorted(taken.items(), key=lambda pair: -pair[1])[:SHOWN]
    rows = [
        (f"all {len(RULES)} rules", milliseconds(whole), f"≤ {milliseconds(MOST_SECONDS)}"),
        ("indexing the plan", milliseconds(indexing), ""),
        *((name, milliseconds(seconds), "") for name, seconds in slowest),
    ]
    table(f"Checks of one plan ({machine()}, median of {ROUNDS})", ("what", "time", "reach"), rows)


if __name__ == "__main__":
    main()
