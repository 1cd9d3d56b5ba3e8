"""Pages are split, rendered in two languages and found by code or slug."""

from __future__ import annotations

import pytest

from renaksi.checks.pages import UnknownRule, find, render, section, sections
from renaksi.checks.rules import missing_unit

PAGE = """A thing is wrong.

## What
First.

Second.

## Bad
**A. Program**

| A | B |
|---|---|

| C | D |
|---|---|

## Good
1
"""


def test_a_section_is_all_up_to_the_next_heading() -> None:
    parts = sections(PAGE)
    assert list(parts) == ["What", "Bad", "Good"]
    assert parts["What"] == "First.\n\nSecond."
    assert parts["Bad"].startswith("**A. Program**\n\n| A")
    assert parts["Bad"].count("|---|---|") == 2
    assert parts["Good"] == "1"


def test_the_examples_are_the_same_in_both_languages_and_the_words_are_not() -> None:
    rule = missing_unit.RULE
    assert section(rule, "Bad", "id") == section(rule, "Bad", "en")
    assert section(rule, "Why", "id") != section(rule, "Why", "en")
    assert "## Mengapa" in render(rule, "id")
    assert "## Why" in render(rule, "en")


@pytest.mark.parametrize("name", ["RA102", "ra102", "missing-unit", "Missing unit", "missing_unit"])
def test_a_rule_is_found_by_code_or_slug_in_any_case(name: str) -> None:
    assert find(name) is missing_unit.RULE


def test_an_unknown_rule_tells_the_nearest_ones() -> None:
    with pytest.raises(UnknownRule) as caught:
        find("mising-unit")
    assert "Maksud Anda RA102 (missing-unit)" in caught.value.message("id")
    assert "Did you mean RA102 (missing-unit)" in caught.value.message("en")


def test_a_finding_of_reading_has_a_page_too() -> None:
    rule = find("indicator-text-lost")
    assert rule.kind == "reading"
    assert sections(rule.page_id)["Mengapa"] in render(rule, "id")
    assert sections(rule.page)["Why"] in render(rule, "en")


def test_a_name_like_no_rule_is_told_where_the_list_is() -> None:
    with pytest.raises(UnknownRule) as caught:
        find("zzzzzz")
    assert "renaksi rules" in caught.value.message("id")
