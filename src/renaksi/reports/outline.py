"""A tree of boxes as a table: a column for each depth, each box as high as what is under it."""

from __future__ import annotations

from renaksi.reports.tree import Cell, Column, Node, Table


def as_table(root: Node) -> Table:
    """The same boxes in columns, for formats that cannot draw."""
    depth = _depth(root)
    rows: list[list[Cell]] = []
    _lay(root, depth, rows)
    return Table(tuple(Column(1) for _ in range(depth)), (), tuple(map(tuple, rows)), size=7.5)


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=0)


def _leaves(node: Node) -> int:
    return sum(map(_leaves, node.children)) or 1


def _lay(node: Node, depth: int, rows: list[list[Cell]]) -> None:
    """Put a node and what is under it behind the cells of the last row begun."""
    if not rows:
        rows.append([])
    words = "\n".join((node.title, *node.lines))
    height = _leaves(node)
    rows[-1].append(Cell(words, rows=height, shade=node.shade, splits=height > 3))
    if not node.children:
        if depth > 1:
            rows[-1].append(Cell(columns=depth - 1))
        return
    for number, child in enumerate(node.children):
        if number:
            rows.append([])
        _lay(child, depth - 1, rows)
