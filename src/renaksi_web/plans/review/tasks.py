"""What a person has still to decide about a reading, and what needs only a look.

A task is one thing to do: fill in what the paper lost in one row, read a doubtful spot
again, say how quarters make a year, tell which rows are one indicator, name the year.
A task is done when the sheet holds the answer or a person gave a reason to leave it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from renaksi.checks import check
from renaksi.diagnostics import Diagnostic
from renaksi.quarter import CELLS
from renaksi_web.plans.review.sameness import Question, open_questions
from renaksi_web.plans.review.sheet import Row, Sheet, key_of, plan_of

# Findings of reading that the sheet itself can answer, by what of the row they miss.
_NAME, _UNIT, _TARGET = "RB111", "RB112", "RB113"
_DOUBTED: Final = frozenset({"direction", "accumulation"})
FILLED: Final = frozenset({_NAME, _UNIT, _TARGET})

Decisions = Mapping[str, Mapping[str, str]]


class Finding(NamedTuple):
    """A finding of reading under its key, with the row that it means, as far as it is there."""

    key: str
    diagnostic: Diagnostic
    row: Row | None
    element: str | None


class Fill(NamedTuple):
    """One row of which the paper lost something: ``missing`` names the fields."""

    row: Row
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


class Tasks(NamedTuple):
    """Everything that is open, by what to do."""

    year_missing: bool
    fills: tuple[Fill, ...]
    doubts: tuple[Finding, ...]
    ways: tuple[Row, ...]
    same: tuple[Question, ...]

    @property
    def number(self) -> int:
        """How many things a person has to decide."""
        return (
            self.year_missing
            + len(self.fills)
            + len(self.doubts)
            + bool(self.ways)
            + bool(self.same)
        )


class Review(NamedTuple):
    """A reading under review: open tasks, what was left with a reason, what needs only a look."""

    tasks: Tasks
    left: tuple[tuple[Finding, str], ...]
    repaired: tuple[Finding, ...]
    notes: tuple[tuple[Diagnostic, str | None], ...]


def review(sheet: Sheet, found: Sequence[Diagnostic], decisions: Decisions) -> Review:
    """The review of a sheet, given the findings of its reading and what was decided on them."""
    findings = [_finding(sheet, number, diagnostic) for number, diagnostic in enumerate(found)]
    serious = [f for f in findings if f.diagnostic.rule.severity != "info"]
    open_ = [f for f in serious if f.key not in decisions and not _answered(f)]
    tasks = Tasks(
        sheet.plan.year is None,
        _fills([f for f in open_ if f.diagnostic.rule.code in FILLED]),
        tuple(f for f in open_ if f.diagnostic.rule.code not in FILLED),
        tuple(row for row in sheet.rows if _DOUBTED & {*row.indicator.confirm}),
        tuple(open_questions(sheet)),
    )
    left = tuple(
        (f, str(decisions[f.key].get("reason", ""))) for f in serious if f.key in decisions
    )
    repaired = tuple(f for f in findings if f.diagnostic.rule.severity == "info")
    return Review(tasks, left, repaired, tuple(_notes(sheet)))


def finding_key(number: int) -> str:
    """The key of a finding: its number in the reading, which never changes."""
    return f"r{number}"


def _finding(sheet: Sheet, number: int, diagnostic: Diagnostic) -> Finding:
    row = None
    if diagnostic.element is not None and diagnostic.indicator is not None:
        row = sheet.row(key_of(diagnostic.element, diagnostic.indicator))
    element = sheet.element(diagnostic.element) if diagnostic.element else None
    return Finding(finding_key(number), diagnostic, row, element and element.id)


def _answered(finding: Finding) -> bool:
    """Whether what the finding misses is there now, or what it speaks of is gone."""
    diagnostic = finding.diagnostic
    if diagnostic.indicator is not None and finding.row is None:
        return True
    if diagnostic.element is not None and finding.element is None:
        return True
    return (
        finding.row is not None
        and diagnostic.rule.code in FILLED
        and not _misses(finding.row, diagnostic)
    )


def _misses(row: Row, diagnostic: Diagnostic) -> str | None:
    """The field that the finding misses and that is still empty in its row."""
    indicator, code = row.indicator, diagnostic.rule.code
    if code == _NAME:
        return None if indicator.name else "name"
    if code == _UNIT:
        return None if indicator.unit else "unit"
    key = diagnostic.cell
    if key not in CELLS:
        return None
    return key if indicator.target(key).state == "missing" else None


def _fills(findings: Sequence[Finding]) -> tuple[Fill, ...]:
    rows: dict[str, Row] = {}
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.row is not None:
            rows[finding.row.key] = finding.row
            groups.setdefault(finding.row.key, []).append(finding)
    return tuple(
        Fill(
            rows[key],
            tuple(group),
            tuple(filter(None, (_misses(rows[key], f.diagnostic) for f in group))),
        )
        for key, group in groups.items()
    )


def _notes(sheet: Sheet) -> list[tuple[Diagnostic, str | None]]:
    """What the checks say of the plan as it stands, each with the key of its row."""
    plan, keys = plan_of(sheet)
    return [
        (d, None if d.element is None or d.indicator is None else keys[d.element, d.indicator])
        for d in check(plan)
    ]
