"""Writing a draft: rows change, the record tells exactly what, and colleagues see each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from renaksi import model
from renaksi_web import clock
from renaksi_web.audit import selectors as audit
from renaksi_web.plans import mapping
from renaksi_web.plans.cells import typed_cell
from renaksi_web.plans.models import Element, Indicator, Plan, Series, Target
from renaksi_web.plans.official import offers, official
from renaksi_web.plans.services import editing, sameness
from renaksi_web.plans.splitting import split
from renaksi_web.refusals import Conflict, NotFound, Refused
from renaksi_web.tracking.models import Entry
from tests.renaksi_web.office import Office, plan_of
from tests.renaksi_web.queries import queries


@pytest.fixture
def plan(office: Office) -> Plan:
    return plan_of(office, status="draft")


def of(plan: Plan, key: str) -> Element:
    return plan.elements.get(key=key)


def save(office: Office, plan: Plan, indicator: Indicator, **typed: str) -> None:
    editing.save_indicator(
        by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk,
        seen=editing.seen_of(indicator), values={"name": indicator.name},
        targets={key: typed_cell(text) for key, text in typed.items()},
    )  # fmt: skip


def test_a_lost_target_is_filled_and_only_that_is_told(office: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    save(office, plan, indicator, q1="10", q2="10", q3="12,5", q4="10")
    assert mapping.load(plan).plan.element("b").indicators[0].target("q3").value == Decimal("12.5")
    story = audit.history(office.admin, indicator)[0]
    assert (story.before, story.after) == ({"q3": ""}, {"q3": "12,5"})
    plan.refresh_from_db()
    assert (plan.version, plan.changed_by) == (2, office.operator.user)


def test_a_dash_a_zero_and_nothing_are_three_things(office: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    save(office, plan, indicator, q1="-", q2="0", q3="", q4="")
    told = {target.cell: target.state for target in Target.objects.filter(indicator=indicator)}
    assert told == {"q1": "not_scheduled", "q2": "set"}


def test_a_target_that_did_not_change_keeps_its_place_and_its_words(
    office: Office, plan: Plan
) -> None:
    indicator = of(plan, "b").indicators.get()
    Target.objects.filter(indicator=indicator, cell="q1").update(text="10 orang", place={"line": 7})
    save(office, plan, indicator, q1="10", q2="11")
    q1, q2 = indicator.targets.filter(cell__in=["q1", "q2"]).order_by("cell")
    assert (q1.text, q1.place) == ("10 orang", {"line": 7})
    assert q2.value == Decimal(11)


def test_saving_settles_how_it_counts(office: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    indicator.confirm = ["accumulation", "same_as"]
    indicator.save()
    save(office, plan, indicator)
    indicator.refresh_from_db()
    assert indicator.confirm == ["same_as"]


def test_who_saw_an_older_indicator_is_told_and_nothing_is_overwritten(
    office: Office, plan: Plan
) -> None:
    indicator = of(plan, "b").indicators.get()
    seen = editing.seen_of(indicator)
    save(office, plan, indicator, q3="12")
    with pytest.raises(Conflict):
        editing.save_indicator(
            by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk, seen=seen,
            values={"name": "lain"}, targets={},
        )  # fmt: skip
    indicator.refresh_from_db()
    assert indicator.name == "Rapat"


def test_a_whole_cascade_is_written_from_nothing(office: Office, plan: Plan) -> None:
    parent: int | None = None
    for level in model.LEVELS:
        element = editing.add_element(
            by=office.operator, plan_id=plan.pk, level=level, parent_id=parent,
            values={"name": f"Baru {level}", "number": "1", "code": None},
        )  # fmt: skip
        parent = element.pk
    editing.add_indicator(
        by=office.operator, plan_id=plan.pk, element_id=element.pk,
        values={"name": "Jumlah baru", "unit": "Dokumen", "accumulation": "sum"},
        targets={"q1": typed_cell("3"), "q2": typed_cell("-"), "year": typed_cell("")},
    )  # fmt: skip
    last = mapping.load(plan).plan.elements[-1]
    assert (last.name, last.indicators[0].name) == ("Baru subactivity", "Jumlah baru")
    assert set(last.indicators[0].targets) == {"q1", "q2"}


@pytest.mark.parametrize(("level", "parent"), [("goal", "t"), ("program", "k"), ("activity", "a")])
def test_the_order_of_levels_holds(office: Office, plan: Plan, level: str, parent: str) -> None:
    with pytest.raises(Refused, match="higher level"):
        editing.add_element(
            by=office.operator, plan_id=plan.pk, level=level, parent_id=of(plan, parent).pk,
            values={"name": "x"},
        )  # fmt: skip


def test_elements_move_and_change_places(office: Office, plan: Plan) -> None:
    b = of(plan, "b")
    editing.move_element(
        by=office.operator, plan_id=plan.pk, element_id=b.pk, parent_id=of(plan, "p").pk
    )
    assert mapping.load(plan).plan.element("b").parent == "p"
    a, k = of(plan, "a"), of(plan, "k")
    b.refresh_from_db()
    editing.move_element(by=office.operator, plan_id=plan.pk, element_id=b.pk, parent_id=k.pk)
    editing.shift_element(by=office.operator, plan_id=plan.pk, element_id=b.pk, up=True)
    order = [e.id for e in mapping.load(plan).plan.elements]
    assert order.index("b") < order.index("a")
    with pytest.raises(Refused, match="first"):
        editing.shift_element(by=office.operator, plan_id=plan.pk, element_id=b.pk, up=True)
    with pytest.raises(Refused, match="last"):
        editing.shift_element(by=office.operator, plan_id=plan.pk, element_id=a.pk, up=False)


def test_an_element_goes_with_everything_below_it(office: Office, plan: Plan) -> None:
    editing.remove_element(by=office.operator, plan_id=plan.pk, element_id=of(plan, "p").pk)
    assert {e.id for e in mapping.load(plan).plan.elements} == {"t", "s"}
    assert Series.objects.count() == 2


def test_nothing_goes_on_which_actuals_were_reported(office: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    Entry.objects.create(
        organisation=office.organisation, series=indicator.series, year=2022, quarter="q1",
        author=office.operator.user, changed_at=clock.now(),
    )  # fmt: skip
    acts: list[tuple[Any, dict[str, Any]]] = [
        (editing.remove_indicator, {"indicator_id": indicator.pk}),
        (editing.remove_element, {"element_id": of(plan, "k").pk}),
        (editing.delete, {}),
    ]
    for act, what in acts:
        with pytest.raises(Refused, match="already reported"):
            act(by=office.operator, plan_id=plan.pk, **what)
    assert len(mapping.load(plan).plan.elements) == 6


def test_an_indicator_moves_to_another_element(office: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    editing.move_indicator(
        by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk,
        element_id=of(plan, "a").pk,
    )  # fmt: skip
    assert [i.name for i in mapping.load(plan).plan.element("a").indicators] == [
        "Dokumen Renja", "Rapat",
    ]  # fmt: skip


def test_rows_are_told_to_be_one_indicator_and_apart_again(office: Office, plan: Plan) -> None:
    a, b = of(plan, "a").indicators.get(), of(plan, "b").indicators.get()
    sameness.join(by=office.operator, plan_id=plan.pk, indicator_id=b.pk, other_id=a.pk)
    assert mapping.load(plan).plan.element("b").indicators[0].same_as == (("a", 0),)
    assert Series.objects.count() == 4
    for _ in range(2):
        sameness.join(by=office.operator, plan_id=plan.pk, indicator_id=b.pk, other_id=None)
        assert mapping.load(plan).plan.element("b").indicators[0].same_as == ()
        assert Series.objects.count() == 5


def test_a_row_with_actuals_stays_with_its_own(office: Office, plan: Plan) -> None:
    a, b = of(plan, "a").indicators.get(), of(plan, "b").indicators.get()
    Entry.objects.create(
        organisation=office.organisation, series=b.series, year=2022, quarter="q1",
        author=office.operator.user, changed_at=clock.now(),
    )  # fmt: skip
    with pytest.raises(Refused, match="already reported"):
        sameness.join(by=office.operator, plan_id=plan.pk, indicator_id=b.pk, other_id=a.pk)


def test_a_foreign_plan_is_not_there(stranger: Office, plan: Plan) -> None:
    indicator = of(plan, "b").indicators.get()
    with pytest.raises(NotFound):
        save(stranger, plan, indicator, q1="1")
    with pytest.raises(NotFound):
        editing.delete(by=stranger.operator, plan_id=plan.pk)


@pytest.mark.parametrize("copies", [0, 40])
def test_a_save_takes_a_fixed_number_of_queries(office: Office, plan: Plan, copies: int) -> None:
    for number in range(copies):
        Element.objects.create(
            plan=plan, key=f"x{number}", level="goal", position=100 + number, name="x"
        )
    indicator = of(plan, "b").indicators.get()
    seen = editing.seen_of(indicator)
    with queries(11):
        editing.save_indicator(
            by=office.operator, plan_id=plan.pk, indicator_id=indicator.pk, seen=seen,
            values={"name": "Rapat"}, targets={"q3": typed_cell("12")},
        )  # fmt: skip


@pytest.mark.parametrize(
    ("year", "accumulation", "whole", "quarters"),
    [
        ("10", "sum", True, ["2", "2", "3", "3"]),
        ("12", "sum", True, ["3", "3", "3", "3"]),
        ("100", "last", False, ["25", "50", "75", "100"]),
        ("10", "last", False, ["2.5", "5", "7.5", "10"]),
        ("10", "last", True, ["2", "5", "7", "10"]),
        ("3.1", "average", True, ["3.1", "3.1", "3.1", "3.1"]),
        ("0.5", "sum", True, ["0.12", "0.12", "0.13", "0.13"]),
    ],
)
def test_a_year_is_split_over_its_quarters(
    year: str, accumulation: str, whole: bool, quarters: list[str]
) -> None:
    parts = split(Decimal(year), accumulation, whole=whole)
    assert list(parts.values()) == [Decimal(part) for part in quarters]
    if accumulation == "sum":
        assert sum(parts.values()) == Decimal(year)


def test_official_lines_under_the_parent_come_first() -> None:
    found = offers("subactivity", "rapat koordinasi", "7.01.01.2.06", "Kecamatan Kemangkon")
    assert (found[0].code, found[0].under) == ("7.01.01.2.06.0009", True)
    assert found[0].name.startswith("Sub Kegiatan Penyelenggaraan Rapat Koordinasi")
    assert all(not offer.under for offer in found[1:])


def test_without_words_the_parents_lines_are_offered_and_goals_have_none() -> None:
    assert [o.under for o in offers("activity", "", "7.01.02", "Kecamatan Kemangkon")] == [True] * 4
    assert offers("goal", "apa saja", None, "Kecamatan Kemangkon") == []


def test_a_code_is_found_by_its_beginning_and_nonsense_is_not() -> None:
    assert offers("activity", "7.01.03", None, "Kecamatan Kemangkon")[0].code == "7.01.03.2.01"
    assert offers("activity", "zzzz", None, "Kecamatan Kemangkon") == []
    assert official("nonsense") is None
    assert official(None) is None


def test_what_is_added_or_shifted_later_is_listed_where_it_belongs(
    office: Office, plan: Plan
) -> None:
    goal = editing.add_element(
        by=office.operator, plan_id=plan.pk, level="goal", parent_id=None,
        values={"name": "Tujuan kedua"},
    )  # fmt: skip
    added = editing.add_element(
        by=office.operator, plan_id=plan.pk, level="subactivity", parent_id=of(plan, "k").pk,
        values={"name": "Sub kegiatan ketiga"},
    )  # fmt: skip
    listed = [element.id for element in mapping.load(plan).plan.elements]
    assert listed == ["t", "s", "p", "k", "a", "b", added.key, goal.key]
    editing.shift_element(by=office.operator, plan_id=plan.pk, element_id=added.pk, up=True)
    listed = [element.id for element in mapping.load(plan).plan.elements]
    assert listed == ["t", "s", "p", "k", "a", added.key, "b", goal.key]
