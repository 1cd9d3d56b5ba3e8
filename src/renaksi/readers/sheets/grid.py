"""One sheet's shown cells as rows of a document, whichever format they came from.

Borders tell the table from the lines around it, blank rows part tables, hidden rows and
columns are left out and said so, and columns that hold nothing at all are dropped only where
a sheet is too wide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, overload

from renaksi.model import Place
from renaksi.readers.cells import clean, joined
from renaksi.readers.document import Omission, Row, RowKind, Span
from renaksi.readers.limits import Deadline, Limits, too_much


class CellPlaces(Sequence[Place]):
    """The places of one row's cells, worked out only when they are asked for."""

    __slots__ = ("_columns", "_row", "_sheet")

    def __init__(self, sheet: str, row: int, columns: Sequence[int]) -> None:
        """For the cells at ``columns`` of a row, all from 0."""
        self._sheet = sheet
        self._row = row
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> CellPlaces: ...
    def __getitem__(self, index: int | slice) -> Place | CellPlaces:
        if isinstance(index, slice):
            return CellPlaces(self._sheet, self._row, self._columns[index])
        return Place(sheet=self._sheet, cell=address(self._row, self._columns[index]))


_STEP: Final = 9.0  # points: what a sheet's steps of indentation come to


class Shown(NamedTuple):
    """What one cell shows; made by `shown_cell` and shared by the cells that show the same."""

    text: str
    bold: bool = False
    ruled: bool = False
    breaks: tuple[int, ...] = ()
    indent: int = 0
    number: bool = False


def shown_cell(
    text: str,
    *,
    bold: bool = False,
    ruled: bool = False,
    indent: int = 0,
    number: bool = False,
) -> Shown:
    """A cell's text, cleaned and on one line; spaces before it set it in as an indent does."""
    if text[:1] == " " and not indent:
        indent = min((len(text) - len(text.lstrip(" "))) // 2, 15)
    if "\n" in text or "\r" in text:
        text, breaks = joined(text.splitlines())
        return Shown(text, bold, ruled, breaks, indent)
    return Shown(clean(text), bold, ruled, (), indent, number)


_QUOTED: Final = 80  # letters
_MOST_COVERED: Final = 2_000  # rows or columns of a merged cell that may be hidden
_MOST_MOVED: Final = 5_000  # merged cells of a sheet


def drawn_text(text: str, place: Place | None = None) -> Omission:
    """What a text box over the cells says, which is no cell's text."""
    text = clean(text)
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return Omission(
        f"kotak teks di atas sel tidak dibaca sebagai isi tabel: “{quoted}”.",
        f"a text box over the cells is not read as part of the table: “{quoted}”.",
        place,
    )


def broken_formula(sheet: str, row: int, column: int) -> Omission:
    """What is told of a cell whose formula shows an error; row and column count from 0."""
    cell = address(row, column)
    return Omission(
        f"rumus di sel {cell} pada lembar {sheet} rusak.",
        f"the formula in cell {cell} of sheet {sheet} is broken.",
        Place(sheet=sheet, cell=cell),
        "text",
    )


MOST_BROKEN: Final = 100  # formulas of one sheet that are told


class Merge(NamedTuple):
    """A merged range; rows and columns count from 0 and the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """The filled cells of one sheet by row and column from 0.

    ``ruled`` holds the rows in which any cell, be it empty, has a border.
    """

    name: str
    rows: Mapping[int, Mapping[int, Shown]]
    merges: tuple[Merge, ...] = ()
    ruled: AbstractSet[int] = frozenset()
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()
    omissions: tuple[Omission, ...] = ()


class Sheets:
    """Collects the rows of the sheets of one workbook."""

    def __init__(self, limits: Limits) -> None:
        """An empty collection."""
        self.rows: list[Row] = []
        self.omissions: list[Omission] = []
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._positions: dict[int, int] = {}
        self._cells = 0
        self._table = 0

    def add(self, sheet: Sheet) -> None:
        """The rows of one sheet, behind those of the sheets before it."""
        self.omissions.extend(sheet.omissions)
        kept: Mapping[int, Mapping[int, Shown]] = {
            number: _kept(row, sheet.hidden_columns)
            for number, row in sheet.rows.items()
            if number not in sheet.hidden_rows
        }
        if sheet.merges and (sheet.hidden_rows or sheet.hidden_columns):
            sheet, kept = _uncovered(sheet, kept)
        self._note_hidden(sheet, kept)
        used = {number: row for number, row in sorted(kept.items()) if row}
        if not used:
            return
        columns = self._columns(used)
        self._positions = {column: position for position, column in enumerate(columns)}
        spans = _spans(sheet, columns)
        blocks = _blocks(list(used), sheet.ruled)
        for block in blocks:
            self._table += 1
            flat = all(len(used[number]) == 1 for number in block)
            for number in block:
                self._row(sheet, number, used[number], columns, spans.get(number, {}), flat)

    def _columns(self, used: Mapping[int, Mapping[int, Shown]]) -> list[int]:
        """The columns of the rows: all between the first and the last, if not too many."""
        filled = sorted({column for row in used.values() for column in row})
        together = filled[-1] - filled[0] < self._limits.max_columns
        columns = list(range(filled[0], filled[-1] + 1)) if together else filled
        if len(columns) > self._limits.max_columns:
            raise too_much(f"{len(columns)} kolom", f"{len(columns)} columns")
        self._cells += len(columns) * len(used)
        if self._cells > self._limits.max_cells:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        return columns

    def _row(
        self,
        sheet: Sheet,
        number: int,
        cells: Mapping[int, Shown],
        columns: list[int],
        spans: dict[int, Span],
        flat: bool,
    ) -> None:
        if len(self.rows) >= self._limits.max_lines:
            most = self._limits.max_lines
            raise too_much(f"lebih dari {most} baris", f"more than {most} rows")
        if len(self.rows) % 256 == 0:
            self._deadline.check()
        texts = [""] * len(columns)
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        indents: dict[int, float] = {}
        numbers: set[int] = set()
        for column, cell in cells.items():
            position = self._positions[column]
            texts[position] = cell.text
            if cell.breaks:
                breaks[position] = cell.breaks
            if cell.bold:
                bold.add(position)
            if cell.indent:
                indents[position] = cell.indent * _STEP
            if cell.number:
                numbers.add(position)
        places = CellPlaces(sheet.name, number, columns)
        kind = _kind(cells, texts, bold, spans, flat, bool(sheet.ruled))
        line = len(self.rows) + 1
        self.rows.append(
            Row(
                tuple(texts), line, kind, self._table, places, spans, breaks, bold, indents, numbers
            )
        )

    def _note_hidden(self, sheet: Sheet, kept: Mapping[int, Mapping[int, Shown]]) -> None:
        """Say how many filled cells are hidden and therefore left out."""
        hidden = sum(map(len, sheet.rows.values())) - sum(map(len, kept.values()))
        if hidden:
            self.omissions.append(
                Omission(
                    f"{hidden} sel di baris atau kolom tersembunyi pada lembar {sheet.name} "
                    "tidak dibaca.",
                    f"{hidden} cells in hidden rows or columns of sheet {sheet.name} are not read.",
                    Place(sheet=sheet.name),
                )
            )


def _kept(row: Mapping[int, Shown], hidden: AbstractSet[int]) -> Mapping[int, Shown]:
    """The cells of a row that stand in visible columns."""
    if hidden.isdisjoint(row):
        return row
    return {column: cell for column, cell in row.items() if column not in hidden}


def _uncovered(
    sheet: Sheet, kept: Mapping[int, Mapping[int, Shown]]
) -> tuple[Sheet, Mapping[int, Mapping[int, Shown]]]:
    """The sheet and its visible cells, with the merged cells whose first cell is hidden.

    What such a cell holds is shown in what is left of it.
    """
    shown = dict(kept)
    merges = []
    moved = 0
    for merge in sheet.merges:
        if merge.top not in sheet.hidden_rows and merge.left not in sheet.hidden_columns:
            merges.append(merge)
            continue
        moved += 1
        rows = range(merge.top, min(merge.bottom, merge.top + _MOST_COVERED) + 1)
        columns = range(merge.left, min(merge.right, merge.left + _MOST_COVERED) + 1)
        top = next((row for row in rows if row not in sheet.hidden_rows), None)
        left = next((column for column in columns if column not in sheet.hidden_columns), None)
        cell = sheet.rows.get(merge.top, {}).get(merge.left)
        if moved > _MOST_MOVED or top is None or left is None or cell is None:
            continue
        shown[top] = {**shown.get(top, {}), left: cell}
        merges.append(merge._replace(top=top, left=left))
    return sheet._replace(merges=tuple(merges)), shown


def _spans(sheet: Sheet, columns: list[int]) -> dict[int, dict[int, Span]]:
    """The merged cells by row, then by position among the columns."""
    position = {column: at for at, column in enumerate(columns)}
    found: dict[int, dict[int, Span]] = {}
    for merge in sheet.merges:
        if merge.left in position:
            wide = bisect_right(columns, merge.right) - bisect_left(columns, merge.left)
            span = Span(max(1, wide), merge.bottom - merge.top + 1)
            found.setdefault(merge.top, {})[position[merge.left]] = span
    return found


def _blocks(numbers: list[int], ruled: AbstractSet[int]) -> list[list[int]]:
    """The filled rows, parted where rows without text and borders stand between them."""
    blocks: list[list[int]] = []
    for number in numbers:
        before = blocks[-1][-1] if blocks else None
        if before is not None and all(gap in ruled for gap in range(before + 1, number)):
            blocks[-1].append(number)
        else:
            blocks.append([number])
    return blocks


def _kind(
    cells: Mapping[int, Shown],
    texts: list[str],
    bold: set[int],
    spans: dict[int, Span],
    flat: bool,
    has_rules: bool,
) -> RowKind:
    """A lone text outside borders is a line or heading; inside, a heading only across the table."""
    if len(cells) != 1:
        return "table"
    (cell,) = cells.values()
    position = next(at for at, text in enumerate(texts) if text)
    if flat or (has_rules and not cell.ruled):
        return "heading" if cell.bold else "line"
    across = spans.get(position, Span(1, 1)).columns
    return "heading" if position in bold and across * 2 > len(texts) else "table"


def address(row: int, column: int) -> str:
    """The name of a cell, ``B7``, from its row and column from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
