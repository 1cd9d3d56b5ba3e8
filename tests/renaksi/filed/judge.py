"""A reading beside its truth: each cell is right, told, silently wrong or absent.

*Told*: not right, and a finding of reading names its row or its figure. *Refused*: with the whole file. *Wrong*: another value stands in the plan and nothing says so, or a value that no page prints.
*Absent*: the plan has none, and nothing says so. *Doubted*: right, and a finding names it all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, NamedTuple

from renaksi.diagnostics import Diagnostic, Unreadable
from renaksi.interpret import Reading, read_bytes
from renaksi.model import Cell, Element
from tests.renaksi.filed.truth import Expected, Filed, TruthRow, amount

OUTCOMES: Final = (
    "cells", "right", "told", "refused", "wrong", "made up", "absent", "doubted",
)  # fmt: skip
_ALIKE: Final = 0.8  # a scan's own text has wrong letters
_NEAR: Final = 0.6


class PlanRow(NamedTuple):
    """A row of the plan, or an element with its rupiah alone (``indicator`` None)."""

    element: Element
    chain: tuple[str, ...]  # its name and those that it stands under
    indicator: int | None
    name: str
    unit: str | None
    cells: Mapping[tuple[str, str], Cell]


class Verdict(NamedTuple):
    """How many cells came out how, and a line for each that is not right."""

    counts: Counter[str]
    lines: list[str]


def verdict_on(document: Filed, path: Path) -> Verdict:
    """The verdict on a document as it is read from a file."""
    try:
        return judge(document, read_bytes(path.read_bytes()))
    except Unreadable as refusal:
        return refused(document, refusal.message("en"))


def judge(document: Filed, readings: tuple[Reading, ...]) -> Verdict:
    """The verdict on what was read of a document."""
    verdict = Verdict(Counter(), [])
    found = [d for reading in readings for d in reading.diagnostics]
    rows = [row for reading in readings for row in _plan_rows(reading)]
    claimed: set[tuple[int, str, str]] = set()
    used: set[int] = set()
    for truth in document.rows:
        for expected in truth.cells:
            at = _match(truth, rows, used, of_money=expected.kind in ("budget", "spending"))
            if at is not None and expected.kind not in ("budget", "spending"):
                used.add(at)
            row = rows[at] if at is not None else None
            _judge_cell(document.name, truth, expected, row, found, verdict)
            if row is not None:
                keys = (*expected.keys, "year") if _names_a_year(expected) else expected.keys
                claimed.update((id(row), expected.kind, key) for key in keys)
    for row in rows:
        for (kind, key), cell in row.cells.items():
            if (id(row), kind, key) not in claimed and cell.state not in (
                "missing",
                "not_scheduled",
            ):
                if not _is_told(cell.text or "", row, key, found):
                    _add(verdict, "made up", document.name, row.name, f"{kind} {key}", cell.text)
    return verdict


def refused(document: Filed, sentence: str) -> Verdict:
    """The verdict on a document that was refused with a sentence."""
    cells = sum(not cell.is_beside for row in document.rows for cell in row.cells)
    return Verdict(
        Counter({"refused": cells, "cells": cells}), [f"{document.name}: refused: {sentence}"]
    )


def _judge_cell(
    name: str, truth: TruthRow, expected: Expected, row: PlanRow | None,
    found: list[Diagnostic], verdict: Verdict,
) -> None:  # fmt: skip
    if expected.is_beside:
        return
    verdict.counts["cells"] += 1
    held = _held(row, expected)
    about = f"{truth.indicator or truth.element}"
    is_told = _is_told(expected.text, row, expected.keys[0], found)
    what = f"{expected.kind} {'/'.join(expected.keys)} {expected.text!r}"
    if held is not None and _is_same(expected, held):
        verdict.counts["right"] += 1
        verdict.counts["doubted"] += is_told
    elif is_told:
        _add(verdict, "told", name, about, what, held)
    elif held:
        _add(verdict, "wrong", name, about, what, held)
    else:
        _add(verdict, "absent", name, about, what, held)


def _add(verdict: Verdict, outcome: str, *words: str | None) -> None:
    verdict.counts[outcome] += 1
    verdict.lines.append(": ".join([words[0] or "", outcome, *(str(word) for word in words[1:])]))


def _names_a_year(expected: Expected) -> bool:
    return any(key.startswith("y2") for key in expected.keys)


def _held(row: PlanRow | None, expected: Expected) -> str | None:
    """What the plan has in a cell; the plan's own year may stand under its number."""
    if row is None:
        return None
    if expected.kind == "unit":
        return row.unit
    for key in (*expected.keys, *(["year"] if _names_a_year(expected) else [])):
        cell = row.cells.get((expected.kind, key))
        if cell is not None and cell.state != "missing":
            return f"={cell.value}" if cell.value is not None else (cell.text or "-")
    return None


def _is_same(expected: Expected, held: str) -> bool:
    number = amount(expected.text)
    if expected.kind == "unit" or number is None:
        return _bare(expected.text) == _bare(held)
    return held.startswith("=") and Decimal(held[1:]) == number  # as text it is no figure


def _plan_rows(reading: Reading) -> Iterator[PlanRow]:
    parents = {element.id: element for element in reading.plan.elements}
    for element in reading.plan.elements:
        chain, up = [element.name or ""], element.parent
        while up is not None and len(chain) < 6:
            chain.append(parents[up].name or "")
            up = parents[up].parent
        money = {("budget", key): cell for key, cell in element.budget.items()}
        money |= {("spending", key): cell for key, cell in element.spending.items()}
        names = tuple(map(_bare, chain))
        yield PlanRow(element, names, None, element.name or "", None, money)
        for n, row in enumerate(element.indicators):
            cells = {("targets", key): cell for key, cell in row.targets.items()}
            cells |= {("actuals", key): cell for key, cell in row.actuals.items()}
            yield PlanRow(element, names, n, row.name or "", row.unit, cells)


def _match(truth: TruthRow, rows: list[PlanRow], used: set[int], *, of_money: bool) -> int | None:
    """The plan's row that a printed one is, the first of those that are most alike."""
    best, most = None, (_ALIKE, 0.0, False)
    name, element = _bare(truth.indicator), _bare(truth.element)
    for n, row in enumerate(rows):
        if of_money != (row.indicator is None):
            continue
        nearness = (
            max((_likeness(element, each) for each in row.chain), default=0.0) if element else 1.0
        )
        likeness = (
            _likeness(element, row.chain[0]) if of_money else _likeness(name, _bare(row.name))
        )
        if nearness < _NEAR and not of_money:
            nearness = 0.0
        score = (round(likeness, 2), round(nearness, 1), n not in used)
        if score[0] >= _ALIKE and score > most:
            best, most = n, score
    return best


def _is_told(text: str, row: PlanRow | None, key: str, found: list[Diagnostic]) -> bool:
    """Whether a finding of reading is about a cell: by its row and key, or by its figure."""
    for each in found:
        if not each.rule.code.startswith("RB") or each.rule.severity == "info":
            continue
        if row is not None and each.element == row.element.id and each.indicator == row.indicator:
            if each.cell == key or (each.cell is None and row.indicator is not None):
                return True
        if text and any(_names(str(value), text) for value in each.params.values()):
            return True
    return False


def _names(told: str, text: str) -> bool:
    return _bare(text) == _bare(told) or f" {text} " in f" {told} "


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if not one or not other or abs(len(one) - len(other)) > 0.5 * max(len(one), len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "%-")
