"""The two layouts in which offices file an action plan: level beside level, and in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from renaksi.model import LEVELS, MISSING, Element, Indicator, Level
from renaksi.quarter import QUARTERS, ROMAN, YEAR
from renaksi.reports.cascade import Cascade
from renaksi.reports.tree import Block, Cell, Column, Heading, Row, Table, head
from renaksi.reports.wording import money, named, quoted

_TITLES: Final[dict[Level, str]] = {
    "goal": "TUJUAN",
    "objective": "SASARAN",
    "program": "PROGRAM",
    "activity": "KEGIATAN",
    "subactivity": "SUB KEGIATAN",
}
# Name, indicator, unit, quarter, target: the same on both sides, so that all tables align.
_SIDE: Final = (
    Column(15.5), Column(15.5), Column(7.5, "center"), Column(5.5), Column(6, "center"),
)  # fmt: skip
_LABELS: Final = {**ROMAN, YEAR: "Tahun"}


class Side(NamedTuple):
    """One half of a paired table: its level, whether it states units, and its lines."""

    level: Level
    units: bool
    keys: tuple[str, ...]

    def heads(self) -> tuple[Row, Row]:
        """The level over the heads of its columns."""
        unit = (head("SATUAN"),) if self.units else ()
        name = head("INDIKATOR KINERJA", columns=1 if self.units else 2)
        return (
            (head(_TITLES[self.level], columns=len(_SIDE)),),
            (head("URAIAN"), name, *unit, head("TARGET", columns=2)),
        )

    def block(self, element: Element | None, height: int) -> list[list[Cell]]:
        """The lines of one element, filled up to ``height``."""
        lines: list[list[Cell]] = [[] for _ in range(height)]
        shown = named(element) if element else ""
        lines[0].append(Cell(shown, rows=height, splits=height > 8))
        indicators = element.indicators if element else ()
        if not indicators:
            lines[0].append(Cell(rows=height, columns=len(_SIDE) - 1, splits=True))
            return lines
        for index, indicator in enumerate(indicators):
            start = index * len(self.keys)
            last = index == len(indicators) - 1
            end = height if last else start + len(self.keys)
            self._indicator(indicator, lines[start:end])
        return lines

    def _indicator(self, indicator: Indicator, lines: list[list[Cell]]) -> None:
        rows = len(lines)
        splits = rows > len(self.keys)
        wide = 1 if self.units else 2
        lines[0].append(Cell(named(indicator), rows, wide, splits=splits))
        if self.units:
            lines[0].append(Cell(indicator.unit or "", rows, splits=splits))
        for key, line in zip_longest(self.keys, lines[: len(self.keys)]):
            line += [Cell(_LABELS[key]), quoted(indicator.target(key))]
        if splits:
            rest = rows - len(self.keys)
            lines[len(self.keys)].append(Cell(rows=rest, columns=2, splits=True))

    def height(self, element: Element | None) -> int:
        """How many lines an element needs by itself."""
        return max(1, len(element.indicators) if element else 0) * len(self.keys)


def paired(cascade: Cascade) -> tuple[Block, ...]:
    """Goal | objective, objective | program, and for each program activity | sub-activity."""
    keys = _keys(cascade)
    blocks: list[Block] = []
    for left, right in (("goal", "objective"), ("objective", "program")):
        blocks += _pair(cascade, left, right, keys)  # type: ignore[arg-type]
    for index, program in enumerate(cascade.at("program")):
        within = [program, *_within(cascade, program)]
        found = _pair(cascade, "activity", "subactivity", keys, within)
        if found:
            blocks += [Heading(_program_heading(program, index), 2), *found]
    lost = [*cascade.lost("activity", "program"), *cascade.lost("subactivity", "program")]
    if lost:
        blocks += _pair(cascade, "activity", "subactivity", keys, lost)
    return tuple(blocks)


def _keys(cascade: Cascade) -> tuple[str, ...]:
    """The lines of an indicator: the quarters, and the year where any indicator states it."""
    stated = any(
        indicator.target(YEAR).state != "missing"
        for element in cascade.plan.elements
        for indicator in element.indicators
    )
    return (*QUARTERS, YEAR) if stated else QUARTERS


def _program_heading(program: Element, index: int) -> str:
    """*A. Program …*, as the plan wrote it or lettered in order."""
    return program.heading or f"{_letter(index)}. {program.name or ''}"


def _letter(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    index, last = divmod(index, 26)
    return (_letter(index - 1) if index else "") + chr(ord("A") + last)


def _within(cascade: Cascade, program: Element) -> list[Element]:
    return cascade.under(program, "activity") + cascade.under(program, "subactivity")


def _pair(
    cascade: Cascade,
    left: Level,
    right: Level,
    keys: tuple[str, ...],
    within: Sequence[Element] | None = None,
) -> list[Block]:
    """A table of the elements of two levels side by side; none where both are empty."""
    chosen = cascade.plan.elements if within is None else within
    ids = {element.id for element in chosen}
    lefts = [element for element in cascade.at(left) if element.id in ids]
    rights = [element for element in cascade.at(right) if element.id in ids]
    if not rights and (not lefts or left == "objective"):
        return []
    sides = Side(left, _has_units(lefts), keys), Side(right, _has_units(rights), keys)
    rows: list[Row] = []
    for element in lefts:
        rows += _rows(
            sides, element, [one for one in rights if cascade.above(one, left) == element]
        )
    alone = [one for one in rights if cascade.above(one, left) is None]
    if alone:
        rows += _rows(sides, None, alone)
    heads = tuple((*one, *two) for one, two in zip(sides[0].heads(), sides[1].heads(), strict=True))
    return [Table((*_SIDE, *_SIDE), heads, tuple(rows), size=8)]


def _has_units(elements: Sequence[Element]) -> bool:
    """Whether the level states units; the levels of goals and objectives often do not."""
    return any(row.unit for element in elements for row in element.indicators) or any(
        element.level in LEVELS[2:] for element in elements
    )


def _rows(
    sides: tuple[Side, Side], element: Element | None, children: Sequence[Element]
) -> list[Row]:
    """One element of the left with its children at the right; the longer side gives the height."""
    left, right = sides
    heights = [right.height(child) for child in children]
    height = max(left.height(element), sum(heights) or 1)
    lines = left.block(element, height)
    at = 0
    for number, child in enumerate(children):
        last = number == len(children) - 1
        own = height - at if last else heights[number]
        for line, cells in zip(lines[at : at + own], right.block(child, own), strict=True):
            line.extend(cells)
        at += own
    if not children:
        lines[0].append(Cell(rows=height, columns=len(_SIDE), splits=True))
    return [tuple(line) for line in lines]


_COLUMNS: Final = (
    Column(11), Column(13), Column(6, "center"), Column(4.5, "center"), Column(4.5, "center"),
    Column(4.5, "center"), Column(4.5, "center"), Column(11), Column(13), Column(14),
    Column(9, "right"), Column(9),
)  # fmt: skip


def columns(cascade: Cascade) -> tuple[Block, ...]:
    """A row for each line of work, and at its left the objective with its targets."""
    heads = (
        (
            head("SASARAN", rows=2), head("INDIKATOR KINERJA", rows=2), head("SATUAN", rows=2),
            head("TARGET", columns=4), head("PROGRAM", rows=2), head("KEGIATAN", rows=2),
            head("SUB KEGIATAN", rows=2), head("ANGGARAN (Rp)", rows=2),
            head("PENANGGUNG JAWAB", rows=2),
        ),
        tuple(head(ROMAN[key]) for key in QUARTERS),
    )  # fmt: skip
    rows: list[Row] = []
    for objective in cascade.at("objective"):
        rows += _objective(objective, _lines(cascade, cascade.under(objective, "program")))
    lost = [one for one in cascade.at("program") if cascade.above(one, "objective") is None]
    if lost:
        rows += _objective(None, _lines(cascade, lost))
    return (Table(_COLUMNS, heads, tuple(rows), size=7.5),)


class _Path(NamedTuple):
    """One line of work: the program, activity and sub-activity that it runs through."""

    steps: tuple[Element | None, Element | None, Element | None]

    @property
    def leaf(self) -> Element:
        """The deepest of them."""
        return next(step for step in reversed(self.steps) if step is not None)


def _paths(cascade: Cascade, program: Element) -> list[_Path]:
    """Every sub-activity of a program, and what has none under it."""
    paths = []
    for child in cascade.children(program):
        below = cascade.children(child)
        if child.level == "subactivity":
            paths.append(_Path((program, None, child)))
        elif not below:
            paths.append(_Path((program, child, None)))
        paths += [_Path((program, child, one)) for one in below]
    return paths or [_Path((program, None, None))]


def _lines(cascade: Cascade, programs: Sequence[Element]) -> list[Row]:
    """The lines of these programs; what several lines share stands once and spans them."""
    paths = [path for program in programs for path in _paths(cascade, program)]
    budgeted = _budgeted(cascade)
    lines: list[Row] = []
    for index, path in enumerate(paths):
        before = paths[index - 1] if index else None
        cells = []
        for at, step in enumerate(path.steps):
            if step is not None and before is not None and before.steps[at] is step:
                continue
            height = _height(paths, index, at) if step is not None else 1
            cells.append(Cell(named(step) if step else "", rows=height, splits=height > 2))
        bearer = path.steps[budgeted] or path.leaf
        if before is None or (before.steps[budgeted] or before.leaf) is not bearer:
            height = _height(paths, index, budgeted) if path.steps[budgeted] else 1
            cells.append(
                money(bearer.budget.get(YEAR, MISSING))._replace(rows=height, splits=height > 2)
            )
        lines.append((*cells, Cell(_in_charge(path.leaf))))
    return lines


def _height(paths: Sequence[_Path], start: int, at: int) -> int:
    """How many lines from ``start`` on run through the same element."""
    step, end = paths[start].steps[at], start
    while end < len(paths) and paths[end].steps[at] is step:
        end += 1
    return end - start


def _budgeted(cascade: Cascade) -> int:
    """At which step the plan states budgets: the deepest level that has any."""
    for at, level in ((2, "subactivity"), (1, "activity"), (0, "program")):
        if any(one.budget for one in cascade.at(level)):  # type: ignore[arg-type]
            return at
    return 2


def _in_charge(element: Element) -> str:
    said = (element.responsible, *(row.responsible for row in element.indicators))
    return "; ".join(dict.fromkeys(one for one in said if one))


def _objective(objective: Element | None, work: list[Row]) -> list[Row]:
    """An objective's indicators at the left of the lines of work."""
    indicators = objective.indicators if objective else ()
    height = max(len(work), len(indicators), 1)
    lines: list[list[Cell]] = [[] for _ in range(height)]
    shown = named(objective) if objective else ""
    lines[0].append(Cell(shown, rows=height, splits=height > 2))
    if not indicators:
        lines[0].append(Cell(rows=height, columns=6, splits=True))
    for index, indicator in enumerate(indicators):
        end = height if index == len(indicators) - 1 else index + 1
        rows = end - index
        texts = (named(indicator), indicator.unit or "")
        lines[index] += [Cell(said, rows, splits=rows > 2) for said in texts]
        lines[index] += [
            quoted(indicator.target(key))._replace(rows=rows, splits=rows > 2) for key in QUARTERS
        ]
    blank = tuple(Cell() for _ in range(5))
    for index, line in enumerate(lines):
        line.extend(work[index] if index < len(work) else blank)
    return [tuple(line) for line in lines]
