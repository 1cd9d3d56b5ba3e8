"""Writing the audit record: one event for each act, in the act's own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any, Protocol

from django.db import models, transaction

from renaksi_web import clock
from renaksi_web.audit.chain import canonical, digest
from renaksi_web.audit.models import Chain, Event


class By(Protocol):
    """Who acts, and for which organisation; without one the act concerns the installation."""

    @property
    def user(self) -> Any:
        """The person; None where the program itself acts."""

    @property
    def organisation(self) -> Any:
        """The organisation whose chain takes the event."""


def record(
    *,
    by: By,
    act: str,
    on: models.Model,
    subject: str = "",
    before: Any = None,
    after: Any = None,
    reason: str = "",
) -> Event:
    """Add the one event of an act; to be called inside its transaction, after the change.

    ``on`` is what was acted on, ``subject`` how it is called on screen. ``before`` and
    ``after`` hold only what changed, as plain values; an act over many rows lists them
    there. Costs three queries whatever the size of the record.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An act and its record are one transaction.")
    chain = _locked_chain(by.organisation)
    number, at = chain.length + 1, clock.now()
    told = {
        "chain": chain.organisation_id,
        "number": number,
        "at": at.astimezone(UTC),
        "actor": by.user and by.user.pk,
        "actor_name": str(by.user or ""),
        "act": act,
        "kind": on._meta.label_lower,
        "object": str(on.pk),
        "subject": subject or str(on),
        "before": before,
        "after": after,
        "reason": reason,
    }
    return _append(chain, told, canonical(told), by.user)


def lock_installation() -> None:
    """Be alone with what concerns the whole installation until the transaction ends."""
    _locked_chain(None)


def _append(chain: Chain, told: Mapping[str, Any], payload: str, actor: Any) -> Event:
    """Put the event at the end of its locked chain."""
    event = Event.objects.create(
        chain=chain,
        number=told["number"],
        at=told["at"],
        actor=actor,
        act=told["act"],
        kind=told["kind"],
        object_id=told["object"],
        payload=payload,
        previous=chain.head,
        hash=digest(chain.head, payload),
    )
    Chain.objects.filter(pk=chain.pk).update(length=event.number, head=event.hash)
    return event


def _locked_chain(organisation: Any) -> Chain:
    """The chain's head, locked until the transaction ends."""
    chains = Chain.objects.select_for_update()
    chain, _ = chains.get_or_create(organisation=organisation, branch=0)
    return chain
