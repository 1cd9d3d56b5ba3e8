"""Writing a plan and its diagnostics in the shapes of `renaksi/plan/1`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from renaksi.diagnostics import Diagnostic, Language
from renaksi.model import (
    DEFAULT_CAP,
    MISSING,
    Cell,
    Coverage,
    Element,
    Indicator,
    Organisation,
    Place,
    Plan,
    Reason,
)
from renaksi.quantity import plain
from renaksi.quarter import CELLS

PLAN_SCHEMA: Final = "renaksi/plan/1"
PLANS_SCHEMA: Final = "renaksi/plans/1"

Object = dict[str, Any]


def dumps(plan: Plan, diagnostics: Iterable[Diagnostic] = (), lang: Language = "id") -> str:
    """The plan as the text of a `renaksi/plan/1` file."""
    return _text(to_json(plan, diagnostics, lang))


def dumps_many(readings: Iterable[tuple[Plan, Iterable[Diagnostic]]], lang: Language = "id") -> str:
    """Several plans, each with its diagnostics, as the text of a `renaksi/plans/1` file."""
    plans = [to_json(plan, diagnostics, lang) for plan, diagnostics in readings]
    return _text({"schema": PLANS_SCHEMA, "plans": plans})


def to_json(plan: Plan, diagnostics: Iterable[Diagnostic] = (), lang: Language = "id") -> Object:
    """The plan as plain values; ``lang`` is the language of its sentences."""
    organisation = plan.organisation
    document: Object = {
        "schema": PLAN_SCHEMA,
        "kind": plan.kind,
        "title": plan.title,
        "organisation": organisation and _organisation(organisation),
        "year": plan.year,
        "elements": [_element(element, lang) for element in plan.elements],
        "diagnostics": [diagnostic_json(diagnostic, lang) for diagnostic in diagnostics],
    }
    if plan.coverage is not None:
        document["coverage"] = _coverage(plan.coverage)
    return document


def diagnostic_json(diagnostic: Diagnostic, lang: Language = "id") -> Object:
    """One diagnostic; what does not apply to it is null."""
    rule = diagnostic.rule
    return {
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity,
        "kind": rule.kind,
        "message": diagnostic.message(lang),
        "element": diagnostic.element,
        "indicator": diagnostic.indicator,
        "cell": diagnostic.cell,
        "where": place_json(diagnostic.where),
        "params": {
            key: value if isinstance(value, str) else value._asdict()
            for key, value in diagnostic.params.items()
        },
    }


def _organisation(organisation: Organisation) -> Object:
    written: Object = {"name": organisation.name, "code": organisation.code}
    if organisation.government is not None:
        written["government"] = organisation.government
    return written


def _reason(text: str, lang: Language) -> str:
    return text.en if lang == "en" and isinstance(text, Reason) else str(text)


def _text(document: Object) -> str:
    import json

    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _element(element: Element, lang: Language) -> Object:
    written: Object = {
        "id": element.id,
        "level": element.level,
        "number": element.number,
        "name": element.name,
        "code": element.code,
        "code_basis": element.code_basis,
        "parent": element.parent,
        "source": place_json(element.source),
        "indicators": [_indicator(indicator, lang) for indicator in element.indicators],
    }
    if element.code_score is not None:
        written["code_score"] = element.code_score
    if element.code_printed is not None:
        written["code_printed"] = element.code_printed
    if element.sources:
        written["sources"] = [place_json(place) for place in element.sources]
    if element.heading is not None:
        written["heading"] = element.heading
    if element.budget:
        written["budget"] = _cells(element.budget)
    if element.spending:
        written["spending"] = _cells(element.spending)
    if element.responsible is not None:
        written["responsible"] = element.responsible
    return written


def _indicator(indicator: Indicator, lang: Language) -> Object:
    written: Object = {
        "number": indicator.number,
        "name": indicator.name,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "accumulation": indicator.accumulation,
        "confirm": list(indicator.confirm),
        "basis": {key: _reason(text, lang) for key, text in indicator.basis.items()},
        "targets": _cells({**dict.fromkeys(CELLS, MISSING), **indicator.targets}),
        "actuals": _cells(indicator.actuals),
        "source": place_json(indicator.source),
    }
    if indicator.sources:
        written["sources"] = [place_json(place) for place in indicator.sources]
    if indicator.cap != DEFAULT_CAP:
        written["cap"] = None if indicator.cap is None else plain(indicator.cap)
    if indicator.weight != 1:
        written["weight"] = plain(indicator.weight)
    if indicator.formula != "difference":
        written["formula"] = indicator.formula
    if indicator.scale:
        written["scale"] = list(indicator.scale)
    if indicator.across is not None:
        written["across"] = indicator.across
    for name in ("definition", "data_source", "responsible"):
        if (said := getattr(indicator, name)) is not None:
            written[name] = said
    if indicator.same_as:
        written["same_as"] = [{"element": id, "index": index} for id, index in indicator.same_as]
    return written


def _cells(cells: Mapping[str, Cell]) -> Object:
    return {key: cell_json(cell) for key, cell in cells.items()}


def cell_json(cell: Cell) -> Object:
    """One cell, with its place."""
    written: Object = {
        "state": cell.state,
        "value": None if cell.value is None else plain(cell.value),
        "text": cell.text,
    }
    if cell.place is not None:
        written["source"] = place_json(cell.place)
    if cell.numerator is not None:
        written["numerator"] = plain(cell.numerator)
    if cell.denominator is not None:
        written["denominator"] = plain(cell.denominator)
    if cell.confidence is not None:
        written["confidence"] = float(cell.confidence)
    return written


def place_json(place: Place | None) -> Object | None:
    """A place; what does not apply to it is absent."""
    if place is None:
        return None
    written = {key: value for key, value in place._asdict().items() if value is not None}
    if place.box is not None:
        written["box"] = list(place.box)
    return written


def _coverage(coverage: Coverage) -> Object:
    return {
        "words": coverage.words,
        "accounted": coverage.accounted,
        "rest": [{"text": text, "where": place_json(place)} for text, place in coverage.rest],
    }
