"""Laporan Kinerja (LKjIP): four chapters and attachments, as PermenPANRB 53/2014 asks.

Chapter III answers for each objective by seven analyses (`renaksi.reports.analyses`). What an
office writes itself stands in named places and comes back whenever the report is made anew.
"""

from __future__ import annotations

from renaksi.diagnostics import Words
from renaksi.measure.figures import shown
from renaksi.reports.analyses import CAUSES_HINT, TITLES, Analyses
from renaksi.reports.cascade import Cascade
from renaksi.reports.documents.annual_measurement import measured_tables
from renaksi.reports.matter import Matter, Place, Report
from renaksi.reports.money import absorbed, rupiah
from renaksi.reports.past import with_past
from renaksi.reports.promises import promises
from renaksi.reports.results import Results, legend
from renaksi.reports.signing import Lacking, signed_by_head
from renaksi.reports.standards import FIGURE_HINT, STANDARD_HINT, figure_key
from renaksi.reports.titled import document, heading, one_section
from renaksi.reports.tree import Block, Contents, Document, Emblem, Heading, Section, text
from renaksi.reports.wording import called, office_of, year_of

_FIRST = (
    (
        "A. Gambaran umum",
        "gambaran-umum",
        "Jelaskan kedudukan, tugas, dan fungsi organisasi.",
    ),
    ("B. Aspek strategis", "aspek-strategis", "Jelaskan aspek strategis organisasi."),
    ("C. Permasalahan utama", "permasalahan", "Jelaskan permasalahan utama yang dihadapi."),
)
_FOREWORD = "Tulis kata pengantar."
_SUMMARY = "Lengkapi: kendala, upaya, dan langkah tahun depan."
_CONCLUSION = "Simpulkan capaian kinerja tahun ini."
_STEPS = "Tulis langkah tahun berikutnya."


def places(matter: Matter) -> tuple[Place, ...]:
    """What an office writes itself: before, between and behind what comes from the data."""
    year = year_of(matter.plan)
    found = [
        Place("kata-pengantar", "Kata pengantar", _FOREWORD),
        Place("ikhtisar", "Ikhtisar eksekutif", _SUMMARY),
    ]
    found += [Place(key, f"BAB I, {title}", hint) for title, key, hint in _FIRST]
    for number, objective in enumerate(Cascade(matter.plan).at("objective"), 1):
        under = f"BAB III, Sasaran {number}: {objective.name or ''}"
        for place, row in enumerate(objective.indicators):
            asked = f"Standar untuk “{called(row)}”: {FIGURE_HINT}"
            found.append(Place(figure_key(objective, place), under, asked, short=True))
        for key, title, hint in (("standar", 3, STANDARD_HINT), ("sebab", 4, CAUSES_HINT)):
            heading = f"{under}, {title + 1}. {TITLES[title].format(year=year)}"
            found.append(Place(f"{key}:{objective.id}", heading, hint))
    found += [
        Place("simpulan", "BAB IV, simpulan", _CONCLUSION),
        Place("langkah", "BAB IV, langkah perbaikan", _STEPS),
    ]
    return tuple(found)


def build(matter: Matter) -> Document:
    """The report of the whole year."""
    year = with_past(matter._replace(quarter=4))
    lacking = Lacking()
    results = Results(year.measured())
    made = Analyses(year, results, lacking)
    title = f"Laporan Kinerja Tahun {year_of(matter.plan)}"
    before = (
        _cover(title, year),
        _chapter("KATA PENGANTAR", _foreword(made, year), year),
        _chapter("IKHTISAR EKSEKUTIF", _outlook(year, made), year),
    )
    chapters = (
        _chapter("BAB I\nPENDAHULUAN", _introduction(made), year),
        _chapter("BAB II\nPERENCANAAN KINERJA", _planning(year, lacking), year),
        _chapter("BAB III\nAKUNTABILITAS KINERJA", _accountability(year, made), year),
        _chapter("BAB IV\nPENUTUP", _closing(year, made), year),
        one_section("Lampiran", _attached(year, results, lacking), year),
    )
    contents = _chapter("DAFTAR ISI", [Contents()], year)
    sections = (*before, contents, *chapters)
    return document(REPORT.name, title, year, sections, lacking)


def _chapter(title: str, blocks: list[Block], matter: Matter) -> Section:
    name = title.split("\n")[0]
    name = name if name.startswith("BAB") else name.capitalize()
    return one_section(name, (Heading(title, 1, "center"), *blocks), matter)


def _cover(title: str, matter: Matter) -> Section:
    """The title alone."""
    emblem = (Emblem(matter.office.logo),) if matter.office.logo else ()
    government = matter.office.government.upper()
    below = (Heading(government, 2, "center"),) if government else ()
    blocks = (*emblem, heading(matter, title.upper()), *below)
    return one_section("Laporan Kinerja", blocks, matter)._replace(centred=True)


def _foreword(made: Analyses, matter: Matter) -> list[Block]:
    """What the head of the office says first, and signs."""
    said = made.writing("kata-pengantar", "Kata pengantar", _FOREWORD)
    return [said, signed_by_head(matter, made.lacking)]


def _outlook(matter: Matter, made: Analyses) -> list[Block]:
    """What the whole says in one paragraph, and what the writer adds."""
    return [
        text(_summary(matter, made.results), indent=10),
        made.writing("ikhtisar", "Ikhtisar", _SUMMARY),
    ]


def _summary(matter: Matter, results: Results) -> str:
    """How many objectives there are, what they reached on the mean, and what is not measured."""
    office = office_of(matter.plan, matter.office.name) or "Perangkat daerah"
    objectives = [one for one in matter.plan.elements if one.level == "objective"]
    rows = [results.row(o, index) for o in objectives for index in range(len(o.indicators))]
    mean = results.measurement.organisation
    begin = (
        f"{office} menetapkan {len(objectives)} sasaran dengan {len(rows)} indikator kinerja untuk "
        f"tahun {year_of(matter.plan)}."
    )
    if mean.value is None or mean.band is None:
        return f"{begin} Capaiannya belum dapat disimpulkan karena realisasi belum dilaporkan."
    reached = sum((found.spans["year"].raw or 0) >= 100 for found in rows)
    return (
        f"{begin} Rata-rata capaian sasaran {shown(mean.value, 'id')}% ({mean.band.name['id']}), "
        f"dihitung dari {mean.counted} dari {mean.of} indikator; {reached} indikator mencapai "
        "target tahunannya."
    )


def _introduction(made: Analyses) -> list[Block]:
    blocks: list[Block] = []
    for title, key, hint in _FIRST:
        blocks += [Heading(title, 2), made.writing(key, title[3:], hint)]
    return blocks


def _planning(matter: Matter, lacking: Lacking) -> list[Block]:
    """The agreement of the year in short."""
    year = year_of(matter.plan)
    return [
        text(
            f"Perjanjian Kinerja Tahun {year} memuat sasaran, indikator, dan target berikut.",
            indent=10,
        ),
        promises(matter, lacking)._replace(caption=f"Tabel 2.1\nPerjanjian Kinerja Tahun {year}"),
    ]


def _accountability(matter: Matter, made: Analyses) -> list[Block]:
    """Each objective by its seven analyses, then the money."""
    blocks: list[Block] = [Heading("A. Capaian kinerja organisasi", 2)]
    for number, objective in enumerate(made.cascade.at("objective"), 1):
        blocks += [Heading(f"Sasaran {number}: {objective.name or ''}", 3), *made.of(objective)]
    made.tables += 1
    money = measured_tables(matter, made.results, made.lacking)[1]
    caption = f"Tabel 3.{made.tables}\nAnggaran dan realisasi tahun {made.year}"
    blocks += [
        Heading("B. Realisasi anggaran", 2),
        money._replace(caption=caption),
        made.source("pagu dan realisasi anggaran program, kegiatan, dan sub kegiatan."),
        text(_spent(made), indent=10),
    ]
    return blocks


def _spent(made: Analyses) -> str:
    budget, spent = made.money.total(made.cascade.at("program"))
    if not budget or spent is None:
        return "Penyerapan anggaran belum dapat dihitung karena pagu atau realisasinya belum diisi."
    return (
        f"Dari pagu Rp{rupiah(budget).text} terealisasi Rp{rupiah(spent).text} atau "
        f"{absorbed(budget, spent).text}%."
    )


def _closing(matter: Matter, made: Analyses) -> list[Block]:
    return [
        text(_summary(matter, made.results), indent=10),
        made.writing("simpulan", "Simpulan", _CONCLUSION),
        made.writing("langkah", "Langkah perbaikan", _STEPS),
        signed_by_head(matter, made.lacking),
    ]


def _attached(matter: Matter, results: Results, lacking: Lacking) -> tuple[Block, ...]:
    """The measurement of the year as it was signed."""
    performance, money = measured_tables(matter, results, lacking)
    title = f"LAMPIRAN\nPENGUKURAN KINERJA TAHUN {year_of(matter.plan)}"
    return (Heading(title, 1, "center"), performance, money, legend(results))


REPORT = Report(
    "laporan-kinerja",
    Words("Laporan Kinerja (LKjIP)", "Performance report"),
    ("PermenPANRB 53/2014", "Perpres 29/2014"),
    build,
    places,
)
