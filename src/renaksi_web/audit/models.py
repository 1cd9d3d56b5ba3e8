"""Two tables: the chains, one for each organisation, and the events, which only grow."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from renaksi_web.audit.chain import GENESIS


class Chain(models.Model):
    """The head of one organisation's chain; without an organisation, of the installation's own.

    An act locks this row while it adds its event, so that two acts of one organisation
    never take the same number, and those of different organisations do not wait. ``branch`` is
    0 where events are added. An older installation may have further branches of the
    installation's chain, which began at the same moment; they stay, and grow no more.
    """

    organisation = models.OneToOneField(
        "accounts.Organisation", models.PROTECT, null=True, related_name="chain"
    )
    branch = models.PositiveSmallIntegerField(default=0)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        constraints = [
            # Where a column is null, databases let every row differ from every other.
            models.UniqueConstraint(
                fields=["branch"],
                condition=models.Q(organisation__isnull=True),
                name="chain_of_installation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.length}"


class Event(models.Model):
    """One act. ``payload`` is the canonical JSON that was hashed; the other columns index it.

    ``hash`` is SHA-256 over ``previous`` and ``payload``: whoever changes, removes or
    reorders an event breaks every hash after it.
    """

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    act = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    payload = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="event_number_once"),
        ]
        indexes = [
            models.Index(fields=["chain", "kind", "object_id", "number"], name="event_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.kind} {self.object_id}"
