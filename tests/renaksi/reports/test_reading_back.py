"""What an official document prints of a plan is read from it again: elements, indicators, figures.

No form but the paired Rencana Aksi holds a whole plan. Each other is asked for what it prints: a
quarter's measurement holds that quarter and the year, Formulir E.81 everything but goals and
quarterly targets, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest

from renaksi.measure import IndicatorMeasure, measure
from renaksi.model import MISSING, Cell, Element, Indicator, Plan
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Choices
from renaksi.reports.money import Money
from renaksi.reports.results import Results
from renaksi.reports.wording import decimal
from tests.renaksi.reports.paper import again, build, seed
from tests.renaksi.reports.year import YEAR

FORMATS = ("docx", "xlsx", "pdf")
WORK = ("program", "activity", "subactivity")
Figures = dict[str, object]


class Held(NamedTuple):
    """What a document prints: levels, and of each which indicators, figures and money."""

    levels: tuple[str, ...]
    rows_of: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    actuals: tuple[str, ...] = ()
    budgets_of: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    parents: bool = True


QUARTERS = ("q1", "q2", "q3", "q4")
ALL = ("goal", "objective", *WORK)
HELD = {
    "rencana-aksi": Held(("objective", *WORK), ("objective",), QUARTERS, (), ("subactivity",)),
    "pengukuran-triwulan": Held(ALL, ALL, ("q4", "year"), ("q4",), WORK, ("year",)),
    "pengukuran-tahunan": Held(
        ("objective", "program"),
        ("objective",),
        ("year",),
        ("year",),
        ("program",),
        ("year",),
        parents=False,
    ),
    "perjanjian-kinerja": Held(
        ("objective", "program"), ("objective",), ("year",), (), ("program",), parents=False
    ),
    "evaluasi-renja": Held(
        ("objective", *WORK),
        WORK,
        ("medium_term", "year"),
        ("before", *QUARTERS, "year"),
        WORK,
        (*QUARTERS, "year"),
    ),
    "iku": Held(("goal", "objective"), ("goal", "objective"), parents=False),
}


def figures(cells: Callable[[str], Cell], keys: tuple[str, ...]) -> Figures:
    """Figures by key; what is not there has no entry, and a dash is a dash."""
    found = {key: cells(key) for key in keys}
    return {
        key: cell.value if cell.state == "set" else (cell.state, cell.text)
        for key, cell in found.items()
        if cell.state != "missing" and (cell.state != "not_scheduled" or key in QUARTERS)
    }


class Printed:
    """The plan as the documents compute it: the year's figures, and money summed up the cascade."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.cascade = plan, Cascade(plan)
        self.results, self.money = Results(measure(plan, 4)), Money(self.cascade)

    def told(self, held: Held) -> list[object]:
        """What a document with this much of the plan says, element by element."""
        return [self.element(one, held) for one in self.plan.elements if self.holds(one, held)]

    def holds(self, element: Element, held: Held) -> bool:
        """An element without indicators stands in no table of indicators alone."""
        alone = held.levels == held.rows_of and not held.budgets_of
        return element.level in held.levels and bool(element.indicators or not alone)

    def element(self, element: Element, held: Held) -> object:
        parent = self.cascade.by_id.get(element.parent or "")
        shown = parent is not None and held.parents and parent.level in held.levels
        rows = list(self.rows(element, held)) if element.level in held.rows_of else []
        money = self.spent(element, held) if element.level in held.budgets_of else None
        return element.level, element.name, parent.name if shown and parent else None, rows, money

    def spent(self, element: Element, held: Held) -> object:
        """The ceiling, and what was spent by key."""
        year = {"year": self.money.spending(element)} if "year" in held.spent else {}
        keys = [key for key in held.spent if key != "year"]
        return self.money.budget(element), {
            **{key: self.money.spending_of(element, key) for key in keys}, **year
        }  # fmt: skip

    def rows(self, element: Element, held: Held) -> Iterator[object]:
        for place, row in enumerate(element.indicators):
            span = self.results.row(element, place)
            yield row.name, row.unit, self.targets(row, span, held), self.actuals(row, span, held)

    def targets(self, row: Indicator, found: IndicatorMeasure, held: Held) -> Figures:
        keys = tuple(key for key in held.targets if key != "year")
        year = found.spans["year"].target
        known = {"year": decimal(year)} if "year" in held.targets and year is not None else {}
        return figures(row.target, keys) | known

    def actuals(self, row: Indicator, found: IndicatorMeasure, held: Held) -> Figures:
        keys = tuple(key for key in held.actuals if key not in ("year", "before"))
        year = found.spans["year"].actual
        known = {"year": decimal(year)} if "year" in held.actuals and year is not None else {}
        if "before" in held.actuals and (before := _before(row)) is not None:
            known["before"] = before
        return figures(row.actual, keys) | known


def _before(row: Indicator) -> Decimal | None:
    """What was reached before this year: as it is stated, else the mean of single years."""
    if row.actual("before").value is not None:
        return row.actual("before").value
    years = [c.value for k, c in row.actuals.items() if k.startswith("y") and c.value is not None]
    return sum(years, Decimal(0)) / len(years) if years else None


def read(plan: Plan, held: Held) -> list[object]:
    """The same of a plan that was read: what stands in it, and nothing computed."""
    names = {element.id: element for element in plan.elements}
    found: list[object] = []
    for element in plan.elements:
        parent = names.get(element.parent or "")
        rows = [
            (row.name, row.unit, figures(row.target, held.targets), figures(row.actual, held.actuals))
            for row in element.indicators
        ]  # fmt: skip
        shown = parent.name if parent and held.parents else None
        money: object = None
        if element.level in held.budgets_of:
            spent = {key: element.spending.get(key, MISSING).value for key in held.spent}
            money = element.budget.get("year", MISSING).value, spent
        found.append((element.level, element.name, shown, rows, money))
    return found


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", HELD)
def test_what_a_document_prints_is_read_from_it_again(name: str, format: str) -> None:
    choices = Choices("f4", "columns") if name == "rencana-aksi" else Choices()
    found = again(build(name, YEAR, quarter=4, choices=choices), format)
    assert YEAR.organisation is not None
    assert found.year == YEAR.year
    assert found.organisation is not None
    # An agreement knows the government too, from its letterhead.
    assert found.organisation[:2] == YEAR.organisation[:2]
    key: Callable[[object], str] = repr
    assert sorted(read(found, HELD[name]), key=key) == sorted(
        Printed(YEAR).told(HELD[name]), key=key
    )


@pytest.mark.parametrize("format", FORMATS)
def test_who_answers_for_a_line_of_work_is_read_again(format: str) -> None:
    charged = {"s1": "Kasubag Umum", "s2": "Kasi Pelayanan; Kasi Pemerintahan"}
    plan = YEAR._replace(
        elements=tuple(e._replace(responsible=charged.get(e.id)) for e in YEAR.elements)
    )
    printed = build("rencana-aksi", plan, choices=Choices("f4", "columns"))
    found = again(printed, format)
    said = {element.name: element.responsible for element in found.elements}
    names = {element.id: element.name for element in plan.elements}
    assert {name: who for name, who in said.items() if who} == {
        names[id]: who for id, who in charged.items()
    }
    assert not any(row.responsible for element in found.elements for row in element.indicators)


@pytest.mark.parametrize("name", ["pengukuran-triwulan", "evaluasi-renja"])
def test_a_form_over_many_pages_holds_every_element(name: str) -> None:
    found = again(build(name, quarter=4), "pdf")
    held = HELD[name]
    names = sorted((e.level, e.name or "") for e in found.elements)
    assert names == sorted(
        (e.level, e.name or "") for e in seed().elements if e.level in held.levels
    )
    rows = sum(len(e.indicators) for e in seed().elements if e.level in held.rows_of)
    assert sum(len(e.indicators) for e in found.elements) == rows


@pytest.mark.parametrize("format", FORMATS)
def test_what_key_indicators_say_of_each_is_read_again(format: str) -> None:
    found = again(build("iku", YEAR), format)
    said = [
        (row.definition, row.data_source, row.responsible)
        for element in found.elements
        for row in element.indicators
    ]
    assert said == [("IKM unit pelayanan", "Survei kepuasan", "Kasi Pelayanan"), (None, None, None)]
