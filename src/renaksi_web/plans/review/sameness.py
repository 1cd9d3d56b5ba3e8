"""Rows that bear one text: are they one indicator, reported once, or several?"""

from __future__ import annotations

from typing import NamedTuple

from renaksi.checks.wording import unit_of
from renaksi.nomenclature.names import normal_name
from renaksi.quarter import CELLS
from renaksi_web.plans.review.sheet import Row, Sheet


class Question(NamedTuple):
    """Rows that a person must tell apart or together; ``alike`` says that all targets agree."""

    key: str
    rows: tuple[Row, ...]
    alike: bool


def questions(sheet: Sheet) -> list[Question]:
    """Every group of rows with one text and no two units, in document order."""
    groups: dict[str, list[Row]] = {}
    heads: dict[str, str] = {}
    for row in sheet.rows:
        key = _name_key(row)
        if "same_as" in row.indicator.confirm:
            key = next((heads[other] for other in row.same if other in heads), key)
        if key:
            heads[row.key] = key
            groups.setdefault(key, []).append(row)
    return [
        Question(key, tuple(rows), _alike(rows))
        for key, rows in groups.items()
        if len(rows) > 1 and _one_unit(rows)
    ]


def open_questions(sheet: Sheet) -> list[Question]:
    """Those that nobody has answered, here or in the file."""
    return [
        question
        for question in questions(sheet)
        if question.key not in sheet.settled
        and not all(row.same and "same_as" not in row.indicator.confirm for row in question.rows)
    ]


def _name_key(row: Row) -> str:
    return normal_name(row.indicator.name or "")[:200]


def _one_unit(rows: list[Row]) -> bool:
    return len({unit_of(row.indicator.unit) for row in rows if row.indicator.unit}) <= 1


def _alike(rows: list[Row]) -> bool:
    """Whether no two rows promise different things; what one of them lost is no difference."""
    told = [[row.indicator.target(key)[:2] for row in rows] for key in CELLS]
    return all(len({cell for cell in cells if cell[0] != "missing"}) <= 1 for cells in told)
