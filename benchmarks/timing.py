"""How benchmarks measure and print: interleaved rounds, medians, ratios, one table each.

A shared machine drifts, so what is compared is run in turns within one round, and the
median over the rounds is taken. Only ratios inside one table mean something; times are
printed beside them for orientation.
"""

from __future__ import annotations

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable, Mapping

from renaksi import quarter


def medians(runs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median seconds of each run over ``rounds`` rounds, after one that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(rounds + 1):
        for name, run in runs.items():
            gc.collect()
            start = time.perf_counter()
            run()
            if turn:
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def milliseconds(seconds: float) -> str:
    """Seconds as a benchmark prints them."""
    return f"{seconds * 1000:.2f} ms"


def table(title: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print one table in Markdown, so that it can stand in docs/benchmarks.md as it is."""
    head = tuple(head)
    print(f"\n### {title}\n")
    for row in (head, ("---",) * len(head), *rows):
        print(f"| {' | '.join(row)} |")


def machine() -> str:
    """What the figures were measured on."""
    core = "as Python runs it" if quarter.__file__.endswith(".py") else "compiled"
    return (
        f"core {core}, Python {platform.python_version()},"
        f" {platform.system()} {platform.machine()},"
        f" {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f}"
    )
