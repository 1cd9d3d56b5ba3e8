"""The plan as the paper shows it: a level beside the next one, TW I–IV stacked in each row.

TUJUAN stands beside SASARAN, SASARAN beside PROGRAM, and for each program KEGIATAN beside
SUB KEGIATAN; actuals and achievement are put in beside the targets.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from renaksi.measure import IndicatorMeasure, Span
from renaksi.model import MISSING, Cell, Element, Level, Plan
from renaksi.quarter import QUARTERS
from renaksi.render.words import children
from renaksi_web.plans.models import Indicator
from renaksi_web.tracking.report import Report


class Quarter(NamedTuple):
    """One stacked line: a quarter's target, actual and achievement."""

    key: str
    target: Cell
    actual: Cell
    span: Span


class Block(NamedTuple):
    """One indicator of one side; ``element`` only where its name is printed, at its first."""

    element: Element | None
    row: Indicator | None
    quarters: tuple[Quarter, ...]


class Pair(NamedTuple):
    """What stands side by side in one row of the paper."""

    left: Block | None
    right: Block | None


class Sheet(NamedTuple):
    """One table of the paper."""

    heading: str
    left: Level
    right: Level
    pairs: list[Pair]


def sheets(report: Report) -> list[Sheet]:
    """The tables in the order of the paper; one that would be empty is left out."""
    plan = report.loaded.plan
    maker = _Maker(report)
    made = [
        Sheet("", "goal", "objective", maker.pairs("goal", "objective")),
        Sheet("", "objective", "program", maker.pairs("objective", "program")),
    ]
    made += [
        Sheet(_heading(program), "activity", "subactivity", maker.under(program))
        for program in plan.elements
        if program.level == "program"
    ]
    return [sheet for sheet in made if sheet.pairs]


def _heading(program: Element) -> str:
    return program.heading or " ".join(filter(None, [program.number, program.name]))


class _Maker:
    """Makes the rows of one plan."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.plan: Plan = report.loaded.plan
        self.below = children(self.plan)
        self.measured: dict[str, list[IndicatorMeasure]] = {}
        for found in report.measurement.indicators:
            self.measured.setdefault(found.row.element, []).append(found)

    def pairs(self, left: Level, right: Level) -> list[Pair]:
        """Every element of a level beside its children of the next one."""
        pairs: list[Pair] = []
        for element in self.plan.elements:
            if element.level == left:
                pairs += self.beside(element, right)
        orphans = [e for e in self.below[None] if e.level == right]
        return pairs + [Pair(None, block) for e in orphans for block in self.blocks(e)]

    def under(self, program: Element) -> list[Pair]:
        """The activities of a program beside their sub-activities."""
        pairs: list[Pair] = []
        for child in self.below.get(program.id, ()):
            if child.level == "activity":
                pairs += self.beside(child, "subactivity")
            else:
                pairs += [Pair(None, block) for block in self.blocks(child)]
        return pairs

    def beside(self, element: Element, right: Level) -> list[Pair]:
        """An element's indicators on the left, its children's on the right."""
        rights = [
            block
            for child in self.below.get(element.id, ())
            if child.level == right
            for block in self.blocks(child)
        ]
        return [Pair(*both) for both in zip_longest(self.blocks(element), rights)]

    def blocks(self, element: Element) -> list[Block]:
        """An element's indicators; its name alone where it has none."""
        found = self.measured.get(element.id, [])
        if not found:
            return [Block(element, None, ())]
        return [
            Block(
                None if index else element,
                self.report.loaded.indicators[element.id, index],
                tuple(self.quarter(one, key) for key in QUARTERS),
            )
            for index, one in enumerate(found)
        ]

    def quarter(self, one: IndicatorMeasure, key: str) -> Quarter:
        """One stacked line; what was reported after the quarter of the sheet is left out."""
        target = one.row.indicator.target(key)
        if key > self.report.quarter:
            return Quarter(key, target, MISSING, Span("not_scheduled"))
        return Quarter(key, target, one.row.indicator.actual(key), one.spans[key])  # type: ignore[index]
