"""Berita Acara: that the actuals of a quarter were examined and approved, with their outcome.

The form is that of official minutes: day, date in words, place, who acted, what was decided,
signed by both. Its figures are those of the quarter's measurement.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Words
from renaksi.model import LEVELS, Plan
from renaksi.reports.matter import Matter, Place, Report
from renaksi.reports.office import Official
from renaksi.reports.results import MEAN_WORDS, Results, legend
from renaksi.reports.signing import Lacking, dated, letterhead, party, spaced
from renaksi.reports.spelling import date_in_words
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import (
    Cell,
    Column,
    Document,
    Listing,
    Pairs,
    Paragraph,
    Row,
    Run,
    Signatures,
    Table,
    head,
    text,
)  # fmt: skip
from renaksi.reports.wording import DOTS, ROMAN, labelled, office_of, year_of

_COLUMNS: Final = (
    Column(5, "center"), Column(25), Column(15, "center"), Column(15, "center"),
    Column(20, "center"), Column(20, "center"),
)  # fmt: skip
_HEADS: Final = (
    "NO", "TINGKAT", "INDIKATOR DIJADWALKAN", "INDIKATOR TERUKUR", "RATA-RATA CAPAIAN (%)",
    "KATEGORI",
)  # fmt: skip
_NOBODY: Final = Official()


def places(_matter: Matter) -> tuple[Place, ...]:
    """Its number."""
    return (Place("nomor", "Berita Acara", "Nomor berita acara", short=True),)


def build(matter: Matter) -> Document:
    """The minutes, ready to sign by who examined and who approved."""
    lacking = Lacking()
    results = Results(matter.measured())
    quarter = ROMAN[results.measurement.quarter - 1]
    year = year_of(matter.plan)
    title = f"Berita Acara Persetujuan Pengukuran Kinerja Triwulan {quarter} Tahun {year}"
    number = matter.writings.get("nomor", "")
    if not number:
        lacking.note("Nomor berita acara belum diisi.")
    examiner = matter.office.staff[0] if matter.office.staff else _NOBODY
    office = office_of(matter.plan, matter.office.name) or DOTS
    blocks = (
        *letterhead(matter),
        heading(matter, title.upper().replace(" TRIWULAN", "\nTRIWULAN", 1)),
        Paragraph((Run(f"Nomor: {number or DOTS}"),), "center"),
        text(_opening(matter), indent=10),
        _who(examiner),
        text("selaku pejabat yang memeriksa, selanjutnya disebut pihak pertama;"),
        _who(matter.office.head),
        text("selaku pejabat yang menyetujui, selanjutnya disebut pihak kedua,"),
        text(
            f"menyatakan bahwa realisasi kinerja {office} Triwulan {quarter} Tahun {year} telah "
            "diperiksa terhadap bukti dukungnya dan disetujui dengan hasil sebagai berikut:"
        ),
        Table(_COLUMNS, (tuple(map(head, _HEADS)),), _rows(results)),
        legend(results),
        *_open_matters(matter.plan, results),
        text(
            "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
            "mestinya.",
            indent=10,
        ),
        _signed(matter, examiner, lacking),
    )
    if not any(mean.counted for mean in results.measurement.levels.values()):
        lacking.note("Belum ada realisasi yang terukur pada triwulan ini.")
    section = one_section("Berita acara", blocks, matter)
    return document(REPORT.name, title, matter, (section,), lacking)


def _opening(matter: Matter) -> str:
    when = date_in_words(matter.office.dated) if matter.office.dated else f"Pada hari ini {DOTS}"
    place = matter.office.place or DOTS
    return f"{when}, bertempat di {place}, kami yang bertanda tangan di bawah ini:"


def _who(official: Official) -> Pairs:
    nip = spaced(official.nip)
    rows = (("Nama", official.name), ("NIP", nip), ("Jabatan", official.position))
    return Pairs(tuple((label, said or DOTS) for label, said in rows if said or label != "NIP"))


def _rows(results: Results) -> tuple[Row, ...]:
    """A line for each level at which something was due."""
    rows: list[Row] = []
    for level in LEVELS:
        mean = results.measurement.levels[level]
        if mean.of:
            value, band, _ = results.mean(mean, "level")
            number = Cell(str(len(rows) + 1))
            name = Cell(MEAN_WORDS[level].capitalize())
            rows.append((number, name, Cell(str(mean.of)), Cell(str(mean.counted)), value, band))
    return tuple(rows) or ((Cell("Tidak ada indikator yang dijadwalkan.", columns=6),),)


def _open_matters(plan: Plan, results: Results) -> tuple[Paragraph | Listing, ...]:
    """What was approved although it is open: due, and not reported in full."""
    # One indicator may stand on many rows; it is named once.
    open_ = dict.fromkeys(
        one.row.indicator.name or f"(tanpa teks) {labelled(plan.element(one.row.element))}"
        for one in results.measurement.indicators
        if one.spans[one.counting].state in ("awaited", "incomplete")
    )
    if not open_:
        return ()
    told = text("Indikator yang realisasinya belum lengkap dan belum dihitung dalam rata-rata:")
    return told, Listing(tuple(open_))


def _signed(matter: Matter, examiner: Official, lacking: Lacking) -> Signatures:
    first = party(examiner, "pejabat yang memeriksa", lacking)
    second = party(matter.office.head, "kepala perangkat daerah", lacking)
    return Signatures(
        dated(matter, lacking),
        (
            first._replace(above=("Pihak Pertama,", *first.above)),
            second._replace(above=("Pihak Kedua,", *second.above)),
        ),
    )


REPORT = Report(
    "berita-acara",
    Words("Berita Acara Persetujuan", "Record of approval"),
    ("PermenPANRB 88/2021", "Permendagri 1/2023"),
    build,
    places,
)
