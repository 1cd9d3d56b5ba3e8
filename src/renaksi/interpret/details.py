"""What columns of words say of an indicator: definition, source of data, who is responsible.

The walk over the rows takes none of them for a name or a figure. When the plan is built, they are
looked up beside the place where each indicator begins, below the last header that names them.
Who is responsible answers for the deepest that a row begins: where an objective's indicator stands
at the left of a sub-activity, for the sub-activity, be there an indicator of it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from renaksi.model import LEVELS, Coverage, Element, Indicator, Place, Plan
from renaksi.patterns import pattern
from renaksi.readers.document import Row

_HEADS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (field, pattern(words, re.IGNORECASE))
    for field, words in (
        ("definition", r"(?:definisi(?:\s?operasional)?|penjelasan|formula(?:si)?)"
                       r"(?:\s?/?\s?(?:dan\s)?(?:formula(?:si)?|penjelasan)(?:\s?(?:perhitungan|pengukuran))?)?"),
        ("data_source", r"sumber\s?data"),
        ("responsible", r"penanggung\s?-?\s?jawab(?:\s?(?:data|kinerja))?|p\.?j\.?|pic"),
    )
)  # fmt: skip
_LEAST: Final = 3  # filled cells of a header
_LONGEST: Final = 4_000
_LONGEST_HEAD: Final = 60  # letters
_BEGIN: Final = frozenset("dfpsDFPS")
_BEGINNINGS: Final = (
    "definisi",
    "penjelasan",
    "formula",
    "sumber",
    "penanggung",
    "pj",
    "p.j",
    "pic",
)
Columns = Mapping[str, int]


def with_details(plan: Plan, rows: Sequence[Row]) -> Plan:
    """The plan whose indicators say what such columns say of them."""
    beside = _beside(rows)
    if not beside:
        return plan
    deepest = _deepest(plan, beside)
    elements = tuple(_element(element, rows, beside, deepest) for element in plan.elements)
    coverage = plan.coverage and _accounted(plan.coverage, set(_places(elements, rows, beside)))
    return plan._replace(elements=elements, coverage=coverage)


def _accounted(coverage: Coverage, said: AbstractSet[Place | None]) -> Coverage:
    """The coverage of a plan that also holds what the cells at some places say."""
    found = [text for text, place in coverage.rest if place in said]
    words = sum(len(text.split()) for text in found)
    rest = tuple(each for each in coverage.rest if each[1] not in said)
    return coverage._replace(accounted=coverage.accounted + words, rest=rest)


def _places(
    elements: Sequence[Element], rows: Sequence[Row], beside: Mapping[Place, tuple[int, Columns]]
) -> Iterator[Place]:
    """The places of the cells that elements and indicators have their details from."""
    for element in elements:
        ones: tuple[Element | Indicator, ...] = (element, *element.indicators)
        for one in ones:
            for place in (one.source, *one.sources):
                at, columns = beside.get(place, (-1, {})) if place is not None else (-1, {})
                for field, column in columns.items():
                    text, where = _cell(rows, at, column)
                    if text and text == getattr(one, field, None):
                        yield where


def _deepest(plan: Plan, beside: Mapping[Place, tuple[int, Columns]]) -> dict[int, int]:
    """How deep, by level, is the deepest that stands in each row below such a header."""
    found: dict[int, int] = {}
    for element in plan.elements:
        places = (element.source, *element.sources, *(one.source for one in element.indicators))
        for place in places:
            if place is not None and place in beside:
                at, depth = beside[place][0], LEVELS.index(element.level)
                found[at] = max(found.get(at, 0), depth)
    return found


def _beside(rows: Sequence[Row]) -> dict[Place, tuple[int, Columns]]:
    """For each cell below such a header: its row, and the columns that the header names."""
    texts = set().union(*[row.cells for row in rows])
    if not any(text[:1] in _BEGIN and _head(text) for text in texts):
        return {}  # as in most documents
    columns: Columns = {}
    found: dict[Place, tuple[int, Columns]] = {}
    table = None
    for at, row in enumerate(rows):
        if row.kind != "table":
            continue
        named = _named(row)
        if named:
            columns, table = named, row.table
        elif columns and row.table == table and len(row.cells) > max(columns.values()):
            for column, text in enumerate(row.cells):
                if text and column not in columns.values():
                    found.setdefault(row.place(column), (at, columns))
    return found


def _named(row: Row) -> Columns:
    """The columns of a header by what they say; none for any other row."""
    if sum(map(bool, row.cells)) < _LEAST:
        return {}
    found: dict[str, int] = {}
    for column, text in enumerate(row.cells):
        if field := _head(text):
            found.setdefault(field, column)
    return found


@lru_cache(maxsize=2048)
def _head(text: str) -> str | None:
    """What a header cell names; None for any other cell."""
    if len(text) > _LONGEST_HEAD or not text.lower().startswith(_BEGINNINGS):
        return None
    return next((field for field, head in _HEADS if head.fullmatch(text.strip())), None)


def _element(
    element: Element,
    rows: Sequence[Row],
    beside: Mapping[Place, tuple[int, Columns]],
    deepest: Mapping[int, int],
) -> Element:
    """The element with what is said of its indicators, or of itself where its row has none."""
    depth = LEVELS.index(element.level)
    told = {at for at, deep in deepest.items() if deep == depth}
    indicators = tuple(_indicator(row, rows, beside, told) for row in element.indicators)
    element = element._replace(indicators=indicators)
    with_own = {
        beside[one.source][0]
        for one in indicators
        if one.source is not None and one.source in beside
    }
    for place in (element.source, *element.sources):
        at, columns = beside.get(place, (-1, {})) if place is not None else (-1, {})
        if at in told and at not in with_own and "responsible" in columns:
            said = _said(rows, at, columns["responsible"])
            return element._replace(responsible=said or None)
    return element


def _indicator(
    row: Indicator,
    rows: Sequence[Row],
    beside: Mapping[Place, tuple[int, Columns]],
    told: AbstractSet[int],
) -> Indicator:
    found = beside.get(row.source) if row.source is not None else None
    if found is None:
        return row
    at, columns = found
    said = {
        field: _said(rows, at, column)
        for field, column in columns.items()
        if field != "responsible" or at in told
    }
    return row._replace(**{field: text for field, text in said.items() if text})  # type: ignore[arg-type]


def _said(rows: Sequence[Row], at: int, column: int) -> str:
    """The text of a cell, or of the merged cell that reaches down to it."""
    return _cell(rows, at, column)[0]


def _cell(rows: Sequence[Row], at: int, column: int) -> tuple[str, Place]:
    """The same, with its place."""
    if rows[at].cells[column]:
        return rows[at].cells[column].strip()[:_LONGEST], rows[at].place(column)
    for above in range(at - 1, -1, -1):
        if rows[above].table != rows[at].table or column >= len(rows[above].cells):
            break
        span = rows[above].spans.get(column)
        if rows[above].cells[column]:
            reaches = span is not None and above + span.rows > at
            text = rows[above].cells[column].strip()[:_LONGEST] if reaches else ""
            return text, rows[above].place(column)
    return "", rows[at].place(column)
