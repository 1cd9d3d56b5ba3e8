"""Text in columns: words wrapped to a width, cells padded, styles added last.

Everything here counts characters of printable text, so that styles never disturb a width.
"""

from collections.abc import Sequence
from typing import NamedTuple

from renaksi.cli.screen import Screen


class Text(NamedTuple):
    """A printable text and the style in which it is shown."""

    text: str
    style: str = ""


class Column(NamedTuple):
    """A column of a table: its width, and whether its texts stand at the right."""

    width: int
    right: bool = False


def wrap(text: str, width: int, hanging: int = 0) -> list[str]:
    """The words of ``text`` on lines of at most ``width``, later ones indented by ``hanging``.

    A line has at least one character, whatever the width.
    """
    width = max(width, hanging + 1)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) <= width:
            line += " " + word
            continue
        if line:
            lines.append(line)
        line = (" " * hanging if lines else "") + word
        while len(line) > width:  # a word longer than a line
            lines.append(line[:width])
            line = " " * hanging + line[width:]
    return [*lines, line]


def row(cells: Sequence[Text], columns: Sequence[Column], screen: Screen) -> list[str]:
    """The lines of one row: every cell wrapped in its column, two spaces between columns."""
    wrapped = [wrap(cell.text, column.width) for cell, column in zip(cells, columns, strict=True)]
    lines = []
    for index in range(max(map(len, wrapped))):
        shown = []
        for cell, column, parts in zip(cells, columns, wrapped, strict=True):
            part = parts[index] if index < len(parts) else ""
            padding = " " * (column.width - len(part))
            styled = screen.style(cell.style, part) if cell.style else part
            shown.append(padding + styled if column.right else styled + padding)
        lines.append("  ".join(shown).rstrip())
    return lines


def flow(items: Sequence[Text], width: int, screen: Screen) -> list[str]:
    """Items after one another, two spaces between them, on as many lines as they need."""
    lines = [""]
    used = 0
    for item in items:
        if used and used + 2 + len(item.text) > width:
            lines.append("")
            used = 0
        shown = screen.style(item.style, item.text) if item.style else item.text
        lines[-1] += "  " + shown if used else shown
        used += len(item.text) + (2 if used else 0)
    return [line.rstrip() for line in lines]


def beside(left: list[str], right: list[str], width: int) -> list[str]:
    """Two blocks of lines next to each other, the right one after ``width`` characters."""
    height = max(len(left), len(right))
    left = [*left, *[""] * (height - len(left))]
    right = [*right, *[""] * (height - len(right))]
    return [f"{one:{width}}{other}".rstrip() for one, other in zip(left, right, strict=True)]


def natural(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width that each column needs for its longest text."""
    return [max(map(len, column)) for column in zip(*rows, strict=True)]
