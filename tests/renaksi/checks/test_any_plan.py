"""Whatever plan comes, the rules end, speak both languages and name only what is there."""

from __future__ import annotations

from hypothesis import given, settings

from renaksi.checks import check
from renaksi.checks.gravest import gravest
from renaksi.model import Plan
from tests.renaksi.strategies import plans


@settings(max_examples=60, deadline=None)
@given(plans)
def test_any_plan_can_be_checked(plan: Plan) -> None:
    findings = check(plan)
    known = {element.id: element for element in plan.elements}
    for finding in findings:
        assert finding.message("id")
        assert finding.message("en")
        assert finding.element is None or finding.element in known
        if finding.indicator is not None:
            assert finding.indicator < len(known[finding.element or ""].indicators)
    for matter in gravest(findings):
        assert matter.sentence("id")
        assert matter.sentence("en")


@settings(max_examples=20, deadline=None)
@given(plans)
def test_checking_twice_finds_the_same(plan: Plan) -> None:
    assert check(plan) == check(plan)
