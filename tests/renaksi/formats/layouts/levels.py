"""Levels that no word tells: by the depth of codes, or by bold and indentation alone."""

from __future__ import annotations

from collections import Counter
from random import Random

from tests.renaksi.formats.layouts.grids import Rows, sheet_of
from tests.renaksi.formats.layouts.known import WORK, Document, Sketch, quarters_of
from tests.renaksi.formats.papers import Laid
from tests.renaksi.variants.style import Style

_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
_VERBS = {
    "program": ("Gerakan", "Prakarsa", "Pemantapan", "Pemberdayaan", "Percepatan"),
    "activity": ("Pendampingan", "Penataan", "Pembinaan", "Penguatan", "Pemantauan"),
    "subactivity": ("Belanja", "Sewa", "Cetak", "Rapat", "Kunjungan"),
}
_THINGS = (
    "lumbung pangan", "pasar pagi", "taman bacaan", "jalan usaha tani", "posyandu", "kelompok ronda",
    "sanggar tari", "bank sampah", "embung", "sentra batik", "dermaga rakyat", "arsip lama",
)  # fmt: skip
_WHERE = ("", "tingkat dusun", "wilayah utara", "wilayah selatan", "pesisir", "perbatasan")
_DEEP = {"program": 0, "activity": 1, "subactivity": 2}


def by_code(rng: Random) -> Document:
    """A column of codes, names without label words."""

    def change(style: Style) -> None:
        style.code, style.labels = rng.choice(("4", "2")), False
        style.numbering = "none"

    sketch = Sketch(rng, WORK, change)
    sketch.title("RENCANA AKSI TAHUN {year}", "{OFFICE}")
    columns = [
        sketch.code(rng.choice(("KODE", "Kode Rekening", "Kode"))),
        sketch.name(rng.choice(("URAIAN", "PROGRAM/KEGIATAN/SUB KEGIATAN"))),
        sketch.indicator("INDIKATOR KINERJA"),
        sketch.unit("SATUAN"),
        sketch.target("year", "TARGET TAHUNAN"),
        *[sketch.target(key, "TARGET TRIWULAN", name) for key, name in quarters_of(_QUARTERS)],
    ]
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.2)))
    return sketch.document("action_plan")


def by_looks(rng: Random) -> Document:
    """Programs and activities in bold, or each level further in; older than the nomenclature."""

    def change(style: Style) -> None:
        style.labels, style.numbering = False, "none"

    sketch = Sketch(rng, WORK, change)
    sketch.truth.year = rng.randint(2016, 2019)  # official names are no help here
    sketch.title("RENCANA AKSI TAHUN {year}", "{OFFICE}")
    _name_as_before_the_nomenclature(sketch)
    indented = rng.random() < 0.6
    bold = not indented or rng.random() < 0.5

    def looks(i: int) -> Laid:
        level = sketch.elements[i].level
        depth = _DEEP[level] if indented else 0
        strong = bold and level == "program"
        return Laid(sketch.make.element(i), bold=strong, indent=depth)

    if not indented:  # two levels are all that bold can tell
        _without_subactivities(sketch)
    columns = [
        sketch.name(rng.choice(("PROGRAM/KEGIATAN/SUB KEGIATAN", "URAIAN")), looks),
        sketch.indicator("INDIKATOR KINERJA"),
        sketch.unit("SATUAN"),
        *[sketch.target(key, "TARGET", name) for key, name in quarters_of(_QUARTERS)],
    ]
    for element in sketch.elements:
        for row in element.rows:
            row.cells.pop("year", None)
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs())))
    return sketch.document("action_plan")


_ENDINGS = ("terselesaikan", "tepat waktu", "dilaporkan", "diawasi")


def _name_as_before_the_nomenclature(sketch: Sketch) -> None:
    """Names of an office's own making, that no list of official names holds."""
    rng = sketch.rng
    taken: set[str] = set()
    for element in sketch.elements:
        element.codes = (None,)
        while True:
            verb = rng.choice(_VERBS[element.level])
            name = f"{verb} {rng.choice(_THINGS)} {rng.choice(_WHERE)}".strip()
            if name not in taken:
                break
        taken.add(name)
        element.name = name
        written: Counter[tuple[str, str | None]] = Counter()
        for row in element.rows:
            words = (row.name or "Jumlah").split()[0]
            # One text twice is told apart by its unit alone; nobody could tell more.
            ending = _ENDINGS[written[words, row.unit]]
            written[words, row.unit] += 1
            row.name = f"{words} {name.lower()} yang {ending}"


def _without_subactivities(sketch: Sketch) -> None:
    from tests.renaksi.formats.layouts.known import keep

    keep(sketch.truth, ("program", "activity"))
