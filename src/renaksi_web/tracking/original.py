"""A row's line in the document that its plan was read from, with the row's cell marked.

A revision's rows come from the document of the version that was read; the lines are those
that the reading kept, whatever the format of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.models import Import, Plan
from renaksi_web.plans.reading_process import anchor


class Piece(NamedTuple):
    """One cell of the line."""

    text: str
    marked: bool


def original_line(member: Member, plan: Plan, place: Mapping[str, Any] | None) -> list[Piece]:
    """The cells of the line at a place; empty where there is none to show. Two queries."""
    return original_lines(member, plan, [place])[0]


def original_lines(
    member: Member, plan: Plan, places: Sequence[Mapping[str, Any] | None]
) -> list[list[Piece]]:
    """The line of each place; empty where the reading kept none. Two queries at most."""
    require(member, "plan.view")
    if not any(places):
        return [[] for _ in places]
    kept = _lines(member, plan)
    often = Counter(name for name, _text in kept)  # a page of a PDF is many lines
    lines = {name: text for name, text in kept if often[name] == 1}
    return [_pieces(lines, place) if place else [] for place in places]


def _pieces(lines: Mapping[str, str], place: Mapping[str, Any]) -> list[Piece]:
    text = lines.get(anchor(dict(place)), "")
    if "\t" not in text:
        return [Piece(cell.strip(), False) for cell in text.split(" │ ") if cell.strip()]
    return [
        Piece(cell.strip(), at == place.get("column"))
        for at, cell in enumerate(text.split("\t"), 1)
        if cell.strip() or at == place.get("column")
    ]


def _lines(member: Member, plan: Plan) -> list[tuple[str, str]]:
    """Names and texts of the lines of the document behind a version of a plan."""
    rows = Plan.objects.filter(organisation=member.organisation, year=plan.year, kind=plan.kind)
    versions = {pk: (revises, imported) for pk, revises, imported in rows.values_list(
        "pk", "revises_id", "imported_id"
    )}  # fmt: skip
    at: int | None = plan.pk
    while at is not None and versions[at][1] is None:
        at = versions[at][0]
    if at is None:
        return []
    reading = Import.objects.values_list("reading", flat=True).get(pk=versions[at][1])
    return [(name, text) for name, text in (reading or {}).get("source") or ()]
