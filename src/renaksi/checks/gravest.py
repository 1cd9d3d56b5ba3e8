"""The findings that matter most, one sentence for each matter, for the head of an office.

Findings of one rule are one matter, or one for each value of the param that the rule
names in ``matter``. A matter weighs what its rule's ``gravity`` says and more the
further it reaches: three points for each doubling of the places where it was found.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi.checks.view import shortened
from renaksi.diagnostics import Diagnostic, Language, Rule, Severity, spoken

# What a rule weighs that states no gravity; a matter that weighs nothing is not told.
_GRAVITY: Final[dict[Severity, int]] = {"error": 60, "warning": 30, "info": 0}
_REACH: Final = 3
_LISTED: Final = 3
_LONGEST: Final = 60


class Matter(NamedTuple):
    """Findings of one rule that are told together, in document order."""

    rule: Rule
    findings: tuple[Diagnostic, ...]

    @property
    def weight(self) -> int:
        """Gravity of the rule plus reach of the findings."""
        gravity = self.rule.gravity or _GRAVITY[self.rule.severity]
        return gravity and gravity + _REACH * (len(self.findings).bit_length() - 1)

    def sentence(self, lang: Language = "id") -> str:
        """The matter in words."""
        first, *more = self.findings
        if not more:
            return first.message(lang)
        if not self.rule.headline:
            also = "dan {} temuan serupa" if lang == "id" else "and {} more like it"
            return f"{first.message(lang)} ({also.format(len(more))})"
        params = {key: self._listed(key, lang) for key in first.params}
        return self.rule.headline[lang].format_map({**params, "count": str(len(self.findings))})

    def _listed(self, key: str, lang: Language) -> str:
        """The different values of a param over all findings, the first few of them."""
        values = [spoken(f.params[key], lang) for f in self.findings if key in f.params]
        different = list(dict.fromkeys(shortened(value, _LONGEST) for value in values))
        listed = "; ".join(different[:_LISTED])
        rest = len(different) - _LISTED
        if rest <= 0:
            return listed
        return f"{listed}; {f'dan {rest} lainnya' if lang == 'id' else f'and {rest} more'}"


def gravest(diagnostics: Iterable[Diagnostic], limit: int = 10) -> list[Matter]:
    """The weightiest ``limit`` matters, the weightiest first; findings of any kind of rule.

    What a check says of a row is not told again from its reading (``told_by``).
    """
    diagnostics = tuple(diagnostics)
    said = {(each.rule.code, each.element, each.indicator) for each in diagnostics}
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        rule = diagnostic.rule
        if (rule.told_by, diagnostic.element, diagnostic.indicator) in said:
            continue
        matter = spoken(diagnostic.params[rule.matter], "id") if rule.matter else ""
        groups.setdefault((rule.code, matter), []).append(diagnostic)
    matters = [Matter(found[0].rule, tuple(found)) for found in groups.values()]
    matters.sort(key=lambda matter: -matter.weight)
    return [matter for matter in matters[:limit] if matter.weight]
