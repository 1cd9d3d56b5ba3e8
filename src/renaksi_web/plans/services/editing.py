"""Writing a draft: its elements, indicators and targets, one act and one event each.

Every act locks the version, refuses one that is no draft, and where a person saw a row
before changing it, compares what they saw (`seen_of`) with what is there now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from renaksi.model import LEVELS, Cell
from renaksi.quantity import plain
from renaksi.quarter import CELLS
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans.details import DETAILS
from renaksi_web.plans.models import Element, Indicator, Plan, Series, Target
from renaksi_web.plans.selectors import children_levels
from renaksi_web.plans.services.importing import remove
from renaksi_web.plans.services.versions import called
from renaksi_web.refusals import Conflict, NotFound, Refused

ELEMENT_FIELDS: Final = ("number", "name", "code")
INDICATOR_FIELDS: Final = (
    "number", "name", "unit", "direction", "accumulation", *DETAILS,
)  # fmt: skip


def describe(*, by: Member, plan_id: int, title: str, office_name: str) -> None:
    """Change how the draft is called."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        before = {"title": plan.title, "office_name": plan.office_name}
        plan.title, plan.office_name = title or None, office_name
        plan.save(update_fields=["title", "office_name"])
        after = {"title": plan.title, "office_name": plan.office_name}
        _done(by, plan, plan, called(plan), before, after)


def delete(*, by: Member, plan_id: int) -> None:
    """Delete a draft on which nothing was reported."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        subject = called(plan)
        record(by=by, act="plan.edit", on=plan, subject=subject, before={"deleted": subject})
        remove(plan)


def add_element(
    *, by: Member, plan_id: int, level: str, parent_id: int | None, values: Mapping[str, Any]
) -> Element:
    """A new element at the end of those under its parent."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        parent = _element(plan, parent_id) if parent_id else None
        _refuse_order(level, parent)
        last = plan.elements.aggregate(last=Max("position"))["last"]
        element = Element.objects.create(
            plan=plan,
            key=f"u{uuid4().hex[:10]}",
            parent=parent,
            position=0 if last is None else last + 1,
            level=level,
            **_coded(values),
        )
        after = {"level": level, **_given(values, ELEMENT_FIELDS)}
        _done(by, plan, element, _element_name(element), None, after)
    return element


def save_element(
    *, by: Member, plan_id: int, element_id: int, seen: str, values: Mapping[str, Any]
) -> None:
    """Number, name and official code of an element."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        element = _element(plan, element_id)
        _refuse_stale(seen, seen_of(element), _element_name(element))
        before = {field: getattr(element, field) for field in ELEMENT_FIELDS}
        changed = dict(values)
        if changed.get("code") != element.code:
            changed = _coded(changed)
        for field, value in changed.items():
            setattr(element, field, value)
        element.save()
        _done(by, plan, element, _element_name(element), *_difference(before, values))


def move_element(*, by: Member, plan_id: int, element_id: int, parent_id: int | None) -> None:
    """An element, with all below it, to another parent: at the end there."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        element = _element(plan, element_id)
        parent = _element(plan, parent_id) if parent_id else None
        _refuse_order(element.level, parent)
        before = {"parent": element.parent and element.parent.name}
        last = plan.elements.aggregate(last=Max("position"))["last"]
        element.parent, element.position = parent, last + 1
        element.save(update_fields=["parent", "position"])
        _done(by, plan, element, _element_name(element), before, {"parent": parent and parent.name})


def shift_element(*, by: Member, plan_id: int, element_id: int, up: bool) -> None:
    """An element before or behind its neighbour of the same parent and level."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        element = _element(plan, element_id)
        beside = plan.elements.filter(parent=element.parent_id, level=element.level)
        if up:
            other = beside.filter(position__lt=element.position).order_by("-position").first()
        else:
            other = beside.filter(position__gt=element.position).order_by("position").first()
        if other is None:
            raise Refused(
                id="Sudah paling atas." if up else "Sudah paling bawah.",
                en="It is the first already." if up else "It is the last already.",
            )
        element.position, other.position = other.position, element.position
        Element.objects.bulk_update([element, other], ["position"])
        _done(
            by, plan, element, _element_name(element),
            {"position": other.position}, {"position": element.position},
        )  # fmt: skip


def remove_element(*, by: Member, plan_id: int, element_id: int) -> None:
    """An element with all below it, where nothing was reported on any of it."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        element = _element(plan, element_id)
        gone = _below(plan, element)
        series = _series_of(plan, Indicator.objects.filter(element__in=gone))
        before = {"elements": len(gone), "name": element.name}
        name = _element_name(element)
        record(by=by, act="plan.edit", on=element, subject=name, before=before)
        element.delete()
        sweep(series)
        touch(by, plan)


def add_indicator(
    *,
    by: Member,
    plan_id: int,
    element_id: int,
    values: Mapping[str, Any],
    targets: Mapping[str, Cell],
) -> Indicator:
    """A new indicator at the end of its element's, with a series of its own."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        element = _element(plan, element_id)
        last = element.indicators.aggregate(last=Max("position"))["last"]
        indicator = Indicator.objects.create(
            element=element,
            series=Series.objects.create(organisation=by.organisation, key=uuid4().hex),
            key=uuid4().hex,
            position=0 if last is None else last + 1,
            **values,
        )
        _write_targets(indicator, {}, targets)
        after = {**_given(values, INDICATOR_FIELDS), **_shown(targets)}
        _done(by, plan, indicator, str(indicator), None, after)
    return indicator


def save_indicator(
    *,
    by: Member,
    plan_id: int,
    indicator_id: int,
    seen: str,
    values: Mapping[str, Any],
    targets: Mapping[str, Cell],
) -> None:
    """What an indicator is, how it counts, and its targets; what was confirmed is no doubt."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        indicator = locked_indicator(plan, indicator_id)
        old = {target.cell: target for target in indicator.targets.all()}
        _refuse_stale(seen, seen_of(indicator), str(indicator))
        before = {field: getattr(indicator, field) for field in INDICATOR_FIELDS}
        before |= {key: _cell_text(old.get(key)) for key in targets}
        for field, value in values.items():
            setattr(indicator, field, value)
        indicator.confirm = [
            what for what in indicator.confirm if what not in ("direction", "accumulation")
        ]
        indicator.save()
        _write_targets(indicator, old, targets)
        _done(
            by, plan, indicator, str(indicator),
            *_difference(before, {**values, **_shown(targets)}),
        )  # fmt: skip


def move_indicator(*, by: Member, plan_id: int, indicator_id: int, element_id: int) -> None:
    """An indicator to another element, at its end."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        indicator = locked_indicator(plan, indicator_id)
        element = _element(plan, element_id)
        before = {"element": indicator.element.name}
        last = element.indicators.aggregate(last=Max("position"))["last"]
        indicator.element, indicator.position = element, 0 if last is None else last + 1
        indicator.save(update_fields=["element", "position"])
        _done(by, plan, indicator, str(indicator), before, {"element": element.name})


def remove_indicator(*, by: Member, plan_id: int, indicator_id: int) -> None:
    """An indicator, where nothing was reported on it."""
    with transaction.atomic():
        plan = locked_draft(by, plan_id)
        indicator = locked_indicator(plan, indicator_id)
        series = _series_of(plan, Indicator.objects.filter(pk=indicator.pk))
        before = {"name": indicator.name, "element": indicator.element.name}
        record(by=by, act="plan.edit", on=indicator, subject=str(indicator), before=before)
        indicator.delete()
        sweep(series)
        touch(by, plan)


def seen_of(row: Element | Indicator) -> str:
    """What a person sees of a row, in short: it differs when anything of it was changed."""
    fields = INDICATOR_FIELDS if isinstance(row, Indicator) else ELEMENT_FIELDS
    values = [str(getattr(row, field)) for field in fields]
    if isinstance(row, Indicator):
        values += sorted(f"{t.cell} {t.state} {t.value} {t.text}" for t in row.targets.all())
    return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:16]


def locked_draft(by: Member, plan_id: int) -> Plan:
    """The version, locked, while it may be written."""
    require(by, "plan.edit")
    rows = Plan.objects.select_for_update().filter(organisation=by.organisation)
    plan = rows.filter(pk=plan_id).first()
    if plan is None:
        raise NotFound
    if not plan.is_draft:
        raise Refused(
            id="Rencana ini bukan draf lagi; buka perubahan rencana untuk mengubahnya.",
            en="This plan is no draft any more; open a revision to change it.",
        )
    return plan


def _element(plan: Plan, element_id: int) -> Element:
    element = plan.elements.select_related("parent").filter(pk=element_id).first()
    if element is None:
        raise NotFound
    return element


def locked_indicator(plan: Plan, indicator_id: int) -> Indicator:
    """One indicator of a version that is locked."""
    rows = Indicator.objects.filter(element__plan=plan).select_related("element")
    indicator = rows.filter(pk=indicator_id).first()
    if indicator is None:
        raise NotFound
    return indicator


def _refuse_order(level: str, parent: Element | None) -> None:
    if level not in children_levels(parent.level if parent else None):
        raise Refused(
            id="Induk harus setingkat lebih tinggi: program di bawah sasaran, dan seterusnya.",
            en="The parent must be of a higher level: a program under an objective, and so on.",
        )


def _refuse_stale(seen: str, now: str, name: str) -> None:
    if seen != now:
        raise Conflict(
            id=f"Rekan Anda baru saja mengubah “{name}”. Isian Anda tetap di sini; bandingkan "
            "dengan yang tersimpan, lalu simpan sekali lagi.",
            en=f"A colleague has just changed “{name}”. What you typed is still here; compare it "
            "with what is stored, then save again.",
        )


def _coded(values: Mapping[str, Any]) -> dict[str, Any]:
    """Element values with a code that was picked from the nomenclature, or none."""
    return {
        **values,
        "code_basis": "nomenclature" if values.get("code") else None,
        "code_score": 1.0 if values.get("code") else None,
    }


def _below(plan: Plan, element: Element) -> list[int]:
    parents = dict(plan.elements.values_list("pk", "parent_id"))
    gone = {element.pk}
    for _ in LEVELS:
        gone |= {pk for pk, parent in parents.items() if parent in gone}
    return list(gone)


def _series_of(plan: Plan, indicators: Any) -> list[int]:
    """The series of indicators that go; refused where actuals of the year hang on one alone."""
    ids = list(indicators.values_list("series_id", flat=True))
    others = Indicator.objects.filter(element__plan=plan).exclude(pk__in=indicators.values("pk"))
    lost = Series.objects.filter(pk__in=ids, entries__year=plan.year).exclude(
        pk__in=others.values("series_id")
    )
    if plan.revision == 0 and lost.exists():
        raise Refused(
            id="Sudah ada realisasi yang dilaporkan untuk indikator ini.",
            en="Actuals were already reported for this indicator.",
        )
    return ids


def sweep(series: list[int]) -> None:
    """Series that nothing uses any more go with their last indicator."""
    used = Indicator.objects.filter(series__in=series).values("series")
    Series.objects.filter(pk__in=series, entries__isnull=True).exclude(pk__in=used).delete()


def _write_targets(
    indicator: Indicator, old: Mapping[str, Target], cells: Mapping[str, Cell]
) -> None:
    """Cells as rows: a missing one has none, one that changed keeps its place on the paper."""
    gone = [old[key].pk for key, cell in cells.items() if cell.state == "missing" and key in old]
    if gone:
        Target.objects.filter(pk__in=gone).delete()
    rows = [
        Target(
            indicator=indicator, cell=key, state=cell.state, value=cell.value, text=cell.text,
            place=old[key].place if key in old else None,
        )
        for key, cell in cells.items()
        if cell.state != "missing" and not _is(old.get(key), cell)
    ]  # fmt: skip
    Target.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["indicator", "cell"],
        update_fields=["state", "value", "text", "numerator", "denominator", "confidence", "place"],
    )


def _is(old: Target | None, cell: Cell) -> bool:
    return (
        old is not None
        and (old.state, old.value) == (cell.state, cell.value)
        and (cell.state != "text" or old.text == cell.text)
    )


def _cell_text(target: Target | None) -> str:
    if target is None:
        return ""
    return target.text or ("" if target.value is None else plain(target.value))


def _shown(cells: Mapping[str, Cell]) -> dict[str, str]:
    return {
        key: cell.text or ("" if cell.value is None else plain(cell.value))
        for key, cell in cells.items()
        if key in CELLS
    }


def _given(values: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return {key: values[key] for key in fields if values.get(key) not in (None, "")}


def _difference(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only what changed, on both sides."""
    keys = [key for key in before if key in after and before[key] != after[key]]
    return {key: before[key] for key in keys}, {key: after[key] for key in keys}


def _element_name(element: Element) -> str:
    return f"{element.number or ''} {element.name or ''}".strip()


def touch(by: Member, plan: Plan) -> None:
    """Count the change of a version, with who made it."""
    plan.version += 1
    plan.changed_by, plan.changed_at = by.user, clock.now()
    plan.save(update_fields=["version", "changed_by", "changed_at"])


def _done(by: Member, plan: Plan, on: Any, subject: str, before: Any, after: Any) -> None:
    """The version was written: count it, and record the act."""
    touch(by, plan)
    record(by=by, act="plan.edit", on=on, subject=subject, before=before, after=after)
