"""A plan between its rows and `renaksi.model.Plan`, where its meaning lives.

`load` takes three queries whatever the plan's size, `store` one for each kind of row and
level (and more only where the database limits the size of one statement).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast
from uuid import uuid4

from django.db.models import QuerySet

from renaksi import model
from renaksi_web.plans.cells import cells_json, cells_of, place_json, place_of
from renaksi_web.plans.models import Element, Indicator, Plan, Series, Target

# Actuals by series and quarter: what `renaksi_web.tracking` reported.
Actuals = Mapping[int, Mapping[str, model.Cell]]
Reference = tuple[str, int]

NO_ACTUALS: Final[Actuals] = {}


class Loaded(NamedTuple):
    """A plan as a value, with the rows it came from.

    ``elements`` finds a row by the element's id in the plan, ``indicators`` by that id
    and the indicator's index in it.
    """

    plan: model.Plan
    elements: Mapping[str, Element]
    indicators: Mapping[Reference, Indicator]


def load(row: Plan, actuals: Actuals = NO_ACTUALS, only: Collection[int] | None = None) -> Loaded:
    """The plan of a row, with actuals put in by series; three queries.

    With ``only`` no more than the indicators of these series, and the elements that they
    stand on: what a save needs, however large the plan, and one query less.
    """
    return load_all([(row, actuals)], only)[0]


def load_all(
    plans: Sequence[tuple[Plan, Actuals]], only: Collection[int] | None = None
) -> list[Loaded]:
    """Several plans, each with its actuals; three queries whatever their number and size."""
    there = [row.pk for row, _actuals in plans]
    indicators = Indicator.objects.filter(element__plan__in=there).order_by("position", "pk")
    targets = Target.objects.filter(indicator__element__plan__in=there).order_by("pk")
    elements: Iterable[Element] = Element.objects.filter(plan__in=there).order_by("position", "pk")
    if only is not None:
        indicators = indicators.filter(series__in=only).select_related("element")
        targets = targets.filter(indicator__series__in=only)
        found = {indicator.element_id: indicator.element for indicator in indicators}
        elements = sorted(found.values(), key=lambda element: (element.position, element.pk))
    standing: dict[int, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        standing[indicator.element_id].append(indicator)
    rows: dict[int, list[Element]] = defaultdict(list)
    for element in elements:
        rows[element.plan_id].append(element)
    cells = _targets(targets)
    return [
        _loaded(row, _top_down(rows[row.pk]), standing, cells, actuals) for row, actuals in plans
    ]


def _top_down(rows: Sequence[Element]) -> list[Element]:
    """Each element before those under it, siblings by their position.

    A position says who comes first under one parent: what is added, moved or shifted later
    would else stand at the end of every list, far from where it belongs.
    """
    there = {element.pk for element in rows}
    below: dict[int | None, list[Element]] = defaultdict(list)
    for element in rows:
        below[element.parent_id if element.parent_id in there else None].append(element)
    ordered: list[Element] = []
    waiting = below[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(reversed(below[ordered[-1].pk]))
    return ordered


def _loaded(
    row: Plan,
    rows: Sequence[Element],
    standing: Mapping[int, Sequence[Indicator]],
    cells: Mapping[int, Mapping[str, model.Cell]],
    actuals: Actuals,
) -> Loaded:
    """A plan from its elements, the indicators that stand on each, and their targets."""
    keys = {element.pk: element.key for element in rows}
    found = {
        (element.key, index): indicator
        for element in rows
        for index, indicator in enumerate(standing.get(element.pk, ()))
    }
    same = _same(found)
    meant = {
        reference: _indicator(
            indicator,
            same[reference],
            dict(cells.get(indicator.pk, {})),
            {**cells_of(indicator.filed_actuals), **actuals.get(indicator.series_id, {})},
        )
        for reference, indicator in found.items()
    }
    plan = model.Plan(
        elements=tuple(
            _element(
                element,
                keys.get(element.parent_id) if element.parent_id else None,
                tuple(meant[element.key, i] for i in range(len(standing.get(element.pk, ())))),
            )
            for element in rows
        ),
        kind=row.kind,
        title=row.title,
        organisation=_organisation(row),
        year=row.year,
    )
    return Loaded(plan, {element.key: element for element in rows}, found)


# As a cell of the model has them; read as plain values, because a plan has hundreds.
_CELL: Final = ("state", "value", "text", "place", "numerator", "denominator", "confidence")


def _targets(rows: QuerySet[Target]) -> dict[int, dict[str, model.Cell]]:
    """The cells of each indicator by its row; one query."""
    found: dict[int, dict[str, model.Cell]] = defaultdict(dict)
    for indicator, key, state, value, text, place, *rest in rows.values_list(
        "indicator", "cell", *_CELL
    ):
        known = cast(model.State, state)
        found[indicator][key] = model.Cell(known, value, text, place_of(place), *rest)
    return found


def _organisation(row: Plan) -> model.Organisation | None:
    if not row.office_name:
        return None
    return model.Organisation(row.office_name, row.office_code or None)


def _same(found: Mapping[Reference, Indicator]) -> dict[Reference, tuple[Reference, ...]]:
    """For each indicator the others that share its series."""
    groups: dict[int, list[Reference]] = defaultdict(list)
    for reference, indicator in found.items():
        groups[indicator.series_id].append(reference)
    return {
        reference: tuple(other for other in groups[indicator.series_id] if other != reference)
        for reference, indicator in found.items()
    }


def _element(
    row: Element, parent: str | None, indicators: tuple[model.Indicator, ...]
) -> model.Element:
    return model.Element(
        id=row.key,
        level=cast(model.Level, row.level),
        name=row.name,
        number=row.number,
        code=row.code,
        code_basis=cast(Any, row.code_basis),
        code_score=row.code_score,
        code_printed=row.code_printed,
        parent=parent,
        source=place_of(row.source),
        sources=_places(row.sources),
        heading=row.heading,
        indicators=indicators,
        budget=cells_of(row.budget),
        spending=cells_of(row.spending),
        responsible=row.responsible or None,
    )


def _indicator(
    row: Indicator,
    same: tuple[Reference, ...],
    targets: dict[str, model.Cell],
    actuals: dict[str, model.Cell],
) -> model.Indicator:
    proposed = tuple((entry[0], entry[1]) for entry in row.same_proposed)
    return model.Indicator(
        name=row.name,
        number=row.number,
        unit=row.unit,
        direction=cast(model.Direction, row.direction),
        accumulation=cast(model.Accumulation, row.accumulation),
        confirm=tuple(row.confirm),
        basis=row.basis,
        targets=targets,
        actuals=actuals,
        source=place_of(row.source),
        sources=_places(row.sources),
        cap=row.cap,
        weight=row.weight,
        formula=cast(Any, row.formula),
        scale=tuple(row.scale),
        across=row.across,
        same_as=proposed if "same_as" in row.confirm else same,
        definition="\n".join(filter(None, (row.definition, row.calculation))) or None,
        data_source=row.data_source or None,
        responsible=row.responsible or None,
    )


def _places(written: Iterable[Mapping[str, Any]]) -> tuple[model.Place, ...]:
    return tuple(place for place in map(place_of, written) if place is not None)


def store(
    plan: model.Plan, into: Plan, series: Mapping[Reference, int] | None = None
) -> dict[Reference, Indicator]:
    """Write the plan's cascade under a new, empty row; to be called inside a transaction.

    Indicators that the plan says are the same share a series, unless *same_as* waits to be
    confirmed. ``series`` continues series of another version or year by their ids.
    """
    elements = _store_elements(plan, into)
    ids = _store_series(plan, into, series or {})
    rows = {
        (element.id, index): _indicator_row(indicator, elements[element.id], index, ids)
        for element in plan.elements
        for index, indicator in enumerate(element.indicators)
    }
    Indicator.objects.bulk_create(rows.values())
    Target.objects.bulk_create(
        _target_row(rows[element.id, index], key, cell)
        for element in plan.elements
        for index, indicator in enumerate(element.indicators)
        for key, cell in indicator.targets.items()
        if cell != model.MISSING
    )
    return rows


def _store_elements(plan: model.Plan, into: Plan) -> dict[str, Element]:
    """The elements' rows by id, parents before children: one statement for each depth."""
    rows: dict[str, Element] = {}
    waiting = list(enumerate(plan.elements))
    while waiting:
        ready = [(i, e) for i, e in waiting if e.parent is None or e.parent in rows]
        if not ready:
            raise ValueError("The plan's elements name parents that it does not hold.")
        made = [_element_row(e, into, i, rows[e.parent] if e.parent else None) for i, e in ready]
        Element.objects.bulk_create(made)
        rows.update({row.key: row for row in made})
        waiting = [(i, e) for i, e in waiting if e.id not in rows]
    return rows


def _element_row(
    element: model.Element, into: Plan, position: int, parent: Element | None
) -> Element:
    return Element(
        plan=into,
        key=element.id,
        parent=parent,
        position=position,
        level=element.level,
        number=element.number,
        name=element.name,
        code=element.code,
        code_basis=element.code_basis,
        code_score=element.code_score,
        code_printed=element.code_printed,
        heading=element.heading,
        source=place_json(element.source),
        sources=[place_json(place) for place in element.sources],
        budget=cells_json(element.budget),
        spending=cells_json(element.spending),
        responsible=element.responsible or "",
    )


def _store_series(
    plan: model.Plan, into: Plan, known: Mapping[Reference, int]
) -> dict[Reference, int]:
    """The id of each indicator's series: the known one, its group's, or a new one."""
    leaders = _leaders(plan)
    ids = dict(known)
    new = [
        reference
        for reference, leader in leaders.items()
        if reference == leader and reference not in ids
    ]
    made = Series.objects.bulk_create(
        Series(organisation=into.organisation, key=uuid4().hex) for _ in new
    )
    ids.update(zip(new, (row.pk for row in made), strict=True))
    return {reference: ids.get(reference, ids[leader]) for reference, leader in leaders.items()}


def _leaders(plan: model.Plan) -> dict[Reference, Reference]:
    """For each indicator the first row of the group of those confirmed to be the same."""
    leaders: dict[Reference, Reference] = {}
    for element in plan.elements:
        for index, indicator in enumerate(element.indicators):
            same = () if "same_as" in indicator.confirm else indicator.same_as
            known = [leaders[other] for other in same if other in leaders]
            leaders[element.id, index] = known[0] if known else (element.id, index)
    return leaders


def _indicator_row(
    indicator: model.Indicator, element: Element, index: int, series: Mapping[Reference, int]
) -> Indicator:
    waits = "same_as" in indicator.confirm
    return Indicator(
        element=element,
        series_id=series[element.key, index],
        key=uuid4().hex,
        position=index,
        number=indicator.number,
        name=indicator.name,
        unit=indicator.unit,
        direction=indicator.direction,
        accumulation=indicator.accumulation,
        across=indicator.across,
        formula=indicator.formula,
        cap=indicator.cap,
        weight=indicator.weight,
        scale=list(indicator.scale),
        confirm=list(indicator.confirm),
        basis=dict(indicator.basis),
        same_proposed=[list(other) for other in indicator.same_as] if waits else [],
        source=place_json(indicator.source),
        sources=[place_json(place) for place in indicator.sources],
        filed_actuals=cells_json(indicator.actuals),
        definition=indicator.definition or "",
        data_source=(indicator.data_source or "")[:300],
        responsible=(indicator.responsible or "")[:200],
    )


def _target_row(indicator: Indicator, key: str, cell: model.Cell) -> Target:
    return Target(
        indicator=indicator,
        cell=key,
        state=cell.state,
        value=cell.value,
        text=cell.text,
        numerator=cell.numerator,
        denominator=cell.denominator,
        confidence=cell.confidence,
        place=place_json(cell.place),
    )
