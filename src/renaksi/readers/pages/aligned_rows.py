"""Rows of a table without rules, told by the white between the texts of each column.

The lines of a cell stand closer to each other than those of two cells. Cells that stand side by
side are of one row, however they are set in it; where a column has several beside one of another,
that one reaches over as many rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from renaksi.readers.pages.lines import Line, lines_of
from renaksi.readers.pages.marks import Rule, Word
from renaksi.readers.wrapped import is_lone

_WIDER: Final = 1.12  # times the least distance of a column's lines: where a cell begins
_LINES: Final = 1.4  # times a line's height: lines further apart are no lines of one text
_TOUCH: Final = 0.1  # of a line's height

Span = tuple[float, float]  # from the top of a text to its bottom


def spaced_rows(
    block: Sequence[Line], xs: Sequence[float]
) -> tuple[list[float], tuple[Rule, ...]] | None:
    """The edges of the rows, and the lines that part the cells; None where no white tells them."""
    columns = _columns(block, xs)
    size = sorted(line.words[0].size for line in block)[len(block) // 2]
    steps = [b.top - a.top for lines in columns for a, b in pairwise(lines) if b.top > a.top]
    least = min(steps, default=0.0)
    if not 0 < least <= _LINES * size or max(steps) <= _WIDER * least:
        return None
    cells = [_cells(lines, _WIDER * least) for lines in columns]
    if any(map(_stack_figures, columns, cells)):
        return None  # what is no further apart than lines are rows
    ys = [block[0].top - 1]
    for row in _rows(cells, _TOUCH * size):
        ys += row
    ys[-1] = max(line.bottom for line in block) + 1
    return ys, tuple(_walls(ys, xs, cells))


def _columns(block: Sequence[Line], xs: Sequence[float]) -> list[list[Line]]:
    """The lines of each column."""
    words: list[list[Word]] = [[] for _ in range(len(xs) - 1)]
    for line in block:
        for word in line.words:
            words[min(max(bisect_right(xs, word.centre) - 1, 0), len(xs) - 2)].append(word)
    return [lines_of(each) for each in words]


def _cells(lines: Sequence[Line], most: float) -> list[Span]:
    """The texts of a column: lines that are no further apart than ``most``."""
    found: list[Span] = []
    before = 0.0
    for line in lines:
        if found and line.top - before <= most:
            found[-1] = found[-1][0], line.bottom
        else:
            found.append((line.top, line.bottom))
        before = line.top
    return found


def _stack_figures(lines: Sequence[Line], cells: Sequence[Span]) -> bool:
    """Whether a cell of a column holds nothing but figures, one below the other."""
    figures = [line.top for line in lines if is_lone(line.text)]
    tops = [line.top for line in lines]
    for top, bottom in cells:
        here = bisect_left(tops, bottom) - bisect_left(tops, top)
        if here > 1 and bisect_left(figures, bottom) - bisect_left(figures, top) == here:
            return True
    return False


def _rows(cells: Sequence[Sequence[Span]], touch: float) -> list[list[float]]:
    """The lower edges of the rows, for each run of cells that stand side by side."""
    ordered = sorted((cell, column) for column, each in enumerate(cells) for cell in each)
    runs: list[list[tuple[Span, int]]] = []
    ends: list[float] = []
    for (top, bottom), column in ordered:
        if runs and top < ends[-1] - touch:
            runs[-1].append(((top, bottom), column))
            ends[-1] = max(ends[-1], bottom)
        else:
            runs.append([((top, bottom), column)])
            ends.append(bottom)
    found = []
    for number, run in enumerate(runs):
        by_column: dict[int, list[Span]] = {}
        for cell, column in run:
            by_column.setdefault(column, []).append(cell)
        most = max(by_column.values(), key=len)
        edges = [(above[1] + below[0]) / 2 for above, below in pairwise(most)]
        below = runs[number + 1][0][0][0] if number + 1 < len(runs) else ends[number]
        found.append([*edges, (ends[number] + below) / 2])
    return found


def _walls(ys: Sequence[float], xs: Sequence[float], cells: Sequence[Sequence[Span]]) -> list[Rule]:
    """The edges of the rows, but for the columns in which a text runs across one."""
    found = []
    for y in ys:
        for column, (left, right) in enumerate(pairwise(xs)):
            if not any(top < y < bottom for top, bottom in cells[column]):
                found.append(Rule(y, left, right))
    return found
