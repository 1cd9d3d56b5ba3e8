"""Tables without rules: texts that stand in columns, told by the white that runs between them.

The columns become a lattice like that of a ruled table, so everything else about tables is the
same. Rows are told by lines drawn across, else by wider spaces between them
(`renaksi.readers.pages.aligned_rows`), else each line is one, save that a line in the middle of its
sentence goes on with the one above.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from renaksi.readers.pages.aligned_rows import spaced_rows
from renaksi.readers.pages.lattice import Lattice
from renaksi.readers.pages.lines import Line
from renaksi.readers.pages.marks import Rule, Word
from renaksi.readers.pages.vocabulary import HEADS
from renaksi.readers.wrapped import is_lone

_LEAST_LINES: Final = 3
_FAR: Final = 3.0  # times a line's height: lines further below are not of the table
_CROSSED: Final = 0.12  # of the lines may run across the white between two columns
_WHITE: Final = 0.6  # of a line's height: the least width of the white between columns
_RIGHT_BELOW: Final = 0.45  # of a line's height, at most, is between two lines of a text
_LEVEL: Final = 2.0  # points: texts that begin nearer to each other begin level
_LEAST_EDGES: Final = 4
_LEAST_FIGURES: Final = 3  # columns of figures whose heads may stand before them
_LEAST_DRAWN: Final = 2
_SPACES: Final = 1.6  # times the space between words: the words of two columns
_FIGURES_APART: Final = 5.0  # times a figure's height, at most, is between columns of figures
_SHARE: Final = 3  # of the lines with figures, one in so many has one in each column of figures
_WIDER: Final = 1.3  # times the least distance of lines: where a row begins


def aligned_lattices(
    page: int, lines: Sequence[Line], across: Iterable[Rule], before: Sequence[float] = ()
) -> list[tuple[Lattice, list[Line]]]:
    """The tables without rules among the lines of a page, each with its lines.

    ``before`` are the columns of a table without rules on the page before, which may go on.
    """
    found = []
    separators = sorted(rule.at for rule in across)
    for block in _blocks(lines, separators, before):
        xs = list(before) if _fits(block, before) else _columns(block)
        if len(xs) > 2:
            spaced = spaced_rows(block, xs) if not _are_drawn(block, separators) else None
            if spaced is not None:
                ys, rules = spaced
            else:
                ys = _rows(block, separators, xs)
                rules = tuple(Rule(y, xs[0], xs[-1]) for y in ys)
            down = tuple(_walls(block, xs, ys))
            found.append((Lattice(page, tuple(xs), tuple(ys), rules, down), block))
    return found


def _fits(block: Sequence[Line], columns: Sequence[float]) -> bool:
    """Whether lines stand in these columns.

    They begin level with the first, none runs beyond the last, and hardly one over an edge.
    """
    if len(columns) < _LEAST_EDGES:
        return False
    words = [word for line in block for word in line.words]
    if abs(min(w.left for w in words) - columns[0]) > _LEVEL:
        return False
    if max(w.right for w in words) > columns[-1] + _LEVEL:
        return False
    most = max(1, int(_CROSSED * len(block)))  # a header over several columns runs over edges
    return all(sum(word.left < x - 1 and x + 1 < word.right for word in words) <= most
               for x in columns)  # fmt: skip


def _are_drawn(block: Sequence[Line], separators: Sequence[float]) -> bool:
    """Whether lines across the page part the rows."""
    return sum(_between(block, separators)) >= _LEAST_DRAWN


def _between(block: Sequence[Line], separators: Sequence[float]) -> list[bool]:
    """Whether a line is drawn between each line of text and the next."""
    return [
        any(above.bottom - 2 < at < below.top + 2 for at in separators)
        for above, below in pairwise(block)
    ]


def _blocks(
    lines: Sequence[Line], separators: Sequence[float], before: Sequence[float] = ()
) -> list[list[Line]]:
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
        if len(several) >= _LEAST_LINES or (several and _fits(block, before)):
            end = several[-1] + 1
            closed = next((at for at in separators if at > block[end - 1].bottom - 2), 0.0)
            while (
                end < len(block)
                and _is_close(block, end)
                and (block[end].bottom <= closed + 2 or _is_rest(block, end))
            ):
                end += 1
            if len(several) * 2 >= several[-1] - several[0] + 1:
                found.append(block[_begins(block, several[0]) : end])
    return found


def _begins(block: Sequence[Line], first: int) -> int:
    """Where the header begins whose last line is the ``first`` in several parts.

    The lines above hold the first words of its higher cells: *Target* above *Perubahan*.
    """
    while (
        first
        and block[first - 1].words[0].text.casefold() in HEADS
        and block[first - 1].left > block[first].left + _LEVEL
        and _is_close(block, first)
    ):
        first -= 1
    return first


def _is_close(block: Sequence[Line], number: int) -> bool:
    """Whether a line stands as close below the one before as lines of one text do."""
    above, line = block[number - 1], block[number]
    return line.top - above.bottom < _WHITE * line.words[0].size


def _is_rest(block: Sequence[Line], number: int) -> bool:
    """Whether a line of one text goes on right below a text of one of the lines before."""
    line = block[number]
    least = line.top - _RIGHT_BELOW * line.words[0].size
    return any(
        abs(line.left - word.left) <= _LEVEL and least < word.bottom
        for above in block[max(0, number - 2) : number]
        for word in above.words
    )


def _columns(block: list[Line]) -> list[float]:
    """The edges of the columns: in the middle of the white that hardly any line crosses."""
    segments = [segment for line in block for segment in line.segments()]
    size = sorted(line.words[0].size for line in block)[len(block) // 2]
    edges = [min(s.left for s in segments) - 1]
    edges += _whites([(s.left, s.right) for s in segments], len(block), size)
    edges += _beside_numbers(block, size, edges)
    figures = _figure_columns(block)
    for end, start in _white_between(figures, size):
        edges = [edge for edge in edges if not end - size < edge < start + size]
        edges.append(_least_crossed(end, start, block))
    for begins, ends in _heads_apart(block, figures, edges):
        edges = [edge for edge in edges if not begins < edge < ends]
    edges.append(max(s.right for s in segments) + 1)
    edges.sort()
    edges = [edge for n, edge in enumerate(edges) if n == 0 or edge - edges[n - 1] > size / 2]
    return _with_texts(edges, [word.centre for line in block for word in line.words])


def _least_crossed(end: float, start: float, block: Sequence[Line]) -> float:
    """Where an edge between two columns of figures crosses the fewest words of a header.

    A header's word may begin right behind the figures of the column before; then it is there.
    """
    words = [word for line in block for word in line.words if not is_lone(word.text)]
    starts = [left for left in _head_starts(block) if end < left < start]
    spots = [min(starts) - 0.5] if starts else []
    spots += [end + (start - end) * part for part in (0.5, 0.3, 0.7, 0.15, 0.85)]
    return min(spots, key=lambda x: sum(word.left < x < word.right for word in words))


def _head_starts(block: Sequence[Line]) -> list[float]:
    """Where words begin that are no figures and stand clear of the word before them."""
    starts = []
    for line in block:
        right = -math.inf
        for word in line.words:
            if word.left - right >= _WHITE * word.size and not is_lone(word.text):
                starts.append(word.left)
            right = word.right
    return starts


def _heads_apart(
    block: Sequence[Line], figures: Sequence[tuple[float, float]], edges: Sequence[float]
) -> list[tuple[float, float]]:
    """The white between the head of the first column of figures and these, which parts nothing.

    So it is where each head stands before its figures: nothing else stands in its column.
    """
    if len(figures) < _LEAST_FIGURES:
        return []
    first = figures[0][0]
    before = max((edge for edge in edges if edge < first), default=first)
    words = [word for line in block for word in line.words]
    heads = [word for word in words if word.right <= before]
    own = max((edge for edge in edges if edge < before), default=-math.inf)
    inside = [word for word in heads if word.left > own]
    line = block[0].words
    is_head = inside and all(any(word is each for each in line) for word in inside)
    return [(own, first)] if is_head else []


def _with_texts(edges: list[float], centres: list[float]) -> list[float]:
    """The edges without those that nothing stands right behind: two of one white are one."""
    centres.sort()
    kept = [edges[-1]]
    for left in reversed(edges[:-1]):
        if bisect_left(centres, left) < bisect_left(centres, kept[-1]):
            kept.append(left)
    return kept[::-1]


def _whites(spans: Iterable[tuple[float, float]], lines: int, size: float) -> list[float]:
    """The middles of the white between spans of text from left to right.

    A few lines may run into it; then its middle is that of the part into which the fewest do.
    """
    most = int(_CROSSED * lines)
    events = sorted(event for left, right in spans for event in ((left, 1), (right, -1)))
    found = []
    covering = 0
    white: list[tuple[float, float, int]] = []  # its parts, and how many lines run into each
    for (at, change), (behind, _) in pairwise([*events, (events[-1][0], 0)] if events else []):
        covering += change
        if covering <= most:
            white.append((at, behind, covering))
        if white and (covering > most or behind == events[-1][0]):
            if covering > most and white[-1][1] - white[0][0] >= _WHITE * size:
                found.append(_middle(white))
            white = []
    return found


def _middle(white: Sequence[tuple[float, float, int]]) -> float:
    """The middle of the widest part of some white that the fewest lines run into."""
    fewest = min(covering for left, right, covering in white if right > left)
    left, right, _ = max(
        (part for part in white if part[2] == fewest), key=lambda part: part[1] - part[0]
    )
    return (left + right) / 2


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
        is_column = level >= _LEAST_LINES and level * _SHARE > len(block)
        if is_column and all(abs(at - edge) > size for edge in edges):
            found.append(at)
    return found


def _figure_columns(block: Sequence[Line]) -> list[tuple[float, float]]:
    """The columns of figures, which end, stand or begin level, from left to right."""
    figures = [word for line in block for word in line.words if is_lone(word.text)]
    rows = sum(any(is_lone(word.text) for word in line.words) for line in block)
    least = max(_LEAST_LINES, rows / _SHARE)
    columns = max(
        ([group for group in _level(figures, at) if len(group) >= least]
         for at in (_right, _centre, _left)),
        key=lambda groups: sum(map(len, groups)),
    )  # fmt: skip
    return [(min(w.left for w in group), max(w.right for w in group)) for group in columns]


def _white_between(
    figures: Sequence[tuple[float, float]], size: float
) -> list[tuple[float, float]]:
    """The white between columns of figures, however narrow."""
    pairs = [(one[1], other[0]) for one, other in pairwise(figures)]
    return [(end, start) for end, start in pairs if end < start <= end + _FIGURES_APART * size]


def _level(words: Iterable[Word], at: Callable[[Word], float]) -> list[list[Word]]:
    """Words that stand level, from left to right."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=at):
        if groups and at(word) - at(groups[-1][-1]) <= _LEVEL:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _right(word: Word) -> float:
    return word.right


def _centre(word: Word) -> float:
    return word.centre


def _left(word: Word) -> float:
    return word.left


def _rows(block: list[Line], separators: list[float], xs: list[float]) -> list[float]:
    """The edges of the rows."""
    between = _between(block, separators)
    steps = [below.top - above.top for above, below in pairwise(block)]
    least = min(steps, default=0.0)  # a last row overleaf may be one line
    highest = max(steps, default=0.0)
    uniform = highest <= _WIDER * least or _stack(block, xs, _WIDER * least)
    ys = [block[0].top - 1]
    for (above, below), drawn, step in zip(pairwise(block), between, steps, strict=True):
        if sum(between) >= _LEAST_DRAWN:
            begins = drawn
        elif uniform:
            begins = not _goes_on(below, xs)
        else:
            begins = step > _WIDER * least
        if begins:
            ys.append((above.bottom + below.top) / 2)
    ys.append(block[-1].bottom + 1)
    return ys


def _stack(block: Sequence[Line], xs: Sequence[float], most: float) -> bool:
    """Whether lines that are no further apart than ``most`` have figures in one column."""
    for above, below in pairwise(block):
        if below.top - above.top <= most:
            held = [
                {bisect_left(xs, word.centre) for word in line.words if is_lone(word.text)}
                for line in (above, below)
            ]
            if held[0] & held[1]:
                return True
    return False


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
    before = max((word for word in segment.words if word.left < x), key=_right)
    behind = min((word for word in segment.words if word.left >= x), key=_left, default=before)
    if before.right <= x and is_lone(before.text) and is_lone(behind.text):
        return False  # columns of figures may be narrow
    gaps = [other.left - one.right for one, other in pairwise(segment.words)]
    space = min((gap for gap in gaps if gap > 0), default=0.0)
    gap = behind.left - before.right
    return gap < _WHITE * segment.words[0].size and gap < _SPACES * max(space, 1.0)
