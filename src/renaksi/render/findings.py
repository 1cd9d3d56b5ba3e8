"""Findings as people are shown them: told once, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from renaksi.diagnostics import SEVERITIES, Diagnostic
from renaksi.model import Place

# A loss that the reading reports, and the check that finds the same gap in the plan.
TWINS: Final = {
    "missing-indicator": "indicator-text-lost",
    "missing-unit": "unit-lost",
    "missing-target": "target-lost",
}


def told_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without the checks that repeat what the reading has said of the same row or cell."""
    findings = tuple(findings)
    said = {
        (finding.rule.slug, finding.element, finding.indicator, cell)
        for finding in findings
        if finding.rule.kind == "reading"
        for cell in (finding.cell, None)
    }

    def repeats(finding: Diagnostic) -> bool:
        twin = TWINS.get(finding.rule.slug)
        return (twin, finding.element, finding.indicator, finding.cell) in said

    return [finding for finding in findings if not repeats(finding)]


def in_document_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, then gravest first; what has no place leads."""
    return sorted(
        findings,
        key=lambda finding: (_order(finding.where), SEVERITIES.index(finding.rule.severity)),
    )


def _order(place: Place | None) -> tuple[int | str, ...]:
    if place is None:
        return ("", 0, 0, 0, 0)
    numbers = (place.page, place.table, place.row or place.line, place.column)
    return (place.sheet or "", *(number or 0 for number in numbers))
