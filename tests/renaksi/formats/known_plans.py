"""Known plans through a format: written, read back through the interpretation, judged.

``python -m tests.renaksi.formats.known_plans docx --count 50 --findings``
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from random import Random
from typing import Any

from renaksi.interpret import read_bytes
from renaksi.plan_json import dumps
from tests.renaksi.formats import word_writer
from tests.renaksi.formats.papers import paper_of
from tests.renaksi.variants.judge import Verdict, judge
from tests.renaksi.variants.paper import Paper

Writer = Callable[[Paper, Random], bytes]
WRITERS: dict[str, Writer] = {"docx": word_writer.write}


def written(form: str, seed: int) -> tuple[Paper, bytes]:
    """The paper of ``seed`` and the file that it makes in a format."""
    paper = paper_of(seed)
    return paper, WRITERS[form](paper, Random(seed))


def judged(form: str, seed: int) -> Verdict:
    """The verdict on one plan in one format."""
    paper, data = written(form, seed)
    reading = read_bytes(data)[0]
    plan: dict[str, Any] = json.loads(dumps(reading.plan, reading.diagnostics))
    return judge(paper.truth, plan)


def verdicts(form: str, seeds: range) -> Verdict:
    """All verdicts together; of what is wrong or flagged, the seeds."""
    total = Verdict()
    for seed in seeds:
        verdict = judged(form, seed)
        total.merge(verdict)
        if verdict.wrong or verdict.counts["flagged"]:
            total.failing.append(f"{form} {seed}: {verdict.findings[0]}")
    return total


def main() -> int:
    """Print the counts of one format."""
    parser = argparse.ArgumentParser()
    parser.add_argument("form", choices=WRITERS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--keep", help="write the first file here")
    options = parser.parse_args()
    if options.keep:
        with open(options.keep, "wb") as file:
            file.write(written(options.form, options.seed)[1])
    total = verdicts(options.form, range(options.seed, options.seed + options.count))
    report = total.report()
    sys.stdout.write(f"{report}\nright {total.right_share:.3%} doubt {total.doubt_share:.2%}\n")
    return 0 if total.holds() else 1


if __name__ == "__main__":
    sys.exit(main())
