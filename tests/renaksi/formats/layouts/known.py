"""A known document: what it says, and how it is laid out, before any format.

Plans are drawn from the nomenclature for offices of twenty-six fields; a layout shows
some of their levels and cells. ``more`` holds what the truth of a plain plan has no place for:
actuals, money by quarter, other years.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from tests.renaksi.formats.layouts.grids import Column
from tests.renaksi.formats.papers import Doc, Laid
from tests.renaksi.variants.front import _codes
from tests.renaksi.variants.paper import BLANK, Lines, Piece
from tests.renaksi.variants.pieces import Pieces, number_plan
from tests.renaksi.variants.plans import draw_plan
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import (
    MISSING,
    QUARTERS,
    Element,
    Key,
    Truth,
    Value,
    value_of,
)

OUTCOMES = ("goal", "objective")
WORK = ("program", "activity", "subactivity")
ROMAN = ("I", "II", "III", "IV")
NAMINGS = {
    "Trw I": ("Trw I", "Trw II", "Trw III", "Trw IV"),
    "TW 1": ("TW 1", "TW 2", "TW 3", "TW 4"),
    "Triwulan I": ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"),
    "B03": ("B03", "B06", "B09", "B12"),
}


class Known(NamedTuple):
    """What one plan of a document says."""

    truth: Truth
    more: dict[Key, Value]
    kind: str | None = None


class Document(NamedTuple):
    """A document with the plans that it holds."""

    plans: list[Known]
    doc: Doc


class Sketch:
    """One plan while its document is being laid out."""

    def __init__(
        self,
        rng: Random,
        levels: Sequence[str],
        change: Callable[[Style], None] | None = None,
        layout: str = "list",
    ) -> None:
        """Draw a plan and keep these levels of it."""
        self.rng = rng
        style = Style(rng, layout)
        style.borders, style.headings, style.br, style.bold = "tabs", "plain", False, False
        style.unit, style.units_on_outcomes, style.unit_in_value = True, True, False
        style.form, style.year, style.budget, style.note = "columns", True, False, False
        style.leaf, style.outcomes_apart, style.no_column = False, False, False
        if change is not None:
            change(style)
        self.style = style
        self.truth, self.office = draw_plan(rng, style)
        keep(self.truth, levels)
        number_plan(self.truth, style)
        self.make = Pieces(self.truth, style)
        self.more: dict[Key, Value] = {}
        self.doc: Doc = []

    @property
    def elements(self) -> list[Element]:
        """The elements that the document shows."""
        return self.truth.elements

    def title(self, *lines: str, year: bool = True) -> None:
        """The lines on top: what it is, whose, of which year."""
        words = {
            "year": self.truth.year,
            "office": self.office.name,
            "OFFICE": self.office.name.upper(),
            "regency": self.office.regency,
            "REGENCY": self.office.regency.upper(),
        }
        said = [line.format(**words) for line in lines]
        bold = "heading" if self.rng.random() < 0.5 else ""
        self.doc.append(Lines(*[Piece(line, bold) for line in said]))
        regency = any("regency" in line.lower() for line in lines)
        self.truth.organisation_codes = _codes(self.office, regency)
        self.truth.title = said[0]
        if not year:
            self.truth.year = None

    def lines(self, *texts: str) -> None:
        """Lines of running text."""
        words = {"office": self.office.name, "regency": self.office.regency}
        said = [text.format(year=self.truth.year, **words) for text in texts]
        self.doc.append(Lines(*map(Piece, said)))

    def document(self, kind: str | None = None) -> Document:
        """The document, which holds this one plan."""
        return Document([self.known(kind)], self.doc)

    def known(self, kind: str | None = None) -> Known:
        """What the document says of this plan."""
        for i, element in enumerate(self.elements):
            element.budget = self.more.pop((i, -1, "budget.year"), None)
        return Known(self.truth, self.more, kind)

    # -- rows ---------------------------------------------------------------------------

    def pairs(self, levels: Sequence[str] = (*OUTCOMES, *WORK)) -> list[tuple[int, int]]:
        """Every element of these levels with each of its indicators; -1 where it has none."""
        return [
            (i, r)
            for i, element in enumerate(self.elements)
            if element.level in levels
            for r in (range(len(element.rows)) or (-1,))
        ]

    # -- columns ------------------------------------------------------------------------

    def name(self, head: str, looks: Callable[[int], Laid] | None = None) -> Column:
        """The column of names."""
        if looks is not None:
            return Column((head,), lambda i, _: looks(i), "element")
        return Column((head,), lambda i, _: self.make.element(i), "element")

    def number(self, head: str) -> Column:
        """A column of numbers: the style must say that there is one."""
        return Column((head,), lambda i, _: self.make.number(i), "element")

    def code(self, head: str) -> Column:
        """A column of official codes."""
        return Column((head,), lambda i, _: self.make.code(i), "element")

    def indicator(self, head: str) -> Column:
        """The column of indicators."""
        return Column((head,), lambda i, r: self.make.indicator(i, r) if r >= 0 else BLANK)

    def unit(self, head: str) -> Column:
        """The column of units."""
        return Column((head,), lambda i, r: self.make.unit(i, r) if r >= 0 else BLANK)

    def target(self, field: str, *head: str) -> Column:
        """A column of the truth's own cells: a quarter or the year."""
        return Column(head, lambda i, r: self.make.value(i, r, field) if r >= 0 else BLANK)

    def other(self, field: str, *head: str) -> Column:
        """A column of other cells of an indicator, such as ``actuals.q1`` or ``targets.y2024``."""

        def cell(i: int, r: int) -> Piece:
            value = self.more.get((i, r, field), MISSING)
            return Piece(value.text or "", "value", ((i, r, field),))

        return Column(head, cell)

    def money(self, field: str, *head: str) -> Column:
        """A column of rupiah of an element, such as ``budget.q1``: printed on its first row."""

        def cell(i: int, r: int) -> Piece:
            value = self.more.get((i, -1, field), MISSING)
            return Piece(value.text or "", "money", ((i, -1, field),)) if r <= 0 else BLANK

        return Column(head, cell)

    def blank(self, *head: str) -> Column:
        """A column in which nothing that counts is printed."""
        words = ("Sekretariat", "Bidang I", "Kasubag Umum", "")
        return Column(head, lambda *_: Piece(self.rng.choice(words), "note"), "element")


def keep(truth: Truth, levels: Sequence[str]) -> None:
    """Leave the elements of other levels out; children go to the nearest that is kept."""
    elements = truth.elements
    kept = [i for i, element in enumerate(elements) if element.level in levels]
    place = {i: n for n, i in enumerate(kept)}

    def above(i: int | None) -> int | None:
        while i is not None and i not in place:
            i = elements[i].parent
        return None if i is None else place[i]

    parents = [above(elements[i].parent) for i in kept]
    truth.elements = [elements[i] for i in kept]
    for element, parent in zip(truth.elements, parents, strict=True):
        element.parent = parent


def without(sketch: Sketch, fields: Sequence[str]) -> None:
    """Take cells out of every indicator that this document has no columns for."""
    for element in sketch.elements:
        for row in element.rows:
            for field in fields:
                row.cells.pop(field, None)


def actual_of(rng: Random, target: Value, *, dash: str) -> Value:
    """What may have been reached of a target, written as it is."""
    if target.state != "set" or target.value is None:
        return value_of(dash) if rng.random() < 0.5 else target
    chance = rng.random()
    if chance < 0.5:
        return target
    if chance < 0.6:
        return value_of("0" + ("%" if (target.text or "").endswith("%") else ""))
    number = max(1, int(float(target.value) * rng.choice((0.5, 0.8, 0.9, 1.1))))
    mark = "%" if (target.text or "").endswith("%") else ""
    return value_of(f"{number}{mark}")


def rupiah(rng: Random, style: int, *, share: int | None = None) -> Value:
    """A sum of money, written in one of three ways."""
    amount = share if share is not None else rng.randint(1200, 980000) * rng.choice((500, 1000))
    text = f"{amount:,}".replace(",", ".")
    text = (text, f"{text},00", f"Rp {text}")[style]
    return Value("set", str(amount), text)


def quarters_of(names: Sequence[str]) -> list[tuple[str, str]]:
    """Each quarter's key with its name in a header."""
    return list(zip(QUARTERS, names, strict=True))
