"""A measurement in text: every element and indicator, then the levels and the headline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.cli.layout import Column, Text, beside, flow, natural, row, wrap
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Words, spoken
from renaksi.measure import (
    Exact,
    IndicatorMeasure,
    Mean,
    Measurement,
    Span,
    explain,
    explain_mean,
    shown,
    word_of,
)
from renaksi.model import LEVELS, Element, Plan
from renaksi.quarter import QUARTERS
from renaksi.render import words

LEAST_NAME: Final = 36
_BAND_STYLES: Final = {
    "sangat_tinggi": "green",
    "tinggi": "green",
    "sedang": "yellow",
    "rendah": "red",
    "sangat_rendah": "red",
}
_STATES: Final = {
    "incomplete": Words("belum lengkap", "incomplete"),
    "not_scheduled": words.NOT_SCHEDULED,
    "awaited": Words("belum dilaporkan", "awaited"),
    "without_target": Words("tanpa target", "without target"),
    "undefined": Words("tidak terdefinisi", "undefined"),
}
_HEADS: Final = (
    words.TARGET,
    words.ACTUAL,
    Words("Capaian", "Achieved"),
    Words("Kategori", "Band"),
    Words("Tahun", "Year"),
)
_ABOUT: Final = Words(
    "Capaian s.d. {quarter}; kolom Tahun terhadap target tahun; kategori menurut {source}.",
    "Achievement to {quarter}; the column Year against the target of the year; bands by {source}.",
)
_NO_ACTUALS: Final = Words(
    "Rencana ini tidak memuat realisasi, jadi belum ada capaian yang dapat dihitung.",
    "This plan holds no actuals, so there is no achievement to compute yet.",
)
_OWN: Final = Words("indikatornya", "its indicators")
_CHILDREN: Final = Words("di bawahnya", "below it")
_COUNTED: Final = Words("{counted} dari {of}", "{counted} of {of}")
_LEVELS: Final = Words(
    "Rata-rata capaian semua indikator tiap tingkat:",
    "Mean achievement of all indicators of each level:",
)
_HEADLINE: Final = Words("Perangkat daerah", "Organisation")


def report(
    plan: Plan, measurement: Measurement, screen: Screen, *, explained: bool
) -> Iterator[str]:
    """The lines of one measured plan; ``explained`` tells how each number came about."""
    for line in wrap(printable(words.plan_title(plan, screen.lang)), screen.width):
        yield screen.style("bold", line)
    quarter = words.cell_name(QUARTERS[measurement.quarter - 1], screen.lang)
    about = screen.say(_ABOUT, quarter=quarter, source=measurement.settings.bands.source)
    yield from wrap(about, screen.width)
    if not any(_reported(found) for found in measurement.indicators):
        yield from wrap(screen.say(_NO_ACTUALS), screen.width)
    yield ""
    yield from _Table(plan, measurement, screen, explained).lines()


def _reported(found: IndicatorMeasure) -> bool:
    return any(cell.state != "missing" for cell in found.row.indicator.actuals.values())


class _Table:
    """The numbers of a plan, each element under its parent."""

    def __init__(
        self, plan: Plan, measurement: Measurement, screen: Screen, explained: bool
    ) -> None:
        self._measurement = measurement
        self._screen = screen
        self._explained = explained
        self._children = words.children(plan)
        self._means = {means.element: means for means in measurement.elements}
        self._rows: dict[str, list[tuple[IndicatorMeasure, list[Text]]]] = {}
        for found in measurement.indicators:
            self._rows.setdefault(found.row.element, []).append((found, self._cells(found)))
        cells = [[cell.text for cell in row] for rows in self._rows.values() for _, row in rows]
        heads = [spoken(head, screen.lang) for head in _HEADS]
        widths = [min(18, width) for width in natural([heads, *cells])]
        self._columns = [Column(width, right=at != 3) for at, width in enumerate(widths)]
        self._room = screen.width - sum(width + 2 for width in widths)
        self._wide = self._room >= LEAST_NAME

    def lines(self) -> Iterator[str]:
        """The table, then the mean of each level and of the organisation."""
        if self._wide:
            heads = [Text(spoken(head, self._screen.lang), "dim") for head in _HEADS]
            (line,) = row(heads, self._columns, self._screen)
            yield " " * (self._room + 2) + line
        for element in self._children[None]:
            yield from self._element(element, "")
        yield ""
        yield from self._levels()

    def _element(self, element: Element, indent: str) -> Iterator[str]:
        lang, width = self._screen.lang, self._screen.width - len(indent)
        untitled = spoken(words.UNTITLED, lang)
        name = printable(words.element_name(element, lang, missing=untitled))
        for line in wrap(name, width, hanging=2):
            yield indent + self._screen.style("bold", line)
        means = self._means[element.id]
        told = [
            Text(f"{spoken(label, lang)} {self._mean(mean)}", "dim")
            for label, mean in ((_OWN, means.own), (_CHILDREN, means.children))
            if mean is not None and mean.of
        ]
        for line in flow(told, width - 2, self._screen) if told else ():
            yield f"{indent}  {line}"
        if self._explained and means.own:
            yield from self._told(explain_mean(self._measurement, means.own, "own", lang), indent)
        if self._explained and means.children:
            sentence = explain_mean(self._measurement, means.children, "children", lang)
            yield from self._told(sentence, indent)
        for found, cells in self._rows.get(element.id, ()):
            yield from self._indicator(found, cells, indent)
        for child in self._children.get(element.id, ()):
            yield from self._element(child, indent + "  ")

    def _indicator(self, found: IndicatorMeasure, cells: list[Text], indent: str) -> Iterator[str]:
        indicator = found.row.indicator
        name = printable(indicator.name or spoken(words.NAMELESS, self._screen.lang))
        bullet = "• " if self._screen.drawing else "* "
        name = bullet + (f"{indicator.number}. {name}" if indicator.number else name)
        inside = indent + "  "
        if self._wide:
            left = wrap(name, self._room - len(inside), hanging=2)
            values = row(cells, self._columns, self._screen)
            for line in beside(left, values, self._room + 2 - len(inside)):
                yield inside + line
        else:
            width = self._screen.width - len(inside)
            yield from (inside + line for line in wrap(name, width, hanging=2))
            named = [
                Text(f"{spoken(head, self._screen.lang)} {cell.text}", cell.style)
                for head, cell in zip(_HEADS, cells, strict=True)
                if cell.text
            ]
            yield from (f"{inside}  {line}" for line in flow(named, width - 2, self._screen))
        if self._explained:
            for key in ("to_date", "year"):
                sentence = explain(self._measurement, found, key, self._screen.lang)
                yield from self._told(sentence, inside)

    def _told(self, sentence: str, indent: str) -> Iterator[str]:
        """An explanation, dimmed."""
        for line in wrap(printable(sentence), self._screen.width - len(indent) - 2):
            yield f"{indent}  {self._screen.style('dim', line)}"

    def _cells(self, found: IndicatorMeasure) -> list[Text]:
        """Target and actual to date, the achievement, its band or state, and the year's."""
        span = found.spans["to_date"]
        band = span.band if span.state == "measured" else None
        lang = self._screen.lang
        return [
            Text(self._value(found, span.target)),
            Text(self._value(found, span.actual)),
            Text(self._percent(span)),
            Text(band.name[lang], _BAND_STYLES.get(band.key, ""))
            if band
            else Text(spoken(_STATES[span.state], lang), "dim"),
            Text(self._percent(found.spans["year"])),
        ]

    def _value(self, found: IndicatorMeasure, value: Exact | None) -> str:
        if value is None:
            return ""
        return printable(word_of(found, "to_date", value) or shown(value, self._screen.lang))

    def _percent(self, span: Span) -> str:
        return "" if span.raw is None else f"{shown(span.raw, self._screen.lang)}%"

    def _mean(self, mean: Mean) -> str:
        """``87,5% Tinggi (5 dari 7)``."""
        counted = self._screen.say(_COUNTED, counted=mean.counted, of=mean.of)
        if mean.value is None or mean.band is None:
            return f"– ({counted})" if self._screen.drawing else f"- ({counted})"
        lang = self._screen.lang
        return f"{shown(mean.value, lang)}% {mean.band.name[lang]} ({counted})"

    def _levels(self) -> Iterator[str]:
        """The means over all indicators of each level, and the organisation's headline."""
        lang = self._screen.lang
        yield from wrap(self._screen.say(_LEVELS), self._screen.width)
        names = {level: spoken(LEVEL_WORDS[level], lang) for level in LEVELS}
        width = max(map(len, (*names.values(), spoken(_HEADLINE, lang))))
        for level, mean in self._measurement.levels.items():
            if mean.of:
                yield f"  {names[level]:{width}}  {self._mean(mean)}"
        headline = (
            f"{spoken(_HEADLINE, lang):{width}}  {self._mean(self._measurement.organisation)}"
        )
        yield "  " + self._screen.style("bold", headline)
