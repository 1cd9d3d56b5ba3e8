"""The history of a value: every act that touched it, from the audit record, the newest first."""

from __future__ import annotations

from typing import Any

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import Story, history_of
from renaksi_web.tracking.models import Entry, ReportingWindow


def history(member: Member, entry: Entry | None, window: ReportingWindow | None) -> list[Story]:
    """Acts on the entry alone, and its part of acts on many entries of its quarter."""
    require(member, "entry.view")
    if entry is None:
        return []
    alone = history_of(member, Entry._meta.label_lower, [entry.pk])
    many = history_of(member, ReportingWindow._meta.label_lower, [window.pk], 500) if window else []
    key = str(entry.pk)
    shared = [
        story._replace(before=_part(story.before, key), after=_part(story.after, key))
        for story in many
        if key in (story.after or {})
    ]
    return sorted([*alone, *shared], key=lambda story: -story.number)


def _part(told: Any, key: str) -> Any:
    """What an event over many says of one entry; a step of the workflow says its state."""
    found = (told or {}).get(key)
    return {"workflow": found} if isinstance(found, str) else found
