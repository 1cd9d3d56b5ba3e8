"""`renaksi show`: the cascade of a plan as a tree with its quarters."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Words

if TYPE_CHECKING:
    from renaksi.cli.inputs import Found
    from renaksi.cli.tree import Tree

SUMMARY: Final = Words(
    "tampilkan tujuan sampai sub kegiatan beserta target tiap triwulan",
    "show the cascade from goal to sub-activity with its quarters",
)

_ROWS: Final = Words("{n} indikator", "{n} indicators")
_VALUES: Final = Words("{n} target triwulan berupa angka", "{n} quarterly targets that are numbers")
_COVERAGE: Final = Words(
    "{accounted} dari {words} kata dokumen termuat dalam rencana ini.",
    "{accounted} of the document's {words} words are accounted for in this plan.",
)
_REST: Final = Words("Tidak termuat, {place}: “{text}”", "Not accounted for, {place}: “{text}”")
_LISTED: Final = 5


def arguments(parser: Parser) -> None:
    """FILE … and how it is read."""
    from renaksi.cli.inputs import add_inputs

    add_inputs(parser, several=True)


def run(args: Namespace, screen: Screen) -> int:
    """Draw every plan of every file."""
    from renaksi.cli.inputs import read
    from renaksi.cli.tree import Tree

    code = 0
    for file in read(args.files, args, screen):
        for found in file.plans:
            if code or found is not file.plans[0]:
                screen.write("")
            tree = Tree(found, screen)
            screen.write(*_title(found, screen), "", *tree.lines(), "", *_foot(found, tree, screen))
        code = max(code, file.exit)
    return code


def _title(found: Found, screen: Screen) -> Iterator[str]:
    from renaksi.cli.layout import wrap
    from renaksi.render.words import plan_title

    for line in wrap(printable(plan_title(found.plan, screen.lang)), screen.width):
        yield screen.style("bold", line)


def _foot(found: Found, tree: Tree, screen: Screen) -> Iterator[str]:
    """What was counted, what the signs mean, and what of the document is not in the plan."""
    from renaksi.cli.layout import wrap

    yield from wrap(_counts(found, screen), screen.width)
    for line in wrap(tree.legend(), screen.width):
        yield screen.style("dim", line)
    coverage = found.plan.coverage
    if coverage is None:
        return
    yield from wrap(
        screen.say(_COVERAGE, accounted=coverage.accounted, words=coverage.words), screen.width
    )
    from renaksi.render.words import place_words

    for text, place in coverage.rest[:_LISTED]:
        where = place_words(place, screen.lang)
        line = screen.say(_REST, place=where, text=printable(text))
        yield from wrap(line, screen.width, hanging=2)


def _counts(found: Found, screen: Screen) -> str:
    from renaksi.diagnostics import spoken
    from renaksi.model import LEVELS
    from renaksi.quarter import QUARTERS
    from renaksi.render.words import LEVEL_WORDS

    levels = [element.level for element in found.plan.elements]
    parts = [
        f"{levels.count(level)} {spoken(LEVEL_WORDS[level], screen.lang)}"
        for level in LEVELS
        if level in levels
    ]
    rows = [row for element in found.plan.elements for row in element.indicators]
    numbers = sum(row.target(key).state == "set" for row in rows for key in QUARTERS)
    return (
        f"{', '.join(parts)}; {screen.say(_ROWS, n=len(rows))}; {screen.say(_VALUES, n=numbers)}."
    )
