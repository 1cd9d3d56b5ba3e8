"""Findings in plain text: a line for each, and the counts at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from renaksi.checks.pages import SEVERITY_WORDS
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import SEVERITIES, Diagnostic, Severity, Words, counted, spoken
from renaksi.model import Place

NOTHING: Final = Words("Tidak ada temuan.", "Nothing found.")
ORIGIN: Final = Words("(dokumen asal: {place})", "(original document: {place})")
FINDING: Final = Words("temuan", "finding")
EXPLAIN: Final = Words(
    "Arti sebuah temuan: renaksi explain {code}", "What a finding means: renaksi explain {code}"
)
FILES: Final = Words("di {n} berkas", "in {n} files")


def plain(name: str, findings: Sequence[Diagnostic], screen: Screen) -> Iterator[str]:
    """``file:line:column: CODE severity message``, for each finding.

    The places of a plan's JSON lie in the document that it was read from: they are not
    told as places of the JSON.
    """
    own = not name.lower().endswith(".json")
    for finding in findings:
        place = place_path(finding.where)
        where = f"{name}:{place}" if place and own else name
        line = f"{where}: {finding.rule.code} {severity_word(finding, screen)}"
        line += f" {message(finding, screen)}"
        yield line if own or not place else f"{line} {screen.say(ORIGIN, place=place)}"


def summary(severities: Mapping[Severity, int], files: int, screen: Screen) -> str:
    """How many findings of which severity there are."""
    total = sum(severities.values())
    if not total:
        return screen.style("green", screen.say(NOTHING))
    parts = [
        screen.style(severity, counted(severities[severity], SEVERITY_WORDS[severity], screen.lang))
        for severity in SEVERITIES
        if severities.get(severity)
    ]
    found = counted(total, FINDING, screen.lang)
    where = f" {screen.say(FILES, n=files)}" if files > 1 else ""
    return f"{found}{where}: {', '.join(parts)}."


def place_path(place: Place | None) -> str:
    """A place behind a file's name: ``39:4``, ``Renja!C7``, ``p3:12``, ``t2:5:3``."""
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


def severity_word(finding: Diagnostic, screen: Screen) -> str:
    """*kesalahan*, *peringatan* or *keterangan*."""
    return spoken(SEVERITY_WORDS[finding.rule.severity], screen.lang)


def message(finding: Diagnostic, screen: Screen) -> str:
    """The finding as one printable sentence."""
    return printable(finding.message(screen.lang))
