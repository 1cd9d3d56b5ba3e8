"""The names of places in a document, as a link to them needs it: cell, row, box, page.

The names are the same wherever a document is shown, so that a value finds its place on
every page. Known to the isolated readers too: nothing here may import Django.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from renaksi.model import Place


def names(place: Place | None) -> tuple[str, ...]:
    """The names under which a place may be found, the narrowest first."""
    if place is None:
        return ()
    row = row_name(place)
    if place.page is not None:
        page = f"h{place.page}"
        return (box_name(page, place.box), page) if place.box else (page,)
    if place.sheet is not None:
        return f"{_sheet(place.sheet)}-{place.cell}", row
    return (f"{row}k{place.column}", row) if row and place.column else (row,) if row else ()


def row_name(place: Place) -> str:
    """The name of the row, line or page that a place stands in; "" where it has none."""
    if place.page is not None:
        return f"h{place.page}"
    if place.sheet is not None:
        return f"{_sheet(place.sheet)}-{''.join(filter(str.isdigit, place.cell or ''))}"
    if place.table is not None:
        return f"t{place.table}-{place.row}"
    return f"b{place.line}" if place.line is not None else ""


def box_name(page: str, box: tuple[float, float, float, float]) -> str:
    """The name of a box on a page, by its corners in tenths of a point."""
    return "-".join((page, *(str(round(side * 10)) for side in box)))


def spot(place: Place | None, known: Collection[str]) -> str:
    """Where a place is found in a document that has these names; "" where nowhere."""
    return next((name for name in names(place) if name in known), "")


def row_spot(written: Mapping[str, Any] | None) -> str:
    """The narrowest name of a place as JSON columns keep it; "" where there is none."""
    if not written:
        return ""
    box = written.get("box")
    return next(iter(names(Place(**{**written, "box": box and tuple(box)}))), "")


def _sheet(name: str) -> str:
    return "s" + "_".join(name.split())
