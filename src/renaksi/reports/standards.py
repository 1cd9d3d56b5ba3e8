"""What an indicator reached beside a standard: the figure of the nation, the province, a service.

No plan holds standards, so the writer enters the figure and, behind a semicolon, whose it is:
*80; rata-rata kabupaten*. What compares them is computed here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from renaksi.measure import IndicatorMeasure
from renaksi.measure.figures import Exact, of_decimal, shown
from renaksi.measure.formulas import achievement
from renaksi.model import Element
from renaksi.quantity import parse
from renaksi.reports.results import Results
from renaksi.reports.tree import Cell, Column, Row, head
from renaksi.reports.wording import called, figure, with_sign

STANDARD_HINT: Final = (
    "Bandingkan realisasi dengan standar nasional atau rata-rata yang berlaku, bila ada."
)
FIGURE_HINT: Final = "angka; sumbernya. Misalnya 80; rata-rata kabupaten."
_CAPTION: Final = "Realisasi tahun {year} dan standarnya"
_COLUMNS: Final = (
    Column(5, "center"), Column(34), Column(13, "center"), Column(13, "center"),
    Column(13, "center"), Column(22),
)  # fmt: skip
_HEADS: Final = (
    "NO", "INDIKATOR KINERJA", "REALISASI", "STANDAR", "TERHADAP STANDAR (%)", "SUMBER STANDAR",
)  # fmt: skip


class Standard(NamedTuple):
    """A figure to compare with, and whose it is; ``value`` is None for what is no number."""

    said: str
    value: Exact | None
    source: str


Known = Sequence[tuple[IndicatorMeasure, Standard]]


def figure_key(objective: Element, place: int) -> str:
    """Under which the writer's texts hold the standard of an indicator."""
    return f"angka-standar:{objective.id}:{place + 1}"


def standard_of(writings: Mapping[str, str], objective: Element, place: int) -> Standard | None:
    """The standard of an indicator as it was entered; None where none was."""
    said = writings.get(figure_key(objective, place), "").strip()
    if not said:
        return None
    first, _, source = said.partition(";")
    quantity = parse(first.strip())
    value = of_decimal(quantity.value) if quantity.value is not None else None
    return Standard(said, value, source.strip())


def compared(known: Known, results: Results) -> tuple[str, tuple[Column, ...], Row, list[Row]]:
    """Caption, columns, heads and lines of the table."""
    lines: list[Row] = []
    for number, (found, standard) in enumerate(known, 1):
        shown_standard = (
            Cell(standard.said, align="center")
            if standard.value is None
            else with_sign(figure(standard.value)._replace(align="center"), found.row.indicator)
        )
        because = "Realisasi terhadap standar, dengan rumus capaian indikatornya."
        lines.append((
            Cell(str(number)), Cell(found.row.indicator.name or ""),
            results.actual(found, "year"), shown_standard,
            figure(_level(found, standard), because=because, empty="-")._replace(align="center"),
            Cell(standard.source),
        ))  # fmt: skip
    return _CAPTION, _COLUMNS, tuple(map(head, _HEADS)), lines


def told_of(known: Known, year: str) -> list[str]:
    """A sentence for each comparison that the figures allow."""
    said = []
    for found, standard in known:
        level, actual = _level(found, standard), found.spans["year"].actual
        if level is None or actual is None or standard.value is None:
            continue
        name, of = called(found.row.indicator), standard.source or "standar"
        verdict = "memenuhi standar" if level >= 100 else "belum memenuhi standar"
        said.append(
            f"Realisasi “{name}” tahun {year} sebesar {shown(actual, 'id')} {verdict} "
            f"{shown(standard.value, 'id')} ({of}); tingkat pemenuhannya {shown(level, 'id')}%."
        )
    return said


def _level(found: IndicatorMeasure, standard: Standard) -> Exact | None:
    actual = found.spans["year"].actual
    if standard.value is None or actual is None:
        return None
    return achievement(found.figures.formula, standard.value, actual)
