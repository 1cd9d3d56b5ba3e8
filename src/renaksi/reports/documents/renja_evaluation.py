"""Evaluasi Hasil Renja, Formulir E.81 of Permendagri 86/2017: fifteen columns and six rows below.

Its heading, the line over the table, the heads, and place and date over both signatures are those
that governments print (`tests/renaksi/reports/test_forms.py` names them).
Columns 5 to 14 each have a figure of performance (K) and of money (Rp). Column 13 puts
the years together by the indicator's accumulation (`renaksi.reports.renstra`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.diagnostics import Words
from renaksi.measure.figures import Exact, mean
from renaksi.model import Element
from renaksi.reports.cascade import Cascade
from renaksi.reports.matter import Matter, Place, Report
from renaksi.reports.money import Money
from renaksi.reports.past import with_past
from renaksi.reports.renstra import Amounts, Line, Performance
from renaksi.reports.results import Results, band_cell
from renaksi.reports.signing import Lacking, dated, party
from renaksi.reports.titled import document, one_section
from renaksi.reports.tree import (
    Cell,
    Column,
    Document,
    Heading,
    Row,
    Shade,
    Signatures,
    Table,
    head,
    text,
)
from renaksi.reports.wording import DOTS, ROMAN, labelled, named, office_of, year_of

_K, _RP = Column(4.8, "center"), Column(7.6, "right")
_COLUMNS: Final = (
    Column(3, "center"), Column(8.5), Column(11.2), Column(11.2), *(_K, _RP) * 10, Column(8.8),
)  # fmt: skip
_FIRST: Final = 4  # columns before the figures
_AIMS: Final = (
    "sasaran_rkpd",
    "Indikator dan target kinerja Perangkat Daerah yang mengacu pada sasaran RKPD",
)
_WRITTEN: Final = (
    ("faktor_pendorong", "Faktor pendorong keberhasilan pencapaian"),
    ("faktor_penghambat", "Faktor penghambat pencapaian kinerja"),
    ("tindak_lanjut_triwulan", "Tindak lanjut yang diperlukan dalam triwulan berikutnya"),
    (
        "tindak_lanjut_renja",
        "Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah berikutnya",
    ),
)


def places(_matter: Matter) -> tuple[Place, ...]:
    """The line over the table and the four rows at the foot."""
    return tuple(Place(key, "Formulir E.81", words) for key, words in (_AIMS, *_WRITTEN))


def build(matter: Matter) -> Document:
    """The form, ready to sign by the head of the office and of the planning agency."""
    lacking, matter = Lacking(), with_past(matter)
    results = Results(matter.measured())
    quarter = ROMAN[results.measurement.quarter - 1]
    title = f"Evaluasi Hasil Renja Tahun {year_of(matter.plan)} s.d. Triwulan {quarter}"
    blocks = (
        _titled(matter),
        text(f"{_AIMS[1]}: {matter.writings.get(_AIMS[0]) or DOTS}", align="left"),
        Table(_COLUMNS, _heads(matter), _rows(matter, results, lacking), size=5.5),
        _signed(matter, lacking),
    )
    section = one_section("E.81", blocks, matter, landscape=True)
    return document(REPORT.name, title, matter, (section,), lacking)


def _titled(matter: Matter) -> Heading:
    """The four lines of the form: its name, in what government, of which office and year."""
    area = matter.office.government.upper().removeprefix("PEMERINTAH ")
    office = office_of(matter.plan, matter.office.name).upper()
    lines = (
        "FORMULIR E.81",
        f"EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH{f' LINGKUP {area}' if area else ''}",
        f"RENJA PERANGKAT DAERAH {office}".rstrip(),
        f"PERIODE PELAKSANAAN TAHUN {year_of(matter.plan)}",
    )
    return Heading("\n".join(lines), 1, "center")


def _heads(matter: Matter) -> tuple[Row, ...]:
    year = year_of(matter.plan)
    positions = matter.choices.quarters == "positions"
    quarters = "REALISASI KINERJA S.D. TRIWULAN" if positions else "REALISASI KINERJA PADA TRIWULAN"
    pairs = (
        "TARGET RENSTRA PERANGKAT DAERAH PADA AKHIR PERIODE",
        "REALISASI CAPAIAN KINERJA RENSTRA PERANGKAT DAERAH S.D. RENJA TAHUN LALU",
        f"TARGET KINERJA DAN ANGGARAN RENJA PERANGKAT DAERAH TAHUN {year}",
    )
    after = (
        f"REALISASI CAPAIAN KINERJA DAN ANGGARAN RENJA PERANGKAT DAERAH TAHUN {year}",
        f"REALISASI KINERJA DAN ANGGARAN RENSTRA PERANGKAT DAERAH S.D. TAHUN {year}\n(13 = 6 + 12)",
        "TINGKAT CAPAIAN KINERJA DAN REALISASI ANGGARAN RENSTRA PERANGKAT DAERAH S.D. TAHUN "
        f"{year} (%)\n(14 = 13 / 5 × 100)",
    )
    names = ("NO", "SASARAN", "PROGRAM / KEGIATAN / SUB KEGIATAN", "INDIKATOR KINERJA")
    first = (
        *(head(words, rows=2) for words in names),
        *(head(words, rows=2, columns=2) for words in pairs),
        head(quarters, columns=8),
        *(head(words, rows=2, columns=2) for words in after),
        head("PENANGGUNG JAWAB", rows=2),
    )
    numbers = tuple(head(f"({n})", rows=2) for n in range(1, 5))
    numbered = tuple(head(f"({n})", columns=2) for n in range(5, 15))
    return (
        first,
        tuple(head(name, columns=2) for name in ROMAN),
        (*numbers, *numbered, head("(15)", rows=2)),
        tuple(head(words) for _ in range(10) for words in ("K", "Rp")),
    )


def _rows(matter: Matter, results: Results, lacking: Lacking) -> tuple[Row, ...]:
    cascade = Cascade(matter.plan)
    rows: list[Row] = []
    lines: list[Line] = []
    number = 0
    for objective, programs in _grouped(cascade):
        works = [one for program in programs for one in _work(cascade, program)]
        height = sum(max(1, len(one.indicators)) for one in works)
        name = Cell(objective.name or "" if objective else "", height, splits=True)
        for place, element in enumerate(works):
            number += 1
            made, own = _element(element, number, matter, results, cascade)
            lines += own
            rows += [(made[0][0], name, *made[0][1:]), *made[1:]] if place == 0 else made
    rows += _footer(matter, results, lines)
    _note_gaps(matter, lines, lacking)
    money, works = Money(cascade, results.measurement.quarter), cascade.at("program")
    lacking.note(money.lacks_budget(works, "Pagu anggaran (kolom 7)"))
    lacking.note(money.lacks_spending(works, "Realisasi anggaran (kolom 12)"))
    return tuple(rows)


def _grouped(cascade: Cascade) -> list[tuple[Element | None, list[Element]]]:
    """The programs of each objective; those without one last."""
    groups: list[tuple[Element | None, list[Element]]] = [
        (objective, cascade.under(objective, "program")) for objective in cascade.at("objective")
    ]
    groups.append((None, cascade.lost("program", "objective")))
    return [(objective, programs) for objective, programs in groups if programs]


def _work(cascade: Cascade, program: Element) -> list[Element]:
    """A program with its activities and their sub-activities, from the top down."""
    found = [program]
    for child in cascade.children(program):
        found += [child, *cascade.children(child)]
    return found


def _element(
    element: Element, number: int, matter: Matter, results: Results, cascade: Cascade
) -> tuple[list[Row], list[Line]]:
    """The lines of an element; its money stands once beside them."""
    height = max(1, len(element.indicators))
    strong = element.level == "program"
    shade: Shade = "program" if strong else ""
    first = (
        Cell(str(number), height, shade=shade),
        Cell(labelled(element), height, bold=strong, shade=shade),
    )
    money = Amounts(element, cascade, results.measurement.quarter, matter.choices.quarters)
    amounts = [cell._replace(rows=height) for cell in money.cells()]
    lines: list[Line] = [Line(None, money.level())]
    rows: list[Row] = []
    for index, indicator in enumerate(element.indicators):
        performance = Performance(results.row(element, index), results, matter)
        figures = performance.cells()
        lines.append(Line(performance, None))
        unit = f" ({indicator.unit})" if indicator.unit else ""
        name, charge = Cell(f"{named(indicator)}{unit}"), Cell(indicator.responsible or "")
        if index == 0:
            both = [cell for pair in zip(figures, amounts, strict=True) for cell in pair]
            rows.append((*first, name, *both, charge))
        else:
            rows.append((name, *figures, charge))
    if not rows:
        blank = Cell(align="center")
        both = [cell for amount in amounts for cell in (blank, amount)]
        rows.append((*first, Cell(), *both, Cell()))
    return rows, lines


def _footer(matter: Matter, results: Results, lines: Sequence[Line]) -> list[Row]:
    """Mean and predicate of column 14, then what the writer says in four rows."""
    reached = [line.performance.level for line in lines if line.performance]
    means = (
        _mean([level for level in reached if level is not None]),
        _mean([line.money for line in lines if line.money is not None]),
    )
    before = _FIRST + 18
    total = Cell("RATA-RATA CAPAIAN KINERJA (%)", columns=before, align="right", bold=True)
    named_ = Cell("PREDIKAT KINERJA", columns=before, align="right", bold=True)
    bands = results.measurement.settings.bands
    rows: list[Row] = [
        (total, *(results.plain(value) for value in means), Cell()),
        (named_, *(band_cell(bands, value) for value in means), Cell()),
    ]
    for key, words in _WRITTEN:
        said = matter.writings.get(key, "")
        told = Cell(f"{words}: {said}".rstrip(), columns=len(_COLUMNS), align="left", splits=True)
        rows.append((told,))
    return rows


def _mean(values: list[Exact]) -> Exact | None:
    return mean(values) if values else None


def _note_gaps(matter: Matter, lines: Sequence[Line], lacking: Lacking) -> None:
    rows = [line.performance for line in lines if line.performance]
    if not rows:
        lacking.note("Rencana ini tidak memuat indikator program, kegiatan, atau sub kegiatan.")
    for words, missing in (
        ("target Renstra (kolom 5)", [row for row in rows if row.medium is None]),
        (
            "realisasi Renstra s.d. tahun lalu (kolom 6)",
            [row for row in rows if row.lacks_before],
        ),
        ("realisasi Renja (kolom 12)", [row for row in rows if row.year is None]),
    ):
        if missing:
            lacking.note(f"{len(missing)} dari {len(rows)} indikator tanpa {words}.")
    for key, words in (_AIMS, *_WRITTEN):
        if not matter.writings.get(key):
            lacking.note(f"{words} belum diisi.")


def _signed(matter: Matter, lacking: Lacking) -> Signatures:
    """The head of the office, and the head of the planning agency beside, each with a day.

    When the agency evaluates is not known when the form is made, so it is filled in by hand.
    """
    office = matter.office
    made = party(office.head, "kepala perangkat daerah", lacking)
    checked = party(office.planner, "kepala badan perencanaan", lacking)
    when = dated(matter, lacking)
    return Signatures(
        "",
        (
            made._replace(above=("Disusun,", when, *made.above)),
            checked._replace(above=("Dievaluasi,", f"{DOTS}, {DOTS}", *checked.above)),
        ),
    )


REPORT = Report(
    "evaluasi-renja",
    Words("Evaluasi Hasil Renja (Formulir E.81)", "Evaluation of the work plan (Formulir E.81)"),
    ("Permendagri 86/2017",),
    build,
    places,
)
