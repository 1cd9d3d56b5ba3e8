"""The tables of a page: every element with its indicators, their quarters and their places."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from renaksi.diagnostics import Language, Words, spoken
from renaksi.model import MISSING, Cell, Element, Indicator, Place, Plan
from renaksi.quarter import QUARTERS
from renaksi.render import words
from renaksi.render.html.notes import Notes
from renaksi.render.html.text import text

_NAME: Final = Words("Uraian", "Element")
_KIND: Final = Words("Jenis", "Kind")
_PLACE: Final = Words("Letak", "Place")


class Section(NamedTuple):
    """A part of the page: a program with all below it, or what stands under no program."""

    program: Element | None
    elements: list[Element]


def sections(plan: Plan) -> list[Section]:
    """The plan from top to bottom, one section for each program."""
    children = words.children(plan)
    above = Section(None, [])
    parts = [above]

    def walk(element: Element, part: Section) -> None:
        if element.level == "program":
            part = Section(element, [])
            parts.append(part)
        part.elements.append(element)
        for child in children.get(element.id, ()):
            walk(child, part)

    for element in children[None]:
        walk(element, above)
    return [part for part in parts if part.elements]


class Cascade:
    """The tables of one plan; all have the same columns."""

    def __init__(self, plan: Plan, notes: Notes, lang: Language) -> None:
        self._notes = notes
        self._lang = lang
        self._order = {element.id: n for n, element in enumerate(plan.elements)}
        rows = [row for element in plan.elements for row in element.indicators]
        actuals = words.cell_keys(row.actuals for row in rows)
        used = words.cell_keys([*(row.targets for row in rows), *(row.actuals for row in rows)])
        self._keys = (*QUARTERS, *(key for key in used if key not in QUARTERS))
        self._actuals = bool(actuals)
        self._placed = any(row.source for row in rows) or any(e.source for e in plan.elements)

    def table(self, elements: Sequence[Element], anchor: str, name: str) -> Iterator[str]:
        """One table, named by the heading at ``anchor``."""
        yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{anchor}">'
        yield f'<table role="table"><caption class="unseen">{name}</caption>'
        yield '<thead role="rowgroup"><tr role="row">'
        for style, head in self._heads():
            yield f'<th role="columnheader" scope="col" class="{style}">{text(head)}</th>'
        yield "</tr></thead>"
        for element in elements:
            about = _said(
                level=element.level,
                id=element.id,
                parent=element.parent,
                number=element.number,
                code=element.code or element.code_printed,
                order=str(self._order[element.id]),
            )
            yield f'<tbody role="rowgroup" id="{self._notes.anchor(element.id)}"{about}>'
            for said, cells in self._rows(element):
                yield f'<tr role="row" class="{element.level}"{said}>{"".join(cells)}</tr>'
            yield "</tbody>"
        yield "</table></div>"

    def _heads(self) -> Iterator[tuple[str, str]]:
        """Class and text of each column's head."""
        yield "name", spoken(_NAME, self._lang)
        yield "indicator", spoken(words.INDICATOR, self._lang)
        yield "unit", spoken(words.UNIT, self._lang)
        if self._actuals:
            yield "kind", spoken(_KIND, self._lang)
        for key in self._keys:
            yield "cell", words.cell_name(key, self._lang)
        if self._placed:
            yield "place", spoken(_PLACE, self._lang)

    def _rows(self, element: Element) -> Iterator[tuple[str, list[str]]]:
        """What each row of an element is, and its cells; the first begins with its name."""
        height = 2 if self._actuals else 1
        first = [self._name(element, max(1, len(element.indicators) * height))]
        if not element.indicators:
            columns = len(self._keys) + 2 + self._actuals
            empty = f'<td role="cell" colspan="{columns}" class="indicator">{self._missing()}</td>'
            yield "", [*first, empty, self._place(element.source, 1)]
        for index, indicator in enumerate(element.indicators):
            head = [*first, *self._indicator(element, index, indicator, height)]
            place = self._place(indicator.source or element.source, height)
            targets = self._cells("targets", indicator.targets, element, index)
            kind = [self._kind(words.TARGET)] if self._actuals else []
            said = {
                "indicator-number": indicator.number, "direction": indicator.direction,
                "accumulation": indicator.accumulation,
            }  # fmt: skip
            yield _said(**said), [*head, *kind, *targets, place]
            if self._actuals:
                actuals = self._cells("actuals", indicator.actuals, element, None)
                yield _said(kind="actuals"), [self._kind(words.ACTUAL), *actuals]
            first = []

    def _name(self, element: Element, height: int) -> str:
        name = words.element_name(element, self._lang, missing=spoken(words.UNTITLED, self._lang))
        code = element.code or element.code_printed
        parts = [_titled("name", name, element.name), self._notes.on(element.id)]
        if code:
            parts.append(f'<span class="code">{text(code)}</span>')
        for label, group in ((words.BUDGET, "budget"), (words.SPENDING, "spending")):
            cells: Mapping[str, Cell] = getattr(element, group)
            shown = [
                f"{text(words.cell_name(key, self._lang))} "
                f'<span data-cell="{group} {text(key)}">'
                f"{text(words.cell_text(cells[key], self._lang))}</span>"
                for key in words.cell_keys([cells])
            ]
            if shown:
                money = f"{text(spoken(label, self._lang))}: {'; '.join(shown)}"
                parts.append(f'<span class="money">{money}</span>')
        return (
            f'<th role="rowheader" scope="rowgroup" rowspan="{height}" class="name">'
            f"{''.join(parts)}</th>"
        )

    def _indicator(
        self, element: Element, index: int, indicator: Indicator, height: int
    ) -> Iterator[str]:
        """The cells of the indicator's text and unit."""
        number = f"{indicator.number}. " if indicator.number else ""
        name = f"{number}{indicator.name or spoken(words.NAMELESS, self._lang)}"
        style = "indicator" if indicator.name else "indicator empty"
        yield (
            f'<td role="cell" rowspan="{height}" class="{style}"'
            f' id="{self._notes.anchor(element.id, index)}">'
            f"{_titled('indicator', name, indicator.name)}"
            f"{self._notes.on(element.id, index, None, 'name')}</td>"
        )
        unit = text(indicator.unit) if indicator.unit else self._missing()
        doubt = " doubt" if self._notes.doubted(element.id, index, "unit") else ""
        yield (
            f'<td role="cell" rowspan="{height}" class="unit{doubt}" data-cell="unit"'
            f' data-head="{spoken(words.UNIT, self._lang)}">'
            f"{unit}{self._notes.on(element.id, index, 'unit')}</td>"
        )

    def _cells(
        self, group: str, cells: Mapping[str, Cell], element: Element, index: int | None
    ) -> Iterator[str]:
        """One cell for each column; findings are noted where ``index`` names their row."""
        for key in self._keys:
            cell = cells.get(key, MISSING)
            shown = text(words.cell_text(cell, self._lang)) or self._missing()
            if cell.state == "not_scheduled":
                shown += f'<span class="unseen"> {spoken(words.NOT_SCHEDULED, self._lang)}</span>'
            doubt = ""
            if index is not None:
                shown += self._notes.on(element.id, index, key)
                doubt = " doubt" if self._notes.doubted(element.id, index, key) else ""
            head = text(words.cell_name(key, self._lang))
            name = f'data-cell="{group} {text(key)}"'
            yield f'<td role="cell" class="cell{doubt}" {name} data-head="{head}">{shown}</td>'

    def _kind(self, kind: Words) -> str:
        return f'<th role="rowheader" scope="row" class="kind">{spoken(kind, self._lang)}</th>'

    def _place(self, place: Place | None, height: int) -> str:
        if not self._placed:
            return ""
        where = text(words.place_words(place, self._lang))
        return f'<td role="cell" rowspan="{height}" class="place">{where}</td>'

    def _missing(self) -> str:
        """What is not in the document: seen as a dot, read aloud as a word."""
        return (
            '<span class="empty"><span aria-hidden="true">·</span>'
            f'<span class="unseen">{spoken(words.EMPTY, self._lang)}</span></span>'
        )


def _said(**values: str | None) -> str:
    """Attributes for those who read the page back: what an element or a row is."""
    named = ((name.replace("_", "-"), value) for name, value in values.items())
    return "".join(f' data-{name}="{text(value)}"' for name, value in named if value)


def _titled(cell: str, shown: str, name: str | None) -> str:
    """A name as it is shown, the part that the document prints told apart."""
    if not name or not shown.endswith(name):
        return text(shown)
    return f'{text(shown.removesuffix(name))}<span data-cell="{cell}">{text(name)}</span>'
