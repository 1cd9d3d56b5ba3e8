"""Action plans: stacked quarters, quarters as columns in four namings, in one cell, with a schedule."""

from __future__ import annotations

from functools import partial
from random import Random

from tests.renaksi.formats.layouts.grids import Column, Rows, sheet_of
from tests.renaksi.formats.layouts.known import NAMINGS, Document, Known, Sketch, quarters_of
from tests.renaksi.formats.papers import doc_of
from tests.renaksi.variants.paper import Piece
from tests.renaksi.variants.style import BARE_LABELS, Style
from tests.renaksi.variants.variant import new_paper

_MONTHS = (
    ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"),
    ("J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"),
    tuple(str(n) for n in range(1, 13)),
    ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
     "Oktober", "November", "Desember"),
)  # fmt: skip
_MARKS = ("x", "√", "v", "■", "X")


def paper(layouts: tuple[str, ...], form: str, naming: str | None, rng: Random) -> Document:
    """A plan as the generator of flattened texts lays it out, in one form of quarters."""
    style = Style(rng, rng.choice(layouts))
    style.borders, style.headings, style.br, style.bold = "tabs", "plain", False, False
    style.form = form
    style.year = style.year and form == "columns"
    style.unit_in_value = style.unit_in_value and form != "cell"
    if form != "columns" and style.quarters == BARE_LABELS:
        style.quarters = NAMINGS["Triwulan I"]
    if naming is not None:
        style.quarters = NAMINGS[naming]
    if form != "columns" and style.words["target"] == style.words["quarterly"]:
        style.words["target"] = "TARGET"
    written = new_paper(rng, style, None, (0, 0))
    written.settle()
    return Document([Known(written.truth, {}, "action_plan")], doc_of(written, rng))


stacked = partial(paper, ("cascade", "list"), "stacked", None)
in_one_cell = partial(paper, ("cascade", "list"), "cell", None)


def as_columns(naming: str, rng: Random) -> Document:
    """Quarters as columns, in one of their namings."""
    return paper(("list", "columns"), "columns", naming, rng)


def schedule(rng: Random) -> Document:
    """Quarters as columns with a schedule of twelve months beside them."""
    sketch = Sketch(rng, ("goal", "objective", "program", "activity", "subactivity"))
    sketch.title("RENCANA AKSI TAHUN {year}", "{OFFICE}")
    for element in sketch.elements:
        for row in element.rows:
            row.cells.pop("year", None)
    months = rng.choice(_MONTHS)
    mark = rng.choice(_MARKS)
    planned = {i: rng.sample(range(12), rng.randint(1, 6)) for i in range(len(sketch.elements))}

    def month(n: int) -> Column:
        def cell(i: int, r: int) -> Piece:
            return Piece(mark if n in planned[i] and r <= 0 else "", "note")

        return Column((over, months[n]), cell)

    over = rng.choice(("JADWAL PELAKSANAAN", "Jadwal", "WAKTU PELAKSANAAN (BULAN)", "Bulan"))
    naming = rng.choice(tuple(NAMINGS.values())[:3])
    columns = [
        sketch.name("SASARAN/PROGRAM/KEGIATAN"),
        sketch.indicator("INDIKATOR KINERJA"),
        sketch.unit("SATUAN"),
        *[sketch.target(key, "TARGET", name) for key, name in quarters_of(naming)],
        *map(month, range(12)),
    ]
    sketch.doc.append(sheet_of(rng, columns, Rows(sketch.pairs(), rng.random() < 0.2)))
    return sketch.document("action_plan")
