"""Sheets that are wider than the paper: their last columns are printed on pages of their own.

A spreadsheet prints the pages of the first columns and then those of the next ones, or each page of
the first columns with the next ones behind it. The pages of one strip of rows have their rows at
the same heights, and other columns. They are laid side by side again; what was read of them is
found on its own page afterwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.model import Place
from renaksi.readers.document import Row
from renaksi.readers.pages.marks import PageMarks, Rule, Word, rounded

_MOST: Final = 4  # pages side by side
_LEAST_EDGES: Final = 4  # of rows that agree, in one strip at least
_SAME: Final = 2.0  # points


class Part(NamedTuple):
    """A page that was laid at the right of another: from where on, and how far it was moved."""

    at: float
    page: int
    right: float


Moved = dict[int, list[Part]]  # by the number of the first page of a strip


def laid_out(pages: Sequence[PageMarks]) -> tuple[list[PageMarks], Moved]:
    """The pages with those of one strip joined, and which pages were."""
    if not any(page.of_sheet for page in pages):
        return list(pages), {}
    filled = [page for page in pages if page.across and page.down]
    for many in range(2, _MOST + 1):
        if filled and len(filled) % many == 0:
            high = len(filled) // many
            behind = [filled[n : n + many] for n in range(0, len(filled), many)]
            below = [filled[n::high] for n in range(high)]
            for strips in (behind, below):
                agreeing = [_edges_of(strip) for strip in strips]
                if min(agreeing) > 1 and max(agreeing) >= _LEAST_EDGES:
                    found, moved = _joined(strips)
                    others = [page for page in pages if page not in filled]
                    return sorted([*found, *others], key=lambda page: page.number), moved
    return list(pages), {}


def _edges_of(pages: Sequence[PageMarks]) -> int:
    """How many edges of rows the pages of one strip have at the same heights; 0 for no strip."""
    edges = [_edges(page) for page in pages]
    most = max(edges, key=len)
    for found in edges:
        if len(found) < 2 or abs(found[0] - most[0]) > _SAME or abs(found[-1] - most[-1]) > _SAME:
            return 0
        if not all(_is_near(at, most) for at in found):
            return 0
    columns = [_positions(rule.at for rule in page.down) for page in pages]
    is_other = all(
        len(one) != len(other) or not all(_is_near(at, other) for at in one)
        for one, other in pairwise(columns)
    )
    return min(map(len, edges)) if is_other else 0


def _edges(page: PageMarks) -> list[float]:
    """The edges of rows; the last may not be drawn, where a cell goes on overleaf."""
    ends = [min(rule.start for rule in page.down), max(rule.end for rule in page.down)]
    return _positions([*(rule.at for rule in page.across), *ends])


def _positions(ats: Iterable[float]) -> list[float]:
    found: list[float] = []
    for at in sorted(ats):
        if not found or at - found[-1] > _SAME:
            found.append(at)
    return found


def _is_near(at: float, positions: Sequence[float]) -> bool:
    n = bisect_left(positions, at)
    return any(abs(at - each) <= _SAME for each in positions[max(0, n - 1) : n + 1])


def _joined(strips: Sequence[Sequence[PageMarks]]) -> tuple[list[PageMarks], Moved]:
    """Each strip as one page. The sheet is parted at the same columns on all of its pages."""
    columns = [[rule for page in column for rule in page.across]
               for column in zip(*strips, strict=True)]  # fmt: skip
    starts = [min(rule.start for rule in column) for column in columns]
    ends = [max(rule.end for rule in column) for column in columns]
    rights = [0.0]
    for end, start in zip(ends, starts[1:], strict=False):
        rights.append(rights[-1] + end - start)
    pages, moved = [], {}
    for strip in strips:
        parts = [
            Part(start + right, page.number, right)
            for page, start, right in zip(strip, starts, rights, strict=True)
        ]
        moved[strip[0].number] = parts
        pages.append(_one_page(strip, parts))
    return pages, moved


def _one_page(strip: Sequence[PageMarks], parts: Sequence[Part]) -> PageMarks:
    words: list[Word] = []
    across: list[Rule] = []
    down: list[Rule] = []
    seen: dict[tuple[str, int], list[Word]] = {}  # by their text and how far down they stand
    for page, part in zip(strip, parts, strict=True):
        for word in page.words:
            one = _to_the_right(word, part.right)
            step = int(one.top / _SAME)
            near = [w for n in (step - 1, step, step + 1) for w in seen.get((one.text, n), ())]
            if not any(_are_one(one, other) for other in near):
                words.append(one)
                seen.setdefault((one.text, step), []).append(one)
        across += [Rule(r.at, r.start + part.right, r.end + part.right) for r in page.across]
        down += [Rule(r.at + part.right, r.start, r.end) for r in page.down]
    first, width = strip[0], strip[-1].width + parts[-1].right
    return first._replace(width=width, words=tuple(words), across=tuple(across), down=tuple(down))


def _to_the_right(word: Word, by: float) -> Word:
    cut = word.cut
    if cut is not None:
        cut = (cut[0] + by, cut[1], cut[2] + by, cut[3])
    return word._replace(left=word.left + by, right=word.right + by, cut=cut)


def _are_one(one: Word, other: Word) -> bool:
    """Whether two words are one, printed on both pages: of a cell that goes on sideways."""
    return abs(one.left - other.left) <= 2 * _SAME and abs(one.top - other.top) <= _SAME


def on_its_page(row: Row, moved: Moved) -> Row:
    """A row whose places are on the pages that print them."""
    if not moved or row.places is None:
        return row
    lines = {
        column: tuple((start, place_of(place, moved)) for start, place in placed)
        for column, placed in row.line_places.items()
    }
    places = tuple(place_of(place, moved) for place in row.places)
    return row._replace(places=places, line_places=lines)


def place_of(place: Place, moved: Moved) -> Place:
    """A place on the page that prints it."""
    if place.box is None or place.page not in moved:
        return place
    left, top, right, bottom = place.box
    part = [each for each in moved[place.page] if each.at <= left + _SAME] or moved[place.page]
    page, by = part[-1].page, part[-1].right
    return place._replace(page=page, box=rounded((left - by, top, right - by, bottom)))
