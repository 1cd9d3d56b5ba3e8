"""An office's letterhead and place of signing, the officials who sign, and those below the head."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class OfficeData(models.Model):
    """What stands on an office's papers; an empty text is not known yet.

    ``government`` and ``name`` are as the letterhead writes them (*Pemerintah Kabupaten
    Purbalingga*), empty for the names of the installation. ``version`` grows with each
    change: who saves over one that they have not seen is told.
    """

    organisation = models.OneToOneField(
        "accounts.Organisation", models.CASCADE, related_name="data"
    )
    government = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)
    logo = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="logo_of"
    )
    word_template = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="template_of"
    )
    version = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Data kantor {self.organisation_id}"


class Signatory(models.Model):
    """An official who signs the office's papers, in one part; as `renaksi.reports.office`."""

    class Part(models.TextChoices):
        """As what the official signs."""

        HEAD = "head", "Kepala perangkat daerah"
        SUPERIOR = "superior", "Atasan"
        SECRETARY = "secretary", "Sekretaris"
        PLANNER = "planner", "Kepala badan perencanaan"

    data = models.ForeignKey(OfficeData, models.CASCADE, related_name="signatories")
    part = models.CharField(max_length=9, choices=Part)
    name = models.CharField(max_length=150, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    rank = models.CharField(max_length=100, blank=True)
    position = models.CharField(max_length=150, blank=True)
    elected = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["data", "part"], name="signatory_once"),
            models.CheckConstraint(
                condition=Q(part__in=["head", "superior", "secretary", "planner"]),
                name="signatory_part_known",
            ),
            models.CheckConstraint(
                condition=Q(nip="") | Q(nip__regex=r"^[0-9]{18}$"), name="signatory_nip_digits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.name}"


class StaffMember(models.Model):
    """An official below the head, with a performance agreement; as `renaksi.reports.office`.

    ``superior`` is the position of whom they answer to, empty for the head of the office;
    ``place`` is the order in which they were entered.
    """

    data = models.ForeignKey(OfficeData, models.CASCADE, related_name="staff")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=150, blank=True)
    position = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True)
    rank = models.CharField(max_length=100, blank=True)
    superior = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["data", "place"], name="staff_place_once"),
            models.CheckConstraint(condition=~Q(position=""), name="staff_has_position"),
            models.CheckConstraint(
                condition=Q(nip="") | Q(nip__regex=r"^[0-9]{18}$"), name="staff_nip_digits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.name}"
