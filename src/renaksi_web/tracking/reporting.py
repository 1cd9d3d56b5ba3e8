"""Reporting: cells and what is said beside them, saved one or many at once.

A save is one act with one event. Who saves over a version that they have not seen gets a
`Conflict` with the newer entry instead, unless it says the same: a save that was sent
twice because its answer got lost is no conflict.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import OuterRef, Subquery

from renaksi.quantity import plain
from renaksi.quarter import ROMAN
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import User
from renaksi_web.accounts.policy import require
from renaksi_web.audit.services import record
from renaksi_web.plans.models import Indicator
from renaksi_web.plans.selectors import in_force, set_plan
from renaksi_web.refusals import Conflict, NotFound, Refused
from renaksi_web.tracking.models import Entry, ReportingWindow
from renaksi_web.tracking.typed import Typed, typed
from renaksi_web.tracking.windows import refuse_outside, windows

NOTHING: Final[Mapping[str, str]] = {}
SAID: Final = ("note", "obstacle", "follow_up")


class Change(NamedTuple):
    """What was typed for one series, over the version that was seen (0: over nothing).

    ``said`` holds what is said beside it, by field.
    """

    series: int
    text: str
    seen: int
    said: Mapping[str, str] = NOTHING


class Newer(Conflict):
    """Somebody else saved it in the meantime; ``entry`` is what they saved."""

    def __init__(self, entry: Entry) -> None:
        theirs, who = shown(entry) or "kosong", entry.author_name  # type: ignore[attr-defined]
        super().__init__(
            id=f"Diubah {who} menjadi {theirs} — pilih nilai.",
            en=f"{who} changed it to {theirs}: choose a value.",
        )
        self.entry = entry


class Locked(Refused):
    """The entry was sent on: what was reported no longer changes."""

    def __init__(self, entry: Entry) -> None:
        word = Entry.State(entry.state).label.lower()
        super().__init__(
            id=f"Terkunci: isian ini sudah {word}. Minta dikembalikan bila perlu diubah.",
            en=f"Locked: this entry is {entry.state}. Ask for its return to change it.",
        )


# By series: None where it was saved, else why it was not.
Outcomes = Mapping[int, Refused | None]


def shown(entry: Entry) -> str:
    """What was typed, as the cell shows it again."""
    return entry.text or ""


def fill_in(
    *, by: Member, year: int, quarter: str, changes: Sequence[Change], sample: bool = False
) -> Outcomes:
    """Save each cell that can be; the others keep what they hold and say why.

    Queries are constant, whatever the number of cells and the size of the plan.
    """
    require(by, "entry.edit")
    indicators = _indicators(by, year, [change.series for change in changes])
    outcomes: dict[int, Refused | None] = {}
    with transaction.atomic():
        window, entries = _locked(by, year, quarter, [change.series for change in changes])
        changed, before, after = [], {}, {}
        for change in changes:
            entry = entries[change.series]
            try:
                new = _new(entry, change, indicators[change.series])
                _refuse(entry, new, change.seen, window)
            except Refused as refusal:
                outcomes[change.series] = refusal
                continue
            outcomes[change.series] = None
            if new.is_any:
                before[entry.pk] = new.told_of(entry)
                new.put(entry, by, sample=sample)
                after[entry.pk] = new.told_of(entry)
                changed.append(entry)
        if changed:
            _write(changed)
            _record(by, window, changed, indicators, before, after)
        _forget_empty(entries.values(), changed)
    return outcomes


def describe(
    *,
    by: Member,
    year: int,
    quarter: str,
    series: int,
    note: str = "",
    obstacle: str = "",
    follow_up: str = "",
) -> Entry:
    """Say what belongs beside the number: a note, an obstacle, what follows from it."""
    require(by, "entry.edit")
    said = {"note": note.strip(), "obstacle": obstacle.strip(), "follow_up": follow_up.strip()}
    indicators = _indicators(by, year, [series])
    with transaction.atomic():
        entry = opened(by, year, quarter, series)
        before = {key: getattr(entry, key) for key in said if getattr(entry, key) != said[key]}
        if not before:
            _forget_empty([entry], [])
            return entry
        for key, text in said.items():
            setattr(entry, key, text)
        _stamp(entry, by)
        entry.save(update_fields=[*said, *_STAMP])
        after = {key: said[key] for key in before}
        subject = _called(indicators[series].name, entry)
        record(by=by, act="entry.edit", on=entry, subject=subject, before=before, after=after)
    return entry


def opened(by: Member, year: int, quarter: str, series: int) -> Entry:
    """The entry, made where there is none, locked until the transaction ends, and editable."""
    window, entries = _locked(by, year, quarter, [series])
    entry = entries[series]
    if not entry.is_editable:
        raise Locked(entry)
    if entry.state == Entry.State.DRAFT:
        refuse_outside(window, quarter)
    return entry


_VALUE = ("cell_state", "value", "text", "numerator", "denominator")
_STAMP = ("version", "author", "changed_at")
_FIELDS = [*_VALUE, *SAID, *_STAMP, "sample"]


class _New(NamedTuple):
    """What an entry becomes: another value, where there is one, and other words beside it."""

    value: Typed | None
    said: Mapping[str, str]

    @property
    def is_any(self) -> bool:
        """Whether something changes."""
        return self.value is not None or bool(self.said)

    def put(self, entry: Entry, by: Member, *, sample: bool) -> None:
        """Change the entry, which is not stored yet."""
        if self.value is not None:
            for name, part in zip(_VALUE, self.value, strict=True):
                setattr(entry, name, part)
            entry.sample = sample
        for key, text in self.said.items():
            setattr(entry, key, text)
        _stamp(entry, by)

    def told_of(self, entry: Entry) -> dict[str, Any]:
        """What changes as the entry holds it now, for the audit record."""
        value = {} if self.value is None else told(entry)
        return value | {key: getattr(entry, key) for key in self.said}


def _indicators(by: Member, year: int, series: Collection[int]) -> dict[int, Indicator]:
    """What reading a cell asks of the first row of each series in the plan in force; one query."""
    require(by, "plan.view")
    rows = Indicator.objects.only("series", "name", "unit", "scale").filter(
        element__plan__in=in_force(by, [year]), series__in=series
    )
    found: dict[int, Indicator] = {}
    for row in rows.order_by("element__position", "position"):
        found.setdefault(row.series_id, row)
    if not found or len(found) < len(set(series)):
        set_plan(by, year)  # which says so where there is none
    if len(found) < len(set(series)):
        raise NotFound
    return found


def _locked(
    by: Member, year: int, quarter: str, series: Collection[int]
) -> tuple[ReportingWindow | None, dict[int, Entry]]:
    """The window, and the series' entries locked; one that is not there is made as version 0."""
    window = windows(by, year).get(quarter)
    rows = Entry.objects.filter(
        organisation=by.organisation, year=year, quarter=quarter, series_id__in=series
    )
    Entry.objects.bulk_create(
        (
            Entry(
                organisation=by.organisation,
                series_id=one,
                year=year,
                quarter=quarter,
                version=0,
                author=by.user,
                changed_at=clock.now(),
            )
            for one in sorted(series)
        ),
        ignore_conflicts=True,
    )
    # Asked for beside the row, not joined to it: PostgreSQL leaves out a joined row whose author
    # somebody changed while this waited for its lock.
    authors = User.objects.filter(pk=OuterRef("author")).values("name")
    named = rows.annotate(author_name=Subquery(authors))
    locked = named.select_for_update(of=("self",)).order_by("series_id")
    return window, {entry.series_id: entry for entry in locked}


def _write(changed: Sequence[Entry]) -> None:
    """Store locked entries; one statement that is as short for fifty as for one."""
    Entry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["pk"], update_fields=_FIELDS
    )


def _new(entry: Entry, change: Change, row: Indicator) -> _New:
    """What of a change differs from what the entry holds; `Refused` where it means nothing."""
    value = None
    if change.text.strip() != shown(entry):
        read = typed(change.text, row.unit, row.scale)
        value = None if _same(entry, read) else read
    said = {key: text.strip() for key, text in change.said.items()}
    return _New(value, {k: text for k, text in said.items() if getattr(entry, k) != text})


def _refuse(entry: Entry, new: _New, seen: int, window: ReportingWindow | None) -> None:
    """Raise why the entry cannot become this; not where it is so already."""
    if not new.is_any:
        return
    if not entry.is_editable:
        raise Locked(entry)
    if entry.version != seen:
        raise Newer(entry)
    if entry.state == Entry.State.DRAFT:
        refuse_outside(window, entry.quarter)


def _same(entry: Entry, new: Typed) -> bool:
    return (entry.cell_state, entry.value, entry.numerator, entry.denominator) == (
        new.state,
        new.value,
        new.numerator,
        new.denominator,
    ) and (new.state != "text" or entry.text == new.text)


def _stamp(entry: Entry, by: Member) -> None:
    entry.version += 1
    entry.author = by.user
    entry.changed_at = clock.now()


def told(entry: Entry) -> dict[str, Any]:
    """What was reported, for the audit record."""
    numbers = {
        key: plain(number)
        for key in ("value", "numerator", "denominator")
        if (number := getattr(entry, key)) is not None
    }
    return {"state": entry.cell_state, "text": entry.text, **numbers}


def _forget_empty(entries: Collection[Entry], changed: Collection[Entry]) -> None:
    """Take back rows that were made for a save that came to nothing; not what has evidence."""
    empty = [entry.pk for entry in entries if entry.version == 0 and entry not in changed]
    if empty:
        Entry.objects.filter(pk__in=empty, evidence__isnull=True).delete()


def _called(name: str | None, entry: Entry) -> str:
    """How the record names an entry: its indicator and its quarter."""
    return f"{name or ''} · {ROMAN[entry.quarter]} {entry.year}"


def _record(
    by: Member,
    window: ReportingWindow | None,
    changed: Sequence[Entry],
    indicators: Mapping[int, Indicator],
    before: Mapping[int, Any],
    after: Mapping[int, Any],
) -> None:
    """One event: on the entry where it was one cell, on the quarter's window where many."""
    if len(changed) == 1 or window is None:
        entry = changed[0]
        record(
            by=by,
            act="entry.edit",
            on=entry,
            subject=_called(indicators[entry.series_id].name, entry),
            before=before[entry.pk],
            after=after[entry.pk],
        )
        return
    record(
        by=by,
        act="entry.edit",
        on=window,
        subject=f"{len(changed)} realisasi {ROMAN[window.quarter]} {window.year}",
        before={str(pk): told for pk, told in before.items()},
        after={str(pk): told for pk, told in after.items()},
    )
