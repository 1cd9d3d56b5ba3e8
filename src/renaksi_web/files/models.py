"""One table: what is stored under `settings.FILES`, and under which random name."""

from __future__ import annotations

from django.db import models


class StoredFile(models.Model):
    """The bytes of a file, kept once for each organisation.

    ``name`` is random and says nothing of the content or its owner; ``media_type`` was
    found by looking at the bytes, never taken from the browser.
    """

    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    name = models.CharField(max_length=40, unique=True)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "sha256"], name="file_once"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]
