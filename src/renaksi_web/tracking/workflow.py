"""Steps of the workflow: many entries of one quarter at once, all or none, one event.

What leads where stands in `renaksi_web.tracking.transitions`, who may in the policy; here
is what else must hold: a reason where one is asked for, nobody's own work, what was seen
is what is decided on, and what was off track is explained before it is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from django.db import transaction

from renaksi.quarter import ROMAN
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import POLICY, require
from renaksi_web.audit.services import record
from renaksi_web.refusals import Conflict, NotFound, Refused
from renaksi_web.tracking import frozen
from renaksi_web.tracking.models import Entry, ReportingWindow, Transition
from renaksi_web.tracking.report import report
from renaksi_web.tracking.transitions import TRANSITIONS, Step

# Entry id → the version that the person had before them when deciding.
Seen = Mapping[int, int]


_WHY_RETURN: Final = (
    "Bagian mana yang perlu diperbaiki? Tulis alasannya.",
    "What has to be put right? Write the reason.",
)
_WHY_REOPEN: Final = (
    "Mengapa perlu dibuka kembali? Tulis alasannya.",
    "Why has it to be opened again? Write the reason.",
)


def move(
    *,
    by: Member,
    act: str,
    year: int,
    quarter: str,
    seen: Seen,
    reason: str = "",
    shown_as: str | None = None,
) -> int:
    """Take these entries one step on (or back); gives how many.

    ``shown_as`` is the state in which the person saw them: who means to return what was
    submitted does not return what somebody verified in the meantime.
    """
    require(by, act)
    step, reason = TRANSITIONS[act], reason.strip()
    if step.needs_reason and not reason:
        asked = _WHY_REOPEN if act == "entry.reopen" else _WHY_RETURN
        raise Refused(id=asked[0], en=asked[1], field="reason")
    if not seen:
        raise Refused(id="Pilih sedikitnya satu isian.", en="Choose at least one entry.")
    with transaction.atomic():
        window, entries = _locked(by, year, quarter, seen)
        _refuse_changed(entries, seen, step.start & {shown_as} if shown_as else step.start)
        _refuse_own(by, act, entries)
        if act == "entry.submit":
            _refuse_incomplete(by, year, quarter, entries)
        _take(by, step, entries, reason)
        if act == "entry.approve":
            frozen.freeze(by=by, year=year, window=window)
        elif act == "entry.reopen":
            frozen.thaw(by=by, year=year, quarter=quarter, reason=reason)
        record(
            by=by,
            act=act,
            on=window,
            subject=f"{len(entries)} realisasi {ROMAN[quarter]} {year}",
            before={str(e.pk): was for e, was in zip(entries, _was(entries), strict=True)},
            after={str(e.pk): step.end for e in entries},
            reason=reason,
        )
    return len(entries)


def _locked(by: Member, year: int, quarter: str, seen: Seen) -> tuple[ReportingWindow, list[Entry]]:
    """The window and the entries, locked before anything is read of them.

    All windows of the year: a result rests on the earlier quarters' entries too, and whoever
    approves others at the same moment must find them in it.
    """
    windows = ReportingWindow.objects.select_for_update(no_key=True).filter(
        organisation=by.organisation, year=year
    )
    window = {row.quarter: row for row in windows.order_by("quarter")}.get(quarter)
    rows = Entry.objects.filter(
        organisation=by.organisation, year=year, quarter=quarter, pk__in=seen
    )
    entries = list(rows.select_for_update().order_by("series_id"))
    if window is None or len(entries) != len(seen):
        raise NotFound
    return window, entries


def _refuse_changed(entries: Sequence[Entry], seen: Seen, start: Collection[str]) -> None:
    if any(entry.version != seen[entry.pk] or entry.state not in start for entry in entries):
        raise Conflict(
            id="Isian berubah sejak halaman ini dibuka; muat ulang, lalu putuskan lagi.",
            en="Entries changed since this page was opened; reload it and decide again.",
        )


def _refuse_own(by: Member, act: str, entries: Sequence[Entry]) -> None:
    """What is decided on may not be one's own, whoever sent it on."""
    if not POLICY[act].own:
        authors = [person for e in entries for person in (e.author_id, e.submitted_by_id)]
        require(by, act, authors=authors)


def _refuse_incomplete(by: Member, year: int, quarter: str, entries: Sequence[Entry]) -> None:
    """Nothing empty is sent, and nothing off track without an obstacle and a follow-up."""
    chosen = {entry.series_id for entry in entries}
    lines = [
        line
        for line in report(by, year, quarter, only=chosen).lines
        if line.entry and (line.entry.cell_state == "missing" or line.lacks_explanation)
    ]
    if lines:
        names = "; ".join(line.name for line in lines[:3])
        more = f" dan {len(lines) - 3} lainnya" if len(lines) > 3 else ""
        also = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
        raise Refused(
            id=f"Belum dapat dikirim; isi dulu nilai, kendala, dan tindak lanjut: {names}{more}.",
            en=f"Not sent yet: first fill in value, obstacle and follow-up: {names}{also}.",
        )


def _take(by: Member, step: Step, entries: Sequence[Entry], reason: str) -> None:
    Transition.objects.bulk_create(
        Transition(
            entry=entry,
            act=step.act,
            from_state=entry.state,
            to_state=step.end,
            reason=reason,
            by=by.user,
            at=clock.now(),
        )
        for entry in entries
    )
    changed: dict[str, Any] = {"state": step.end}
    if step.act == "entry.submit":
        changed["submitted_by"] = by.user
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(**changed)


def _was(entries: Sequence[Entry]) -> list[str]:
    """The states that the rows were read in; the update did not touch these objects."""
    return [entry.state for entry in entries]
