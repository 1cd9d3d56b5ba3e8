"""Two values for each quarter: target and actual, or performance and money."""

from __future__ import annotations

from random import Random

from tests.renaksi.formats.layouts.grids import Rows, sheet_of
from tests.renaksi.formats.layouts.known import (
    OUTCOMES,
    WORK,
    Document,
    Sketch,
    actual_of,
    quarters_of,
    rupiah,
)
from tests.renaksi.variants.truth import MISSING, QUARTERS

_NAMES = (
    ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"),
    ("TW I", "TW II", "TW III", "TW IV"),
    ("TW 1", "TW 2", "TW 3", "TW 4"),
)


def target_and_actual(rng: Random) -> Document:
    """A report on an action plan: target beside *realisasi* in each quarter."""
    sketch = Sketch(rng, (*OUTCOMES, *WORK))
    sketch.title("MONITORING DAN EVALUASI RENCANA AKSI", "{OFFICE}", "TAHUN {year}")
    reported = rng.randint(1, 4)
    for i, element in enumerate(sketch.elements):
        for r, row in enumerate(element.rows):
            row.cells.pop("year", None)
            for key in QUARTERS[:reported]:
                target = row.cells.get(key, MISSING)
                sketch.more[i, r, f"actuals.{key}"] = actual_of(rng, target, dash=sketch.style.dash)
    words = rng.choice((("Target", "Realisasi"), ("TARGET", "REALISASI"), ("T", "R")))
    pairs = [
        column
        for key, name in quarters_of(rng.choice(_NAMES))
        for column in (
            sketch.target(key, name, words[0]),
            sketch.other(f"actuals.{key}", name, words[1]),
        )
    ]
    columns = [
        sketch.name("SASARAN/PROGRAM/KEGIATAN/SUB KEGIATAN"),
        sketch.indicator("INDIKATOR KINERJA"),
        sketch.unit("SATUAN"),
        *pairs,
    ]
    if rng.random() < 0.3:
        columns.append(sketch.blank("KETERANGAN"))
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.25)))
    return sketch.document()


def performance_and_money(rng: Random) -> Document:
    """An action plan of work: K and Rp for each quarter."""
    sketch = Sketch(rng, WORK)
    sketch.title("RENCANA AKSI KINERJA DAN ANGGARAN TAHUN {year}", "{OFFICE}")
    way = rng.randrange(3)
    for i, element in enumerate(sketch.elements):
        for row in element.rows:
            row.cells.pop("year", None)
        for key in QUARTERS:
            sketch.more[i, -1, f"budget.{key}"] = rupiah(rng, way)
    over = rng.choice(("TARGET KINERJA DAN ANGGARAN", "RENCANA AKSI", "TARGET"))
    words = rng.choice((("K", "Rp"), ("Kinerja", "Anggaran (Rp)"), ("K", "Rp.")))
    pairs = [
        column
        for key, name in quarters_of(rng.choice(_NAMES))
        for column in (
            sketch.target(key, over, name, words[0]),
            sketch.money(f"budget.{key}", over, name, words[1]),
        )
    ]
    columns = [
        sketch.name("PROGRAM/KEGIATAN/SUB KEGIATAN"),
        sketch.indicator("INDIKATOR KINERJA"),
        sketch.unit("SATUAN"),
        *pairs,
    ]
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.25)))
    return sketch.document()
