"""Who stands under whom, when position, numbering and nomenclature may disagree.

A printed code decides, and a parent that is printed in the same row before its child; else
numbering that continues and position where both agree; where they disagree or are silent,
the official parent if it stands in the document; else numbering, else position. Overruling
a sign leaves a note that names the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from renaksi.diagnostics import Rule
from renaksi.interpret import findings
from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement, Note
from renaksi.interpret.numbering import ordinal_of
from renaksi.interpret.outline import Outline
from renaksi.model import Level
from renaksi.nomenclature.catalogue import parent_code
from renaksi.nomenclature.resolver import Match
from renaksi.readers.limits import Deadline

Matches = Mapping[int, Match]  # by the order of the element

_BETWEEN_LOOKS: Final = 32  # elements, at the clock
_FARTHEST: Final = 200  # elements, of those whose numbers an element may continue


class Parents:
    """Settles the parent of every element of an outline, in document order."""

    def __init__(self, outline: Outline, matches: Matches, notes: list[Note]) -> None:
        """Nothing is settled yet."""
        self._outline = outline
        self._matches = matches
        self._notes = notes
        self._last: dict[int, int] = {}  # the last number given under an element, by its order
        self._expecting: dict[tuple[Level, int], list[DraftElement]] = {}
        self._by_number: dict[str, DraftElement] = {}
        self._by_code: dict[str, DraftElement] = {}
        for element in reversed(outline.elements):
            match = matches.get(element.order)
            if match is not None and match.code is not None:
                self._by_code[match.code] = element

    def settle(self, deadline: Deadline) -> None:
        """Give every element its parent."""
        for count, element in enumerate(self._outline.elements):
            if not count % _BETWEEN_LOOKS:
                deadline.check()
            element.parent = self._parent(element)
            self._expecting.setdefault((element.level, 1), []).append(element)
            if element.number is not None:
                self._by_number[element.number] = element
            number = ordinal_of(element.number)
            if element.parent is not None and number is not None:
                self._last[element.parent.order] = number
                key = element.parent.level, number + 1
                self._expecting.setdefault(key, []).append(element.parent)

    def _parent(self, element: DraftElement) -> DraftElement | None:
        position = self._position(element)
        if RANK[element.level] <= RANK["program"]:
            return position
        official = self._official(element)
        if element.code_printed and official is not None:
            return official
        if element.beside is not None or (element.is_counted and position is not None):
            return element.beside or position
        numbered = self._numbered(element, position)
        if position is not None and numbered is position:
            return position
        if official is not None:
            if official is not position:
                self._note(findings.PARENT_OFFICIAL, element, official)
            return official
        if numbered is not None:
            self._note(findings.PARENT_NUMBERED, element, numbered)
        return numbered or position

    def _position(self, element: DraftElement) -> DraftElement | None:
        """The element above on the page; a program whose heading comes later does not count yet."""
        position = element.position
        if element.level != "activity" or position is None or position.level != "program":
            return position
        heading, here = position.heading_place, element.place
        if heading is None or heading.line is None or here.line is None or heading.line < here.line:
            return position
        return element.section or position

    def _numbered(
        self, element: DraftElement, position: DraftElement | None
    ) -> DraftElement | None:
        """The element whose children's numbers this continues: ``position``, else the nearest."""
        number = ordinal_of(element.number)
        if number is None:
            return None
        above_number = (element.number or "").rpartition(".")[0]
        if above_number:
            above = self._by_number.get(above_number)
            return above if above is not None and RANK[above.level] < RANK[element.level] else None
        level = BY_RANK[RANK[element.level] - 1]
        if position is not None and position.level == level and self._expects(position) == number:
            return position
        section = _section(position)
        found = [
            above
            for above in self._expecting.get((level, number), [])[-_FARTHEST:]
            if self._expects(above) == number and (level == "program" or _section(above) is section)
        ]
        return max(found, key=lambda above: above.order, default=None)

    def _expects(self, element: DraftElement) -> int:
        """The number that the next element under this one should bear."""
        return self._last.get(element.order, 0) + 1

    def _official(self, element: DraftElement) -> DraftElement | None:
        """The element of the document that is this one's parent by the nomenclature."""
        match = self._matches.get(element.order)
        if match is None or match.code is None:
            return None
        above = parent_code(match.code)
        found = self._by_code.get(above) if above else None
        return found if found is not None and RANK[found.level] < RANK[element.level] else None

    def _note(self, rule: Rule, element: DraftElement, parent: DraftElement) -> None:
        match = self._matches.get(element.order)
        params = {
            "name": element.name or "", "number": element.number or "",
            "parent": parent.name or "", "code": (match.code if match else None) or "",
        }  # fmt: skip
        self._notes.append(Note(rule, params, element, None, element.place))


def _section(element: DraftElement | None) -> DraftElement | None:
    """The program of an activity, in whose bounds its sub-activities are numbered."""
    if element is None:
        return None
    return element.parent if element.level == "activity" else element


def note_moved_programs(outline: Outline, notes: list[Note]) -> None:
    """Say which program rows stand inside the table of the program before."""
    with_activities = {
        (element.table, id(element.section))
        for element in outline.elements
        if element.level == "activity"
    }
    for element in outline.elements:
        section = element.section
        if element.level != "program" or not element.heading or section in (None, element):
            continue
        if section is not None and (element.table, id(section)) in with_activities:
            params = {"name": element.name or "", "table": section.name or section.heading or ""}
            notes.append(Note(findings.PROGRAM_MOVED, params, element, None, element.place))
