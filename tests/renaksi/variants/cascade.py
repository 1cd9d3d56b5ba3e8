"""The layout of the Kemangkon plan: two levels side by side, one table under another.

TUJUAN beside SASARAN, SASARAN beside PROGRAM, then for each program a lettered heading
and a table of its activities beside their sub-activities. Programs stand together, or
each in a table of its own before its heading.
"""

from __future__ import annotations

from random import Random

from tests.renaksi.variants.paper import Cells, Lines, Paper, Piece, Table, blanks
from tests.renaksi.variants.pieces import Pieces, block_heads, heads

_HEADINGS = {"**": "**{}**", "<b>": "<b>{}</b>", "##": "## {}", "plain": "{}"}


class Cascade:
    """Builds one paper in this layout."""

    def __init__(self, rng: Random, paper: Paper) -> None:
        self.rng = rng
        self.paper = paper
        self.style = paper.style
        self.truth = paper.truth
        self.make = Pieces(paper.truth, paper.style)

    def build(self) -> None:
        """All tables and headings, in order."""
        truth, style = self.truth, self.style
        self.outcomes()
        objectives = [i for i, e in enumerate(truth.elements) if e.level == "objective"]
        programs = [i for i, e in enumerate(truth.elements) if e.level == "program"]
        outcome, work = style.units_on_outcomes, style.unit
        together = style.programs == "together"
        pairs = [(o, truth.children(o) if together else truth.children(o)[:1]) for o in objectives]
        self._side_by_side(
            "programs", pairs, (style.words["objective"], "PROGRAM"), (outcome, work), named=True
        )
        for n, program in enumerate(programs):
            if n and not together:
                self._program_apart(program)
            self._heading(n, program)
            pairs = [(a, truth.children(a)) for a in truth.children(program)]
            levels = ("KEGIATAN", "SUB KEGIATAN")
            self._side_by_side("activities", pairs, levels, (work, work), named=style.level_row)

    def outcomes(self) -> None:
        """The table of goals beside their objectives."""
        outcome = self.style.units_on_outcomes
        goals = [i for i, e in enumerate(self.truth.elements) if e.level == "goal"]
        pairs = [(goal, self.truth.children(goal)) for goal in goals]
        self._side_by_side(
            "goals",
            pairs,
            ("TUJUAN", self.style.words["objective"]),
            (outcome, outcome),
            named=True,
        )

    def _side_by_side(
        self,
        kind: str,
        pairs: list[tuple[int, list[int]]],
        levels: tuple[str, str],
        units: tuple[bool, bool],
        *,
        named: bool,
    ) -> None:
        left_heads = block_heads(self.style, unit=units[0])
        right_heads = block_heads(self.style, unit=units[1])
        widths = len(left_heads[0]), len(right_heads[0])
        rows: list[Cells] = []
        if named:
            rows.append(
                [
                    *heads(levels[0]),
                    *blanks(widths[0] - 1),
                    *heads(levels[1]),
                    *blanks(widths[1] - 1),
                ]
            )
        rows += [left + right for left, right in zip(left_heads, right_heads, strict=True)]
        count = len(rows)
        for left, under in pairs:
            a = self.make.block(left, unit=units[0])
            b = [row for i in under for row in self.make.block(i, unit=units[1])]
            for n in range(max(len(a), len(b))):
                rows.append(
                    (a[n] if n < len(a) else blanks(widths[0]))
                    + (b[n] if n < len(b) else blanks(widths[1]))
                )
        self.paper.blocks.append(Table(kind, rows, count, (0, widths[0])))

    def _program_apart(self, program: int) -> None:
        """A table that holds one program only, set where the right block would stand or not."""
        unit = self.style.unit
        top = block_heads(self.style, unit=unit)
        width = len(top[0])
        pad = width if self.style.letters else 0
        rows = [[*heads("PROGRAM"), *blanks(width - 1)], *top]
        count = len(rows)
        rows += self.make.block(program, unit=unit)
        rows = [blanks(pad) + row for row in rows]
        self.paper.blocks.append(Table("program", rows, count, (pad,)))

    def _heading(self, n: int, program: int) -> None:
        name = self.truth.elements[program].name
        if not name.lower().startswith("program"):
            name = f"Program {name}"
        text = f"{chr(65 + n)}. {name}" if self.style.letters else name
        self.truth.elements[program].heading = text
        facts = ((program, -1, "heading"),)
        line = _HEADINGS[self.style.headings].format(text)
        self.paper.blocks.append(Lines(Piece(line, "heading", facts)))


_LEVELS = ("objective", "program", "activity", "subactivity")


class Matrix(Cascade):
    """TUJUAN beside SASARAN; then program, activity and sub-activity side by side in one table.

    Where there are several objectives they stand to the left of their programs.
    """

    def build(self) -> None:
        """Both tables."""
        self.outcomes()
        truth, style = self.truth, self.style
        objectives = [i for i, e in enumerate(truth.elements) if e.level == "objective"]
        levels = _LEVELS if len(objectives) > 1 else _LEVELS[1:]
        units = [
            style.units_on_outcomes if level == "objective" else style.unit for level in levels
        ]
        words = {
            "objective": style.words["objective"],
            "program": "PROGRAM",
            "activity": "KEGIATAN",
            "subactivity": "SUB KEGIATAN",
        }
        blocks = [block_heads(style, unit=unit) for unit in units]
        widths = [len(block[0]) for block in blocks]
        top: Cells = []
        for level, width in zip(levels, widths, strict=True):
            top += [*heads(words[level]), *blanks(width - 1)]
        rows = [top]
        rows += [[piece for part in parts for piece in part] for parts in zip(*blocks, strict=True)]
        count = len(rows)
        for root in objectives if len(levels) == 4 else truth.children(objectives[0]):
            rows += self._below(root, units, widths)
        starts = tuple(sum(widths[:k]) for k in range(len(widths)))
        self.paper.blocks.append(Table("matrix", rows, count, starts))

    def _below(self, i: int, units: list[bool], widths: list[int]) -> list[Cells]:
        """The rows of an element with all below it to its right."""
        own = self.make.block(i, unit=units[0])
        if len(units) == 1:
            return own
        right = [
            row
            for child in self.truth.children(i)
            for row in self._below(child, units[1:], widths[1:])
        ]
        return [
            (own[n] if n < len(own) else blanks(widths[0]))
            + (right[n] if n < len(right) else blanks(sum(widths[1:])))
            for n in range(max(len(own), len(right)))
        ]
