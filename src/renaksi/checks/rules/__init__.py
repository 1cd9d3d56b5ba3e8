"""The rules of the linter, one file each. To add one: write its file and name it in `RULES`.

A rule's file is its page. The docstring begins with one sentence and has the sections
*What*, *Why*, *Bad*, *Good* and *Source*; the documents under *Bad* and *Good* are read
and checked by the tests. `RULE` says code, severity and sentences, `check` finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from renaksi.checks.rules import (
    activity_worded_objective,
    annual_contradicts_quarters,
    another_district_named,
    another_year_named,
    code_disagrees_with_name,
    code_of_another_field,
    code_used_twice,
    doubled_word,
    doubtful_accumulation,
    doubtful_direction,
    element_without_children,
    element_without_indicator,
    element_without_parent,
    every_quarter_the_same,
    fraction_of_a_countable_unit,
    goal_without_objective,
    heading_differs,
    indicator_numbering,
    indicator_of_another,
    indicator_repeats_name,
    level_unlike_official,
    missing_indicator_text,
    missing_objective,
    missing_organisation,
    missing_target,
    missing_unit,
    missing_year,
    months_beyond_the_calendar,
    name_repeated,
    name_unlike_official,
    negative_target,
    no_official_match,
    nonstandard_word,
    not_measurable,
    nothing_scheduled,
    numbering_gap,
    numbering_repeated,
    objective_without_program,
    old_code_style,
    output_at_outcome_level,
    outside_official_parent,
    parent_and_child_targets_disagree,
    percent_sign_against_unit,
    percentage_base_cannot_reach,
    percentage_over_hundred,
    percentage_written_as_fraction,
    running_figure_falls,
    running_percentage_short_of_end,
    same_indicator_in_several_rows,
    same_indicator_on_two_levels,
    several_measures_in_one,
    stock_falls,
    support_program_missing,
    target_above_scale,
    target_below_scale,
    target_in_words_without_scale,
    target_jump,
    target_promises_low_predicate,
    unclosed_bracket,
    unit_contradicts_indicator,
    unit_unlike_official,
    unit_written_two_ways,
    unknown_code,
    whole_year_in_first_quarter,
    work_of_special_region,
    year_without_quarters,
    yearly_score_split_over_quarters,
    zero_target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

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
    same_indicator_on_two_levels,
    same_indicator_in_several_rows,
    parent_and_child_targets_disagree,
    running_figure_falls,
    running_percentage_short_of_end,
    percentage_over_hundred,
    doubtful_accumulation,
    doubtful_direction,
    every_quarter_the_same,
    whole_year_in_first_quarter,
    annual_contradicts_quarters,
    percentage_base_cannot_reach,
    fraction_of_a_countable_unit,
    target_in_words_without_scale,
    zero_target,
    negative_target,
    stock_falls,
    percent_sign_against_unit,
    months_beyond_the_calendar,
    target_jump,
    percentage_written_as_fraction,
    output_at_outcome_level,
    unclosed_bracket,
    doubled_word,
    unit_written_two_ways,
    nonstandard_word,
    not_measurable,
    several_measures_in_one,
    activity_worded_objective,
    indicator_repeats_name,
    unit_contradicts_indicator,
    target_below_scale,
    target_promises_low_predicate,
    target_above_scale,
    yearly_score_split_over_quarters,
)
