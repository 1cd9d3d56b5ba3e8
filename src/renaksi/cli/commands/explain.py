"""`renaksi explain`: the page of one rule."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import Parser, add_format
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Words, spoken

SUMMARY: Final = Words("jelaskan sebuah aturan", "explain a rule")

_CODE: Final = Words(
    "kode atau nama aturan, seperti disebut `renaksi rules`",
    "code or name of a rule, as `renaksi rules` lists it",
)


def arguments(parser: Parser) -> None:
    """CODE."""
    parser.inputs.add_argument("code", metavar="CODE", help=spoken(_CODE, parser.lang))
    add_format(parser)


def run(args: Namespace, screen: Screen) -> int:
    """Print the page; `UnknownRule` names the nearest codes."""
    from renaksi.checks import pages
    from renaksi.cli.findings import every_rule

    rule = pages.find(args.code, every_rule())
    page = pages.render(rule, screen.lang)
    if args.format == "json":
        screen.write_json(
            {
                "code": rule.code,
                "slug": rule.slug,
                "severity": rule.severity,
                "since": rule.since,
                "kind": rule.kind,
                "title": rule.title[screen.lang],
                "page": page,
            }
        )
        return 0
    for line in page.splitlines():
        heading = screen.colour and line.startswith("#")
        screen.write(screen.style("bold", line.lstrip("# ")) if heading else line)
    return 0
