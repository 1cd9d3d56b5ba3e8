"""Two plans side by side: what is the same, and what became of the rest."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given

from renaksi.compare import ComparedElement, Comparison, compare
from renaksi.model import Cell, Element, Indicator, Organisation, Plan
from tests.renaksi.strategies import examples, plans


def cell(number: int | str) -> Cell:
    return Cell("set", Decimal(number), str(number))


def row(name: str | None, unit: str = "Persen", **targets: int | str) -> Indicator:
    return Indicator(name, unit=unit, targets={key: cell(value) for key, value in targets.items()})


PROGRAM = Element(
    "P1", "program", "Program Pembinaan Desa", parent="S1", code="7.01.06",
    indicators=(row("Persentase desa tertib", q1=25, q2=50, q3=75, q4=100),),
)  # fmt: skip
OBJECTIVE = Element("S1", "objective", "Meningkatnya kualitas pemerintahan desa", parent="T1")
GOAL = Element("T1", "goal", "Terwujudnya tata kelola yang baik")
ACTIVITY = Element(
    "K1", "activity", "Fasilitasi Pengelolaan Keuangan Desa", parent="P1",
    indicators=(row("Jumlah desa yang difasilitasi", "Desa", q1=5, q2=5, q3=5, q4=5),),
)  # fmt: skip
PLAN = Plan((GOAL, OBJECTIVE, PROGRAM, ACTIVITY), organisation=Organisation("Kecamatan A"))


def but(*elements: Element) -> Plan:
    """The plan with these elements in place of theirs."""
    new = {element.id: element for element in elements}
    return PLAN._replace(elements=tuple(new.get(each.id, each) for each in PLAN.elements))


def of(comparison: Comparison, id: str) -> ComparedElement:
    return next(e for e in comparison.elements if id in (e.a and e.a.id, e.b and e.b.id))


def fields(element: ComparedElement) -> list[str]:
    of_rows = [change.field for row in element.rows for change in row.changes]
    return [change.field for change in element.changes] + of_rows


@examples(40)
@given(plans)
def test_a_plan_is_the_same_as_itself(plan: Plan) -> None:
    found = compare(plan, plan)
    assert found.is_same
    assert found.apart == ()
    assert len(found.elements) == len(plan.elements)


@examples(40)
@given(plans, plans)
def test_nothing_of_either_plan_is_lost(a: Plan, b: Plan) -> None:
    found = compare(a, b)
    apart = {(each.name, each.side) for each in found.apart if each.what == "level"}
    bare = {(each.name, each.side) for each in found.apart if each.what == "indicators"}
    for side, plan in (("a", a), ("b", b)):
        told = [getattr(e, side).id for e in found.elements if getattr(e, side) is not None]
        assert sorted(told) == sorted(e.id for e in plan.elements if (e.level, side) not in apart)
        rows = [r for e in found.elements for r in e.rows if getattr(r, side)]
        spots = [(getattr(r, side).element.id, getattr(r, side).position) for r in rows]
        assert len(set(spots)) == len(spots)
        shown = [e for e in plan.elements if (e.level, side) not in apart]
        told_all = [e for e in shown if (e.level, side) not in bare]
        expected = {(e.id, n) for e in told_all for n in range(len(e.indicators))}
        # What the other plan lacks, a level or its indicators, tells an indicator only if it moved.
        moved = {spot for spot, r in zip(spots, rows, strict=True) if r.a and r.b} - expected
        assert set(spots) == expected | moved


def test_an_indicator_that_leaves_a_level_which_the_other_plan_lacks_has_moved() -> None:
    satisfaction = row("Indeks Kepuasan Masyarakat", "Angka", q4=86)
    before = but(GOAL._replace(indicators=(satisfaction,)))
    after = but(OBJECTIVE._replace(parent=None, indicators=(satisfaction,)))
    found = compare(before, after._replace(elements=after.elements[1:]))
    assert [(each.name, each.side) for each in found.apart] == [("goal", "a")]
    (told,) = of(found, "S1").rows
    assert (told.kind, [change.field for change in told.changes]) == ("changed", ["element"])


def test_an_indicator_that_goes_to_a_level_which_the_first_plan_lacks_has_moved() -> None:
    satisfaction = row("Indeks Kepuasan Masyarakat", "Angka", q4=86)
    before = but(OBJECTIVE._replace(parent=None, indicators=(satisfaction,)))
    after = but(GOAL._replace(indicators=(satisfaction,)))
    found = compare(before._replace(elements=before.elements[1:]), after)
    assert [(each.name, each.side) for each in found.apart] == [("goal", "b")]
    (told,) = of(found, "S1").rows
    assert (told.kind, [change.field for change in told.changes]) == ("changed", ["element"])


def test_a_changed_target_is_told_with_both_values() -> None:
    changed = PROGRAM._replace(
        indicators=(row("Persentase desa tertib", q1=25, q2=60, q3=75, q4=100),)
    )
    found = of(compare(PLAN, but(changed)), "P1")
    assert found.kind == "changed"
    (change,) = found.rows[0].changes
    assert (change.field, change.a, change.b) == ("targets.q2", cell(50), cell(60))


def test_a_dash_is_not_an_empty_cell() -> None:
    rest = {"q1": cell(25), "q3": cell(75), "q4": cell(100)}
    dashed = row("Persentase desa tertib")._replace(targets=rest | {"q2": Cell("not_scheduled")})
    empty = dashed._replace(targets=rest)
    before, after = (but(PROGRAM._replace(indicators=(each,))) for each in (dashed, empty))
    assert fields(of(compare(before, after), "P1")) == ["targets.q2"]


def test_another_way_of_writing_is_no_difference() -> None:
    loud = PROGRAM._replace(
        name="PROGRAM  PEMBINAAN DESA",
        indicators=(row("Persentase desa tertib.", "%", q1="25.0", q2=50, q3=75, q4=100),),
    )
    assert compare(PLAN, but(loud)).is_same


def test_an_official_code_outweighs_the_name() -> None:
    renamed = PROGRAM._replace(name="Program Penataan Kelembagaan")
    found = of(compare(PLAN, but(renamed)), "P1")
    assert (found.by, fields(found)) == ("code", ["name"])


def test_a_code_that_leaves_its_field_open_is_the_same_code() -> None:
    a = ACTIVITY._replace(code="7.01.01.2.01", name="Perencanaan")
    b = ACTIVITY._replace(code="X.XX.01.2.01", name="Penganggaran")
    assert of(compare(but(a), but(b)), "K1").by == "code"


def test_two_codes_are_two_things_however_alike_their_names() -> None:
    a = ACTIVITY._replace(code="7.01.01.2.01", name="Penyediaan jasa kebersihan kantor camat")
    b = ACTIVITY._replace(code="7.01.01.2.02", name="Penyediaan jasa keamanan kantor camat")
    kinds = [e.kind for e in compare(but(a), but(b)).elements]
    assert sorted(kinds) == ["added", "removed", "same", "same", "same"]


def test_a_name_alike_is_renamed_and_not_replaced() -> None:
    renamed = OBJECTIVE._replace(name="Meningkatnya kualitas tata pemerintahan desa")
    found = of(compare(PLAN, but(renamed)), "S1")
    assert (found.by, fields(found)) == ("likeness", ["name"])


def test_an_element_written_anew_is_known_by_its_indicators() -> None:
    renamed = ACTIVITY._replace(name="Pendampingan penyusunan APBDes")
    found = of(compare(PLAN, but(renamed)), "K1")
    assert (found.by, fields(found)) == ("indicators", ["name"])


def test_an_element_under_another_parent_is_moved() -> None:
    other = Element("P2", "program", "Program Ketertiban Umum", parent="S1")
    plan = PLAN._replace(elements=(*PLAN.elements, other))
    moved = plan._replace(
        elements=tuple(
            e._replace(parent="P2") if e.level == "activity" else e for e in plan.elements
        )
    )
    assert fields(of(compare(plan, moved), "K1")) == ["parent"]


def test_an_indicator_on_another_element_is_moved() -> None:
    moved = but(
        PROGRAM._replace(indicators=(*PROGRAM.indicators, *ACTIVITY.indicators)),
        ACTIVITY._replace(indicators=()),
    )
    found = compare(PLAN, moved)
    assert fields(of(found, "P1")) == ["element"]
    assert of(found, "K1").rows == ()


def test_an_agreement_says_nothing_of_activities_and_quarters() -> None:
    agreement = Plan(
        (
            OBJECTIVE._replace(parent=None),
            PROGRAM._replace(indicators=(row("Persentase desa tertib", year=100),)),
        ),
        kind="performance_agreement",
        organisation=PLAN.organisation,
    )
    found = compare(PLAN, agreement)
    assert [(each.what, each.name, each.side) for each in found.apart] == [
        ("level", "goal", "a"),
        ("level", "activity", "a"),
        *[("column", f"targets.{key}", "a") for key in ("q1", "q2", "q3", "q4")],
        ("column", "targets.year", "b"),
    ]
    assert found.is_same


def test_a_year_is_held_against_what_the_quarters_make() -> None:
    agreement = but(PROGRAM._replace(indicators=(row("Persentase desa tertib", year=90),)))
    agreement = agreement._replace(elements=agreement.elements[:3])
    (change,) = of(compare(PLAN, agreement), "P1").rows[0].changes
    assert (change.field, change.derived) == ("targets.year", "a")
    assert change.a == Cell("set", Decimal(100))


def test_a_budget_that_changed_is_told() -> None:
    a, b = ({"year": cell(n)} for n in ("100000000", "120000000"))
    found = compare(but(PROGRAM._replace(budget=a)), but(PROGRAM._replace(budget=b)))
    assert fields(of(found, "P1")) == ["budget.year"]


def test_plans_of_two_offices_are_strangers() -> None:
    assert compare(PLAN, PLAN._replace(organisation=Organisation("Kecamatan B"))).are_strangers
    assert not compare(PLAN, PLAN._replace(organisation=None)).are_strangers


def test_hundreds_of_names_that_share_nothing_are_still_compared_quickly() -> None:
    def many(word: str) -> Plan:
        names = (f"{word} {n} {word[::-1]} {n * 7919}" for n in range(600))
        return Plan(tuple(Element(f"K{n}", "activity", each) for n, each in enumerate(names)))

    found = compare(many("Pembangunan"), many("Rehabilitasi"))
    assert len(found.elements) >= 600


def test_what_an_agreement_does_not_state_is_no_difference() -> None:
    agreed = PROGRAM._replace(name="Pembinaan Desa", indicators=(), parent="S2")
    second = OBJECTIVE._replace(id="S2", number="2", name="Meningkatnya akuntabilitas")
    agreement = PLAN._replace(
        kind="performance_agreement", elements=(GOAL, OBJECTIVE, second, agreed)
    )
    plan = PLAN._replace(elements=(GOAL, OBJECTIVE, second, PROGRAM))
    found = compare(plan, agreement)
    assert [(each.what, each.name, each.side) for each in found.apart] == [
        ("indicators", "program", "a"), *(("column", f"targets.q{n}", "a") for n in (1, 2, 3, 4)),
        ("column", "unit", "a"),
    ]  # fmt: skip
    assert found.is_same


def test_a_figure_in_per_cent_states_its_unit() -> None:
    stated = row("Persentase desa tertib", "%", q4=100)
    figure = row("Persentase desa tertib")._replace(
        unit=None, targets={"q4": cell(100)._replace(text="100 %")}
    )
    other = row("Jumlah desa", "Desa", q4=3)
    before, after = (but(PROGRAM._replace(indicators=(each, other))) for each in (stated, figure))
    assert compare(before, after).is_same
