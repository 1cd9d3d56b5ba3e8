"""The workflow's one table, and what was reported as the plan sees it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from renaksi.model import Cell
from renaksi_web import clock
from renaksi_web.accounts.policy import POLICY
from renaksi_web.plans.models import Indicator
from renaksi_web.plans.selectors import loaded
from renaksi_web.tracking import selectors
from renaksi_web.tracking.models import Entry
from renaksi_web.tracking.transitions import TRANSITIONS, steps_from
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.queries import queries


def entry(office: Office, element: str, **fields: object) -> Entry:
    told = {"cell_state": "set", "value": Decimal("12.50"), "text": "12,50"} | fields
    return Entry.objects.create(
        organisation=office.organisation,
        series_id=Indicator.objects.get(element__key=element).series_id,
        year=2022,
        quarter="q1",
        author=office.operator.user,
        changed_at=clock.now(),
        **told,
    )


def test_every_step_is_an_act_of_the_policy_and_leads_to_a_known_state() -> None:
    for name, step in TRANSITIONS.items():
        assert name in POLICY
        assert step.start <= set(Entry.State.values)
        assert step.end in Entry.State.values


def test_every_state_but_a_draft_is_reached_and_every_state_can_be_left() -> None:
    reached = {step.end for step in TRANSITIONS.values()}
    assert reached == set(Entry.State.values)
    assert all(steps_from(state) for state in Entry.State.values)


def test_what_is_sent_back_or_reopened_needs_a_reason_and_nothing_else_does() -> None:
    assert {n for n, step in TRANSITIONS.items() if step.needs_reason} == {
        "entry.return",
        "entry.reopen",
    }


def test_checking_and_approving_are_never_for_ones_own_work() -> None:
    assert [n for n in TRANSITIONS if not POLICY[n].own] == ["entry.verify", "entry.approve"]


def test_what_was_reported_stands_in_every_row_of_its_series(office: Office) -> None:
    row = plan_of(office)
    entry(office, "p")
    actuals = selectors.actuals(office.pimpinan, 2022)
    plan = loaded(office.pimpinan, row, actuals).plan
    reported = Cell("set", Decimal("12.50"), "12,50")
    assert plan.element("p").indicators[0].actual("q1") == reported
    assert plan.element("k").indicators[0].actual("q1") == reported


def test_a_plan_with_its_actuals_takes_four_queries(office: Office) -> None:
    row = plan_of(office)
    entry(office, "a")
    with queries(4):
        loaded(office.operator, row, selectors.actuals(office.operator, 2022))


def test_states_and_another_office_limit_what_is_seen(office: Office, sibling: Office) -> None:
    plan_of(office)
    entry(office, "a")
    assert selectors.actuals(office.operator, 2022, states=["approved"]) == {}
    assert selectors.actuals(sibling.operator, 2022) == {}
    assert selectors.actuals(office.operator, 2023) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"cell_state": "set", "value": None},
        {"cell_state": "not_scheduled"},
        {"state": "submitted"},
        {"state": "approved"},
        {"quarter": "q5"},
    ],
)
def test_the_database_refuses_an_entry_that_makes_no_sense(
    office: Office, wrong: dict[str, object]
) -> None:
    plan_of(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry(office, "a").pk).update(**wrong)


def test_one_series_has_one_entry_for_each_quarter(office: Office) -> None:
    plan_of(office)
    entry(office, "p")
    with pytest.raises(IntegrityError), transaction.atomic():
        entry(office, "k")
