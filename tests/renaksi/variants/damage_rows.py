"""Damage to rows: shifted, printed twice, fused, split, in the wrong column, in the wrong place."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.paper import BLANK, Cells, Paper, Piece, Table, blanks, is_blank
from tests.renaksi.variants.spots import (
    Spot,
    complete,
    elements_in,
    free,
    names,
    self_evident,
    spots,
    touch,
)
from tests.renaksi.variants.truth import MISSING, QUARTERS

_WORK = frozenset({"program", "activity", "subactivity"})


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
        trailing = table.kind in {"columns", "goals"} or rng.random() < 0.6
        start = indicator + 1 if trailing else _block_start(table, indicator)
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


def _block_start(table: Table, column: int) -> int:
    return max((start for start in table.starts if start <= column), default=0)


def fuse_quarters(rng: Random, paper: Paper) -> bool:
    """Quarters that stood in cells of their own come to stand in one cell, or in two."""
    if paper.style.form == "stacked":
        return _fuse_stacked(rng, paper)
    if paper.style.form == "columns":
        return _fuse_columns(rng, paper)
    return False


def _fuse_stacked(rng: Random, paper: Paper) -> bool:
    found = [
        spot
        for spot in spots(paper)
        if all(f"label {q}" in spot.at for q in QUARTERS)
        and free(paper, [spot.i], "place", "join", "text")
    ]
    if not found:
        return False
    chosen = rng.choice(found)
    for spot in [
        s for s in found if s.table is chosen.table and (s is chosen or rng.random() < 0.3)
    ]:
        size = rng.choice((4, 4, 2))
        for start in range(0, 4, size):
            quarters = QUARTERS[start : start + size]
            text = []
            facts: tuple[tuple[int, int, str], ...] = ()
            for quarter in quarters:
                n, c = spot.at[f"label {quarter}"]
                label, value = spot.table.rows[n][c], spot.table.rows[n][c + 1]
                text.append(f"{label.text} {value.text}".strip())
                facts += label.facts + value.facts
                _put(spot.table, n, c, [BLANK, BLANK])
            n, c = spot.at[f"label {quarters[0]}"]
            _put(spot.table, n, c, [Piece(" ".join(text), "quarters", facts)])
        touch(paper, [spot.i], "place")
    _drop_blank_rows(chosen.table)
    return True


def _fuse_columns(rng: Random, paper: Paper) -> bool:
    found = [
        spot
        for spot in spots(paper)
        if complete(paper, spot.i, spot.r)
        and all(q in spot.at for q in QUARTERS)
        and free(paper, [spot.i], "place", "join", "text", "content")
        and not paper.style.unit_in_value
        and paper.style.percent != " %"
        and not paper.style.year
    ]
    if not found:
        return False
    for spot in rng.sample(found, min(len(found), rng.randint(1, 3))):
        n, c = spot.at["q1"]
        pieces = [spot.piece(q) for q in QUARTERS]
        facts = tuple(fact for piece in pieces for fact in piece.facts)
        text = " ".join(piece.text for piece in pieces)
        _put(spot.table, n, c, [Piece(text, "quarters", facts), *blanks(3)])
        touch(paper, [spot.i], "place")
    return True


def split_quarters(rng: Random, paper: Paper) -> bool:
    """Four quarters of one cell come to stand below each other, or beside each other."""
    if paper.style.form != "cell" or paper.style.cell_mark != " ":
        return False
    found = [
        spot
        for spot in spots(paper)
        if free(paper, elements_in(spot.table, spot.first, spot.last), "place", "join", "content")
        and all(
            self_evident(paper, i) or paper.truth.elements[i].level in {"goal", "objective"}
            for i in elements_in(spot.table, spot.first, spot.last)
        )
        and _filled(paper, spot)
    ]
    if not found:
        return False
    spot = rng.choice(found)
    n, c = spot.at["q1"]
    labels = [Piece(label, "label") for label in paper.style.quarters]
    values = [
        Piece(
            paper.truth.elements[spot.i].rows[spot.r].cells[q].text or "",
            "value",
            ((spot.i, spot.r, q),),
        )
        for q in QUARTERS
    ]
    row = spot.table.rows[n]
    if rng.random() < 0.6:
        spot.table.rows[n] = [*row[:c], labels[0], values[0], *row[c + 1 :]]
        below = [[*blanks(c), labels[k], values[k]] for k in (1, 2, 3)]
        spot.table.rows[n + 1 : n + 1] = below
    else:
        beside = [piece for pair in zip(labels, values, strict=True) for piece in pair]
        spot.table.rows[n] = [*row[:c], *beside, *row[c + 1 :]]
    touch(paper, elements_in(spot.table, n, n + 1), "place")
    return True


def _filled(paper: Paper, spot: Spot) -> bool:
    cells = paper.truth.elements[spot.i].rows[spot.r].cells
    return all(cells.get(q, MISSING).text for q in QUARTERS)


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
    found = []
    for spot in spots(paper, {"activities", "columns"}):
        element = paper.truth.elements[spot.i]
        evident = element.level == "subactivity" and self_evident(paper, spot.i)
        if evident and free(paper, [spot.i], "place", "join", "name", "content", "text"):
            if spot.table.kind == "activities" and len(element.rows) == 1:
                if _stands_alone(spot):
                    found.append(spot)
            elif spot.table.kind == "columns" and not paper.style.leaf and spot.r == 0:
                found.append(spot)
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


def _stands_alone(spot: Spot) -> bool:
    """Whether the left block of its rows is empty, and nothing of another element stands there."""
    table = spot.table
    return len(table.starts) == 2 and all(
        is_blank(row[: table.starts[1]])
        and len(row) == table.width
        and table.starts[1] * 2 == len(row)
        for row in table.rows[spot.first : spot.last]
    )


def values_again(rng: Random, paper: Paper) -> bool:
    """The quarters of an activity stand beside the rows of a later sub-activity.

    Its own are printed as well, or only the first of them still is.
    """
    if paper.style.form != "stacked":
        return False
    truth = paper.truth
    all_spots = spots(paper, {"activities"})
    firsts = {spot.i: spot for spot in all_spots}
    found = []
    for spot in all_spots:
        parent = truth.elements[spot.i].parent
        owner = firsts.get(-1 if parent is None else parent)
        if owner is None or truth.elements[spot.i].level != "subactivity":
            continue
        one = len(truth.elements[owner.i].rows) == 1 and _filled(paper, owner)
        if one and owner.table is spot.table and _stands_alone(spot) and _filled(paper, spot):
            if free(paper, [spot.i, owner.i], "place", "join", "content", "text"):
                found.append((owner, spot))
    if not found:
        return False
    owner, spot = rng.choice(found)
    table = spot.table
    aligned, moved = rng.random() < 0.4, rng.random() < 0.4
    for quarter in QUARTERS[1:]:
        n, c = owner.at[f"label {quarter}"]
        pair = table.rows[n][c : c + 2]
        m, d = spot.at[f"label {quarter}"]
        row = table.rows[m]
        if aligned:
            table.rows[m] = [*row[:c], *pair, *row[c + 2 :]]
        else:
            table.rows[m] = [*row[:d], *pair, *row[d:]]
        if moved:
            _put(table, n, c, [BLANK, BLANK])
    touch(paper, [spot.i, owner.i], "place")
    return True


def fuse_indicators(rng: Random, paper: Paper) -> bool:
    """Two indicator texts stand in one row: the first has lost its unit and its quarters."""
    if paper.style.form == "columns" or paper.style.indicator_numbers == "never":
        return False
    found = []
    previous: Spot | None = None
    for spot in spots(paper):
        if previous and previous.table is spot.table and previous.i == spot.i:
            last_block = (
                spot.table.starts[-1] <= spot.at["indicator"][1]
                if "indicator" in spot.at
                else False
            )
            whole = "indicator" in previous.at and previous.last <= spot.first
            if spot.r == previous.r + 1 and last_block and whole:
                struck = elements_in(spot.table, previous.first, spot.last)
                if free(paper, struck, "place", "join", "content", "text"):
                    found.append((previous, spot))
        previous = spot
    if not found:
        return False
    upper, lower = rng.choice(found)
    table = upper.table
    n, c = upper.at["indicator"]
    m, d = lower.at["indicator"]
    first, second = table.rows[n][c], table.rows[m][d]
    tail = table.rows[m][d + 1 :]
    block = _block_start(table, c)
    if rng.random() < 0.65:
        k = rng.randint(1, 4)
        fused = [first, *blanks(k), second]
        extra = k + 1
    else:
        fused = [Piece(f"{first.text} {second.text}", "joined", first.facts + second.facts)]
        extra = 0
    table.rows[n] = [*table.rows[n][:c], *fused, *tail]
    for step in range(1, lower.last - lower.first):
        upper_row, lower_row = table.rows[n + step], table.rows[m + step]
        table.rows[n + step] = [*upper_row[:block], *blanks(extra), *lower_row[block:]]
    for step in range(lower.last - lower.first):
        table.rows[m + step] = table.rows[m + step][:block]
    _drop_blank_rows(table)
    touch(paper, [upper.i], "place")
    return True


def objective_again(rng: Random, paper: Paper) -> bool:
    """A list prints an objective a second time before a later program that serves it."""
    truth = paper.truth
    printed = names(paper, {"list", "columns"})
    first = {name.i: name for name in reversed(printed)}
    found = []
    for name in printed:
        parent = truth.elements[name.i].parent
        later = parent is not None and name.i in first and truth.elements[name.i].level == "program"
        if later and parent in first and truth.children(parent)[0] != name.i:  # type: ignore[arg-type]
            if free(paper, [name.i, parent], "place", "content", "join", "name"):  # type: ignore[list-item]
                found.append((first[parent], name))  # type: ignore[index]
    if not found or paper.style.leaf:
        return False
    objective, program = rng.choice(found)
    table = program.table
    start = objective.n
    end = start + 1
    while end < program.n and not any(p.kind == "element" for p in table.rows[end]):
        end += 1
    if any(p.kind == "head" for row in table.rows[start:end] for p in row):
        return False
    if table.kind == "columns" and rng.random() < 0.5:
        row = list(table.rows[program.n])
        row[objective.c] = table.rows[objective.n][objective.c]
        table.rows[program.n] = row
    else:
        table.rows[program.n : program.n] = [list(row) for row in table.rows[start:end]]
    touch(paper, [objective.i, program.i], "content")
    return True


def _put(table: Table, n: int, c: int, pieces: Cells) -> None:
    """Write pieces over the cells that begin at a row and column."""
    row = list(table.rows[n])
    row[c : c + len(pieces)] = pieces
    table.rows[n] = row


def _drop_blank_rows(table: Table) -> None:
    table.rows = [row for n, row in enumerate(table.rows) if n < table.heads or not is_blank(row)]
