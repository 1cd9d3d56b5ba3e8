"""A document as every reader gives it: rows of cells in reading order, each with its place.

The interpretation of a plan works on these rows alone and does not know which format
they came from. How a table with merged cells stands in rows:

- A cell that is merged over several rows or columns stands once, in its first row and
  first column; the cells it covers are empty, and ``spans`` says how far it reaches. So
  a name beside four quarters stands in the first quarter's row, as a flattened text
  prints it, and nothing is read twice; a header such as *Target* above four quarters is
  known to spread over their columns.
- Every row of a table has a cell for each of its columns, so a position is a column.
- The lines of one cell (paragraphs, line breaks, wrapped lines of a page) are joined by
  one space; ``breaks`` says where they ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from renaksi.model import Place, maker

RowKind = Literal["table", "heading", "line", "foot"]


class Span(NamedTuple):
    """How many columns and rows a merged cell covers, itself included."""

    columns: int
    rows: int


NO_SPANS: Final[Mapping[int, Span]] = {}
NO_BREAKS: Final[Mapping[int, tuple[int, ...]]] = {}
NO_COLUMNS: Final[AbstractSet[int]] = frozenset()
NO_INDENTS: Final[Mapping[int, float]] = {}
# Where in a cell's text its lines begin, and where each of them stands.
LinePlaces = tuple[tuple[int, Place], ...]
NO_LINES: Final[Mapping[int, LinePlaces]] = {}


class _Places(dict[int, Place]):
    """The places of the cells in one line of a flattened text, by column from 0."""

    def __init__(self, line: int) -> None:
        self._line = line

    def __missing__(self, column: int) -> Place:
        place = self[column] = Place(self._line, column + 1)
        return place


_places_in: Final = lru_cache(maxsize=2048)(_Places)  # of a line, once for all documents


class Row(NamedTuple):
    """One row: a table's row, a heading (bold or marked as one), or a line of running text.

    ``cells`` holds the text of every cell, empty ones included, so that the position in
    it is the column. ``line`` counts the rows or lines of the whole document, ``table``
    numbers its tables and the runs of lines between them. ``places`` is given by formats
    whose cells have places of their own; a flattened text counts lines and columns.
    A row of the kind "foot" is the head or foot of a page and no part of any table.
    ``spans`` holds the merged cells, ``breaks`` the offsets of the spaces at which a cell's
    lines end, ``bold`` the columns whose whole text is bold, all by column from 0.
    ``indents`` says how far in a cell's text begins, in points, where it is set in at all.
    ``numbers`` are the columns whose cell is a number in the file, which its reader has shown in
    the Indonesian way: such a figure reads in one way alone. ``line_places`` gives the places of
    the lines of a cell, where each has its own: a text that was wrapped, a cell of a page.
    """

    cells: tuple[str, ...]
    line: int
    kind: RowKind = "table"
    table: int = 0
    places: Sequence[Place] | None = None
    spans: Mapping[int, Span] = NO_SPANS
    breaks: Mapping[int, tuple[int, ...]] = NO_BREAKS
    bold: AbstractSet[int] = NO_COLUMNS
    indents: Mapping[int, float] = NO_INDENTS
    numbers: AbstractSet[int] = NO_COLUMNS
    line_places: Mapping[int, LinePlaces] = NO_LINES

    def place(self, column: int) -> Place:
        """Where the cell at ``column`` (from 0) stands."""
        return self.placed()[column]

    def placed(self) -> Sequence[Place] | Mapping[int, Place]:
        """Where each cell stands, by column from 0."""
        return self.places if self.places is not None else _places_in(self.line)

    def lines(self, column: int) -> list[str]:
        """The lines of the cell at ``column``, as the document breaks them."""
        text, start, parts = self.cells[column], 0, []
        for end in self.breaks.get(column, ()):
            parts.append(text[start:end])
            start = end + 1
        return [*parts, text[start:]]


_row: Final = maker(Row)
_PLAIN: Final = (None, NO_SPANS, NO_BREAKS, NO_COLUMNS, NO_INDENTS, NO_COLUMNS, NO_LINES)


def row_of_text(cells: tuple[str, ...], line: int, kind: RowKind, table: int) -> Row:
    """A row of a flattened text, which knows nothing but lines and columns."""
    return _row((cells, line, kind, table, *_PLAIN))


class Struck(NamedTuple):
    """A text that the paper shows and takes back, whole; nothing of its row may stand (``alone``).

    Of a row that stands nowhere, a place that counts lines is that of the row behind it.
    """

    text: str
    place: Place
    alone: bool


class Omission(NamedTuple):
    """What a reader saw and left out or could not vouch for, in both languages.

    It may be part of the ``text`` that stands at ``place``, or the whole ``row`` that begins there.
    ``struck`` are the texts that it tells of, for whoever shows the document as it was filed.
    """

    id: str
    en: str
    place: Place | None = None
    about: Literal["file", "text", "row"] = "file"
    struck: tuple[Struck, ...] = ()


class Document(NamedTuple):
    """The rows of one document, and what its reader left out.

    ``name`` is the file's path inside an archive that holds several, else None.
    """

    rows: tuple[Row, ...]
    omissions: tuple[Omission, ...] = ()
    name: str | None = None
