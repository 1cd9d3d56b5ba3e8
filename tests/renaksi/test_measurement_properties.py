"""What holds for every plan that is measured, whatever stands in it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from renaksi.measure import SPANS, IndicatorMeasure, Span, exact, measure, shown
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.quarter import QUARTERS
from tests.renaksi.strategies import examples, measurable_plans, measurable_rows, small

quarters = st.integers(1, 4)
fractions = st.fractions(max_denominator=10**6) | st.integers().map(Fraction)


def alone(row: Indicator, quarter: int) -> IndicatorMeasure:
    plan = Plan((Element("a", "program", "a", indicators=(row,)),))
    return measure(plan, quarter).indicators[0]


def spans(row: Indicator, quarter: int) -> dict[str, Span]:
    return dict(alone(row, quarter).spans)


def without_later(cells: Any, quarter: int) -> dict[str, Cell]:
    return {key: cell for key, cell in cells.items() if key in QUARTERS[:quarter]}


def numbers(value: Any) -> Any:
    """Everything inside ``value`` that is no container."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from numbers(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from numbers(inner)
    else:
        yield value


@examples(60)
@given(measurable_plans(), quarters)
def test_no_binary_float_appears_anywhere(plan: Plan, quarter: int) -> None:
    assert not any(isinstance(value, float) for value in numbers(measure(plan, quarter)))


@examples(100)
@given(measurable_rows, quarters)
def test_capped_lies_between_zero_and_the_cap(row: Indicator, quarter: int) -> None:
    for span in spans(row, quarter).values():
        if span.capped is not None and span.raw is not None:
            assert span.capped >= 0
            assert row.cap is None or span.capped <= row.cap
            assert span.capped in (span.raw, 0) or span.capped == row.cap


@examples(100)
@given(measurable_rows, quarters)
def test_only_measured_and_incomplete_spans_carry_a_number(row: Indicator, quarter: int) -> None:
    for span in spans(row, quarter).values():
        numbered = span.state in ("measured", "incomplete")
        results = (span.raw, span.capped, span.band)
        assert all((value is not None) == numbered for value in results)
        assert bool(span.missing) == (span.state == "incomplete")


# A later word of the scale would tell that the earlier ones are ranks.
unscaled_rows = measurable_rows.map(lambda row: row._replace(scale=()))


@examples(100)
@given(unscaled_rows, quarters)
def test_to_date_needs_only_the_first_quarters(row: Indicator, quarter: int) -> None:
    found = spans(row, quarter)
    assume(any(found[key].target is not None for key in QUARTERS[:quarter]))
    earlier = row._replace(
        targets=without_later(row.targets, quarter), actuals=without_later(row.actuals, quarter)
    )
    assert spans(earlier, quarter)["to_date"] == found["to_date"]


@examples(100)
@given(measurable_rows, st.integers(1, 3))
def test_the_year_as_of_a_quarter_knows_no_later_actual(row: Indicator, quarter: int) -> None:
    earlier = row._replace(actuals=without_later(row.actuals, quarter))
    assert spans(earlier, quarter)["year"] == spans(row, quarter)["year"]


@examples(100)
@given(measurable_rows)
def test_a_quarter_is_the_same_as_of_any_quarter(row: Indicator) -> None:
    seen = [[spans(row, quarter)[key] for key in QUARTERS] for quarter in (1, 2, 3, 4)]
    assert seen[0] == seen[1] == seen[2] == seen[3]


full = st.lists(small, min_size=4, max_size=4).map(
    lambda values: {key: Cell("set", value) for key, value in zip(QUARTERS, values, strict=True)}
)


@examples(100)
@given(measurable_rows, full, full)
def test_at_the_end_of_a_full_year_to_date_and_year_agree(
    row: Indicator, planned: Any, done: Any
) -> None:
    found = spans(row._replace(targets=planned, actuals=done), 4)
    assert found["to_date"].state in ("measured", "undefined")
    assert found["to_date"] == found["year"]


@examples(100)
@given(measurable_rows, quarters, st.sampled_from((Decimal(2), Decimal("0.1"), Decimal(1000))))
def test_the_unit_of_an_indicator_does_not_matter(
    row: Indicator, quarter: int, factor: Decimal
) -> None:
    assume(not row.scale)

    def scaled(cells: Any) -> dict[str, Cell]:
        return {
            key: cell._replace(
                value=cell.value and cell.value * factor,
                numerator=cell.numerator and cell.numerator * factor,
            )
            for key, cell in cells.items()
        }

    other = row._replace(targets=scaled(row.targets), actuals=scaled(row.actuals))
    for one, two in zip(spans(row, quarter).values(), spans(other, quarter).values(), strict=True):
        assert (one.state, one.raw, one.missing) == (two.state, two.raw, two.missing)


@examples(100)
@given(full, full, quarters)
def test_a_full_sum_is_the_sum_of_its_quarters(planned: Any, done: Any, quarter: int) -> None:
    row = Indicator("x", accumulation="sum", targets=planned, actuals=done)
    found = spans(row, quarter)
    parts = [found[key] for key in QUARTERS[:quarter]]
    assert found["to_date"].actual == sum(part.actual or 0 for part in parts)
    assert found["to_date"].target == sum(part.target or 0 for part in parts)


@examples(100)
@given(measurable_rows, quarters)
def test_meeting_every_target_is_100_per_cent(row: Indicator, quarter: int) -> None:
    met = {key: cell for key, cell in row.targets.items() if key in QUARTERS}
    planned = without_later(row.targets, 4)
    found = spans(row._replace(targets=planned, actuals=met), quarter)["to_date"]
    if found.raw is not None:
        assert found.raw == 100


@examples(60)
@given(measurable_plans(), quarters, st.randoms())
def test_the_order_of_unrelated_elements_does_not_matter(
    plan: Plan, quarter: int, random: Any
) -> None:
    assume(not any(row.same_as for element in plan.elements for row in element.indicators))
    mixed = list(plan.elements)
    random.shuffle(mixed)
    one, two = measure(plan, quarter), measure(Plan(tuple(mixed)), quarter)
    assert dict(one.levels) == dict(two.levels)
    assert sorted(one.elements, key=str) == sorted(two.elements, key=str)
    assert {(found.row.element, found.row.position): found.spans for found in one.indicators} == {
        (found.row.element, found.row.position): found.spans for found in two.indicators
    }


@examples(60)
@given(measurable_plans(), quarters)
def test_what_is_not_measured_never_enters_a_mean(plan: Plan, quarter: int) -> None:
    whole = measure(plan, quarter)
    counting = {
        (found.row.element, found.row.position): found.spans[found.counting].state
        for found in whole.indicators
    }
    assume(not any(row.same_as for element in plan.elements for row in element.indicators))
    kept = Plan(
        tuple(
            element._replace(
                indicators=tuple(
                    row
                    for position, row in enumerate(element.indicators)
                    if counting[element.id, position] == "measured"
                )
            )
            for element in plan.elements
        )
    )
    for level, mean in measure(kept, quarter).levels.items():
        assert mean.value == whole.levels[level].value
        assert mean.counted == mean.of == whole.levels[level].counted


@examples(60)
@given(measurable_plans(), quarters)
def test_a_mean_lies_among_what_it_counts(plan: Plan, quarter: int) -> None:
    measurement = measure(plan, quarter)
    capped = [found.spans[found.counting].capped for found in measurement.indicators]
    known = [value for value in capped if value is not None]
    for mean in measurement.levels.values():
        assert mean.counted <= mean.of
        if mean.value is not None:
            assert min(known) <= mean.value <= max(known)


@examples(100)
@given(fractions)
def test_an_exact_decimal_string_is_exact_or_has_at_least_six_places(value: Fraction) -> None:
    text = exact(value)
    if Fraction(text) != value:
        assert len(text.partition(".")[2]) >= 6
        assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**12)
        assert any(value.denominator % prime == 0 for prime in range(3, value.denominator + 1, 2)
                   if prime % 5)  # fmt: skip


@examples(100)
@given(fractions)
def test_what_is_shown_is_rounded_half_up_to_two_decimals(value: Fraction) -> None:
    text = shown(value, "id").replace(".", "").replace(",", ".")
    size = abs(value) * 100 + Fraction(1, 2)
    assert abs(Fraction(text)) == Fraction(size.numerator // size.denominator, 100)
    assert text.partition(".")[2] == text.partition(".")[2].rstrip("0")


def test_every_span_has_its_name() -> None:
    assert tuple(alone(Indicator("x"), 1).spans) == SPANS
