"""A reviewed document where a plan of its year exists: what becomes of it, and the way back.

It replaces the draft, becomes a revision of the plan in force, or is only kept beside it.
Before anything is stored, `difference` shows what would change.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from renaksi import model, plan_json
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans import mapping
from renaksi_web.plans.comparing import ComparedElement, compare
from renaksi_web.plans.details import DETAILS
from renaksi_web.plans.mapping import Loaded, Reference
from renaksi_web.plans.models import Import, Indicator, Plan, Series
from renaksi_web.plans.pairing import Pairs, pairs, under_old_ids
from renaksi_web.plans.services.versions import new_plan
from renaksi_web.refusals import Refused

REPLACE, REVISE, KEEP = "replace", "revise", "keep"
_WAYS: Final = {
    Plan.Status.DRAFT: (REPLACE, KEEP),
    Plan.Status.SET: (REVISE, KEEP),
}


class Difference(NamedTuple):
    """What the document would change in the plan that stands, and what may become of it."""

    standing: Plan
    elements: list[ComparedElement]
    ways: tuple[str, ...]


def standing(by: Member, plan: model.Plan) -> Plan | None:
    """The newest version of the office's plan of that kind and year, if there is one."""
    require(by, "plan.view")
    if plan.year is None:
        return None
    rows = Plan.objects.filter(organisation=by.organisation, year=plan.year, kind=plan.kind[:40])
    return rows.order_by("-revision").first()


def difference(by: Member, plan: model.Plan) -> Difference | None:
    """The plan that stands against the one that was read; None where there is none."""
    row = standing(by, plan)
    if row is None:
        return None
    old = mapping.load(row)
    paired = pairs(old.plan, plan)
    new = _as_loaded(plan, old, paired)
    return Difference(row, compare(old, new), ways(row))


def ways(row: Plan) -> tuple[str, ...]:
    """What a document may become beside this version."""
    return _WAYS.get(Plan.Status(row.status), (KEEP,))


def _as_loaded(plan: model.Plan, old: Loaded, paired: Pairs) -> Loaded:
    """The read plan as if it were stored, its rows under the keys of those that they continue."""
    renamed = under_old_ids(plan, old.plan, paired)
    rows: dict[Reference, Indicator] = {}
    for element, named in zip(plan.elements, renamed.elements, strict=True):
        for index in range(len(element.indicators)):
            former = paired.indicators.get((element.id, index))
            row = Indicator(key=f"new {element.id} {index}"[:32])
            if former is not None:
                _continue(row, old.indicators[former])
            rows[named.id, index] = row
    return Loaded(renamed, {}, rows)


def _continue(row: Indicator, former: Indicator) -> None:
    """What an office added to an indicator stays when a document gives its targets anew."""
    row.key = former.key
    for detail in DETAILS:
        setattr(row, detail, getattr(former, detail))


# -- storing ---------------------------------------------------------------------------


def store_as_revision(
    by: Member, old: Plan, plan: model.Plan, imported: Import, reason: str
) -> Plan:
    """A draft that revises the version in force, with the cascade of the document."""
    require(by, "plan.revise")
    row = new_plan(
        by, year=old.year, kind=old.kind, title=plan.title and plan.title[:300],
        revision=old.revision + 1, revises=old, reason=_given(reason), imported=imported,
        office_name=old.office_name, office_code=old.office_code,
    )  # fmt: skip
    _store(mapping.load(old), plan, row)
    return row


def replace_draft(by: Member, row: Plan, plan: model.Plan, imported: Import) -> dict[str, Any]:
    """Put the document's cascade into a draft; gives the former one, for `restore_draft`."""
    old = mapping.load(row)
    former = _former(row, old)
    row.elements.all().delete()
    _store(old, plan, row)
    _forget_unused(old)
    row.title, row.imported = plan.title and plan.title[:300], imported
    _touch(by, row)
    return {**former, "version": row.version}


def restore_draft(by: Member, row: Plan, former: Mapping[str, Any]) -> None:
    """Put back the cascade that a document replaced, while nobody went on from there."""
    if row.status != Plan.Status.DRAFT or row.version != former["version"]:
        raise Refused(
            id="Draf ini sudah diubah atau dilanjutkan sesudah dokumen itu masuk; perbaiki di "
            "halaman rencananya.",
            en="This draft was changed or led on after the document came in; correct it on its "
            "own page.",
        )
    replaced = mapping.load(row)
    ((plan, _),) = plan_json.loads(json.dumps(former["plan"]), {})
    row.elements.all().delete()
    told = {(element, index): rest for element, index, *rest in former["rows"]}
    known = set(
        Series.objects.filter(
            organisation=row.organisation, pk__in=[series for _, series, _ in told.values()]
        ).values_list("pk", flat=True)
    )
    series = {at: found for at, (_, found, _) in told.items() if found in known}
    made = mapping.store(plan, row, series)
    for reference, indicator in made.items():
        indicator.key, _, details = told[reference]
        for detail, value in details.items():
            setattr(indicator, detail, value)
    Indicator.objects.bulk_update(made.values(), ["key", *DETAILS])
    _forget_unused(replaced)
    row.title = former["title"]
    row.imported = Import.objects.filter(
        organisation=row.organisation, pk=former["imported"], plan__isnull=True
    ).first()
    _touch(by, row)


def _store(old: Loaded, plan: model.Plan, into: Plan) -> None:
    """The document's cascade under a version; what continues keeps its id, series and details."""
    paired = pairs(old.plan, plan)
    renamed = under_old_ids(plan, old.plan, paired)
    formers: dict[Reference, Indicator] = {}
    for element, named in zip(plan.elements, renamed.elements, strict=True):
        for index in range(len(element.indicators)):
            former = paired.indicators.get((element.id, index))
            if former is not None:
                formers[named.id, index] = old.indicators[former]
    made = mapping.store(renamed, into, {at: row.series_id for at, row in formers.items()})
    for reference, former_row in formers.items():
        _continue(made[reference], former_row)
    continued = [made[reference] for reference in formers]
    Indicator.objects.bulk_update(continued, ["key", *DETAILS])


def _former(row: Plan, old: Loaded) -> dict[str, Any]:
    rows = [
        [*reference, indicator.key, indicator.series_id, _details(indicator)]
        for reference, indicator in old.indicators.items()
    ]
    return {
        "plan": plan_json.to_json(old.plan, ()),
        "rows": rows,
        "title": row.title,
        "imported": row.imported_id,
    }


def _details(indicator: Indicator) -> dict[str, Any]:
    values = {detail: getattr(indicator, detail) for detail in DETAILS}
    return {key: str(v) if isinstance(v, Decimal) else v for key, v in values.items()}


def _forget_unused(old: Loaded) -> None:
    """Series that no version uses any more, and for which nothing was reported."""
    ids = {row.series_id for row in old.indicators.values()}
    used = Indicator.objects.filter(series__in=ids).values("series")
    Series.objects.filter(pk__in=ids, entries__isnull=True).exclude(pk__in=used).delete()


def _touch(by: Member, row: Plan) -> None:
    row.version += 1
    row.changed_by, row.changed_at = by.user, clock.now()
    row.save()


def _given(reason: str) -> str:
    reason = reason.replace("\0", "").strip()[:1000]
    if not reason:
        raise Refused(id="Tuliskan alasan perubahannya.", en="Write down why it is revised.")
    return reason
