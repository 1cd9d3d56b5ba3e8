"""Pieces of one document: how its elements, indicators, units and quarters are printed.

Also numbers them: numbering is part of the printing, not of the plan.
"""

from __future__ import annotations

from tests.renaksi.variants.paper import BLANK, Cells, Piece, blanks
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import MISSING, QUARTERS, Truth

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_OUTCOME_LABELS = {"goal": "Tujuan", "objective": "Sasaran"}
_OUTCOMES = frozenset(_OUTCOME_LABELS)


def number_plan(truth: Truth, style: Style) -> None:
    """Give elements and indicators the numbers that the document prints."""
    counts: dict[int | None, int] = {}
    running = 0
    for i, element in enumerate(truth.elements):
        n = counts[element.parent] = counts.get(element.parent, 0) + 1
        running += element.level == "subactivity"
        number = _number(truth, style, element.level, element.parent, n)
        if style.leaf and style.no_column:
            # One number for each row, and only sub-activities have rows.
            number = str(running) if element.level == "subactivity" else None
        element.number = number
        if style.code:
            element.codes = element.codes[:1]
        several = len(element.rows) > 1
        for k, row in enumerate(element.rows, start=1):
            always = style.indicator_numbers == "always"
            numbered = always or (several and style.indicator_numbers == "several")
            row.number = str(k) if numbered else None
            if row.unit_in_values:
                # ``3 Dokumen`` states a unit, though no column does: either reading is right.
                truth.also[i, k - 1, "unit"] = {row.unit_in_values}


def _number(truth: Truth, style: Style, level: str, parent: int | None, n: int) -> str | None:
    if style.numbering == "none":
        return None
    if style.numbering == "tree":
        above = "" if parent is None else f"{truth.elements[parent].number}."
        return f"{above}{n}"
    outcome = level in _OUTCOME_LABELS
    if outcome and style.outcome_labels and not style.no_column:
        return None
    if style.numbering == "mixed":
        if outcome:
            return _ROMAN[n - 1] if level == "goal" else str(n)
        return {"program": chr(64 + n), "activity": str(n), "subactivity": chr(96 + n)}[level]
    if level == "program" and style.layout == "cascade" and style.programs == "apart":
        return "1"
    return str(n)


class Pieces:
    """Makes the pieces of one truth in one style."""

    def __init__(self, truth: Truth, style: Style) -> None:
        self.truth = truth
        self.style = style

    def element(self, i: int) -> Piece:
        """Number and name of an element, as its cell prints them."""
        element = self.truth.elements[i]
        style = self.style
        text = element.name
        label = _OUTCOME_LABELS.get(element.level)
        if label and style.outcome_labels:
            text = f"{label} : {text}"
        if style.bold and element.level in {"goal", "program"}:
            text = f"**{text}**"
        facts = [(i, -1, "name")]
        if element.number is not None and not style.no_column:
            mark = "" if style.numbering == "tree" else style.number_mark
            text = f"{element.number}{mark} {text}"
            facts.append((i, -1, "number"))
        return Piece(text, "element", tuple(facts))

    def number(self, i: int) -> Piece:
        """The number in a column of its own."""
        number = self.truth.elements[i].number
        return Piece(number, "no", ((i, -1, "number"),)) if number else BLANK

    def code(self, i: int) -> Piece:
        """The official code in its column, in the style of four or of two digits."""
        code = self.truth.elements[i].codes[0]
        if code is None:
            return BLANK
        head, _, last = code.rpartition(".")
        if self.style.code == "2" and len(last) == 4 and int(last) < 100:
            code = f"{head}.{int(last):02d}"
        return Piece(code, "code", ((i, -1, "code"),))

    def indicator(self, i: int, r: int) -> Piece:
        """Number and text of an indicator."""
        row = self.truth.elements[i].rows[r]
        facts = [(i, r, "name")]
        text = row.name or ""
        if row.number is not None:
            text = f"{row.number}{self.style.number_mark} {text}"
            facts.append((i, r, "number"))
        return Piece(text, "indicator", tuple(facts))

    def unit(self, i: int, r: int) -> Piece:
        """The unit, blank where the document states none."""
        unit = self.truth.elements[i].rows[r].unit
        return Piece(unit, "unit", ((i, r, "unit"),)) if unit else BLANK

    def value(self, i: int, r: int, field: str) -> Piece:
        """One quarter (or the year), blank where nothing is printed."""
        value = self.truth.elements[i].rows[r].cells.get(field, MISSING)
        return Piece(value.text or "", "value", ((i, r, field),)) if value.text else BLANK

    def budget(self, i: int) -> Piece:
        """The rupiah set aside for an element, blank where it has none."""
        budget = self.truth.elements[i].budget
        return Piece(budget.text or "", "note", ((i, -1, "budget"),)) if budget else BLANK

    def quarters_in_cell(self, i: int, r: int) -> Piece:
        """All four quarters with their labels in one cell."""
        style = self.style
        row = self.truth.elements[i].rows[r]
        parts = []
        facts = []
        for label, field in zip(style.quarters, QUARTERS, strict=True):
            value = row.cells.get(field, MISSING)
            parts.append(f"{label}{style.cell_mark}{value.text or ''}".rstrip())
            if value.text:
                facts.append((i, r, field))
        return Piece(("<br>" if style.br else " ").join(parts), "quarters", tuple(facts))

    def block(self, i: int, *, unit: bool) -> list[Cells]:
        """The rows of one element in a block: name, indicator, unit, and its quarters."""
        rows: list[Cells] = []
        element = self.truth.elements[i]
        if not element.rows:
            return [[self.element(i), BLANK, *self._unit(BLANK, unit), *blanks(self.quarter_width)]]
        for r in range(len(element.rows)):
            name = self.element(i) if r == 0 else BLANK
            start = [name, self.indicator(i, r), *self._unit(self.unit(i, r), unit)]
            rows += self._quartered(start, i, r)
        return rows

    def _unit(self, piece: Piece, unit: bool) -> Cells:
        return [piece] if unit else []

    @property
    def quarter_width(self) -> int:
        """Columns that the quarters take in a block."""
        if self.style.form == "stacked":
            return 2
        if self.style.form == "cell":
            return 1
        return 5 if self.style.year else 4

    def _quartered(self, start: Cells, i: int, r: int) -> list[Cells]:
        style = self.style
        if style.form == "cell":
            return [[*start, self.quarters_in_cell(i, r)]]
        values = [self.value(i, r, field) for field in QUARTERS]
        if style.form == "columns":
            year = [self.value(i, r, "year")] if style.year else []
            return [[*start, *year, *values]]
        labels = [
            Piece(label, "label", ((i, r, f"label {q}"),))
            for label, q in zip(style.quarters, QUARTERS, strict=True)
        ]
        rows = [[*start, labels[0], values[0]]]
        rows += [[*blanks(len(start)), labels[k], values[k]] for k in (1, 2, 3)]
        return rows


def block_heads(style: Style, *, unit: bool, text: str | None = None) -> list[Cells]:
    """The header of one block; two rows where the quarters stand in a row of their own."""
    words = style.words
    start = [text or words["text"], words["indicator"]] + ([words["unit"]] if unit else [])
    if style.form == "columns":
        year = [words["year"]] if style.year else []
        if not style.split_header:
            return [heads(*start, *year, *style.quarters)]
        top = heads(*start, *year, words["target"], "", "", "")
        return [top, heads(*[""] * (len(start) + len(year)), *style.quarters)]
    return [heads(*start, words["target"], *([""] if style.form == "stacked" else []))]


def heads(*texts: str) -> Cells:
    """A row of a header."""
    return [Piece(text, "head") if text else BLANK for text in texts]
