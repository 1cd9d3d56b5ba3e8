"""From drafts to the immutable plan, with its ids, codes, cells and findings."""

from __future__ import annotations

from renaksi.diagnostics import Diagnostic
from renaksi.interpret import findings
from renaksi.interpret.drafts import DraftCell, DraftElement, DraftRow, Note
from renaksi.interpret.parents import Matches
from renaksi.interpret.proposals import propose
from renaksi.model import LEVELS, Cell, Element, Indicator, Place
from renaksi.quantity import Convention, convention_of, parse, show
from renaksi.quarter import QUARTERS

_PREFIX = {"goal": "T", "objective": "S", "program": "P", "activity": "K", "subactivity": "SK"}


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
        self._convention: Convention | None = None
        self._convention_known = False
        self._has_quarters = any(
            key in QUARTERS for element in elements for row in element.rows for key in row.values
        )
        self.notes: list[Note] = []

    def elements(self) -> tuple[Element, ...]:
        """The elements in document order."""
        counts: dict[str, int] = {}
        # By level: an official parent may stand further down in the document than its child.
        for draft in sorted(self._drafts, key=lambda draft: LEVELS.index(draft.level)):
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
        return tuple(sorted(made, key=_position))

    def _element(self, draft: DraftElement) -> Element:
        match = self._matches.get(draft.order)
        rows = [row for row in draft.rows if row.name or row.unit or row.values]
        for index, row in enumerate(rows):
            self._indexes[id(row)] = index
        code = match.code if match else None
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
            indicators=tuple(self._indicator(draft, row) for row in rows),
        )

    def _indicator(self, element: DraftElement, row: DraftRow) -> Indicator:
        targets = {
            key: self._cell(element, row, key, cell) for key, cell in sorted(row.values.items())
        }
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
            source=row.place,
            sources=tuple(row.places) if len(row.places) > 1 else (),
        )

    def _cell(self, element: DraftElement, row: DraftRow, key: str, draft: DraftCell) -> Cell:
        quantity = draft.quantity
        if quantity.ambiguous:
            texts = [cell.quantity.text or "" for cell in row.values.values()]
            convention = (
                convention_of(texts) or _convention_by_sum(row) or self._document_convention()
            )
            quantity = parse(quantity.text, convention)
            if quantity.ambiguous and quantity.value is not None:
                params = {"text": quantity.text or "", "value": show(quantity.value)}
                self.notes.append(
                    Note(findings.NUMBER_AMBIGUOUS, params, element, row, key, draft.place)
                )
        return Cell(quantity.state, quantity.value, quantity.text, draft.place)

    def _document_convention(self) -> Convention | None:
        if not self._convention_known:
            self._convention_known = True
            self._convention = convention_of(
                cell.quantity.text or ""
                for element in self._drafts
                for row in element.rows
                for cell in row.values.values()
            )
        return self._convention

    def _note_losses(self, element: DraftElement, row: DraftRow) -> None:
        """Say what the paper lost of a row: its text, its unit, its quarters."""
        name = row.name or element.name or ""
        if row.name is None:
            params = {"element": f"“{element.name or element.heading or ''}”"}
            self.notes.append(Note(findings.NAME_LOST, params, element, row, "name", row.place))
        if row.unit is None and element.level in self._with_units:
            self.notes.append(
                Note(findings.UNIT_LOST, {"name": name}, element, row, "unit", row.place)
            )
        if not self._has_quarters or row.valueless or set(row.values) == {"year"}:
            return
        for quarter in QUARTERS:
            if quarter not in row.values:
                params = {"name": name} | findings.quarter_param(quarter)
                self.notes.append(
                    Note(findings.TARGET_LOST, params, element, row, quarter, row.place)
                )


def _position(diagnostic: Diagnostic) -> tuple[int, int, str]:
    where = diagnostic.where or Place()
    return where.line or 0, where.column or 0, diagnostic.rule.code


def _convention_by_sum(row: DraftRow) -> Convention | None:
    """The convention under which an annual target is what its quarters make, if just one is."""
    year = row.values.get("year")
    if year is None or not year.quantity.ambiguous:
        return None
    conventions: tuple[Convention, ...] = ("id", "en")
    fitting: list[Convention] = []
    for convention in conventions:
        target = parse(year.quantity.text, convention).value
        read = [
            parse(row.values[key].quantity.text, convention).value
            for key in QUARTERS
            if key in row.values
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
