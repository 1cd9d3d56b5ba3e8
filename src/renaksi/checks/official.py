"""What rules ask about an element and its official line."""

from __future__ import annotations

from typing import Final

from renaksi.checks.view import PlanView
from renaksi.model import Element
from renaksi.nomenclature.catalogue import Entry
from renaksi.nomenclature.names import similarity

# A printed code whose official name is less alike than this means something else.
_ANOTHER: Final = 0.5

# An element without a code whose name is this like an official one is that line, on whatever level.
_SURE: Final = 0.95


def is_another_line(element: Element, official: Entry) -> bool:
    """Whether the code was printed and the printed name is of something else."""
    if element.code_basis != "printed" or not element.name:
        return False
    score = element.code_score
    return (similarity(element.name, official.name) if score is None else score) < _ANOTHER


def line_by_name(view: PlanView, element: Element) -> Entry | None:
    """The official line of a name that has none on the level by which the plan calls it."""
    if element.code or not element.name or view.field is None:
        return None
    from renaksi.nomenclature.resolver import match_name

    match = match_name(element.name, None, field=view.field)
    return match.entry if match and match.score >= _SURE else None
