"""Roll-ups worked out by hand: elements, levels, the organisation and over organisations."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from renaksi.diagnostics import RenaksiError
from renaksi.measure import (
    DEFAULT,
    PERMENDAGRI_86_2017,
    Band,
    Bands,
    Mean,
    Settings,
    Together,
    measure,
    over_organisations,
    together,
)
from renaksi.model import Cell, Element, Indicator, Level, Plan
from tests.renaksi.test_measurement_cases import cell, indicator


def element(
    id: str, *rows: Indicator, level: Level = "program", parent: str | None = None
) -> Element:
    return Element(id, level, id, parent=parent, indicators=rows)


def percent(achieved: str, **options: Any) -> Indicator:
    """A row whose first quarter has achieved so many per cent."""
    return indicator("100", achieved, **options)


AWAITED = indicator("100", "?")
UNSCHEDULED = indicator("- 5", "?")
LOST = indicator("?", "?")


def own(*rows: Indicator, quarter: int = 1, settings: Settings = DEFAULT) -> Mean | None:
    return measure(Plan((element("a", *rows),)), quarter, settings).elements[0].own


def three(mean: Mean | None) -> tuple[Any, int, int] | None:
    return mean and (mean.value, mean.counted, mean.of)


def test_own_is_the_mean_of_measured_indicators() -> None:
    assert three(own(percent("80"), percent("95"))) == (Fraction("87.5"), 2, 2)


def test_own_uses_capped_achievements() -> None:
    assert three(own(percent("150"), percent("50"))) == (75, 2, 2)
    assert three(own(percent("150", cap=None), percent("50"))) == (100, 2, 2)


def test_own_is_weighted() -> None:
    heavy, light = percent("90", weight=Decimal(3)), percent("50", weight=Decimal(1))
    assert three(own(heavy, light)) == (80, 2, 2)


def test_weights_are_those_of_what_is_measured() -> None:
    late = indicator("100", "?", weight=Decimal(98))
    assert three(own(percent("90"), percent("50"), late)) == (70, 2, 3)


def test_indicators_without_any_weight_give_no_mean() -> None:
    assert three(own(percent("90", weight=Decimal(0)))) == (None, 1, 1)


def test_awaited_counts_in_of_alone() -> None:
    assert three(own(percent("80"), AWAITED)) == (80, 1, 2)


def test_of_leaves_out_only_what_is_not_scheduled_to_date() -> None:
    assert three(own(percent("80"), UNSCHEDULED)) == (80, 1, 1)
    assert three(own(percent("80"), UNSCHEDULED, quarter=2)) == (80, 1, 2)


def test_a_lost_target_must_not_vanish_from_of() -> None:
    assert three(own(percent("80"), LOST)) == (80, 1, 2)


def test_an_undefined_indicator_counts_in_of_alone() -> None:
    assert three(own(percent("80"), indicator("0", "3"))) == (80, 1, 2)


def test_incomplete_stays_out() -> None:
    row = indicator("50 50", "50 ?", accumulation="sum")
    assert three(own(percent("80"), row, quarter=2)) == (80, 1, 2)


def test_nothing_counted_has_no_value() -> None:
    assert own(AWAITED, LOST) == Mean(None, 0, 2, None)


def test_an_average_never_counts_the_missing_as_zero() -> None:
    assert three(own(percent("100"), AWAITED, LOST, UNSCHEDULED)) == (100, 1, 3)


def test_an_indicator_with_only_an_annual_target_enters_with_its_year() -> None:
    row = indicator("? ? ? ? 80", "20 40 60 76")
    assert three(own(row, quarter=3)) == (None, 0, 1)
    assert three(own(row, quarter=4)) == (95, 1, 1)


def test_an_annual_target_over_dashes_enters_with_its_year_too() -> None:
    row = indicator("- - - - 80", "? ? ? ? 76")
    assert three(own(row, quarter=2)) == (None, 0, 1)
    assert three(own(row, quarter=4)) == (95, 1, 1)


def test_an_indicator_with_a_quarter_target_enters_to_date() -> None:
    row = indicator("50 - - - 100", "50 ? ? ? 60")
    assert three(own(row, quarter=4)) == (100, 1, 1)


LATE = Settings(late_as_zero=True)


def test_what_is_late_may_count_as_zero() -> None:
    row = indicator("50 50", "50 ?", accumulation="sum")
    assert three(own(percent("90"), AWAITED, settings=LATE)) == (45, 2, 2)
    assert three(own(percent("80"), row, quarter=2, settings=LATE)) == (40, 2, 2)


def test_lost_undefined_and_unscheduled_are_never_late() -> None:
    rows = (percent("90"), LOST, UNSCHEDULED, indicator("0", "3"))
    assert three(own(*rows, settings=LATE)) == (90, 1, 3)


def test_an_annual_target_is_not_late_before_the_fourth_quarter() -> None:
    row = indicator("? ? ? ? 80", "?")
    assert three(own(percent("90"), row, quarter=3, settings=LATE)) == (90, 1, 2)
    assert three(own(percent("90"), row, quarter=4, settings=LATE)) == (45, 2, 2)


def test_what_is_excused_is_not_late() -> None:
    excused = LATE._replace(excused=frozenset({("a", 1)}))
    assert three(own(percent("90"), AWAITED, settings=excused)) == (90, 1, 2)
    assert three(own(percent("90"), AWAITED, AWAITED, settings=excused)) == (45, 2, 3)


def children(*elements: Element, of: str = "a", quarter: int = 1) -> Any:
    measured = measure(Plan(elements), quarter).elements
    return three(next(found.children for found in measured if found.element == of))


def test_children_is_the_plain_mean_of_the_childrens_own() -> None:
    assert children(
        element("a"),
        element("b", percent("100"), percent("60"), percent("50"), parent="a"),
        element("c", percent("90", weight=Decimal(9)), parent="a"),
    ) == (80, 2, 2)


def test_the_two_views_are_never_mixed() -> None:
    plan = Plan(
        (
            element("a", percent("10")),
            element("b", percent("40"), parent="a"),
            element("c", percent("90"), parent="b"),
        )
    )
    a, b, c = measure(plan, 1).elements
    assert (three(a.own), three(a.children)) == ((10, 1, 1), (40, 1, 1))
    assert (three(b.own), three(b.children)) == ((40, 1, 1), (90, 1, 1))
    assert (three(c.own), c.children) == ((90, 1, 1), None)


def test_a_child_without_indicators_brings_its_own_childrens_mean() -> None:
    assert children(
        element("a"),
        element("b", parent="a"),
        element("c", percent("70"), parent="b"),
        element("d", percent("90"), parent="b"),
        element("e", percent("60"), parent="a"),
    ) == (70, 2, 2)


def test_a_child_with_indicators_never_lends_its_childrens_mean() -> None:
    assert children(
        element("a"),
        element("b", AWAITED, parent="a"),
        element("c", percent("70"), parent="b"),
        element("d", percent("60"), parent="a"),
    ) == (60, 1, 2)


def test_of_leaves_out_children_with_nothing_scheduled() -> None:
    assert children(
        element("a"),
        element("b", UNSCHEDULED, parent="a"),
        element("c", parent="a"),
        element("d", parent="a"),
        element("e", UNSCHEDULED, parent="d"),
        element("f", percent("60"), parent="a"),
        element("g", LOST, parent="a"),
    ) == (60, 1, 2)


def test_views_that_do_not_exist_are_none() -> None:
    (found,) = measure(Plan((element("a"),))).elements
    assert (found.own, found.children) == (None, None)


def test_a_parent_may_stand_after_its_children() -> None:
    assert children(element("b", percent("60"), parent="a"), element("a")) == (60, 1, 1)


def test_a_very_deep_cascade_is_measured() -> None:
    chain = [
        element("a"),
        *(element(f"e{n}", parent=f"e{n - 1}" if n else "a") for n in range(5000)),
    ]
    chain.append(element("z", percent("60"), parent="e4999"))
    assert children(*chain) == (60, 1, 1)


def test_the_headline_is_over_all_indicators_of_the_objectives() -> None:
    plan = Plan(
        (
            element("g", percent("10"), level="goal"),
            element("o", percent("100"), percent("50"), level="objective"),
            element("p", percent("30", weight=Decimal(2)), AWAITED, level="objective"),
            element("q", percent("77"), level="program"),
        )
    )
    measurement = measure(plan, 1)
    assert three(measurement.organisation) == (Fraction(210, 4), 3, 4)
    levels = {level: three(mean) for level, mean in measurement.levels.items()}
    assert levels == {
        "goal": (10, 1, 1),
        "objective": (Fraction(210, 4), 3, 4),
        "program": (77, 1, 1),
        "activity": (None, 0, 0),
        "subactivity": (None, 0, 0),
    }


def same(first: str, second: str, third: str, actual: str = "90") -> Plan:
    """One indicator on a program and two activities; its actual is typed on the last."""
    program = indicator(first, "?", same_as=(("b", 0), ("c", 0)))
    return Plan(
        (
            element("a", program, level="program"),
            element("b", indicator(second, "?"), level="activity"),
            element("c", indicator(third, actual), level="activity"),
            element("d", percent("50"), level="activity"),
        )
    )


def test_rows_of_one_indicator_share_one_actual_and_keep_their_targets() -> None:
    spans = [found.spans["q1"] for found in measure(same("100", "90", "80"), 1).indicators[:3]]
    assert [(span.target, span.actual) for span in spans] == [(100, 90), (90, 90), (80, 90)]


def test_they_count_once_in_a_level_with_the_target_of_its_first_row() -> None:
    levels = measure(same("100", "120", "80"), 1).levels
    assert three(levels["program"]) == (90, 1, 1)
    assert three(levels["activity"]) == (Fraction(75 + 50, 2), 2, 2)


def test_the_first_row_of_the_level_decides_even_where_it_has_no_target() -> None:
    assert three(measure(same("100", "- 5", "80"), 1).levels["activity"]) == (50, 1, 2)
    assert three(measure(same("100", "- 5", "80", "?"), 1).levels["activity"]) == (50, 1, 1)


def test_sameness_is_passed_on_from_row_to_row() -> None:
    plan = Plan(
        (
            element("a", indicator("100", "70"), level="activity"),
            element("b", indicator("100", "?", same_as=(("a", 0),)), level="activity"),
            element("c", indicator("100", "?", same_as=(("b", 0),)), level="activity"),
        )
    )
    measurement = measure(plan, 1)
    assert [found.spans["q1"].actual for found in measurement.indicators] == [70, 70, 70]
    assert three(measurement.levels["activity"]) == (70, 1, 1)


def test_shared_actuals_are_shared_cell_by_cell() -> None:
    plan = Plan(
        (
            element("a", indicator("10 10", "- 7", same_as=(("b", 0),))),
            element("b", indicator("10 10", "9 ?")),
        )
    )
    for found in measure(plan, 2).indicators:
        assert [found.spans[key].actual for key in ("q1", "q2")] == [9, 7]


def test_each_element_still_has_its_own() -> None:
    found = measure(same("100", "90", "80"), 1).elements
    assert [three(element.own) for element in found[:3]] == [(90, 1, 1), (100, 1, 1), (100, 1, 1)]


def test_a_government_is_the_mean_over_its_organisations() -> None:
    plans = [
        Plan((element("o", *rows, level="objective"),))
        for rows in ([percent("100"), percent("50")], [percent("90")], [AWAITED], [UNSCHEDULED])
    ]
    headlines = [measure(plan, 1).organisation for plan in plans]
    mean = over_organisations(headlines, PERMENDAGRI_86_2017)
    assert three(mean) == (Fraction("82.5"), 2, 3)
    assert mean.band
    assert mean.band.key == "tinggi"


def test_a_ratio_over_organisations_is_the_ratio_of_the_sums() -> None:
    assert together([cell("1:2"), cell("9:10"), cell("?")]) == Together(Fraction(250, 3), 2, 3)


def test_an_organisation_without_a_base_does_not_spoil_the_ratio() -> None:
    assert together([cell("1:2"), cell("0:0")]) == Together(50, 2, 2)


def test_ratios_beside_other_values_are_put_together_as_declared() -> None:
    assert together([cell("1:2"), cell("90")]) == Together(None, 2, 2)
    assert together([cell("1:2"), cell("90")], "average") == Together(70, 2, 2)


@pytest.mark.parametrize(
    ("across", "value"), [("sum", 60), ("average", 30), ("max", 50), (None, None), ("last", None)]
)
def test_other_values_are_put_together_as_declared(across: Any, value: int | None) -> None:
    found = together([cell("10"), cell("50"), cell("-")], across)
    assert found == Together(value, 2, 3)


def test_nothing_reported_gives_no_value() -> None:
    assert together([cell("?"), cell("-")], "sum") == Together(None, 0, 2)


def test_bands_are_configuration() -> None:
    steps = (Band("baik", Decimal("85.5"), {"id": "Baik"}), Band("kurang", None, {"id": "Kurang"}))
    settings = Settings(Bands("Perbup 1/2024", steps))
    good, bad = own(percent("85.495"), settings=settings), own(percent("85.494"), settings=settings)
    assert good
    assert good.band == steps[0]
    assert bad
    assert bad.band == steps[1]


@pytest.mark.parametrize(
    ("actuals", "quarter"),
    [("?", 4), ("-", 4), ("5", 1), ("5 5 - -", 2), ("? ? ? 5", 4), ("? ? ? ? 5", 4)],
)
def test_the_default_quarter_is_the_last_with_an_actual_or_4(actuals: str, quarter: int) -> None:
    assert measure(Plan((element("a", indicator("1 1 1 1", actuals)),))).quarter == quarter


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_another_quarter_is_refused(quarter: int) -> None:
    with pytest.raises(RenaksiError) as refused:
        measure(Plan(()), quarter)
    assert str(quarter) in refused.value.message("id")


def test_an_empty_plan_has_nothing_to_measure() -> None:
    assert measure(Plan(())).organisation == Mean(None, 0, 0, None)


def test_a_cell_of_another_kind_is_not_a_quarter() -> None:
    row = Indicator(
        "x", targets={"m1": Cell("set", Decimal(5))}, actuals={"m1": Cell("set", Decimal(5))}
    )
    assert three(own(row)) == (None, 0, 1)
