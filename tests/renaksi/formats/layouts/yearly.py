"""Documents of years: Perjanjian Kinerja, Indikator Kinerja Utama, Rencana Kinerja Tahunan."""

from __future__ import annotations

from random import Random

from tests.renaksi.formats.layouts.grids import Column, Rows, sheet_of
from tests.renaksi.formats.layouts.known import Document, Sketch, rupiah, without
from tests.renaksi.formats.papers import Sheet
from tests.renaksi.variants.paper import Piece
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import QUARTERS, Value, value_of

_LETTER = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
    "Nama : Drs. Sugeng Riyadi, M.Si",
    "Jabatan : Kepala {office}",
    "selanjutnya disebut Pihak Pertama",
    "Nama : H. Ahmad Fauzi, S.H.",
    "Jabatan : Bupati",
    "selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua",
    "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan.",
    "Pihak Kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini.",
)


def agreement(rng: Random) -> Document:
    """A letter, the table of objectives with the year's targets, then programs with their budget."""

    def change(style: Style) -> None:
        style.labels, style.no_column = rng.random() < 0.5, True
        style.outcome_labels, style.numbering = False, "flat"

    sketch = Sketch(rng, ("objective", "program"), change)
    sketch.title("PERJANJIAN KINERJA TAHUN {year}", "{OFFICE}", "{REGENCY}")
    sketch.lines(*_LETTER)
    without(sketch, QUARTERS)
    way = rng.randrange(3)
    objectives = [i for i, e in enumerate(sketch.elements) if e.level == "objective"]
    number = 0
    for i, element in enumerate(sketch.elements):
        if element.level == "program":
            number += 1
            element.number = str(number)
            element.rows = []
            sketch.more[i, -1, "budget.year"] = rupiah(rng, way)
            # The second table does not say which objective a program serves.
            sketch.truth.also[i, -1, "parent"] = {None, *objectives}
    unit = rng.random() < 0.7
    columns = [
        sketch.number(rng.choice(("No", "NO", "No."))),
        sketch.name(rng.choice(("Sasaran Strategis", "SASARAN STRATEGIS", "Sasaran"))),
        sketch.indicator(rng.choice(("Indikator Kinerja", "INDIKATOR KINERJA"))),
        *([sketch.unit("Satuan")] if unit else []),
        sketch.target("year", rng.choice(("Target", "TARGET"))),
    ]
    if not unit:
        _without_units(sketch)
    rows = Rows(sketch.pairs(("objective",)), rng.random() < 0.4)
    sketch.doc.append(sheet_of(rng, columns, rows))
    sketch.doc.append(_programs(sketch))
    sketch.lines("Bupati,", "Kepala {office},", "H. AHMAD FAUZI, S.H.", "Drs. SUGENG RIYADI, M.Si")
    return sketch.document("performance_agreement")


def _programs(sketch: Sketch) -> Sheet:
    """The second table: programs with their budget."""
    rng = sketch.rng
    columns = [
        sketch.number("No"),
        sketch.name(rng.choice(("Program", "PROGRAM"))),
        sketch.money("budget.year", rng.choice(("Anggaran", "ANGGARAN (Rp)", "Anggaran (Rp)"))),
        sketch.blank("Keterangan"),
    ]
    return sheet_of(rng, columns, Rows(sketch.pairs(("program",))))


def _without_units(sketch: Sketch) -> None:
    for element in sketch.elements:
        for row in element.rows:
            row.unit = None


def key_indicators(rng: Random) -> Document:
    """Objectives with their indicators and a target for each of several years."""

    def change(style: Style) -> None:
        style.no_column, style.outcome_labels = True, False
        style.numbering = "flat"

    sketch = Sketch(rng, ("objective",), change)
    first = sketch.truth.year or 2021
    sketch.title("INDIKATOR KINERJA UTAMA", "{OFFICE}", year=False)
    without(sketch, (*QUARTERS, "year"))
    years = range(first, first + rng.randint(3, 5))
    for i, element in enumerate(sketch.elements):
        for r, row in enumerate(element.rows):
            for year, value in zip(years, _rising(rng, row.unit), strict=False):
                sketch.more[i, r, f"targets.y{year}"] = value
    over = rng.choice((("TARGET",), ("Target Tahun",), ()))
    columns = [
        sketch.number("No"),
        sketch.name(rng.choice(("Sasaran Strategis", "SASARAN", "Sasaran"))),
        sketch.indicator(rng.choice(("Indikator Kinerja Utama", "INDIKATOR KINERJA UTAMA"))),
        sketch.unit("Satuan"),
        *[sketch.other(f"targets.y{year}", *over, str(year)) for year in years],
    ]
    if rng.random() < 0.4:
        columns.append(_formula(rng))
        columns.append(sketch.blank("Penanggung Jawab"))
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.2)))
    return sketch.document("key_indicators")


def _formula(rng: Random) -> Column:
    texts = ("Jumlah yang terlayani dibagi jumlah seluruhnya dikali 100%", "Laporan bidang", "-")
    return Column(("Formulasi Perhitungan",), lambda *_: Piece(rng.choice(texts), "note"))


def _rising(rng: Random, unit: str | None) -> list[Value]:
    """Values for up to five years."""
    if unit == "Predikat":
        return [value_of(word) for word in ("CC", "B", "BB", "BB", "A")]
    start, step = rng.randint(10, 70), rng.choice((1, 2, 5))
    mark = "%" if unit in ("Persen", "%") and rng.random() < 0.3 else ""
    return [value_of(f"{start + step * n}{mark}") for n in range(5)]


def yearly_plan(rng: Random) -> Document:
    """A Rencana Kinerja Tahunan: objectives, indicators, one target."""

    def change(style: Style) -> None:
        style.no_column, style.outcome_labels = rng.random() < 0.6, False
        style.numbering = "flat" if style.no_column else "none"

    sketch = Sketch(rng, ("objective",), change)
    sketch.title("RENCANA KINERJA TAHUNAN", "{OFFICE}", "TAHUN {year}")
    without(sketch, QUARTERS)
    columns = [
        *([sketch.number("No")] if sketch.style.no_column else []),
        sketch.name(rng.choice(("Sasaran Strategis", "SASARAN STRATEGIS"))),
        sketch.indicator("Indikator Kinerja"),
        sketch.unit("Satuan"),
        sketch.target("year", rng.choice(("Target", f"Target {sketch.truth.year}"))),
    ]
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.3)))
    return sketch.document()
