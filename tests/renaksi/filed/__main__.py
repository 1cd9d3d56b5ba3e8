"""``python -m tests.renaksi.filed [DOCUMENTS] [--aside] [--lines] [--write]``: how filed ones are read.

Documents that do not stand beside their truth are looked for in the folder DOCUMENTS, whose
``index.tsv`` says where each was published. Those put aside are measured on their own, and without a
word about single cells: whoever works on the reader looks at their figures alone. ``--write`` keeps
the figures that a test compares.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from tests.renaksi.filed.judge import OUTCOMES, verdict_on
from tests.renaksi.filed.truth import MEASURED, filed


def main() -> None:
    """Say a line for each document and their sum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--aside", action="store_true", help="those put aside, figures alone")
    parser.add_argument("--lines", action="store_true", help="each cell that is not right")
    parser.add_argument("--only", default="", help="documents whose name holds this")
    parser.add_argument("--write", action="store_true", help="keep the figures for the test")
    given = parser.parse_args()
    where = _index(given.documents) if given.documents else {}
    total: Counter[str] = Counter()
    measured: dict[str, Counter[str]] = {}
    _say(f"{'document':40}", *(f"{outcome:>8}" for outcome in OUTCOMES))
    for document in filed():
        path = document.path or where.get(document.published)
        if document.is_aside != given.aside or given.only not in document.name or path is None:
            continue
        verdict = verdict_on(document, path)
        total += verdict.counts
        measured[document.name] = verdict.counts
        _say_counts(document.name, verdict.counts)
        for line in verdict.lines if given.lines and not given.aside else ():
            _say(f"    {line}")
    _say_counts("all", total)
    if given.write:
        _keep(measured)


def _index(folder: Path) -> dict[str, Path]:
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t")
        return {line["published as"]: folder / line["file"] for line in lines}


def _keep(measured: dict[str, Counter[str]]) -> None:
    with MEASURED.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(("name", *OUTCOMES))
        for name, counts in measured.items():
            table.writerow((name, *(counts[outcome] for outcome in OUTCOMES)))


def _say_counts(name: str, counts: Counter[str]) -> None:
    _say(f"{name:40}", *(f"{counts[outcome]:8}" for outcome in OUTCOMES))


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")


if __name__ == "__main__":
    main()
