"""Findings in text: a line for each in a pipe; under their source lines in a terminal.

For the head of an office the gravest are told as numbered sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from renaksi.checks.pages import SEVERITY_WORDS
from renaksi.cli.layout import wrap
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import SEVERITIES, Diagnostic, Severity, Words, spoken
from renaksi.model import Place, Plan
from renaksi.render import words

NOTHING: Final = Words("Tidak ada temuan.", "Nothing found.")
TOTAL: Final = Words("{n} temuan", "{n} found")
FILES: Final = Words("di {n} berkas", "in {n} files")
WHOLE: Final = Words("seluruh rencana", "the whole plan")
GRAVEST: Final = Words("Yang terpenting", "What matters most")
EXPLAIN: Final = Words(
    "Arti sebuah temuan: renaksi explain {code}", "What a finding means: renaksi explain {code}"
)
_PLACES_LISTED: Final = 6


def plain(name: str, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """``file:line:column: CODE severity message``, for each finding."""
    for finding in findings:
        place = place_path(finding.where)
        where = f"{name}:{place}" if place else name
        yield f"{where}: {finding.rule.code} {_severity(finding, screen)} {_message(finding, screen)}"


def pretty(path: str, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """The findings of each line of the document under that line."""
    from renaksi.cli.excerpt import source_lines

    if not findings:
        return
    sources = source_lines(path)
    gutter = len(str(max(sources, default=0)))
    yield screen.style("bold", printable(path))
    for _, group in groupby(findings, key=lambda finding: _row(finding.where)):
        members = list(group)
        yield ""
        yield from _source(members, sources, gutter, screen)
        for finding in _joined(members, screen):
            yield from _told(finding, gutter, screen)
    yield ""


def gravest(plan: Plan, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """The ten gravest matters, numbered, each with its places."""
    from renaksi.checks.gravest import gravest as weighed

    title = printable(words.plan_title(plan, screen.lang))
    yield screen.style("bold", f"{screen.say(GRAVEST)}: {title}")
    for number, matter in enumerate(weighed(findings), 1):
        yield ""
        sentence = printable(matter.sentence(screen.lang))
        lines = wrap(f"{number:>2}. {sentence}", screen.width, hanging=4)
        yield screen.style("bold", lines[0][:3]) + lines[0][3:]
        yield from lines[1:]
        places = dict.fromkeys(place_words(f.where, screen) for f in matter.findings if f.where)
        listed = "; ".join([*places][:_PLACES_LISTED])
        more = " …" if len(places) > _PLACES_LISTED else ""
        where = f"{matter.rule.code} · {listed}{more}" if places else matter.rule.code
        yield from (screen.style("dim", line) for line in wrap(f"    {where}", screen.width, 4))
    yield ""


def summary(severities: Mapping[Severity, int], files: int, screen: Screen) -> str:
    """How many findings of which severity there are."""
    total = sum(severities.values())
    if not total:
        return screen.style("green", screen.say(NOTHING))
    counts = (
        (severity, f"{severities.get(severity, 0)} {spoken(SEVERITY_WORDS[severity], screen.lang)}")
        for severity in SEVERITIES
    )
    parts = [screen.style(severity, count) for severity, count in counts if count[0] != "0"]
    where = f" {screen.say(FILES, n=files)}" if files > 1 else ""
    return f"{screen.say(TOTAL, n=total)}{where}: {', '.join(parts)}."


def place_path(place: Place | None) -> str:
    """A place behind a file's name: ``39:4``, ``Renja!C7``, ``p3:12``, ``t2:5:3``; empty for none."""
    if place is None:
        return ""
    if place.sheet is not None:
        return f"{place.sheet}!{place.cell or place.row or ''}"
    parts = (
        place.page and f"p{place.page}",
        place.table and f"t{place.table}",
        place.row or place.line,
        place.column,
    )
    return ":".join(str(part) for part in parts if part)


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
    from renaksi.cli.excerpt import BORDER, excerpt

    place = members[0].where
    bar = "│" if screen.drawing else "|"
    if place is None or place.line not in sources:
        where = screen.say(WHOLE) if place is None else place_words(place._replace(column=None), screen)
        yield screen.style("dim", f"{'':{gutter}} {bar} {where}")
        return
    marked = {member.where.column for member in members if member.where and member.where.column}
    text, *marks = excerpt(sources[place.line], marked, gutter, screen)
    border = screen.style("dim", BORDER)
    yield f"{screen.style('dim', f'{place.line:>{gutter}} {bar}')} {text.replace(BORDER, border)}"
    for line in marks:
        yield f"{screen.style('dim', f'{chr(32):{gutter}} {bar}')} {screen.style('blue', line)}"


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
    head = f"{finding.rule.code} {_severity(finding, screen)}"
    hanging = gutter + 3 + len(finding.rule.code) + 1 + _widest_severity(screen) + 1
    lines = wrap(_message(finding, screen), screen.width - hanging)
    indent = " " * (gutter + 3)
    padding = " " * (hanging - len(indent) - len(head))
    yield f"{indent}{screen.style(severity, head)}{padding}{lines[0]}"
    for line in lines[1:]:
        yield " " * hanging + line


def _severity(finding: Diagnostic, screen: Screen) -> str:
    return spoken(SEVERITY_WORDS[finding.rule.severity], screen.lang)


def _widest_severity(screen: Screen) -> int:
    return max(len(spoken(word, screen.lang)) for word in SEVERITY_WORDS.values())


def _message(finding: Diagnostic, screen: Screen) -> str:
    return printable(finding.message(screen.lang))


def place_words(place: Place | None, screen: Screen) -> str:
    """A place in words."""
    return printable(words.place_words(place, screen.lang))
