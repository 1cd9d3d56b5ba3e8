"""Figures under quarter columns: which quarter a value without a label belongs to.

The header names the columns, but a block may have been shifted. The shift is read from
the texts and the unit of the same row; where the figures are as many as the columns,
their order alone decides.
"""

from __future__ import annotations

from renaksi.interpret.headers import Columns
from renaksi.interpret.items import Item
from renaksi.quarter import QUARTERS, YEAR


def keys_of(
    figures: list[Item], anchors: list[Item], columns: Columns, block: int
) -> list[str | None]:
    """The cell key of each figure, None where it cannot be told.

    ``anchors`` are the texts and unit of the same indicator, which show the shift;
    ``block`` is the position of its group of columns from the left.
    """
    slots = columns.quarters(block) or columns.quarters()
    if not any(key in QUARTERS for _, key in slots):
        return _by_count(figures, has_year=bool(slots))
    if len(figures) == len(slots):
        return [key for _, key in slots]
    at = dict(slots)
    for shift in _shifts(anchors, columns, block):
        keys = [at.get(figure.column - shift) for figure in figures]
        if None not in keys:
            return list(keys)
    quarters = [key for _, key in slots if key in QUARTERS]
    if len(figures) == len(quarters):
        return list(quarters)
    return [None] * len(figures)


def _shifts(anchors: list[Item], columns: Columns, block: int) -> list[int]:
    """The shifts that the row's own texts suggest, the nearest to the figures first, then none."""
    shifts: list[int] = []
    for anchor in reversed(anchors):
        field = {"unit": "unit", "text": "indicator"}.get(anchor.kind, "name")
        for column, role in columns.roles.items():
            if role.field == field and (role.block == block or block < 0):
                shifts.append(anchor.column - column)
    return [*dict.fromkeys([*shifts, 0])]


def _by_count(figures: list[Item], has_year: bool) -> list[str | None]:
    """Keys by the number of figures alone: four are the quarters, five have the year with them."""
    count = len(figures)
    if count == 1:
        return [YEAR]
    if count == 4 and not has_year:
        return list(QUARTERS)
    if count == 5:
        return [YEAR, *QUARTERS] if _year_first(figures) else [*QUARTERS, YEAR]
    return [None] * count


def _year_first(figures: list[Item]) -> bool:
    """Whether the first of five figures sums up or repeats the others, and the last does not."""
    values = [item.quantity.value if item.quantity else None for item in figures]
    known = [value for value in values[1:] if value is not None]
    first_fits = bool(known) and values[0] in (sum(known), known[-1], max(known))
    known = [value for value in values[:-1] if value is not None]
    last_fits = bool(known) and values[-1] in (sum(known), known[-1], max(known))
    return first_fits or not last_fits
