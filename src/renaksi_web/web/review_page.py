"""The review page as its templates need it: source lines, the cascade, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from renaksi.diagnostics import Diagnostic
from renaksi.model import LEVELS, Cell, Element, Place
from renaksi.quarter import CELLS, QUARTERS
from renaksi.render.words import cell_keys, cell_name
from renaksi_web.plans.anchors import names, spot
from renaksi_web.plans.cells import shown_cell
from renaksi_web.plans.review.sheet import Row, Sheet
from renaksi_web.plans.review.source import names_of
from renaksi_web.plans.review.tasks import Fill, Finding, Review
from renaksi_web.web.answers import language
from renaksi_web.web.original_page import Back, Original, shown
from renaksi_web.web.wording import LEVEL_NAMES


class ShownCell(NamedTuple):
    """One target: its key and name, what is written, and where it stands.

    ``lost`` says that the paper should hold something here; ``field`` is its input's name.
    """

    key: str
    name: str
    field: str
    text: str
    lost: bool
    spot: str


class ShownRow(NamedTuple):
    """One indicator of the cascade."""

    key: str
    row: Row
    cells: tuple[ShownCell, ...]
    spot: str
    corrected: bool


class ShownElement(NamedTuple):
    """One element of the cascade with its depth and rows."""

    element: Element
    level: Any
    depth: int
    spot: str
    rows: tuple[ShownRow, ...]
    loose: bool


class ShownNote(NamedTuple):
    """One sentence about one spot."""

    key: str
    sentence: str
    severity: str
    code: str
    spot: str


class Page:
    """Everything of one import under review, computed once."""

    def __init__(
        self, original: Mapping[str, Any], sheet: Sheet, before: Sheet, review: Review
    ) -> None:
        """The document, the sheet as corrected and as it was read, and what is open."""
        self.sheet, self.review = sheet, review
        self._original = original
        self._places = list(self._all_places())
        self._names = names_of(original, self._places)
        told = cell_keys(row.indicator.targets for row in sheet.rows)
        others = tuple(key for key in told if key not in QUARTERS)
        self._columns = (*QUARTERS, *others) if {*told} & {*QUARTERS} or not told else others
        self._before = {row.key: row for row in before.rows}
        self.elements = tuple(self._elements())

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The columns of targets that the document has, each with its name."""
        return [(key, cell_name(key, language())) for key in self._columns]

    def editable(self, row: Row) -> tuple[ShownCell, ...]:
        """The targets that a correction may set: the quarters and the year."""
        return tuple(self._cell(key, row.indicator.target(key)) for key in CELLS)

    def original(self) -> Original:
        """The document beside, each spot with the row that was read from it."""
        return shown(self._original, self._places, self._backs())

    def _all_places(self) -> Iterable[Place | None]:
        """Every place that the interpretation or a finding speaks of."""
        for element in self.sheet.plan.elements:
            yield from (element.source, *element.sources)
        for row in self.sheet.rows:
            yield from (row.indicator.source, *row.indicator.sources)
            yield from (cell.place for cell in row.indicator.targets.values())
        yield from (diagnostic.where for diagnostic, _ in self.review.notes)
        for finding in (*self.review.tasks.doubts, *self.review.repaired):
            yield finding.diagnostic.where
        for fill in self.review.tasks.fills:
            yield fill.findings[0].diagnostic.where

    def _backs(self) -> dict[str, Back]:
        """For each spot what was read there: a target before its row, a row before its element."""
        backs: dict[str, Back] = {}

        def tell(place: Place | None, target: str, words: str) -> None:
            for name in names(place)[:1]:
                backs.setdefault(name, Back(target, words))

        for row in self.sheet.rows:
            called_ = row.indicator.name or _("(teks hilang)")
            for key, cell in row.indicator.targets.items():
                words = f"{called_}, {cell_name(key, language())}: {shown_cell(cell)}"
                tell(cell.place, f"r-{row.key}", words)
        for row in self.sheet.rows:
            for place in (row.indicator.source, *row.indicator.sources):
                tell(place, f"r-{row.key}", row.indicator.name or _("(teks hilang)"))
        for element in self.sheet.plan.elements:
            for place in (element.source, *element.sources):
                tell(place, f"e-{element.id}", called(element))
        return backs

    def element_name(self, element_id: str) -> str:
        """An element as a person calls it."""
        element = self.sheet.element(element_id)
        return called(element) if element else ""

    def shown(self, row: Row) -> ShownRow:
        """One row with its cells."""
        only_year = _only_year(row)
        cells = tuple(self._cell(key, row.indicator.target(key)) for key in self._columns)
        cells = tuple(cell._replace(lost=cell.lost and not only_year) for cell in cells)
        known = self._before.get(row.key)
        corrected = known is None or known.indicator != row.indicator
        return ShownRow(row.key, row, cells, spot(row.indicator.source, self._names), corrected)

    def fills(self) -> list[dict[str, Any]]:
        """The cards of rows that lost something."""
        return [self._fill(fill) for fill in self.review.tasks.fills]

    def notes(self, findings: Iterable[Finding]) -> list[ShownNote]:
        """Findings of reading as sentences."""
        return [self._note(f.key, f.diagnostic) for f in findings]

    def checks(self) -> list[ShownNote]:
        """What the checks say, the serious ones first."""
        order = {"error": 0, "warning": 1, "info": 2}
        notes = [self._note("", diagnostic) for diagnostic, _ in self.review.notes]
        return sorted(notes, key=lambda note: order[note.severity])

    def doubts(self) -> list[dict[str, Any]]:
        """Doubtful spots, each with the row or element that a correction would open."""
        return [
            {
                **self._note(f.key, f.diagnostic)._asdict(),
                "keys": [f.key],
                "row": f.row and f.row.key,
                "element": f.element,
            }
            for f in self.review.tasks.doubts
        ]

    def ways(self) -> list[ShownRow]:
        """Rows whose direction or accumulation is in doubt."""
        return [self.shown(row) for row in self.review.tasks.ways]

    def same(self) -> list[dict[str, Any]]:
        """Questions of sameness with their rows and the answer that is likely."""
        return [
            {
                "key": question.key,
                "name": question.rows[0].indicator.name,
                "likely": "same" if question.alike else "apart",
                "rows": [
                    {"shown": self.shown(row), "on": self.sheet.element(row.element)}
                    for row in question.rows
                ],
            }
            for question in self.review.tasks.same
        ]

    def _fill(self, fill: Fill) -> dict[str, Any]:
        element = self.sheet.element(fill.row.element)
        return {
            "shown": self.shown(fill.row),
            "element": element,
            "level": LEVEL_NAMES[element.level] if element else "",
            "findings": [finding.key for finding in fill.findings],
            "missing": fill.missing,
            "cells": [cell for cell in self.editable(fill.row) if cell.key in fill.missing],
            "spot": spot(fill.findings[0].diagnostic.where, self._names),
        }

    def _note(self, key: str, diagnostic: Diagnostic) -> ShownNote:
        return ShownNote(
            key,
            diagnostic.message(language()),
            diagnostic.rule.severity,
            diagnostic.rule.code,
            spot(diagnostic.where, self._names),
        )

    def _cell(self, key: str, cell: Cell) -> ShownCell:
        return ShownCell(
            key,
            cell_name(key, language()),
            f"t_{key}",
            shown_cell(cell),
            cell.state == "missing" and key in QUARTERS,
            spot(cell.place, self._names),
        )

    def _elements(self) -> Iterable[ShownElement]:
        rows: dict[str, list[ShownRow]] = {}
        for row in self.sheet.rows:
            rows.setdefault(row.element, []).append(self.shown(row))
        for element, depth in walk(self.sheet.plan.elements):
            yield ShownElement(
                element,
                LEVEL_NAMES[element.level],
                depth,
                spot(element.source, self._names),
                tuple(rows.get(element.id, ())),
                element.parent is None and element.level not in LEVELS[:1],
            )


def _only_year(row: Row) -> bool:
    """Whether the paper states a target of the year alone, so that no quarter is lost."""
    stated = {key for key, cell in row.indicator.targets.items() if cell.state != "missing"}
    return bool(stated) and not stated & {*QUARTERS}


def walk(elements: Iterable[Element]) -> list[tuple[Element, int]]:
    """Elements from the top down, each before those under it, with their depth."""
    below: dict[str | None, list[Element]] = {}
    for element in elements:
        below.setdefault(element.parent, []).append(element)
    walked: list[tuple[Element, int]] = []
    waiting = [(element, 0) for element in reversed(below.get(None, []))]
    while waiting:
        element, depth = waiting.pop()
        walked.append((element, depth))
        waiting.extend((child, depth + 1) for child in reversed(below.get(element.id, [])))
    return walked


def called(element: Element) -> str:
    """An element as a person calls it: level, number, name."""
    parts = (str(LEVEL_NAMES[element.level]), element.number or "", element.name or "")
    return " ".join(part for part in parts if part)
