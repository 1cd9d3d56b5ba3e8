"""A quarter at one glance: how many reached their target, what is off track, what is missing."""

from __future__ import annotations

from typing import NamedTuple

from renaksi.diagnostics import Language
from renaksi.measure import Mean, explain_mean
from renaksi.model import LEVELS, Element
from renaksi.quarter import QUARTERS, ordinal
from renaksi.render.words import children
from renaksi_web.accounts.members import Member
from renaksi_web.tracking.report import Line, Report, reports


class Figure(NamedTuple):
    """A mean with the sentence that explains it."""

    name: str
    mean: Mean
    explanation: str


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
    """The quarter summed up, with the quarters before it; seven queries."""
    upto = QUARTERS[: ordinal(quarter)]
    found = reports(member, year, upto)
    report = found[quarter]
    due, measurement = report.due, report.measurement
    headline = _figure(report, "organisation", measurement.organisation, lang)
    levels = [_figure(report, level, measurement.levels[level], lang) for level in LEVELS]
    measured = [found[key].measurement for key in upto]
    below = member.organisation.government.explain_below
    lower = [b.lower for b in measurement.settings.bands.steps if b.key == below]
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


def _figure(report: Report, name: str, mean: Mean, lang: Language) -> Figure:
    return Figure(name, mean, explain_mean(report.measurement, mean, "level", lang))


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
