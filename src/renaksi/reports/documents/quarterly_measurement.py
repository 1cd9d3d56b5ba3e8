"""Pengukuran Kinerja Triwulan: what a quarter reached, to date and of the year, with money.

The two measures of achievement bear their two names: against the target up to the quarter,
and against the target of the year. A quarter that nobody reported says so; it is not 0.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Words
from renaksi.model import LEVELS, Element
from renaksi.quarter import QUARTERS
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter, Note, Report
from renaksi.reports.money import Money, absorbed, rupiah
from renaksi.reports.results import MEAN_WORDS, Results, legend
from renaksi.reports.signing import Lacking, signed_by_head
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Cell, Column, Document, Row, Table, head, numbered_heads
from renaksi.reports.wording import ROMAN, called, labelled, named, quoted, year_of

_COLUMNS: Final = (
    Column(5.4), Column(12), Column(12), Column(5.8, "center"), Column(5, "center"),
    Column(5, "center"), Column(5.6, "center"), Column(5.6, "center"), Column(5, "center"),
    Column(5.6, "center"), Column(6.4, "center"), Column(6.4, "center"), Column(5.8, "center"),
    Column(7.6, "right"), Column(7.6, "right"), Column(4.2, "right"), Column(9.5), Column(9.5),
)  # fmt: skip
# Where only the year has a target, nothing is held against a quarter.
_OF: Final = " dari kolom (11), atau (12) bila hanya tahunnya yang bertarget,"
_NO_NOTE: Final = Note()
_SHADED: Final = ("goal", "objective", "program")


def build(matter: Matter) -> Document:
    """The document, ready to sign."""
    plan, lacking = matter.plan, Lacking()
    results = Results(matter.measured())
    quarter = results.measurement.quarter
    name = f"TRIWULAN {ROMAN[quarter - 1]} TAHUN {year_of(plan)}"
    blocks = (
        heading(matter, f"PENGUKURAN KINERJA {name}"),
        Table(_COLUMNS, _heads(quarter), _rows(matter, results, lacking), size=7),
        legend(results, _OF),
        signed_by_head(matter, lacking),
    )
    section = one_section(f"Pengukuran TW {ROMAN[quarter - 1]}", blocks, matter, landscape=True)
    title = f"Pengukuran Kinerja Triwulan {ROMAN[quarter - 1]} Tahun {year_of(plan)}"
    return document(REPORT.name, title, matter, (section,), lacking)


def _heads(quarter: int) -> tuple[Row, ...]:
    name = ROMAN[quarter - 1]
    return (
        (
            head("NO", rows=2), head("SASARAN / PROGRAM / KEGIATAN / SUB KEGIATAN", rows=2),
            head("INDIKATOR KINERJA", rows=2), head("SATUAN", rows=2), head("TARGET TAHUN", rows=2),
            head(f"TRIWULAN {name}", columns=3), head(f"S.D. TRIWULAN {name}", columns=3),
            head("CAPAIAN TERHADAP TARGET TAHUN (%)", rows=2), head("KATEGORI", rows=2),
            head("ANGGARAN", columns=3), head("HAMBATAN", rows=2), head("TINDAK LANJUT", rows=2),
        ),
        (
            head("TARGET"), head("REALISASI"), head("CAPAIAN (%)"),
            head("TARGET"), head("REALISASI"), head("CAPAIAN TERHADAP TARGET S.D. TRIWULAN (%)"),
            head("PAGU (Rp)"), head("REALISASI (Rp)"), head("%"),
        ),
        numbered_heads(len(_COLUMNS)),
    )  # fmt: skip


def _rows(matter: Matter, results: Results, lacking: Lacking) -> tuple[Row, ...]:
    cascade = Cascade(matter.plan)
    money = Money(cascade, results.measurement.quarter)
    rows: list[Row] = []
    for number, element in cascade.numbered():
        rows += _element(element, number, matter, results, money)
    rows += _means(results, len(_COLUMNS))
    _note_gaps(results, money, cascade, lacking)
    return tuple(rows)


def _element(
    element: Element, number: str, matter: Matter, results: Results, money: Money
) -> list[Row]:
    """The lines of an element, one for each indicator; what is the element's own spans them."""
    height = max(1, len(element.indicators))
    strong = element.level in _SHADED
    shade = element.level if strong else ""
    budget, spent = money.budget(element), money.spending(element)
    first = [Cell(number, height), Cell(labelled(element), height, bold=strong, shade=shade)]
    last = [rupiah(budget), rupiah(spent), absorbed(budget, spent)]
    last = [cell._replace(rows=height) for cell in last]
    if not element.indicators:
        return [(*first, Cell(columns=11), *last, Cell(columns=2))]
    rows: list[Row] = []
    for index in range(height):
        note = matter.notes.get((element.id, index), _NO_NOTE)
        told = (Cell(note.obstacle), Cell(note.follow_up))
        figures = _figures(element, index, results)
        rows.append((*first, *figures, *last, *told) if index == 0 else (*figures, *told))
    return rows


def _figures(element: Element, index: int, results: Results) -> tuple[Cell, ...]:
    """Indicator, unit and all its figures as of the quarter."""
    found = results.row(element, index)
    indicator = found.row.indicator
    key = QUARTERS[results.measurement.quarter - 1]
    return (
        Cell(named(indicator)),
        Cell(indicator.unit or ""),
        results.target(found, "year"),
        quoted(indicator.target(key)),
        results.reported(indicator, key),
        results.achievement(found, key),  # type: ignore[arg-type]
        results.target(found, "to_date"),
        results.actual(found, "to_date"),
        results.achievement(found, "to_date"),
        results.achievement(found, "year"),
        results.band(found, found.counting),
    )


def _means(results: Results, width: int) -> list[Row]:
    """A line for each level: the mean of its indicators, to date."""
    rows: list[Row] = []
    for level in LEVELS:
        mean = results.measurement.levels[level]
        if not mean.of:
            continue
        value, band, counted = results.mean(mean, "level")
        name = f"Rata-rata capaian {MEAN_WORDS[level]} terhadap target s.d. triwulan ({counted})"
        label = Cell(name, columns=10, align="right", bold=True, shade="total")
        rest = Cell(columns=width - 13, shade="total")
        rows.append(
            (label, value._replace(shade="total"), Cell(shade="total"), _shaded(band), rest)
        )
    return rows


def _shaded(band: Cell) -> Cell:
    """The band of a mean; where it has none, its cell looks as the rest of its line."""
    return band if band.text else Cell(shade="total")


def _note_gaps(results: Results, money: Money, cascade: Cascade, lacking: Lacking) -> None:
    """Indicators without an actual, and money that nobody stated."""
    key = QUARTERS[results.measurement.quarter - 1]
    awaited = {  # rows of one indicator have one actual
        one.row.identity: called(one.row.indicator)
        for one in reversed(results.measurement.indicators)
        if one.spans[key].state == "awaited"  # type: ignore[index]
    }
    if awaited:
        lacking.note(f"{len(awaited)} indikator belum dilaporkan realisasinya pada triwulan ini.")
    for name in reversed(awaited.values()):
        lacking.note(f"Realisasi kosong: “{name}”.")
    programs = cascade.at("program")
    if not results.measurement.indicators:
        lacking.note("Rencana ini tidak memuat indikator.")
    lacking.note(money.lacks_budget(programs, "Pagu anggaran"))
    lacking.note(money.lacks_spending(programs, "Realisasi anggaran"))


REPORT = Report(
    "pengukuran-triwulan",
    Words("Pengukuran Kinerja Triwulan", "Quarterly measurement of performance"),
    ("PermenPANRB 53/2014", "Perpres 29/2014"),
    build,
)
