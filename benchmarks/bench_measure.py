"""Measuring a plan of 47 elements and 53 rows with a year of actuals, in process and warm."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.measure import measure, measurement_to_json
from renaksi.model import Accumulation, Cell, Element, Indicator, Level, Plan
from renaksi.quarter import QUARTERS

MOST_SECONDS = 0.003
ROUNDS = 300

Kind = tuple[tuple[str, ...], Accumulation]
KINDS: tuple[Kind, ...] = (
    (("25", "50", "75", "100"), "last"),
    (("3", "3", "3", "3"), "sum"),
    (("3.1", "-", "-", "-"), "last"),
    (("30", "50", "70", "100"), "average"),
    (("187", "187", "187", "187"), "max"),
)


def cell(text: str) -> Cell:
    """One cell as a reader would give it."""
    return Cell("not_scheduled", None, "-") if text == "-" else Cell("set", Decimal(text), text)


def row(number: int) -> Indicator:
    """One indicator with four targets and, as reports have them, whole or one-decimal actuals."""
    targets, accumulation = KINDS[number % len(KINDS)]
    share = Decimal(80 + number % 37) / 100
    planned = {key: cell(text) for key, text in zip(QUARTERS, targets, strict=True)}
    done = {
        key: Cell("set", (target.value * share).quantize(target.value))
        for key, target in planned.items()
        if target.value is not None
    }
    return Indicator(
        f"Indikator {number}", targets=planned, actuals=done, accumulation=accumulation
    )


def sample() -> Plan:
    """A cascade in the proportions of a sub-district's plan: 1, 1, 6, 12 and 27 elements."""
    sizes: tuple[tuple[Level, int], ...] = (
        ("goal", 1), ("objective", 1), ("program", 6), ("activity", 12), ("subactivity", 27),
    )  # fmt: skip
    elements: list[Element] = []
    above: list[str | None] = [None]
    rows = 0
    for level, size in sizes:
        ids: list[str | None] = []
        for index in range(size):
            count = 2 if level == "program" else 1
            indicators = tuple(row(rows + extra) for extra in range(count))
            rows += count
            id = f"{level}-{index}"
            parent = above[index % len(above)]
            elements.append(Element(id, level, id, parent=parent, indicators=indicators))
            ids.append(id)
        above = ids
    assert (len(elements), rows) == (47, 53)
    return Plan(tuple(elements))


def main() -> None:
    """Print what measuring takes, and writing it."""
    plan = sample()
    measurement = measure(plan)
    taken = medians(
        {
            "measuring": lambda: measure(plan),
            "writing it as JSON": lambda: measurement_to_json(measurement),
        },
        ROUNDS,
    )
    reach = (f"≤ {milliseconds(MOST_SECONDS)}", "")
    rows = (
        (what, milliseconds(seconds), most)
        for (what, seconds), most in zip(taken.items(), reach, strict=True)
    )
    title = f"A plan with a year of actuals ({machine()}, median of {ROUNDS})"
    table(title, ("what", "time", "reach"), rows)


if __name__ == "__main__":
    main()
