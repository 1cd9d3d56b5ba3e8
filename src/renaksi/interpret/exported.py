"""What `renaksi convert --to csv|html` wrote is the same plan again, also out of a spreadsheet.

Its rows name every element with its id and that of its parent, so that nothing needs to be
told from the wording or the columns: levels, parents, direction and accumulation are stated.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from renaksi.interpret.drafts import RANK, DraftCell, DraftElement, DraftRow
from renaksi.model import Accumulation, Direction, Element, Level
from renaksi.quantity import parse
from renaksi.quarter import ENGLISH, MONTHS, ROMAN
from renaksi.readers.document import Document, Row

_HEADS: Final[Mapping[str, str]] = {
    "perangkat daerah": "organisation", "organisation": "organisation", "tahun": "year",
    "year": "year", "tingkat": "level", "level": "level", "kode": "code", "code": "code",
    "nomor": "number", "number": "number", "uraian": "name", "name": "name", "id": "id",
    "id induk": "parent", "parent id": "parent", "nomor indikator": "indicator number",
    "indicator number": "indicator number", "indikator kinerja": "indicator",
    "indicator": "indicator", "satuan": "unit", "unit": "unit", "arah": "direction",
    "direction": "direction", "akumulasi": "accumulation", "accumulation": "accumulation",
    "plan": "plan", "title": "title", "kind": "kind",
}  # fmt: skip
_LEAST: Final = frozenset({"organisation", "level", "name", "id", "parent", "indicator"})
_LEVELS: Final[Mapping[str, Level]] = {
    "tujuan": "goal", "goal": "goal", "sasaran": "objective", "objective": "objective",
    "program": "program", "kegiatan": "activity", "activity": "activity",
    "sub kegiatan": "subactivity", "sub-activity": "subactivity", "subactivity": "subactivity",
}  # fmt: skip
_DIRECTIONS: Final[Mapping[str, Direction]] = {
    "higher": "higher", "lower": "lower", "target": "target",
    "makin tinggi makin baik": "higher", "higher is better": "higher",
    "makin rendah makin baik": "lower", "lower is better": "lower",
    "makin dekat target makin baik": "target", "on target": "target",
}  # fmt: skip
_ACCUMULATIONS: Final[Mapping[str, Accumulation]] = {
    "penjumlahan": "sum", "sum": "sum", "nilai terakhir": "last", "last value": "last",
    "rata-rata": "average", "average": "average", "nilai tertinggi": "max", "maximum": "max",
    "last": "last", "max": "max",
}  # fmt: skip
# The longest first: *Realisasi anggaran TW I* is no actual.
_GROUPS: Final = (
    ("realisasi anggaran ", "spending"), ("spending ", "spending"), ("pagu ", "budget"),
    ("budget ", "budget"), ("target ", "values"), ("realisasi ", "actuals"), ("actual ", "actuals"),
)  # fmt: skip
_KEYS: Final[Mapping[str, str]] = {
    **{name.casefold(): key for names in (ROMAN, ENGLISH) for key, name in names.items()},
    **{name.casefold(): f"m{n}" for names in MONTHS.values() for n, name in enumerate(names, 1)},
    "tahun": "year", "year": "year", "s.d. tahun lalu": "before", "up to last year": "before",
    "akhir renstra": "medium_term", "medium term": "medium_term", "medium_term": "medium_term",
    "before": "before", **{f"m{n}": f"m{n}" for n in range(1, 13)},
}  # fmt: skip


class Stated(NamedTuple):
    """A plan as its exported rows state it; elements and rows are still drafts."""

    organisation: str | None
    year: int | None
    title: str | None
    kind: str | None
    elements: list[DraftElement]
    ways: dict[tuple[int, int], tuple[str, str]]  # direction and accumulation, by both orders

    def completed(self, elements: Iterable[Element]) -> tuple[Element, ...]:
        """The built elements with the directions and accumulations that the rows state."""
        return tuple(
            element._replace(
                indicators=tuple(
                    indicator._replace(
                        direction=_DIRECTIONS.get(way, indicator.direction),
                        accumulation=_ACCUMULATIONS.get(sums, indicator.accumulation),
                    )
                    for n, indicator in enumerate(element.indicators)
                    for way, sums in (self.ways.get((order, n), ("", "")),)
                )
            )
            for order, element in enumerate(elements)
        )


def stated_in(document: Document) -> tuple[Stated, ...]:
    """The plans of an exported table, one for each office and year; empty where it is none."""
    head = next((row for row in document.rows if any(row.cells)), None)
    if head is None:
        return ()
    heads = [_HEADS.get(cell.casefold().lstrip("\ufeff"), "") for cell in head.cells]
    if not set(heads) >= _LEAST:
        return ()
    rows = [row for row in document.rows if any(row.cells)]
    columns = {head: column for column, head in enumerate(heads) if head}
    cells = _cells_of(head)
    plans: dict[tuple[str, ...], _Plan] = {}
    for row in rows[1:]:
        line = _Line(row, columns)
        about = tuple(map(line.text, ("plan", "organisation", "year", "title", "kind")))
        plans.setdefault(about, _Plan()).add(line, cells)
    return tuple(
        Stated(office or None, int(year) if year.isdigit() else None, title or None, kind or None,
               plan.elements, plan.ways)
        for (_, office, year, title, kind), plan in plans.items()
        if plan.elements
    )  # fmt: skip


def _cells_of(head: Row) -> dict[int, tuple[str, str]]:
    """Which group and cell each column of values holds."""
    found = {}
    for column, cell in enumerate(head.cells):
        folded = cell.casefold()
        group = next((each for each in _GROUPS if folded.startswith(each[0])), None)
        if group is not None:
            name = folded.removeprefix(group[0])
            found[column] = group[1], _KEYS.get(name, f"y{name.removeprefix('y')}")
    return found


class _Line(NamedTuple):
    """A row of the table."""

    row: Row
    columns: Mapping[str, int]

    def text(self, head: str) -> str:
        """The text below a head, without the apostrophe that keeps it from being a formula."""
        column = self.columns.get(head, -1)
        cells = self.row.cells
        return _bare(cells[column]) if 0 <= column < len(cells) else ""


class _Plan:
    """The elements of one plan, by the ids that the rows give them."""

    def __init__(self) -> None:
        self.elements: list[DraftElement] = []
        self.ways: dict[tuple[int, int], tuple[str, str]] = {}
        self._by_id: dict[str, DraftElement] = {}

    def add(self, line: _Line, cells: Mapping[int, tuple[str, str]]) -> None:
        """One row: an element, unless it stands there already, and its indicator."""
        level = _LEVELS.get(line.text("level").casefold())
        if level is None:
            return
        element = self._by_id.get(line.text("id")) or self._begin(level, line)
        values = {column: (*cell, line.row.cells[column]) for column, cell in cells.items()
                  if column < len(line.row.cells) and line.row.cells[column]}  # fmt: skip
        place = line.row.place(line.columns["indicator"])
        row = DraftRow(
            element, line.text("indicator") or None, line.text("indicator number") or None, place
        )
        row.unit = line.text("unit") or None
        for column, (group, key, text) in values.items():
            held = getattr(row if group in ("values", "actuals") else element, group)
            held[key] = DraftCell(parse(_bare(text)), line.row.place(column))
        if row.name or row.unit or row.values or row.actuals:
            way = line.text("direction").casefold(), line.text("accumulation").casefold()
            self.ways[element.order, len(element.rows)] = way
            element.rows.append(row)

    def _begin(self, level: Level, line: _Line) -> DraftElement:
        place = line.row.place(line.columns["name"])
        element = DraftElement(level, line.text("name") or None, line.text("number") or None, place)
        element.code_printed = line.text("code") or None
        parent = self._by_id.get(line.text("parent")) if line.text("parent") else None
        element.parent = parent if parent and RANK[parent.level] < RANK[level] else None
        element.order = len(self.elements)
        self.elements.append(element)
        self._by_id[line.text("id")] = element
        return element


def _bare(text: str) -> str:
    return text[1:] if text[:1] == "'" else text
