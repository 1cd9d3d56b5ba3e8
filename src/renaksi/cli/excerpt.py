"""The line of the document that a finding is about, with the cell marked under it."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Final

from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Unreadable
from renaksi.readers import is_plain, read_document
from renaksi.readers.limits import Limits

BORDER: Final = " ¦ "
# Characters of a marked cell and of another one; the first that fit are taken.
_LENGTHS: Final = ((60, 24), (40, 12), (24, 6))


def source_lines(path: str) -> Mapping[int, tuple[str, ...]]:
    """The cells of every line of a flattened text; nothing for files that are read apart."""
    limits = Limits()
    if not os.path.isfile(path):
        return {}  # what came through a pipe is gone
    try:
        with open(path, "rb") as file:
            data = file.read(limits.max_bytes)
        # The places of a plan's JSON lie in another document, those of other formats in cells.
        if data.lstrip()[:1] == b"{" or not is_plain(data):
            return {}
        return {row.line: row.cells for row in read_document(data, limits).rows}
    except (OSError, Unreadable):
        return {}


def excerpt(
    cells: tuple[str, ...], marked: Collection[int], gutter: int, screen: Screen
) -> list[str]:
    """One line of cells and one of marks under those in ``marked`` (columns from 1)."""
    ellipsis = "…" if screen.drawing else "~"
    room = screen.width - gutter - 3
    text, marks = "", ""
    for longest in _LENGTHS:
        text, marks = _drawn(cells, marked, longest, ellipsis)
        if len(text) <= room:
            break
    text, marks = _window(text, marks, room, ellipsis)
    return [line for line in (text, marks) if line]


def _drawn(
    cells: tuple[str, ...], marked: Collection[int], longest: tuple[int, int], ellipsis: str
) -> tuple[str, str]:
    """Cells between borders, and marks under them; ``longest`` of a marked and another cell."""
    text, marks = "", ""
    for column, cell in enumerate(cells, 1):
        told = column in marked
        if not cell and not told:
            continue
        shown = _cut(printable(cell), longest[0] if told else longest[1], ellipsis) or " "
        if text:
            text += BORDER
        marks = marks.ljust(len(text)) + ("^" if told else " ") * len(shown)
        text += shown
    return text, marks.rstrip()


def _window(text: str, marks: str, width: int, ellipsis: str) -> tuple[str, str]:
    """The part of both lines that shows the first mark."""
    first = marks.find("^")
    if len(text) > width and first > width // 2:
        start = min(first - width // 3, len(text) - width)
        text = ellipsis + text[start + 1 :]
        marks = marks[start:]
    if len(text) > width:
        text = text[: width - 1] + ellipsis
    return text, marks[:width].rstrip()


def _cut(text: str, longest: int, ellipsis: str) -> str:
    return text if len(text) <= longest else text[: longest - 1] + ellipsis
