"""A quarter at one glance: how many reached their target, what is off track, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from renaksi.diagnostics import Language
from renaksi.measure import Mean, Measurement, explain_mean
from renaksi.model import LEVELS, Element, Level
from renaksi.quarter import QUARTERS, ordinal
from renaksi.render.words import children
from renaksi_web.accounts.members import Member
from renaksi_web.tracking.report import Line, Report, year_of


class Figure(NamedTuple):
    """A mean with the sentence that explains it.

    ``reported`` is the mean of what was reported alone, where late rows count as 0 in ``mean``.
    """

    name: str
    mean: Mean
    explanation: str
    reported: Mean | None = None


class Node(NamedTuple):
    """An element of the cascade with both of its views, its lines and what is below it."""

    element: Element
    own: Figure | None
    below: Figure | None
    lines: list[Line]
    children: list[Node]


class Summary(NamedTuple):
    """What the head of an office sees of a quarter; lines are those due in it.

    ``trend`` holds the headline and every level with its means, quarter by quarter.
    """

    report: Report
    headline: Figure
    levels: list[Figure]
    trend: list[tuple[Figure, list[Mean]]]
    reached: list[Line]
    off_track: list[Line]
    late: list[Line]
    unreported: list[Line]
    unproven: list[Line]
    limit: str
    tree: list[Node]


def summary(member: Member, year: int, quarter: str, lang: Language) -> Summary:
    """The quarter summed up, with the quarters before it; six queries."""
    upto = QUARTERS[: ordinal(quarter)]
    found = year_of(member, year)
    report = found.report(quarter)
    due = report.due
    headline = _figure(report, "organisation", lambda m: m.organisation, lang)
    levels = [_level(report, level, lang) for level in LEVELS]
    measured = [*(found.measured(key) for key in upto[:-1]), report.measurement]
    below = member.organisation.government.explain_below
    lower = [b.lower for b in report.measurement.settings.bands.steps if b.key == below]
    return Summary(
        report,
        headline,
        levels,
        [(headline, [one.organisation for one in measured])]
        + [(level, [one.levels[level.name] for one in measured]) for level in levels],  # type: ignore[index]
        [line for line in due if line.span.raw is not None and line.span.raw >= 100],
        [line for line in due if line.explain],
        [line for line in due if line.standing == "late"],
        [line for line in due if not line.is_filled],
        [line for line in due if line.is_filled and not line.evidence],
        str(lower[0]) if lower and lower[0] is not None else "",
        _tree(report, lang),
    )


def _level(report: Report, level: Level, lang: Language) -> Figure:
    return _figure(report, level, lambda measurement: measurement.levels[level], lang)


def _figure(report: Report, name: str, of: Callable[[Measurement], Mean], lang: Language) -> Figure:
    mean = of(report.measurement)
    told = explain_mean(report.measurement, mean, "level", lang)
    return Figure(name, mean, told, of(report.reported) if report.reported else None)


def _tree(report: Report, lang: Language) -> list[Node]:
    """The cascade with its means."""
    plan, measurement = report.loaded.plan, report.measurement
    under = children(plan)
    means = {found.element: found for found in measurement.elements}
    lines: dict[str, list[Line]] = {}
    for line in report.lines:
        lines.setdefault(line.element.key, []).append(line)

    def node(element: Element) -> Node:
        found = means[element.id]
        own = found.own and Figure(
            "own", found.own, explain_mean(measurement, found.own, "own", lang)
        )
        below = found.children and Figure(
            "children", found.children, explain_mean(measurement, found.children, "children", lang)
        )
        kids = [node(child) for child in under.get(element.id, ())]
        return Node(element, own, below, lines.get(element.id, []), kids)

    return [node(element) for element in under[None]]
