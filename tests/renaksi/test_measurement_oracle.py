"""The product against a slow, literal second reading of the rules, on random plans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renaksi.measure import Mean, Span, measure
from renaksi.model import LEVELS, Element, Indicator, Plan
from tests.renaksi import measurement_oracle as oracle
from tests.renaksi.measurement_oracle import Oracle, Reading, Rolled
from tests.renaksi.strategies import examples, measurable_plans, measurable_rows

quarters = st.integers(1, 4)


def reading(span: Span) -> Reading:
    return Reading(span.state, span.target, span.actual, span.raw, span.capped, span.missing)


def rolled(mean: Mean | None) -> Rolled | None:
    return mean and Rolled(mean.value, mean.counted, mean.of)


@examples(600)
@given(measurable_rows, quarters)
def test_every_span_is_as_a_literal_reading_has_it(indicator: Indicator, quarter: int) -> None:
    plan = Plan((Element("a", "goal", "a", indicators=(indicator,)),))
    spans = measure(plan, quarter).indicators[0].spans
    row = oracle.Row(indicator)
    for key in oracle.Q:
        assert reading(spans[key]) == oracle.quarter(row, key)
    assert reading(spans["to_date"]) == oracle.to_date(row, quarter)
    assert reading(spans["year"]) == oracle.year(row, quarter)


@examples(100)
@given(measurable_plans(), quarters)
def test_every_roll_up_is_as_a_literal_reading_has_it(plan: Plan, quarter: int) -> None:
    measurement = measure(plan, quarter)
    expected = Oracle(plan, quarter)
    for found in measurement.indicators:
        key = (found.row.element, found.row.position)
        assert reading(found.spans["to_date"]) == oracle.to_date(expected.read[key], quarter)
    for element in measurement.elements:
        assert rolled(element.own) == expected.own(element.element)
        assert rolled(element.children) == expected.children(element.element)
    for level in LEVELS:
        assert rolled(measurement.levels[level]) == expected.level(level)
