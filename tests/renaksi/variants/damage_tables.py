"""Damage to whole tables: headers, borders, blank lines, pages, a program in the wrong table."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from tests.renaksi.variants.damage_quarters import fuse
from tests.renaksi.variants.paper import BLANK, Lines, Paper, Piece, Table, blanks
from tests.renaksi.variants.pieces import heads
from tests.renaksi.variants.spots import elements_in, filled, free, self_evident, spots, touch


def program_into_previous_table(rng: Random, paper: Paper) -> bool:
    """The row of a program stands last in the table of the program before it."""
    found = [
        (table, before)
        for before, table in pairwise(paper.blocks)
        if isinstance(table, Table)
        and isinstance(before, Table)
        and (before.kind, table.kind) == ("activities", "program")
        and free(paper, elements_in(table, 0, len(table.rows)), "place", "join", "text")
    ]
    if not found:
        return False
    for table, before in rng.sample(found, rng.randint(1, len(found))):
        pad = before.starts[1]
        body = [row[table.starts[0] :] for row in table.rows[table.heads :]]
        before.rows += [blanks(pad) + row for row in body]
        paper.blocks.remove(table)
        touch(paper, elements_in(before, len(before.rows) - len(body), len(before.rows)), "moved")
    return True


def stand_on_end(rng: Random, paper: Paper) -> bool:
    """A program's row stands on end: name, indicator and quarters below each other, no unit."""
    if paper.style.form == "columns":
        return False
    found = [
        spot
        for spot in spots(paper, {"program"})
        if len(paper.truth.elements[spot.i].rows) == 1
        and filled(paper, spot)
        and free(paper, [spot.i], "place", "join", "content", "text")
    ]
    if not found:
        return False
    spot = rng.choice(found)
    table = spot.table
    if paper.style.form == "stacked":
        fuse(spot, 4)
        table.drop_blank_rows()
    row = table.rows.pop()
    column = rng.choice((table.starts[0], len(row) - 1))
    for piece in row:
        if piece.text and piece.kind != "unit":
            table.rows.append([*blanks(column), piece])
    touch(paper, elements_in(table, table.heads, len(table.rows)), "place")
    return True


def stray_header(rng: Random, paper: Paper) -> bool:
    """A header of two blocks stands above a table that has only a program in it."""
    tables = paper.tables
    wide = [t for t in tables if t.kind == "activities" and t.heads]
    found = [t for t in tables if t.kind == "program" and t.heads]
    if not wide or not found:
        return False
    table, model = rng.choice(found), wide[0]
    pad = model.starts[1] - table.starts[0]
    table.rows = [
        list(model.rows[model.heads - 1]),
        *([*blanks(pad), *row] for row in table.rows),
    ]
    table.heads += 1
    table.starts = (model.starts[1],)
    return True


def drop_header(rng: Random, paper: Paper) -> bool:
    """A table loses its header: all of it where its like still has one, else its second row."""
    if paper.style.form == "columns":
        return False
    whole, second = [], []
    for table in paper.tables:
        likes = [t for t in paper.tables if t.kind == table.kind and t.heads]
        within = elements_in(table, 0, len(table.rows))
        if table.heads and table.kind in {"activities", "program"} and len(likes) > 1:
            if all(self_evident(paper, i) for i in within) and free(paper, within, "place", "join"):
                whole.append(table)
        elif table.heads == 2 and table.kind in {"goals", "programs"}:
            second.append(table)
    if not whole and not second:
        return False
    table = rng.choice(whole or second)
    if table in whole:
        del table.rows[: table.heads]
        table.heads = 0
        touch(paper, elements_in(table, 0, len(table.rows)), "place")
    else:
        del table.rows[1]
        table.heads = 1
    return True


def repeat_header(rng: Random, paper: Paper) -> bool:
    """A page ends within a table: its header is printed again, between two elements or in one."""
    found = [table for table in paper.tables if table.heads and len(table.rows) > table.heads + 4]
    if not found:
        return False
    table = rng.choice(found)
    rows = range(table.heads + 1, len(table.rows))
    starts = [n for n in rows if any(piece.kind == "element" for piece in table.rows[n])]
    within = [n for n in rows if n not in starts and not _is_text_below(table, n)]
    pool = within if within and (not starts or rng.random() < 0.3) else starts
    if not pool:
        return False
    n = rng.choice(pool)
    table.rows[n:n] = [list(row) for row in table.rows[: table.heads]]
    return True


def _is_text_below(table: Table, n: int) -> bool:
    return any(piece.kind == "tail" for piece in table.rows[n])


def split_header(rng: Random, paper: Paper) -> bool:
    """A header row of quarter labels, spread over both blocks, above quarters that stand below."""
    if paper.style.form != "stacked":
        return False
    found = [t for t in paper.tables if t.heads and t.kind == "activities"]
    if not found:
        return False
    table = rng.choice(found)
    row = blanks(table.width)
    for start, labels in zip(
        table.starts, (paper.style.quarters[:2], paper.style.quarters[2:]), strict=True
    ):
        target = next(
            (
                c
                for c in range(start, len(table.rows[table.heads - 1]))
                if table.rows[table.heads - 1][c].text == paper.style.words["target"]
            ),
            None,
        )
        if target is None or target + 1 >= len(row):
            return False
        row[target : target + 2] = heads(*labels)
    table.rows.insert(table.heads, row)
    table.heads += 1
    return True


def double_header_word(rng: Random, paper: Paper) -> bool:
    """A word of the header is printed twice, so that header and body no longer stand in line."""
    if paper.style.form == "columns":
        return False
    found = [t for t in paper.tables if t.heads and t.kind in {"programs", "activities", "goals"}]
    if not found:
        return False
    table = rng.choice(found)
    n = table.heads - 1
    row = table.rows[n]
    c = table.starts[-1]
    if c >= len(row) or not row[c].text or not _all_numbered(paper, table):
        return False
    table.rows[n] = [*row[:c], row[c], *row[c:]]
    return True


def _all_numbered(paper: Paper, table: Table) -> bool:
    return all(
        paper.truth.elements[i].number is not None or self_evident(paper, i)
        for i in elements_in(table, table.heads, len(table.rows))
    )


def change_borders(rng: Random, paper: Paper) -> bool:
    """One table, or each from some point on, has other borders than the rest."""
    tables = paper.tables
    if not tables:
        return False
    at = rng.randrange(len(tables))
    others = [b for b in ("tabs", "pipes", "box", "ascii") if b != paper.style.borders]
    borders = rng.choice(others)
    rules = rng.choice(("rows", "around"))
    for table in tables[at:] if rng.random() < 0.4 else tables[at : at + 1]:
        if _breaks(table):
            continue
        table.borders = borders
        table.rules = rules
    return True


def _breaks(table: Table) -> bool:
    """Whether a broken text or a page's footer needs its table to keep its borders."""
    return any(piece.kind in {"tail", "footer"} for row in table.rows for piece in row)


def lose_blank_lines(rng: Random, paper: Paper) -> bool:
    """No blank line parts a heading from its tables; the heading carries the table's tabs."""
    struck = False
    for n, block in enumerate(paper.blocks[1:], start=1):
        heading = isinstance(block, Lines) and any(p.kind == "heading" for p in block.pieces)
        if not heading or rng.random() < 0.4 or n + 1 >= len(paper.blocks):
            continue
        below = paper.blocks[n + 1]
        if isinstance(block, Lines) and isinstance(below, Table):
            block.glued = below.glued = struck = True
            if (below.borders or paper.style.borders) == "tabs":
                tabs = "\t" * (below.width - 1)
                block.pieces = [p._replace(text=p.text + tabs) for p in block.pieces]
    return struck


def page_footers(rng: Random, paper: Paper) -> bool:
    """Page numbers stand between the rows of tables that are parted by tabs."""
    tables = [t for t in paper.tables if (t.borders or paper.style.borders) == "tabs"]
    tables = [t for t in tables if len(t.rows) > t.heads + 3]
    if not tables:
        return False
    pages = len(tables) + 1
    for page, table in enumerate(rng.sample(tables, min(2, len(tables))), start=1):
        starts = [
            n
            for n in range(table.heads + 1, len(table.rows))
            if any(piece.kind == "element" for piece in table.rows[n])
        ]
        if starts:
            text = rng.choice((f"Halaman {page} dari {pages}", f"- {page} -"))
            table.rows.insert(rng.choice(starts), [Piece(text, "footer"), BLANK])
    if paper.truth.title and rng.random() < 0.4:
        # The title of the first page stands again at the head of a later one.
        paper.blocks.insert(paper.blocks.index(tables[-1]), Lines(Piece(paper.truth.title)))
    return True
