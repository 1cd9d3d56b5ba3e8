"""Writes known documents in each format and layout, reads them back and prints the table.

``python -m tests.renaksi.formats.layouts --count 5 --forms docx,xlsx --layouts "K and Rp" --findings``
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.renaksi.formats.layouts import LAYOUTS, fits
from tests.renaksi.formats.layouts.judging import WRITERS, outcome, written
from tests.renaksi.variants.judge import Verdict


def run(form: str, layout: str, seeds: range, *, findings: int = 0) -> Verdict:
    """The verdict on the documents of some seeds in one format and layout."""
    total = Verdict()
    for seed in seeds:
        found = outcome(*written(form, layout, seed))
        total.merge(found)
        told = [f for f in found.findings if f.outcome != "right but flagged"]
        total.findings += found.findings
        if findings and told:
            sys.stdout.write(f"-- {form} · {layout} · {seed}: {dict(found.counts)}\n")
            sys.stdout.writelines(f"   {each}\n" for each in told[:findings])
    return total


def line(form: str, layout: str, count: int, verdict: Verdict) -> str:
    """One row of the table."""
    counts = verdict.counts
    shares = f"{verdict.right_share:.2%} | {counts['flagged']} | {verdict.wrong}"
    return f"| {form} | {layout} | {count} | {verdict.surviving} | {shares} | {verdict.doubt_share:.2%} |"


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=5)
    parser.add_argument("--forms", default=",".join(WRITERS))
    parser.add_argument("--layouts", default=",".join(LAYOUTS))
    parser.add_argument("--findings", type=int, default=0, help="so many of each document")
    parser.add_argument("--keep", type=Path, help="write the first file of each pair here")
    options = parser.parse_args()
    for layout in options.layouts.split(","):
        for form in options.forms.split(","):
            if not fits(form, layout):
                continue
            if options.keep:
                data = written(form, layout, options.seed)[1]
                (options.keep / f"{layout.replace(' ', '-')}.{form}").write_bytes(data)
            seeds = range(options.seed, options.seed + options.count)
            verdict = run(form, layout, seeds, findings=options.findings)
            sys.stdout.write(line(form, layout, options.count, verdict) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
