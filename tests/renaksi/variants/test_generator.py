"""The generator and the judge themselves: what they promise to the tests that trust them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.renaksi.variants.damage import OPERATORS
from tests.renaksi.variants.judge import judge
from tests.renaksi.variants.perfect import perfect
from tests.renaksi.variants.truth import QUARTERS, Truth, read_truth
from tests.renaksi.variants.variant import variant

CASES = Path(__file__).resolve().parents[2] / "cases"
LABELS = dict(zip(QUARTERS, ("TW I", "TW II", "TW III", "TW IV"), strict=True))


@pytest.fixture(scope="module")
def kemangkon() -> Truth:
    return read_truth(CASES / "kemangkon-2022.truth.txt")


@pytest.fixture(scope="module")
def paper() -> list[str]:
    return (CASES / "kemangkon-2022.txt").read_text(encoding="utf-8").split("\n")


def test_the_hand_written_truth_has_what_the_paper_has(kemangkon: Truth) -> None:
    levels = [element.level for element in kemangkon.elements]
    rows = [row for element in kemangkon.elements for row in element.rows]
    numbers = [v for row in rows for v in row.cells.values() if v.state == "set"]
    counts = [levels.count(level) for level in dict.fromkeys(levels)]
    assert (counts, len(rows), len(numbers)) == ([1, 1, 6, 12, 27], 53, 171)


def test_every_text_of_the_hand_written_truth_stands_on_its_line(
    kemangkon: Truth, paper: list[str]
) -> None:
    for i, element in enumerate(kemangkon.elements):
        for line in kemangkon.lines[i, -1, "name"]:
            assert f"{element.number}. {element.name}" in paper[line - 1]
        if element.heading:
            (line,) = kemangkon.lines[i, -1, "heading"]
            assert element.heading in paper[line - 1]
        for r, row in enumerate(element.rows):
            (line,) = kemangkon.lines[i, r, "name"]
            assert row.name is None or f"{row.number}. {row.name}" in paper[line - 1]
            assert row.unit is None or row.unit in paper[line - 1].split("\t")


def test_every_quarter_of_the_hand_written_truth_stands_beside_its_label(
    kemangkon: Truth, paper: list[str]
) -> None:
    for (i, r, field), lines in kemangkon.lines.items():
        if field in LABELS:
            text = re.escape(str(kemangkon.elements[i].rows[r].cells[field].text))
            for line in lines:
                pair = rf"\b{LABELS[field]}[\t ]{text}(?![^\t ])"
                assert re.search(pair, paper[line - 1]), (i, r, field)


def test_the_case_is_the_plan_that_is_shipped(paper: list[str]) -> None:
    shipped = CASES.parents[1] / "examples" / "kemangkon-2022.txt"
    assert shipped.read_text(encoding="utf-8").split("\n") == paper


def test_a_seed_always_gives_the_same_document() -> None:
    assert [variant(n).text for n in range(20)] == [variant(n).text for n in range(20)]


def test_every_variant_is_damaged_at_least_twice() -> None:
    assert all(len(variant(n).operators) >= 2 for n in range(200))


def test_every_operator_strikes() -> None:
    struck = {name for n in range(600) for name in variant(n).operators}
    assert struck == set(OPERATORS)


def test_a_perfect_reading_is_found_perfect() -> None:
    for n in range(100):
        verdict = judge(variant(n).truth, perfect(variant(n).truth))
        assert verdict.wrong == verdict.counts["flagged"] == 0
        assert verdict.holds()


def test_every_value_that_survives_is_printed_on_its_line() -> None:
    for n in range(100):
        made = variant(n)
        lines = made.text.replace("\r\n", "\n").split("\n")
        for (i, r, field), at in made.truth.lines.items():
            if i >= 0 and r >= 0 and field in QUARTERS:
                text = made.truth.elements[i].rows[r].cells[field].text or ""
                printed = " ".join(lines[line - 1] for line in at)
                assert all(word in printed for word in text.split())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Sub Kegiatan yang tidak ada"),
        ("level", "objective"),
        ("code", "9.99.99"),
        ("parent", "e0"),
        ("number", "99"),
    ],
)
def test_a_wrong_cell_of_an_element_is_found(field: str, value: str) -> None:
    made = variant(3)
    plan = perfect(made.truth)
    plan["elements"][-1][field] = value
    assert judge(made.truth, plan).wrong >= 1


def test_a_wrong_cell_counts_as_flagged_where_the_reading_doubts_it() -> None:
    made = variant(3)
    plan = perfect(made.truth)
    row = plan["elements"][-1]["indicators"][0]
    row["targets"]["q2"] = {"state": "set", "value": "31", "text": "3,1"}
    row["targets"]["q3"] = {"state": "set", "value": "32", "text": "3,2"}
    plan["diagnostics"] = [
        {
            "kind": "reading",
            "severity": "warning",
            "element": plan["elements"][-1]["id"],
            "indicator": 0,
            "cell": "q2",
        }
    ]
    counts = judge(made.truth, plan).counts
    assert (counts["flagged"], counts["wrong"]) == (1, 1)


def test_a_dash_read_as_zero_is_wrong() -> None:
    made = next(
        made
        for made in map(variant, range(50))
        if any(row.cells["q1"].state == "not_scheduled" for row in made.truth.elements[-1].rows)
    )
    plan = perfect(made.truth)
    for row in plan["elements"][-1]["indicators"]:
        if row["targets"]["q1"]["state"] == "not_scheduled":
            row["targets"]["q1"] = {"state": "set", "value": "0", "text": "-"}
    assert judge(made.truth, plan).wrong >= 1


def test_what_the_paper_does_not_hold_is_invented() -> None:
    made = variant(3)
    plan = perfect(made.truth)
    extra = {**plan["elements"][-1], "id": "x", "name": "Halaman 2", "indicators": []}
    plan["elements"].append(extra)
    plan["elements"][0]["indicators"].append(plan["elements"][-2]["indicators"][0])
    assert judge(made.truth, plan).counts["invented"] == 2
