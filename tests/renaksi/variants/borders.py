"""Writes a paper as flattened text: tabs, Markdown pipes, box drawing or ASCII grids.

Notes for every fact the lines on which it is printed.
"""

from __future__ import annotations

from tests.renaksi.variants.paper import Cells, Lines, Paper, Table
from tests.renaksi.variants.truth import Key

_WRAP = 36


def write(paper: Paper) -> str:
    """The document's text; `Truth.lines` is filled on the way."""
    paper.settle()
    out: list[str] = []
    lines = paper.truth.lines
    lines.clear()
    for block in paper.blocks:
        if out and not block.glued:
            out.append("")
        if isinstance(block, Lines):
            for piece in block.pieces:
                out.append(piece.text)
                _note(lines, piece.facts, len(out), len(out))
        elif block.rows:
            _WRITERS[block.borders or paper.style.borders](block, paper, out)
    return paper.newline.join(out) + paper.newline


def _note(lines: dict[Key, set[int]], facts: tuple[Key, ...], first: int, last: int) -> None:
    for fact in facts:
        lines.setdefault(fact, set()).update(range(first, last + 1))


def _note_row(paper: Paper, row: Cells, first: int, last: int) -> None:
    for piece in row:
        if piece.facts:
            _note(paper.truth.lines, piece.facts, first, last)


def _tabs(table: Table, paper: Paper, out: list[str]) -> None:
    width = table.width
    for row in table.rows:
        text = "\t".join([piece.text for piece in row])
        if paper.style.trailing:
            text += "\t" * (width - len(row))
        else:
            text = text.rstrip("\t")
        out.append(text)
        _note_row(paper, row, len(out), len(out))


def _pipes(table: Table, paper: Paper, out: list[str]) -> None:
    width = table.width
    rule = "|" + f"{paper.style.dashes}|" * width
    rows = table.rows
    if not table.heads:
        out.append("|" + "  |" * width)
        out.append(rule)
    for n, row in enumerate(rows):
        cells = [piece.text for piece in row] + [""] * (width - len(row))
        out.append("| " + " | ".join(cells) + " |")
        _note_row(paper, row, len(out), len(out))
        if n == 0 and table.heads:
            out.append(rule)


# side; then the joints and the dash of each rule: at the top, between rows, at the bottom
_BOXES = {
    "light": ("│", ("┌─", "─┬─", "─┐", "─"), ("├─", "─┼─", "─┤", "─"), ("└─", "─┴─", "─┘", "─")),
    "double": ("║", ("╔═", "═╦═", "═╗", "═"), ("╠═", "═╬═", "═╣", "═"), ("╚═", "═╩═", "═╝", "═")),
    "heavy": ("┃", ("┏━", "━┳━", "━┓", "━"), ("┣━", "━╋━", "━┫", "━"), ("┗━", "━┻━", "━┛", "━")),
    "ascii": ("|", ("+-", "-+-", "-+", "-"), ("+-", "-+-", "-+", "-"), ("+-", "-+-", "-+", "-")),
    "grid": ("|", ("+-", "-+-", "-+", "-"), ("+=", "=+=", "=+", "="), ("+-", "-+-", "-+", "-")),
}


def _grid(table: Table, paper: Paper, out: list[str]) -> None:
    ascii_only = (table.borders or paper.style.borders) == "ascii"
    kind = paper.style.box
    side, top, middle, bottom = _BOXES["ascii" if ascii_only else kind]
    header = _BOXES["grid"][2] if ascii_only and kind != "light" else middle
    every = (table.rules or paper.style.rules) == "rows"
    width = table.width
    rows = [[_wrapped(piece.text, every) for piece in row] for row in table.rows]
    sizes = [1] * width
    for row in rows:
        for i, cell in enumerate(row):
            for line in cell:
                if len(line) > sizes[i]:
                    sizes[i] = len(line)
    out.append(_rule(top, sizes))
    for n, row in enumerate(rows):
        first = len(out) + 1
        for k in range(max(map(len, row), default=1)):
            cells = [
                (row[i][k] if i < len(row) and k < len(row[i]) else "").ljust(sizes[i])
                for i in range(width)
            ]
            out.append(f"{side} " + f" {side} ".join(cells) + f" {side}")
        _note_row(paper, table.rows[n], first, len(out))
        if n < len(rows) - 1 and (every or n == table.heads - 1):
            out.append(_rule(header if n == table.heads - 1 else middle, sizes))
    out.append(_rule(bottom, sizes))


def _rule(joints: tuple[str, str, str, str], sizes: list[int]) -> str:
    first, between, last, dash = joints
    return first + between.join([dash * size for size in sizes]) + last


def _wrapped(text: str, every: bool) -> list[str]:
    """The lines of a cell: wrapped only where a rule after every row keeps the rows apart."""
    if not every or len(text) <= _WRAP:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= _WRAP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return lines


_WRITERS = {"tabs": _tabs, "pipes": _pipes, "box": _grid, "ascii": _grid}
