"""A plan as rows: its filed document and import, its versions, and the cascade down to cells.

Each version of a plan has rows of its own: a revision copies them, so that a target that
was set once is never overwritten. What stays the same over versions, and over years when
a plan is copied, is the `Series` of an indicator: the actuals are reported for it.
"""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from renaksi.model import DEFAULT_CAP, LEVELS
from renaksi_web.fields import ExactDecimalField
from renaksi_web.plans.queue_models import Queue, QueuedFile, Remembered

__all__ = [
    "Element", "Import", "Indicator", "Plan", "PlanDocument", "Queue", "QueuedFile",
    "Remembered", "Series", "Target",
]  # fmt: skip

PERSON = settings.AUTH_USER_MODEL


class PlanDocument(models.Model):
    """A plan's file as its office filed it, with the name under which it was given."""

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="documents"
    )
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="documents")
    filename = models.CharField(max_length=255)
    uploaded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.filename


class Import(models.Model):
    """The way of a document into the register, until somebody confirms what was read.

    ``reading`` is the plan as it was read (`renaksi/plan/1`, with the findings of reading),
    ``original`` the document as a page shows it beside, ``layout`` the signature of its header
    rows. ``corrections`` are the steps that a person took on it, in order, ``decisions`` what
    was decided about each finding. ``refusal`` holds the sentence ``{"id": …, "en": …}`` where
    the file could not be read. ``former`` is the draft that this import replaced, for its undo.
    """

    class State(models.TextChoices):
        """Where the import stands."""

        WAITING = "waiting", "Menunggu dibaca"
        UNREADABLE = "unreadable", "Tidak terbaca"
        REVIEW = "review", "Perlu diperiksa"
        CONFIRMED = "confirmed", "Sudah masuk"
        UNDONE = "undone", "Dibatalkan setelah masuk"
        DROPPED = "dropped", "Tidak jadi dipakai"
        KEPT = "kept", "Disimpan sebagai dokumen saja"

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="imports"
    )
    document = models.ForeignKey(PlanDocument, models.PROTECT, related_name="imports")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    reading = models.JSONField(null=True, blank=True)
    original = models.JSONField(null=True, blank=True)
    layout = models.CharField(max_length=32, blank=True)
    former = models.JSONField(null=True, blank=True)
    corrections = models.JSONField(default=list, blank=True)
    decisions = models.JSONField(default=dict, blank=True)
    refusal = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["review", "confirmed", "undone"])
                | Q(reading__isnull=False),
                name="import_has_reading",
            ),
        ]
        indexes = [models.Index(fields=["state", "created_at"], name="import_queue")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"


class Plan(models.Model):
    """One version of an organisation's plan of one year.

    ``revision`` is 0 for the first version; a later one ``revises`` the version before it
    for a ``reason``. ``version`` counts the saves of a draft, so that two people who edit
    at once see each other.
    """

    class Status(models.TextChoices):
        """How far the version is; only a draft changes."""

        DRAFT = "draft", "Draf"
        VERIFIED = "verified", "Terverifikasi"
        SET = "set", "Ditetapkan"
        SUPERSEDED = "superseded", "Digantikan"

    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, default="action_plan")
    title = models.CharField(max_length=300, null=True, blank=True)
    office_name = models.CharField(max_length=200, blank=True)
    office_code = models.CharField(max_length=30, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    revision = models.PositiveSmallIntegerField(default=0)
    revises = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="revised_by"
    )
    reason = models.TextField(blank=True)
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies"
    )
    imported = models.OneToOneField(
        Import, models.SET_NULL, null=True, blank=True, related_name="plan"
    )
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    changed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    verified_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    verified_at = models.DateTimeField(null=True, blank=True)
    set_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    set_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "kind", "revision"], name="plan_version_once"
            ),
            models.UniqueConstraint(
                fields=["organisation", "year", "kind"],
                condition=Q(status="set"),
                name="plan_set_once",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2000, year__lte=2100), name="plan_year_sane"
            ),
            models.CheckConstraint(
                condition=Q(revision=0, revises__isnull=True)
                | (Q(revision__gt=0, revises__isnull=False) & ~Q(reason="")),
                name="plan_revision_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["set", "superseded"])
                | Q(set_by__isnull=False, set_at__isnull=False),
                name="plan_set_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year} ({self.revision})"

    @property
    def is_draft(self) -> bool:
        """Whether it may still be edited."""
        return self.status == self.Status.DRAFT


class Series(models.Model):
    """What actuals are reported for: one indicator over quarters, versions and years.

    Rows of one plan that were confirmed to be the same indicator share one series.
    """

    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="series")
    key = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return self.key


class Element(models.Model):
    """A goal, objective, program, activity or sub-activity; as `renaksi.model.Element`.

    ``key`` is its id in the plan's JSON and the same in every version, ``position`` its
    place in document order. Places and budget cells are kept as they stand in that JSON.
    ``responsible`` is who answers for it where no indicator of its row says so.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="elements")
    key = models.CharField(max_length=64)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    position = models.PositiveIntegerField()
    level = models.CharField(max_length=12)
    number = models.CharField(max_length=30, null=True, blank=True)
    name = models.TextField(null=True, blank=True)
    code = models.CharField(max_length=40, null=True, blank=True)
    code_basis = models.CharField(max_length=12, null=True, blank=True)
    code_score = models.FloatField(null=True, blank=True)
    code_printed = models.CharField(max_length=60, null=True, blank=True)
    heading = models.TextField(null=True, blank=True)
    source = models.JSONField(null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    budget = models.JSONField(default=dict, blank=True)
    spending = models.JSONField(default=dict, blank=True)
    responsible = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="element_key_once"),
            models.CheckConstraint(condition=Q(level__in=LEVELS), name="element_level_known"),
        ]
        indexes = [models.Index(fields=["plan", "position"], name="element_order")]

    def __str__(self) -> str:
        return f"{self.level} {self.number or ''} {self.name or ''}"


class Indicator(models.Model):
    """What is measured on an element; as `renaksi.model.Indicator`, with what an office adds.

    ``confirm`` names what a person has still to confirm. A null ``cap`` means no cap.
    ``base_value`` and ``base_unit`` say of how many a percentage speaks (19 desa).
    ``filed_actuals`` are actuals that the filed document printed; what is reported here
    lives in `renaksi_web.tracking`. ``assessed_by`` names who assesses it where that is
    not the office itself.
    """

    class Frequency(models.TextChoices):
        """How often it is measured."""

        QUARTERLY = "quarterly", "Triwulanan"
        HALF_YEARLY = "half_yearly", "Semesteran"
        YEARLY = "yearly", "Tahunan"

    element = models.ForeignKey(Element, models.CASCADE, related_name="indicators")
    series = models.ForeignKey(Series, models.PROTECT, related_name="indicators")
    key = models.CharField(max_length=32)
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=30, null=True, blank=True)
    name = models.TextField(null=True, blank=True)
    unit = models.CharField(max_length=100, null=True, blank=True)
    direction = models.CharField(max_length=6, default="higher")
    accumulation = models.CharField(max_length=7, default="last")
    across = models.CharField(max_length=10, null=True, blank=True)
    formula = models.CharField(max_length=10, default="difference")
    cap = ExactDecimalField(null=True, blank=True, default=DEFAULT_CAP)
    weight = ExactDecimalField(default=Decimal(1))
    scale = models.JSONField(default=list, blank=True)
    confirm = models.JSONField(default=list, blank=True)
    basis = models.JSONField(default=dict, blank=True)
    same_proposed = models.JSONField(default=list, blank=True)
    source = models.JSONField(null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    filed_actuals = models.JSONField(default=dict, blank=True)
    definition = models.TextField(blank=True)
    calculation = models.TextField(blank=True)
    data_source = models.CharField(max_length=300, blank=True)
    frequency = models.CharField(max_length=12, choices=Frequency, default=Frequency.QUARTERLY)
    assessed_by = models.CharField(max_length=200, blank=True)
    responsible = models.CharField(max_length=200, blank=True)
    numerator_name = models.CharField(max_length=200, blank=True)
    denominator_name = models.CharField(max_length=200, blank=True)
    base_value = ExactDecimalField(null=True, blank=True)
    base_unit = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["element", "key"], name="indicator_key_once"),
            models.CheckConstraint(
                condition=Q(direction__in=["higher", "lower", "target"]), name="direction_known"
            ),
            models.CheckConstraint(
                condition=Q(accumulation__in=["sum", "last", "average", "max"]),
                name="accumulation_known",
            ),
            models.CheckConstraint(
                condition=Q(formula__in=["difference", "inverse"]), name="formula_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"({self.key})"


class Target(models.Model):
    """One cell: the target of an indicator for a quarter, the year, or another span.

    As `renaksi.model.Cell`: an absent row and ``missing`` mean that the paper holds
    nothing, ``not_scheduled`` is its ``-``, and 0 is a ``set`` zero.
    """

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="targets")
    cell = models.CharField(max_length=12)
    state = models.CharField(max_length=13)
    value = ExactDecimalField(null=True, blank=True)
    text = models.TextField(null=True, blank=True)
    numerator = ExactDecimalField(null=True, blank=True)
    denominator = ExactDecimalField(null=True, blank=True)
    confidence = ExactDecimalField(null=True, blank=True)
    place = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "cell"], name="target_once"),
            models.CheckConstraint(
                condition=Q(state="set")
                | Q(state__in=["not_scheduled", "missing", "text"], value__isnull=True),
                name="target_value_only_where_set",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cell} {self.text or self.state}"
