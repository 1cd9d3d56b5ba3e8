"""The straight lines drawn on a PDF page: stroked lines, edges of boxes, and thin filled bars.

Offices' programs draw a table's borders in all three ways. Filled areas (shading, charts) are
no rules.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from renaksi.readers.limits import Limits, too_much
from renaksi.readers.pages.marks import Point, Rule, Turn

_THIN: Final = 3.0  # points: a filled bar that is no thicker is a rule
_SHORTEST: Final = 3.0
_DEEPEST: Final = 4  # drawings within drawings
_MOST_SEGMENTS: Final = 5_000

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawing:
    """Collects the rules of one page."""

    def __init__(self, turn: Turn, limits: Limits) -> None:
        """Nothing collected; ``turn`` gives the page's coordinates."""
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.texts: list[Any] = []  # text objects, but for those in drawings
        self.pictures = 0
        self._turn = turn
        self._left = limits.max_marks
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]

    def read(self, page: Any) -> None:
        """All objects of a page."""
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._object(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)

    def _object(self, thing: Any, matrix: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._left -= 1
            if self._left < 0:
                raise too_much("terlalu banyak garis di satu halaman", "too many lines on a page")
            self._path(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if depth == 0:
                self.texts.append(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), matrix)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self._object(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def _path(self, path: Any, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        if matrix == _IDENTITY and pdfium.FPDFPageObj_GetBounds(path, *self._pointers):
            x0, y0, x1, y1 = (number.value for number in self._numbers)
            if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
                self._bar((x0, y0), (x1, y1))
                return
        matrix = _times(_matrix(path), matrix)
        for outline in self._outlines(path, matrix):
            if stroke.value:
                for start, end in pairwise(outline):
                    self._line(start, end)
            else:
                self._bar(
                    (min(x for x, _ in outline), min(y for _, y in outline)),
                    (max(x for x, _ in outline), max(y for _, y in outline)),
                )

    def _outlines(self, path: Any, matrix: Matrix) -> Iterator[list[Point]]:
        """The parts of a path as lists of corners; those with curves are left out."""
        a, b, c, d, e, f = matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        to_x, to_y = ctypes.byref(x), ctypes.byref(y)
        corners: list[Point] = []
        straight = True
        for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if straight and len(corners) > 1:
                    yield corners
                corners, straight = [], True
            straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
            pdfium.FPDFPathSegment_GetPoint(segment, to_x, to_y)
            px, py = x.value, y.value
            corners.append((a * px + c * py + e, b * px + d * py + f))
            if pdfium.FPDFPathSegment_GetClose(segment):
                corners.append(corners[0])
        if straight and len(corners) > 1:
            yield corners

    def _bar(self, one: Point, other: Point) -> None:
        """A filled box: a rule along its middle where it is thin."""
        width, height = other[0] - one[0], other[1] - one[1]
        if height <= _THIN and width > height:
            middle = (one[1] + other[1]) / 2
            self._line((one[0], middle), (other[0], middle))
        elif width <= _THIN:
            middle = (one[0] + other[0]) / 2
            self._line((middle, one[1]), (middle, other[1]))

    def _line(self, start: Point, end: Point) -> None:
        """A straight line, if it runs along or down the page."""
        ax, ay = self._turn(*start)
        bx, by = self._turn(*end)
        if abs(ay - by) <= 1.0 and abs(ax - bx) >= _SHORTEST:
            self.across.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
        elif abs(ax - bx) <= 1.0 and abs(ay - by) >= _SHORTEST:
            self.down.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))


def _matrix(thing: Any) -> Matrix:
    held = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(held)):
        return _IDENTITY
    return held.a, held.b, held.c, held.d, held.e, held.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def merged(rules: list[Rule], apart: float = 2.0, gap: float = 4.0) -> list[Rule]:
    """Rules that lie on one line joined; nearly equal lines are one."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[-1].at > apart:
            found.extend(_joined(group, gap))
            group = []
        group.append(rule)
    found.extend(_joined(group, gap))
    return found


def _joined(group: list[Rule], gap: float) -> list[Rule]:
    if not group:
        return []
    at = sum(rule.at for rule in group) / len(group)
    joined: list[Rule] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if joined and rule.start - joined[-1].end <= gap:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, rule.end))
        else:
            joined.append(Rule(at, rule.start, rule.end))
    return joined
