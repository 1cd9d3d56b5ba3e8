"""How long the nomenclature takes: loading it, the Kemangkon plan, and a nation of plans."""

from __future__ import annotations

import csv
import gzip
import itertools
import random
import statistics
import string
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.timing import machine, medians, milliseconds, table
from renaksi.nomenclature import catalogue, regions
from renaksi.nomenclature.names import key_of
from renaksi.nomenclature.resolver import Named, resolve

ROOT: Final = Path(__file__).resolve().parent.parent
ELEMENTS: Final = ROOT / "tests" / "renaksi" / "nomenclature" / "kemangkon_elements.csv"
SOURCE: Final = ROOT / "src" / "renaksi" / "nomenclature" / "data" / "nomenclature_kabkota.csv.gz"
ROUNDS: Final = 200
COLD_ROUNDS: Final = 9
PLANS: Final = 7277  # one for each kecamatan
OFFICE: Final = "Kecamatan Kemangkon"


def main() -> None:
    """Print what a process pays once, and what each plan costs."""
    plan = kemangkon()
    once = (
        ("a kecamatan's part", cold("catalogue.kecamatan()"), 0.005),
        ("the whole catalogue", cold("catalogue.whole()"), 0.040),
        ("the list of districts", cold(f"regions.find({OFFICE!r})"), 0.005),
        ("the source of the whole instead", read_source(), None),
    )
    each = (
        ("Kemangkon's 45 elements, warm", kemangkon_warm(plan), 0.0005),
        (f"{PLANS} plans of all fields", nation(0.0), 0.001),
        (f"{PLANS} plans, every tenth name with a slip", nation(0.1), 0.001),
    )
    for title, rows in ("Loading, once in a process", once), ("Resolving, each plan", each):
        table(
            f"{title} ({machine()})",
            ("what", "time", "reach"),
            ((what, milliseconds(time), (most and f"≤ {milliseconds(most)}") or "")
             for what, time, most in rows),
        )  # fmt: skip


def cold(call: str) -> float:
    """The median seconds of one call in new processes, imports not counted."""
    code = (
        "import time; from renaksi.nomenclature import catalogue, regions\n"
        f"start = time.perf_counter(); {call}; print(time.perf_counter() - start)"
    )
    taken = []
    for _ in range(COLD_ROUNDS):
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )
        taken.append(float(ended.stdout))
    return statistics.median(taken)


def read_source() -> float:
    """The median seconds of reading the CSV file and making its names comparable."""
    turns = itertools.count(1)

    def read() -> list[str]:
        blanks = " " * next(turns)  # another text each time, which no cache holds
        with gzip.open(SOURCE, "rt", encoding="utf-8", newline="") as lines:
            return [key_of(row["name"] + blanks) for row in csv.DictReader(lines)]

    return medians({"read": read}, 3)["read"]


def kemangkon_warm(plan: list[Named]) -> float:
    """The median seconds of resolving the one real plan again."""
    regions.find(OFFICE)
    return medians({"plan": lambda: resolve(plan, organisation=OFFICE)}, ROUNDS)["plan"]


def nation(share: float) -> float:
    """The mean seconds of a plan, over as many different plans as there are kecamatan."""
    rng = random.Random(2022)
    plans = [varied(rng, share) for _ in range(PLANS)]
    start = time.perf_counter()
    for plan in plans:
        resolve(plan)
    return (time.perf_counter() - start) / PLANS


def kemangkon() -> list[Named]:
    """The 45 elements of Kecamatan Kemangkon's plan of 2022."""
    with open(ELEMENTS, encoding="utf-8", newline="") as lines:
        return placed([(row["level"], row["name"]) for row in csv.DictReader(lines)])


def varied(rng: random.Random, share: float) -> list[Named]:
    """A plan of some office: its program penunjang and programs of its field, 35 elements or so."""
    codes = catalogue.whole().codes
    field = rng.choice([code for code in codes if len(code) == 4 and code != catalogue.TEMPLATE])
    lines: list[catalogue.Entry] = []
    for program in catalogue.children(field)[:6]:
        lines.append(program)
        for activity in some(rng, catalogue.children(program.code), 3):
            lines += (activity, *some(rng, catalogue.children(activity.code), 2))
    return placed(
        [
            (line.level, slip(rng, line.name) if rng.random() < share else line.name)
            for line in lines
        ]
    )


def some(
    rng: random.Random, lines: tuple[catalogue.Entry, ...], most: int
) -> list[catalogue.Entry]:
    """At most so many of the lines, any."""
    return rng.sample(lines, min(most, len(lines)))


def placed(elements: list[tuple[str, str]]) -> list[Named]:
    """Elements with the nearest higher one before each as its parent."""
    higher = {"activity": "program", "subactivity": "activity"}
    above: dict[str, int] = {}
    named = []
    for index, (level, name) in enumerate(elements):
        parent = above.get(higher.get(level, ""))
        named.append(Named(level, name, None, parent))  # type: ignore[arg-type]
        above[level] = index
    return named


def slip(rng: random.Random, name: str) -> str:
    """The name with one wrong letter."""
    place = rng.randrange(len(name))
    return name[:place] + rng.choice(string.ascii_lowercase) + name[place + 1 :]


if __name__ == "__main__":
    main()
