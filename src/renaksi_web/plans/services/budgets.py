"""Writing the budgets of a draft: all amounts of the table in one act with one event."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from renaksi.model import Cell
from renaksi.quantity import plain
from renaksi.quarter import YEAR
from renaksi_web.accounts.members import Member
from renaksi_web.audit.services import record
from renaksi_web.plans.budgets import rows_of, seen_in
from renaksi_web.plans.cells import cells_json
from renaksi_web.plans.mapping import load
from renaksi_web.plans.models import Element
from renaksi_web.plans.services.editing import locked_draft, touch
from renaksi_web.plans.services.versions import called
from renaksi_web.refusals import Conflict, NotFound


def set_budgets(*, by: Member, plan_id: int, seen: str, amounts: Mapping[str, Cell]) -> int:
    """Put ceilings on elements by their keys, over the table that was ``seen``; gives how many.

    A missing cell takes an amount away; elements that are not named keep theirs.
    """
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        found = load(plan)
        rows = {row.element.id: row for row in rows_of(found.plan)}
        if not amounts.keys() <= {key for key, row in rows.items() if row.takes}:
            raise NotFound
        changed = [key for key, cell in amounts.items() if cell.value != rows[key].own]
        if not changed:
            return 0
        if seen != seen_in(rows.values()):
            raise overtaken()
        elements = [_with(found.elements[key], amounts[key]) for key in changed]
        Element.objects.bulk_update(elements, ["budget"])
        touch(by, plan)
        record(
            by=by, act="plan.edit", on=plan, subject=f"Anggaran {called(plan)}",
            before=told({key: rows[key].own for key in changed}),
            after=told({key: amounts[key].value for key in changed}),
        )  # fmt: skip
    return len(changed)


def told(amounts: Mapping[str, Decimal | None]) -> dict[str, Any]:
    """Amounts for the audit record."""
    return {key: None if value is None else plain(value) for key, value in amounts.items()}


def overtaken() -> Conflict:
    """Somebody else saved the table in the meantime."""
    return Conflict(
        id="Rekan Anda baru saja mengubah anggaran ini. Isian Anda tetap di sini; buka halaman ini"
        " sekali lagi di jendela lain, bandingkan, lalu ulangi.",
        en="A colleague has just changed these amounts. What you typed is still here; open the"
        " page once more beside it, compare, and repeat.",
    )


def _with(element: Element, cell: Cell) -> Element:
    others = {key: value for key, value in element.budget.items() if key != YEAR}
    element.budget = others if cell.state == "missing" else others | cells_json({YEAR: cell})
    return element
