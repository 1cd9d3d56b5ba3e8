"""Damage to single cells: texts, units and values lost, tabs lost, texts broken, stray spaces."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.paper import BLANK, Cells, Paper, Piece, Table, is_blank
from tests.renaksi.variants.spots import (
    Spot,
    complete,
    elements_in,
    free,
    self_evident,
    some,
    spots,
    touch,
)
from tests.renaksi.variants.truth import QUARTERS


def lose_units(rng: Random, paper: Paper) -> bool:
    """Units vanish from a few rows."""
    return _lose(rng, paper, "unit", 5)


def lose_texts(rng: Random, paper: Paper) -> bool:
    """Indicator texts vanish from a few rows whose unit and values stay."""
    return _lose(rng, paper, "indicator", 3)


def _lose(rng: Random, paper: Paper, kind: str, most: int) -> bool:
    found = [
        spot
        for spot in spots(paper)
        if kind in spot.at
        and free(paper, [spot.i], "content", "join", "text")
        and _has_values(paper, spot)
        # A later row without its text would be quarters printed again, not a row.
        and (kind == "unit" or spot.r == 0)
    ]
    for spot in some(rng, found, most) if found else []:
        spot.table.put(*spot.at[kind], BLANK)
        touch(paper, [spot.i], "content")
    return bool(found)


def _has_values(paper: Paper, spot: Spot) -> bool:
    cells = paper.truth.elements[spot.i].rows[spot.r].cells
    return sum(value.text is not None for value in cells.values()) >= 3


def lose_values(rng: Random, paper: Paper) -> bool:
    """One quarter's value vanishes from a few rows; its label, if any, stays."""
    found = [
        spot
        for spot in spots(paper)
        if free(paper, [spot.i], "content", "join", "place") and _has_values(paper, spot)
    ]
    for spot in some(rng, found, 3) if found else []:
        quarter = rng.choice([q for q in QUARTERS if q in spot.at] or ["none"])
        if quarter == "none":
            continue
        piece = spot.piece(quarter)
        if piece.kind == "quarters":
            text = paper.truth.elements[spot.i].rows[spot.r].cells[quarter].text or ""
            label = paper.style.quarters[QUARTERS.index(quarter)] + paper.style.cell_mark
            kept = tuple(fact for fact in piece.facts if fact[2] != quarter)
            piece = Piece(piece.text.replace(label + text, label.rstrip(), 1), "quarters", kept)
        else:
            piece = BLANK
        spot.table.put(*spot.at[quarter], piece)
        touch(paper, [spot.i], "content")
    return bool(found)


def join_cells(rng: Random, paper: Paper) -> bool:
    """A tab is lost here and there: two cells become one, and the rest of the row moves up."""
    found = []
    for table in paper.tables:
        if (table.borders or paper.style.borders) in {"box", "ascii"}:
            continue
        for n in range(table.heads, len(table.rows)):
            row = table.rows[n]
            found += [(table, n, c) for c in range(len(row) - 1) if _joinable(paper, table, row, c)]
    rng.shuffle(found)
    struck = 0
    for table, n, c in found:
        elements = elements_in(table, n, n + 1)
        if free(paper, elements, "join", "place", "content", "name", "text"):
            row = table.rows[n]
            table.rows[n] = [*row[:c], _joined(paper, row[c], row[c + 1]), *row[c + 2 :]]
            touch(paper, elements, "join")
            struck += 1
            if struck == 3:
                break
    return struck > 0


def _joinable(paper: Paper, table: Table, row: Cells, c: int) -> bool:
    """Whether a human can still tell two cells apart that have become one."""
    left, right = row[c], row[c + 1]
    if not left.text or not right.text or "head" in {left.kind, right.kind}:
        return False
    marked = right.text[0].isdigit() and " " in right.text
    pair = left.kind, right.kind
    if paper.style.form == "columns":
        rows = {(i, r) for piece in row for i, r, _ in piece.facts if r >= 0}
        if pair not in _JOINS_IN_COLUMNS or not all(complete(paper, *at) for at in rows):
            return False
        if table.kind == "columns" and not _all_evident(paper, row):
            return False
    elif table.kind != "list" and not _all_evident(paper, row):
        return False
    if right.kind == "element" or (pair == ("element", "indicator")):
        return marked or pair in {("no", "element"), ("code", "element")}
    return pair in _JOINS


_JOINS = frozenset(
    {
        ("label", "value"),
        ("unit", "label"),
        ("unit", "quarters"),
        ("indicator", "unit"),
        ("value", "label"),
        ("indicator", "label"),
        ("indicator", "quarters"),
    }
)
_JOINS_IN_COLUMNS = frozenset(
    {("no", "element"), ("code", "element"), ("element", "indicator"), ("value", "element")}
)


def _all_evident(paper: Paper, row: Cells) -> bool:
    return all(
        paper.truth.elements[i].level in {"program", "activity", "subactivity"}
        and self_evident(paper, i)
        for piece in row
        if piece.kind == "element"
        for i, _, _ in piece.facts
    )


def _joined(paper: Paper, left: Piece, right: Piece) -> Piece:
    """Two cells in one; where the text ends and the unit begins, nobody can tell."""
    text = f"{left.text} {right.text}"
    if (left.kind, right.kind) == ("indicator", "unit"):
        i, r, _ = right.facts[0]
        paper.truth.lost.add((i, r, "unit"))
        name = paper.truth.elements[i].rows[r].name
        paper.truth.also.setdefault((i, r, "name"), set()).add(f"{name} {right.text}")
    return Piece(text, "joined", left.facts + right.facts)


def collapse_tabs(rng: Random, paper: Paper) -> bool:
    """Runs of tabs become one tab, in the rows of one element or in a whole table."""
    tables = [t for t in paper.tables if (t.borders or paper.style.borders) == "tabs"]
    rng.shuffle(tables)
    for table in tables:
        rows = range(table.heads, len(table.rows))
        if rng.random() < 0.6:
            start = rng.choice(rows) if rows else 0
            rows = range(start, min(start + rng.randint(2, 9), len(table.rows)))
        struck = False
        for n in rows:
            if _collapsible(paper, table, n):
                row = table.rows[n]
                filled = [piece for piece in row if piece.text]
                if len(filled) < len(row):
                    table.rows[n] = [*([] if row[0].text else [BLANK]), *filled]
                    touch(paper, elements_in(table, n, n + 1), "place")
                    struck = True
        if struck:
            return True
    return False


def _collapsible(paper: Paper, table: Table, n: int) -> bool:
    """Whether the order of a row's cells tells all that their columns told."""
    row = table.rows[n]
    filled = [piece for piece in row if piece.text]
    if is_blank(row) or not free(paper, elements_in(table, n, n + 1), "join", "content", "text"):
        return False
    if any(piece.kind == "head" for piece in filled):
        return False
    opening = filled[0]
    if opening.kind == "indicator" and (
        len(table.starts) > 1 or not opening.text[0].isdigit()
    ):  # in which block it stood, only its column tells
        return False
    rows = {(i, r) for piece in filled for i, r, _ in piece.facts if r >= 0}
    if paper.style.form == "columns" and not all(complete(paper, *at) for at in rows):
        return False
    if paper.style.form == "stacked" and not all(_all_filled(paper, *at) for at in rows):
        return False
    return table.kind not in {"goals", "list", "kemangkon"} and _all_evident(paper, row)


def _all_filled(paper: Paper, i: int, r: int) -> bool:
    return all(value.text for value in paper.truth.elements[i].rows[r].cells.values())


def break_text(rng: Random, paper: Paper) -> bool:
    """A long text breaks: its last words stand in the next line, in the same column."""
    found = [
        spot
        for spot in spots(paper)
        if (spot.table.borders or paper.style.borders) == "tabs"
        and _numbered(paper)
        and free(paper, [spot.i], "join", "text", "content", "place")
        and _breakable(spot)
    ]
    if not found:
        return False
    spot = rng.choice(found)
    n, c = spot.at["indicator"]
    piece = spot.piece("indicator")
    cut = piece.text.rfind(" ", 20, 48)
    tail = Piece(piece.text[cut + 1 :], "tail", piece.facts)
    spot.table.put(n, c, Piece(piece.text[:cut], piece.kind, piece.facts))
    _print_below(spot.table, n + 1, c, tail)
    touch(paper, [spot.i], "text")
    return True


def _breakable(spot: Spot) -> bool:
    """Whether a text is long, and would break before a word that begins no text of its own."""
    if "indicator" not in spot.at:
        return False
    text = spot.piece("indicator").text
    cut = text.rfind(" ", 20, 48)
    return len(text) > 50 and cut > 0 and text[cut + 1].islower()


def _numbered(paper: Paper) -> bool:
    return paper.style.indicator_numbers == "always" and paper.style.numbering != "none"


def _print_below(table: Table, n: int, c: int, tail: Piece) -> None:
    """Into the continuation row below where its place is free, else into a row of its own."""
    if n < len(table.rows):
        row = table.rows[n]
        continues = c < len(row) and row[c] is BLANK and any(p.kind == "label" for p in row)
        if continues and not any(p.kind in {"element", "indicator", "unit"} for p in row):
            table.put(n, c, tail)
            return
    table.rows.insert(n, [*([BLANK] * c), tail])


def stray_spaces(rng: Random, paper: Paper) -> bool:
    """Double spaces, spaces that do not break, spaces at line ends, or the line ends of Windows."""
    if rng.random() < 0.4:
        paper.newline = "\r\n"
    for table in paper.tables:
        for n, row in enumerate(table.rows):
            if rng.random() < 0.1:
                table.rows[n] = [_spaced(rng, piece) for piece in row]
                touch(paper, elements_in(table, n, n + 1), "name")  # no longer printed as known
    return True


def _spaced(rng: Random, piece: Piece) -> Piece:
    text = piece.text
    if " " in text and piece.kind in {"element", "indicator"}:
        at = text.rindex(" ")
        text = text[:at] + rng.choice(("  ", "\u00a0")) + text[at + 1 :]
    elif text and piece.kind in {"unit", "value"}:
        text = f"{text} "
    return piece._replace(text=text)
