"""Tables of bringing many files in: a queue, its files, and corrections that are remembered.

They stand apart from the plan's own tables because they end with the review: nothing of
a plan refers to them. `models` imports them, so that Django finds them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class Queue(models.Model):
    """Many files that one person dropped at once, of one office or of several."""

    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="queues")
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        app_label = "plans"

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.created_at:%Y-%m-%d %H:%M}"


class QueuedFile(models.Model):
    """One file of a queue, or one plan of it (``part``), from waiting to an office's import.

    ``reading``, ``original`` and ``layout`` are what its `Import` will hold; ``kind``, ``year``,
    ``office_name``, ``rows`` and ``doubts`` are what the table of results shows of them.
    ``proposed`` is the office that the document names, as far as the person who dropped it
    acts for it. ``tries`` and ``taken_at`` let another process go on where one has ended.
    """

    class State(models.TextChoices):
        """Where the file stands."""

        WAITING = "waiting", "Menunggu dibaca"
        BEING_READ = "reading", "Sedang dibaca"
        READ = "read", "Terbaca"
        UNREADABLE = "unreadable", "Tidak terbaca"
        OPENED = "opened", "Arsip, sudah dibuka"
        HANDED = "handed", "Sudah diserahkan"
        DROPPED = "dropped", "Tidak jadi dipakai"

    queue = models.ForeignKey(Queue, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    filename = models.CharField(max_length=255)
    part = models.PositiveSmallIntegerField(default=0)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="queued")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    refusal = models.JSONField(null=True, blank=True)
    reading = models.JSONField(null=True, blank=True)
    original = models.JSONField(null=True, blank=True)
    layout = models.CharField(max_length=32, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    office_name = models.CharField(max_length=200, blank=True)
    rows = models.PositiveIntegerField(default=0)
    doubts = models.PositiveIntegerField(default=0)
    proposed = models.ForeignKey(
        "accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    imported = models.OneToOneField(
        "plans.Import", models.SET_NULL, null=True, blank=True, related_name="queued"
    )
    tries = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "plans"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="unreadable") | Q(refusal__isnull=False),
                name="queued_refusal_says_why",
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="queued_waiting")]

    def __str__(self) -> str:
        return self.filename


class Remembered(models.Model):
    """A correction that was confirmed, told by names, for the next file of that layout.

    ``key`` is the same for corrections of the same thing: the newer takes the place of the
    older.
    """

    organisation = models.ForeignKey(
        "accounts.Organisation", models.CASCADE, related_name="remembered"
    )
    layout = models.CharField(max_length=32)
    key = models.CharField(max_length=64)
    correction = models.JSONField()
    learned_from = models.ForeignKey("plans.Import", models.CASCADE, related_name="taught")
    learned_at = models.DateTimeField()

    class Meta:
        app_label = "plans"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "layout", "key"], name="remembered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layout[:6]} {self.key[:6]}"
