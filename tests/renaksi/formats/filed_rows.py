"""The rows of a filed action plan as its table prints them, for comparison with rows by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from renaksi.model import Cell, Plan
from renaksi.quantity import parse
from renaksi.readers.document import Document, Row

FILED = Path(__file__).resolve().parents[2] / "cases/filed"


class Filed(NamedTuple):
    """One indicator: whose it is, its words, and its targets as decimal strings or None."""

    level: str
    path: tuple[str, ...]
    name: str
    indicator: str
    targets: tuple[str | None, ...]


def expected_rows(name: str) -> list[Filed]:
    """The rows that were read from the paper by hand."""
    rows = json.loads((FILED / name).read_text(encoding="utf-8"))["rows"]
    return [
        Filed(
            row["level"], tuple(map(squeezed, row["path"])), squeezed(row["name"]),
            squeezed(row["indicator"]), tuple(_number(row["targets"][key]) for key in ("tw1", "tw2", "tw3", "tw4", "annual")),
        )
        for row in rows
    ]  # fmt: skip


def _number(value: Any) -> str | None:
    return None if value is None else f"{float(value):g}"


def squeezed(text: str) -> str:
    """A text without the spaces around hyphens and strokes, which lines break at will."""
    return re.sub(r"\s*([-/])\s*", r"\1", text)


def printed_rows(document: Document) -> list[Filed]:
    """The rows of the document's table: objectives with quarters, then activities with targets."""
    found: list[Filed] = []
    objective = program = activity = ""
    for row in document.rows:
        if row.kind != "table" or row.cells[0] == "SASARAN STRATEGIS":
            continue
        cells = tuple(map(squeezed, row.cells[:8])) + row.cells[8:]
        objective = cells[0] or objective
        if cells[1] and any(row.cells[2:6]):
            quarters = tuple(map(_value, row.cells[2:6]))
            found.append(Filed("sasaran", (), objective, cells[1], (*quarters, None)))
        if cells[6] and not cells[7]:
            program = cells[6]
        elif cells[7]:
            activity = cells[6] or activity
            targets = (None, None, None, None, _value(cells[8]))
            found.append(Filed("kegiatan", (objective, program), activity, cells[7], targets))
    return found


def planned_rows(plan: Plan) -> list[tuple[str, str, str, tuple[str | None, ...]]]:
    """Level, name, indicator and targets of each row of a plan, words without their spaces."""
    levels = {"objective": "sasaran", "activity": "kegiatan"}
    keys = ("q1", "q2", "q3", "q4", "year")
    return [
        (levels.get(element.level, ""), bare(element.name), bare(row.name),
         tuple(_shown(row.target(key)) for key in keys))
        for element in plan.elements
        for row in element.indicators
    ]  # fmt: skip


def _shown(cell: Cell) -> str | None:
    return None if cell.value is None else f"{float(cell.value):g}"


def bare(text: str | None) -> str:
    """The letters of a text, for comparison: lines break words at will."""
    return "".join((text or "").split()).casefold()


def _value(cell: str) -> str | None:
    value = parse(cell).value
    return None if value is None else f"{float(value):g}"


def texts(row: Row) -> list[str]:
    """The filled cells of a row."""
    return [cell for cell in row.cells if cell]
