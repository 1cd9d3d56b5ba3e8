"""Several organisations in one file, one after another."""

from __future__ import annotations

from random import Random

from tests.renaksi.formats.layouts.grids import Rows, sheet_of
from tests.renaksi.formats.layouts.known import OUTCOMES, WORK, Document, Sketch, quarters_of

_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")


def organisations(rng: Random) -> Document:
    """Two or three offices, each with its title and its table."""
    plans, doc, names = [], [], set()
    count = rng.randint(2, 3)
    year = rng.randint(2020, 2025)
    while len(plans) < count:
        sketch = Sketch(rng, (*OUTCOMES, *WORK))
        if sketch.office.name in names:
            continue
        names.add(sketch.office.name)
        sketch.truth.year = year
        sketch.title("RENCANA AKSI TAHUN {year}", "{OFFICE}", "{REGENCY}")
        columns = [
            sketch.name("SASARAN/PROGRAM/KEGIATAN/SUB KEGIATAN"),
            sketch.indicator("INDIKATOR KINERJA"),
            sketch.unit("SATUAN"),
            sketch.target("year", "TARGET TAHUNAN"),
            *[sketch.target(key, "TARGET", name) for key, name in quarters_of(_QUARTERS)],
        ]
        sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs())))
        plans.append(sketch.known("action_plan"))
        doc += sketch.doc
    return Document(plans, doc)
