"""Findings for a person at a terminal: under their source lines; the gravest as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from renaksi.checks.gravest import gravest as weighed
from renaksi.checks.pages import SEVERITY_WORDS
from renaksi.cli.excerpt import BORDER, excerpt, source_lines
from renaksi.cli.findings_text import message, severity_word
from renaksi.cli.layout import wrap
from renaksi.cli.screen import Screen, escaped, printable
from renaksi.diagnostics import Diagnostic, Words, spoken
from renaksi.model import Place, Plan
from renaksi.render import words

WHOLE: Final = Words("seluruh rencana", "the whole plan")
GRAVEST: Final = Words("Yang terpenting", "What matters most")
_PLACES_LISTED: Final = 6


def pretty(path: str, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """The findings of each line of the document under that line."""
    if not findings:
        return
    sources = source_lines(path)
    gutter = len(str(max(sources, default=0)))
    yield screen.style("bold", escaped(path))
    for _, group in groupby(findings, key=lambda finding: _row(finding.where)):
        members = list(group)
        yield ""
        yield from _source(members, sources, gutter, screen)
        for finding in _joined(members, screen):
            yield from _told(finding, gutter, screen)
    yield ""


def gravest(plan: Plan, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """The ten gravest matters, numbered, each with its places."""
    title = printable(words.plan_title(plan, screen.lang))
    yield screen.style("bold", f"{screen.say(GRAVEST)}: {title}")
    for number, matter in enumerate(weighed(findings), 1):
        yield ""
        head = f"{number:>2}. "
        first, *more = wrap(printable(matter.sentence(screen.lang)), screen.width - len(head))
        yield screen.style("bold", head) + first
        places = dict.fromkeys(place_words(f.where, screen) for f in matter.findings if f.where)
        listed = "; ".join([*places][:_PLACES_LISTED])
        rest = " …" if len(places) > _PLACES_LISTED else ""
        where = " · ".join(filter(None, (matter.rule.code, listed + rest)))
        foot = wrap(where, screen.width - len(head))
        for line in (*more, *(screen.style("dim", line) for line in foot)):
            yield " " * len(head) + line
    yield ""


def _row(place: Place | None) -> tuple[object, ...]:
    """What findings told under one heading share."""
    return () if place is None else (place.sheet, place.page, place.table, place.row, place.line)


def _source(
    members: Sequence[Diagnostic],
    sources: Mapping[int, tuple[str, ...]],
    gutter: int,
    screen: Screen,
) -> Iterator[str]:
    """The line of the document with its cells marked, or else the place in words."""
    place = members[0].where
    bar = "│" if screen.drawing else "|"
    line = place.line if place else None
    if line is None or line not in sources:
        row = place and place._replace(column=None)
        where = place_words(row, screen) or screen.say(WHOLE)
        yield screen.style("dim", f"{'':{gutter}} {bar} {where}")
        return
    marked = {member.where.column for member in members if member.where and member.where.column}
    text, *marks = excerpt(sources[line], marked, gutter, screen)
    border = screen.style("dim", BORDER)
    yield f"{screen.style('dim', f'{line:>{gutter}} {bar}')} {text.replace(BORDER, border)}"
    for mark in marks:
        yield f"{screen.style('dim', f'{chr(32):{gutter}} {bar}')} {screen.style('blue', mark)}"


def _joined(findings: Sequence[Diagnostic], screen: Screen) -> Iterator[Diagnostic]:
    """Findings of one rule about several quarters of one row as one finding."""

    def matter(finding: Diagnostic) -> tuple[object, ...]:
        others = [(key, value) for key, value in finding.params.items() if key != "quarter"]
        return finding.rule.code, finding.element, finding.indicator, others

    for _, group in groupby(findings, key=matter):
        first, *more = group
        if more and "quarter" in first.params:
            quarters = [spoken(one.params["quarter"], screen.lang) for one in (first, *more)]
            first = first._replace(params={**first.params, "quarter": ", ".join(quarters)})
            more = []
        yield from (first, *more)


def _told(finding: Diagnostic, gutter: int, screen: Screen) -> Iterator[str]:
    """Code, severity and sentence, hanging under the sentence."""
    severity = finding.rule.severity
    head = f"{finding.rule.code} {severity_word(finding, screen)}"
    hanging = gutter + 3 + len(finding.rule.code) + 1 + _widest_severity(screen) + 1
    lines = wrap(message(finding, screen), screen.width - hanging)
    indent = " " * (gutter + 3)
    padding = " " * (hanging - len(indent) - len(head))
    yield f"{indent}{screen.style(severity, head)}{padding}{lines[0]}"
    for line in lines[1:]:
        yield " " * hanging + line


def _widest_severity(screen: Screen) -> int:
    return max(len(spoken(word, screen.lang)) for word in SEVERITY_WORDS.values())


def place_words(place: Place | None, screen: Screen) -> str:
    """A place in words."""
    return printable(words.place_words(place, screen.lang))
