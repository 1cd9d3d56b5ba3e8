"""The filed document as templates show it: lines, tables or pictured pages, with named spots.

Whatever a value was read from links back to that value. Boxes on pictured pages are drawn
as links over the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from renaksi.model import Place
from renaksi_web.plans.review.source import places_of_page


class Back(NamedTuple):
    """Where in the interpretation a spot's value stands, and how it is called there."""

    target: str
    words: str


class Spot(NamedTuple):
    """One cell: its name, its text, how far it is merged, what was read from it or struck out."""

    name: str
    text: str
    columns: int
    rows: int
    bold: bool
    back: str
    struck: str = ""


class Line(NamedTuple):
    """One line or row: its name, the number that stands before it, its cells."""

    name: str
    label: str
    is_heading: bool
    cells: tuple[Spot, ...]


class Block(NamedTuple):
    """One table or run of lines, with the letters of its columns where it is a sheet's."""

    title: str
    is_table: bool
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


class Box(NamedTuple):
    """A box on a page, from its left top corner, in points."""

    name: str
    left: float
    top: float
    width: float
    height: float
    target: str
    words: str


class PageShown(NamedTuple):
    """One pictured page: its size in points, its boxes, and its words for who cannot see it."""

    number: int
    width: float
    height: float
    boxes: tuple[Box, ...]
    words: tuple[str, ...]


class Original(NamedTuple):
    """The document; ``form`` says which of the others is filled, "" that there is none."""

    form: str
    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    pages: tuple[PageShown, ...] = ()
    cut: bool = False


def shown(
    original: Mapping[str, Any], places: Iterable[Place | None], backs: Mapping[str, Back]
) -> Original:
    """The document that the reader kept; ``backs`` tells for a spot what was read there."""
    form, cut = original.get("form", ""), bool(original.get("cut"))
    if form == "lines":
        return Original(form, lines=tuple(_lines(original["lines"], backs)), cut=cut)
    if form == "tables":
        blocks = tuple(_block(block, backs) for block in original["blocks"])
        return Original(form, blocks=blocks, cut=cut)
    if form == "pages":
        known = list(places)
        texts = original["texts"]
        pages = (_page(page, known, backs, texts) for page in original["pages"])
        return Original(form, pages=tuple(pages), cut=cut)
    return Original("")


def _lines(lines: Iterable[Any], backs: Mapping[str, Back]) -> Iterable[Line]:
    for number, cells in lines:
        name = f"b{number}"
        spots = (
            (f"{name}k{column}" if column else "", text, _target(backs, name, column))
            for column, text in cells
        )
        told = tuple(Spot(own, text, 1, 1, False, back) for own, text, back in spots)
        yield Line(name, str(number), False, told)


def _target(backs: Mapping[str, Back], line: str, column: int) -> str:
    back = backs.get(f"{line}k{column}")
    if back is None and column in (0, 1):
        back = backs.get(line)
    return back.target if back else ""


def _block(block: Mapping[str, Any], backs: Mapping[str, Back]) -> Block:
    lines = tuple(
        Line(
            name,
            str(label),
            heading,
            tuple(
                Spot(
                    own,
                    text,
                    across,
                    down,
                    bold,
                    backs[own].target if own in backs else "",
                    *struck,
                )
                for own, text, across, down, bold, *struck in cells
            ),
        )
        for label, name, heading, cells in block["rows"]
    )
    return Block(block["title"], block["is_table"], tuple(block["columns"]), lines)


def _page(
    page: Sequence[float],
    places: Iterable[Place | None],
    backs: Mapping[str, Back],
    texts: Mapping[str, Sequence[str]],
) -> PageShown:
    number, width, height = int(page[0]), page[1], page[2]
    boxes = []
    for name, place in places_of_page(places, number).items():
        left, top, right, bottom = place.box or (0, 0, 0, 0)
        target, words = backs.get(name, ("", ""))
        boxes.append(Box(name, left, top, right - left, bottom - top, target, words))
    return PageShown(number, width, height, tuple(boxes), tuple(texts.get(str(number), ())))
