"""The evaluation of a Renja, form E.81: K and Rp for the Renstra, the years before, the year, each quarter."""

from __future__ import annotations

from random import Random

from tests.renaksi.formats.layouts.grids import Column, Rows, sheet_of
from tests.renaksi.formats.layouts.known import (
    ROMAN,
    WORK,
    Document,
    Sketch,
    actual_of,
    rupiah,
)
from tests.renaksi.formats.papers import Laid
from tests.renaksi.variants.paper import BLANK
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import MISSING, QUARTERS


def evaluation(rng: Random) -> Document:
    """Levels by code, or only by what is bold."""
    coded = rng.random() < 0.6

    def change(style: Style) -> None:
        style.code, style.labels, style.numbering = ("4" if coded else None), not coded, "none"

    sketch = Sketch(rng, WORK, change)
    sketch.title("EVALUASI TERHADAP HASIL RENJA PERANGKAT DAERAH", "{OFFICE}", "TAHUN {year}")
    _fill(sketch)

    def name(i: int) -> Laid:
        strong = sketch.elements[i].level in ("program", "activity")
        return Laid(sketch.make.element(i), bold=strong)

    year = sketch.truth.year or 0
    columns = [
        Column(("No",), lambda *_: BLANK, "element"),
        *([sketch.code("Kode")] if coded else []),
        sketch.name("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", name),
        sketch.indicator("Indikator Kinerja Program (outcome)/Kegiatan (output)"),
        *_pair(sketch, "medium_term", f"Target Renstra Perangkat Daerah pada Tahun {year + 2}"),
        *_pair(
            sketch,
            "before",
            f"Realisasi Capaian Kinerja Renstra s.d. Renja Tahun Lalu ({year - 1})",
        ),
        *_pair(sketch, "year", f"Target Kinerja dan Anggaran Renja Tahun Berjalan ({year})"),
        *[
            column
            for key, roman in zip(QUARTERS, ROMAN, strict=True)
            for column in _pair(sketch, key, "Realisasi Kinerja Pada Triwulan", roman)
        ],
        sketch.blank("Unit Perangkat Daerah Penanggung Jawab"),
    ]
    rows = Rows(sketch.pairs(), True)
    sketch.doc.append(sheet_of(rng, columns, rows))
    return sketch.document("renja_evaluation")


def _pair(sketch: Sketch, key: str, *head: str) -> list[Column]:
    """K and Rp of one column of the form."""
    if key == "year":
        left = sketch.target("year", *head, "K")
    else:
        group = "targets" if key == "medium_term" else "actuals"
        left = sketch.other(f"{group}.{key}", *head, "K")
    group = "budget" if key in ("medium_term", "year") else "spending"
    return [left, sketch.money(f"{group}.{key}", *head, "Rp")]


def _fill(sketch: Sketch) -> None:
    """Values for every column of the form; the unit stands in no column."""
    rng = sketch.rng
    way = rng.randrange(2)
    reported = rng.randint(1, 4)
    for i, element in enumerate(sketch.elements):
        for field in ("budget.medium_term", "spending.before", "budget.year"):
            sketch.more[i, -1, field] = rupiah(rng, way)
        for key in QUARTERS[:reported]:
            sketch.more[i, -1, f"spending.{key}"] = rupiah(rng, way)
        for r, row in enumerate(element.rows):
            row.unit = None
            year = row.cells.get("year", MISSING)
            sketch.more[i, r, "targets.medium_term"] = year
            sketch.more[i, r, "actuals.before"] = year
            for key in QUARTERS:
                target = row.cells.pop(key, MISSING)
                if key in QUARTERS[:reported]:
                    sketch.more[i, r, f"actuals.{key}"] = actual_of(rng, target, dash="-")
