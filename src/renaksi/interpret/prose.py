"""What a report says between its tables is no plan, though it numbers its paragraphs.

A document whose tables have headers states its plan in them. Outside them a text counts as an
element by its label word, its code or its official name, or because targets stand below it.
"""

from __future__ import annotations

from typing import Final

from renaksi.interpret.drafts import DraftElement, DraftRow
from renaksi.interpret.vocabulary import begins_as_measure, begins_as_result
from renaksi.interpret.walk import Walker
from renaksi.nomenclature.resolver import match_name
from renaksi.patterns import pattern

# A label word, which no sentence goes on with: *Sasaran ini …*, *program/kegiatan yang …*.
_LABEL: Final = pattern(
    r"(?:Tujuan|TUJUAN|Sasaran|SASARAN|Program|PROGRAM|(?:Sub |SUB )?(?:Kegiatan|KEGIATAN))\b"
    r"(?!\s?/|\s(?:ini|itu|yang|dan|tersebut|dimaksud|adalah|telah|akan|dari|pada)\b)"
)


def without_prose(walker: Walker) -> None:
    """Take the elements that are mere prose away from a walk whose parents are settled."""
    elements = walker.outline.elements
    headed = walker.headed
    if not headed or all(element.table in headed for element in elements):
        return
    for element in elements:
        rows = [row for row in element.rows if row.table in headed or _is_stated(row)]
        walker.prose.extend((row.name, row.place) for row in element.rows if row.name
                            and row not in rows)  # fmt: skip
        element.rows[:] = rows
    kept = _with_evidence(elements, headed)
    gone = {id(element) for element in elements} - kept
    for element in elements:
        if id(element) in gone:
            walker.prose.append((element.name or "", element.place))
        element.position = _kept_above(element.position, gone)
        element.section = _kept_above(element.section, gone)
        element.beside = _kept_above(element.beside, gone)
        element.parent = _kept_above(element.parent, gone)
    elements[:] = [element for element in elements if id(element) in kept]
    walker.notes[:] = [
        note for note in walker.notes
        if (note.element is None or id(note.element) in kept)
        and (note.row is None or note.row in note.row.element.rows)
    ]  # fmt: skip
    for order, element in enumerate(elements):
        element.order = order


def _is_stated(row: DraftRow) -> bool:
    """Whether an indicator outside the tables has values, or is worded as one."""
    return bool(row.values or row.actuals) or row.name is None or begins_as_measure(row.name)


def _kept_above(element: DraftElement | None, gone: set[int]) -> DraftElement | None:
    while element is not None and id(element) in gone:
        element = element.position
    return element


def _with_evidence(elements: list[DraftElement], headed: set[int]) -> set[int]:
    """The ids of the elements that something speaks for, and of the results above them."""
    kept: set[int] = set()
    for element in elements:
        if element.table not in headed and not _has_evidence(element):
            continue
        kept.add(id(element))
        above = element.parent
        while above is not None and id(above) not in kept:
            if begins_as_result(above.name or ""):
                kept.add(id(above))
            above = above.parent
    return kept


def _has_evidence(element: DraftElement) -> bool:
    """Whether values, a code, a heading, a label word or an official name speak for an element."""
    if element.budget or element.spending or element.code_printed:
        return True
    if any(row.values or row.actuals for row in element.rows):
        return True
    name = element.name or ""
    return _LABEL.match(name) is not None or match_name(name) is not None
