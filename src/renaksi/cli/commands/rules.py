"""`renaksi rules`: every rule with its code, name, severity and first version."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from renaksi.cli.arguments import Parser, add_format
from renaksi.cli.screen import Screen
from renaksi.diagnostics import Language, Rule, Words, spoken

SUMMARY: Final = Words("sebutkan semua aturan", "list all rules")

_HEADS: Final = (
    Words("Kode", "Code"),
    Words("Tingkat", "Severity"),
    Words("Nama", "Name"),
    Words("Sejak", "Since"),
    Words("Yang ditemukan", "What it finds"),
)


def arguments(parser: Parser) -> None:
    """The format alone."""
    add_format(parser)


def run(args: Namespace, screen: Screen) -> int:
    """List the rules of the linter, then those of reading."""
    from renaksi.checks.pages import SEVERITY_WORDS
    from renaksi.cli.findings import every_rule
    from renaksi.cli.layout import Column, Text, natural, row

    rules = every_rule()
    if args.format == "json":
        screen.write_json([_as_json(rule, screen.lang) for rule in rules])
        return 0
    lang = screen.lang
    rows = [
        (
            rule.code,
            spoken(SEVERITY_WORDS[rule.severity], lang),
            rule.slug,
            rule.since,
            rule.title[lang],
        )
        for rule in rules
    ]
    heads = tuple(spoken(head, lang) for head in _HEADS)
    widths = natural([heads, *rows])
    widths[-1] = max(20, min(widths[-1], screen.width - sum(widths[:-1]) - 2 * len(widths) + 2))
    columns = [Column(width) for width in widths]
    screen.write(*row([Text(head, "dim") for head in heads], columns, screen))
    for rule, texts in zip(rules, rows, strict=True):
        styles = ("bold", rule.severity, "", "dim", "")
        cells = [Text(text, style) for text, style in zip(texts, styles, strict=True)]
        screen.write(*row(cells, columns, screen))
    return 0


def _as_json(rule: Rule, lang: Language) -> dict[str, str]:
    return {
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity,
        "since": rule.since,
        "kind": rule.kind,
        "title": rule.title[lang],
    }
