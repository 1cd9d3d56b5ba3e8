"""One sheet's shown cells as rows of a document, whichever format they came from.

Borders tell the table from the lines around it, blank rows part tables, hidden rows and
columns are left out and said so, and columns that hold nothing at all are dropped only where
a sheet is too wide.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from renaksi.model import Place
from renaksi.readers.cells import clean, joined
from renaksi.readers.document import Omission, Row, RowKind, Span
from renaksi.readers.limits import Deadline, Limits, too_much


class Shown(NamedTuple):
    """What one cell shows."""

    text: str
    bold: bool = False
    ruled: bool = False


class Merge(NamedTuple):
    """A merged range; rows and columns count from 0 and the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """The cells of one sheet by row and column from 0.

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
        self._cells = 0
        self._table = 0

    def add(self, sheet: Sheet) -> None:
        """The rows of one sheet, behind those of the sheets before it."""
        self.omissions.extend(sheet.omissions)
        kept = {
            number: {c: cell for c, cell in row.items() if c not in sheet.hidden_columns and cell.text.strip()}
            for number, row in sheet.rows.items()
            if number not in sheet.hidden_rows
        }  # fmt: skip
        self._note_hidden(sheet, kept)
        used = {number: row for number, row in sorted(kept.items()) if row}
        if not used:
            return
        columns = self._columns(used)
        spans = _spans(sheet, columns)
        blocks = _blocks(list(used), sheet.ruled)
        for block in blocks:
            self._table += 1
            flat = all(len(used[number]) == 1 for number in block)
            for number in block:
                self._row(sheet, number, used[number], columns, spans.get(number, {}), flat)

    def _columns(self, used: Mapping[int, Mapping[int, Shown]]) -> list[int]:
        """The columns that rows are made of: all between the first and the last, if not too many."""
        filled = sorted({column for row in used.values() for column in row})
        columns = list(range(filled[0], filled[-1] + 1))
        if len(columns) > self._limits.max_columns:
            columns = filled
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
        texts: list[str] = []
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        for position, column in enumerate(columns):
            cell = cells.get(column)
            if cell is None:
                texts.append("")
                continue
            if "\n" in cell.text or "\r" in cell.text:
                text, ends = joined(cell.text.splitlines())
                if ends:
                    breaks[position] = ends
            else:
                text = clean(cell.text)
            texts.append(text)
            if cell.bold:
                bold.add(position)
        if not any(texts):
            return
        places = tuple([Place(sheet=sheet.name, cell=address(number, c)) for c in columns])
        kind = _kind(cells, texts, bold, spans, flat, bool(sheet.ruled))
        self.rows.append(
            Row(tuple(texts), len(self.rows) + 1, kind, self._table, places, spans, breaks, bold)
        )

    def _note_hidden(self, sheet: Sheet, kept: Mapping[int, Mapping[int, Shown]]) -> None:
        """Say how many filled cells are hidden and therefore left out."""
        total = sum(bool(cell.text.strip()) for row in sheet.rows.values() for cell in row.values())
        hidden = total - sum(map(len, kept.values()))
        if hidden:
            self.omissions.append(
                Omission(
                    f"{hidden} sel di baris atau kolom tersembunyi pada lembar {sheet.name} "
                    "tidak dibaca.",
                    f"{hidden} cells in hidden rows or columns of sheet {sheet.name} are not read.",
                    Place(sheet=sheet.name),
                )
            )


def _spans(sheet: Sheet, columns: list[int]) -> dict[int, dict[int, Span]]:
    """The merged cells by row, then by position among the columns."""
    position = {column: at for at, column in enumerate(columns)}
    found: dict[int, dict[int, Span]] = {}
    for merge in sheet.merges:
        if merge.left in position:
            wide = sum(merge.left <= column <= merge.right for column in columns)
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
