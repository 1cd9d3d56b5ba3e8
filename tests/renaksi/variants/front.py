"""The lines around the tables: titles, the office and its regency, the signature."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.official import official
from tests.renaksi.variants.paper import Lines, Paper, Piece
from tests.renaksi.variants.plans import Office

_FACTS = ((-1, -1, "year"), (-1, -1, "organisation"))
_TITLES = (
    ("RENCANA AKSI TAHUN {year}", "{OFFICE}"),
    ("RENCANA AKSI TAHUN {year}", "{OFFICE}"),
    ("RENCANA AKSI KINERJA TAHUN {year}", "{OFFICE} {REGENCY}"),
    ("RENCANA AKSI PENCAPAIAN KINERJA", "{OFFICE} {REGENCY}", "TAHUN ANGGARAN {year}"),
    ("RENCANA AKSI {OFFICE} TAHUN {year}",),
    ("PEMERINTAH {REGENCY}", "RENCANA AKSI", "{OFFICE}", "TAHUN {year}"),
    ("Rencana Aksi Tahun {year}", "{office}", "{regency}"),
    ("RENCANA AKSI PERJANJIAN KINERJA TAHUN {year}", "Perangkat Daerah : {office}"),
)
_PROSE = (
    "Rencana aksi ini disusun sebagai penjabaran Perjanjian Kinerja {office} Tahun {year} "
    "dan menjadi dasar pemantauan capaian setiap triwulan.",
    "Dalam rangka mewujudkan pemerintahan yang efektif dan akuntabel, {office} menetapkan "
    "target kinerja sebagai berikut:",
)


def add_title(rng: Random, paper: Paper, office: Office) -> None:
    """The title, and which region codes the office may be given because of it."""
    style = paper.style
    title = rng.choice(_TITLES)
    mark = rng.choice(("**{}**", "# {}")) if style.borders == "pipes" else "{}"
    if rng.random() < 0.6:
        mark = "{}"
    words = {
        "year": paper.truth.year,
        "office": office.name,
        "OFFICE": office.name.upper(),
        "regency": office.regency,
        "REGENCY": office.regency.upper(),
    }
    paper.blocks.append(Lines(*[Piece(mark.format(t.format(**words)), "", _FACTS) for t in title]))
    if rng.random() < 0.1:
        paper.blocks.append(Lines(Piece(rng.choice(_PROSE).format(**words))))
    paper.truth.organisation_codes = _codes(office, any("regency" in t.lower() for t in title))
    paper.truth.title = title[0].format(**words)


def _codes(office: Office, regency_printed: bool) -> tuple[str | None, ...]:
    if office.district is None:
        return (None, _regency_code(office.regency)) if regency_printed else (None,)
    if office.district.unique:
        return (office.district.code,)
    return (office.district.code, None) if regency_printed else (None,)


def _regency_code(name: str) -> str | None:
    for district in official().districts:
        if district.regency == name.upper():
            return district.code[:5]
    return None


def add_signature(rng: Random, paper: Paper, office: Office) -> None:
    """Place and date, the head's title, a name and a number."""
    if rng.random() < 0.08:
        note = "Catatan: tanda - berarti tidak ada target pada triwulan tersebut."
        paper.blocks.append(Lines(Piece(note)))
    if rng.random() >= 0.3:
        return
    head = f"CAMAT {office.district.name.upper()}" if office.district else "KEPALA DINAS"
    place = office.regency.split(" ", 1)[1]
    born, hired = rng.randint(1965, 1985), rng.randint(1990, 2012)
    lines = (
        f"{place}, {rng.randint(2, 28)} Januari {paper.truth.year}",
        head,
        "",
        rng.choice(("Drs. SUGENG RIYADI, M.Si", "SITI AMINAH, S.Sos", "Ir. H. MARZUKI")),
        f"NIP. {born}0{rng.randint(1, 9)}17 {hired}03 1 00{rng.randint(1, 9)}",
    )
    paper.blocks.append(Lines(*map(Piece, lines)))
