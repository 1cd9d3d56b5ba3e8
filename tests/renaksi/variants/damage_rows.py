"""Damage to rows: shifted, printed twice, fused, in the wrong column."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from tests.renaksi.variants.paper import BLANK, Cells, Paper, Piece, Table, blanks
from tests.renaksi.variants.spots import (
    Name,
    Spot,
    complete,
    elements_in,
    free,
    names,
    self_evident,
    spots,
    stands_alone,
    touch,
)


def shift(rng: Random, paper: Paper) -> bool:
    """A block moves k columns to the right: a row's trailing cells, or all of its block.

    Its later rows move by the same number of columns, or by another.
    """
    found = [spot for spot in spots(paper) if _shiftable(paper, spot)]
    if not found:
        return False
    for spot in rng.sample(found, min(len(found), rng.randint(1, 3))):
        table, first, last = spot.table, spot.first, spot.last
        struck = elements_in(table, first, last)
        if not free(paper, struck, "place", "join"):
            continue
        k = rng.randint(1, 4)
        later = k if rng.random() < 0.6 else rng.randint(0, 4)
        _, indicator = spot.at.get("indicator", (first, table.starts[-1]))
        trailing = table.kind in {"columns", "goals"} or spot.r > 0 or rng.random() < 0.6
        start = indicator + 1 if trailing else table.block_start(indicator)
        for n in range(first, last):
            row = table.rows[n]
            at = min(start, len(row))
            table.rows[n] = [*row[:at], *blanks(k if n == first else later), *row[at:]]
        touch(paper, struck, "place")
    return True


def _shiftable(paper: Paper, spot: Spot) -> bool:
    table = spot.table
    within = elements_in(table, spot.first, spot.last)
    if not free(paper, within, "place", "join") or "indicator" not in spot.at:
        return False
    rows = {
        (i, r)
        for row in table.rows[spot.first : spot.last]
        for piece in row
        for i, r, _ in piece.facts
        if r >= 0
    }
    if paper.style.form == "columns":
        if not paper.style.unit or not all(complete(paper, *at) for at in rows):
            return False
        if any(piece.kind == "note" and piece.text for piece in table.rows[spot.first]):
            return False
    if table.kind == "goals":
        return True
    return all(
        paper.truth.elements[i].level == "objective" or self_evident(paper, i) for i in within
    )


def print_twice(rng: Random, paper: Paper) -> bool:
    """The rows of one indicator are printed a second time, directly below."""
    found = [
        spot
        for spot in spots(paper)
        if "indicator" in spot.at
        and free(paper, elements_in(spot.table, spot.first, spot.last), "place", "content", "text")
    ]
    if not found:
        return False
    spot = rng.choice(found)
    rows = spot.table.rows
    rows[spot.last : spot.last] = [list(row) for row in rows[spot.first : spot.last]]
    touch(paper, elements_in(spot.table, spot.first, spot.last), "content")
    return True


def wrong_column(rng: Random, paper: Paper) -> bool:
    """A sub-activity stands in the column of the activities."""
    found = [spot for spot in spots(paper, {"activities", "columns"}) if _movable(paper, spot)]
    if not found:
        return False
    spot = rng.choice(found)
    table = spot.table
    if table.kind == "columns":
        name = next(name for name in names(paper, {"columns"}) if name.i == spot.i)
        row = table.rows[name.n]
        table.rows[name.n] = [*row[: name.c - 1], row[name.c], BLANK, *row[name.c + 1 :]]
    else:
        start = table.starts[1]
        for n in range(spot.first, spot.last):
            row = table.rows[n]
            table.rows[n] = [*row[start:], *blanks(start)]
    touch(paper, [spot.i], "place")
    return True


def _movable(paper: Paper, spot: Spot) -> bool:
    """Whether a sub-activity shows its level by itself and leaves no other behind."""
    element = paper.truth.elements[spot.i]
    if element.level != "subactivity" or not self_evident(paper, spot.i):
        return False
    if not free(paper, [spot.i], "place", "join", "name", "content", "text"):
        return False
    if spot.table.kind == "columns":
        return not paper.style.leaf and spot.r == 0
    return len(element.rows) == 1 and stands_alone(spot)


def fuse_indicators(rng: Random, paper: Paper) -> bool:
    """Two indicator texts stand in one row: the first has lost its unit and its quarters."""
    if paper.style.form == "columns" or paper.style.indicator_numbers == "never":
        return False
    all_spots = spots(paper)
    found = [pair for pair in pairwise(all_spots) if _fusible(paper, *pair)]
    if not found:
        return False
    upper, lower = rng.choice(found)
    table = upper.table
    n, c = upper.at["indicator"]
    m, d = lower.at["indicator"]
    first, second = upper.piece("indicator"), lower.piece("indicator")
    if rng.random() < 0.65:
        fused = [first, *blanks(rng.randint(1, 4)), second]
    else:
        fused = [Piece(f"{first.text} {second.text}", "joined", first.facts + second.facts)]
    table.rows[n] = [*table.rows[n][:c], *fused, *table.rows[m][d + 1 :]]
    block = table.block_start(c)
    for step in range(1, lower.last - lower.first):
        left, right = table.rows[n + step][:block], table.rows[m + step][block:]
        table.rows[n + step] = [*left, *blanks(len(fused) - 1), *right]
    for step in range(lower.last - lower.first):
        table.rows[m + step] = table.rows[m + step][:block]
    table.drop_blank_rows()
    touch(paper, [upper.i], "place")
    return True


def _fusible(paper: Paper, upper: Spot, lower: Spot) -> bool:
    """Whether two rows of one element stand below each other, with nothing to their right."""
    if upper.table is not lower.table or (upper.i, upper.r + 1) != (lower.i, lower.r):
        return False
    if "indicator" not in upper.at or "indicator" not in lower.at:
        return False
    last_block = lower.at["indicator"][1] >= lower.table.starts[-1]
    struck = elements_in(lower.table, upper.first, lower.last)
    return (
        last_block
        and upper.last <= lower.first
        and free(paper, struck, "place", "join", "content", "text")
    )


def slip(rng: Random, paper: Paper) -> bool:
    """An activity slips up beside the last sub-activity of the one before it.

    So that sub-activity stands in a row of the wrong activity; its number, which goes on
    counting, and its official parent tell where it belongs.
    """
    found = []
    for upper, lower in pairwise(spots(paper, {"activities"})):
        if _slips(paper, upper, lower):
            found.append((upper, lower))
    if not found:
        return False
    upper, lower = rng.choice(found)
    table = upper.table
    start, gap = table.starts[1], lower.first - upper.first
    end = lower.first
    while end < len(table.rows) and _continues(table.rows[end][:start], lower.i):
        end += 1
    lefts = [table.rows[n][:start] for n in range(lower.first, end)]
    for n in range(upper.first, end):
        left = lefts[n - upper.first] if n - upper.first < len(lefts) else blanks(start)
        table.rows[n] = [*left, *table.rows[n][start:]]
    table.drop_blank_rows()
    touch(paper, elements_in(table, upper.first, lower.first + gap), "place")
    return True


def _slips(paper: Paper, upper: Spot, lower: Spot) -> bool:
    """Whether the last rows of one activity's block are free, and the next activity follows."""
    elements = paper.truth.elements
    sub, activity = elements[upper.i], elements[lower.i]
    if (sub.level, activity.level) != (
        "subactivity",
        "activity",
    ) or paper.style.numbering != "flat":
        return False
    return (
        upper.table is lower.table
        and upper.last == lower.first
        and lower.r == 0
        and len(sub.rows) == 1
        and sub.number not in {None, "1"}
        and all(elements[i].official for i in (upper.i, lower.i, sub.parent or 0))
        and stands_alone(upper)
        and free(
            paper,
            elements_in(upper.table, upper.first, lower.last),
            "place", "join", "name", "content", "text",
        )
    )  # fmt: skip


def _continues(left: Cells, i: int) -> bool:
    """Whether the left part of a row still prints the same activity, or nothing."""
    return all(at == i for piece in left for at, _, _ in piece.facts)


def objective_again(rng: Random, paper: Paper) -> bool:
    """A list prints an objective a second time before a later program that serves it."""
    truth = paper.truth
    printed = names(paper, {"list", "columns"})
    first = {name.i: name for name in reversed(printed)}
    found = []
    for program in printed:
        parent = truth.elements[program.i].parent
        if truth.elements[program.i].level != "program" or parent not in first:
            continue
        objective = first[parent]
        later = truth.children(objective.i)[0] != program.i
        if later and free(paper, [program.i, objective.i], "place", "content", "join", "name"):
            found.append((objective, program))
    if not found or paper.style.leaf:
        return False
    objective, program = rng.choice(found)
    table = program.table
    rows = _rows_of(table, objective)
    if any(piece.kind == "head" for row in rows for piece in row):
        return False
    if table.kind == "columns" and rng.random() < 0.5:
        table.put(program.n, objective.c, table.rows[objective.n][objective.c])
    else:
        table.rows[program.n : program.n] = [list(row) for row in rows]
    touch(paper, [objective.i, program.i], "content")
    return True


def _rows_of(table: Table, name: Name) -> list[Cells]:
    """The rows from an element's name to before the next name."""
    end = name.n + 1
    while end < len(table.rows) and not any(p.kind == "element" for p in table.rows[end]):
        end += 1
    return table.rows[name.n : end]
