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
_LEVEL: Final = 2.0  # points: texts that begin nearer to each other begin level
_WIDER: Final = 1.3  # times the least distance of lines: where a row begins


def aligned_lattices(
    page: int, lines: Sequence[Line], across: Iterable[Rule]
) -> list[tuple[Lattice, list[Line]]]:
    """The tables without rules among the lines of a page, each with its lines."""
    found = []
    separators = sorted(rule.at for rule in across)
    for block in _blocks(lines, separators):
        xs = _columns(block)
        if len(xs) > 2:
            ys = _rows(block, separators, xs)
            down = tuple(_walls(block, xs, ys))
            rules = tuple(Rule(y, xs[0], xs[-1]) for y in ys)
            found.append((Lattice(page, tuple(xs), tuple(ys), rules, down), block))
    return found


def _blocks(lines: Sequence[Line], separators: Sequence[float]) -> list[list[Line]]:
    """Runs of lines that begin and end with lines in several parts, without wide gaps.

    The last line of a row may be the rest of one text; a line drawn below it closes the row.
    """
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
            end = several[-1] + 1
            closed = next((at for at in separators if at > block[end - 1].bottom - 2), 0.0)
            while end < len(block) and block[end].bottom <= closed + 2 and _is_close(block, end):
                end += 1
            if len(several) * 2 >= several[-1] - several[0] + 1:
                found.append(block[several[0] : end])
    return found


def _is_close(block: Sequence[Line], number: int) -> bool:
    """Whether a line stands as close below the one before as lines of one text do."""
    above, line = block[number - 1], block[number]
    return line.top - above.bottom < _WHITE * line.words[0].size


def _columns(block: list[Line]) -> list[float]:
    """The edges of the columns: in the middle of the white that hardly any line crosses."""
    segments = [segment for line in block for segment in line.segments()]
    size = sorted(line.words[0].size for line in block)[len(block) // 2]
    edges = [min(s.left for s in segments) - 1]
    edges += _whites([(s.left, s.right) for s in segments], len(block), size)
    edges += _beside_numbers(block, size, edges)
    edges.append(max(s.right for s in segments) + 1)
    edges.sort()
    return [edge for n, edge in enumerate(edges) if n == 0 or edge - edges[n - 1] > size / 2]


def _whites(spans: Iterable[tuple[float, float]], lines: int, size: float) -> list[float]:
    """The middles of the white between spans of text from left to right."""
    most = int(_CROSSED * lines)
    events = sorted(event for left, right in spans for event in ((left, 1), (right, -1)))
    found = []
    covering, white = 0, None
    for at, change in events:
        if covering <= most and white is not None and at - white >= _WHITE * size:
            found.append((white + at) / 2)
            white = None
        covering += change
        if covering > most:
            white = None
        elif white is None:
            white = at
    return found


def _beside_numbers(block: list[Line], size: float, edges: Sequence[float]) -> list[float]:
    """The edges of narrow white with texts that begin level behind it: *1.1* beside a name.

    Such white is hardly wider than that between words, but no line's words reach into it.
    """
    words = [word for line in block for word in line.words]
    found = []
    for at in _whites([(word.left, word.right) for word in words], len(block), size):
        behind = [min((w.left for w in line.words if w.left > at), default=None) for line in block]
        starts = sorted(left for left in behind if left is not None)
        level = sum(left - starts[0] <= _LEVEL for left in starts)
        if all(abs(at - edge) > size for edge in edges) and level * 2 > len(block):
            found.append(at)
    return found


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
            if not any(_runs_across(segment, x) for segment in segments):
                yield Rule(x, top, bottom)


def _runs_across(segment: Line, x: float) -> bool:
    """Whether a text runs across an edge, leaving no white there."""
    if not segment.left < x - 1 < x + 1 < segment.right:
        return False
    before = max((word.right for word in segment.words if word.left < x), default=x)
    behind = min((word.left for word in segment.words if word.left >= x), default=x)
    return behind - before < _WHITE * segment.words[0].size
