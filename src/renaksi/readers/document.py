"""A document as every reader gives it: rows of cells in reading order, each with its place.

The interpretation of a plan works on these rows alone and does not know which
format they came from.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from renaksi.model import Place

RowKind = Literal["table", "heading", "line"]


class Row(NamedTuple):
    """One row: a table's row, a heading (bold or marked as one), or a line of running text.

    ``cells`` holds the text of every cell, empty ones included, so that the position in
    it is the column. ``table`` numbers the tables of the document. ``places`` is
    given by formats whose cells have places of their own; a flattened text counts
    lines and columns.
    """

    cells: tuple[str, ...]
    line: int
    kind: RowKind = "table"
    table: int = 0
    places: tuple[Place, ...] | None = None

    def place(self, column: int) -> Place:
        """Where the cell at ``column`` (from 0) stands."""
        if self.places is not None:
            return self.places[column]
        return Place(self.line, column + 1)


class Document(NamedTuple):
    """The rows of one document."""

    rows: tuple[Row, ...]
