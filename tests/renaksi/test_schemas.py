"""The shipped JSON Schemas hold for everything that is written, and refuse what is not."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from renaksi.compare import compare, comparison_to_json
from renaksi.diagnostics import Diagnostic
from renaksi.measure import measure, measurement_to_json
from renaksi.model import Element, Plan
from renaksi.plan_json import dumps_many, to_json
from tests.renaksi.strategies import diagnostics, examples, measurable_plans, plans

NAMES = ("plan-1", "plans-1", "measurement-1", "comparison-1", "comparisons-1")


def schema(name: str) -> Any:
    return json.loads(files("renaksi").joinpath("schemas", f"{name}.json").read_text("utf-8"))


REGISTRY = Registry().with_resources(
    [(schema(name)["$id"], Resource.from_contents(schema(name))) for name in NAMES]
)


GOAL = Element("T1", "goal", "Terwujudnya tata kelola yang baik")


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), registry=REGISTRY)


PLAN, PLANS, MEASUREMENT, COMPARISON, COMPARISONS = (validator(name) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_schema_of_its_draft(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@examples(30)
@given(plans, st.lists(diagnostics, max_size=2))
def test_every_written_plan_follows_its_schema(plan: Plan, found: list[Diagnostic]) -> None:
    PLAN.validate(to_json(plan, found))


@examples(10)
@given(st.lists(plans, min_size=1, max_size=2))
def test_several_written_plans_follow_their_schema(several: list[Plan]) -> None:
    PLANS.validate(json.loads(dumps_many([(plan, ()) for plan in several])))


@examples(40)
@given(measurable_plans(), st.integers(1, 4), st.sampled_from(("id", "en")))
def test_every_measurement_follows_its_schema(plan: Plan, quarter: int, lang: Any) -> None:
    MEASUREMENT.validate(measurement_to_json(measure(plan, quarter), lang))


@examples(30)
@given(plans, plans)
def test_every_comparison_follows_its_schema(a: Plan, b: Plan) -> None:
    told = comparison_to_json(compare(a, b))
    COMPARISON.validate(told)
    COMPARISONS.validate({"schema": "renaksi/comparisons/1", "comparisons": [told, told]})


@pytest.mark.parametrize("change", [{"kind": "new"}, {"b": None}, {"changes": [{"field": "x"}]}])
def test_a_wrong_comparison_is_refused(change: dict[str, object]) -> None:
    told = comparison_to_json(compare(Plan((GOAL,)), Plan((GOAL,))))
    assert COMPARISON.is_valid(told)
    told["elements"][0] |= change
    assert not COMPARISON.is_valid(told)


def written(**cell: object) -> Any:
    """A plan whose only target cell is ``cell``."""
    empty = {"state": "missing", "value": None, "text": None}
    targets = {"q1": cell, "q2": empty, "q3": empty, "q4": empty, "year": empty}
    row = dict.fromkeys(("number", "name", "unit", "source"))
    row |= {"direction": "higher", "accumulation": "last", "confirm": [], "basis": {}}
    row |= {"targets": targets, "actuals": {}}
    element = dict.fromkeys(("number", "name", "code", "code_basis", "parent", "source"))
    element |= {"id": "a", "level": "goal", "indicators": [row]}
    return to_json(Plan(())) | {"elements": [element]}


def test_a_right_cell_passes() -> None:
    assert PLAN.is_valid(written(state="set", value="3.1", text="3,1"))


@pytest.mark.parametrize(
    "cell",
    [
        {"state": "set", "value": "3,1", "text": "3,1"},
        {"state": "set", "value": 3.1, "text": "3,1"},
        {"state": "set", "value": None, "text": "3,1"},
        {"state": "missing", "value": "0", "text": None},
        {"state": "zero", "value": None, "text": None},
        {"state": "missing"},
    ],
)
def test_a_wrong_cell_is_refused(cell: dict[str, object]) -> None:
    assert not PLAN.is_valid(written(**cell))


@pytest.mark.parametrize(
    "change",
    [{"state": "measured"}, {"state": "late"}, {"raw": "80"}, {"missing": ["q1"]}, {"target": 3}],
)
def test_a_wrong_span_is_refused(change: dict[str, object]) -> None:
    span = dict.fromkeys(("target", "actual", "raw", "capped", "band", "formula"))
    span |= {"state": "not_scheduled", "explanation": "…"}
    row = dict.fromkeys(("q1", "q2", "q3", "q4", "to_date", "year"), span)
    row |= {"element": "a", "index": 0}
    document = measurement_to_json(measure(Plan(()))) | {"indicators": [row]}
    assert MEASUREMENT.is_valid(document)
    row["year"] = span | change
    assert not MEASUREMENT.is_valid(document)
