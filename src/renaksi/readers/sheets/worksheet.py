"""One worksheet of an .xlsx file: its cells as they are shown, merges, hidden rows and columns.

The stream of tags is walked once. Cells are placed by their own references, so a wrong
declared dimension loses nothing, and only cells that are there cost anything.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.model import Place
from renaksi.readers.document import Omission
from renaksi.readers.limits import Deadline, Limits, check_cell, too_much
from renaksi.readers.sheets.conditions import hidden_cells
from renaksi.readers.sheets.expat import End, Start, Text, parse
from renaksi.readers.sheets.grid import MOST_BROKEN, Merge, Sheet, Shown, broken_formula, shown_cell
from renaksi.readers.sheets.number_format import shown
from renaksi.readers.sheets.regular import parted, regular_rows, unescaped
from renaksi.readers.sheets.strings import RichText, SharedStrings, written
from renaksi.readers.sheets.styles import PLAIN, CellStyle
from renaksi.readers.sheets.voids import VoidCells
from renaksi.readers.void import Void

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})")
_LETTERS: Final = re.compile(r"[A-Z]{1,3}")
_LAST_ROW: Final = 1_048_575
_LAST_COLUMN: Final = 16_383
_NUMERIC: Final = frozenset({"", "n"})
_ZERO: Final = re.compile(r"-?0*(?:\.0*)?(?:[eE][+-]?\d+)?")
_NO_ZEROS: Final = (b'showZeros="0"', b'showZeros="false"')
_MOST_KNOWN: Final = 100_000
_TRUTH: Final = {"1": "TRUE", "0": "FALSE"}


class Worksheet:
    """Reads the part of one sheet."""

    def __init__(
        self,
        strings: SharedStrings,
        styles: list[CellStyle],
        limits: Limits,
        *,
        from_1904: bool,
        hiding: frozenset[int] = frozenset(),
    ) -> None:
        """With the strings and styles that all sheets of the workbook share."""
        self._strings = strings.texts
        self._void_strings = strings.voids
        self._styles = styles
        self._limits = limits
        self._from_1904 = from_1904
        self._deadline = Deadline(limits.max_seconds)
        self._rows: dict[int, dict[int, Shown]] = {}
        self._merges: list[Merge] = []
        self._ruled: set[int] = set()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._hidden_mask = 0  # a bit for each column, since ranges may overlap without end
        self._columns: dict[str, int] = {}
        self._known: dict[tuple[str, str, str], Shown] = {}
        self._voids = VoidCells()
        self._rich: RichText | None = None  # of a cell that holds a text of its own in runs
        self._blank = 0
        self._hides_zeros = False
        self._hiding = hiding
        self._unsolved = 0
        self._errors: list[tuple[int, int]] = []
        self._filled = 0
        self._row = self._column = -1
        self._row_text = ""
        self._cells: dict[int, Shown] = {}

    def read(self, data: bytes, name: str) -> Sheet:
        """The sheet ``name`` in the bytes of its part."""
        self._hides_zeros = any(mark in data for mark in _NO_ZEROS)
        regular = parted(data)
        if regular is not None and self._regular(regular[1]):
            data = regular[0]
        else:
            self._rows, self._ruled, self._hidden_rows = {}, set(), set()
            self._errors, self._unsolved, self._filled = [], 0, 0
            self._voids, self._blank = VoidCells(), 0
        parse(data, "Excel", *self._stream())
        for row, column in hidden_cells(data, self._hiding, self._rows) if self._hiding else ():
            del self._rows[row][column]
            self._blank += 1
        if self._hidden_mask:
            bits = f"{self._hidden_mask:b}"[::-1]
            self._hidden_columns.update(at for at, bit in enumerate(bits) if bit == "1")
        return Sheet(
            name, self._rows, tuple(self._merges), self._ruled,
            self._hidden_rows, self._hidden_columns, self._omissions(name),
        )  # fmt: skip

    def _regular(self, text: str) -> bool:
        """Read data written in the regular way; False, with nothing promised, where it is not."""
        for row in regular_rows(text):
            if row is None:
                return False
            attributes, cells = row
            self._begin_row(attributes)
            known, columns, kept = self._known, self._columns, self._cells
            for letters, number, style, kind, formula, raw in cells:
                if "&" in raw and (kind != "str" or "&#" in raw):
                    return False
                column = columns.get(letters)
                cell = known.get((style, kind, raw))
                if column is None or cell is None or formula or kind == "e" or cell.ruled:
                    value = unescaped(raw) if "&" in raw else raw
                    self._cell(letters + number, (style, kind, value), formula=bool(formula))
                    kept = self._cells
                elif number != self._row_text:
                    return False
                elif cell.text:
                    kept[column] = cell
        return True

    # -- the stream -----------------------------------------------------------------------

    def _stream(self) -> tuple[Start, End, Text]:
        """What is done at each tag and text. Called for every cell, so it is kept short."""
        reference: str | None = None
        style = kind = raw = ""
        reading = formula = False

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal reference, style, kind, raw, reading, formula
            if name == "c":
                reference = attributes.get("r")
                style = attributes.get("s", "")
                kind = attributes.get("t", "")
                raw, formula = "", False
            elif name == "v" or name == "t":
                reading = True
            elif name == "f":
                formula = True
            elif name == "rPh":
                reading = False
            else:
                self._other(name, attributes)

        def end(name: str) -> None:
            nonlocal reading
            if name == "c":
                self._cell(reference, (style, kind, raw), formula=formula)
            reading = False

        def text(part: str) -> None:
            nonlocal raw
            if reading:
                raw += self._rich.added(part) if self._rich else part

        return start, end, text

    def _other(self, name: str, attributes: dict[str, str]) -> None:
        """The tags around the cells."""
        if name == "row":
            self._begin_row(attributes)
        elif name in ("r", "strike", "vertAlign"):
            self._rich = self._rich or RichText()
            self._rich.mark(name, attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
            first, last = max(first - 1, 0), min(last, _LAST_COLUMN + 1)
            if first < last:
                self._hidden_mask |= (1 << last) - (1 << first)

    def _end_rich(self, rich: RichText) -> str:
        """The end of a cell whose text is written in runs: what counts of it."""
        self._rich = None
        rich.end_run()
        for void in rich.voids:
            self._voids.add(self._row, self._column, void)
        return rich.text

    # -- rows and cells -------------------------------------------------------------------

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = _whole(attributes.get("r"))
        self._stand(min(number - 1 if number else self._row + 1, _LAST_ROW))
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self._hidden_rows.add(self._row)

    def _stand(self, row: int) -> None:
        """Cells from here on stand in this row."""
        self._filled += len(self._cells)
        if self._filled > self._limits.max_cells:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        if row % 256 == 0:
            self._deadline.check()
        self._row, self._row_text = row, str(row + 1)
        self._cells = self._rows.setdefault(row, {})

    def _cell(self, reference: str | None, key: tuple[str, str, str], *, formula: bool) -> None:
        """The end of a cell: place it and keep what it shows."""
        column = self._column + 1
        if reference is not None:
            letters = reference.removesuffix(self._row_text)
            column = self._columns.get(letters, -1)
            if column < 0:
                column = self._find(reference)
        self._column = column
        if self._rich is not None:
            key = (*key[:2], self._end_rich(self._rich))
        cell = self._known.get(key)
        if cell is None:
            cell = self._met(key, column)
        if cell.ruled:
            self._ruled.add(self._row)
        if cell.text:
            self._cells[column] = cell
            if key[1] == "e":
                self._errors.append((self._row, column))
        elif formula and not key[2] and key[1] in _NUMERIC:  # a text may be empty
            self._unsolved += 1

    def _find(self, reference: str) -> int:
        """The column of a reference that is met for the first time or names another row."""
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            return min(self._column + 1, _LAST_COLUMN)
        row = min(int(match[2]) - 1, _LAST_ROW)
        if row != self._row:
            self._stand(row)
        return self._columns.setdefault(match[1], _column(match[1]))

    def _met(self, key: tuple[str, str, str], column: int) -> Shown:
        """What a cell shows that is met for the first time, or that holds what does not count."""
        cell, voids = self._shown(*key)
        check_cell(cell.text, self._limits)
        if not voids and len(self._known) < _MOST_KNOWN:
            self._known[key] = cell
        for void in voids:
            if void.kind == "hidden":
                self._blank += 1
            else:
                self._voids.add(self._row, column, void)
        return cell

    def _shown(self, style_index: str, kind: str, raw: str) -> tuple[Shown, tuple[Void, ...]]:
        """What a cell shows, and what it holds that does not count."""
        index = _whole(style_index)
        style = self._styles[index] if index < len(self._styles) else PLAIN
        text = self._worded(raw, kind, style)
        voids: tuple[Void, ...] = ()
        is_number = kind in _NUMERIC
        if kind == "s" and self._void_strings:
            voids = self._void_strings.get(_whole(raw), ())
        if style.struck and text.strip():
            text, voids = "", (Void("struck", text), *voids)
        elif raw and self._is_blank(raw, kind, style, text):
            text, voids = "", (Void("hidden", raw),)
        cell = shown_cell(
            text, bold=style.bold, ruled=style.ruled, indent=style.indent, number=is_number
        )
        return cell, voids

    def _is_blank(self, raw: str, kind: str, style: CellStyle, text: str) -> bool:
        """Whether a cell that holds something shows nothing: by its format, or a zero."""
        if kind in _NUMERIC:
            return not text.strip() or (self._hides_zeros and _ZERO.fullmatch(raw) is not None)
        return bool(text) and style.format.count(";") == 3 and style.format.endswith(";")

    def _worded(self, raw: str, kind: str, style: CellStyle) -> str:
        if not raw:
            return ""
        if kind == "s":
            index = _whole(raw)
            return self._strings[index] if index < len(self._strings) else ""
        if kind == "b":
            return _TRUTH.get(raw, raw)
        if kind in ("str", "inlineStr", "e"):
            return written(raw)
        if kind == "d":
            return raw.partition("T")[0]
        return shown(raw, style.format, from_1904=self._from_1904)

    def _merge(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match is None or len(self._merges) >= self._limits.max_cells:
            return
        left, top, right, bottom = match.groups()
        merge = Merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        if merge.top <= merge.bottom and merge.left <= merge.right:
            self._merges.append(merge)

    def _omissions(self, name: str) -> tuple[Omission, ...]:
        """Formulas whose result the file does not hold, and results that are errors."""
        place = Place(sheet=name)
        hidden = self._hidden_rows, self._hidden_columns
        found = list(self._voids.omissions(name, self._rows, *hidden))
        if self._blank:
            found.append(
                Omission(
                    f"{self._blank} sel pada lembar {name} tidak menampilkan isinya (format angka, "
                    "format bersyarat, atau nol yang disembunyikan) dan tidak dibaca.",
                    f"{self._blank} cells of sheet {name} do not show what they hold (by their "
                    "number format, a conditional format, or zeros that are hidden) and are not "
                    "read.",
                    place,
                )
            )
        if self._unsolved:
            found.append(
                Omission(
                    f"{self._unsolved} rumus pada lembar {name} tidak menyimpan hasilnya; buka di "
                    "Excel dan simpan ulang.",
                    f"{self._unsolved} formulas of sheet {name} hold no result; open it in Excel "
                    "and save it anew.",
                    place,
                )
            )
        found.extend(
            broken_formula(name, row, column) for row, column in self._errors[:MOST_BROKEN]
        )
        return tuple(found)


def column_of(letters: str) -> int | None:
    """The column from 0 of its letters; None where they are none."""
    return _column(letters) if _LETTERS.fullmatch(letters) else None


def _column(letters: str) -> int:
    """The column from 0 of its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return min(number - 1, _LAST_COLUMN)


def _whole(text: str | None) -> int:
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else 0
