"""A reading told in full in plain lines, the form in which the plans of `tests/cases/offices` are written.

    title TITLE LINE
    office NAME [CODE]
    year 2024
    LEVEL NUMBER CODE | name                          indentation = parent
        budget ~; ~; ~; ~; year Rp 1.000 {1000}       rupiah, where the document has any
      * NUMBER | indicator | unit | TW I; TW II; TW III; TW IV; year TAHUN
          actuals TW I; TW II; TW III; TW IV          where the document has any

``-`` stands for a number, code or unit that the document does not state, and, as a value, for the
dash that it prints. ``~`` is a missing value that reading does not doubt, ``?`` a missing one
that it flags (an error or a warning names it or its row), ``!`` follows what was read and is
flagged. Words are quoted (``"WTP"``). A value is the number that its text says in the Indonesian
way; where it is not plain (``5.835 unit``, ``0.14``) braces tell it. What reading could place
nowhere ends the telling, one ``left`` each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from renaksi.diagnostics import Diagnostic
from renaksi.interpret import Reading
from renaksi.model import Cell, Element, Indicator, Place, Plan

QUARTERS = ("q1", "q2", "q3", "q4")
CASES = Path(__file__).resolve().parents[2] / "cases" / "offices"

_PLAIN = re.compile(r"(?:Rp\.? ?)?(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?(?:,-)? ?(?:%|[A-Za-z/ ]+)?")


class _Doubts:
    """The warnings and errors of reading, by what they name."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.named: dict[tuple[str | None, int | None], set[str | None]] = {}
        self.loose: list[Diagnostic] = []
        for found in diagnostics:
            if found.rule.kind != "reading" or found.rule.severity == "info":
                continue
            if found.element is None:
                self.loose.append(found)
            else:
                self.named.setdefault((found.element, found.indicator), set()).add(found.cell)

    def of(self, element: str, indicator: int | None, cell: str) -> bool:
        return cell in self.named.get((element, indicator), ())

    def of_all(self, element: str, indicator: int | None) -> bool:
        return None in self.named.get((element, indicator), ())


def told(reading: Reading) -> str:
    """The whole reading."""
    plan, doubts = reading.plan, _Doubts(reading.diagnostics)
    lines = _head(plan)
    lines.extend(_tree(plan.elements, None, 0, doubts))
    for found in doubts.loose:
        lines.append(f"left {found.params.get('text', found.rule.slug)}")
    return "\n".join(lines) + "\n"


def _tree(
    elements: tuple[Element, ...], parent: str | None, depth: int, doubts: _Doubts
) -> Iterator[str]:
    """The elements below a parent, in the order of the document."""
    for element in elements:
        if element.parent == parent:
            yield from ("  " * depth + line for line in _element(element, doubts))
            yield from _tree(elements, element.id, depth + 1, doubts)


def _head(plan: Plan) -> list[str]:
    office = plan.organisation
    code = f" [{office.code}]" if office and office.code else ""
    kind = [] if plan.kind == "action_plan" else [f"kind {plan.kind}"]
    return [
        f"title {plan.title or '-'}",
        f"office {office.name if office else '-'}{code}",
        f"year {plan.year or '-'}",
        *kind,
        "",
    ]


def _element(element: Element, doubts: _Doubts) -> list[str]:
    id = element.id
    mark = "!" if doubts.of_all(id, None) else ""
    level = element.level + ("!" if doubts.of(id, None, "level") else "")
    name = element.name or ("?" if doubts.of(id, None, "name") else "-")
    lines = [f"{mark}{level} {element.number or '-'} {element.code or '-'} | {name}"]
    if element.heading and element.heading != element.name:
        lines.append(f"    heading {element.heading}")
    for word, cells in (("budget", element.budget), ("spending", element.spending)):
        if cells:
            lines.append(f"    {word} {_cells(cells, id, None, doubts, always=False)}")
    for index, indicator in enumerate(element.indicators):
        lines.extend(f"  {line}" for line in _indicator(indicator, id, index, doubts))
    return lines


def _indicator(indicator: Indicator, id: str, index: int, doubts: _Doubts) -> list[str]:
    mark = "!" if doubts.of_all(id, index) else ""
    words = [
        text + ("!" if doubts.of(id, index, field) else "")
        if text
        else ("?" if doubts.of(id, index, field) or mark else "-")
        for field, text in (("name", indicator.name), ("unit", indicator.unit))
    ]
    targets = _cells(indicator.targets, id, index, doubts)
    lines = [f"*{mark} {indicator.number or '-'} | {' | '.join(words)} | {targets}"]
    if indicator.actuals:
        lines.append(f"    actuals {_cells(indicator.actuals, id, None, doubts)}")
    return lines


def _cells(
    cells: Mapping[str, Cell], id: str, index: int | None, doubts: _Doubts, *, always: bool = True
) -> str:
    keys = QUARTERS if always or any(key in cells for key in QUARTERS) else ()
    shown = [_cell(cells.get(key, Cell("missing")), doubts.of(id, index, key)) for key in keys]
    for key, cell in sorted(cells.items(), key=lambda item: (len(item[0]), item[0])):
        if key not in QUARTERS and (cell.state != "missing" or doubts.of(id, index, key)):
            shown.append(f"{key} {_cell(cell, doubts.of(id, index, key))}")
    return "; ".join(shown)


def _cell(cell: Cell, doubted: bool) -> str:
    if cell.state == "missing":
        return "?" if doubted else "~"
    text = cell.text or ""
    if cell.state == "text":
        text = f'"{text}"'
    elif cell.state == "set" and cell.value != plainly(text):
        text += f" {{{cell.value}}}"
    return text + ("!" if doubted else "")


def plainly(text: str) -> Decimal | None:
    """The number that a figure says in the Indonesian way, None where it is not plain."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    return Decimal(found[1].replace(".", "") + (f".{found[2]}" if found[2] else ""))


def places(plan: Plan) -> list[tuple[str, Place | None]]:
    """Every text that the plan holds, with the place that it names as its source."""
    found: list[tuple[str, Place | None]] = []
    for element in plan.elements:
        found.append((element.name or "", element.source))
        cells = [*element.budget.values(), *element.spending.values()]
        for row in element.indicators:
            found.append((row.name or "", row.source))
            cells += [*row.targets.values(), *row.actuals.values()]
        found += [(cell.text or "", cell.place) for cell in cells if cell.state != "missing"]
    return found


def expected(name: str) -> str:
    """The plan that a person read from a case's document, without its comments."""
    text = (CASES / f"{name}.plan.txt").read_text(encoding="utf-8")
    return re.sub(r"(?m)^ *#.*\n", "", text)
