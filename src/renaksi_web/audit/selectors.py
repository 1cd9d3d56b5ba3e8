"""Reading the audit record: the history of a thing, a chain for export, and what broke in it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models

from renaksi_web.audit.chain import Break, Link, breaks
from renaksi_web.audit.models import Chain, Event
from renaksi_web.audit.services import By


class Story(NamedTuple):
    """One event as a person reads it; ``kind`` and ``object_id`` name what it was done to."""

    number: int
    at: datetime
    actor: str
    act: str
    subject: str
    before: Any
    after: Any
    reason: str
    kind: str = ""
    object_id: str = ""


def history(by: By, on: models.Model, limit: int = 100) -> list[Story]:
    """What happened to one thing of the asker's organisation, the newest first; one query."""
    return history_of(by, on._meta.label_lower, [on.pk], limit)


def history_of(by: By, kind: str, ids: Iterable[object], limit: int = 100) -> list[Story]:
    """What happened to several things of one kind, the newest first; one query."""
    events = Event.objects.filter(
        chain__organisation=by.organisation, kind=kind, object_id__in=[str(id) for id in ids]
    )
    return [_story(event) for event in events.order_by("-number")[:limit]]


def events_of(by: By, of: Mapping[str, Iterable[object]], acts: Collection[str]) -> list[Story]:
    """These acts on things of several kinds (kind → ids), the oldest first; one query."""
    named = models.Q()
    for kind, ids in of.items():
        named |= models.Q(kind=kind, object_id__in=[str(id) for id in ids])
    events = Event.objects.filter(named, chain__organisation=by.organisation, act__in=acts)
    return [_story(event) for event in events.order_by("number")]


def latest(by: By, *, before: int | None = None, limit: int = 100) -> list[Story]:
    """The newest events of the asker's organisation; ``before`` a number, for the next page."""
    events = Event.objects.filter(chain__organisation=by.organisation)
    if before is not None:
        events = events.filter(number__lt=before)
    return [_story(event) for event in events.order_by("-number")[:limit]]


def links(chain: Chain) -> Iterator[Link]:
    """Every event of a chain in order, as the chain sees it."""
    rows = chain.events.order_by("number").values_list("number", "payload", "previous", "hash")
    return (Link(*row) for row in rows.iterator(chunk_size=1000))


def verify(chain: Chain) -> list[Break]:
    """What broke in a chain: its links, its head, and columns that disagree with their payload."""
    found = list(breaks(links(chain)))
    last = chain.events.order_by("number").last()
    end = (last.number, last.hash) if last else (0, chain.head if not chain.length else "")
    if end != (chain.length, chain.head):
        found.append(Break(end[0] + 1, f"events up to {chain.length} were removed from the end"))
    found.extend(
        Break(event.number, "its columns were changed")
        for event in chain.events.iterator(chunk_size=1000)
        if not _columns_agree(event)
    )
    return found


def chains() -> list[Chain]:
    """Every chain: for the operator of the installation, not for a page."""
    return list(Chain.objects.select_related("organisation").order_by("pk"))


def _story(event: Event) -> Story:
    told = json.loads(event.payload)
    return Story(
        event.number,
        event.at,
        told["actor_name"],
        told["act"],
        told["subject"],
        told["before"],
        told["after"],
        told["reason"],
        event.kind,
        event.object_id,
    )


def _columns_agree(event: Event) -> bool:
    told = json.loads(event.payload)
    return (
        told["number"] == event.number
        and datetime.fromisoformat(told["at"]) == event.at
        and told["actor"] == event.actor_id
        and told["act"] == event.act
        and told["kind"] == event.kind
        and told["object"] == event.object_id
    )
