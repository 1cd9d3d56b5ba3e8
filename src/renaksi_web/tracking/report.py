"""One quarter's report: every indicator as a line, with what it was, is, and should be.

A whole plan takes six queries whatever its size, and so do a few of its series (``only``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from django.db.models import Count, OuterRef, Subquery

from renaksi import model
from renaksi.diagnostics import Language
from renaksi.measure import IndicatorMeasure, Measurement, Span, explain, measure
from renaksi.quarter import QUARTERS, YEAR, ordinal
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.models import Element, Indicator, Plan
from renaksi_web.plans.selectors import loaded, set_plan
from renaksi_web.tracking.due import Unassessed, held_against, is_due, unassessed
from renaksi_web.tracking.measuring import must_explain, settings_of
from renaksi_web.tracking.models import Entry, Evidence, ReportingWindow, Transition
from renaksi_web.tracking.plausible import Range, plausible
from renaksi_web.tracking.selectors import cell_of

# Where a line stands, for the words on screen: a state of the workflow, or why nothing is there.
Standing = Literal[
    "draft", "submitted", "returned", "verified", "approved", "locked",
    "yearly", "half_yearly", "unplanned", "lost", "later", "awaited", "late",
]  # fmt: skip
EMPTY: frozenset[str] = frozenset(
    {"yearly", "half_yearly", "unplanned", "lost", "later", "awaited", "late"}
)


class Line(NamedTuple):
    """One series of the quarter, shown at the first of its rows; ``also`` names its others."""

    quarter: str
    row: Indicator
    element: Element
    indicator: model.Indicator
    measured: IndicatorMeasure
    standing: Standing
    entry: Entry | None
    evidence: int
    explain: bool
    range: Range | None
    also: tuple[Element, ...] = ()

    @property
    def name(self) -> str:
        """The indicator's text."""
        return self.row.name or ""

    @property
    def key(self) -> str:
        """The cell of the plan that the entry is held against: the quarter's, or the year's."""
        return held_against(self.row, self.indicator, self.quarter)

    @property
    def by_year(self) -> bool:
        """Whether the year's value is entered here, against the target of the year."""
        return self.key == YEAR

    @property
    def unassessed(self) -> Unassessed:
        """Why nothing is asked of the office this quarter."""
        return unassessed(self.row, self.quarter)

    @property
    def target(self) -> model.Cell:
        """The target that the entry is held against."""
        return self.indicator.target(self.key)

    @property
    def span(self) -> Span:
        """Target, actual and achievement of this quarter by itself, or of the year in Q4."""
        return self.measured.spans[self.key]  # type: ignore[index]

    @property
    def to_date(self) -> Span:
        """The same up to this quarter."""
        return self.measured.spans["to_date"]

    @property
    def previous(self) -> model.Cell:
        """What was reported last before this quarter."""
        for key in reversed(QUARTERS[: ordinal(self.quarter) - 1]):
            if self.indicator.actual(key).state in ("set", "text"):
                return self.indicator.actual(key)
        return model.MISSING

    @property
    def is_filled(self) -> bool:
        """Whether something was reported."""
        return self.entry is not None and self.entry.cell_state != "missing"

    @property
    def is_editable(self) -> bool:
        """Whether the entry, where there is one, may still be changed."""
        return self.entry is None or self.entry.is_editable

    @property
    def is_due(self) -> bool:
        """Whether the office itself must report it this quarter, or did."""
        return self.is_filled or is_due(self.row, self.indicator, self.quarter)

    @property
    def is_unlikely(self) -> bool:
        """Whether what was reported lies outside the plausible range."""
        value = self.entry.value if self.entry else None
        return self.range is not None and not self.range.holds(value)

    @property
    def lacks_explanation(self) -> bool:
        """Whether an obstacle and a follow-up are asked for and not both there."""
        entry = self.entry
        return self.explain and not (entry and entry.obstacle and entry.follow_up)


class Report(NamedTuple):
    """A quarter's lines, with the measured plan that they come from.

    ``reported`` is the plan measured by what was reported alone, where the government has
    late rows count as 0 in ``measurement``; None where both would be the same.
    """

    year: int
    quarter: str
    plan: Plan
    loaded: Loaded
    measurement: Measurement
    window: ReportingWindow | None
    windows: Mapping[str, ReportingWindow]
    lines: tuple[Line, ...]
    reported: Measurement | None = None

    def line(self, series: int) -> Line | None:
        """The line of a series."""
        return next((line for line in self.lines if line.row.series_id == series), None)

    @property
    def due(self) -> list[Line]:
        """Lines that the office must report this quarter."""
        return [line for line in self.lines if line.is_due]

    @property
    def filled(self) -> list[Line]:
        """Those of them where something is reported."""
        return [line for line in self.due if line.is_filled]

    @property
    def is_open(self) -> bool:
        """Whether the quarter can be reported today."""
        window = self.window
        return window is not None and window.opens <= clock.today() <= window.closes

    def can_edit(self, line: Line) -> bool:
        """Whether a line can be changed today: while open, or when it was returned."""
        returned = line.entry is not None and line.entry.state == Entry.State.RETURNED
        return line.is_editable and (self.is_open or returned)

    def standing(self, *standings: str) -> list[Line]:
        """Lines that stand there."""
        return [line for line in self.lines if line.standing in standings]

    def explained(self, line: Line, key: str, lang: Language) -> str:
        """How a number of a line came about."""
        return explain(self.measurement, line.measured, key, lang)  # type: ignore[arg-type]


def report(member: Member, year: int, quarter: str, only: Collection[int] | None = None) -> Report:
    """The report of one quarter; `reports` gives several for the same price."""
    return reports(member, year, [quarter], only)[quarter]


def reports(
    member: Member,
    year: int,
    quarters: Iterable[str] = QUARTERS,
    only: Collection[int] | None = None,
) -> dict[str, Report]:
    """The reports of a year's quarters, with the actuals of every quarter up to now."""
    require(member, "entry.view")
    plan = set_plan(member, year)
    entries = _entries(member, year, only)
    found = loaded(member, plan, _cells(entries), only)
    government = member.organisation.government
    windows = {
        row.quarter: row
        for row in ReportingWindow.objects.filter(organisation=member.organisation, year=year)
    }
    made = {}
    for quarter in quarters:
        window = windows.get(quarter)
        settings = settings_of(government, window, found, entries.values())
        measurement = measure(found.plan, ordinal(quarter), settings)
        alone = None
        if settings.late_as_zero:
            alone = measure(found.plan, ordinal(quarter), settings._replace(late_as_zero=False))
        lines = _Lines(
            found, measurement, quarter, window, entries, government.explain_below
        ).lines()
        made[quarter] = Report(
            year, quarter, plan, found, measurement, window, windows, lines, alone
        )
    return made


def _entries(
    member: Member, year: int, only: Collection[int] | None
) -> dict[tuple[int, str], Entry]:
    steps = Transition.objects.filter(entry=OuterRef("pk")).order_by("-at", "-pk")
    proofs = Evidence.objects.filter(entry=OuterRef("pk"), removed_at__isnull=True)
    rows = Entry.objects.filter(organisation=member.organisation, year=year).annotate(
        proofs=Subquery(proofs.order_by().values("entry").annotate(n=Count("pk")).values("n")),
        moved_at=Subquery(steps.values("at")[:1]),
        moved_by=Subquery(steps.values("by__name")[:1]),
        reason=Subquery(steps.exclude(reason="").values("reason")[:1]),
    )
    if only is not None:
        rows = rows.filter(series_id__in=only)
    return {(entry.series_id, entry.quarter): entry for entry in rows.select_related("author")}


def _cells(entries: Mapping[tuple[int, str], Entry]) -> dict[int, dict[str, model.Cell]]:
    found: dict[int, dict[str, model.Cell]] = defaultdict(dict)
    for (series, quarter), entry in entries.items():
        if entry.cell_state != "missing":
            found[series][quarter] = cell_of(entry)
    return found


class _Lines:
    """The lines of one quarter."""

    def __init__(
        self,
        found: Loaded,
        measurement: Measurement,
        quarter: str,
        window: ReportingWindow | None,
        entries: Mapping[tuple[int, str], Entry],
        explain_below: str,
    ) -> None:
        self.found, self.measurement, self.quarter = found, measurement, quarter
        self.window, self.entries = window, entries
        self.explain_below = explain_below
        self.today: date = clock.today()

    def lines(self) -> tuple[Line, ...]:
        """One line for each series, in document order."""
        rows: dict[int, list[IndicatorMeasure]] = defaultdict(list)
        for measured in self.measurement.indicators:
            key = (measured.row.element, measured.row.position)
            rows[self.found.indicators[key].series_id].append(measured)
        return tuple(self.line(series, shared) for series, shared in rows.items())

    def line(self, series: int, shared: list[IndicatorMeasure]) -> Line:
        """The first row of the series that has a target this quarter, else its first row."""
        chosen = next(
            (m for m in shared if m.row.indicator.target(self.quarter).state == "set"), shared[0]
        )
        elements = self.found.elements
        row = self.found.indicators[chosen.row.element, chosen.row.position]
        entry = self.entries.get((series, self.quarter))
        span = chosen.spans[held_against(row, chosen.row.indicator, self.quarter)]  # type: ignore[index]
        return Line(
            quarter=self.quarter,
            row=row,
            element=elements[chosen.row.element],
            indicator=chosen.row.indicator,
            measured=chosen,
            standing=self.standing(row, chosen.row.indicator, entry),
            entry=entry,
            evidence=(entry.proofs or 0) if entry else 0,  # type: ignore[attr-defined]
            explain=must_explain(span.band, self.measurement.settings, self.explain_below),
            range=plausible(chosen.row.indicator, self.found.plan.year, self.quarter),
            also=tuple(elements[m.row.element] for m in shared if m is not chosen),
        )

    def standing(self, row: Indicator, indicator: model.Indicator, entry: Entry | None) -> Standing:
        """Where the entry stands or, where nothing is reported, why."""
        reported = entry is not None and entry.cell_state != "missing"
        if entry is not None and (reported or entry.state != Entry.State.DRAFT):
            return entry.state  # type: ignore[return-value]
        why = unassessed(row, self.quarter)
        target = indicator.target(held_against(row, indicator, self.quarter)).state
        if target == "not_scheduled":
            return "unplanned"
        if why:
            return why
        if target == "missing":
            return "lost"
        if self.window is None or self.today < self.window.opens:
            return "later"
        return "late" if self.today > self.window.due else "awaited"
