"""A comparison in text: under each element in a terminal, a line for each difference in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from renaksi.checks.view import LEVEL_WORDS, Row
from renaksi.cli.findings_text import place_path
from renaksi.cli.inputs import shown_name
from renaksi.cli.layout import wrap
from renaksi.cli.screen import Screen, printable
from renaksi.compare import Apart, Change, ComparedElement, ComparedRow, Comparison, Kind
from renaksi.diagnostics import Words, counted, spoken
from renaksi.model import Cell, Element, Place
from renaksi.render import words

_SIGNS: Final[dict[Kind, str]] = {"same": " ", "changed": "~", "added": "+", "removed": "-"}
_STYLES: Final[dict[Kind, str]] = {
    "same": "",
    "changed": "yellow",
    "added": "green",
    "removed": "red",
}
_KINDS: Final[dict[Kind, Words]] = {
    "same": Words("sama", "same"),
    "changed": Words("berubah", "changed"),
    "added": Words("baru", "added"),
    "removed": Words("dihapus", "removed"),
}
_FIELDS: Final = {
    "name": Words("nama", "name"),
    "code": Words("kode", "code"),
    "level": Words("tingkat", "level"),
    "parent": Words("dipindah", "moved"),
    "element": Words("dipindah", "moved"),
    "unit": Words("satuan", "unit"),
    "direction": Words("arah", "direction"),
    "accumulation": Words("akumulasi", "accumulation"),
    "cap": Words("batas atas capaian", "cap"),
    "weight": Words("bobot", "weight"),
    "formula": Words("rumus", "formula"),
    "scale": Words("skala", "scale"),
}
_GROUPS: Final = {
    "targets": words.TARGET,
    "actuals": words.ACTUAL,
    "budget": words.BUDGET,
    "spending": words.SPENDING,
}
_STRANGERS: Final = Words(
    "Perhatian: kedua rencana menyebut kantor yang berbeda.",
    "Note: the two plans name different organisations.",
)
_SAME: Final = Words("Kedua rencana sama.", "The two plans are the same.")
_ONLY: Final = Words(
    "Hanya ada di {side}, tidak dibandingkan: {what}.", "Only in {side}, not compared: {what}."
)
_LEVEL: Final = Words("tingkat {name} ({count})", "level {name} ({count})")
_INDICATORS: Final = Words("indikator {name} ({count})", "indicators of level {name} ({count})")
_COLUMN: Final = Words("kolom {name} ({count} sel)", "column {name} ({count} cells)")
_DERIVED: Final = Words("dihitung dari triwulan", "made from the quarters")
_ELEMENT: Final = Words("elemen", "element")
_INDICATOR: Final = Words("indikator", "indicator")
_TOTAL: Final = Words(
    "{what}: {same} sama, {changed} berubah, {added} baru, {removed} dihapus.",
    "{what}: {same} same, {changed} changed, {added} added, {removed} removed.",
)


def report(comparison: Comparison, names: tuple[str, str], screen: Screen) -> Iterator[str]:
    """The lines of one comparison of two named files."""
    shown = [shown_name(name) for name in names]
    for sign, name, plan in zip("AB", shown, (comparison.a, comparison.b), strict=True):
        title = printable(words.plan_title(plan, screen.lang))
        yield from wrap(f"{sign}  {name}: {title}", screen.width, hanging=3)
    if comparison.are_strangers:
        yield screen.style("warning", screen.say(_STRANGERS))
    yield from _apart(comparison.apart, screen)
    yield ""
    lines = _pretty(comparison, screen) if screen.terminal else _plain(comparison, shown, screen)
    yield from lines
    yield from _totals(comparison, screen)


def _apart(apart: Sequence[Apart], screen: Screen) -> Iterator[str]:
    for side in ("a", "b"):
        said = [_said(each, screen) for each in apart if each.side == side]
        if said:
            line = screen.say(_ONLY, side=side.upper(), what="; ".join(said))
            yield from (screen.style("dim", part) for part in wrap(line, screen.width, hanging=3))


def _said(each: Apart, screen: Screen) -> str:
    if each.what == "column":
        return screen.say(_COLUMN, name=_field(each.name, screen), count=each.total)
    level = next(said for level, said in LEVEL_WORDS.items() if level == each.name)
    line = _LEVEL if each.what == "level" else _INDICATORS
    return screen.say(line, name=spoken(level, screen.lang), count=each.total)


def _totals(comparison: Comparison, screen: Screen) -> Iterator[str]:
    if comparison.is_same:
        yield screen.style("green", screen.say(_SAME))
    rows = [row.kind for element in comparison.elements for row in element.rows]
    for word, kinds in (
        (_ELEMENT, [element.kind for element in comparison.elements]),
        (_INDICATOR, rows),
    ):
        numbers = {kind: kinds.count(kind) for kind in _KINDS}
        yield screen.say(_TOTAL, what=counted(len(kinds), word, screen.lang), **numbers)


# -- for a person ----------------------------------------------------------------------------


def _pretty(comparison: Comparison, screen: Screen) -> Iterator[str]:
    for element in comparison.elements:
        if element.kind != "same":
            yield from _element(element, screen)
            yield ""


def _element(element: ComparedElement, screen: Screen) -> Iterator[str]:
    line = f"{_SIGNS[element.kind]} {_name(element, screen)}"
    if element.kind != "changed":
        line += f" ({spoken(_KINDS[element.kind], screen.lang)})"
    yield from _styled(line, _STYLES[element.kind], 0, screen)
    for change in element.changes:
        yield from _styled(_change(change, screen), "", 4, screen)
    for row in element.rows:
        if row.kind == "same" and element.kind == "changed":
            continue
        line = f"{_SIGNS[row.kind]} {_row_name(row, screen)}"
        if row.kind in ("added", "removed"):
            line += f": {_targets(row, screen)}"
        yield from _styled(line, _STYLES[row.kind], 2, screen)
        for change in row.changes:
            yield from _styled(_change(change, screen), "", 6, screen)


def _styled(line: str, style: str, indent: int, screen: Screen) -> Iterator[str]:
    for part in wrap(line, screen.width - indent, hanging=2):
        yield " " * indent + screen.style(style, part) if style else " " * indent + part


# -- for a pipe ------------------------------------------------------------------------------


def _plain(comparison: Comparison, names: Sequence[str], screen: Screen) -> Iterator[str]:
    """``file:place: sign what``, one line for each difference."""
    for element in comparison.elements:
        where = _where(element.a and element.a.source, element.b and element.b.source, names)
        name = _name(element, screen)
        if element.kind in ("added", "removed"):
            yield f"{where}: {_SIGNS[element.kind]} {name}"
        for change in element.changes:
            yield f"{where}: ~ {name}: {_change(change, screen)}"
        for row in element.rows:
            yield from _plain_row(row, names, screen)


def _plain_row(row: ComparedRow, names: Sequence[str], screen: Screen) -> Iterator[str]:
    where = _where(_place(row.a), _place(row.b), names)
    name = _row_name(row, screen)
    if row.kind in ("added", "removed"):
        yield f"{where}: {_SIGNS[row.kind]} {name}: {_targets(row, screen)}"
    for change in row.changes:
        yield f"{where}: ~ {name}: {_change(change, screen)}"


def _where(a: Place | None, b: Place | None, names: Sequence[str]) -> str:
    """The place in the newer file, else in the older."""
    name, place = (names[1], b) if b is not None else (names[0], a)
    path = place_path(place)
    return f"{name}:{path}" if path else name


def _place(row: Row | None) -> Place | None:
    return row.place if row is not None else None


# -- words -----------------------------------------------------------------------------------


def _name(element: ComparedElement, screen: Screen) -> str:
    shown = element.b or element.a
    assert isinstance(shown, Element)
    untitled = spoken(words.UNTITLED, screen.lang)
    return printable(words.element_name(shown, screen.lang, missing=untitled))


def _row_name(row: ComparedRow, screen: Screen) -> str:
    shown = row.b or row.a
    assert shown is not None
    name = shown.indicator.name or spoken(words.NAMELESS, screen.lang)
    return f"{spoken(_INDICATOR, screen.lang)} “{printable(name)}”"


def _targets(row: ComparedRow, screen: Screen) -> str:
    """Every target of an indicator that stands on one side only, with its unit."""
    shown = row.b or row.a
    assert shown is not None
    indicator = shown.indicator
    cells = [
        f"{words.cell_name(key, screen.lang)} {_text(indicator.target(key), screen)}"
        for key in words.cell_keys([indicator.targets])
    ]
    return ", ".join([*cells, *([printable(indicator.unit)] if indicator.unit else [])])


def _change(change: Change, screen: Screen) -> str:
    a, b = _value(change, "a", screen), _value(change, "b", screen)
    arrow = "→" if screen.drawing else "->"
    return f"{_field(change.field, screen)}: {a} {arrow} {b}"


def _field(field: str, screen: Screen) -> str:
    group, _, key = field.partition(".")
    if not key:
        return spoken(_FIELDS[group], screen.lang)
    return f"{spoken(_GROUPS[group], screen.lang).lower()} {words.cell_name(key, screen.lang)}"


def _value(change: Change, side: str, screen: Screen) -> str:
    value = change.a if side == "a" else change.b
    if isinstance(value, Cell):
        text = _text(value, screen)
        return f"{text} ({screen.say(_DERIVED)})" if change.derived == side else text
    if value is None:
        return spoken(words.EMPTY, screen.lang)
    if change.field == "level":
        return next(
            spoken(said, screen.lang) for level, said in LEVEL_WORDS.items() if level == value
        )
    return f"“{printable(value)}”"


def _text(cell: Cell, screen: Screen) -> str:
    empty = spoken(words.EMPTY, screen.lang)
    return printable(words.cell_text(cell, screen.lang, missing=empty))
