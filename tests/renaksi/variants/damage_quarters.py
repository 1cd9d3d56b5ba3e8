"""Damage to quarters: fused, split, printed again beside other rows."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.paper import BLANK, Paper, Piece, blanks
from tests.renaksi.variants.spots import (
    Spot,
    complete,
    elements_in,
    filled,
    free,
    self_evident,
    spots,
    stands_alone,
    touch,
)
from tests.renaksi.variants.truth import QUARTERS, Key


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
    for spot in found:
        if spot is chosen or (spot.table is chosen.table and rng.random() < 0.3):
            fuse(spot, rng.choice((4, 4, 2)))
            touch(paper, [spot.i], "place")
    chosen.table.drop_blank_rows()
    return True


def fuse(spot: Spot, size: int) -> None:
    """Put so many labels with their values into one cell, where the first label stood."""
    for start in range(0, 4, size):
        texts: list[str] = []
        facts: list[Key] = []
        first = spot.at[f"label {QUARTERS[start]}"]
        for quarter in QUARTERS[start : start + size]:
            n, c = spot.at[f"label {quarter}"]
            label, value = spot.table.rows[n][c : c + 2]
            texts.append(f"{label.text} {value.text}".strip())
            facts += [*label.facts, *value.facts]
            spot.table.put(n, c, BLANK, BLANK)
        spot.table.put(*first, Piece(" ".join(texts), "quarters", tuple(facts)))


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
        spot.table.put(n, c, Piece(text, "quarters", facts), *blanks(3))
        touch(paper, [spot.i], "place")
    return True


def split_quarters(rng: Random, paper: Paper) -> bool:
    """Four quarters of one cell come to stand below each other, or beside each other."""
    if paper.style.form != "cell" or paper.style.cell_mark != " ":
        return False
    found = [spot for spot in spots(paper) if _splittable(paper, spot)]
    if not found:
        return False
    spot = rng.choice(found)
    n, c = spot.at["q1"]
    cells = paper.truth.elements[spot.i].rows[spot.r].cells
    labels = [Piece(label, "label") for label in paper.style.quarters]
    values = [Piece(cells[q].text or "", "value", ((spot.i, spot.r, q),)) for q in QUARTERS]
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


def _splittable(paper: Paper, spot: Spot) -> bool:
    """Whether all that a split pushes aside can still be told from what it says."""
    within = elements_in(spot.table, spot.first, spot.last)
    evident = all(
        paper.truth.elements[i].level in {"goal", "objective"} or self_evident(paper, i)
        for i in within
    )
    has_place = "q1" in spot.at  # else another row took its cell
    return (
        has_place
        and evident
        and filled(paper, spot)
        and free(paper, within, "place", "join", "content")
    )


def values_again(rng: Random, paper: Paper) -> bool:
    """The quarters of an activity stand beside the rows of a later sub-activity.

    Its own are printed as well, or only the first of them still is.
    """
    if paper.style.form != "stacked":
        return False
    found = _owners_with_room(paper)
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
            table.put(n, c, BLANK, BLANK)
    touch(paper, [spot.i, owner.i], "place")
    return True


def _owners_with_room(paper: Paper) -> list[tuple[Spot, Spot]]:
    """Activities of one indicator, each with a sub-activity that has room to its left."""
    elements = paper.truth.elements
    all_spots = spots(paper, {"activities"})
    owners = {spot.i: spot for spot in all_spots if len(elements[spot.i].rows) == 1}
    found = []
    for spot in all_spots:
        parent = elements[spot.i].parent
        owner = owners.get(parent) if parent is not None else None
        if (
            owner is not None
            and elements[spot.i].level == "subactivity"
            and owner.table is spot.table
            and stands_alone(spot)
            and filled(paper, spot)
            and filled(paper, owner)
            and free(paper, [spot.i, owner.i], "place", "join", "content", "text")
        ):
            found.append((owner, spot))
    return found
