"""The findings of a page: listed with links to their rows, and noted in the rows by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from renaksi.checks.pages import SEVERITY_WORDS
from renaksi.diagnostics import Diagnostic, Language, Words, spoken
from renaksi.model import Plan
from renaksi.render import words
from renaksi.render.findings import in_document_order, told_once
from renaksi.render.html.text import text

_NOTHING: Final = Words("Tidak ada temuan.", "Nothing found.")
_FINDING: Final = Words("temuan {n}", "finding {n}")
_WHOLE: Final = Words("seluruh rencana", "the whole plan")
_ROW: Final = Words("lihat baris", "see the row")


class Notes:
    """The findings of one plan, numbered in the order of the document."""

    def __init__(
        self, plan: Plan, findings: Sequence[Diagnostic], prefix: str, lang: Language
    ) -> None:
        self.findings = in_document_order(told_once(findings))
        self.prefix = prefix
        self._lang = lang
        self._order = {element.id: index for index, element in enumerate(plan.elements)}
        self._about: dict[tuple[str | None, int | None, str | None], list[int]] = {}
        for number, finding in enumerate(self.findings, 1):
            subject = (finding.element, finding.indicator, finding.cell)
            self._about.setdefault(subject, []).append(number)

    def anchor(self, element: str, indicator: int | None = None) -> str:
        """The anchor of an element, or of one of its rows."""
        row = "" if indicator is None else f"-{indicator}"
        return f"{self.prefix}-u{self._order[element]}{row}"

    def doubted(self, element: str, indicator: int | None, cell: str | None) -> bool:
        """Whether the reading doubts this cell by itself."""
        rules = (self.findings[n - 1].rule for n in self._about.get((element, indicator, cell), ()))
        return any(rule.kind == "reading" and rule.severity != "info" for rule in rules)

    def on(self, element: str, indicator: int | None = None, *cells: str | None) -> str:
        """Small numbers that lead to the findings about these cells, or the element or row."""
        subjects = [(element, indicator, cell) for cell in cells or (None,)]
        numbers = [number for subject in subjects for number in self._about.get(subject, ())]
        numbers.sort()
        return "".join(map(self._link, numbers))

    def _link(self, number: int) -> str:
        severity = self.findings[number - 1].rule.severity
        label = spoken(_FINDING, self._lang).format(n=number)
        return (
            f'<a class="note {severity}" href="#{self.prefix}-t{number}"'
            f' aria-label="{label}">{number}</a>'
        )

    def listed(self) -> Iterator[str]:
        """The list of findings."""
        if not self.findings:
            yield f"<p>{spoken(_NOTHING, self._lang)}</p>"
            return
        yield '<ol class="findings">'
        for number, finding in enumerate(self.findings, 1):
            rule = finding.rule
            severity = spoken(SEVERITY_WORDS[rule.severity], self._lang)
            yield (
                f'<li id="{self.prefix}-t{number}"><span class="number">{number}</span>'
                f'<span class="severity {rule.severity}">{severity}</span>'
                f'<span class="message">{text(finding.message(self._lang))}</span>'
                f'<span class="where">{self._where(finding)}</span>'
                f"<code>{text(rule.code)}</code></li>"
            )
        yield "</ol>"

    def _where(self, finding: Diagnostic) -> str:
        """The place in the document, leading to the row of the page."""
        place = text(words.place_words(finding.where, self._lang))
        if finding.element is None or finding.element not in self._order:
            return place or spoken(_WHOLE, self._lang)
        anchor = self.anchor(finding.element, finding.indicator)
        return f'<a href="#{anchor}">{place or spoken(_ROW, self._lang)}</a>'
