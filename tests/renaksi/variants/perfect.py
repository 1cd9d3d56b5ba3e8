"""The plan that a perfect reading would give: a truth written as `renaksi/plan/1`."""

from __future__ import annotations

from typing import Any

from tests.renaksi.variants.truth import MISSING, QUARTERS, Element, Row, Truth, Value


def perfect(truth: Truth) -> dict[str, Any]:
    """A plan that says what the truth says; what is lost it leaves missing."""
    return {
        "schema": "renaksi/plan/1",
        "title": truth.title,
        "organisation": {"name": truth.organisation, "code": truth.organisation_codes[0]},
        "year": truth.year,
        "elements": [_element(truth, i, element) for i, element in enumerate(truth.elements)],
        "diagnostics": [],
    }


def _element(truth: Truth, i: int, element: Element) -> dict[str, Any]:
    lost = truth.lost
    return {
        "id": f"e{i}",
        "level": element.level,
        "number": None if (i, -1, "number") in lost else element.number,
        "name": element.name,
        "code": element.codes[0],
        "parent": None if element.parent is None else f"e{element.parent}",
        "indicators": [_row(truth, i, r, row) for r, row in enumerate(element.rows)],
    }


def _row(truth: Truth, i: int, r: int, row: Row) -> dict[str, Any]:
    def kept(field: str, text: str | None) -> str | None:
        return None if (i, r, field) in truth.lost else text

    cells = {q: row.cells.get(q, MISSING) for q in (*QUARTERS, "year")}
    return {
        "number": kept("number", row.number),
        "name": kept("name", row.name),
        "unit": kept("unit", row.unit),
        "targets": {
            q: _cell(MISSING if (i, r, q) in truth.lost else value) for q, value in cells.items()
        },
    }


def _cell(value: Value) -> dict[str, Any]:
    return {"state": value.state, "value": value.value, "text": value.text}
