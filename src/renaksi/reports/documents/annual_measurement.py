"""Pengukuran Kinerja Tahunan: what the year reached against the targets that were agreed.

The form of PermenPANRB 53/2014: each objective with its indicators, target, actual and
achievement; below it each program with its budget and what of it was spent.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Words
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter, Report
from renaksi.reports.money import Money, absorbed, rupiah
from renaksi.reports.results import Results, legend
from renaksi.reports.signing import Lacking, signed_by_head
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Cell, Column, Document, Row, Table, head, numbered_heads
from renaksi.reports.wording import called, named, year_of

_COLUMNS: Final = (
    Column(4, "center"), Column(26), Column(30), Column(9, "center"), Column(8, "center"),
    Column(9, "center"), Column(9, "center"), Column(10, "center"),
)  # fmt: skip
_MONEY: Final = (
    Column(4, "center"), Column(46), Column(19, "right"), Column(19, "right"), Column(12, "right"),
)  # fmt: skip


def build(matter: Matter) -> Document:
    """The document, ready to sign; it is always of the whole year."""
    lacking = Lacking()
    year = matter._replace(quarter=4)
    results = Results(year.measured())
    title = f"Pengukuran Kinerja Tahun {year_of(matter.plan)}"
    blocks = (
        heading(matter, title.upper()),
        *measured_tables(year, results, lacking),
        legend(results),
        signed_by_head(matter, lacking),
    )
    section = one_section("Pengukuran Kinerja", blocks, matter)
    return document(REPORT.name, title, matter, (section,), lacking)


def measured_tables(matter: Matter, results: Results, lacking: Lacking) -> tuple[Table, Table]:
    """Objectives with what they reached, and programs with their money."""
    performance = Table(_COLUMNS, _heads(), _achievements(matter, results, lacking))
    return performance, Table(_MONEY, _money_heads(), _budgets(matter, lacking))


def _heads() -> tuple[Row, ...]:
    words = (
        "NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET", "REALISASI",
        "CAPAIAN (%)", "KATEGORI",
    )  # fmt: skip
    return tuple(map(head, words)), numbered_heads(len(words))


def _money_heads() -> tuple[Row, ...]:
    words = ("NO", "PROGRAM", "PAGU ANGGARAN (Rp)", "REALISASI ANGGARAN (Rp)", "PENYERAPAN (%)")
    return (tuple(map(head, words)),)


def _achievements(matter: Matter, results: Results, lacking: Lacking) -> tuple[Row, ...]:
    """A line for each indicator of an objective, against the target of the year, and their mean."""
    rows: list[Row] = []
    for number, objective in enumerate(Cascade(matter.plan).at("objective"), 1):
        height = max(1, len(objective.indicators))
        first = (Cell(str(number), height), Cell(objective.name or "", height))
        if not objective.indicators:
            rows.append((*first, Cell(columns=6)))
            lacking.note(f"Sasaran “{objective.name or number}” tidak memiliki indikator.")
        for index, indicator in enumerate(objective.indicators):
            found = results.row(objective, index)
            if found.spans["year"].state in ("awaited", "incomplete"):
                lacking.note(f"Realisasi setahun belum lengkap: “{called(indicator)}”.")
            figures = (
                Cell(named(indicator)),
                Cell(indicator.unit or ""),
                results.target(found, "year"),
                results.actual(found, "year"),
                results.achievement(found, "year"),
                results.band(found, "year"),
            )
            rows.append((*first, *figures) if index == 0 else figures)
    if not rows:
        lacking.note("Rencana ini tidak memuat sasaran.")
    value, band, counted = results.mean(results.measurement.organisation, "level")
    label = Cell(f"Rata-rata capaian sasaran ({counted})", columns=6, bold=True, shade="total")
    rows.append((label._replace(align="right"), value, band))
    return tuple(rows)


def _budgets(matter: Matter, lacking: Lacking) -> tuple[Row, ...]:
    """A line for each program, and their total."""
    cascade = Cascade(matter.plan)
    money, programs = Money(cascade), cascade.at("program")
    rows: list[Row] = []
    for number, program in enumerate(programs, 1):
        budget, spent = money.budget(program), money.spending(program)
        known_as = f"“{program.name or number}”"
        lacking.note(money.lacks_budget([program], f"Pagu {known_as}"))
        lacking.note(money.lacks_spending([program], f"Realisasi anggaran {known_as}"))
        name = Cell(program.name or "")
        money_cells = (rupiah(budget), rupiah(spent), absorbed(budget, spent))
        rows.append((Cell(str(number)), name, *money_cells))
    budget, spent = money.total(programs)
    total = (rupiah(budget), rupiah(spent), absorbed(budget, spent))
    label = Cell("JUMLAH", columns=2, bold=True, shade="total", align="center")
    rows.append((label, *(cell._replace(bold=True, shade="total") for cell in total)))
    return tuple(rows)


REPORT = Report(
    "pengukuran-tahunan",
    Words("Pengukuran Kinerja Tahunan", "Annual measurement of performance"),
    ("PermenPANRB 53/2014",),
    build,
)
