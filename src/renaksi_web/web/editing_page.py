"""What the editing pages fill their forms with, and what the checks say beside each field."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, cast

from renaksi.model import Accumulation, Cell, Direction, Indicator, Plan
from renaksi.quarter import CELLS
from renaksi_web.plans.cells import figure_text, shown_cell
from renaksi_web.plans.details import DETAILS
from renaksi_web.plans.services.editing import seen_of
from renaksi_web.web.plan_tree import Note, in_base, notes_by_reference

Beside = dict[str, tuple[list[Note], str]]


def element_initial(row: Any) -> dict[str, Any]:
    """An element's form as it is stored."""
    return {"number": row.number, "name": row.name, "code": row.code, "seen": seen_of(row)}


def indicator_initial(row: Any, indicator: Indicator) -> dict[str, Any]:
    """An indicator's form as it is stored."""
    told = {
        key: getattr(row, key)
        for key in ("number", "name", "unit", "direction", "accumulation", *DETAILS)
    }
    told |= {f"t_{key}": shown_cell(indicator.target(key)) for key in CELLS}
    base = row.base_value
    return {**told, "base_value": "" if base is None else figure_text(base), "seen": seen_of(row)}


def stored_values(form: Any, initial: dict[str, Any]) -> list[tuple[str, str]]:
    """Where the stored value differs from what was typed: label and stored value."""
    return [
        (str(bound.label), str(initial.get(bound.name) or "—"))
        for bound in form.visible_fields()
        if str(bound.value() or "").strip() != str(initial.get(bound.name) or "").strip()
    ]


def with_form(plan: Plan, reference: tuple[str, int], form: Any) -> Plan:
    """The plan as if the form's valid fields were saved."""
    told = form.cleaned_data
    element_id, index = reference

    def changed(indicator: Indicator) -> Indicator:
        targets = dict(indicator.targets)
        for key in CELLS:
            cell: Cell | None = told.get(f"t_{key}")
            if cell is not None:
                targets[key] = cell
        targets = {key: cell for key, cell in targets.items() if cell.state != "missing"}
        return indicator._replace(
            name=told.get("name", indicator.name) or None,
            unit=told.get("unit", indicator.unit) or None,
            direction=cast(Direction, told.get("direction", indicator.direction)),
            accumulation=cast(Accumulation, told.get("accumulation", indicator.accumulation)),
            confirm=(),
            targets=targets,
        )

    return plan._replace(
        elements=tuple(
            e._replace(
                indicators=tuple(
                    changed(i) if at == index else i for at, i in enumerate(e.indicators)
                )
            )
            if e.id == element_id
            else e
            for e in plan.elements
        )
    )


def beside(plan: Plan, reference: tuple[str, int], row: Any, form: Any) -> Beside:
    """For each field of an indicator: findings, and what a percentage means in its base."""
    notes: dict[str, list[Note]] = defaultdict(list)
    for note in notes_by_reference(plan).get(reference, ()):
        notes[note.field if note.field in form.fields else _group(note)].append(note)
    based = _Based(row, form)
    indicator = plan.element(reference[0]).indicators[reference[1]]
    hints = {f"t_{key}": in_base(indicator.target(key).value, based) for key in CELLS}
    return {name: (notes.get(name, []), hints.get(name, "")) for name in [*form.fields, "targets"]}


class _Based:
    """The base of a percentage: as typed where a form was sent, else as stored."""

    def __init__(self, row: Any, form: Any) -> None:
        told = getattr(form, "cleaned_data", None) if form.is_bound else None
        self.base_value = row.base_value if told is None else told.get("base_value")
        self.base_unit = row.base_unit if told is None else told.get("base_unit", "")


def _group(note: Note) -> str:
    return "targets" if note.field == "targets" else "name"
