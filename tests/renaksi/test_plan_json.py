"""The plan's JSON: what is written is read back unchanged, and what is malformed is refused."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.diagnostics import Diagnostic, Unreadable, Words
from renaksi.model import Cell, Element, Indicator, Place, Plan
from renaksi.plan_json import dumps, dumps_many, loads, to_json
from tests.renaksi.strategies import RULES, diagnostics, examples, plans


def document(**changes: object) -> str:
    return json.dumps({"schema": "renaksi/plan/1", **changes})


def with_indicator(**fields: object) -> str:
    return document(elements=[{"id": "a", "level": "goal", "indicators": [fields]}])


def indicator(**fields: object) -> Indicator:
    ((plan, _),) = loads(with_indicator(**fields), {})
    return plan.elements[0].indicators[0]


@examples(60)
@given(plans, st.lists(diagnostics, max_size=3))
def test_a_plan_written_and_read_back_is_equal(plan: Plan, found: list[Diagnostic]) -> None:
    kept = tuple(diagnostic for diagnostic in found if diagnostic.rule.kind == "reading")
    assert loads(dumps(plan, found), RULES) == ((plan, kept),)


@examples(20)
@given(st.lists(plans, min_size=1, max_size=3))
def test_several_plans_keep_their_order(several: list[Plan]) -> None:
    text = dumps_many([(plan, ()) for plan in several])
    assert [plan for plan, _ in loads(text, RULES)] == several


@examples(20)
@given(plans)
def test_what_is_read_is_written_the_same_again(plan: Plan) -> None:
    text = dumps(plan)
    ((again, _),) = loads(text, RULES)
    assert dumps(again) == text


def test_the_example_of_the_specification_has_its_shape() -> None:
    plan = Plan(
        (
            Element(
                "t1",
                "goal",
                "Meningkatnya pelayanan",
                number="1",
                source=Place(line=35),
                indicators=(
                    Indicator(
                        "Indeks Kepuasan Masyarakat",
                        targets={
                            "q1": Cell("set", Decimal("25"), "25%", Place(35, 4)),
                            "q2": Cell("not_scheduled", None, "-"),
                            "q4": Cell("text", None, "WTP"),
                        },
                    ),
                ),
            ),
        ),
        year=2022,
    )
    written = to_json(plan, [Diagnostic(RULES["RD001"], {"what": "Satuan"}, "t1", 0, "unit")])
    assert written["schema"] == "renaksi/plan/1"
    assert written["organisation"] is None
    row = written["elements"][0]["indicators"][0]
    assert row["targets"] == {
        "q1": {
            "state": "set",
            "value": "25",
            "text": "25%",
            "source": {"line": 35, "column": 4},
        },
        "q2": {"state": "not_scheduled", "value": None, "text": "-"},
        "q3": {"state": "missing", "value": None, "text": None},
        "q4": {"state": "text", "value": None, "text": "WTP"},
        "year": {"state": "missing", "value": None, "text": None},
    }
    assert "cap" not in row
    assert written["diagnostics"] == [
        {
            "code": "RD001",
            "slug": "lost",
            "severity": "error",
            "kind": "reading",
            "message": "Satuan hilang",
            "element": "t1",
            "indicator": 0,
            "cell": "unit",
            "where": None,
            "params": {"what": "Satuan"},
        }
    ]


def test_messages_follow_the_language() -> None:
    found = [Diagnostic(RULES["RD001"], {"what": "Unit"})]
    assert to_json(Plan(()), found, "en")["diagnostics"][0]["message"] == "Unit lost"


def test_particulars_in_both_languages_are_read_back() -> None:
    found = (Diagnostic(RULES["RD001"], {"what": Words("Satuan", "Unit")}),)
    text = dumps(Plan(()), found)
    assert json.loads(text)["diagnostics"][0]["params"] == {"what": {"id": "Satuan", "en": "Unit"}}
    ((_, back),) = loads(text, RULES)
    assert back == found


@pytest.mark.parametrize("value", ["3.1", "0.10", "-2", "1250.75", "25", "100.00"])
def test_a_value_passes_unchanged(value: str) -> None:
    cell = indicator(targets={"q1": {"state": "set", "value": value, "text": "x"}}).target("q1")
    assert str(cell.value) == value


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ({"value": "25"}, Cell("set", Decimal(25))),
        ({"value": 3.1}, Cell("set", Decimal("3.1"))),
        ({"text": "25%"}, Cell("set", Decimal(25), "25%")),
        ({"text": "-"}, Cell("not_scheduled", None, "-")),
        ({"state": "not_scheduled"}, Cell("not_scheduled")),
        ({"state": "text", "value": None, "text": "WTP"}, Cell("text", None, "WTP")),
        (
            {"state": "set", "value": None, "numerator": "5", "denominator": "6"},
            Cell("set", numerator=Decimal(5), denominator=Decimal(6)),
        ),
        (
            {"numerator": "5", "denominator": "6"},
            Cell("set", numerator=Decimal(5), denominator=Decimal(6)),
        ),
        ({}, Cell("missing")),
        (None, Cell("missing")),
    ],
)
def test_a_cell_may_be_given_by_what_is_known(cell: object, expected: Cell) -> None:
    assert indicator(actuals={"q1": cell}).actual("q1") == expected


def test_what_is_left_out_has_its_default() -> None:
    assert indicator() == Indicator(None)


def test_an_absent_cap_is_100_and_null_is_none() -> None:
    assert indicator().cap == 100
    assert indicator(cap=None).cap is None
    assert indicator(cap="110").cap == 110


def test_unknown_keys_are_ignored() -> None:
    text = document(elements=[{"id": "a", "level": "goal", "colour": [1, {"x": 2.5}]}], more=1e5)
    assert loads(text, {})[0][0] == Plan((Element("a", "goal", None),))


def test_ids_pass_unchanged() -> None:
    text = document(elements=[{"id": " ü/1 ", "level": "goal"}])
    assert loads(text, {})[0][0].elements[0].id == " ü/1 "


def test_a_diagnostic_of_another_version_keeps_its_words() -> None:
    entry = {"code": "RD999", "kind": "reading", "severity": "error", "message": "Aneh {sekali}"}
    ((_, (found,)),) = loads(document(diagnostics=[entry]), RULES)
    assert found.message("id") == "Aneh {sekali}"
    assert (found.rule.code, found.rule.severity, found.rule.kind) == ("RD999", "error", "reading")


def test_a_diagnostic_without_its_particulars_keeps_its_words() -> None:
    entry = {"code": "RD001", "kind": "reading", "severity": "error", "message": "Satuan hilang"}
    ((_, (found,)),) = loads(document(diagnostics=[entry]), RULES)
    assert found.message("en") == "Satuan hilang"


def goals(*parents: str | None) -> str:
    return document(
        elements=[
            {"id": f"e{index}", "level": "goal", "parent": parent}
            for index, parent in enumerate(parents)
        ]
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "baris 1"),
        ("{", "baris 1"),
        ('{"a": 1,\n "b" 2}', "baris 2"),
        ("[]", "bukan rencana yang ditulis Renaksi"),
        ("null", "bukan rencana yang ditulis Renaksi"),
        ("{}", "schema"),
        ('{"schema": "renaksi/plan/2"}', "schema"),
        ('{"schema": "renaksi/plans/1", "plans": []}', "plans"),
        ('{"schema": "renaksi/plans/1", "plans": [3]}', "plans[0]"),
        ('{"schema": "renaksi/plans/1", "plans": [{"schema": "x"}]}', "plans[0].schema"),
        ('{"schema": "renaksi/plans/1", "plans": [{"year": "x"}]}', "plans[0].year"),
        ('{"schema": "renaksi/plan/1", "a": 1, "a": 2}', "“a”"),
        ('{"schema": "renaksi/plan/1", "a": NaN}', "“NaN”"),
        ('{"schema": "renaksi/plan/1", "year": Infinity}', "“Infinity”"),
        ('{"schema": "renaksi/plan/1", "year": ' + "9" * 5000 + "}", "year"),
        ('{"schema": "renaksi/plan/1", "title": ' + "[" * 100_000 + "}", "terlalu dalam"),
        ('{"schema": "renaksi/plan/1", "title": "\\ud800"}', "title"),
        (document(elements={}), "elements"),
        (document(elements=[1]), "elements[0]"),
        (document(elements=[{"level": "goal"}]), "elements[0].id"),
        (document(elements=[{"id": 1, "level": "goal"}]), "elements[0].id"),
        (document(elements=[{"id": "a"}]), "elements[0].level"),
        (document(elements=[{"id": "a", "level": "tujuan"}]), "elements[0].level"),
        (document(elements=[{"id": "a", "level": "goal"}] * 2), "elements[1].id"),
        (document(organisation={"code": "33"}), "organisation.name"),
        (document(diagnostics=[{}]), "diagnostics[0].code"),
        (goals(None, "e9"), "elements[1].parent"),
        (goals("e0"), "elements[0].parent"),
        (goals("e1", "e2", "e0"), "elements[0].parent"),
        (goals(None, "e0", "e3", "e2"), "elements[2].parent"),
        (with_indicator(direction="up"), "elements[0].indicators[0].direction"),
        (with_indicator(accumulation="mean"), "elements[0].indicators[0].accumulation"),
        (with_indicator(cap="-1"), "elements[0].indicators[0].cap"),
        (with_indicator(weight="berat"), "elements[0].indicators[0].weight"),
        (with_indicator(weight="-1"), "elements[0].indicators[0].weight"),
        (with_indicator(scale=["A", "A"]), "elements[0].indicators[0].scale"),
        (with_indicator(scale=["A", None]), "elements[0].indicators[0].scale[1]"),
        (with_indicator(same_as={"element": "b"}), "elements[0].indicators[0].same_as"),
        (
            with_indicator(same_as=[{"element": "a", "index": 4}]),
            "elements[0].indicators[0].same_as",
        ),
        (with_indicator(targets={"q2": "25"}), "elements[0].indicators[0].targets.q2"),
        (with_indicator(targets={"q2": {"state": "ok"}}), "indicators[0].targets.q2.state"),
        (with_indicator(targets={"q2": {"state": "set"}}), "indicators[0].targets.q2"),
        (
            with_indicator(targets={"q2": {"state": "missing", "value": "1"}}),
            "indicators[0].targets.q2",
        ),
        (with_indicator(source={"line": -1}), "elements[0].indicators[0].source.line"),
        (with_indicator(source={"box": [1, 2]}), "elements[0].indicators[0].source.box"),
    ],
)
def test_what_is_malformed_is_refused_by_its_path(text: str, path: str) -> None:
    with pytest.raises(Unreadable) as refused:
        loads(text, RULES)
    assert path in refused.value.message("id")
    assert refused.value.message("en") != refused.value.message("id")


@pytest.mark.parametrize(
    "value",
    [
        '"3,1"', '"25%"', '"1_000"', '" 1"', '"٣"', '"NaN"', '"Infinity"', '""', '"1e"', "true",
        '"1e999999999"', "1e999999999", '"1e99999999999999999999"', "1e99999999999999999999",
        '"1e-999999999"', "[]", "{}", '"' + "9" * 5000 + '"', '"0x10"', '"--1"',
    ],
)  # fmt: skip
def test_a_value_that_is_no_decimal_is_refused(value: str) -> None:
    text = with_indicator(targets={"q2": {"value": "?"}}).replace('"?"', value)
    with pytest.raises(Unreadable, match=r"elements\[0\]\.indicators\[0\]\.targets\.q2\.value"):
        loads(text, RULES)


def test_a_cascade_of_any_depth_is_read() -> None:
    ((plan, _),) = loads(goals(None, *[f"e{n}" for n in range(20_000)]), {})
    assert len(plan.elements) == 20_001
