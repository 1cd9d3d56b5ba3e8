"""Findings as people are shown them: told once, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from renaksi.diagnostics import SEVERITIES, Diagnostic
from renaksi.model import reading_order

# A gap that a check finds in the plan, and the reading's word for a loss that explains it.
TWINS: Final = {
    "missing-indicator-text": "indicator-text-lost",
    "missing-unit": "unit-lost",
    "missing-target": "target-lost",
}


def told_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without the checks that repeat what the reading has said of the same row or cell."""
    findings = tuple(findings)
    said: dict[tuple[str | None, ...], set[str | None]] = {}
    for finding in findings:
        if finding.rule.kind == "reading":
            said.setdefault(_matter(finding, finding.rule.slug), set()).add(finding.cell)

    def repeats(finding: Diagnostic) -> bool:
        cells = said.get(_matter(finding, TWINS.get(finding.rule.slug, "")), set())
        return bool(cells) and (finding.cell is None or not cells.isdisjoint((finding.cell, None)))

    return [finding for finding in findings if not repeats(finding)]


def _matter(finding: Diagnostic, slug: str) -> tuple[str | None, ...]:
    return slug, finding.element, str(finding.indicator)


def in_document_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, then gravest first; what has no place leads."""
    findings = tuple(findings)
    order = reading_order(finding.where for finding in findings)
    return sorted(
        findings,
        key=lambda finding: (order(finding.where), SEVERITIES.index(finding.rule.severity)),
    )
