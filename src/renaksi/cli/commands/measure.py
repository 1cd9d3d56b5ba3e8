"""`renaksi measure`: what a plan with actuals has achieved, and why each number is what it is."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import Parser, add_format, add_inputs
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words, spoken

SUMMARY: Final = Words(
    "ukur capaian rencana yang memuat realisasi", "measure what a plan with actuals has achieved"
)

_QUARTER: Final = Words(
    "ukur sampai triwulan ini (bawaan: triwulan terakhir yang ada realisasinya)",
    "measure up to this quarter (default: the last one with an actual)",
)
_EXPLAIN: Final = Words("sertakan penjelasan setiap angka", "with the explanation of every number")


def arguments(parser: Parser) -> None:
    """FILE, the quarter and how much to tell."""
    add_inputs(parser, several=False)
    add_format(parser)
    add = parser.options.add_argument
    quarters = ("1", "2", "3", "4")
    add("--quarter", choices=quarters, metavar="1..4", help=spoken(_QUARTER, parser.lang))
    add("--explain", action="store_true", help=spoken(_EXPLAIN, parser.lang))


def run(args: Namespace, screen: Screen) -> int:
    """Measure every plan of the file."""
    from renaksi.cli.inputs import read
    from renaksi.measure import measure, measurement_to_json

    (file,) = read([args.file], args, screen)
    quarter = int(args.quarter) if args.quarter else None
    measured = [(found.plan, measure(found.plan, quarter)) for found in file.plans]
    if args.format == "text":
        from renaksi.cli.measure_text import report

        for number, (plan, measurement) in enumerate(measured):
            screen.write(*([""] if number else []))
            screen.write(*report(plan, measurement, screen, explained=args.explain))
    elif len(measured) == 1:
        screen.write_json(measurement_to_json(measured[0][1], screen.lang))
    elif measured:
        several = [measurement_to_json(measurement, screen.lang) for _, measurement in measured]
        screen.write_json({"schema": "renaksi/measurements/1", "measurements": several})
    return file.exit
