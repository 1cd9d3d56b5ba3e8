"""The rules that a command may name, and the findings that it chooses by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from renaksi.checks import pages
from renaksi.cli.arguments import WrongUsage
from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.interpret import RULES as READING_RULES

_UNKNOWN: Final = Words(
    "Tidak ada aturan yang kodenya atau namanya “{name}”; `renaksi rules` menyebut semuanya.",
    "No rule has the code or name “{name}”; `renaksi rules` lists them all.",
)


def every_rule() -> tuple[Rule, ...]:
    """The rules of the linter, then those of reading."""
    return (*pages.check_rules(), *READING_RULES)


def selection(select: str | None, ignore: str | None) -> Callable[[Diagnostic], bool]:
    """Whether ``--select`` and ``--ignore`` leave a finding: codes, their beginnings, or slugs."""
    rules = every_rule() if select or ignore else ()
    wanted = _named(select, rules) if select else None
    unwanted = _named(ignore, rules) if ignore else frozenset()

    def chosen(finding: Diagnostic) -> bool:
        code = finding.rule.code
        return code not in unwanted and (wanted is None or code in wanted)

    return chosen


def _named(names: str, rules: Sequence[Rule]) -> frozenset[str]:
    found: set[str] = set()
    for name in filter(None, (part.strip() for part in names.split(","))):
        wanted = name.lower()
        codes = {
            rule.code
            for rule in rules
            if rule.code.lower().startswith(wanted) or rule.slug == wanted
        }
        if not codes:
            raise WrongUsage("renaksi check", _UNKNOWN, name=name)
        found |= codes
    return frozenset(found)
