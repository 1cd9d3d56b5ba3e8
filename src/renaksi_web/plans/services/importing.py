"""Bringing a plan in: read a document, correct what was read, confirm it, or take it back.

The file is read before anything is stored, and stored with its reading in one transaction;
until somebody confirms, no plan exists.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.db import transaction

from renaksi import model
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.files.services import keep
from renaksi_web.plans import mapping, reading, selectors
from renaksi_web.plans.fitting import refuse_oversized, sane_year
from renaksi_web.plans.models import Import, Indicator, Plan, PlanDocument, Remembered, Series
from renaksi_web.plans.reading import Read
from renaksi_web.plans.review.sheet import Sheet, plan_of, sheet_of
from renaksi_web.plans.review.steps import applied, replayed
from renaksi_web.plans.review.tasks import review
from renaksi_web.plans.services import placing, remembering
from renaksi_web.plans.services.versions import new_plan
from renaksi_web.refusals import Conflict, NotFound, Refused

MOST_CORRECTIONS = 2000


def bring_in(*, by: Member, data: bytes, filename: str, read: Read | None = None) -> Import:
    """Read a document that holds one plan and keep it with its reading, waiting for review.

    ``read`` is its reading where it was read already.
    """
    require(by, "plan.import")
    read = read or reading.read(data)
    if read is None or read.parts > 1:
        raise Refused(
            id="Berkas ini memuat beberapa rencana; masukkan lewat antrean.",
            en="This file holds several plans; bring it in by the queue.",
        )
    with transaction.atomic():
        imported = keep_read(by, data, filename, read)
        record(
            by=by, act="plan.import", on=imported, subject=imported.document.filename,
            after={"state": imported.state, "sha256": imported.document.file.sha256},
        )  # fmt: skip
    return imported


def keep_read(by: Member, data: bytes, filename: str, read: Read) -> Import:
    """A document and its reading, waiting for review; part of a greater act, which records."""
    now = clock.now()
    document = PlanDocument.objects.create(
        organisation=by.organisation,
        file=keep(by=by, data=data),
        filename=printable(filename),
        uploaded_by=by.user,
        uploaded_at=now,
    )
    return Import.objects.create(
        organisation=by.organisation,
        document=document,
        state=Import.State.REVIEW,
        year=sane_year(read.reading["year"]),
        reading=read.reading,
        original=read.original,
        layout=read.layout,
        created_by=by.user,
        created_at=now,
        read_at=now,
    )


def printable(filename: str) -> str:
    """A file's name as it can be kept and shown."""
    return "".join(filter(str.isprintable, filename))[:255] or "rencana"


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
        corrected = applied(sheet, step)
        if corrected == sheet:  # a card sent empty is an oversight and no correction
            raise Refused(
                id="Belum ada yang berubah; isi atau ubah dulu yang dimaksud.",
                en="Nothing has changed; fill in or change something first.",
            )
        imported.year = sane_year(corrected.plan.year)
        imported.corrections = [*imported.corrections, dict(step)]
        return {"step": dict(step)}

    _change(by, imported_id, seen, take)


def use_remembered(
    *, by: Member, imported_id: int, chosen: Collection[int], seen: int | None
) -> None:
    """Take remembered corrections, as one step."""
    require(by, "plan.import")
    imported = selectors.imported(by, imported_id)
    sheet, _ = sheet_and_findings(imported)
    step = remembering.step_of(by, imported, sheet, chosen)
    correct(
        by=by, imported_id=imported_id, step=step, seen=imported.version if seen is None else seen
    )


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


def confirm(
    *, by: Member, imported_id: int, way: str = "", reason: str = "", seen: str = ""
) -> Plan | None:
    """Make the plan of a reviewed import: all of it, with its document, or nothing.

    Where a plan of the year stands, ``way`` says what becomes of the document (see
    `placing`), and ``seen`` which state of that plan the person saw. None where it is only
    kept.
    """
    require(by, "plan.import")
    with transaction.atomic():
        imported = _locked(by, imported_id)
        sheet, found = sheet_and_findings(imported)
        plan, _ = plan_of(sheet)
        row = None
        if way != placing.KEEP:
            _refuse_open(review(sheet, found, imported.decisions).tasks.number)
            refuse_oversized(plan)
            row = _placed(by, imported, _ordered(plan), way, reason, seen)
            remembering.learn(by, imported)
        imported.state = Import.State.KEPT if row is None else Import.State.CONFIRMED
        imported.ended_at = clock.now()
        imported.version += 1
        imported.save()
        record(
            by=by, act="plan.import", on=row or imported,
            subject=_called(row) if row else imported.document.filename,
            after={"import": imported.pk, "way": way or "new", "year": imported.year,
                   "elements": len(plan.elements)},
            reason=reason if way == placing.REVISE else "",
        )  # fmt: skip
    return row


def _refuse_open(number: int) -> None:
    if number:
        raise Refused(
            id=f"Masih ada {number} hal yang perlu Anda putuskan.",
            en=f"{number} things still wait for your decision.",
        )


def _placed(
    by: Member, imported: Import, plan: model.Plan, way: str, reason: str, seen: str
) -> Plan:
    """The plan's row: a new plan, a draft with a new content, or a revision."""
    if not way:
        row = _plan_row(by, imported, plan)
        mapping.store(plan, row)
        return row
    rows = Plan.objects.select_for_update(of=("self",)).filter(
        organisation=by.organisation, year=plan.year or 0, kind=plan.kind[:40]
    )
    old = rows.order_by("-revision").first()
    if old is None or f"{old.pk}:{old.version}" != seen:
        raise Conflict(
            id="Rencana tahun itu baru saja berubah. Bandingkan lagi, lalu pilih.",
            en="The plan of that year has just changed. Compare again, then choose.",
        )
    if way not in placing.ways(old):
        raise Refused(
            id="Pilih dulu dokumen ini menjadi apa.", en="Choose first what this document becomes."
        )
    if way == placing.REVISE:
        return placing.store_as_revision(by, old, plan, imported, reason)
    imported.former = placing.replace_draft(by, old, plan, imported)
    return old


def give_up(*, by: Member, imported_id: int) -> None:
    """Do not use what was read; the document stays in the record."""

    def take(imported: Import) -> dict[str, Any]:
        imported.state, imported.ended_at = Import.State.DROPPED, clock.now()
        return {"state": imported.state}

    _change(by, imported_id, None, take)


def undo(*, by: Member, imported_id: int) -> None:
    """Take back what became of a document, while nobody went on from there.

    A plan or revision that is not set goes, a replaced draft comes back, and a document
    that was only kept waits for review again.
    """
    require(by, "plan.import")
    with transaction.atomic():
        imported = _found(by, imported_id)
        before = imported.state
        imported.state = _undone(by, imported)
        imported.ended_at = None if imported.state == Import.State.REVIEW else clock.now()
        imported.former = None
        imported.version += 1
        imported.save()
        Remembered.objects.filter(learned_from=imported).delete()
        record(
            by=by, act="plan.import", on=imported, subject=imported.document.filename,
            before={"state": before}, after={"state": imported.state},
        )  # fmt: skip


def _undone(by: Member, imported: Import) -> str:
    if imported.state == Import.State.KEPT:
        return Import.State.REVIEW
    plan = Plan.objects.select_for_update().filter(imported=imported).first()
    if imported.state != Import.State.CONFIRMED or plan is None:
        raise Refused(
            id="Tidak ada rencana dari impor ini yang bisa dibatalkan.",
            en="There is no plan of this import to take back.",
        )
    if imported.former is not None:
        placing.restore_draft(by, plan, imported.former)
    else:
        remove(plan)
    return Import.State.UNDONE


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
