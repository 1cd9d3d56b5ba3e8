"""From drafts to the immutable plan, with its ids, codes, cells and findings."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from renaksi.diagnostics import Diagnostic, Words
from renaksi.interpret import findings
from renaksi.interpret.drafts import RANK, DraftCell, DraftElement, DraftRow, Note
from renaksi.interpret.parents import Matches
from renaksi.interpret.proposals import propose
from renaksi.interpret.vocabulary import UNITS, counts_things, is_number_of, measures_amounts
from renaksi.model import Cell, Element, Indicator, maker, reading_order
from renaksi.patterns import pattern
from renaksi.quantity import Convention, Quantity, convention_of, in_ones, parse, plain, show
from renaksi.quarter import QUARTERS

_ENDS_IN_ZERO: Final = pattern(r"\d{1,3}\.\d\d0(?:\s.*)?")
_LAST_BRACKET: Final = pattern(r"\(([^()]{1,30})\)$")
_cell: Final = maker(Cell)
_PREFIX: Final = {
    "goal": "T",
    "objective": "S",
    "program": "P",
    "activity": "K",
    "subactivity": "SK",
}


class Builder:
    """Builds the elements of a plan from an outline and gives notes their ids."""

    def __init__(self, elements: list[DraftElement], matches: Matches) -> None:
        """Nothing is built yet."""
        self._drafts = elements
        self._matches = matches
        self._with_units = {
            element.level for element in elements for row in element.rows if row.unit is not None
        }
        self._ids: dict[int, str] = {}
        self._indexes: dict[int, int] = {}
        self._quarters = _quarters_of(elements)
        self.notes: list[Note] = []

    def elements(self) -> tuple[Element, ...]:
        """The elements in document order."""
        counts: dict[str, int] = {}
        # A parent has a lower rank than its children, but may stand behind them in the document.
        for draft in sorted(self._drafts, key=lambda draft: RANK[draft.level]):
            above = f"{self._ids[draft.parent.order]}." if draft.parent is not None else ""
            stem = above + _PREFIX[draft.level]
            counts[stem] = counts.get(stem, 0) + 1
            self._ids[draft.order] = f"{stem}{counts[stem]}"
        return tuple(self._element(draft) for draft in self._drafts)

    def diagnostics(self, notes: list[Note]) -> tuple[Diagnostic, ...]:
        """The notes as diagnostics, in document order."""
        made = [
            Diagnostic(
                note.rule,
                note.params,
                self._ids[note.element.order] if note.element is not None else None,
                self._indexes.get(id(note.row)) if note.row is not None else None,
                note.cell,
                note.place,
            )
            for note in notes
        ]
        order = reading_order(note.place for note in notes)
        return tuple(sorted(made, key=lambda each: (order(each.where), each.rule.code)))

    def _element(self, draft: DraftElement) -> Element:
        match = self._matches.get(draft.order)
        rows = [row for row in draft.rows if row.name or row.unit or row.values or row.actuals]
        for index, row in enumerate(rows):
            self._indexes[id(row)] = index
        code = match.code if match else None
        if match is not None and code is None:
            shared = {"name": draft.name or "", "code": match.entry.code}
            self.notes.append(Note(findings.CODE_SHARED, shared, draft, "code", draft.place))
        return Element(
            id=self._ids[draft.order],
            level=draft.level,
            name=draft.name,
            number=draft.number,
            code=code,
            code_basis=match.basis if match and code else None,
            code_score=match.score if match and code else None,
            code_printed=draft.code_printed if draft.code_printed != code else None,
            parent=self._ids[draft.parent.order] if draft.parent is not None else None,
            source=draft.place,
            sources=tuple(draft.places) if len(draft.places) > 1 else (),
            heading=_other_words(draft),
            indicators=tuple([self._indicator(draft, row) for row in rows]),
            budget=self._cells(draft, None, draft.budget) if draft.budget else {},
            spending=self._cells(draft, None, draft.spending) if draft.spending else {},
        )

    def _indicator(self, element: DraftElement, row: DraftRow) -> Indicator:
        self._take_unit(row)
        targets = self._cells(element, row, row.values)
        self._note_losses(element, row)
        proposal = propose(row.name, row.unit, targets)
        return Indicator(
            name=row.name,
            number=row.number,
            unit=row.unit,
            direction=proposal.direction,
            accumulation=proposal.accumulation,
            confirm=proposal.confirm,
            basis=proposal.basis,
            targets=targets,
            actuals=self._cells(element, row, row.actuals) if row.actuals else {},
            source=row.place,
            sources=tuple(row.places) if len(row.places) > 1 else (),
        )

    def _take_unit(self, row: DraftRow) -> None:
        """A unit that stands in the values (*3 Dokumen*) or ends the text (*… (orang)*)."""
        if row.unit is not None:
            return
        cells = [*row.values.values(), *row.actuals.values()]
        amounts = [cell.quantity for cell in cells if cell.quantity.state == "set"]
        units = {each.unit for each in amounts if each.unit or each.percent}
        if len(units) == 1:
            row.unit = units.pop()
        bracketed = _LAST_BRACKET.search(row.name or "") if row.unit is None else None
        if bracketed and bracketed[1].casefold() in UNITS:
            row.unit = bracketed[1]

    def _cells(
        self, element: DraftElement, row: DraftRow | None, drafts: dict[str, DraftCell]
    ) -> dict[str, Cell]:
        cells: dict[str, Cell] = {}
        for key in sorted(drafts):
            quantity, place = drafts[key].quantity, drafts[key].place
            if quantity.ambiguous:
                quantity = self._decided(element, row, key, drafts)
            if quantity.unit is not None and row is not None:
                quantity = in_ones(quantity, row.unit)
            cells[key] = _cell(
                (quantity.state, quantity.value, quantity.text, place, None, None, None)
            )
        return cells

    def _decided(
        self,
        element: DraftElement,
        row: DraftRow | None,
        key: str,
        beside: dict[str, DraftCell],
    ) -> Quantity:
        """A figure that reads both ways, as what stands beside it and the document write theirs."""
        draft = beside[key]
        money = element.budget if beside is not element.budget else {}
        convention = (
            convention_of(_texts(beside))
            or _convention_by_sum(beside)
            or (_convention_by_unit(row, draft.quantity, beside) if row is not None else None)
            or self._written[0]
            or convention_of(_texts(money))  # of the same row
            or self._written[1]
        )
        quantity = parse(draft.quantity.text, convention)
        if quantity.ambiguous and quantity.value is not None:
            params = {"text": quantity.text or "", "value": show(quantity.value)}
            about = row or element
            self.notes.append(Note(findings.NUMBER_AMBIGUOUS, params, about, key, draft.place))
        return quantity

    @cached_property
    def _written(self) -> tuple[Convention | None, Convention | None]:
        """How the document writes its targets, and where these do not tell, its rupiah."""
        rows = (row.values for element in self._drafts for row in element.rows)
        texts = [text for cells in rows for text in _texts(cells)]
        if convention_of(texts) is not None:
            return convention_of(texts, clearly=True), None
        money = (cells for each in self._drafts for cells in (each.budget, each.spending))
        return None, convention_of(
            (text for cells in money for text in _texts(cells)), clearly=True
        )

    def _note_losses(self, element: DraftElement, row: DraftRow) -> None:
        """Say what the paper lost of a row: its text, its unit, its quarters."""
        name = row.name or element.name or ""
        if row.name is None:
            lost: dict[str, str | Words] = {"element": f"“{element.name or element.heading or ''}”"}
            self.notes.append(Note(findings.NAME_LOST, lost, row, "name", row.place))
        if row.unit is None and (
            row.has_unit_column
            or (
                element.level in self._with_units and not (row.is_without_units or _is_percent(row))
            )
        ):
            self.notes.append(Note(findings.UNIT_LOST, {"name": name}, row, "unit", row.place))
        if row.valueless or set(row.values) == {"year"}:
            return
        for quarter in self._quarters:
            if quarter not in row.values:
                params = {"name": name} | findings.quarter_param(quarter)
                self.notes.append(Note(findings.TARGET_LOST, params, row, quarter, row.place))


def _quarters_of(elements: list[DraftElement]) -> tuple[str, ...]:
    """The quarters of which a document has targets: all, none, or those that it reports on.

    A report on a quarter, or up to one, has no others.
    """
    found: set[str] = set()
    rows = [row for element in elements for row in element.rows]
    for row in rows:
        found.update(key for key in row.values if key in QUARTERS)
        if len(found) == len(QUARTERS):
            return QUARTERS
    reported = {key for row in rows for key in row.actuals if key in QUARTERS}
    if found and found != reported:
        return QUARTERS
    return tuple(key for key in QUARTERS if key in found)


def _is_percent(row: DraftRow) -> bool:
    """Whether a row's own values say that they are percentages."""
    return any(cell.quantity.percent for cell in row.values.values())


def _texts(cells: dict[str, DraftCell]) -> list[str]:
    """The figures of some cells as they are printed."""
    return [cell.quantity.text or "" for cell in cells.values()]


def _convention_by_unit(
    row: DraftRow, quantity: Quantity, beside: dict[str, DraftCell]
) -> Convention | None:
    """The convention under which a figure is a whole number, where its unit counts things.

    Of an amount nobody writes a fraction that ends in a zero (*12.500 Ton*).
    """
    unit = row.unit or quantity.unit
    if measures_amounts(unit):
        return "id" if any(map(_ENDS_IN_ZERO.fullmatch, _texts(beside))) else None
    if not counts_things(unit) and not is_number_of(row.name, unit):
        return None
    whole: list[Convention] = []
    conventions: tuple[Convention, ...] = ("id", "en")
    for convention in conventions:
        value = parse(quantity.text, convention).value
        if value is not None and "." not in plain(value):
            whole.append(convention)
    return whole[0] if len(whole) == 1 else None


def _convention_by_sum(cells: dict[str, DraftCell]) -> Convention | None:
    """The convention under which the year's figure is what its quarters make, if just one is."""
    year = cells.get("year")
    if year is None or not year.quantity.ambiguous:
        return None
    conventions: tuple[Convention, ...] = ("id", "en")
    fitting: list[Convention] = []
    for convention in conventions:
        target = parse(year.quantity.text, convention).value
        read = [
            parse(cells[key].quantity.text, convention).value for key in QUARTERS if key in cells
        ]
        known = [value for value in read if value is not None]
        if known and target in (sum(known), known[-1], max(known)):
            fitting.append(convention)
    return fitting[0] if len(fitting) == 1 else None


def _other_words(draft: DraftElement) -> str | None:
    """The heading of an element where it names it in other words than its row."""
    if draft.heading is None or draft.name is None:
        return draft.heading
    return None if draft.heading.casefold().endswith(draft.name.casefold()) else draft.heading
