"""One variant from one seed: a plan, an office's style, a layout, and damage."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from tests.renaksi.variants.borders import write
from tests.renaksi.variants.cascade import Cascade, Matrix
from tests.renaksi.variants.damage import damage
from tests.renaksi.variants.front import add_signature, add_title
from tests.renaksi.variants.listing import Columns, Listing
from tests.renaksi.variants.official import District
from tests.renaksi.variants.paper import Paper
from tests.renaksi.variants.pieces import number_plan
from tests.renaksi.variants.plans import Office, draw_plan
from tests.renaksi.variants.retelling import retell
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import Truth

_BUILDERS: dict[str, type[Cascade | Listing | Columns | Matrix]] = {
    "cascade": Cascade,
    "list": Listing,
    "columns": Columns,
    "matrix": Matrix,
}


class Variant(NamedTuple):
    """A document with its truth, and by which layout and operators it came about."""

    seed: int
    text: str
    truth: Truth
    style: Style
    operators: tuple[str, ...]


def variant(
    seed: int,
    *,
    district: District | None = None,
    least: tuple[int, int] = (0, 0),
    defects: int | None = None,
) -> Variant:
    """The variant of ``seed``: always the same. ``defects`` None draws two to four."""
    rng = Random(seed)
    style = Style(rng)
    count = rng.choices((2, 3, 4), (4, 3, 2))[0] if defects is None else defects
    if style.layout == "kemangkon":
        paper = retell(rng, style, Office(rng, district))
    else:
        paper = new_paper(rng, style, district, least)
    damage(rng, paper, count)
    text = write(paper)
    return Variant(seed, text, paper.truth, style, tuple(paper.operators))


def new_paper(
    rng: Random, style: Style, district: District | None, least: tuple[int, int]
) -> Paper:
    """A plan drawn from the nomenclature, laid out in the office's style."""
    truth, office = draw_plan(rng, style, district=district, least=least)
    number_plan(truth, style)
    paper = Paper(truth, style)
    add_title(rng, paper, office)
    _BUILDERS[style.layout](rng, paper).build()
    add_signature(rng, paper, office)
    return paper
