"""Pohon Kinerja: the cascade as a tree, each result with what it serves at its left.

The order is that of PermenPANRB 89/2021: from the result of the office down to the work
that brings it about. One page shows goals, objectives and programs, and each program
then has pages of its own with its activities and sub-activities.
"""

from __future__ import annotations

from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Words
from renaksi.measure import measure
from renaksi.model import Element, Level
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter, Report
from renaksi.reports.promises import year_target
from renaksi.reports.results import Results
from renaksi.reports.signing import Lacking
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Block, Diagram, Document, Heading, Node, Section
from renaksi.reports.wording import called, year_of

_TOP: Final[tuple[Level, ...]] = ("goal", "objective", "program")


def build(matter: Matter) -> Document:
    """The tree over as many pages as it needs."""
    lacking = Lacking()
    title = f"Pohon Kinerja Tahun {year_of(matter.plan)}"
    tree = _Tree(matter, lacking)
    above = [_diagram(tree.node(one, _TOP)) for one in tree.tops()]
    sections = [_section("Pohon kinerja", (heading(matter, title.upper()), *above), matter)]
    for number, program in enumerate(tree.cascade.at("program"), 1):
        if tree.cascade.children(program):
            blocks = (Heading(program.name or "", 2), _diagram(tree.node(program, None)))
            sections.append(_section(f"Program {number}", blocks, matter))
    if not matter.plan.elements:
        lacking.note("Rencana ini tidak memuat tujuan, sasaran, atau program.")
    return document(REPORT.name, title, matter, sections, lacking)


def _section(name: str, blocks: tuple[Block, ...], matter: Matter) -> Section:
    return one_section(name, blocks, matter, landscape=True)


def _diagram(root: Node) -> Diagram:
    return Diagram(root, f"Pohon kinerja dari {root.lines[0] if root.lines else root.title}")


class _Tree:
    """The nodes of the plan's elements."""

    def __init__(self, matter: Matter, lacking: Lacking) -> None:
        self.cascade = Cascade(matter.plan)
        self.results = Results(measure(matter.plan))
        self.lacking = lacking

    def tops(self) -> list[Element]:
        """Where the tree begins; an element that lost its parent begins one of its own."""
        known = self.cascade.by_id
        return [one for one in self.cascade.plan.elements if one.parent not in known]

    def node(self, element: Element, levels: tuple[Level, ...] | None) -> Node:
        """An element and what is under it, down to these levels."""
        below = (
            one for one in self.cascade.children(element) if levels is None or one.level in levels
        )
        children = tuple(self.node(child, levels) for child in below)
        title = LEVEL_WORDS[element.level].id.upper()
        return Node(
            title, (element.name or "", *self._indicators(element)), element.level, children
        )

    def _indicators(self, element: Element) -> list[str]:
        if not element.indicators:
            self.lacking.note(f"“{called(element)}” tidak memiliki indikator.")
        lines = []
        for index, indicator in enumerate(element.indicators):
            if not indicator.name:
                self.lacking.note(f"Teks indikator kosong pada “{called(element)}”.")
            target = year_target(self.results, element, index).text
            if not target:
                self.lacking.note(f"Target tahun “{called(indicator)}” belum diisi.")
            lines.append(f"• {called(indicator)}" + (f": {target}" if target else ""))
        return lines


REPORT = Report(
    "pohon-kinerja",
    Words("Pohon Kinerja", "Performance tree"),
    ("PermenPANRB 89/2021",),
    build,
)
