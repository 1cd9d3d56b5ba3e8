"""The cascade as a tree with its quarters, for someone who has the paper in front of them.

A wide screen has the quarters in columns at the right; a narrow one has them named
under each indicator. What the paper leaves empty, ``-`` and 0 look different, and
what was in doubt while reading bears a mark.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from renaksi.cli.inputs import Found
from renaksi.cli.layout import Column, Text, beside, flow, row, wrap
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Diagnostic, Words, spoken
from renaksi.model import MISSING, Cell, Element, Indicator
from renaksi.quarter import QUARTERS, YEAR
from renaksi.render import words

# Names need this much room; with less, the quarters go under them.
LEAST_NAME: Final = 46
# After this many lines a program names the columns again.
HEADING_EVERY: Final = 25
WIDEST_CELL: Final = 14

_DOUBTED: Final = Words(
    "diragukan saat dibaca (lihat `renaksi check`)", "in doubt while reading (see `renaksi check`)"
)


class Signs(NamedTuple):
    """The characters that draw the tree and mark its cells."""

    child: str
    last: str
    passing: str
    bullet: str
    missing: str
    doubt: str = "!"


DRAWN: Final = Signs("├─ ", "└─ ", "│  ", "• ", "·")
PLAIN: Final = Signs("|- ", "`- ", "|  ", "* ", "_")


class Tree:
    """The drawing of one plan on one screen."""

    def __init__(self, found: Found, screen: Screen) -> None:
        self.screen = screen
        self.lang = screen.lang
        self.signs = DRAWN if screen.drawing else PLAIN
        self.rows = [row for element in found.plan.elements for row in element.indicators]
        self.doubted = {_subject(finding) for finding in found.findings if _doubts(finding)}
        self.children = words.children(found.plan)
        self.keys = _columns(self.rows)
        self.columns = self._columns()
        self.room = screen.width - sum(column.width + 2 for column in self.columns)
        self.wide = self.room >= LEAST_NAME
        if not self.wide:
            self.signs = self.signs._replace(
                child=self.signs.child[0] + " ",
                last=self.signs.last[0] + " ",
                passing=self.signs.passing[:2],
            )
        self._lines_since_heading = 0

    def lines(self) -> Iterator[str]:
        """The whole drawing: columns named, then every element under its parent."""
        if self.wide:
            yield self._heading()
        for element in self.children[None]:
            yield from self._element(element, "", "")

    def legend(self) -> str:
        """What the signs in this drawing mean."""
        states = {row.target(key).state for row in self.rows for key in self.keys}
        signs = []
        if "missing" in states or any(row.unit is None for row in self.rows):
            signs.append(f"{self.signs.missing} {spoken(words.EMPTY, self.lang)}")
        if "not_scheduled" in states:
            signs.append(f"- {spoken(words.NOT_SCHEDULED, self.lang)}")
        if self.doubted:
            signs.append(f"{self.signs.doubt} {spoken(_DOUBTED, self.lang)}")
        return "; ".join(signs)

    def _columns(self) -> list[Column]:
        """Columns for the cells and the unit, as wide as their texts need, within reason."""
        columns = []
        for key in self.keys:
            texts = [
                self._text(cells)
                for row in self.rows
                for cells in (row.target(key), row.actual(key))
            ]
            width = max(map(len, (words.cell_name(key, self.lang), *texts)))
            columns.append(Column(min(WIDEST_CELL, width) + 1, right=True))
        units = [printable(row.unit or "") for row in self.rows]
        return [*columns, Column(min(WIDEST_CELL, max(map(len, ("Satuan", *units)))))]

    def _heading(self) -> str:
        self._lines_since_heading = 0
        heads = [Text(words.cell_name(key, self.lang) + " ", "dim") for key in self.keys]
        heads.append(Text(spoken(words.UNIT, self.lang), "dim"))
        (line,) = row(heads, self.columns, self.screen)
        return " " * self.room + line

    def _element(self, element: Element, lead: str, below: str) -> Iterator[str]:
        """An element behind ``lead``; its rows and children behind ``below``."""
        if self.wide and element.level == "program" and self._lines_since_heading > HEADING_EVERY:
            yield self._heading()
        children = self.children.get(element.id, [])
        inside = below + self._stem(bool(children))
        yield from self._name(element, lead, inside)
        for label, cells in ((words.BUDGET, element.budget), (words.SPENDING, element.spending)):
            yield from self._named_cells(label, cells, inside)
        for index, indicator in enumerate(element.indicators):
            yield from self._indicator(element, index, indicator, inside)
        for child in children:
            last = child is children[-1]
            sign = self.signs.last if last else self.signs.child
            yield from self._element(child, below + sign, below + self._stem(not last))

    def _stem(self, passing: bool) -> str:
        return self.signs.passing if passing else " " * len(self.signs.passing)

    def _name(self, element: Element, lead: str, inside: str) -> Iterator[str]:
        """The element's name, its mark of doubt and its code."""
        untitled = spoken(words.UNTITLED, self.lang)
        name = printable(words.element_name(element, self.lang, missing=untitled))
        style = "bold" if element.level in ("goal", "objective", "program") else ""
        room = self.screen.width - len(inside)
        tail = (
            [Text(self.signs.doubt, "yellow")] if (element.id, None, None) in self.doubted else []
        )
        if code := element.code or element.code_printed:
            tail.append(Text(printable(code), "dim"))
        lines = wrap(name, room)
        used = len(lines[-1])
        lines = [self.screen.style(style, line) if style else line for line in lines]
        for item in tail:
            shown = self.screen.style(item.style, item.text)
            if used + 1 + len(item.text) > room:
                lines.append(shown)
                used = len(item.text)
            else:
                lines[-1] += f" {shown}"
                used += 1 + len(item.text)
        yield from self._behind(lines, inside, lead)

    def _indicator(
        self, element: Element, index: int, indicator: Indicator, inside: str
    ) -> Iterator[str]:
        doubted = {cell for owner, row, cell in self.doubted if (owner, row) == (element.id, index)}
        name = printable(indicator.name or spoken(words.NAMELESS, self.lang))
        name = f"{indicator.number}. {name}" if indicator.number else name
        if doubted & {None, "name"}:
            name += f" {self.signs.doubt}"
        unit = printable(indicator.unit or self.signs.missing)
        unit += self.signs.doubt if "unit" in doubted else ""
        targets = [*self._cells(indicator.targets, doubted), Text(unit)]
        yield from self._row(self.signs.bullet + name, targets, inside)
        if any(cell.state != "missing" for cell in indicator.actuals.values()):
            label = spoken(words.ACTUAL, self.lang).lower()
            yield from self._row(f"  {label}", self._cells(indicator.actuals, set()), inside)
        for head, cells in ((words.TARGET, indicator.targets), (words.ACTUAL, indicator.actuals)):
            others = {key: cell for key, cell in cells.items() if key not in self.keys}
            yield from self._named_cells(head, others, inside)

    def _row(self, name: str, cells: list[Text], inside: str) -> Iterator[str]:
        """A name, and its cells beside it or under it."""
        if not self.wide:
            room = self.screen.width - len(inside)
            unit = "".join(cell.text for cell in cells[len(self.keys) :])
            if unit and not name.endswith(f"({unit})"):
                name = f"{name} ({unit})"
            values = flow(self._labelled(cells), room - 2, self.screen)
            yield from self._behind(
                [*wrap(name, room, 2), *(f"  {line}" for line in values)], inside
            )
            return
        left = wrap(name, self.room - len(inside) - 2, hanging=2)
        right = row(cells, self.columns[: len(cells)], self.screen)
        yield from self._behind(beside(left, right, self.room - len(inside)), inside)

    def _labelled(self, cells: list[Text]) -> list[Text]:
        """Cells behind the names of their columns."""
        width = max(len(self._text(row.target(key))) for row in self.rows for key in self.keys) + 1
        return [
            Text(f"{words.cell_name(key, self.lang)} {cell.text:>{width}}".rstrip(), cell.style)
            for key, cell in zip(self.keys, cells, strict=False)
        ]

    def _named_cells(self, label: Words, cells: Mapping[str, Cell], inside: str) -> Iterator[str]:
        """Cells that have no column here, in words."""
        items = [
            Text(f"{words.cell_name(key, self.lang)} {self._text(cell)}", "dim")
            for key, cell in cells.items()
            if cell.state != "missing"
        ]
        if items:
            items.insert(0, Text(f"{spoken(label, self.lang)}:", "dim"))
            lines = flow(items, self.screen.width - len(inside) - 2, self.screen)
            yield from self._behind([f"  {line}" for line in lines], inside)

    def _behind(self, lines: list[str], inside: str, lead: str | None = None) -> Iterator[str]:
        """Lines behind the stems of the tree; the first behind ``lead`` where it is given."""
        self._lines_since_heading += len(lines)
        for index, line in enumerate(lines):
            yield (inside if index or lead is None else lead) + line

    def _cells(self, cells: Mapping[str, Cell], doubted: set[str | None]) -> list[Text]:
        return [
            Text(self._text(cells.get(key, MISSING)) + self.signs.doubt, "yellow")
            if key in doubted
            else Text(self._text(cells.get(key, MISSING)) + " ")
            for key in self.keys
        ]

    def _text(self, cell: Cell) -> str:
        return printable(words.cell_text(cell, self.lang, missing=self.signs.missing))


def _doubts(finding: Diagnostic) -> bool:
    """Whether a finding says that what was read is in doubt, rather than how it was repaired."""
    return finding.rule.kind == "reading" and finding.rule.severity != "info"


def _subject(finding: Diagnostic) -> tuple[str | None, int | None, str | None]:
    return finding.element, finding.indicator, finding.cell


def _columns(rows: list[Indicator]) -> tuple[str, ...]:
    """The quarters, and the year where any row has one."""
    cells = (cell for row in rows for cell in (row.target(YEAR), row.actual(YEAR)))
    return (*QUARTERS, YEAR) if any(cell.state != "missing" for cell in cells) else QUARTERS
