"""A document before it is text: lines and tables of pieces, each knowing the cells that it proves.

Layouts build a `Paper`, damage changes it, `borders` writes it. A piece's ``facts`` are
the keys of the truth for which it is evidence, so what a damaged paper no longer proves
can be worked out instead of being remembered: see `Paper.settle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import Key, Truth


class Piece(NamedTuple):
    """One cell or line.

    ``kind``: element, indicator, unit, label, value, quarters, no, code, head, note, heading,
    tail (of a broken text), joined, footer, or empty for a blank.
    """

    text: str
    kind: str = ""
    facts: tuple[Key, ...] = ()


BLANK = Piece("")
Cells = list[Piece]


class Lines:
    """Lines of running text: the title, a heading, a signature."""

    __slots__ = ("glued", "pieces")

    def __init__(self, *pieces: Piece, glued: bool = False) -> None:
        self.pieces = list(pieces)
        self.glued = glued


class Table:
    """Rows of pieces; ``heads`` of them stand first as its header.

    ``starts`` are the columns at which its blocks begin: one, or two side by side.
    """

    __slots__ = ("borders", "glued", "heads", "kind", "rows", "rules", "starts")

    def __init__(self, kind: str, rows: list[Cells], heads: int, starts: tuple[int, ...]) -> None:
        self.kind = kind
        self.rows = rows
        self.heads = heads
        self.starts = starts
        self.borders: str | None = None
        self.rules: str | None = None
        self.glued = False

    @property
    def width(self) -> int:
        """Columns of its widest row."""
        return max((len(row) for row in self.rows), default=0)

    def put(self, n: int, c: int, *pieces: Piece) -> None:
        """Write pieces over the cells that begin at a row and column."""
        row = list(self.rows[n])
        row[c : c + len(pieces)] = pieces
        self.rows[n] = row

    def drop_blank_rows(self) -> None:
        """Take out the rows below the header in which nothing is printed any more."""
        self.rows = [row for n, row in enumerate(self.rows) if n < self.heads or not is_blank(row)]

    def block_start(self, column: int) -> int:
        """The column at which the block that holds a column begins."""
        return max((start for start in self.starts if start <= column), default=0)


class Paper:
    """A document with its truth, the style it was written in and what was done to it."""

    __slots__ = ("blocks", "newline", "operators", "style", "touched", "truth")

    def __init__(self, truth: Truth, style: Style) -> None:
        self.truth = truth
        self.style = style
        self.blocks: list[Lines | Table] = []
        self.operators: list[str] = []
        self.touched: dict[int, set[str]] = {}
        self.newline = "\n"

    @property
    def tables(self) -> list[Table]:
        """Its tables in order."""
        return [block for block in self.blocks if isinstance(block, Table)]

    def pieces(self) -> Iterator[Piece]:
        """Every piece that proves something."""
        for block in self.blocks:
            if isinstance(block, Lines):
                yield from (piece for piece in block.pieces if piece.facts)
            else:
                for row in block.rows:
                    yield from (piece for piece in row if piece.facts)

    def settle(self) -> None:
        """Call lost every cell of the truth for which the paper holds no evidence (any more).

        A quarter that the office itself left blank is lost too: a reading may well doubt it.
        """
        proven = {fact for piece in self.pieces() for fact in piece.facts}
        truth = self.truth
        for i, element in enumerate(truth.elements):
            if element.number is not None and (i, -1, "number") not in proven:
                truth.lost.add((i, -1, "number"))
            for r, row in enumerate(element.rows):
                stated: list[tuple[str, object]] = [
                    ("number", row.number), ("name", row.name), ("unit", row.unit),
                ]  # fmt: skip
                stated += row.cells.items()
                truth.lost.update(
                    (i, r, field)
                    for field, value in stated
                    if value is not None and (i, r, field) not in proven
                )


def blanks(count: int) -> Cells:
    """So many empty cells."""
    return [BLANK] * count


def is_blank(row: Cells) -> bool:
    """Whether nothing is printed in a row."""
    return not any(piece.text for piece in row)
