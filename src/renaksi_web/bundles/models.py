"""Two tables: a bundle that was ordered, and each office in it from waiting to its archive."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Bundle(models.Model):
    """All documents of one year, of the offices for which the person who ordered it acts.

    The choices are those of a single document. ``site`` is where codes of figures are looked
    up, without the office's part of the address. ``size`` and ``sha256`` are those of the one
    archive of all offices, once it is there; ``tries`` counts how often joining it was begun.
    """

    class State(models.TextChoices):
        """How far it is."""

        MAKING = "making", "Sedang disusun"
        JOINING = "joining", "Sedang digabung"
        READY = "ready", "Siap diunduh"
        FAILED = "failed", "Tidak dapat digabung"

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="bundles"
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    year = models.PositiveSmallIntegerField()
    formats = models.CharField(max_length=40, default="pdf")
    paper = models.CharField(max_length=4, default="a4")
    layout = models.CharField(max_length=10, default="paired")
    cells = models.CharField(max_length=10, default="increments")
    dated = models.DateField(null=True, blank=True)
    site = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.MAKING)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "id"], name="bundle_to_make")]

    def __str__(self) -> str:
        return f"{self.year} {self.created_at:%Y-%m-%d %H:%M}"


class BundledOffice(models.Model):
    """One office of a bundle. ``refusal`` says why it has no documents in it.

    ``documents`` counts its documents, ``drafts`` those that lack something. ``tries`` lets
    another process go on where one has ended, and ends where each of them did.
    """

    class State(models.TextChoices):
        """How far its documents are."""

        WAITING = "waiting", "Menunggu"
        BEING_MADE = "making", "Sedang disusun"
        MADE = "made", "Selesai"
        LEFT_OUT = "left", "Tidak ikut"

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="offices")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    refusal = models.JSONField(null=True, blank=True)
    documents = models.PositiveSmallIntegerField(default=0)
    drafts = models.PositiveSmallIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bundle", "organisation"], name="bundled_once"),
            models.CheckConstraint(
                condition=~Q(state="left") | Q(refusal__isnull=False),
                name="bundled_left_out_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="bundled_to_make")]

    def __str__(self) -> str:
        return f"{self.bundle_id} {self.organisation_id}"
