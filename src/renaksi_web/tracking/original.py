"""A place in the document that a plan was read from: its line, its row, or a piece of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from renaksi.model import Place
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.policy import require
from renaksi_web.plans.anchors import names, row_name
from renaksi_web.plans.cells import place_of
from renaksi_web.plans.models import Plan
from renaksi_web.plans.selectors import original

# How much of a page is shown around a box, in points.
_BESIDE: Final = 150.0
_ABOVE: Final = 45.0


class Piece(NamedTuple):
    """One cell of the line."""

    text: str
    marked: bool


class Picture(NamedTuple):
    """A piece of a page: which page of which document, its size, what is seen of it, the box."""

    document: int
    page: int
    width: float
    height: float
    view: tuple[float, float, float, float]
    box: tuple[float, float, float, float]


class Excerpt(NamedTuple):
    """What the document shows at a place: cells or a picture, and where all of it is shown."""

    imported: int
    spot: str
    pieces: tuple[Piece, ...] = ()
    picture: Picture | None = None


def original_line(member: Member, plan: Plan, place: Mapping[str, Any] | None) -> Excerpt | None:
    """What stands at a place; None where there is nothing to show. Two queries."""
    return original_lines(member, plan, [place])[0]


def original_lines(
    member: Member, plan: Plan, places: Sequence[Mapping[str, Any] | None]
) -> list[Excerpt | None]:
    """What stands at each place; None where the document was not kept. Two queries."""
    require(member, "plan.view")
    found = original(member, plan) if any(places) else None
    if found is None:
        return [None for _ in places]
    imported, document, shown = found
    return [_excerpt(imported, document, shown, place_of(place)) for place in places]


def _excerpt(
    imported: int, document: int, shown: Mapping[str, Any], place: Place | None
) -> Excerpt | None:
    if place is None:
        return None
    spot = names(place)[0] if names(place) else ""
    if shown.get("form") == "pages":
        picture = _picture(document, shown["pages"], place)
        return Excerpt(imported, spot, picture=picture) if picture else None
    row = row_name(place)
    pieces = tuple(
        Piece(text, name == spot) for name, text in _cells(shown, row) if text or name == spot
    )
    return Excerpt(imported, spot, pieces) if pieces else None


def _cells(shown: Mapping[str, Any], row: str) -> Iterator[tuple[str, str]]:
    """The names and texts of the cells of a line or row."""
    for number, cells in shown.get("lines", ()):
        if f"b{number}" == row:
            yield from ((f"{row}k{column or 1}", text) for column, text in cells)
    for block in shown.get("blocks", ()):
        for _, name, _, cells in block["rows"]:
            if name == row:
                yield from ((own, text) for own, text, *_ in cells)


def _picture(document: int, pages: Sequence[Any], place: Place) -> Picture | None:
    if place.box is None:
        return None
    for number, width, height in pages:
        if number == place.page:
            left, top, right, bottom = place.box
            x, y = max(0.0, left - _BESIDE), max(0.0, top - _ABOVE)
            view = (x, y, min(width, right + _BESIDE) - x, min(height, bottom + _ABOVE) - y)
            box = (left, top, right - left, bottom - top)
            return Picture(document, number, width, height, view, box)
    return None
