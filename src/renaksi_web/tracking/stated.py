"""Figures that were stated, not reached: where targets and the Renstra of an indicator stand.

A target has a code for all quarters and the year, since they stand on one line of the plan; the
Renstra has one for columns 5, 6, 13 and 14 of Formulir E.81, as of a quarter.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from renaksi import model
from renaksi.measure import Measurement, measure
from renaksi.quarter import QUARTERS, YEAR
from renaksi.reports.matter import Matter
from renaksi.reports.past import with_earlier_years
from renaksi.reports.promises import year_target
from renaksi.reports.renstra import Performance
from renaksi.reports.results import Results
from renaksi.reports.tree import Cell
from renaksi_web.accounts.members import Member
from renaksi_web.plans.models import Element, Indicator, Plan, Target
from renaksi_web.plans.renstra import PastRow, keys_of, rows_of
from renaksi_web.tracking.earlier_years import earlier_plans
from renaksi_web.tracking.entered import Entered, entered, entered_beside
from renaksi_web.tracking.original import Excerpt, original_lines
from renaksi_web.tracking.tracing import Name, Row, Version, as_of

# Columns of Formulir E.81 among those of an indicator's performance.
_COLUMNS: Final = {5: 0, 6: 1, 12: 7, 13: 8, 14: 9}


class Line(NamedTuple):
    """One cell of the plan: its key, what stands there, where in the filed document.

    ``is_known`` tells of a figure that nobody entered here, but the plan of its year gives.
    """

    key: str
    cell: model.Cell
    place: dict[str, Any] | None = None
    excerpt: Excerpt | None = None
    is_known: bool = False


class Stated(NamedTuple):
    """An indicator's targets, or its Renstra, with where they stand and who entered them.

    ``value`` is what documents print: the year's target, or the level of column 14. ``columns``
    are those of Formulir E.81, by number.
    """

    code: str
    kind: str
    plan: Plan
    quarter: str
    element: Element
    row: Indicator
    value: Cell
    columns: tuple[tuple[int, Cell], ...]
    lines: tuple[Line, ...]
    entered: Entered
    measurement: Measurement


def stated(member: Member, code: str, row: Row, name: Name) -> Stated:
    """What a code of this kind stands for."""
    version = as_of(member, row.plan, name.quarter or QUARTERS[-1])
    loaded = version.loaded
    reference = next(ref for ref, one in loaded.indicators.items() if one.pk == row.pk)
    stored, element = loaded.indicators[reference], loaded.elements[reference[0]]
    stored.element = element  # what `entered` asks for, without another query
    made = _target if name.kind == "target" else _renstra
    value, columns, lines, by = made(member, version, reference, stored)
    return Stated(
        code, name.kind, version.plan, name.quarter, element, stored, value, columns, lines,
        by, version.measurement,
    )  # fmt: skip


_Made = tuple[Cell, tuple[tuple[int, Cell], ...], tuple[Line, ...], Entered]


def _target(
    member: Member, version: Version, reference: tuple[str, int], stored: Indicator
) -> _Made:
    """The targets as they stand, each with its place in the filed document."""
    rows = {one.cell: one for one in Target.objects.filter(indicator=stored.pk)}
    element, at = version.loaded.plan.element(reference[0]), reference[1]
    keys = [key for key in (*QUARTERS, YEAR) if key in rows or key in QUARTERS]
    places = [rows[key].place if key in rows else None for key in keys]
    excerpts = original_lines(member, version.plan, places)
    lines = tuple(
        Line(key, element.indicators[at].target(key), place, excerpt)
        for key, place, excerpt in zip(keys, places, excerpts, strict=True)
    )
    value = year_target(Results(version.measurement), element, at)
    return value, (), lines, entered(member, version.plan, stored)


def _renstra(
    member: Member, version: Version, reference: tuple[str, int], stored: Indicator
) -> _Made:
    """Columns 5, 6, 12, 13 and 14 with the years that they were made of."""
    year, loaded = version.plan.year, version.loaded
    known = with_earlier_years(loaded.plan, earlier_plans(member, year))
    upto = version.measurement.quarter
    results = Results(measure(known, upto, version.measurement.settings))
    found = results.row(known.element(reference[0]), reference[1])
    cells = Performance(found, results, Matter(known)).cells()
    row = next(one for one in rows_of(loaded, known, year) if one.indicator == stored.pk)
    lines = tuple(_past(row, key) for key in keys_of(year))
    by = entered_beside(member, version.plan, [f"{row.name} ({key})" for key in keys_of(year)])
    columns = tuple((number, cells[at]) for number, at in _COLUMNS.items())
    return cells[-1], columns, lines, by


def _past(row: PastRow, key: str) -> Line:
    own = row.own[key]
    is_known = own.state == "missing"
    return Line(key, row.known[key] if is_known else own, is_known=is_known)
