"""One table for the whole plan: a list, or a column for each level."""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.cascade import Cascade
from tests.renaksi.variants.paper import BLANK, Cells, Paper, Piece, Table, blanks
from tests.renaksi.variants.pieces import Pieces, block_heads, heads
from tests.renaksi.variants.style import Style
from tests.renaksi.variants.truth import LEVELS

_LIST_HEADS = (
    "URAIAN",
    "TUJUAN/SASARAN/PROGRAM/KEGIATAN/SUB KEGIATAN",
    "Tujuan / Sasaran / Program / Kegiatan / Sub Kegiatan",
)
_WORK_HEADS = ("PROGRAM/KEGIATAN/SUB KEGIATAN", "Program / Kegiatan / Sub Kegiatan", "URAIAN")
_NOTES = ("Sekretaris", "Kasi Pemerintahan", "Kasubag Umum", "Bidang I", "")


class Listing:
    """Builds one paper whose plan is one list: levels show by label word, code or number."""

    def __init__(self, rng: Random, paper: Paper) -> None:
        self.rng = rng
        self.paper = paper
        self.style = paper.style
        self.truth = paper.truth
        self.make = Pieces(paper.truth, paper.style)

    def build(self) -> None:
        """The list; before it, where the style sets outcomes apart, their own table."""
        style, truth = self.style, self.truth
        chosen = list(range(len(truth.elements)))
        title = self.rng.choice(_LIST_HEADS)
        objectives = [e for e in truth.elements if e.level == "objective"]
        if style.outcomes_apart and len(objectives) == 1:
            Cascade(self.rng, self.paper).outcomes()
            chosen = [i for i in chosen if truth.elements[i].level not in {"goal", "objective"}]
            title = self.rng.choice(_WORK_HEADS)
        left = (["no"] if style.no_column else []) + (["code"] if style.code else [])
        body = block_heads(style, unit=style.unit, text=title)
        rows = headed(style, left, body)
        count = len(rows)
        for i in chosen:
            for k, row in enumerate(self.make.block(i, unit=style.unit)):
                start: Cells = []
                if style.no_column:
                    start.append(self.make.number(i) if k == 0 else BLANK)
                if style.code:
                    start.append(self.make.code(i) if k == 0 else BLANK)
                rows.append(start + row + right_hand(self.rng, self.make, i, k))
        self.paper.blocks.append(Table("list", rows, count, (len(left),)))


def headed(style: Style, left: list[str], body: list[Cells]) -> list[Cells]:
    """The header's rows with the columns to the left and right of a block, and column numbers."""
    note = heads(style.words["budget"]) if style.budget else []
    note += heads(style.words["note"]) if style.note else []
    rows = [heads(*[style.words[word] for word in left]) + body[0] + note]
    rows += [blanks(len(left)) + row + blanks(len(note)) for row in body[1:]]
    if style.caption:
        rows.append(heads(*[str(n + 1) for n in range(len(rows[0]))]))
    return rows


def right_hand(rng: Random, make: Pieces, i: int, k: int) -> Cells:
    """The columns to the right of the quarters: money, and who is responsible."""
    style = make.style
    cells = []
    if style.budget:
        cells.append(make.budget(i) if k == 0 else BLANK)
    if style.note:
        cells.append(Piece(rng.choice(_NOTES) if k == 0 else "", "note"))
    return cells


class Columns:
    """Builds one paper with a column for each level.

    Each element has a row of its own, or (``leaf``) each sub-activity has one on which
    the elements above it stand too: at its first row, or on every row.
    """

    def __init__(self, rng: Random, paper: Paper) -> None:
        self.rng = rng
        self.paper = paper
        self.style = paper.style
        self.truth = paper.truth
        self.make = Pieces(paper.truth, paper.style)

    def build(self) -> None:
        """The one table."""
        style = self.style
        left = ["no"] if style.no_column else []
        body = block_heads(style, unit=style.unit, text="SUB KEGIATAN")
        upper = heads("TUJUAN", style.words["objective"], "PROGRAM", "KEGIATAN")
        body = [upper + body[0]] + [blanks(len(upper)) + row for row in body[1:]]
        rows = headed(style, left, body)
        count = len(rows)
        waiting: list[int] = []
        for i, element in enumerate(self.truth.elements):
            if style.leaf and element.level != "subactivity":
                waiting.append(i)
                continue
            above = self._above(i) if style.repeat_ancestors else waiting
            rows += self._rows(i, above)
            waiting = []
        self.paper.blocks.append(Table("columns", rows, count, (len(left),)))

    def _above(self, i: int) -> list[int]:
        above = []
        parent = self.truth.elements[i].parent
        while parent is not None:
            above.append(parent)
            parent = self.truth.elements[parent].parent
        return above

    def _rows(self, i: int, above: list[int]) -> list[Cells]:
        style = self.style
        rows = []
        for k, row in enumerate(self.make.block(i, unit=style.unit)):
            names = blanks(len(LEVELS))
            if k == 0:
                for at in (*above, i):
                    names[LEVELS.index(self.truth.elements[at].level)] = self.make.element(at)
            start = [self.make.number(i) if k == 0 else BLANK] if style.no_column else []
            if style.leaf and style.no_column and k == 0:
                self._either_has_the_number(i, above)
            rows.append(start + names + row[1:] + right_hand(self.rng, self.make, i, k))
        return rows

    def _either_has_the_number(self, i: int, above: list[int]) -> None:
        """A row's number may be read as its own, or as that of any name that begins on it."""
        also = self.truth.also
        also.setdefault((i, -1, "number"), set()).add(None)
        for at in above:
            also.setdefault((at, -1, "number"), set()).add(self.truth.elements[i].number)
