"""Checks: a linter for plans, one file in `renaksi.checks.rules` for each rule.

`renaksi.checks.pages` tells about rules, `renaksi.checks.gravest` says what matters most.
"""

from __future__ import annotations

from renaksi.checks.rules import RULES
from renaksi.checks.view import PlanView
from renaksi.diagnostics import Diagnostic
from renaksi.model import Plan


def check(plan: Plan) -> list[Diagnostic]:
    """Every finding of every rule on one plan, in the order of the rules."""
    view = PlanView(plan)
    return [diagnostic for module in RULES for diagnostic in module.check(view)]
