"""Tables without rules: texts that stand in columns, told by the white that runs between them.

The columns become a lattice like that of a ruled table, so everything else about tables is the
same. Rows are told by lines drawn across, else by wider spaces between them, else each line is
one, save that a line in the middle of its sentence goes on with the one above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from renaksi.readers.pages.lattice import Lattice
from renaksi.readers.pages.lines import Line
from renaksi.readers.pages.marks import Rule

_LEAST_LINES: Final = 3
_FAR: Final = 3.0  # times a line's height: lines further below are not of the table
_CROSSED: Final = 0.12  # of the lines may run across the white between two columns
_WHITE: Final = 0.6  # of a line's height: the least width of the white between columns
_WIDER: Final = 1.3  # times the least distance of lines: where a row begins


def aligned_lattices(
    page: int, lines: Sequence[Line], across: Iterable[Rule]
) -> list[tuple[Lattice, list[Line]]]:
    """The tables without rules among the lines of a page, each with its lines."""
    found = []
    separators = sorted(rule.at for rule in across)
    for block in _blocks(lines):
        xs = _columns(block)
        if len(xs) > 2:
            ys = _rows(block, separators, xs)
            down = tuple(_walls(block, xs, ys))
            rules = tuple(Rule(y, xs[0], xs[-1]) for y in ys)
            found.append((Lattice(page, tuple(xs), tuple(ys), rules, down), block))
    return found


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines that begin and end with lines in several parts, without wide gaps."""
    blocks: list[list[Line]] = []
    for line in lines:
        size = line.words[0].size
        if blocks and line.top - blocks[-1][-1].bottom < _FAR * size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    found = []
    for block in blocks:
        parts = [len(line.segments()) for line in block]
        several = [n for n, count in enumerate(parts) if count > 1]
        if len(several) >= _LEAST_LINES:
            run = block[several[0] : several[-1] + 1]
            if len(several) * 2 >= len(run):
                found.append(run)
    return found


def _columns(block: list[Line]) -> list[float]:
    """The edges of the columns: in the middle of the white that hardly any line crosses."""
    segments = [segment for line in block for segment in line.segments()]
    size = sorted(line.words[0].size for line in block)[len(block) // 2]
    most = int(_CROSSED * len(block))
    events = sorted([(s.left, 1) for s in segments] + [(s.right, -1) for s in segments])
    edges = [min(s.left for s in segments) - 1]
    covering, white = 0, None
    for at, change in events:
        if covering <= most and white is not None and at - white >= _WHITE * size:
            edges.append((white + at) / 2)
            white = None
        covering += change
        if covering > most:
            white = None
        elif white is None:
            white = at
    edges.append(max(s.right for s in segments) + 1)
    return [edge for n, edge in enumerate(edges) if n == 0 or edge - edges[n - 1] > size / 2]


def _rows(block: list[Line], separators: list[float], xs: list[float]) -> list[float]:
    """The edges of the rows."""
    between = [
        any(above.bottom - 2 < at < below.top + 2 for at in separators)
        for above, below in pairwise(block)
    ]
    steps = [below.top - above.top for above, below in pairwise(block)]
    least = min(steps)
    uniform = max(steps) <= _WIDER * least
    ys = [block[0].top - 1]
    for (above, below), drawn, step in zip(pairwise(block), between, steps, strict=True):
        if sum(between) >= 2:
            begins = drawn
        elif uniform:
            begins = not _goes_on(below, xs)
        else:
            begins = step > _WIDER * least
        if begins:
            ys.append((above.bottom + below.top) / 2)
    ys.append(block[-1].bottom + 1)
    return ys


def _goes_on(line: Line, xs: list[float]) -> bool:
    """Whether a line is the rest of the one above: all its texts begin within a sentence."""
    segments = line.segments()
    return segments[0].left > xs[1] and all(s.text[0].islower() for s in segments)


def _walls(block: list[Line], xs: list[float], ys: list[float]) -> Iterable[Rule]:
    """The edges between columns, row by row, except where a text runs across one."""
    for top, bottom in pairwise(ys):
        row = [line for line in block if top <= (line.top + line.bottom) / 2 < bottom]
        segments = [segment for line in row for segment in line.segments()]
        for x in xs:
            if not any(s.left < x - 1 and x + 1 < s.right for s in segments):
                yield Rule(x, top, bottom)
