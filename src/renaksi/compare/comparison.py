"""What differs between two plans, as values; one place for the command line and the site.

A plan and an agreement rarely print the same: an agreement has no activities, a Renja no
quarters. Levels and columns that one of the two lacks altogether are no differences; they
are told once (`Apart`). Where one states only the year and the other only quarters, the
quarters make a year as the measurement would make it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from renaksi.checks.view import PlanView, Row
from renaksi.compare import pairing
from renaksi.compare.pairing import Pair, RowPair, Sign
from renaksi.measure.figures import exact, hundredths, number
from renaksi.measure.spans import accumulated, figures_of
from renaksi.model import LEVELS, MISSING, Cell, Element, Indicator, Level, Plan
from renaksi.nomenclature.names import key_of
from renaksi.quantity import plain
from renaksi.quarter import QUARTERS, YEAR

Kind = Literal["same", "changed", "added", "removed"]
Side = Literal["a", "b"]
Value = str | Cell | None

# Groups of cells: those of an element, those of an indicator.
OF_ELEMENT: Final = ("budget", "spending")
OF_INDICATOR: Final = ("targets", "actuals")
_PROPOSED: Final = ("direction", "accumulation")
_DECLARED: Final = ("cap", "weight", "formula", "scale")
_AGREEMENT: Final = "performance_agreement"
_LABEL: Final = re.compile(
    r"(?:program|(?:sub ?)?kegiatan|sasaran(?: strategis)?|tujuan)\b[ :.–-]*(?=\w)"
)
_UNITS: Final = {"%": "persen", "persentase": "persen", "prosen": "persen", "percent": "persen"}


class Change(NamedTuple):
    """One thing that differs: ``name``, ``unit``, ``parent``, ``targets.q1`` and so on.

    ``a`` and ``b`` are a text or a cell, None where that side has nothing. ``derived`` is
    the side whose year was made from its quarters.
    """

    field: str
    a: Value
    b: Value
    derived: Side | None = None


class ComparedRow(NamedTuple):
    """One indicator on both sides, or on the only one that has it."""

    kind: Kind
    a: Row | None
    b: Row | None
    by: Sign | None = None
    score: float | None = None
    changes: tuple[Change, ...] = ()


class ComparedElement(NamedTuple):
    """One element on both sides, or on the only one that has it, with its indicators."""

    kind: Kind
    a: Element | None
    b: Element | None
    by: Sign | None = None
    score: float | None = None
    changes: tuple[Change, ...] = ()
    rows: tuple[ComparedRow, ...] = ()


class Apart(NamedTuple):
    """What only one side has, and how much of it.

    A level with so many elements, the indicators of a level that both have, or a column with so
    many cells, ``unit`` among them.
    """

    what: Literal["level", "indicators", "column"]
    name: str
    side: Side
    total: int


class Comparison(NamedTuple):
    """Two plans, the elements of both in the order of the newer, and what only one side has."""

    a: Plan
    b: Plan
    elements: tuple[ComparedElement, ...]
    apart: tuple[Apart, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing that both could say differs."""
        return all(element.kind == "same" for element in self.elements)

    @property
    def are_strangers(self) -> bool:
        """Whether the plans name different organisations."""
        ours, theirs = self.a.organisation, self.b.organisation
        if ours is None or theirs is None:
            return False
        if ours.code and theirs.code:
            return ours.code != theirs.code
        return key_of(ours.name) != key_of(theirs.name)


def compare(a: Plan, b: Plan) -> Comparison:
    """What became of plan ``a`` in plan ``b``."""
    return _Comparing(a, b).comparison()


class _Comparing:
    def __init__(self, a: Plan, b: Plan) -> None:
        self.a, self.b = a, b
        self.views = PlanView(a), PlanView(b)
        pairs = pairing.elements(a, b)
        self.pairs = {pair.b.id: pair for pair in pairs}
        self.partner = {pair.a.id: pair.b.id for pair in pairs}
        self.levels = _levels(a, b, pairs)
        self.columns = list(_columns(a, b))
        apart = {each.name for each in self.columns}
        self.keys = [
            (group, key) for group, key in _groups_and_keys(a, b) if f"{group}.{key}" not in apart
        ]
        self.years = _sides_of_years(self.columns)
        found = pairing.rows(pairs)
        ours, theirs = {_spot(pair.a) for pair in found}, {_spot(pair.b) for pair in found}
        found += pairing.moved_rows(
            [row for row in self.views[0].rows if _spot(row) not in ours],
            [row for row in self.views[1].rows if _spot(row) not in theirs],
        )
        self.rows = {_spot(pair.b): pair for pair in found}
        self.kept = {_spot(pair.a): pair for pair in found}  # the indicators of A that B has too
        self.hidden = {(each.name, each.side) for each in self.levels}
        self.indicators = list(self._indicators())
        self.bare = {(each.name, each.side) for each in self.indicators}
        self.has_units = "unit" not in apart

    def comparison(self) -> Comparison:
        gone: dict[str | None, list[Element]] = {}
        before: str | None = None
        for element in self.a.elements:
            if element.id in self.partner:
                before = self.partner[element.id]
            elif (element.level, "a") not in self.hidden:
                gone.setdefault(before, []).append(element)
        found = [self._one("removed", element) for element in gone.get(None, ())]
        for element in self.b.elements:
            pair = self.pairs.get(element.id)
            if pair is not None:
                found.append(self._both(pair))
            elif (element.level, "b") not in self.hidden:
                found.append(self._one("added", element))
            found.extend(self._one("removed", each) for each in gone.get(element.id, ()))
        apart = *self.levels, *self.indicators, *self.columns
        return Comparison(self.a, self.b, tuple(found), apart)

    def _indicators(self) -> Iterator[Apart]:
        """The levels that both plans have, of which only one has indicators, but for those moved.

        An agreement lists its programs with their budgets alone.
        """
        lacking = {each.name for each in self.levels}
        for level in LEVELS:
            ours, theirs = ([row for row in view.rows if row.element.level == level]
                            for view in self.views)  # fmt: skip
            rows = [row for row in ours if _spot(row) not in self.kept]
            rows += [row for row in theirs if _spot(row) not in self.rows]
            if rows and level not in lacking and bool(ours) != bool(theirs):
                yield Apart("indicators", level, "a" if ours else "b", len(rows))

    def _one(self, kind: Literal["added", "removed"], element: Element) -> ComparedElement:
        if kind == "added":
            return ComparedElement(kind, None, element, rows=tuple(self._rows_of_newer(element)))
        return ComparedElement(kind, element, None, rows=tuple(self._rows_gone(element)))

    def _both(self, pair: Pair) -> ComparedElement:
        changes = tuple(self._of_element(pair))
        rows = (*self._rows_of_newer(pair.b), *self._rows_gone(pair.a))
        differs = changes or any(row.kind != "same" for row in rows)
        kind: Kind = "changed" if differs else "same"
        return ComparedElement(kind, pair.a, pair.b, pair.by, pair.score, changes, rows)

    def _rows_of_newer(self, element: Element) -> Iterator[ComparedRow]:
        """The indicators of an element of B, each with what it was in A."""
        for row in self.views[1].rows_of(element):
            pair = self.rows.get(_spot(row))
            if pair is not None:
                yield self._row(pair)
            elif (element.level, "b") not in self.bare:
                yield ComparedRow("added", None, row)

    def _rows_gone(self, element: Element) -> Iterator[ComparedRow]:
        """The indicators of an element of A that B has nowhere, or on a level that is not told."""
        for row in self.views[0].rows_of(element):
            pair = self.kept.get(_spot(row))
            if pair is None:
                if (element.level, "a") not in self.bare:
                    yield ComparedRow("removed", row, None)
            elif (pair.b.element.level, "b") in self.hidden:
                yield self._row(pair)

    def _row(self, pair: RowPair) -> ComparedRow:
        changes = tuple(self._of_row(pair))
        kind: Kind = "changed" if changes else "same"
        return ComparedRow(kind, pair.a, pair.b, pair.by, pair.score, changes)

    def _of_element(self, pair: Pair) -> Iterator[Change]:
        a, b = pair.a, pair.b
        if _called(a) != _called(b):
            yield Change("name", a.name, b.name)
        if a.code and b.code and a.code != b.code:
            yield Change("code", a.code, b.code)
        if a.level != b.level:
            yield Change("level", a.level, b.level)
        above, over = self._above(0, a), self._above(1, b)
        if a.level == "program" and _AGREEMENT in (self.a.kind, self.b.kind):
            above = over = None  # an agreement lists its programs below no objective
        if (above and self.partner.get(above.id)) != (over and over.id):
            yield Change("parent", above and above.name, over and over.name)
        yield from self._cells(OF_ELEMENT, lambda group: getattr(a, group), b)

    def _above(self, side: Literal[0, 1], element: Element) -> Element | None:
        """The nearest element above that stands on a level which both plans have."""
        lacking = {each.name for each in self.levels}
        above = self.views[side].above(element)
        return next((each for each in above if each.level not in lacking), None)

    def _of_row(self, pair: RowPair) -> Iterator[Change]:
        a, b = pair.a.indicator, pair.b.indicator
        if self.partner.get(pair.a.element.id) != pair.b.element.id:
            yield Change("element", pair.a.element.name, pair.b.element.name)
        if _plain(a.name) != _plain(b.name):
            yield Change("name", a.name, b.name)
        if self.has_units and _unit(a) != _unit(b):
            yield Change("unit", a.unit, b.unit)
        for field in _PROPOSED:
            if field not in a.confirm and field not in b.confirm:
                yield from _field(field, a, b)
        for field in _DECLARED:
            yield from _field(field, a, b)
        yield from self._cells(OF_INDICATOR, lambda group: getattr(a, group), b)
        if self.years:
            yield from self._year(a, b)

    def _cells(
        self,
        groups: tuple[str, ...],
        ours: Callable[[str], Mapping[str, Cell]],
        theirs: Element | Indicator,
    ) -> Iterator[Change]:
        for group, key in self.keys:
            if group in groups:
                a = ours(group).get(key, MISSING)
                b = getattr(theirs, group).get(key, MISSING)
                if not _are_equal(a, b):
                    yield Change(f"{group}.{key}", a, b)

    def _year(self, a: Indicator, b: Indicator) -> Iterator[Change]:
        """The year's target, of which one side prints quarters alone."""
        made = a if self.years == "a" else b
        year = _year_of(made)
        if year is None:
            return
        ours, theirs = (year, b.target(YEAR)) if made is a else (a.target(YEAR), year)
        if not (_are_equal(ours, theirs) or _are_near(ours, theirs)):
            yield Change(f"targets.{YEAR}", ours, theirs, self.years)


def _spot(row: Row) -> tuple[str, int]:
    return row.element.id, row.position


def _field(field: str, a: Indicator, b: Indicator) -> Iterator[Change]:
    ours, theirs = getattr(a, field), getattr(b, field)
    if ours != theirs:
        yield Change(field, _said(ours), _said(theirs))


def _said(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return ", ".join(map(str, value)) if isinstance(value, tuple) else plain(value)  # type: ignore[arg-type]


def _levels(a: Plan, b: Plan, pairs: Iterable[Pair]) -> list[Apart]:
    """The levels that only one plan has."""
    counts = [dict.fromkeys(LEVELS, 0) for _ in "ab"]
    for side, plan in zip(counts, (a, b), strict=True):
        for element in plan.elements:
            side[element.level] += 1
    across: set[Level] = {
        element.level for pair in pairs if pair.a.level != pair.b.level for element in pair[:2]
    }
    found = []
    for level in LEVELS:
        ours, theirs = counts[0][level], counts[1][level]
        if bool(ours) != bool(theirs) and level not in across:
            found.append(Apart("level", level, "a" if ours else "b", ours or theirs))
    return found


def _groups_and_keys(*plans: Plan) -> list[tuple[str, str]]:
    """Every column of cells in which some plan says something, in the order of the plans."""
    return list(dict.fromkeys(column for plan in plans for column in _said_columns(plan)))


def _said_columns(plan: Plan) -> Iterator[tuple[str, str]]:
    """Group and key of every cell that says something."""
    for element in plan.elements:
        for group in OF_ELEMENT:
            for key, cell in getattr(element, group).items():
                if cell.state != "missing":
                    yield group, key
        for row in element.indicators:
            for group in OF_INDICATOR:
                for key, cell in getattr(row, group).items():
                    if cell.state != "missing":
                        yield group, key


def _columns(a: Plan, b: Plan) -> Iterator[Apart]:
    """The columns of cells in which only one plan says something."""
    ours, theirs = list(_said_columns(a)), list(_said_columns(b))
    for column in _groups_and_keys(a, b):
        count = ours.count(column), theirs.count(column)
        if not all(count):
            yield Apart("column", ".".join(column), "a" if count[0] else "b", max(count))
    units = [
        sum(row.unit is not None for each in plan.elements for row in each.indicators)
        for plan in (a, b)
    ]
    if not all(units) and any(units):
        yield Apart("column", "unit", "a" if units[0] else "b", max(units))


def _sides_of_years(columns: Iterable[Apart]) -> Side | None:
    """The side whose year must be made from quarters, where the other has nothing but the year."""
    only = {each.name: each.side for each in columns}
    year = only.get(f"targets.{YEAR}")
    quarters = {only.get(f"targets.{key}") for key in QUARTERS} - {None}
    if year is None or len(quarters) != 1 or year in quarters:
        return None
    return quarters.pop()


def _year_of(indicator: Indicator) -> Cell | None:
    """The year's target that the quarters make; None where they make none."""
    figures = figures_of(indicator)
    values = [figures.targets[key] for key in figures.scheduled]
    if not values or figures.ranked_targets:
        words = [indicator.target(key) for key in QUARTERS]
        last = [cell for cell in words if cell.state == "text"]
        return last[-1] if last else None
    return Cell("set", Decimal(exact(accumulated(indicator.accumulation, values))))


def _are_near(a: Cell, b: Cell) -> bool:
    """Whether two numbers are the same to the hundredth, as a mean of quarters is printed."""
    ours, theirs = number(a), number(b)
    return ours is not None and theirs is not None and hundredths(ours) == hundredths(theirs)


def _are_equal(a: Cell, b: Cell) -> bool:
    if a.state != b.state:
        return False
    if a.state == "set":
        if a.value is None or b.value is None:
            return (a.numerator, a.denominator) == (b.numerator, b.denominator)
        return a.value == b.value
    return a.state != "text" or _plain(a.text) == _plain(b.text)


def _plain(text: str | None) -> str:
    """A text without what no reader sees: case, spaces, a stop at its end."""
    return " ".join((text or "").casefold().split()).rstrip(" .;,")


def _called(element: Element) -> str:
    """The name of an element without the word for its level."""
    name = _plain(element.name)
    label = _LABEL.match(name)
    return name[label.end() :] if label else name


def _unit(indicator: Indicator) -> str:
    """The unit, also where only the figures say that they are per cent."""
    unit = _plain(indicator.unit)
    if not unit and any("%" in (cell.text or "") for cell in indicator.targets.values()):
        unit = "%"
    return _UNITS.get(unit, unit)
