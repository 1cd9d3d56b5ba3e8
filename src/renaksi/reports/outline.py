"""What is worked out of a whole tree: its table of contents, and boxes as a table.

Boxes become a column for each depth, each box as high as what is under it.
"""

from __future__ import annotations

from typing import Final

from renaksi.reports.tree import Cell, Column, Contents, Document, Heading, Node, Table

_LISTED: Final = 2  # levels of headings that a table of contents names


def is_listed(heading: Heading) -> bool:
    """Whether a table of contents before it names the heading."""
    return heading.level <= _LISTED and bool(heading.text.strip())


def with_contents(document: Document) -> Document:
    """The document with every table of contents telling the headings behind it."""
    behind: list[tuple[int, str]] = []
    sections = []
    for section in reversed(document.sections):
        blocks = []
        for block in reversed(section.blocks):
            if isinstance(block, Heading) and is_listed(block):
                behind.insert(0, (block.level, block.text))
            is_list = isinstance(block, Contents)
            blocks.append(Contents(tuple(behind)) if is_list else block)
        sections.append(section._replace(blocks=tuple(reversed(blocks))))
    return document._replace(sections=tuple(reversed(sections)))


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
