"""The plan as the paper shows it, as its page says it: each table row's two sides in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from renaksi.measure import Span
from renaksi.quarter import QUARTERS, ROMAN
from renaksi_web.tracking.paper import Block, Pair, Sheet, sheets
from renaksi_web.tracking.report import Report
from renaksi_web.web.addresses import entry_address
from renaksi_web.web.templatetags.renaksi import cell


class Side(NamedTuple):
    """What stands on one side of one stacked line.

    Element and indicator are said where they ``begins``, for the four lines of a row; without
    a ``span`` there is no indicator, and nothing is there at all unless it ``is_there``.
    """

    begins: bool
    is_there: bool = False
    name: str = ""
    entry: str = ""
    number: str = ""
    indicator: str = ""
    unit: str = ""
    tw: str = ""
    target: str = ""
    actual: str = ""
    span: Span | None = None


class Table(NamedTuple):
    """One table of the paper; each of its rows is four lines of a left and a right side."""

    heading: str
    left: str
    right: str
    pairs: list[list[tuple[Side, Side]]]


_NOTHING: Final = [Side(begins=index == 0) for index in range(len(QUARTERS))]


def paper_page(found: Report, office: str) -> list[Table]:
    """The tables in the order of the paper."""
    return [_table(sheet, found, office) for sheet in sheets(found)]


def _table(sheet: Sheet, found: Report, office: str) -> Table:
    def lines(pair: Pair) -> list[tuple[Side, Side]]:
        left, right = (_sides(block, found, office) for block in pair)
        return list(zip(left, right, strict=True))

    return Table(sheet.heading, sheet.left, sheet.right, [lines(pair) for pair in sheet.pairs])


def _sides(block: Block | None, found: Report, office: str) -> list[Side]:
    if block is None:
        return _NOTHING
    begun = _begun(block, found, office)
    if not block.quarters:
        return [begun, *_NOTHING[1:]]
    return [side._replace(begins=index == 0) for index, side in enumerate(_stacked(block, begun))]


def _begun(block: Block, found: Report, office: str) -> Side:
    """The element, where its name is printed, and the indicator."""
    side = Side(begins=True, is_there=True)
    if block.element is not None:
        name = block.element.name or "·"
        side = side._replace(name=f"{_numbered(block.element.number)}{name}")
    row = block.row
    if row is None:
        return side
    return side._replace(
        entry=entry_address(office, found.year, found.quarter, row.series_id),
        number=_numbered(row.number),
        indicator=row.name or "·",
        unit=row.unit or "",
    )


def _stacked(block: Block, begun: Side) -> Iterator[Side]:
    for quarter in block.quarters:
        yield begun._replace(
            tw=ROMAN[quarter.key],
            target=cell(quarter.target, begun.unit) or "·",
            actual=cell(quarter.actual, begun.unit),
            span=quarter.span,
        )


def _numbered(number: str | None) -> str:
    return f"{number}. " if number else ""
