"""The plan of Kemangkon against a reading of the paper by hand, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.renaksi.variants.judge import Verdict, judge
from tests.renaksi.variants.readings import read
from tests.renaksi.variants.truth import Key, Truth, read_truth

CASES = Path(__file__).resolve().parents[2] / "cases"


@pytest.fixture(scope="module")
def truth() -> Truth:
    return read_truth(CASES / "kemangkon-2022.truth.txt")


@pytest.fixture(scope="module")
def plan() -> dict[str, Any]:
    return read((CASES / "kemangkon-2022.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lost(truth: Truth) -> set[Key]:
    """What the paper has lost, taken out of the truth so that nothing is forgiven."""
    lost = set(truth.lost)
    truth.lost.clear()
    return lost


@pytest.fixture(scope="module")
def verdict(truth: Truth, plan: dict[str, Any], lost: set[Key]) -> Verdict:
    assert lost
    return judge(truth, plan)


def test_every_cell_is_right(verdict: Verdict) -> None:
    assert [f for f in verdict.findings if f.outcome != "right but flagged"] == []


def test_every_fact_names_the_line_that_prints_it(verdict: Verdict) -> None:
    assert verdict.counts["place wrong"] == 0
    assert verdict.counts["place right"] >= 47 + 53 + 171


def test_what_the_paper_lost_is_doubted_and_nothing_else(verdict: Verdict, lost: set[Key]) -> None:
    doubted = {f.key for f in verdict.findings if f.outcome == "right but flagged"}
    numbers = {key for key in lost if key[2] == "number"}
    assert doubted - numbers == lost - numbers


def test_every_printing_of_an_element_is_kept(truth: Truth, plan: dict[str, Any]) -> None:
    for i, (element, read_element) in enumerate(zip(truth.elements, plan["elements"], strict=True)):
        lines = [place["line"] for place in read_element.get("sources", [read_element["source"]])]
        assert truth.lines[i, -1, "name"] <= set(lines), element.name


def test_a_heading_that_names_a_program_in_other_words_is_kept(
    truth: Truth, plan: dict[str, Any]
) -> None:
    support, *others = [
        (element, read_element.get("heading"))
        for element, read_element in zip(truth.elements, plan["elements"], strict=True)
        if element.level == "program"
    ]
    assert support[1] == support[0].heading
    assert all(heading in {None, element.heading} for element, heading in others)
