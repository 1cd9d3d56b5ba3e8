"""Layouts of the documents that governments file, each written with known plans.

A layout is one file and one line of `LAYOUTS`: it draws a plan and lays it out; the formats
know nothing of layouts, nor either of the reader. ``python -m tests.renaksi.formats.layouts``
writes, reads and judges.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from tests.renaksi.formats.layouts import levels, pairs, renja, several, tables, yearly
from tests.renaksi.formats.layouts.known import NAMINGS, Document

LAYOUTS: dict[str, Callable[[Random], Document]] = {
    "stacked": tables.stacked,
    **{f"columns {naming}": partial(tables.as_columns, naming) for naming in NAMINGS},
    "one cell": tables.in_one_cell,
    "schedule": tables.schedule,
    "target and actual": pairs.target_and_actual,
    "K and Rp": pairs.performance_and_money,
    "agreement": yearly.agreement,
    "key indicators": yearly.key_indicators,
    "yearly plan": yearly.yearly_plan,
    "Renja E.81": renja.evaluation,
    "several offices": several.organisations,
    "code depth": levels.by_code,
    "bold and indent": levels.by_looks,
}
# What only looks tell cannot be told where a format holds none.
LOOKS = frozenset({"bold and indent"})
WITHOUT_LOOKS = frozenset({"text", "csv"})


def fits(form: str, layout: str) -> bool:
    """Whether a format can hold a layout."""
    return not (layout in LOOKS and form in WITHOUT_LOOKS)


def drawn(layout: str, seed: int) -> tuple[Document, Random]:
    """The document of a seed, always the same, and the chance that its writer goes on with."""
    rng = Random(f"{layout} {seed}")
    return LAYOUTS[layout](rng), rng
