"""Ruled tables of a page: rules that meet make a lattice, and its walls make cells.

A lattice is closed where its lines merely end: a last row whose bottom rule the page break
swallowed is a row like the others. Where a wall between two places is missing, they are one
merged cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.readers.pages.marks import PageMarks, Rule, Word
from renaksi.readers.pages.rules import merged

_TOUCH: Final = 3.0
_NEAR: Final = 4.0  # positions that are nearer are one
_OPEN: Final = 7.0  # lines that go on for less do not open a row or column
_WALL: Final = 0.6  # of a place's side must be drawn to be a wall
_ENOUGH: Final = 50  # lines of text tell whether they stand in cells
_MOST_STRAYS: Final = 60  # loose ends on a page: more are a drawing's
_MOST_RULES: Final = 1_500  # of a page with more, the longest count


class Lattice(NamedTuple):
    """The rules that make one table, and the positions of its columns and rows."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def area(self) -> float:
        """Of two lattices around a word, the smaller one is its table."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


class Place(NamedTuple):
    """A cell of the lattice: its first row and column, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


def lattices_of(page: PageMarks, before: tuple[float, ...] = ()) -> list[Lattice]:
    """The ruled tables of a page, the smallest first.

    ``before`` are the columns of the last table of the page before.
    """
    across = _longest(merged(list(page.across)))
    down = _longest(merged(without_strays(list(page.down), across)))
    found = []
    groups = _parts_joined(_groups(across, down), before)
    for group_across, group_down in groups:
        xs = _positions(group_down, group_across)
        ys = _positions(group_across, group_down)
        if ys[-1] - max(rule.at for rule in group_across) > _OPEN and _are_crossed(
            group_down, page.words, ys[-2]
        ):
            ys.pop()
        if len(xs) > 2 and len(ys) > 1:
            found.append(
                Lattice(page.number, tuple(xs), tuple(ys), tuple(group_across), tuple(group_down))
            )
    return sorted(found, key=lambda lattice: lattice.area)


def _are_crossed(down: list[Rule], words: Sequence[Word], top: float) -> bool:
    """Whether most lines of text below ``top`` run over lines down the page, some in a word.

    LibreOffice draws all borders of a table to the end of the page where a merged cell of it came
    from the page before: what stands between them is no row.
    """
    lines: list[list[Word]] = []
    for word in words:
        if word.middle > top and any(rule.end > word.middle for rule in down):
            if lines and abs(lines[-1][-1].middle - word.middle) < 1:
                lines[-1].append(word)
            elif len(lines) == _ENOUGH:
                break
            else:
                lines.append([word])
    crossed = sum(
        any(word.left + 1 < rule.at < word.right - 1 for word in line for rule in down)
        for line in lines
    )
    return crossed > 1 and crossed * 2 > len(lines)


def _longest(rules: list[Rule]) -> list[Rule]:
    if len(rules) <= _MOST_RULES:
        return rules
    return sorted(sorted(rules, key=lambda rule: rule.start - rule.end)[:_MOST_RULES])


def without_strays(down: list[Rule], across: list[Rule]) -> list[Rule]:
    """The lines down the page, cut where they leave their table and go on through the white.

    LibreOffice draws the borders of merged cells that come from the page before to the end of the
    page, through whatever stands below. A table ends where its first or last border does, and where
    that border begins again further down, the next table begins.
    """
    ats = [rule.at for rule in across]
    loose = {n for n, rule in enumerate(down) if not _ends_on_line(rule, across, ats, _TOUCH)}
    if not loose or len(loose) > _MOST_STRAYS:
        return down
    borders = merged(down)
    whites = _whites(borders)[:_MOST_STRAYS]
    found = []
    for n, rule in enumerate(down):
        ends = []
        if n in loose:
            ends = [white.start for white in whites if _runs_through(rule, white, across)]
            if not _ends_on_line(rule, across, ats, _OPEN):
                ends += [each.at for each in across if _is_bottom(each, rule, borders)]
        end = min(ends, default=rule.end)
        if end > rule.start + _TOUCH:
            found.append(rule._replace(end=end))
    return found


def _whites(borders: list[Rule]) -> list[Rule]:
    """The parts of lines down the page that are not drawn, between what is drawn of them."""
    return [
        Rule(upper.at, upper.end, lower.start)
        for upper, lower in pairwise(borders)
        if lower.at == upper.at and lower.start - upper.end > _OPEN
    ]


def _runs_through(rule: Rule, white: Rule, across: list[Rule]) -> bool:
    """Whether a line down the page runs through the white between two tables.

    Their border stops at the bottom of the one and begins again at the top of the next, which is
    drawn as far as the line; nothing between them meets it.
    """
    if rule.start > white.start + _TOUCH or rule.end < white.end + _TOUCH:
        return False
    near = [each for each in across if white.start - _TOUCH <= each.at <= white.end + _TOUCH]
    tops = [each for each in near if abs(each.at - white.end) <= _TOUCH]
    between = [each for each in near if white.start + _TOUCH < each.at < white.end - _TOUCH]
    return (
        any(_ends_at(each, white.at) and abs(each.at - white.start) <= _TOUCH for each in near)
        and any(_ends_at(each, white.at) and _is_at(each, rule.at) for each in tops)
        and not any(_is_at(each, rule.at) for each in between)
    )


def _ends_at(across: Rule, x: float) -> bool:
    """Whether a line across the page ends or begins at ``x``."""
    return min(abs(x - across.start), abs(x - across.end)) <= _TOUCH


def _ends_on_line(rule: Rule, across: list[Rule], ats: list[float], below: float) -> bool:
    """Whether a line down the page ends at a line across it, or not far ``below``."""
    first = bisect_left(ats, rule.end - below)
    last = bisect_right(ats, rule.end + _TOUCH)
    return any(_is_at(across[n], rule.at) for n in range(first, last))


def _is_at(across: Rule, x: float) -> bool:
    """Whether a line across the page touches ``x``."""
    return across.start - _TOUCH <= x <= across.end + _TOUCH


def _is_bottom(across: Rule, rule: Rule, down: list[Rule]) -> bool:
    """Whether a table ends at a line: the border at its left or right end goes no further."""
    if not _is_at(across, rule.at) or not rule.start - _TOUCH <= across.at < rule.end - _OPEN:
        return False
    return any(
        abs(other.end - across.at) <= _TOUCH
        and min(abs(other.at - across.start), abs(other.at - across.end)) <= _TOUCH
        for other in down
        if other is not rule
    )


Group = tuple[list[Rule], list[Rule]]  # lines across and down that meet


def _parts_joined(groups: list[Group], before: tuple[float, ...]) -> list[Group]:
    """The groups that make tables; parts of one table that no line joins put together.

    Where a cell is as high as the page, no line across meets its borders. The columns of the page
    before tell that what stands between lines of equal height is one table.
    """
    parts: list[tuple[float, float, list[Group]]] = []
    whole: list[Group] = []
    for group in groups:
        if not group[1] or any(all(abs(rule.at - x) > _NEAR for x in before) for rule in group[1]):
            whole.append(group)
            continue
        top, end = min(rule.start for rule in group[1]), max(rule.end for rule in group[1])
        for other_top, other_end, same in parts:
            if abs(top - other_top) <= _TOUCH and abs(end - other_end) <= _TOUCH:
                same.append(group)
                break
        else:
            parts.append((top, end, [group]))
    for _, _, same in parts:
        across = [rule for group in same for rule in group[0]]
        whole.append((across, [rule for group in same for rule in group[1]]))
    return [group for group in whole if len(group[0]) + len(group[1]) > 2 and all(group)]


def _groups(across: list[Rule], down: list[Rule]) -> list[Group]:
    """Rules that meet, directly or through others."""
    owner = list(range(len(across) + len(down)))

    def root(of: int) -> int:
        while owner[of] != of:
            owner[of] = owner[owner[of]]
            of = owner[of]
        return of

    ats = [rule.at for rule in down]
    for number, rule in enumerate(across):
        first = bisect_left(ats, rule.start - _TOUCH)
        last = bisect_right(ats, rule.end + _TOUCH)
        for other in range(first, last):
            if down[other].start - _TOUCH <= rule.at <= down[other].end + _TOUCH:
                owner[root(number)] = root(len(across) + other)
    groups: dict[int, Group] = {}
    for number in range(len(owner)):
        group = groups.setdefault(root(number), ([], []))
        if number < len(across):
            group[0].append(across[number])
        else:
            group[1].append(down[number - len(across)])
    return list(groups.values())


def _positions(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where rows or columns begin and end: at rules, and where the crossing lines go on further."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    start, end = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if found[0] - start > _OPEN:
        found.insert(0, start)
    if end - found[-1] > _OPEN:
        found.append(end)
    return found


def places_of(lattice: Lattice, xs: tuple[float, ...]) -> list[Place]:
    """The cells of a lattice on the columns ``xs``, which may be more than its own."""
    rows, columns = len(lattice.ys) - 1, len(xs) - 1
    beside = _walls(lattice.down, xs, lattice.ys)  # at xs[i], along each row
    above = walls_across(lattice, xs)
    taken = [[False] * columns for _ in range(rows)]
    places = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not beside[right][row] and not taken[row][right]:
                right += 1
            below = row + 1
            while (
                below < rows
                and not any(above[below][column:right])
                and not any(beside[inner][below] for inner in range(column + 1, right))
                and not any(taken[below][column:right])
            ):
                below += 1
            for covered in range(row, below):
                taken[covered][column:right] = [True] * (right - column)
            places.append(Place(row, column, below - row, right - column))
    return places


def walls_across(lattice: Lattice, xs: tuple[float, ...]) -> list[list[bool]]:
    """For each edge of the rows, along which columns a line is drawn."""
    return _walls(lattice.across, lattice.ys, xs)


def _walls(
    rules: tuple[Rule, ...], positions: tuple[float, ...], crossing: tuple[float, ...]
) -> list[list[bool]]:
    """For each position, along which of the places between ``crossing`` a wall is drawn."""
    walls = [[False] * (len(crossing) - 1) for _ in positions]
    for rule in rules:
        at = bisect_left(positions, rule.at - _NEAR)
        while at < len(positions) and positions[at] <= rule.at + _NEAR:
            first = max(0, bisect_right(crossing, rule.start) - 1)
            for side in range(first, len(crossing) - 1):
                low, high = crossing[side], crossing[side + 1]
                if low >= rule.end:
                    break
                drawn = min(high, rule.end) - max(low, rule.start)
                walls[at][side] |= drawn >= _WALL * (high - low)
            at += 1
    return walls
