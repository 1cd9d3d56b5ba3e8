"""Rows whose cells list several indicators, one a line, with their values line by line.

*Jumlah wisatawan nusantara ⏎ Jumlah wisatawan mancanegara | orang ⏎ orang | 7.500.000 ⏎ 25.000*
is two rows. As many lines of figures as there are indicators tell it: a text that merely wraps
has no figures beside its lines. The lines of a page are those of its paper; there an indicator
begins with a bullet, a number or a word of measuring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from renaksi.interpret.listed import is_value
from renaksi.interpret.pieces import is_predicate
from renaksi.interpret.vocabulary import UNITS, begins_as_measure
from renaksi.patterns import pattern
from renaksi.quarter import LABEL
from renaksi.readers.document import NO_BREAKS, NO_LINES, NO_SPANS, Row

_MARK: Final = pattern(r"(?:[-–—•▪●○*➢✓]|\(?(?P<label>\d{1,2}|[a-z])[.)]\)?)\s+(?=\S)")


def rows_by_lines(row: Row) -> list[Row]:
    """The rows that the lines of a row's cells make: itself alone, in most cases."""
    if len(row.breaks) < 2:
        return [row]
    lines = {column: row.lines(column) for column in row.breaks}
    values = {column: found for column, each in lines.items() if (found := _values(each))}
    counts = {len(each) for each in values.values()}
    if len(counts) != 1 or any(LABEL.fullmatch(each[0]) for each in lines.values()):
        return [row]
    count = counts.pop()
    texts = {column: each for column, each in lines.items() if column not in values}
    listed = _listed(texts, count, min(values), is_page=_is_of_page(row))
    if not listed:
        return [row]
    units = {
        column: each
        for column, each in texts.items()
        if len(each) == count and all(line.casefold() in UNITS for line in each)
    }
    return _parted(row, count, {**listed, **units, **values})


def _values(lines: Sequence[str]) -> list[str]:
    """The lines of a cell, without their numbers, if each is a value; else none."""
    marks = [_MARK.match(line) for line in lines]
    if all(marks):
        labels = [mark["label"] for mark in marks if mark is not None]
        if labels[0] in ("1", "a") and len(set(labels)) == len(labels):
            lines = [line[mark.end() :] for line, mark in zip(lines, marks, strict=True) if mark]
    if any(map(is_value, lines)) and all(is_value(line) or is_predicate(line) for line in lines):
        return list(lines)
    return []


def _listed(
    texts: Mapping[int, Sequence[str]], count: int, first: int, *, is_page: bool
) -> dict[int, list[str]]:
    """The columns that list so many texts, before the ``first`` of values."""
    found = {
        column: items
        for column, lines in texts.items()
        if column < first and len(items := _items(lines)) == count
    }
    if found or is_page:
        return found
    for column in sorted(texts, reverse=True):
        lines = texts[column]
        if column < first and len(lines) == count and all(line[0].isupper() for line in lines):
            if not all(line.casefold() in UNITS for line in lines):
                return {column: list(lines)}
    return {}


def _items(lines: Sequence[str]) -> list[str]:
    """What lines list: each item begins with a mark, or each with a word of measuring."""
    starts = [_MARK.match(line) is not None for line in lines]
    if not starts[0]:
        starts = list(map(begins_as_measure, lines))
    items: list[str] = []
    for line, begins in zip(lines, starts, strict=True):
        if begins:
            items.append(line)
        elif items:
            items[-1] += f" {line}"
        else:
            return []
    return items


def _is_of_page(row: Row) -> bool:
    """Whether a row's cells have boxes on a page, so that their lines are those of the paper."""
    return row.places is not None and row.places[0].page is not None


def _parted(row: Row, count: int, parts: Mapping[int, Sequence[str]]) -> list[Row]:
    """So many rows, with a part of each listed cell; all other cells stand in the first."""
    rows = []
    for number in range(count):
        cells = ["" if number else cell for cell in row.cells]
        places = list(row.places) if row.places is not None else None
        for column, lines in parts.items():
            cells[column] = lines[number]
            own = row.line_places.get(column, ())
            if places is not None and len(own) == count:
                places[column] = own[number][1]
        if number:
            row = row._replace(spans=NO_SPANS)
        rows.append(
            row._replace(cells=tuple(cells), places=places, breaks=NO_BREAKS, line_places=NO_LINES)
        )
    return rows
