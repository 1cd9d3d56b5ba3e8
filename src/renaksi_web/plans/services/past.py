"""Writing the medium term and earlier years beside a plan: the whole table in one act.

They are no part of what the plan promises for its year, so they may be entered as long as
the version is in force.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from renaksi import model
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans.cells import cells_json, cells_of
from renaksi_web.plans.mapping import Loaded, load
from renaksi_web.plans.models import Element, Indicator, Plan, Target
from renaksi_web.plans.renstra import MEDIUM, PastRow, rows_of, seen_in
from renaksi_web.plans.services.editing import touch
from renaksi_web.plans.services.versions import called
from renaksi_web.refusals import Conflict, NotFound, Refused

# Cells by the element's id, the id of the indicator's row (None for the element's money) and key.
Past = Mapping[tuple[str, int | None, str], model.Cell]


def set_past(*, by: Member, plan_id: int, seen: str, cells: Past) -> int:
    """Put these cells over the table that was ``seen``; gives how many changed.

    A missing cell takes a figure away; cells that are not named stay.
    """
    require(by, "plan.edit")
    with transaction.atomic():
        plan = locked_in_force(by, plan_id)
        found = load(plan)
        rows = rows_of(found, found.plan, plan.year)
        before = {
            (row.element.id, row.indicator, key): cell
            for row in rows
            for key, cell in row.own.items()
        }
        if not cells.keys() <= before.keys():
            raise NotFound
        changed = {at: cell for at, cell in cells.items() if not _is(before[at], cell)}
        if not changed:
            return 0
        if seen != seen_in(rows):
            raise _overtaken()
        _write(found, changed)
        touch(by, plan)
        names = {(row.element.id, row.indicator): _name(row) for row in rows}
        record(
            by=by, act="plan.edit", on=plan, subject=f"Renstra dan tahun lalu {called(plan)}",
            before={_told(names, at): before[at].text or "" for at in changed},
            after={_told(names, at): cell.text or "" for at, cell in changed.items()},
        )  # fmt: skip
    return len(changed)


def locked_in_force(by: Member, plan_id: int) -> Plan:
    """The version, locked, while what stands beside it may be written: until it is superseded."""
    plan = Plan.objects.select_for_update().filter(organisation=by.organisation, pk=plan_id).first()
    if plan is None:
        raise NotFound
    if plan.status == Plan.Status.SUPERSEDED:
        raise Refused(
            id="Versi ini sudah digantikan; isi pada versi yang berlaku.",
            en="This version was superseded; enter it on the one in force.",
        )
    return plan


def _is(before: model.Cell, cell: model.Cell) -> bool:
    same_words = cell.state != "text" or before.text == cell.text
    return (before.state, before.value) == (cell.state, cell.value) and same_words


def _write(found: Loaded, changed: Past) -> None:
    indicators = {row.pk: row for row in found.indicators.values()}
    elements: dict[str, Element] = {}
    rows: dict[int, Indicator] = {}
    for (element, pk, key), cell in changed.items():
        if pk is None:
            row = elements.setdefault(element, found.elements[element])
            group = "budget" if key == MEDIUM else "spending"
            setattr(row, group, _with(getattr(row, group), key, cell))
        elif key == MEDIUM:
            _write_target(indicators[pk], key, cell)
        else:
            one = rows.setdefault(pk, indicators[pk])
            one.filed_actuals = _with(one.filed_actuals, key, cell)
    Element.objects.bulk_update(elements.values(), ["budget", "spending"])
    Indicator.objects.bulk_update(rows.values(), ["filed_actuals"])


def _with(written: Mapping[str, Any], key: str, cell: model.Cell) -> dict[str, Any]:
    cells = {one: held for one, held in cells_of(written).items() if one != key}
    return cells_json(cells if cell.state == "missing" else cells | {key: cell})


def _write_target(indicator: Indicator, key: str, cell: model.Cell) -> None:
    if cell.state == "missing":
        Target.objects.filter(indicator=indicator, cell=key).delete()
        return
    Target.objects.update_or_create(
        indicator=indicator, cell=key,
        defaults={"state": cell.state, "value": cell.value, "text": cell.text,
                  "numerator": None, "denominator": None, "place": None},
    )  # fmt: skip


def _name(row: PastRow) -> str:
    return row.name or row.element.name or row.element.id


def _told(names: Mapping[tuple[str, int | None], str], at: tuple[str, int | None, str]) -> str:
    return f"{names[at[0], at[1]]} ({at[2]})"


def _overtaken() -> Conflict:
    return Conflict(
        id="Rekan Anda baru saja mengubah angka ini. Isian Anda tetap di sini; buka halaman ini"
        " sekali lagi di jendela lain, bandingkan, lalu ulangi.",
        en="A colleague has just changed these figures. What you typed is still here; open the"
        " page once more beside it, compare, and repeat.",
    )
