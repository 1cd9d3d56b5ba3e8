"""The grid of a Word table: which cell covers which columns and rows.

A row lists only its own cells; ``gridSpan`` widens one, ``vMerge`` lets it go on from the row
above, ``gridBefore`` leaves columns free at the left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from renaksi.readers.document import Span
from renaksi.readers.void import Kind, Void
from renaksi.readers.word.names import Names, Node


class GridCell(NamedTuple):
    """One cell of a row: its first column, how many it covers, and how it is merged."""

    node: Node
    column: int
    columns: int
    continues: bool = False
    merges: bool = False


class Grid:
    """The rows of one table as cells with columns."""

    def __init__(self, table: Node, names: Names, most_columns: int) -> None:
        """Lay the cells of a ``tbl`` element on its grid."""
        self._names = names
        self._wrappers = frozenset(map(names, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
        self._most = most_columns
        self.removed: list[Void] = []  # the texts of rows and cells that are not printed
        self.rows = [
            self._row(row) for row in self._inside(table, names("tr")) if self._stands(row)
        ]
        self.width = max(
            (cell.column + cell.columns for row in self.rows for cell in row), default=0
        )
        self._below = self._continued()

    def span(self, row: int, cell: GridCell) -> Span:
        """How far a cell reaches."""
        return Span(cell.columns, 1 + self._below.get((row, cell.column), 0))

    def _inside(self, node: Node, tag: str) -> Iterator[Node]:
        """The children with a tag, through content controls and tracked insertions."""
        for child in node:
            if child.tag == tag:
                yield child
            elif child.tag in self._wrappers:
                yield from self._inside(child, tag)

    def _stands(self, row: Node) -> bool:
        """Whether a row is printed: neither deleted by a tracked change nor hidden."""
        properties = row.find(self._names("trPr"))
        if properties is None:
            return True
        if properties.find(self._names("del")) is not None:
            self._remove(row, "deleted")
            return False
        if self._names.switched(properties, "hidden"):
            self._remove(row, "hidden")
            return False
        return True

    def _remove(self, node: Node, why: Kind) -> None:
        self.removed.append(Void(why, text_of(node, self._names)))

    def _row(self, row: Node) -> list[GridCell]:
        names = self._names
        column = max(0, names.number(row, "trPr", "gridBefore") or 0)
        cells: list[GridCell] = []
        for node in self._inside(row, names("tc")):
            properties = node.find(names("tcPr"))
            columns, continues, merges = 1, False, False
            if properties is not None:
                if properties.find(names("cellDel")) is not None:
                    self._remove(node, "deleted")
                    continue
                columns = max(1, names.number(properties, "gridSpan") or 1)
                merges = properties.find(names("vMerge")) is not None
                continues = merges and _continues(names, properties, "vMerge")
                if cells and _continues(names, properties, "hMerge"):
                    cells[-1] = cells[-1]._replace(columns=cells[-1].columns + columns)
                    column += columns
                    continue
            if column + columns > self._most:
                columns = max(1, self._most - column)
            if column >= self._most:
                break
            cells.append(GridCell(node, column, columns, continues, merges))
            column += columns
        return cells

    def _continued(self) -> dict[tuple[int, int], int]:
        """How many rows go on below each cell, by row and column of the cell that begins.

        What goes on where nothing began stands for itself.
        """
        below: dict[tuple[int, int], int] = {}
        begun: dict[int, int] = {}
        for number, row in enumerate(self.rows):
            for position, cell in enumerate(row):
                if cell.continues and cell.column in begun:
                    at = begun[cell.column], cell.column
                    below[at] = below.get(at, 0) + 1
                    continue
                if cell.merges:
                    begun[cell.column] = number
                else:
                    begun.pop(cell.column, None)
                if cell.continues:
                    row[position] = cell._replace(continues=False)
        return below


def _continues(names: Names, properties: Node, kind: str) -> bool:
    merge = properties.find(names(kind))
    return merge is not None and merge.get(names.val) != "restart"


def text_of(node: Node, names: Names) -> str:
    """All text below a node, deleted text too, to be quoted."""
    return " ".join(text.text or "" for text in node.iter(names("t"), names("delText"))).strip()
