"""A whole plan in text: whose it is, its tree, what was counted, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import LEVEL_WORDS
from renaksi.cli.inputs import Found
from renaksi.cli.layout import wrap
from renaksi.cli.screen import Screen, printable
from renaksi.cli.tree import Tree
from renaksi.diagnostics import Words, counted
from renaksi.model import LEVELS, Plan
from renaksi.quarter import QUARTERS
from renaksi.render import words

_ROW: Final = Words("indikator", "indicator")
_VALUE: Final = Words("target triwulan berupa angka", "numeric quarterly target")
_COVERED: Final = Words(
    "Seluruh {words} kata dokumen termuat dalam rencana ini.",
    "All {words} words of the document are accounted for in this plan.",
)
_COVERAGE: Final = Words(
    "{accounted} dari {words} kata dokumen termuat dalam rencana ini.",
    "{accounted} of the document's {words} words are accounted for in this plan.",
)
_REST: Final = Words("Tidak termuat, {place}: “{text}”", "Not accounted for, {place}: “{text}”")
_MORE: Final = Words("… dan {n} bagian lain.", "… and {n} more pieces.")
_LISTED: Final = 5


def drawing(found: Found, screen: Screen) -> Iterator[str]:
    """The lines that `renaksi show` prints for one plan."""
    tree = Tree(found, screen)
    for line in wrap(printable(words.plan_title(found.plan, screen.lang)), screen.width):
        yield screen.style("bold", line)
    yield ""
    yield from tree.lines()
    yield ""
    yield from wrap(counts(found.plan, screen), screen.width)
    for line in wrap(tree.legend(), screen.width):
        yield screen.style("dim", line)
    yield from _coverage(found.plan, screen)


def counts(plan: Plan, screen: Screen) -> str:
    """How much of what is in the plan, for a comparison with the paper."""
    levels = [element.level for element in plan.elements]
    parts = [
        counted(levels.count(level), LEVEL_WORDS[level], screen.lang)
        for level in LEVELS
        if level in levels
    ]
    rows = [row for element in plan.elements for row in element.indicators]
    numbers = sum(row.target(key).state == "set" for row in rows for key in QUARTERS)
    rest = (counted(len(rows), _ROW, screen.lang), counted(numbers, _VALUE, screen.lang))
    return "; ".join((", ".join(parts), *rest)) + "."


def _coverage(plan: Plan, screen: Screen) -> Iterator[str]:
    """How many words of the document are in the plan, and which are not."""
    coverage = plan.coverage
    if coverage is None:
        return
    said = _COVERAGE if coverage.rest else _COVERED
    line = screen.say(said, accounted=coverage.accounted, words=coverage.words)
    yield from wrap(line, screen.width)
    for text, place in coverage.rest[:_LISTED]:
        where = words.place_words(place, screen.lang)
        line = screen.say(_REST, place=where, text=printable(text))
        yield from wrap(line, screen.width, hanging=2)
    if len(coverage.rest) > _LISTED:
        yield screen.say(_MORE, n=len(coverage.rest) - _LISTED)
