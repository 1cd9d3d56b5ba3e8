"""The filed document beside its interpretation: what is shown of it, and the names of its spots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from renaksi.model import Place
from renaksi_web.plans.anchors import box_name, names, spot

__all__ = ["names_of", "places_of_page", "spot"]


def names_of(original: Mapping[str, Any], places: Iterable[Place | None]) -> frozenset[str]:
    """Every name that a link can point at; on pages these are the boxes of ``places``."""
    form = original.get("form")
    if form == "lines":
        return frozenset(_of_lines(original["lines"]))
    if form == "tables":
        return frozenset(_of_blocks(original["blocks"]))
    if form == "pages":
        known = {f"h{page[0]}" for page in original["pages"]}
        boxes = {name for place in places for name in names(place)[:-1]}
        return frozenset(known | {name for name in boxes if name.partition("-")[0] in known})
    return frozenset()


def places_of_page(places: Iterable[Place | None], page: int) -> dict[str, Place]:
    """The boxes on one page by their names, the larger first, so that smaller lie above them."""
    found = {
        box_name(f"h{page}", place.box): place
        for place in places
        if place is not None and place.page == page and place.box is not None
    }
    return dict(sorted(found.items(), key=lambda pair: -_area(pair[1])))


def _area(place: Place) -> float:
    left, top, right, bottom = place.box or (0, 0, 0, 0)
    return (right - left) * (bottom - top)


def _of_lines(lines: Iterable[Any]) -> Iterator[str]:
    for number, cells in lines:
        yield f"b{number}"
        yield from (f"b{number}k{column}" for column, _ in cells if column)


def _of_blocks(blocks: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        for _, name, _, cells in block["rows"]:
            if name:
                yield name
            yield from (cell[0] for cell in cells if cell[0])
