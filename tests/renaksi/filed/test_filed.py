"""Filed documents are read as well as was measured, and their truths can be read by anyone."""

from __future__ import annotations

import csv

import pytest

from tests.renaksi.filed.judge import OUTCOMES, verdict_on
from tests.renaksi.filed.truth import MEASURED, Filed, amount, filed

_OPEN = [each for each in filed() if each.path is not None and not each.is_aside]


@pytest.mark.parametrize("document", _OPEN, ids=lambda each: each.name)
def test_a_filed_document_is_read_as_well_as_was_measured(document: Filed) -> None:
    with MEASURED.open(encoding="utf-8", newline="") as file:
        lines = {line["name"]: line for line in csv.DictReader(file, delimiter="\t")}
    before = {outcome: int(lines[document.name][outcome]) for outcome in OUTCOMES}
    assert document.path is not None
    verdict = verdict_on(document, document.path)
    assert verdict.counts["right"] >= before["right"], "\n".join(verdict.lines)
    silent = verdict.counts["wrong"] + verdict.counts["made up"]
    assert silent <= before["wrong"] + before["made up"], "\n".join(verdict.lines)


def test_every_truth_holds_cells_and_no_column_that_means_nothing() -> None:
    for document in filed():
        cells = [cell for row in document.rows for cell in row.cells]
        assert cells, document.name
        assert {cell.kind for cell in cells} <= {
            "unit", "targets", "actuals", "budget", "spending",
        }, document.name  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("546.343.572.00", "546343572"), ("531,280,692.00", "531280692"), ("12.000", "12000"),
        ("Rp. 496815000", "496815000"), ("98,00", "98"), ("4 Dokumen", "4"), ("1.58", "1.58"),
        ("200.000.000,-", "200000000"), ("100 %", "100"),
    ],
)  # fmt: skip
def test_the_judge_reads_figures_as_pages_print_them(text: str, number: str) -> None:
    found = amount(text)
    assert found is not None
    assert found == amount(number)
