"""An OpenDocument spreadsheet: its cells hold the very text that they show.

Rows and cells may claim to be repeated a million times; what is empty costs nothing, and what is
filled counts against the limits.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import Document, Omission
from renaksi.readers.limits import Deadline, Limits, check_cell, too_much
from renaksi.readers.parts import Parts, locked
from renaksi.readers.raised import is_mark
from renaksi.readers.sheets.expat import parse
from renaksi.readers.sheets.grid import (
    MOST_BROKEN,
    Merge,
    Sheet,
    Sheets,
    Shown,
    broken_formula,
    drawn_text,
    shown_cell,
)
from renaksi.readers.sheets.voids import VoidCells
from renaksi.readers.void import Void

_KIND: Final = "OpenDocument"
_LAST: Final = 1_048_575
_MOST_COLUMNS: Final = 16_384
_LONGEST_NAME: Final = 255
_HIDDEN: Final = frozenset({"collapse", "filter"})
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_DRAWINGS: Final = frozenset({"frame", "custom-shape", "rect", "caption", "line", "g"})


def read_spreadsheet(data: bytes, limits: Limits) -> Document:
    """The visible sheets of a spreadsheet as one document."""
    parts = Parts(data, limits, _KIND)
    manifest = parts.read_if_there("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise locked(_KIND)
    reader = _Spreadsheet(limits)
    parse(parts.read("content.xml"), _KIND, reader.start, reader.end, reader.text)
    return Document(tuple(reader.sheets.rows), tuple(reader.sheets.omissions))


_MARGIN: Final = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)(cm|mm|in|pt)")
_STEPS: Final = {"cm": 2.83, "mm": 0.283, "in": 7.2, "pt": 0.1}
_MOST_STEPS: Final = 15


class _Spreadsheet:
    """Collects sheets from the stream of a content part."""

    def __init__(self, limits: Limits) -> None:
        self.sheets = Sheets(limits)
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._bold: set[str] = set()
        self._indents: dict[str, int] = {}
        self._ruled_styles: set[str] = set()
        self._unseen_tables: set[str] = set()
        self._struck_styles: set[str] = set()
        self._raised_styles: set[str] = set()
        self._style = ""
        self._skipping = 0  # inside a comment or drawing, which the cell does not show
        self._is_drawing = False
        self._drawn = ""
        self._depth = 0  # tables within tables are part of their cell
        self._clear("")

    def _clear(self, name: str) -> None:
        """Begin a sheet."""
        self._name = name
        self._rows: dict[int, dict[int, Shown]] = {}
        self._merges: list[Merge] = []
        self._ruled: set[int] = set()
        self._hidden_rows: set[int] = set()
        self._is_hidden_row = False
        self._hidden_columns: set[int] = set()
        self._row = self._column = 0
        self._row_repeats = 1
        self._cells: dict[int, Shown] = {}
        self._lines: list[str] | None = None
        self._cell: dict[str, str] = {}
        self._columns = 0
        self._voids = VoidCells()
        self._errors: list[Omission] = []
        self._parts: list[Void] = []  # what does not count of the cell
        self._spans: list[str] = []  # the runs of text that are open: how they are marked
        self._marked = ""
        self._seen = True
        self._filled = 0

    # -- the stream -----------------------------------------------------------------------

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name in ("annotation", "shapes"):
            self._skipping += 1
        elif self._lines is not None and name in _DRAWINGS:
            self._skipping, self._is_drawing = 1, True
        elif name in _CELLS:
            self._cell = attributes
            self._lines = [] if name == "table-cell" else None
        elif self._lines is not None:
            self._inside_cell(self._lines, name, attributes)
        elif name == "table-row":
            self._cells = {}
            self._column = 0
            self._row_repeats = _whole(attributes.get("table:number-rows-repeated"), 1)
            self._is_hidden_row = attributes.get("table:visibility") in _HIDDEN
        elif name == "table-column":
            count = _whole(attributes.get("table:number-columns-repeated"), 1)
            if attributes.get("table:visibility") in _HIDDEN:
                last = min(self._columns + count, _MOST_COLUMNS)
                self._hidden_columns.update(range(self._columns, last))
            self._columns += count
        elif name == "table":
            self._clear(attributes.get("table:name", "")[:_LONGEST_NAME])
            self._seen = attributes.get("table:style-name", "") not in self._unseen_tables
        else:
            self._styles(name, attributes)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            if self._is_drawing and not self._skipping:
                self._end_drawing()
        elif name == "span":
            self._end_marked()
            del self._spans[-1:]
        elif name in _CELLS:
            self._end_cell()
        elif name == "table-row" and self._lines is None:
            self._end_row()
        elif name == "table" and self._lines is None:
            self._end_table()

    def text(self, part: str) -> None:
        if self._is_drawing:
            self._drawn += part
        elif self._lines and not self._skipping:
            if self._spans and self._spans[-1]:
                self._marked += part
            else:
                self._lines[-1] += part

    # -- what the tags mean ---------------------------------------------------------------

    def _styles(self, name: str, attributes: dict[str, str]) -> None:
        """The automatic styles of cells and sheets."""
        if name == "style":
            self._style = attributes.get("style:name", "")
            parent = attributes.get("style:parent-style-name", "")
            for held in (self._bold, self._ruled_styles, self._struck_styles):
                if parent in held:
                    held.add(self._style)
        elif name == "text-properties":
            self._text_style(attributes)
        elif name == "paragraph-properties":
            self._indents[self._style] = _steps(attributes.get("fo:margin-left", ""))
        elif name == "table-cell-properties":
            borders = [value for key, value in attributes.items() if key.startswith("fo:border")]
            if any(value != "none" for value in borders):
                self._ruled_styles.add(self._style)
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self._unseen_tables.add(self._style)

    def _text_style(self, attributes: dict[str, str]) -> None:
        """Whether a style is bold, struck out or raised."""
        if attributes.get("fo:font-weight") == "bold":
            self._bold.add(self._style)
        through = {attributes.get(f"style:text-line-through-{of}") for of in ("style", "type")}
        if "none" in through:
            self._struck_styles.discard(self._style)
        elif through != {None}:
            self._struck_styles.add(self._style)
        if attributes.get("style:text-position", "").startswith("super"):
            self._raised_styles.add(self._style)

    def _inside_cell(self, lines: list[str], name: str, attributes: dict[str, str]) -> None:
        """Paragraphs and line breaks begin lines; runs of spaces are one."""
        if name in ("p", "h", "line-break"):
            lines.append("")
        elif name in ("s", "tab") and lines:
            lines[-1] += " "
        elif name == "span":
            self._end_marked()
            outer = self._spans[-1] if self._spans else ""
            style = attributes.get("text:style-name", "")
            is_struck, is_raised = style in self._struck_styles, style in self._raised_styles
            self._spans.append(outer or ("struck" if is_struck else "raised" * is_raised))

    def _end_drawing(self) -> None:
        if self._drawn.strip():
            self.sheets.omissions.append(drawn_text(self._drawn, Place(sheet=self._name)))
        self._is_drawing, self._drawn = False, ""

    def _end_cell(self) -> None:
        attributes = self._cell
        repeats = _whole(attributes.get("table:number-columns-repeated"), 1)
        style = attributes.get("table:style-name", "")
        ruled = style in self._ruled_styles
        text = "\n".join(self._lines or ())
        self._lines = None
        if self._parts or (text and style in self._struck_styles):
            text = self._counted(text, style)
        if ruled and self._row <= _LAST:
            self._ruled.add(self._row)
        if text.strip():
            check_cell(text, self._limits)
            if attributes.get("calcext:value-type") == "error" and len(self._errors) < MOST_BROKEN:
                self._errors.append(broken_formula(self._name, self._row, self._column))
            if repeats > self._limits.max_columns:
                raise too_much(f"{repeats} kolom", f"{repeats} columns")
            cell = shown_cell(
                text, bold=style in self._bold, ruled=ruled, indent=self._indents.get(style, 0)
            )
            self._cells.update((self._column + n, cell) for n in range(repeats))
        columns = _whole(attributes.get("table:number-columns-spanned"), 1)
        rows = _whole(attributes.get("table:number-rows-spanned"), 1)
        if columns > 1 or rows > 1:
            right, bottom = self._column + columns - 1, self._row + rows - 1
            self._merges.append(Merge(self._row, self._column, bottom, right))
        self._column += repeats

    def _end_marked(self) -> None:
        """What stood in a run that is struck out or raised counts or does not."""
        marked, self._marked = self._marked, ""
        if not marked or not self._lines:
            return
        if self._spans[-1] == "struck":
            self._parts.append(Void("struck", marked))
        elif is_mark(marked, self._lines[-1]):
            self._parts.append(Void("mark", marked))
        else:
            self._lines[-1] += marked

    def _counted(self, text: str, style: str) -> str:
        """What counts of a cell of which a part or all does not."""
        if style in self._struck_styles:
            self._parts.append(Void("struck", text))
            text = ""
        for void in self._parts:
            self._voids.add(self._row, self._column, void)
        self._parts = []
        return text

    def _end_row(self) -> None:
        if self._cells:
            self._deadline.check()
            repeats = min(self._row_repeats, self._limits.max_lines + 1)
            self._filled += repeats * len(self._cells)
            if self._filled > self._limits.max_cells or repeats > self._limits.max_lines:
                most = self._limits.max_cells
                raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
            self._rows.update((self._row + n, self._cells) for n in range(repeats))
            if self._is_hidden_row:
                self._hidden_rows.update(range(self._row, self._row + repeats))
        self._row += self._row_repeats

    def _end_table(self) -> None:
        if not self._seen:
            self.sheets.omissions.append(
                Omission(
                    f"lembar {self._name} tersembunyi dan tidak dibaca.",
                    f"sheet {self._name} is hidden and is not read.",
                )
            )
            return
        self.sheets.add(
            Sheet(
                self._name,
                self._rows,
                tuple(self._merges),
                self._ruled,
                self._hidden_rows,
                self._hidden_columns,
                (
                    *self._errors,
                    *self._voids.omissions(
                        self._name, self._rows, self._hidden_rows, self._hidden_columns
                    ),
                ),
            )
        )


def _whole(text: str | None, otherwise: int) -> int:
    if text and text.isascii() and text.isdigit() and len(text) < 10:
        return max(1, int(text))
    return otherwise


def _steps(margin: str) -> int:
    """A margin such as ``0.35cm`` in the steps by which sheets set texts in."""
    match = _MARGIN.fullmatch(margin)
    return min(round(float(match[1]) * _STEPS[match[2]]), _MOST_STEPS) if match else 0
