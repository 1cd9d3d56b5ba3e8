"""The rules of the linter, one file each. To add one: write its file and name it in `RULES`.

A rule's file is its page. The docstring begins with one sentence and has the sections
*What*, *Why*, *Bad*, *Good* and *Source*; the documents under *Bad* and *Good* are read
and checked by the tests. `RULE` says code, severity and sentences, `check` finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from renaksi.checks.rules import missing_unit
from renaksi.checks.view import PlanView
from renaksi.diagnostics import Diagnostic, Rule


class RuleModule(Protocol):
    """What a file of this folder holds."""

    RULE: Rule

    def check(self, view: PlanView) -> Iterable[Diagnostic]:
        """Every finding of this rule on one plan."""


# In the order of their codes.
RULES: Final[tuple[RuleModule, ...]] = (missing_unit,)
