"""A year's reports as rows: windows, entries, evidence, steps of the workflow, frozen results."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from renaksi.quarter import CELLS, QUARTERS
from renaksi_web.fields import ExactDecimalField

PERSON = settings.AUTH_USER_MODEL


class ReportingWindow(models.Model):
    """When a quarter is reported: open from ``opens``, due on ``due``, closed after ``closes``."""

    organisation = models.ForeignKey(
        "accounts.Organisation", models.CASCADE, related_name="windows"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=2)
    opens = models.DateField()
    due = models.DateField()
    closes = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "quarter"], name="window_once"),
            models.CheckConstraint(condition=Q(quarter__in=QUARTERS), name="window_quarter_known"),
            models.CheckConstraint(
                condition=Q(opens__lte=F("due"), due__lte=F("closes")), name="window_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.quarter}"

    def is_closed(self, day: date) -> bool:
        """Whether nothing is reported any more on this day."""
        return day > self.closes


class Entry(models.Model):
    """What is reported for one series in one quarter (or for the ``year``, assessed once).

    ``state`` is where it stands in the workflow, ``cell_state`` what was reported, as in
    `renaksi.model.Cell`. ``version`` grows with each change: who saves an older one sees
    the newer first. ``author`` last changed what was reported, ``submitted_by`` sent it:
    neither may verify or approve it.
    """

    class State(models.TextChoices):
        """Where it stands; `renaksi_web.tracking.transitions` says what leads where."""

        DRAFT = "draft", "Draf"
        SUBMITTED = "submitted", "Dikirim"
        RETURNED = "returned", "Dikembalikan"
        VERIFIED = "verified", "Terverifikasi"
        APPROVED = "approved", "Disetujui"
        LOCKED = "locked", "Terkunci"

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="entries"
    )
    series = models.ForeignKey("plans.Series", models.PROTECT, related_name="entries")
    year = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=4)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    cell_state = models.CharField(max_length=13, default="missing")
    value = ExactDecimalField(null=True, blank=True)
    text = models.TextField(null=True, blank=True)
    numerator = ExactDecimalField(null=True, blank=True)
    denominator = ExactDecimalField(null=True, blank=True)
    note = models.TextField(blank=True)
    obstacle = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    submitted_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sample = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "quarter"], name="entry_once"),
            models.CheckConstraint(condition=Q(quarter__in=CELLS), name="entry_quarter_known"),
            models.CheckConstraint(
                condition=Q(cell_state="set", value__isnull=False)
                | Q(cell_state__in=["not_scheduled", "missing", "text"], value__isnull=True),
                name="entry_value_only_where_set",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "returned"]) | Q(submitted_by__isnull=False),
                name="entry_sent_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "year", "quarter", "state"], name="entry_list"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.quarter} {self.text or self.cell_state}"

    @property
    def is_editable(self) -> bool:
        """Whether what was reported may still be changed."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)


class Evidence(models.Model):
    """What proves an entry: a file or a link. Taking it away leaves a trace."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="evidence")
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    link = models.URLField(max_length=1000, null=True, blank=True)
    title = models.CharField(max_length=255)
    added_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, link__isnull=True)
                | Q(file__isnull=True, link__isnull=False),
                name="evidence_file_or_link",
            ),
            models.UniqueConstraint(
                fields=["entry", "file"],
                condition=Q(removed_at__isnull=True),
                name="evidence_file_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Transition(models.Model):
    """One step of one entry through the workflow; an act over many entries makes one for each."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="transitions")
    act = models.CharField(max_length=40)
    from_state = models.CharField(max_length=9)
    to_state = models.CharField(max_length=9)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["entry", "at"], name="transition_history")]

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"


class FrozenResult(models.Model):
    """The measured plan as it was approved: never computed again, even if a formula changes.

    ``result`` is `renaksi/measurement/1` and ``plan_json`` the plan with the actuals that
    it was computed from. A quarter that was reopened and approved again has a later
    ``number``; the earlier one stays.
    """

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="results"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=2)
    number = models.PositiveSmallIntegerField()
    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="results")
    rules = models.CharField(max_length=40)
    plan_json = models.JSONField()
    result = models.JSONField()
    approved_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    reopened_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "quarter", "number"], name="result_once"
            ),
            models.CheckConstraint(condition=Q(quarter__in=QUARTERS), name="result_quarter_known"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.quarter} ({self.number})"


class Spending(models.Model):
    """What was spent on one work element in one quarter, in rupiah.

    ``element_key`` is the element's id in the plan's JSON, the same in every version of the
    year's plan.
    """

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="spending"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=2)
    element_key = models.CharField(max_length=64)
    value = ExactDecimalField()
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "quarter", "element_key"], name="spending_once"
            ),
            models.CheckConstraint(
                condition=Q(quarter__in=QUARTERS), name="spending_quarter_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.quarter} {self.element_key}"


class Writing(models.Model):
    """What an office wrote itself at one place of its documents of a year, or of a quarter of it.

    ``key`` is that of the place (`renaksi.reports.matter.Place`). Each save makes ``version``
    one higher; earlier wordings stand in the audit record.
    """

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="writings"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=2, blank=True)
    key = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "quarter", "key"], name="writing_once"
            ),
            models.CheckConstraint(
                condition=Q(quarter__in=["", *QUARTERS]), name="writing_quarter_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.quarter} {self.key}"
