"""Correcting what was read: steps on a sheet, and what stays open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from renaksi.interpret import interpret_text
from renaksi_web.plans.review.sheet import Sheet, plan_of, sheet_of
from renaksi_web.plans.review.steps import applied, replayed
from renaksi_web.plans.review.tasks import review
from renaksi_web.refusals import Refused
from tests.renaksi_web.paper import KEMANGKON, PAPER

PROGRAM, ACTIVITY, SUB = "P1", "P1.K1", "P1.K1.SK1"
LOST = f"{ACTIVITY}~0"
RAPAT = f"{SUB}~0"


def read(text: str = PAPER) -> tuple[Sheet, Any]:
    plan, found = interpret_text(text)
    return sheet_of(plan), found


def after(*steps: dict[str, Any]) -> Sheet:
    return replayed(read()[0], steps)


@pytest.mark.parametrize("text", [PAPER, KEMANGKON.read_text(encoding="utf-8")])
def test_a_sheet_without_corrections_means_the_plan_that_was_read(text: str) -> None:
    plan, _ = interpret_text(text)
    assert plan_of(sheet_of(plan))[0] == plan


def test_the_paper_leaves_three_things_to_decide() -> None:
    sheet, found = read()
    tasks = review(sheet, found, {}).tasks
    assert [fill.missing for fill in tasks.fills] == [("q2",)]
    assert [row.key for row in tasks.ways] == [RAPAT]
    assert [[row.key for row in q.rows] for q in tasks.same] == [[f"{PROGRAM}~0", LOST]]
    assert tasks.number == 3


def test_a_filled_target_is_no_question_any_more_and_keeps_the_rest() -> None:
    sheet, found = read()
    sheet = applied(sheet, {"do": "row", "row": LOST, "targets": {"q2": "50%"}})
    assert review(sheet, found, {}).tasks.fills == ()
    indicator = plan_of(sheet)[0].element(ACTIVITY).indicators[0]
    assert indicator.target("q2").value == Decimal(50)
    assert indicator.target("q1").place is not None


def test_what_was_left_with_a_reason_is_told_and_not_asked() -> None:
    sheet, found = read()
    key = review(sheet, found, {}).tasks.fills[0].findings[0].key
    now = review(sheet, found, {key: {"reason": "memang kosong"}})
    assert now.tasks.fills == ()
    assert [(f.key, reason) for f, reason in now.left] == [(key, "memang kosong")]


def test_dropping_a_row_answers_its_findings() -> None:
    sheet, found = read()
    tasks = review(applied(sheet, {"do": "drop_row", "row": LOST}), found, {}).tasks
    assert tasks.fills == ()
    assert tasks.same == ()


def test_rows_told_to_be_one_indicator_name_each_other() -> None:
    sheet, found = read()
    question = review(sheet, found, {}).tasks.same[0].key
    one = applied(sheet, {"do": "same", "answers": {question: "same"}})
    plan, _ = plan_of(one)
    assert plan.element(PROGRAM).indicators[0].same_as == ((ACTIVITY, 0),)
    assert review(one, found, {}).tasks.same == ()
    apart = applied(sheet, {"do": "same", "answers": {question: "apart"}})
    assert plan_of(apart)[0].element(PROGRAM).indicators[0].same_as == ()
    assert review(apart, found, {}).tasks.same == ()


def test_accumulation_told_is_sure() -> None:
    sheet = after({"do": "ways", "ways": {RAPAT: {"accumulation": "last"}}})
    indicator = plan_of(sheet)[0].element(SUB).indicators[0]
    assert (indicator.accumulation, indicator.confirm) == ("last", ())


def test_an_element_moves_with_what_is_below_it_and_only_upwards() -> None:
    sheet = after({"do": "move", "element": SUB, "parent": PROGRAM})
    assert plan_of(sheet)[0].element(SUB).parent == PROGRAM
    with pytest.raises(Refused, match="higher level"):
        after({"do": "move", "element": PROGRAM, "parent": SUB})


def test_a_split_indicator_gives_its_targets_to_the_one_chosen() -> None:
    step = {"do": "split_row", "row": RAPAT, "first": "A", "second": "B", "values": "second"}
    one, two = plan_of(after(step))[0].element(SUB).indicators
    assert (one.name, dict(one.targets)) == ("A", {})
    assert (two.name, two.target("q1").value) == ("B", Decimal(3))


def test_a_split_element_takes_the_named_rows_along() -> None:
    step = {"do": "split_element", "element": SUB, "first": "A", "second": "B", "rows": [RAPAT]}
    plan, _ = plan_of(after(step))
    assert plan.element(SUB).indicators == ()
    second = plan.element(f"{SUB}+2")
    assert (second.name, second.parent, len(second.indicators)) == ("B", ACTIVITY, 1)


def test_merged_rows_fill_each_others_gaps() -> None:
    sheet = after({"do": "merge_row", "row": f"{PROGRAM}~0", "into": LOST})
    plan, _ = plan_of(sheet)
    assert plan.element(PROGRAM).indicators == ()
    merged = plan.element(ACTIVITY).indicators[0]
    assert merged.name == "Persentase desa tertib administrasi"
    assert merged.target("q2").value == Decimal(50)


def test_merged_elements_keep_their_rows_and_children() -> None:
    sheet = after(
        {"do": "add_element", "level": "activity", "name": "Sisa", "parent": PROGRAM},
        {"do": "merge_element", "element": ACTIVITY, "into": "U+2"},
    )
    plan, _ = plan_of(sheet)
    assert plan.element(SUB).parent == "U+2"
    assert len(plan.element("U+2").indicators) == 1


def test_dropping_an_element_drops_what_is_below_it_but_never_the_whole_plan() -> None:
    plan, _ = plan_of(after({"do": "drop_element", "element": ACTIVITY}))
    assert [element.id for element in plan.elements] == [PROGRAM]
    with pytest.raises(Refused, match="whole plan"):
        after({"do": "drop_element", "element": PROGRAM})


def test_later_steps_still_find_their_rows_when_an_earlier_one_is_taken_back() -> None:
    drop = {"do": "drop_row", "row": f"{PROGRAM}~0"}
    fill = {"do": "row", "row": LOST, "targets": {"q2": "50"}}
    for steps in ([drop, fill], [fill]):
        indicator = plan_of(after(*steps))[0].element(ACTIVITY).indicators[0]
        assert indicator.target("q2").value == Decimal(50)


@pytest.mark.parametrize(
    "step",
    [
        {},
        {"do": "nonsense"},
        {"do": "row", "row": "gone"},
        {"do": "row", "row": RAPAT, "targets": {"q1": "1.234"}},
        {"do": "plan", "year": "1850"},
        {"do": "merge_row", "row": RAPAT, "into": RAPAT},
        {"do": "merge_element", "element": SUB, "into": PROGRAM},
        {"do": "split_row", "row": RAPAT, "first": "A", "second": " "},
        {"do": "add_element", "level": "nonsense", "name": "A"},
    ],
)
def test_a_step_without_sense_is_a_sentence(step: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        after(step)


def test_a_figure_that_reads_two_ways_names_both() -> None:
    with pytest.raises(Refused) as refused:
        after({"do": "row", "row": RAPAT, "targets": {"q1": "1.234"}})
    assert refused.value.message("id") == "1.234 bisa dibaca dua cara: tulis 1234 atau 1,2340."
