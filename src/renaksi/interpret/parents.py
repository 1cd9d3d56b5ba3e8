"""Who stands under whom, when position, numbering and nomenclature may disagree.

A printed code decides, and a parent that is printed in the same row before its child; else
numbering that continues and position where both agree;
where they disagree or are silent, the official parent if it stands in the document;
else numbering, else position. Overruling a sign leaves a note that names the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping

from renaksi.interpret import findings
from renaksi.interpret.drafts import BY_RANK, RANK, DraftElement, Note
from renaksi.interpret.numbering import ordinal_of
from renaksi.interpret.outline import Outline
from renaksi.nomenclature.catalogue import parent_code
from renaksi.nomenclature.resolver import Match

Matches = Mapping[int, Match]  # by the order of the element


class Parents:
    """Settles the parent of every element of an outline, in document order."""

    def __init__(self, outline: Outline, matches: Matches, notes: list[Note]) -> None:
        """Nothing is settled yet."""
        self._outline = outline
        self._matches = matches
        self._notes = notes
        self._last: dict[int, int] = {}  # the last number given under an element, by its order
        self._by_code: dict[str, DraftElement] = {}
        for element in reversed(outline.elements):
            match = matches.get(element.order)
            if match is not None and match.code is not None:
                self._by_code[match.code] = element

    def settle(self) -> None:
        """Give every element its parent."""
        for element in self._outline.elements:
            element.parent = self._parent(element)
            number = ordinal_of(element.number)
            if element.parent is not None and number is not None:
                self._last[element.parent.order] = number

    def _parent(self, element: DraftElement) -> DraftElement | None:
        position = self._position(element)
        if RANK[element.level] <= RANK["program"]:
            return position
        official = self._official(element)
        if element.code_printed and official is not None:
            return official
        if element.beside is not None or (element.is_counted and position is not None):
            return element.beside or position
        number = ordinal_of(element.number)
        numbered = self._numbered(element, number, position)
        if position is not None and position in numbered:
            return position
        if official is not None:
            if official is not position:
                self._note_official(element, official)
            return official
        if numbered:
            if numbered[0] is not position:
                params = {
                    "name": element.name or "", "number": element.number or "",
                    "parent": numbered[0].name or "",
                }  # fmt: skip
                self._notes.append(
                    Note(findings.PARENT_NUMBERED, params, element, None, element.place)
                )
            return numbered[0]
        return position

    def _position(self, element: DraftElement) -> DraftElement | None:
        """The element above on the page; a program whose own heading comes later does not count yet."""
        position = element.position
        if element.level != "activity" or position is None or position.level != "program":
            return position
        heading, here = position.heading_place, element.place
        if heading is None or heading.line is None or here.line is None or heading.line < here.line:
            return position
        return element.section or position

    def _numbered(
        self, element: DraftElement, number: int | None, position: DraftElement | None
    ) -> list[DraftElement]:
        """The elements above whose children's numbers ``number`` continues, the nearest first."""
        if number is None:
            return []
        above_number = (element.number or "").rpartition(".")[0]
        if above_number:
            above = self._outline.elements[: element.order]
            return [other for other in reversed(above) if other.number == above_number]
        level = BY_RANK[RANK[element.level] - 1]
        section = self._position_section(position)
        found = [
            above
            for above in self._outline.elements[: element.order]
            if above.level == level
            and self._last.get(above.order, 0) == number - 1
            and (level == "program" or self._position_section(above) is section)
        ]
        return found[::-1]

    def _position_section(self, element: DraftElement | None) -> DraftElement | None:
        """The program of an activity, in whose bounds its sub-activities are numbered."""
        if element is None:
            return None
        return element.parent if element.level == "activity" else element

    def _official(self, element: DraftElement) -> DraftElement | None:
        """The element of the document that is this one's parent by the nomenclature."""
        match = self._matches.get(element.order)
        if match is None or match.code is None:
            return None
        above = parent_code(match.code)
        found = self._by_code.get(above) if above else None
        return found if found is not None and RANK[found.level] < RANK[element.level] else None

    def _note_official(self, element: DraftElement, official: DraftElement) -> None:
        code = self._matches[element.order].code or ""
        params = {"name": element.name or "", "parent": official.name or "", "code": code}
        self._notes.append(Note(findings.PARENT_OFFICIAL, params, element, None, element.place))


def note_moved_programs(outline: Outline, notes: list[Note]) -> None:
    """Say which program rows stand inside the table of the program before."""
    for element in outline.elements:
        section = element.section
        if (
            element.level != "program"
            or section is None
            or section is element
            or not element.heading
        ):
            continue
        if any(other.table == element.table and other.section is section and other.level == "activity"
               for other in outline.elements):  # fmt: skip
            params = {"name": element.name or "", "table": section.name or section.heading or ""}
            notes.append(Note(findings.PROGRAM_MOVED, params, element, place=element.place))
