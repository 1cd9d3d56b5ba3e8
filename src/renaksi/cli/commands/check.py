"""`renaksi check`: what is wrong with a plan, each finding with its place in the document."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser, add_format, add_inputs
from renaksi.cli.screen import Screen, json_bytes
from renaksi.diagnostics import Severity, Words, spoken

if TYPE_CHECKING:
    from renaksi.checks.gravest import Matter
    from renaksi.cli.inputs import File
    from renaksi.diagnostics import Diagnostic
    from renaksi.model import Plan

SUMMARY: Final = Words(
    "periksa rencana dan sebutkan temuannya", "check a plan and list what is found"
)

_GRAVEST: Final = Words(
    "hanya sepuluh temuan terpenting, dalam kalimat untuk pimpinan",
    "only the ten findings that matter most, in sentences for a head of office",
)
_SELECT: Final = Words(
    "hanya aturan ini: kode, awal kode, atau nama, dipisah koma",
    "only these rules: codes, their beginnings or names, with commas",
)
_IGNORE: Final = Words("tanpa aturan ini", "without these rules")


def arguments(parser: Parser) -> None:
    """FILE … and which findings are told how."""
    add_inputs(parser, several=True)
    lang = parser.lang
    add = parser.options.add_argument
    add_format(parser)
    add("--gravest", action="store_true", help=spoken(_GRAVEST, lang))
    add("--select", metavar="CODES", help=spoken(_SELECT, lang))
    add("--ignore", metavar="CODES", help=spoken(_IGNORE, lang))


def run(args: Namespace, screen: Screen) -> int:
    """Report every file that can be read; the greatest exit code."""
    from renaksi.cli.inputs import read

    kind = _JsonReport if args.format == "json" else _TextReport
    report = kind(screen, args.gravest)
    code = 0
    for file in read(args.files, args, screen, _selection(args)):
        if file.plans:
            report.add(file)
        code = max(code, file.exit)
    report.end()
    return code


def _selection(args: Namespace) -> Callable[[Diagnostic], bool] | None:
    """What ``--select`` and ``--ignore`` leave; None for everything."""
    if not (args.select or args.ignore):
        return None
    from renaksi.cli.findings import selection

    return selection(args.select, args.ignore)


class _TextReport:
    """Findings for a person: with their source lines in a terminal, one on each line in a pipe."""

    def __init__(self, screen: Screen, gravest: bool) -> None:
        self._screen = screen
        self._gravest = gravest
        self._files = 0
        self._severities: Counter[Severity] = Counter()
        self._example = ""  # the code of a finding, to tell how one is explained

    def add(self, file: File) -> None:
        """Write one file's findings."""
        from renaksi.render.findings import in_document_order, told_once

        self._files += 1
        for found in file.plans:
            findings = in_document_order(told_once(found.findings))
            self._severities.update(finding.rule.severity for finding in findings)
            if findings:
                self._example = max(findings, key=lambda found: found.rule.gravity).rule.code
            if self._gravest:
                self._screen.write(*self._matters(found.plan, found.findings))
            else:
                self._screen.write(*self._lines(file.name, findings))

    def _matters(self, plan: Plan, findings: Sequence[Diagnostic]) -> Iterable[str]:
        from renaksi.cli.findings_page import gravest
        from renaksi.render.findings import in_document_order

        # The ten sentences tell a gap once on their own, in the words of the check.
        return gravest(plan, in_document_order(findings), self._screen)

    def _lines(self, name: str, findings: Sequence[Diagnostic]) -> Iterable[str]:
        if self._screen.terminal:
            from renaksi.cli.findings_page import pretty

            return pretty(name, findings, self._screen)
        from renaksi.cli.findings_text import plain
        from renaksi.cli.inputs import shown_name

        return plain(shown_name(name), findings, self._screen)

    def end(self) -> None:
        """Write the counts."""
        from renaksi.cli.findings_text import EXPLAIN, summary

        if self._files:
            self._screen.write(summary(self._severities, self._files, self._screen))
        if self._example and self._screen.terminal:
            hint = self._screen.say(EXPLAIN, code=self._example)
            self._screen.write(self._screen.style("dim", hint))


class _JsonReport:
    """An array with one object for each file, written as the files are read."""

    def __init__(self, screen: Screen, gravest: bool) -> None:
        self._screen = screen
        self._gravest = gravest
        self._begun = False

    def add(self, file: File) -> None:
        """Write one file's object."""
        entry = {"file": file.name, "exit": file.exit, **self._said(file)}
        self._screen.write_bytes((b",\n" if self._begun else b"[\n") + json_bytes(entry))
        self._begun = True

    def end(self) -> None:
        """Close the array."""
        if self._begun:
            self._screen.write_bytes(b"\n]\n")

    def _said(self, file: File) -> dict[str, object]:
        if self._gravest:
            from renaksi.checks.gravest import gravest
            from renaksi.render.findings import in_document_order

            matters = [m for f in file.plans for m in gravest(in_document_order(f.findings))]
            return {"gravest": [self._matter(matter) for matter in matters]}
        from renaksi.plan_json.write import diagnostic_json

        findings = [
            (number, finding)
            for number, found in enumerate(file.plans)
            for finding in found.findings
        ]
        several = len(file.plans) > 1
        return {
            "diagnostics": [
                ({"plan": number} if several else {}) | diagnostic_json(finding, self._screen.lang)
                for number, finding in findings
            ]
        }

    def _matter(self, matter: Matter) -> dict[str, object]:
        from renaksi.plan_json.write import diagnostic_json

        rule = matter.rule
        return {
            "code": rule.code,
            "slug": rule.slug,
            "severity": rule.severity,
            "message": matter.sentence(self._screen.lang),
            "diagnostics": [diagnostic_json(f, self._screen.lang) for f in matter.findings],
        }
