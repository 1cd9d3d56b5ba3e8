"""What changed in an entry since it was sent back, for whoever decides on it again.

Taken from the audit record: the changes after the last return (or reopening) of each entry,
folded into one, from what stood there then to what stands there now.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import Story, events_of
from renaksi_web.tracking.models import Entry, ReportingWindow
from renaksi_web.tracking.report import Report
from renaksi_web.tracking.reporting import SAID

_SENT_BACK: Final = ("entry.return", "entry.reopen")
_CHANGED: Final = ("entry.edit", "evidence.edit")


class Difference(NamedTuple):
    """Fields from what they held at the return to what they hold; proofs by title."""

    before: dict[str, Any]
    after: dict[str, Any]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing differs from what was sent back."""
        return not (self.after or self.added or self.removed)


def since_return(member: Member, found: Report) -> dict[int, Difference]:
    """By entry, for those that were once sent back and sent on again; one query, or none."""
    require(member, "entry.view")
    again = [
        line.entry.pk
        for line in found.standing("submitted", "verified")
        if line.entry is not None and line.entry.reason  # type: ignore[attr-defined]
    ]
    if not again or found.window is None:
        return {}
    of = {
        Entry._meta.label_lower: again,
        ReportingWindow._meta.label_lower: [found.window.pk],
    }
    stories = events_of(member, of, acts=(*_SENT_BACK, *_CHANGED))
    return {entry: _folded(_since(stories, str(entry))) for entry in again}


def _since(stories: list[Story], entry: str) -> list[tuple[Any, Any]]:
    """Before and after of each change of the entry behind its last return."""
    changes: list[tuple[Any, Any]] = []
    for story in stories:
        if story.act in _SENT_BACK:
            if entry in (story.after or {}):
                changes.clear()
        elif story.kind == Entry._meta.label_lower:
            if story.object_id == entry:
                changes.append((story.before or {}, story.after or {}))
        elif entry in (story.after or {}):
            changes.append((story.before[entry], story.after[entry]))
    return changes


def _folded(changes: list[tuple[Any, Any]]) -> Difference:
    """One difference for many: the first *before* against the last *after* of each field."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    proofs: dict[str, int] = {}
    for old, new in changes:
        for proof in new.get("evidence", ()):
            proofs[proof["title"]] = proofs.get(proof["title"], 0) + 1
        for proof in old.get("evidence", ()):
            proofs[proof["title"]] = proofs.get(proof["title"], 0) - 1
        before = {**_fields(old), **before}
        after |= _fields(new)
    same = {key for key in after if before.get(key) == after[key]}
    return Difference(
        {key: told for key, told in before.items() if key not in same},
        {key: told for key, told in after.items() if key not in same},
        tuple(title for title, count in proofs.items() if count > 0),
        tuple(title for title, count in proofs.items() if count < 0),
    )


def _fields(told: dict[str, Any]) -> dict[str, Any]:
    """What an event says of an entry, by field; a reported value is one field with its parts."""
    fields: dict[str, Any] = {key: told[key] for key in SAID if key in told}
    if "state" in told:
        fields["value"] = {key: part for key, part in told.items() if key not in SAID}
    return fields
