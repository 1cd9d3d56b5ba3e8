"""The versions of a plan: new, copied, verified, set, revised; a set one never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db import IntegrityError, transaction

from renaksi import model
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans import mapping
from renaksi_web.plans.details import DETAILS
from renaksi_web.plans.fitting import sane_year
from renaksi_web.plans.models import Indicator, Plan
from renaksi_web.plans.renstra import BEFORE, MEDIUM
from renaksi_web.refusals import NotFound, Refused

_S: Final = Plan.Status


def start(*, by: Member, year: int, title: str = "") -> Plan:
    """A new, empty plan of a year."""
    require(by, "plan.edit")
    with transaction.atomic():
        row = new_plan(by, year=year, title=title or None, office_name=by.organisation.name)
        record(by=by, act="plan.edit", on=row, subject=called(row), after={"year": year})
    return row


def copy(*, by: Member, plan_id: int, year: int, keep_targets: bool) -> Plan:
    """A plan of another year with the same cascade; its indicators go on under their series."""
    require(by, "plan.edit")
    with transaction.atomic():
        old = _found(by, plan_id)
        title = old.title and old.title.replace(str(old.year), str(year))
        row = new_plan(
            by, year=year, kind=old.kind, title=title, copied_from=old,
            office_name=old.office_name, office_code=old.office_code,
        )  # fmt: skip
        _copy_cascade(old, row, keep_targets=keep_targets)
        record(
            by=by, act="plan.edit", on=row, subject=called(row),
            after={"year": year, "copied_from": old.pk, "targets": keep_targets},
        )  # fmt: skip
    return row


def verify(*, by: Member, plan_id: int) -> None:
    """The draft is right; its author may not say so."""

    def check(row: Plan) -> dict[str, Any]:
        _refuse_incomplete(row)
        row.status, row.verified_by, row.verified_at = _S.VERIFIED, by.user, clock.now()
        return {}

    _lead(by, plan_id, "plan.verify", _S.DRAFT, check)


def set_in_force(*, by: Member, plan_id: int) -> None:
    """The verified version is in force; the one that it revises no longer is."""

    def put(row: Plan) -> dict[str, Any]:
        row.status, row.set_by, row.set_at = _S.SET, by.user, clock.now()
        older = Plan.objects.filter(
            organisation=by.organisation, year=row.year, kind=row.kind, status=_S.SET
        )
        older.update(status=_S.SUPERSEDED)
        return {}

    _lead(by, plan_id, "plan.set", _S.VERIFIED, put)


def give_back(*, by: Member, plan_id: int, reason: str) -> None:
    """A verified version is a draft again, for a reason."""

    def back(row: Plan) -> dict[str, Any]:
        row.status, row.verified_by, row.verified_at = _S.DRAFT, None, None
        return {}

    _lead(by, plan_id, "plan.return", _S.VERIFIED, back, _given(reason))


def revise(*, by: Member, plan_id: int, reason: str) -> Plan:
    """Open a revision of the version in force: a draft with rows of its own."""
    require(by, "plan.revise")
    reason = _given(reason)
    with transaction.atomic():
        old = _found(by, plan_id)
        if old.status != _S.SET:
            raise Refused(
                id="Hanya rencana yang ditetapkan yang diubah lewat perubahan rencana.",
                en="Only a plan that is set is changed by a revision.",
            )
        open_ = Plan.objects.filter(revises=old).first()
        if open_ is not None:
            raise Refused(
                id=f"Perubahan ke-{open_.revision} sudah dibuka; lanjutkan yang itu.",
                en=f"Revision {open_.revision} is already open; go on with that one.",
            )
        row = new_plan(
            by, year=old.year, kind=old.kind, title=old.title, revision=old.revision + 1,
            revises=old, reason=reason, office_name=old.office_name, office_code=old.office_code,
        )  # fmt: skip
        _copy_cascade(old, row, keep_targets=True)
        record(
            by=by, act="plan.revise", on=row, subject=called(row),
            before={"revision": old.revision}, after={"revision": row.revision}, reason=reason,
        )  # fmt: skip
    return row


def new_plan(by: Member, *, year: int, kind: str = "action_plan", **given: Any) -> Plan:
    """A draft's row; refused where the office has this plan of the year already.

    Part of a greater act, which records. Two people who make it at once get one.
    """
    if sane_year(year) is None:
        raise Refused(
            id="Tahun rencana harus antara 2000 dan 2100.",
            en="The plan's year must be between 2000 and 2100.",
        )
    now = clock.now()
    try:
        with transaction.atomic():
            return Plan.objects.create(
                organisation=by.organisation, year=year, kind=kind[:40],
                created_by=by.user, created_at=now, changed_by=by.user, changed_at=now, **given,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(
            id=f"Rencana {year} sudah ada. Ubah rencana itu, atau hapus dulu drafnya.",
            en=f"There is a plan of {year} already. Change that one, or delete its draft first.",
        ) from error


def called(row: Plan) -> str:
    """How a version is called in the record."""
    name = row.title or f"Rencana aksi {row.year}"
    return f"{name} (perubahan ke-{row.revision})" if row.revision else name


def _given(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused(id="Tuliskan alasannya.", en="Write down the reason.")
    return reason


def _found(by: Member, plan_id: int) -> Plan:
    rows = Plan.objects.select_for_update(of=("self",)).filter(organisation=by.organisation)
    row = rows.filter(pk=plan_id).first()
    if row is None:
        raise NotFound
    return row


def _lead(by: Member, plan_id: int, act: str, expected: str, change: Any, reason: str = "") -> None:
    """Lead a version from its expected status on, and record it."""
    require(by, act)
    with transaction.atomic():
        row = _found(by, plan_id)
        require(by, act, authors=[row.created_by_id, row.changed_by_id])
        if row.status != expected:
            raise Refused(
                id=f"Rencana ini sekarang berstatus {row.get_status_display().lower()}; "
                "muat ulang halaman.",
                en=f"This plan is now {row.status}; load the page again.",
            )
        before = row.status
        change(row)
        row.version += 1
        row.save()
        record(
            by=by, act=act, on=row, subject=called(row),
            before={"status": before}, after={"status": row.status}, reason=reason,
        )  # fmt: skip


def _refuse_incomplete(row: Plan) -> None:
    indicators = Indicator.objects.filter(element__plan=row)
    if not indicators.exists():
        raise Refused(
            id="Rencana ini belum mempunyai satu pun indikator.",
            en="This plan has no indicator yet.",
        )
    waiting = [r for r in indicators.only("confirm", "name") if r.confirm]
    if waiting:
        raise Refused(
            id=f"{len(waiting)} indikator belum dipastikan cara menghitungnya, misalnya "
            f"“{waiting[0].name or 'tanpa nama'}”.",
            en=f"It is not settled how {len(waiting)} indicators count, "
            f"“{waiting[0].name or 'nameless'}” for one.",
        )


def _copy_cascade(old: Plan, into: Plan, *, keep_targets: bool) -> None:
    """The cascade of a version as rows of another, with the office's own details and series."""
    loaded = mapping.load(old)
    plan = loaded.plan if keep_targets else _without_targets(loaded.plan)
    if old.year != into.year:
        plan = plan._replace(elements=tuple(e._replace(spending={}) for e in plan.elements))
    series = {reference: row.series_id for reference, row in loaded.indicators.items()}
    made = mapping.store(plan, into, series)
    for reference, row in made.items():
        former = loaded.indicators[reference]
        row.key = former.key
        row.filed_actuals = _past(former.filed_actuals, old.year, into.year)
        for detail in DETAILS:
            setattr(row, detail, getattr(former, detail))
    Indicator.objects.bulk_update(made.values(), ["key", "filed_actuals", *DETAILS])


def _without_targets(plan: model.Plan) -> model.Plan:
    return plan._replace(
        elements=tuple(
            e._replace(
                indicators=tuple(
                    i._replace(targets={k: c for k, c in i.targets.items() if k == MEDIUM})
                    for i in e.indicators
                )
            )
            for e in plan.elements
        )
    )


def _past(filed: Mapping[str, Any], of: int, year: int) -> dict[str, Any]:
    """What a copy keeps of filed actuals: single earlier years, and in the same year their sum.

    The quarters are reported anew, and by the next year *until last year* means another one.
    """
    kept = {key: cell for key, cell in filed.items() if key[:1] == "y" and key[1:].isdigit()}
    return kept | ({BEFORE: filed[BEFORE]} if of == year and BEFORE in filed else {})
