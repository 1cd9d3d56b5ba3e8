"""Confirmed corrections, remembered by the office for the next file of the same layout.

They are only offered: nothing is corrected unless a person takes it, and what was taken can
be undone like any correction.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db import transaction

from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans import reading
from renaksi_web.plans.models import Import, Remembered
from renaksi_web.plans.review.memory import Told, key_of, step_for, told
from renaksi_web.plans.review.sheet import Sheet, sheet_of
from renaksi_web.plans.review.steps import Step, applied
from renaksi_web.refusals import NotFound

MOST_LEARNED = 500


class Offer(NamedTuple):
    """One remembered correction that would change something here."""

    pk: int
    correction: Told
    step: Step


def learn(by: Member, imported: Import) -> None:
    """Remember the corrections of an import that is being confirmed; part of that act."""
    if not imported.layout:
        return
    plan, _ = reading.plan_and_findings(imported.reading or {})
    found = {key_of(each): each for each in told(sheet_of(plan), imported.corrections)}
    # In one order, or two who confirm at once wait for each other in a circle.
    for key, correction in sorted(list(found.items())[:MOST_LEARNED]):
        Remembered.objects.update_or_create(
            organisation=by.organisation,
            layout=imported.layout,
            key=key,
            defaults={
                "correction": correction,
                "learned_from": imported,
                "learned_at": clock.now(),
            },
        )


def offers(member: Member, imported: Import, sheet: Sheet) -> list[Offer]:
    """What the office remembers for this layout and is still to be done here; one query."""
    require(member, "plan.view")
    if not imported.layout or imported.state != Import.State.REVIEW:
        return []
    rows = Remembered.objects.filter(organisation=member.organisation, layout=imported.layout)
    steps = ((row, step_for(sheet, row.correction)) for row in rows.order_by("pk"))
    return [Offer(row.pk, row.correction, step) for row, step in steps if step is not None]


def step_of(by: Member, imported: Import, sheet: Sheet, chosen: Collection[int]) -> dict[str, Any]:
    """One step that takes the chosen offers, each on what those before it left."""
    taken: list[Step] = []
    for offer in offers(by, imported, sheet):
        step = step_for(sheet, offer.correction) if offer.pk in chosen else None
        if step is not None:
            taken.append(step)
            sheet = applied(sheet, step)
    return {"do": "remembered", "steps": taken}


def forget(*, by: Member, remembered_id: int) -> None:
    """Offer a correction no more."""
    require(by, "plan.import")
    with transaction.atomic():
        row = Remembered.objects.filter(organisation=by.organisation, pk=remembered_id).first()
        if row is None:
            raise NotFound
        record(
            by=by, act="plan.import", on=row, subject=row.learned_from.document.filename,
            before={"remembered": row.correction},
        )  # fmt: skip
        row.delete()
