"""Bringing a plan in: read a document, correct what was read, confirm it, or take it back.

The file is read before anything is stored, and stored with its reading in one transaction;
until somebody confirms, no plan exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import transaction

from renaksi import model
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.files.services import keep
from renaksi_web.plans import mapping, reading
from renaksi_web.plans.fitting import refuse_oversized, sane_year
from renaksi_web.plans.models import Import, Indicator, Plan, PlanDocument, Series
from renaksi_web.plans.review.sheet import Sheet, plan_of, sheet_of
from renaksi_web.plans.review.steps import applied, replayed
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services.versions import new_plan
from renaksi_web.refusals import Conflict, NotFound, Refused

MOST_CORRECTIONS = 2000


def bring_in(*, by: Member, data: bytes, filename: str) -> Import:
    """Read a document and keep it with its reading, waiting for review."""
    require(by, "plan.import")
    read = reading.read(data)
    now = clock.now()
    with transaction.atomic():
        document = PlanDocument.objects.create(
            organisation=by.organisation,
            file=keep(by=by, data=data),
            filename="".join(filter(str.isprintable, filename))[:255] or "rencana",
            uploaded_by=by.user,
            uploaded_at=now,
        )
        imported = Import.objects.create(
            organisation=by.organisation,
            document=document,
            state=Import.State.REVIEW,
            year=sane_year(read["year"]),
            reading=read,
            created_by=by.user,
            created_at=now,
            read_at=now,
        )
        record(
            by=by, act="plan.import", on=imported, subject=document.filename,
            after={"state": imported.state, "sha256": document.file.sha256},
        )  # fmt: skip
    return imported


def sheet_and_findings(imported: Import) -> tuple[Sheet, tuple[Any, ...]]:
    """The sheet as corrected so far, and the findings of its reading."""
    plan, found = reading.plan_and_findings(imported.reading or {})
    return replayed(sheet_of(plan), imported.corrections), found


def correct(*, by: Member, imported_id: int, step: Mapping[str, Any], seen: int | None) -> None:
    """Take one step of correction; refused where it makes no sense."""

    def take(imported: Import) -> dict[str, Any]:
        if len(imported.corrections) >= MOST_CORRECTIONS:
            raise Refused(
                id="Terlalu banyak koreksi; masukkan rencananya, lalu lanjutkan di halamannya.",
                en="Too many corrections; take the plan in and go on on its own page.",
            )
        sheet, _ = sheet_and_findings(imported)
        imported.year = sane_year(applied(sheet, step).plan.year)
        imported.corrections = [*imported.corrections, dict(step)]
        return {"step": dict(step)}

    _change(by, imported_id, seen, take)


def take_back(*, by: Member, imported_id: int, seen: int | None) -> None:
    """Undo the last correction."""

    def take(imported: Import) -> dict[str, Any]:
        if not imported.corrections:
            raise Refused(id="Belum ada koreksi untuk diurungkan.", en="There is nothing to undo.")
        *kept, last = imported.corrections
        imported.corrections = kept
        plan, _ = reading.plan_and_findings(imported.reading or {})
        imported.year = sane_year(replayed(sheet_of(plan), kept).plan.year)
        return {"taken_back": last}

    _change(by, imported_id, seen, take)


def decide(
    *, by: Member, imported_id: int, findings: Iterable[str], reason: str, seen: int | None
) -> None:
    """Leave findings as the paper has them, for a reason; without one, ask them again."""
    chosen = list(findings)

    def take(imported: Import) -> dict[str, Any]:
        kept = {k: v for k, v in imported.decisions.items() if k not in chosen}
        if reason:
            kept |= {key: {"reason": reason, "by": by.user.name} for key in chosen}
        imported.decisions = kept
        return {"findings": chosen, "left": bool(reason)}

    _change(by, imported_id, seen, take, reason)


def confirm(*, by: Member, imported_id: int) -> Plan:
    """Make the plan of a reviewed import: all of it, with its document, or nothing."""
    require(by, "plan.import")
    with transaction.atomic():
        imported = _locked(by, imported_id)
        sheet, found = sheet_and_findings(imported)
        open_ = review(sheet, found, imported.decisions).tasks
        if open_.number:
            raise Refused(
                id=f"Masih ada {open_.number} hal yang perlu Anda putuskan.",
                en=f"{open_.number} things still wait for your decision.",
            )
        plan, _ = plan_of(sheet)
        refuse_oversized(plan)
        row = _plan_row(by, imported, plan)
        mapping.store(_ordered(plan), row)
        imported.state, imported.ended_at = Import.State.CONFIRMED, clock.now()
        imported.version += 1
        imported.save(update_fields=["state", "ended_at", "version"])
        record(
            by=by, act="plan.import", on=row, subject=_called(row),
            after={"import": imported.pk, "elements": len(plan.elements), "year": row.year},
        )  # fmt: skip
    return row


def give_up(*, by: Member, imported_id: int) -> None:
    """Do not use what was read; the document stays in the record."""

    def take(imported: Import) -> dict[str, Any]:
        imported.state, imported.ended_at = Import.State.DROPPED, clock.now()
        return {"state": imported.state}

    _change(by, imported_id, None, take)


def undo(*, by: Member, imported_id: int) -> None:
    """Take a confirmed import back while its plan is not set and nothing was reported on it."""
    require(by, "plan.import")
    with transaction.atomic():
        imported = _found(by, imported_id)
        plan = Plan.objects.select_for_update().filter(imported=imported).first()
        if imported.state != Import.State.CONFIRMED or plan is None:
            raise Refused(
                id="Tidak ada rencana dari impor ini yang bisa dibatalkan.",
                en="There is no plan of this import to take back.",
            )
        remove(plan)
        imported.state, imported.ended_at = Import.State.UNDONE, clock.now()
        imported.version += 1
        imported.save(update_fields=["state", "ended_at", "version"])
        record(
            by=by, act="plan.import", on=imported, subject=imported.document.filename,
            before={"state": Import.State.CONFIRMED}, after={"state": imported.state},
        )  # fmt: skip


def remove(plan: Plan) -> None:
    """Delete a version that is not in force, on whose indicators nothing was reported."""
    if plan.status in (Plan.Status.SET, Plan.Status.SUPERSEDED):
        raise Refused(
            id="Rencana ini sudah ditetapkan; ubahlah lewat perubahan rencana.",
            en="This plan is set; change it by a revision.",
        )
    series = Series.objects.filter(indicators__element__plan=plan)
    if series.filter(entries__year=plan.year).exists() and plan.revision == 0:
        raise Refused(
            id="Sudah ada realisasi yang dilaporkan untuk rencana ini.",
            en="Actuals were already reported for this plan.",
        )
    ids = list(series.values_list("pk", flat=True).distinct())
    plan.delete()
    used = Indicator.objects.filter(series__in=ids).values("series")
    Series.objects.filter(pk__in=ids, entries__isnull=True).exclude(pk__in=used).delete()


def _change(
    by: Member,
    imported_id: int,
    seen: int | None,
    take: Callable[[Import], dict[str, Any]],
    reason: str = "",
) -> None:
    """Lock an import under review, change it, record it."""
    require(by, "plan.import")
    with transaction.atomic():
        imported = _locked(by, imported_id)
        if seen is not None and seen != imported.version:
            raise Conflict(
                id="Rekan Anda baru saja mengoreksi impor ini. Halaman menunjukkan yang terbaru; "
                "ulangi koreksi Anda bila masih perlu.",
                en="A colleague has just corrected this import. The page shows the newest state; "
                "repeat your correction if it is still needed.",
            )
        after = take(imported)
        imported.version += 1
        imported.save()
        record(
            by=by, act="plan.import", on=imported, subject=imported.document.filename,
            after=after, reason=reason,
        )  # fmt: skip


def _found(by: Member, imported_id: int) -> Import:
    rows = Import.objects.select_for_update(of=("self",)).select_related("document")
    imported = rows.filter(organisation=by.organisation, pk=imported_id).first()
    if imported is None:
        raise NotFound
    return imported


def _locked(by: Member, imported_id: int) -> Import:
    """The import, locked, while it is under review."""
    imported = _found(by, imported_id)
    if imported.state != Import.State.REVIEW:
        raise Refused(
            id="Impor ini sudah selesai; koreksi tidak berlaku lagi.",
            en="This import is over; it takes no more corrections.",
        )
    return imported


def _plan_row(by: Member, imported: Import, plan: model.Plan) -> Plan:
    return new_plan(
        by,
        year=plan.year or 0,
        kind=plan.kind[:40],
        title=plan.title and plan.title[:300],
        office_name=(plan.organisation.name if plan.organisation else by.organisation.name)[:200],
        office_code=((plan.organisation and plan.organisation.code) or "")[:30],
        imported=imported,
    )


def _ordered(plan: model.Plan) -> model.Plan:
    """The elements as a reader walks them: each before those below it, siblings as they stood."""
    below: dict[str | None, list[model.Element]] = {}
    for element in plan.elements:
        below.setdefault(element.parent, []).append(element)
    walked: list[model.Element] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        element = waiting.pop()
        walked.append(element)
        waiting.extend(reversed(below.get(element.id, [])))
    return plan._replace(elements=tuple(walked))


def _called(row: Plan) -> str:
    return row.title or f"Rencana aksi {row.year}"
