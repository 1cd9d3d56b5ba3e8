"""A plan as its page shows it: a tree of elements with their indicators, and findings beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from renaksi.checks import check
from renaksi.diagnostics import SEVERITIES, Diagnostic
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.quantity import show
from renaksi.quarter import QUARTERS, ROMAN
from renaksi_web.plans.anchors import row_spot
from renaksi_web.plans.cells import shown_cell
from renaksi_web.plans.mapping import Loaded
from renaksi_web.plans.selectors import children_levels
from renaksi_web.web.answers import language
from renaksi_web.web.wording import DIRECTIONS, LEVEL_NAMES, SHORT_ACCUMULATIONS


class Note(NamedTuple):
    """One finding as a person reads it; ``field`` names the input that it speaks of."""

    sentence: str
    severity: str
    code: str
    field: str


class CellShown(NamedTuple):
    """One target, and for a percentage of a known base what it means there."""

    key: str
    label: str
    text: str
    lost: bool
    in_base: str


class IndicatorShown(NamedTuple):
    """One indicator with its row, its targets and what the checks say of it.

    ``way`` says how its quarters make a year, ``spot`` names its line in the document.
    """

    pk: int
    row: Any
    label: str
    unit: str
    cells: tuple[CellShown, ...]
    way: str
    spot: str
    notes: tuple[Note, ...]
    detailed: bool


class Node(NamedTuple):
    """One element with what stands on it and under it; ``adds`` may be added below it."""

    pk: int
    label: str
    level: str
    kind: str
    code: str
    adds: tuple[tuple[str, str], ...]
    indicators: tuple[IndicatorShown, ...]
    notes: tuple[Note, ...]
    children: list[Node]


def tree(loaded: Loaded) -> list[Node]:
    """The nodes at the top, each with those under it."""
    notes = notes_by_reference(loaded.plan)
    nodes = {element.id: _node(loaded, element, notes) for element in loaded.plan.elements}
    top: list[Node] = []
    for element in loaded.plan.elements:
        siblings = nodes[element.parent].children if element.parent in nodes else top
        siblings.append(nodes[element.id])
    return top


def _node(
    loaded: Loaded, element: Element, notes: dict[tuple[str | None, int | None], list[Note]]
) -> Node:
    indicators = tuple(
        _indicator(
            loaded.indicators[element.id, index],
            indicator,
            tuple(notes.get((element.id, index), ())),
        )
        for index, indicator in enumerate(element.indicators)
    )
    return Node(
        loaded.elements[element.id].pk,
        _label(element.number, element.name, _("(tanpa nama)")),
        str(LEVEL_NAMES[element.level]),
        element.level,
        element.code or "",
        tuple((level, str(LEVEL_NAMES[level])) for level in children_levels(element.level)[:1]),
        indicators,
        tuple(notes.get((element.id, None), ())),
        [],
    )


def _indicator(row: Any, indicator: Indicator, notes: tuple[Note, ...]) -> IndicatorShown:
    year = shown_cell(indicator.target("year"))
    return IndicatorShown(
        row.pk,
        row,
        _label(indicator.number, indicator.name, _("(teks hilang)")),
        indicator.unit or "—",
        tuple(_cell(key, indicator.target(key), row) for key in QUARTERS),
        " · ".join(filter(None, (year, *way(indicator)))),
        row_spot(row.source),
        notes,
        any((row.definition, row.calculation, row.data_source, row.responsible, row.assessed_by)),
    )


def _label(number: str | None, name: str | None, nameless: str) -> str:
    return f"{number or ''} {name or nameless}".strip()


def way(indicator: Indicator) -> list[str]:
    """How the quarters of an indicator make a year, and its direction where it is not usual."""
    words = [SHORT_ACCUMULATIONS[indicator.accumulation]]
    if indicator.direction != "higher":
        words.append(dict(DIRECTIONS)[indicator.direction])
    return [str(word) for word in words]


def notes_by_reference(plan: Plan) -> dict[tuple[str | None, int | None], list[Note]]:
    """The findings of the checks by element and indicator, the gravest first."""
    found: dict[tuple[str | None, int | None], list[Note]] = defaultdict(list)
    for diagnostic in sorted(check(plan), key=lambda d: SEVERITIES.index(d.rule.severity)):
        found[diagnostic.element, diagnostic.indicator].append(note_of(diagnostic))
    return found


def note_of(diagnostic: Diagnostic) -> Note:
    """A finding in the language of the page."""
    rule = diagnostic.rule
    return Note(diagnostic.message(language()), rule.severity, rule.code, _field(diagnostic))


def _field(diagnostic: Diagnostic) -> str:
    """The input beside which the finding stands, by what the rule is about."""
    cell = diagnostic.cell
    if cell in QUARTERS or cell == "year":
        return f"t_{cell}"
    if cell:
        return cell
    subjects = {"RA101": "name", "RA102": "unit", "RA407": "accumulation", "RA408": "direction"}
    if diagnostic.rule.code in subjects:
        return subjects[diagnostic.rule.code]
    if diagnostic.rule.code[2] in "46" or diagnostic.rule.code == "RA103":
        return "targets"
    return "name"


def severities(nodes: Iterable[Node]) -> Counter[str]:
    """How many findings of each severity stand in a tree."""
    found: Counter[str] = Counter()
    for node in nodes:
        found.update(note.severity for note in node.notes)
        for shown in node.indicators:
            found.update(note.severity for note in shown.notes)
        found += severities(node.children)
    return found


def _cell(key: str, cell: Cell, row: Any) -> CellShown:
    """A target with what it means in its base: ``10 % dari 19 desa = 1,9 desa``."""
    return CellShown(
        key, ROMAN[key], shown_cell(cell), cell.state == "missing", in_base(cell.value, row)
    )


def in_base(value: Decimal | None, row: Any) -> str:
    """What a percentage means in its base; "" where it has none."""
    if value is None or row.base_value is None:
        return ""
    lang = language()
    unit = row.base_unit
    part = show(value * row.base_value / 100, lang, 2)
    words = {"id": "dari", "en": "of"}[lang]
    return f"{show(value, lang)} % {words} {show(row.base_value, lang)} {unit} = {part} {unit}"
