"""Results as cells: targets, actuals and achievements of a measurement, each with its reason.

All numbers come from `renaksi.measure`; here they only get their looks. What has no number
says why in a word: *belum dilaporkan*, never 0.
"""

from __future__ import annotations

from typing import Final

from renaksi.measure import (
    Bands,
    IndicatorMeasure,
    Mean,
    Measurement,
    explain,
    explain_mean,
    word_of,
)
from renaksi.measure.figures import Exact
from renaksi.measure.measurement import SpanKey
from renaksi.measure.rollup import ElementMeasure
from renaksi.model import Element, Indicator, Level
from renaksi.reports.tree import Cell, Paragraph, Run, Shade
from renaksi.reports.wording import figure, quoted, with_sign

STATES: Final = {
    "incomplete": "belum lengkap",
    "not_scheduled": "-",
    "awaited": "belum dilaporkan",
    "without_target": "tanpa target",
    "undefined": "tidak terdefinisi",
}
INCOMPLETE_NOTE: Final = (
    "* Belum lengkap: realisasi sebagian triwulan yang bertarget belum dilaporkan; "
    "belum dihitung dalam rata-rata."
)
MEAN_WORDS: Final[dict[Level, str]] = {
    "goal": "tujuan",
    "objective": "sasaran",
    "program": "program",
    "activity": "kegiatan",
    "subactivity": "sub kegiatan",
}


class Results:
    """A measurement by element and row, and its figures as cells."""

    def __init__(self, measurement: Measurement) -> None:
        self.measurement = measurement
        self._rows = {(one.row.element, one.row.position): one for one in measurement.indicators}
        self._elements = {one.element: one for one in measurement.elements}

    def row(self, element: Element, position: int) -> IndicatorMeasure:
        """The measured row at this position of an element."""
        return self._rows[element.id, position]

    def element(self, element: Element) -> ElementMeasure:
        """The two means of an element."""
        return self._elements[element.id]

    def target(self, found: IndicatorMeasure, key: SpanKey) -> Cell:
        """The target of a span."""
        return self.value(found, key, found.spans[key].target)

    def actual(self, found: IndicatorMeasure, key: SpanKey) -> Cell:
        """The actual of a span."""
        return self.value(found, key, found.spans[key].actual)

    def value(self, found: IndicatorMeasure, key: SpanKey, value: Exact | None) -> Cell:
        """A target or actual of a span: the word of its scale, else the number."""
        if value is None:
            return Cell("-" if found.spans[key].state == "not_scheduled" else "", align="center")
        word = word_of(found, key, value)
        if word:
            return Cell(word, align="center")
        return with_sign(figure(value)._replace(align="center"), found.row.indicator)

    def reported(self, indicator: Indicator, key: str) -> Cell:
        """The reported actual of a quarter, written as the targets are."""
        return with_sign(quoted(indicator.actual(key)), indicator)

    def achievement(self, found: IndicatorMeasure, key: SpanKey) -> Cell:
        """The achievement of a span in per cent, or the word for its state."""
        span = found.spans[key]
        because = explain(self.measurement, found, key)
        if span.raw is None:
            return Cell(STATES[span.state], align="center", because=because)
        cell = figure(span.raw, because=because)._replace(align="center")
        if span.state == "incomplete":
            return cell._replace(text=f"{cell.text}*", mark="*")
        return cell

    def band(self, found: IndicatorMeasure, key: SpanKey) -> Cell:
        """The word of the achievement's band, in its colour."""
        span = found.spans[key]
        if span.band is None or span.state != "measured":
            return Cell("", align="center")
        return Cell(span.band.name["id"], align="center", shade=_shade(span.band.key))

    def plain(self, value: Exact | None) -> Cell:
        """A figure that is none of the measurement's spans."""
        return figure(value, empty="-")._replace(align="center", bold=True)

    def mean(self, mean: Mean | None, what: str) -> tuple[Cell, Cell, str]:
        """A mean, its band, and how many it counts."""
        if mean is None:
            return Cell("", align="center"), Cell(), ""
        because = explain_mean(self.measurement, mean, what)  # type: ignore[arg-type]
        value = figure(mean.value, because=because, empty="-")._replace(align="center", bold=True)
        band = Cell()
        if mean.band is not None:
            band = Cell(mean.band.name["id"], align="center", shade=_shade(mean.band.key))
        return value, band, f"{mean.counted} dari {mean.of} indikator"


def band_cell(bands: Bands, value: Exact | None) -> Cell:
    """The word of a value's band, in its colour."""
    if value is None:
        return Cell(align="center")
    band = bands.of(value)
    return Cell(band.name["id"], align="center", shade=_shade(band.key))


def legend(results: Results, of: str = "") -> Paragraph:
    """Which bands the figures follow, ``of`` which column, and what the star behind one means."""
    bands = results.measurement.settings.bands
    steps = [
        f"{band.name['id']} ≥ {band.lower}"
        if band.lower is not None
        else f"{band.name['id']} di bawahnya"
        for band in bands.steps
    ]
    told = f"Kategori{of} menurut {bands.source}: {'; '.join(steps)}."
    spans = (span for one in results.measurement.indicators for span in one.spans.values())
    if any(span.state == "incomplete" for span in spans):
        told = f"{told} {INCOMPLETE_NOTE}"
    return Paragraph((Run(told),), "left", size=8)


def _shade(key: str) -> Shade:
    """The colour of a band; governments may have bands of their own, without one."""
    known = ("sangat_tinggi", "tinggi", "sedang", "rendah", "sangat_rendah")
    return key if key in known else ""  # type: ignore[return-value]
