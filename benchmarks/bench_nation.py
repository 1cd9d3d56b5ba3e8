"""A plan for each kecamatan of the nation, read, resolved and checked on two cores.

The plans are the varied ones of the tests, each with at least as many elements and
indicator rows as the Kemangkon plan, every second one with two defects. They are made
beforehand and lie in files; what is measured begins with a file. Memory is the greatest
resident set of each process, this one included, added up.
"""

from __future__ import annotations

import gc
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import machine, table
from renaksi.checks import check
from renaksi.interpret import read_file
from tests.renaksi.variants.official import official
from tests.renaksi.variants.variant import variant

CORES = 2
PORTION = 40
LEAST = (47, 53)
LEAST_A_SECOND = 300
MOST_MEMORY = 500


class Portion(NamedTuple):
    """What one portion of plans came to, and how much memory its process has needed (MB)."""

    process: int
    plans: int
    elements: int
    rows: int
    findings: int
    memory: float


def write_plans(folder: Path) -> list[Path]:
    """The documents of the nation, one file each."""
    paths = []
    for seed, district in enumerate(official().districts):
        made = variant(seed, district=district, least=LEAST, defects=2 * (seed % 2))
        path = folder / f"{district.code}.txt"
        path.write_text(made.text, encoding="utf-8")
        paths.append(path)
    return paths


def read_portion(paths: list[Path]) -> Portion:
    """Read, resolve and check some plans."""
    elements = rows = findings = 0
    for path in paths:
        for plan, diagnostics in read_file(path):
            elements += len(plan.elements)
            rows += sum(len(element.indicators) for element in plan.elements)
            findings += len(diagnostics) + len(check(plan))
    return Portion(os.getpid(), len(paths), elements, rows, findings, _memory())


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def portions(paths: list[Path]) -> Iterator[list[Path]]:
    """The plans in portions that a process takes at a time."""
    for start in range(0, len(paths), PORTION):
        yield paths[start : start + PORTION]


def main() -> None:
    """Print plans a second and memory."""
    with (
        tempfile.TemporaryDirectory() as folder,
        # The garbage collector is asked as seldom as the command line asks it.
        ProcessPoolExecutor(
            CORES, get_context("spawn"), initializer=gc.set_threshold, initargs=(50_000,)
        ) as pool,
    ):
        paths = write_plans(Path(folder))
        list(pool.map(read_portion, [paths[:5]] * (2 * CORES)))  # the processes stand ready
        start = time.perf_counter()
        done = list(pool.map(read_portion, portions(paths)))
        seconds = time.perf_counter() - start
    report(done, seconds)


def report(done: list[Portion], seconds: float) -> None:
    """Print the table."""
    memory = {os.getpid(): _memory()}
    for portion in done:
        memory[portion.process] = portion.memory
    total = [sum(numbers) for numbers in zip(*(portion[1:5] for portion in done), strict=True)]
    rows = [
        ("plans", f"{total[0]:,}", ""),
        ("elements in a plan", f"{total[1] / total[0]:.0f}", f"≥ {LEAST[0]}"),
        ("indicator rows in a plan", f"{total[2] / total[0]:.0f}", f"≥ {LEAST[1]}"),
        ("findings", f"{total[3]:,}", ""),
        ("plans a second", f"{total[0] / seconds:.0f}", f"≥ {LEAST_A_SECOND}"),
        (
            f"memory of {len(memory)} processes",
            f"{sum(memory.values()):.0f} MB",
            f"< {MOST_MEMORY} MB",
        ),
    ]
    table(f"The nation on {CORES} processes ({machine()})", ("what", "reached", "reach"), rows)


if __name__ == "__main__":
    main()
