"""How long the nomenclature takes: loading, the Kemangkon plan, and a nation of plans.

Run ``python benchmarks/resolver.py``; every figure is a median of several runs, cold ones in
processes of their own.
"""

from __future__ import annotations

import csv
import pathlib
import random
import statistics
import string
import subprocess
import sys
import time
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from renaksi.nomenclature import catalogue  # noqa: E402
from renaksi.nomenclature.resolver import Named, resolve  # noqa: E402

ELEMENTS = ROOT / "tests" / "renaksi" / "nomenclature" / "kemangkon_elements.csv"
PLANS = 7277


def main() -> None:
    """Print every figure."""
    show("load a kecamatan's part, cold", cold("kecamatan()"))
    show("load the whole catalogue, cold", cold("whole()"))
    plan = kemangkon()
    show(
        "resolve Kemangkon, warm", median(lambda: resolve(plan, organisation="Kecamatan Kemangkon"))
    )
    rng = random.Random(2022)
    for title, share in (("exact", 0.0), ("one name in ten with a slip", 0.1)):
        plans = [varied(rng, share) for _ in range(PLANS)]
        started = time.perf_counter()
        for each in plans:
            resolve(each)
        each_ms = (time.perf_counter() - started) / PLANS * 1000
        show(f"{PLANS} plans of all fields, {title}, each", each_ms)


def show(title: str, milliseconds: float) -> None:
    """One line of the table."""
    print(f"{title:<62} {milliseconds:8.3f} ms")


def median(act: Callable[[], object], runs: int = 200) -> float:
    """The median time of ``act`` in milliseconds, after one run that does not count."""
    act()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def cold(call: str) -> float:
    """The median time of one call in new processes, the import not counted."""
    code = (
        f"import sys, time; sys.path.insert(0, {str(ROOT / 'src')!r})\n"
        "from renaksi.nomenclature.catalogue import kecamatan, whole\n"
        f"started = time.perf_counter(); {call}; print(time.perf_counter() - started)"
    )
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(9)]
    return statistics.median(float(run.stdout) for run in runs) * 1000


def kemangkon() -> list[Named]:
    """The 45 elements of Kecamatan Kemangkon's plan of 2022."""
    with open(ELEMENTS, encoding="utf-8", newline="") as lines:
        return placed([(row["level"], row["name"]) for row in csv.DictReader(lines)])


def varied(rng: random.Random, share: float) -> list[Named]:
    """A plan of some office: its program penunjang and programs of its field, about 45 elements."""
    codes = catalogue.whole().codes
    field = rng.choice([code for code in codes if len(code) == 4 and code != catalogue.TEMPLATE])
    elements: list[tuple[str, str]] = []
    for program in catalogue.children(field)[:6]:
        elements.append((program.level, program.name))
        activities = catalogue.children(program.code)
        for activity in rng.sample(activities, min(3, len(activities))):
            elements.append((activity.level, f"Kegiatan {activity.name}"))
            lines = catalogue.children(activity.code)
            for line in rng.sample(lines, min(2, len(lines))):
                elements.append((line.level, f"Sub Kegiatan {line.name}"))
    return placed(
        [(level, slip(name, rng) if rng.random() < share else name) for level, name in elements]
    )


def placed(elements: list[tuple[str, str]]) -> list[Named]:
    """Elements with the nearest higher one before each as its parent."""
    above: dict[str, int] = {}
    named = []
    for index, (level, name) in enumerate(elements):
        parent = {"program": None, "activity": "program", "subactivity": "activity"}[level]
        named.append(Named(level, name, None, above.get(parent) if parent else None))  # type: ignore[arg-type]
        above[level] = index
    return named


def slip(name: str, rng: random.Random) -> str:
    """The name with one wrong letter."""
    place = rng.randrange(len(name))
    return name[:place] + rng.choice(string.ascii_lowercase) + name[place + 1 :]


if __name__ == "__main__":
    main()
