"""Texts in which each cell of a table stands on a line of its own, as some converters print them.

Nothing parts the cells but the ends of lines. Quarters whose labels stand alone on their lines,
each above its value, show it; the words of the header tell how many columns there are, and what
stands above the first quarter belongs to it from the right: unit, indicator, name. Where quarters
of two names stood side by side nothing tells whose they are, and the text is not read so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import Row, row_of_text
from renaksi.readers.wrapped import is_first, is_head_word, is_label, is_lone

_LEAST: Final = 4  # labels
_LONGEST_VALUE: Final = 20  # letters
_LABELS: Final = ("TW", "Tw", "tw", "Tri", "TRI", "Trw", "TRW")
_Cell = tuple[int, str]  # the number of its line, and its text


def rows_of_cells(lines: Sequence[str], text: str) -> list[Row] | None:
    """The rows of such a text; None where it is none."""
    if "\t" in text or "|" in text or not any(map(text.__contains__, _LABELS)):
        return None
    cells = [(n, line.strip()) for n, line in enumerate(lines, start=1) if line.strip()]
    labels = sum(is_label(text) for _, text in cells)
    valued = sum(
        is_label(above) and not is_label(below) and is_value(below)
        for (_, above), (_, below) in pairwise(cells)
    )
    if labels < _LEAST or valued * 4 < labels * 3:
        return None
    records = _Records()
    rows = records.of(cells)
    return None if records.is_side_by_side else rows


def is_value(text: str) -> bool:
    """Whether a line below a label may be its value: a figure, a dash, a word such as *WTP*."""
    return is_lone(text) or (len(text) <= _LONGEST_VALUE and not text[0].isdigit())


class _Records:
    """The rows that cells make one after the other."""

    def __init__(self) -> None:
        """None has begun."""
        self._rows: list[Row] = []
        self._waiting: list[_Cell] = []  # above the first quarter
        self._width = 0  # columns before those of the quarters, 0 above the first header
        self._table = 0
        self.is_side_by_side = False  # a header has the same word twice

    def of(self, cells: Sequence[_Cell]) -> list[Row]:
        """The rows of all cells of a text."""
        at = 0
        while at < len(cells):
            heads = self._heads(cells, at)
            if heads > 1:
                self._begin(cells[at : at + heads])
                at += heads
            elif is_label(cells[at][1]):
                has_value = at + 1 < len(cells) and is_value(cells[at + 1][1])
                has_value = has_value and not is_label(cells[at + 1][1])
                self._quarter(cells[at : at + 1 + has_value])
                at += 1 + has_value
            else:
                self._waiting.append(cells[at])
                at += 1
        self._let_go(len(self._waiting))
        return self._rows

    def _heads(self, cells: Sequence[_Cell], at: int) -> int:
        """How many words of a header stand one below the other."""
        end = at
        while end < len(cells) and is_head_word(cells[end][1]):
            end += 1
        return end - at

    def _begin(self, header: Sequence[_Cell]) -> None:
        self._let_go(len(self._waiting))
        self._table += 1
        self._width = len(header) - 1
        self.is_side_by_side |= len({text.casefold() for _, text in header}) < len(header)
        self._add(list(header))

    def _quarter(self, pair: Sequence[_Cell]) -> None:
        """A quarter with its value, behind what waits for it."""
        if is_first(pair[0][1]):
            self._let_go(max(len(self._waiting) - self._width, 0))
        before, self._waiting = self._waiting, []
        empty = [(pair[0][0], "")] * max(self._width - len(before), 0)
        self._add([*empty, *before, *pair])

    def _let_go(self, count: int) -> None:
        """Lines that are no cells: titles, headings, remarks."""
        for number, text in self._waiting[:count]:
            self._rows.append(row_of_text((text,), number, "line", self._table))
        del self._waiting[:count]

    def _add(self, cells: Sequence[_Cell]) -> None:
        first = next(number for number, text in cells if text)
        row = row_of_text(tuple(text for _, text in cells), first, "table", self._table)
        places = {
            column: ((0, Place(line=number, column=1)),)
            for column, (number, text) in enumerate(cells) if text
        }  # fmt: skip
        self._rows.append(row._replace(line_places=places))
