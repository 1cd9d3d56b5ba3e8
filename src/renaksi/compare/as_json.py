"""A comparison as JSON, `renaksi/comparison/1`."""

from __future__ import annotations

from typing import Any, Final

from renaksi.checks.view import Row
from renaksi.compare.comparison import Change, ComparedElement, ComparedRow, Comparison, Value
from renaksi.model import Cell, Element, Plan
from renaksi.plan_json.write import cell_json, place_json

COMPARISON_SCHEMA: Final = "renaksi/comparison/1"
COMPARISONS_SCHEMA: Final = "renaksi/comparisons/1"

Object = dict[str, Any]


def comparison_to_json(comparison: Comparison) -> Object:
    """The comparison as plain values; ids, indexes and places are those of each plan."""
    return {
        "schema": COMPARISON_SCHEMA,
        "a": _plan(comparison.a),
        "b": _plan(comparison.b),
        "same": comparison.is_same,
        "same_organisation": not comparison.are_strangers,
        "counts": {
            "elements": _counts([element.kind for element in comparison.elements]),
            "indicators": _counts(
                [row.kind for element in comparison.elements for row in element.rows]
            ),
        },
        "not_compared": [
            {"what": each.what, "name": each.name, "side": each.side, "count": each.total}
            for each in comparison.apart
        ],
        "elements": [_element(element) for element in comparison.elements],
    }


def _counts(kinds: list[str]) -> Object:
    return {kind: kinds.count(kind) for kind in ("same", "changed", "added", "removed")}


def _plan(plan: Plan) -> Object:
    organisation = plan.organisation
    return {
        "kind": plan.kind,
        "title": plan.title,
        "organisation": organisation and {"name": organisation.name, "code": organisation.code},
        "year": plan.year,
    }


def _element(element: ComparedElement) -> Object:
    return {
        "kind": element.kind,
        "by": element.by,
        "score": _rounded(element.score),
        "a": _side(element.a),
        "b": _side(element.b),
        "changes": [_change(change) for change in element.changes],
        "indicators": [_row(row) for row in element.rows],
    }


def _side(element: Element | None) -> Object | None:
    if element is None:
        return None
    return {
        "id": element.id,
        "level": element.level,
        "number": element.number,
        "name": element.name,
        "code": element.code,
        "parent": element.parent,
        "source": place_json(element.source),
    }


def _row(row: ComparedRow) -> Object:
    return {
        "kind": row.kind,
        "by": row.by,
        "score": _rounded(row.score),
        "a": _side_of_row(row.a),
        "b": _side_of_row(row.b),
        "changes": [_change(change) for change in row.changes],
    }


def _side_of_row(row: Row | None) -> Object | None:
    if row is None:
        return None
    indicator = row.indicator
    return {
        "element": row.element.id,
        "index": row.position,
        "number": indicator.number,
        "name": indicator.name,
        "unit": indicator.unit,
        "source": place_json(indicator.source),
    }


def _change(change: Change) -> Object:
    written = {"field": change.field, "a": _value(change.a), "b": _value(change.b)}
    return written if change.derived is None else written | {"derived": change.derived}


def _value(value: Value) -> Any:
    return cell_json(value) if isinstance(value, Cell) else value


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
