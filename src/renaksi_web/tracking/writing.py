"""The writer's own texts of a year's documents: read, written in one act, and as they were before.

A text belongs to office, year, quarter (of a document that is a quarter's) and place, never to
a version of the plan: it is there whenever a document is made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from django.db import transaction

from renaksi.quarter import ROMAN
from renaksi_web import clock
from renaksi_web.accounts.locks import lock_office
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.audit.selectors import events_of
from renaksi_web.audit.services import record
from renaksi_web.plans import selectors
from renaksi_web.plans.models import Plan
from renaksi_web.refusals import Conflict, Refused
from renaksi_web.tracking.models import Writing

LONGEST: Final = 40_000


class Wording(NamedTuple):
    """A text as it was at some time; ``actor`` wrote it."""

    at: datetime
    actor: str
    text: str


def writings(member: Member, year: int) -> list[Writing]:
    """Every text of a year; one query."""
    require(member, "plan.view")
    rows = Writing.objects.filter(organisation=member.organisation, year=year)
    return list(rows.select_related("author"))


def of_quarter(rows: list[Writing], quarter: str) -> dict[str, Writing]:
    """The texts of a quarter's documents, or with no quarter those of the year's, by key."""
    return {row.key: row for row in rows if row.quarter == quarter}


def write(
    *, by: Member, plan_id: int, quarter: str, seen: Mapping[str, int], texts: Mapping[str, str]
) -> int:
    """Save texts by key over the versions that were ``seen`` (0: none); gives how many changed.

    Keys that are not named keep theirs; `Conflict` where a colleague changed one of them.
    """
    require(by, "writing.edit")
    given = {key: _plainly(text) for key, text in texts.items()}
    with transaction.atomic():
        # Two who write the same document for the first time wait for each other here; the plan's
        # row would not do, since texts are of the year and not of a version.
        lock_office(by)
        plan = selectors.plan_row(by, plan_id)
        mine = {"organisation": by.organisation, "year": plan.year, "quarter": quarter}
        rows = {row.key: row for row in Writing.objects.select_related("author").filter(**mine)}
        before = {key: rows[key].text if key in rows else "" for key in given}
        changed = [key for key, text in given.items() if text != before[key]]
        for key in changed:
            _refuse_unseen(rows.get(key), seen.get(key, 0))
        for key in changed:
            row = rows.get(key) or Writing(**mine, key=key, version=0)
            row.text, row.version = given[key], row.version + 1
            row.author, row.changed_at = by.user, clock.now()
            row.save()
        if changed:
            record(
                by=by, act="writing.edit", on=plan, subject=_called(plan, quarter),
                before={key: before[key] for key in changed},
                after={key: given[key] for key in changed},
                reason=quarter,
            )  # fmt: skip
    return len(changed)


def wordings(member: Member, row: Plan, quarter: str) -> dict[str, list[Wording]]:
    """Every wording that a place ever had, by key, the newest first; two queries."""
    require(member, "plan.view")
    ids = [version.pk for version in selectors.versions(member, row)]
    found: dict[str, list[Wording]] = {}
    for story in reversed(events_of(member, {"plans.plan": ids}, ["writing.edit"])):
        if story.reason == quarter:
            for key, text in story.after.items():
                found.setdefault(key, []).append(Wording(story.at, story.actor, text))
    return found


def _called(plan: Plan, quarter: str) -> str:
    of = f" {ROMAN[quarter]}" if quarter else ""
    return f"Naskah dokumen{of} {plan.year}"


def _plainly(text: str) -> str:
    """The text with line ends of one kind, without blanks around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > LONGEST:
        raise Refused(
            id=f"Naskah ini terlalu panjang; paling banyak {LONGEST} huruf untuk satu bagian.",
            en=f"This text is too long; at most {LONGEST} characters for one part.",
        )
    return text


def _refuse_unseen(row: Writing | None, seen: int) -> None:
    if row is not None and row.version != seen:
        raise Conflict(
            id=f"{row.author.name} baru saja mengubah naskah ini. Tulisan Anda tetap di sini; buka"
            " halaman ini sekali lagi di jendela lain, gabungkan, lalu simpan di sana.",
            en=f"{row.author.name} has just changed this text. What you wrote is still here; open"
            " the page once more beside it, put both together, and save there.",
        )
