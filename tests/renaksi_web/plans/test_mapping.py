"""A plan survives its way into rows and back, in a fixed number of queries."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction

from renaksi import model
from renaksi_web.plans import mapping
from renaksi_web.plans.models import Indicator, Plan, Series
from tests.renaksi_web.office import Office, indicator, plan_of, small_plan
from tests.renaksi_web.queries import queries


def test_a_plan_comes_back_as_it_was(office: Office) -> None:
    plan = small_plan()
    assert mapping.load(plan_of(office, plan)).plan == plan


def test_places_budgets_words_and_ratios_come_back(office: Office) -> None:
    place = model.Place(line=35, column=4)
    cell = model.Cell(
        "set", Decimal("83.3"), "83,3%", place, Decimal(5), Decimal(6), Decimal("0.9")
    )
    told = model.Indicator(
        None,
        unit="Persen",
        targets={"q1": cell, "year": model.Cell("text", text="WTP"), "m7": cell},
        actuals={"q1": cell},
        source=place,
        sources=(place, model.Place(page=2, box=(1.0, 2.5, 3.0, 4.0))),
        cap=None,
        weight=Decimal("1.50"),
        direction="lower",
        formula="inverse",
        scale=("WTP", "WDP"),
        across="average",
        confirm=("accumulation",),
        basis={"accumulation": "ragu"},
    )
    element = model.Element(
        "x", "goal", None, "1", "7.01", "nomenclature", 0.75, "7.01.x", None, place, (place,),
        "A. Tujuan", (told,), {"year": cell}, {"q1": cell},
    )  # fmt: skip
    plan = model.Plan((element,), year=2022)
    assert mapping.load(plan_of(office, plan)).plan == plan


def test_a_missing_target_has_no_row_and_a_dash_and_a_zero_have(office: Office) -> None:
    plan = model.Plan(
        (model.Element("x", "goal", "Nama", indicators=(indicator("I", 0, "-", None, 4),)),),
        year=2022,
    )
    loaded = mapping.load(plan_of(office, plan))
    told = loaded.plan.elements[0].indicators[0]
    assert told.target("q1").value == 0
    assert told.target("q2").state == "not_scheduled"
    assert told.target("q3") == model.MISSING
    assert loaded.indicators["x", 0].targets.count() == 3


def test_indicators_confirmed_to_be_the_same_share_a_series(office: Office) -> None:
    plan_of(office)
    assert (Indicator.objects.count(), Series.objects.count()) == (6, 5)


def test_a_proposal_to_be_the_same_shares_nothing_yet(office: Office) -> None:
    waiting = model.Plan(
        (
            model.Element("a", "program", "A", indicators=(indicator("I", 1),)),
            model.Element(
                "b", "activity", "B", parent="a",
                indicators=(indicator("I", 1, same_as=(("a", 0),), confirm=("same_as",)),),
            ),
        ),
        year=2022,
    )  # fmt: skip
    row = plan_of(office, waiting, status="draft")
    assert Series.objects.count() == 2
    assert mapping.load(row).plan == waiting


def test_actuals_are_put_in_by_series_and_shown_in_every_row_of_it(office: Office) -> None:
    row = plan_of(office)
    reported = model.Cell("set", Decimal(20), "20")
    series = Indicator.objects.get(element__key="k").series_id
    plan = mapping.load(row, {series: {"q1": reported}}).plan
    assert plan.element("p").indicators[0].actual("q1") == reported
    assert plan.element("k").indicators[0].actual("q1") == reported
    assert plan.element("a").indicators[0].actual("q1") == model.MISSING


def test_a_later_version_continues_the_series(office: Office) -> None:
    first = mapping.load(plan_of(office))
    series = {reference: row.series_id for reference, row in first.indicators.items()}
    later = Plan.objects.get()
    later.pk, later.year = None, 2023
    later.save()
    rows = mapping.store(first.plan, later, series)
    assert {reference: row.series_id for reference, row in rows.items()} == series
    assert Series.objects.count() == 5


@pytest.mark.parametrize("copies", [1, 30])
def test_loading_takes_three_queries_whatever_the_size(office: Office, copies: int) -> None:
    small = small_plan().elements
    elements = [
        e._replace(
            id=f"{e.id}{n}",
            parent=e.parent and f"{e.parent}{n}",
            indicators=tuple(i._replace(same_as=()) for i in e.indicators),
        )
        for n in range(copies)
        for e in small
    ]
    row = plan_of(office, model.Plan(tuple(elements), year=2022))
    with queries(3):
        mapping.load(row)


def test_several_plans_are_loaded_as_each_by_itself_for_the_same_three_queries(
    office: Office,
) -> None:
    rows = [plan_of(office, small_plan()), plan_of(office, small_plan()._replace(year=2023))]
    with queries(3):
        found = mapping.load_all([(row, mapping.NO_ACTUALS) for row in rows])
    assert [one.plan for one in found] == [mapping.load(row).plan for row in rows]


def test_some_series_are_loaded_with_the_elements_that_they_stand_on(office: Office) -> None:
    row = plan_of(office)
    [shared, alone] = [mapping.load(row).indicators[key, 0].series_id for key in ("p", "b")]
    with queries(2):
        found = mapping.load(row, only={shared, alone})
    assert [element.id for element in found.plan.elements] == ["p", "k", "b"]
    assert (
        found.plan.element("p").indicators[0] == mapping.load(row).plan.element("p").indicators[0]
    )


def test_a_plan_whose_parents_are_missing_stores_nothing(office: Office) -> None:
    orphan = model.Plan((model.Element("x", "goal", "Nama", parent="gone"),), year=2022)
    with pytest.raises(ValueError, match="parents"), transaction.atomic():
        plan_of(office, orphan)
    assert not Plan.objects.exists()
