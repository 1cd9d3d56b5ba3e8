"""Drawn tables: rows between rules, whose cells wrapped over several lines are rejoined.

A box (``│ … │`` between ``├──┼──┤``) or an ASCII grid may hold one line for each row, or
wrap a long text within its cell. Rules, widths and the cells themselves tell which. A text that is
printed in the middle of its cell's height is lifted to the first of the quarters that it is of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise, zip_longest
from typing import Final, NamedTuple

from renaksi.readers.cells import continued
from renaksi.readers.document import NO_LINES, LinePlaces, Row
from renaksi.readers.wrapped import (
    Rules,
    is_first,
    is_indicator_of,
    is_label,
    is_lone,
    is_numbered,
    placed_lines,
    rejoin,
)

# Rules between rows: with so many groups of lines in a table, a rule closes each of its rows.
_RULED: Final = 3


class DrawnLine(NamedTuple):
    """A line of a drawn table: in which table, below which of its rules, how wide its cells are.

    ``bars`` counts the rules of bars and dashes alone (``|---|---|``) above it: a single one
    is Markdown's, which ends the header, and then each line is a row.
    ``cells`` are its cells as they were drawn, blanks and all; there are none where the line held
    marks (``<br>``) that took room of their own.
    """

    table: int
    rules: int
    bars: int
    cells: Sequence[str]
    row: Row


def rejoined(rows: list[Row], drawn: list[DrawnLine]) -> list[Row]:
    """The rows of the document, with the wrapped cells of its drawn tables put together again."""
    spread = _spread(drawn)
    if spread:
        rows = [spread[row.line].row if row.line in spread else row for row in rows]
        drawn = [spread.get(line.row.line, line) for line in drawn]
    bars = {line.table: line.bars for line in drawn}
    ruled = Counter(table for table, _ in {(each.table, _rules_above(each)) for each in drawn})
    groups: dict[tuple[int, int], list[DrawnLine]] = {}
    heads: dict[int, tuple[int, set[tuple[str, ...]]]] = {}
    again, is_head = 0, False  # below 0: a header printed again amid the lines between two rules
    for line in drawn:
        key = line.table, _rules_above(line)
        first, head = heads.setdefault(line.table, (key[1], set()))
        if key[1] == first:
            head.add(line.row.cells)
        elif ruled[line.table] >= _RULED:
            was = is_head  # a line with few cells may be the end of one row as of another
            is_head = line.row.cells in head and (was or sum(map(bool, line.row.cells)) >= _RULED)
            again -= is_head and not was
            key = (line.table, again) if is_head else key
        groups.setdefault(key, []).append(line)
    joined: dict[int, Row | None] = {}
    for (table, _), lines in groups.items():
        if len(lines) < 2:
            continue
        is_ruled = ruled[table] >= _RULED
        if bars[table] == 1:
            joined.update(_continued(lines, "below the header"))
        elif _is_one_row(lines, is_ruled=is_ruled):
            joined.update(_as_one_row(lines))
        else:
            joined.update(_continued(lines, "around rows" if is_ruled else "around the table"))
    if not joined:
        return rows
    merged = (joined.get(row.line, row) for row in rows)
    return [row for row in merged if row is not None]


def _rules_above(line: DrawnLine) -> int:
    return max(line.rules, line.bars)


def _spread(drawn: list[DrawnLine]) -> dict[int, DrawnLine]:
    """The lines with cells over several columns, by their number, with the columns that they span.

    Their bars stand where some of the bars of the other lines of their table stand.
    """
    tables: dict[int, list[DrawnLine]] = {}
    for line in drawn:
        tables.setdefault(line.table, []).append(line)
    found: dict[int, DrawnLine] = {}
    for lines in tables.values():
        most = max(len(line.cells) for line in lines)
        if all(len(line.cells) in (0, most) for line in lines):
            continue
        full = Counter(_bars(line.cells) for line in lines if len(line.cells) == most)
        bars = full.most_common(1)[0][0]
        for line in lines:
            own = _bars(line.cells)
            if 0 < len(own) < most and bars.issuperset(own) and max(own) == max(bars):
                found[line.row.line] = _over(line, sorted(bars))
    return found


def _bars(cells: Sequence[str]) -> frozenset[int]:
    """How far from the left the bars behind each of these cells stand."""
    return frozenset(accumulate(len(cell) + 1 for cell in cells))


def _over(line: DrawnLine, bars: Sequence[int]) -> DrawnLine:
    """A line with an empty cell for each column that a cell of it spans beside its first."""
    cells: list[str] = []
    texts: list[str] = []
    at = 0
    for drawn, text, end in zip(line.cells, line.row.cells, sorted(_bars(line.cells)), strict=True):
        spanned = sum(at < bar <= end for bar in bars) - 1
        cells += [drawn, *[""] * spanned]
        texts += [text, *[""] * spanned]
        at = end
    return line._replace(cells=cells, row=line.row._replace(cells=tuple(texts)))


def _is_one_row(lines: list[DrawnLine], *, is_ruled: bool) -> bool:
    """Whether the lines between two rules are one row whose cells wrapped."""
    if sum(any(map(is_first, line.row.cells)) for line in lines) > 1:
        return False  # quarters begin anew
    for column, texts in enumerate(_columns(lines)):
        filled = list(filter(None, texts))
        if _stands_below_each_other(filled):
            return False
        if not is_ruled and not _wraps(texts, _width(lines, column)):
            return False
    return True


def _columns(lines: list[DrawnLine]) -> Iterator[tuple[str, ...]]:
    """What the lines print in each of their columns."""
    return zip_longest(*(line.row.cells for line in lines), fillvalue="")


def _stands_below_each_other(texts: list[str]) -> bool:
    """Whether a column holds several lone labels or figures, or begins its quarters twice."""
    if len(texts) < 2:
        return False
    if sum(map(is_lone, texts)) > 1:
        return True
    return sum(map(is_first, texts)) > 1


def _width(lines: list[DrawnLine], column: int) -> int:
    """How many letters fit in a column, 0 where that cannot be told.

    A drawn cell has a blank on either side of its text.
    """
    if not all(line.cells for line in lines):
        return 0
    return max(
        (len(line.cells[column]) - 2 for line in lines if column < len(line.cells)), default=0
    )


def _wraps(texts: Sequence[str], width: int) -> bool:
    """Whether a column's lines can be one text: no gap, and no word would have fitted above."""
    for above, below in pairwise(texts):
        if not below:
            continue
        if not above or above == below or is_numbered(below) or is_indicator_of(above, below):
            return False
        if len(above) + 1 + len(below.split(" ", 1)[0]) <= width:
            return False
    return True


def _as_one_row(lines: list[DrawnLine]) -> dict[int, Row | None]:
    """The row that the lines make, under the first of them; None for the others."""
    texts: list[str] = []
    placed: dict[int, LinePlaces] = {}
    for column, parts in enumerate(_columns(lines)):
        held = [(line.row, part) for line, part in zip(lines, parts, strict=True) if part]
        texts.append(held[0][1] if held else "")
        if len(held) < 2:
            continue
        starts = [(0, held[0][0].place(column))]
        for row, part in held[1:]:
            texts[column] = continued(texts[column], part)
            starts.append((len(texts[column]) - len(part), row.place(column)))
        placed[column] = tuple(starts)
    found: dict[int, Row | None] = {line.row.line: None for line in lines}
    first = lines[0].row
    found[first.line] = first._replace(cells=tuple(texts), line_places=placed)
    return found


def _continued(lines: list[DrawnLine], rules: Rules) -> dict[int, Row | None]:
    """Rows that stand below each other between two rules, the rests of their texts rejoined."""
    width = max(len(line.row.cells) for line in lines)
    texts = [[*line.row.cells, *[""] * (width - len(line.row.cells))] for line in lines]
    starts = rejoin(texts, cache(lambda column: _width(lines, column)), rules)
    placed = placed_lines(starts, [line.row for line in lines])
    if rules == "around rows":
        _lift(texts, placed, lines)
    found: dict[int, Row | None] = {}
    for number, ((*_, row), cells) in enumerate(zip(lines, texts, strict=True)):
        kept = tuple(cells[: len(row.cells)])
        if not any(kept):
            found[row.line] = None
        elif kept != row.cells:
            found[row.line] = row._replace(cells=kept, line_places=placed.get(number, NO_LINES))
    return found


def _lift(
    texts: list[list[str]], placed: dict[int, dict[int, LinePlaces]], lines: Sequence[DrawnLine]
) -> None:
    """Put what is printed in the middle of its cell's height beside the first of its quarters.

    Between two rules where quarters begin once, and in the first line, stands one row of the
    table; a text below that line, alone in its column and no quarter's value, is of all of it.
    """
    firsts = [number for number, cells in enumerate(texts) if any(map(is_first, cells))]
    if firsts != [0]:
        return
    labels = {column for cells in texts for column, cell in enumerate(cells) if is_label(cell)}
    for column in range(len(texts[0])):
        held = [number for number, cells in enumerate(texts) if cells[column]]
        if len(held) != 1 or held[0] == 0 or not labels.isdisjoint((column, column - 1)):
            continue
        number = held[0]
        places = placed.get(number, {}).pop(column, None)
        places = places or ((0, lines[number].row.place(column)),)
        texts[0][column], texts[number][column] = texts[number][column], ""
        placed.setdefault(0, {})[column] = places
