"""How long it takes to measure a plan of 47 elements and 53 rows with a year of actuals.

Run as ``python benchmarks/measure.py``; the median must stay at or below 3 ms.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from decimal import Decimal

from renaksi.measure import measure, measurement_to_json
from renaksi.model import Accumulation, Cell, Element, Indicator, Level, Plan
from renaksi.quarter import QUARTERS

LIMIT_MS = 3.0
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


def median_ms(work: Callable[[], object]) -> float:
    """The median of many runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print the medians and whether they are within reach."""
    plan = sample()
    measurement = measure(plan)
    measuring = median_ms(lambda: measure(plan))
    verdict = "ok" if measuring <= LIMIT_MS else "TOO SLOW"
    print(f"measure: {measuring:.2f} ms (at most {LIMIT_MS} ms: {verdict})")
    print(f"as JSON: {median_ms(lambda: measurement_to_json(measurement)):.2f} ms")


if __name__ == "__main__":
    main()
