"""One quarter's report: every indicator as a line, with what it was, is, and should be.

A whole plan takes six queries whatever its size, and so do a few of its series (``only``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from django.db.models import Count, F, OuterRef, QuerySet, Subquery

from renaksi import model
from renaksi.diagnostics import Language
from renaksi.measure import IndicatorMeasure, Measurement, Span, explain, measure
from renaksi.quarter import QUARTERS, YEAR, ordinal
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.models import Element, Indicator, Plan
from renaksi_web.plans.selectors import loaded_all, set_plan
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
    """One series of the quarter, shown at the first of its rows; ``also`` names its others.

    ``key`` is the cell of the plan that the entry is held against: the quarter's, or the
    year's. It ``is_due`` where the office itself must report it this quarter, or did.
    """

    quarter: str
    key: str
    row: Indicator
    element: Element
    indicator: model.Indicator
    measured: IndicatorMeasure
    standing: Standing
    entry: Entry | None
    evidence: int
    explain: bool
    range: Range | None
    is_due: bool
    also: tuple[Element, ...] = ()

    @property
    def name(self) -> str:
        """The indicator's text."""
        return self.row.name or ""

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
    late rows count as 0 in ``measurement``; None where both would be the same. It ``is_open``
    where the quarter can be reported today.
    """

    year: int
    quarter: str
    plan: Plan
    loaded: Loaded
    measurement: Measurement
    window: ReportingWindow | None
    windows: Mapping[str, ReportingWindow]
    lines: tuple[Line, ...]
    is_open: bool
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
    """The report of one quarter of the version in force; `reports` gives several as cheaply."""
    return reports(member, year, [quarter], only)[quarter]


def reports(
    member: Member,
    year: int,
    quarters: Iterable[str] = QUARTERS,
    only: Collection[int] | None = None,
) -> dict[str, Report]:
    """The reports of a year's quarters, with the actuals of every quarter up to now."""
    found = year_of(member, year, only)
    return {quarter: found.report(quarter) for quarter in quarters}


def year_of(member: Member, year: int, only: Collection[int] | None = None) -> Year:
    """The version in force of a year with its reports; six queries."""
    require(member, "entry.view")
    return years(member, [set_plan(member, year)], only)[0]


class Year(NamedTuple):
    """A version of a year's plan with all that was reported for its series."""

    member: Member
    plan: Plan
    loaded: Loaded
    entries: Mapping[tuple[int, str], Entry]
    windows: Mapping[str, ReportingWindow]

    def measured(self, quarter: str) -> Measurement:
        """The plan measured as of one quarter."""
        settings = settings_of(
            self.member.organisation.government, self.windows.get(quarter), self.loaded,
            self.entries.values(),
        )  # fmt: skip
        return measure(self.loaded.plan, ordinal(quarter), settings)

    def report(self, quarter: str) -> Report:
        """What one quarter came to; measured when it is asked for, without a query."""
        window, government = self.windows.get(quarter), self.member.organisation.government
        measurement, alone = self.measured(quarter), None
        if measurement.settings.late_as_zero:
            without = measurement.settings._replace(late_as_zero=False)
            alone = measure(self.loaded.plan, ordinal(quarter), without)
        lines = _Lines(
            self.loaded, measurement, quarter, window, self.entries, government.explain_below
        ).lines()
        is_open = window is not None and window.opens <= clock.today() <= window.closes
        return Report(
            self.plan.year, quarter, self.plan, self.loaded, measurement, window, self.windows,
            lines, is_open, alone,
        )  # fmt: skip


def years(member: Member, plans: Sequence[Plan], only: Collection[int] | None = None) -> list[Year]:
    """Versions of plans of different years with their reports; five queries however many."""
    require(member, "entry.view")
    there = [plan.year for plan in plans]
    entries: dict[int, dict[tuple[int, str], Entry]] = defaultdict(dict)
    for entry in _entries(member, there, only):
        entries[entry.year][entry.series_id, entry.quarter] = entry
    windows: dict[int, dict[str, ReportingWindow]] = defaultdict(dict)
    for row in ReportingWindow.objects.filter(organisation=member.organisation, year__in=there):
        windows[row.year][row.quarter] = row
    found = loaded_all(member, [(plan, _cells(entries[plan.year])) for plan in plans], only)
    return [
        Year(member, plan, one, entries[plan.year], windows[plan.year])
        for plan, one in zip(plans, found, strict=True)
    ]


def _entries(
    member: Member, years: Collection[int], only: Collection[int] | None
) -> Iterable[Entry]:
    """The entries of these years; one query."""
    rows = _described().filter(organisation=member.organisation, year__in=years)
    return rows if only is None else rows.filter(series__in=only)


@cache  # building this costs more than asking for it
def _described() -> QuerySet[Entry]:
    """Entries with who wrote each, how it was last moved on, and how much evidence it has."""
    steps = Transition.objects.filter(entry=OuterRef("pk")).order_by("-at", "-pk")
    proofs = Evidence.objects.filter(entry=OuterRef("pk"), removed_at__isnull=True)
    return Entry.objects.annotate(
        author_name=F("author__name"),
        proofs=Subquery(proofs.order_by().values("entry").annotate(n=Count("pk")).values("n")),
        moved_at=Subquery(steps.values("at")[:1]),
        moved_by=Subquery(steps.values("by__name")[:1]),
        reason=Subquery(steps.exclude(reason="").values("reason")[:1]),
    )


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
        key = held_against(row, chosen.row.indicator, self.quarter)
        span = chosen.spans[key]  # type: ignore[index]
        reported = entry is not None and entry.cell_state != "missing"
        return Line(
            quarter=self.quarter,
            key=key,
            row=row,
            element=elements[chosen.row.element],
            indicator=chosen.row.indicator,
            measured=chosen,
            standing=self.standing(row, chosen.row.indicator.target(key), entry),
            entry=entry,
            evidence=(entry.proofs or 0) if entry else 0,  # type: ignore[attr-defined]
            explain=must_explain(span.band, self.measurement.settings, self.explain_below),
            range=plausible(chosen.row.indicator, self.found.plan.year, self.quarter),
            is_due=reported or is_due(row, chosen.row.indicator, self.quarter),
            also=tuple(elements[m.row.element] for m in shared if m is not chosen),
        )

    def standing(self, row: Indicator, target: model.Cell, entry: Entry | None) -> Standing:
        """Where the entry stands or, where nothing is reported, why."""
        reported = entry is not None and entry.cell_state != "missing"
        if entry is not None and (reported or entry.state != Entry.State.DRAFT):
            return entry.state  # type: ignore[return-value]
        why = unassessed(row, self.quarter)
        if target.state == "not_scheduled":
            return "unplanned"
        if why:
            return why
        if target.state == "missing":
            return "lost"
        if self.window is None or self.today < self.window.opens:
            return "later"
        return "late" if self.today > self.window.due else "awaited"
