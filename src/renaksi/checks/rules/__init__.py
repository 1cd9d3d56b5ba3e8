"""The rules of the linter, one file each. To add one: write its file and name it in `RULES`.

A rule's file is its page. The docstring begins with one sentence and has the sections
*What*, *Why*, *Bad*, *Good* and *Source*; the documents under *Bad* and *Good* are read
and checked by the tests. `RULE` says code, severity and sentences, `check` finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from renaksi.checks.rules import (
    another_district_named,
    another_year_named,
    code_disagrees_with_name,
    code_of_another_field,
    code_used_twice,
    element_without_children,
    element_without_indicator,
    element_without_parent,
    goal_without_objective,
    heading_differs,
    indicator_numbering,
    indicator_of_another,
    level_unlike_official,
    missing_indicator_text,
    missing_objective,
    missing_organisation,
    missing_target,
    missing_unit,
    missing_year,
    name_repeated,
    name_unlike_official,
    no_official_match,
    nothing_scheduled,
    numbering_gap,
    numbering_repeated,
    objective_without_program,
    old_code_style,
    outside_official_parent,
    support_program_missing,
    unit_unlike_official,
    unknown_code,
    work_of_special_region,
    year_without_quarters,
)
from renaksi.checks.view import PlanView
from renaksi.diagnostics import Diagnostic, Rule


class RuleModule(Protocol):
    """What a file of this folder holds."""

    RULE: Rule

    def check(self, view: PlanView) -> Iterable[Diagnostic]:
        """Every finding of this rule on one plan."""


# In the order of their codes.
RULES: Final[tuple[RuleModule, ...]] = (
    missing_indicator_text,
    missing_unit,
    missing_target,
    nothing_scheduled,
    element_without_indicator,
    element_without_children,
    objective_without_program,
    goal_without_objective,
    missing_year,
    missing_organisation,
    heading_differs,
    missing_objective,
    element_without_parent,
    year_without_quarters,
    another_district_named,
    another_year_named,
    numbering_gap,
    numbering_repeated,
    indicator_numbering,
    name_repeated,
    outside_official_parent,
    name_unlike_official,
    unit_unlike_official,
    no_official_match,
    code_disagrees_with_name,
    old_code_style,
    code_of_another_field,
    level_unlike_official,
    support_program_missing,
    work_of_special_region,
    indicator_of_another,
    code_used_twice,
    unknown_code,
)
