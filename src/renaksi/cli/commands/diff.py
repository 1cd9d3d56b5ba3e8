"""`renaksi diff`: what became of one plan in another of the same organisation."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import STDIN, Parser, WrongUsage, add_format, add_reading
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words, spoken

SUMMARY: Final = Words(
    "bandingkan dua rencana satu kantor: rencana dan perubahannya, perjanjian kinerja, atau Renja",
    "compare two plans of one office: a plan with its revision, agreement or Renja",
)

_A: Final = Words("rencana yang lama; “-” membaca masukan baku", "the older plan; “-” reads stdin")
_B: Final = Words("rencana yang baru", "the newer plan")
_TWICE: Final = Words(
    "Masukan baku hanya dapat dibaca sekali; sebut berkas untuk salah satunya.",
    "Standard input can be read only once; name a file for one of the two.",
)


def arguments(parser: Parser) -> None:
    """The two files and how they are read."""
    add = parser.inputs.add_argument
    add("a", metavar="A", help=spoken(_A, parser.lang))
    add("b", metavar="B", help=spoken(_B, parser.lang))
    add_reading(parser)
    add_format(parser)


def run(args: Namespace, screen: Screen) -> int:
    """Compare the plans of both files; nothing is compared where one cannot be read."""
    from renaksi.cli.inputs import read
    from renaksi.compare import COMPARISONS_SCHEMA, compare, comparison_to_json, pairs_of_plans

    if args.a == args.b == STDIN:
        raise WrongUsage("renaksi diff", _TWICE)
    a, b = read([args.a, args.b], args, screen)
    code = max(a.exit, b.exit)
    if not (a.plans and b.plans):
        return code
    plans = pairs_of_plans([found.plan for found in a.plans], [found.plan for found in b.plans])
    compared = [compare(*pair) for pair in plans]
    if args.format == "text":
        from renaksi.cli.comparison_text import report

        for number, comparison in enumerate(compared):
            screen.write(*([""] if number else []), *report(comparison, (args.a, args.b), screen))
    elif len(compared) == 1:
        screen.write_json(comparison_to_json(compared[0]))
    else:
        several = [comparison_to_json(comparison) for comparison in compared]
        screen.write_json({"schema": COMPARISONS_SCHEMA, "comparisons": several})
    return code
