"""Known plans through a format: written, read back through the interpretation, judged.

``python -m tests.renaksi.formats.known_plans docx --count 50 --findings``
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

from renaksi.interpret import read_bytes
from renaksi.plan_json import dumps
from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.formats import excel_writer, flat_writers, old_writers, page_writer, word_writer
from tests.renaksi.formats.papers import Doc, doc_of, paper_of
from tests.renaksi.variants.borders import write as write_text
from tests.renaksi.variants.judge import Verdict, judge
from tests.renaksi.variants.paper import Paper, Table

Writer = Callable[[Doc, Random], bytes]
WRITERS: dict[str, Writer] = {
    "docx": word_writer.write,
    "xlsx": excel_writer.write,
    "xls": old_writers.write_xls,
    "ods": old_writers.write_ods,
    "csv": flat_writers.write_csv,
    "html": flat_writers.write_html,
    "pdf": page_writer.write,
}


def written(form: str, seed: int) -> tuple[Paper, bytes]:
    """The paper of ``seed`` and the file that it makes in a format."""
    paper, rng = paper_of(seed), Random(seed)
    return paper, WRITERS[form](doc_of(paper, rng), rng)


class Outcome(NamedTuple):
    """What became of one plan: its table cells, and its reading beside that of flattened text."""

    lost: list[str]
    read: Verdict
    as_text: Verdict


def outcome(form: str, seed: int) -> Outcome:
    """One plan in one format, read back and judged."""
    paper, data = written(form, seed)
    lost = lost_rows(paper, read_document(data, Limits()))
    return Outcome(lost, _verdict(paper, data), _verdict(paper, write_text(paper).encode()))


def _verdict(paper: Paper, data: bytes) -> Verdict:
    reading = read_bytes(data)[0]
    plan: dict[str, Any] = json.loads(dumps(reading.plan, reading.diagnostics))
    return judge(paper.truth, plan)


def lost_rows(paper: Paper, document: Document) -> list[str]:
    """Rows of the paper's tables that the document does not hold, cell for cell, in order."""
    lost = []
    rows = [_trimmed(row.cells) for row in document.rows]
    at = 0
    for block in paper.blocks:
        printed = block.rows if isinstance(block, Table) else [[piece] for piece in block.pieces]
        for pieces in printed:
            wanted = _trimmed([" ".join(piece.text.split()) for piece in pieces])
            if not wanted:
                continue
            if wanted in rows[at:]:
                at = rows.index(wanted, at) + 1
            else:
                lost.append(" | ".join(wanted))
    return lost


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells without blanks around them: a table may begin further right."""
    filled = [n for n, cell in enumerate(cells) if cell]
    return tuple(cells[filled[0] : filled[-1] + 1]) if filled else ()


class Total:
    """The outcomes of many plans in one format."""

    def __init__(self) -> None:
        self.lost: list[str] = []
        self.read = Verdict()
        self.as_text = Verdict()
        self.worse: list[str] = []

    def add(self, form: str, seed: int) -> None:
        """One more plan."""
        found = outcome(form, seed)
        self.lost += [f"{form} {seed}: {row}" for row in found.lost]
        self.read.merge(found.read)
        self.as_text.merge(found.as_text)
        text = {(finding.outcome, finding.key) for finding in found.as_text.findings}
        self.worse += [
            f"{form} {seed}: {finding}"
            for finding in found.read.findings
            if finding.outcome in {"wrong", "flagged", "invented"}
            and (finding.outcome, finding.key) not in text
        ]

    def report(self) -> str:
        """Counts, and the first things that went wrong."""
        shares = f"right {self.read.right_share:.3%}, as text {self.as_text.right_share:.3%}"
        counts = f"{len(self.lost)} rows lost, {len(self.worse)} cells worse than in text; {shares}"
        return "\n".join([counts, *self.lost[:12], *self.worse[:12]])


def totals(form: str, seeds: range) -> Total:
    """The outcomes of the plans of ``seeds``."""
    total = Total()
    for seed in seeds:
        total.add(form, seed)
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
    total = totals(options.form, range(options.seed, options.seed + options.count))
    sys.stdout.write(f"{total.report()}\n")
    return 1 if total.lost or total.worse else 0


if __name__ == "__main__":
    sys.exit(main())
