"""The history of a value: every act that touched it, from the audit record, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import Story, history_of
from renaksi_web.tracking.models import Entry, ReportingWindow
from renaksi_web.tracking.report import Report


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


def changed_since_returned(member: Member, found: Report) -> dict[int, tuple[Any, Any]]:
    """Entry id → its value when it was last sent back and now, where it differs.

    Of what waits for a decision; two queries, none where nothing was ever sent back.
    """
    require(member, "entry.view")
    entries = {
        str(line.entry.pk): line.entry
        for line in found.standing("submitted", "verified")
        if line.entry is not None and line.entry.reason  # type: ignore[attr-defined]
    }
    if not entries or found.window is None:
        return {}
    alone = history_of(member, Entry._meta.label_lower, entries, 500)
    many = history_of(member, ReportingWindow._meta.label_lower, [found.window.pk], 500)
    stories = sorted([*alone, *many], key=lambda story: -story.number)
    oldest: dict[str, Any] = {}
    returned: set[str] = set()
    for story in stories:
        for key in entries.keys() - returned:
            if story.act == "entry.return" and key in (story.after or {}):
                returned.add(key)
            else:
                _remember(oldest, key, story)
    return {
        int(key): (oldest[key], {"text": entries[key].text})
        for key in returned & oldest.keys()
        if oldest[key].get("text") != entries[key].text
    }


def _remember(oldest: dict[str, Any], key: str, story: Story) -> None:
    """What an entry held before this act, where the act changed its value."""
    told = story.before or {}
    before = told if "text" in told and story.object_id == key else told.get(key)
    if isinstance(before, Mapping) and "text" in before:
        oldest[key] = before


def _part(told: Any, key: str) -> Any:
    """What an event over many says of one entry; a step of the workflow says its state."""
    found = (told or {}).get(key)
    return {"workflow": found} if isinstance(found, str) else found
