"""A row's line in the document that its plan was read from, with the row's cell marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.files.selectors import content
from renaksi_web.plans.models import Plan, PlanDocument


class Piece(NamedTuple):
    """One cell of the line."""

    text: str
    marked: bool


def original_line(member: Member, plan: Plan, place: Mapping[str, Any] | None) -> list[Piece]:
    """The cells of the line at a place; empty where there is none to show. One query."""
    return original_lines(member, plan, [place])[0]


def original_lines(
    member: Member, plan: Plan, places: Sequence[Mapping[str, Any] | None]
) -> list[list[Piece]]:
    """The line of each place; empty where the document is no text or was not kept. One query."""
    require(member, "plan.view")
    if not any(place and place.get("line") for place in places):
        return [[] for _ in places]
    lines = _lines(member, plan)
    return [_pieces(lines, place or {}) for place in places]


def _pieces(lines: Sequence[str], place: Mapping[str, Any]) -> list[Piece]:
    number, column = place.get("line") or 0, place.get("column")
    if not 1 <= number <= len(lines):
        return []
    return [
        Piece(cell.strip(), at == column)
        for at, cell in enumerate(lines[number - 1].split("\t"), 1)
        if cell.strip() or at == column
    ]


def _lines(member: Member, plan: Plan) -> list[str]:
    """The lines of the document, where it is plain text."""
    document = (
        PlanDocument.objects.filter(imports__plan=plan, organisation=member.organisation)
        .select_related("file")
        .first()
    )
    if document is None or document.file.media_type != "text/plain":
        return []
    return content(member, document.file).decode("utf-8", errors="replace").splitlines()
