"""Every rule keeps the promises of the linter, and finds what it was written for."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from renaksi.checks import check, rules
from renaksi.checks.pages import (
    HEADINGS_ID,
    SECTIONS,
    documentation,
    section,
    sections,
    summary,
)
from renaksi.checks.rules import RULES
from renaksi.diagnostics import SEVERITIES, Rule
from renaksi.interpret.reading import interpret_text
from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import CLEAN
from tests.renaksi.checks.mutations import BROKEN, IN_ORDER, MUTATIONS

ALL = [module.RULE for module in RULES]
ROOT = Path(__file__).parents[3]
each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.slug)


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def found(plan: Plan) -> set[str]:
    return {diagnostic.rule.slug for diagnostic in check(plan)}


def pair(rule: Rule) -> tuple[Plan, Plan]:
    plans = MUTATIONS[rule.slug]
    return plans if type(plans) is tuple else (plans, CLEAN)  # type: ignore[return-value]


def test_every_file_of_the_folder_stands_in_the_tuple() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("[!_]*.py")}
    assert files == {rule.slug.replace("-", "_") for rule in ALL}


def test_codes_are_sorted_and_unique() -> None:
    codes = [rule.code for rule in ALL]
    assert codes == sorted(set(codes))


@each_rule
def test_a_rule_is_complete(rule: Rule) -> None:
    assert re.fullmatch(r"RA[1-6]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)
    assert rule.severity in SEVERITIES
    assert rule.kind == "check"
    assert 0 < rule.gravity <= 100
    for texts in (rule.title, rule.message, rule.headline or rule.message):
        assert set(texts) == {"id", "en"}
        assert all(texts.values())
        assert fields(texts["id"]) == fields(texts["en"])


@each_rule
def test_a_page_has_all_its_sections(rule: Rule) -> None:
    assert tuple(sections(rule.page)) == SECTIONS
    assert all(sections(rule.page).values())
    assert summary(rule).endswith(".")
    assert tuple(sections(rule.page_id)) == (HEADINGS_ID["What"], HEADINGS_ID["Why"])
    assert all(sections(rule.page_id).values())


def test_no_rule_finds_anything_in_the_clean_plan() -> None:
    assert [diagnostic.message("en") for diagnostic in check(CLEAN)] == []


@each_rule
def test_a_rule_fires_on_its_mutation_and_not_on_its_repair(rule: Rule) -> None:
    broken, repaired = pair(rule)
    assert rule.slug in found(broken)
    assert rule.slug not in found(repaired)


@pytest.mark.parametrize(("slug", "plan"), IN_ORDER, ids=[slug for slug, _ in IN_ORDER])
def test_a_rule_is_silent_on_what_resembles_its_fault(slug: str, plan: Plan) -> None:
    assert slug not in found(plan)


@pytest.mark.parametrize(("slug", "plan"), BROKEN, ids=[slug for slug, _ in BROKEN])
def test_a_rule_knows_the_other_faces_of_its_fault(slug: str, plan: Plan) -> None:
    assert slug in found(plan)


@each_rule
def test_a_finding_speaks_both_languages_and_knows_its_place(rule: Rule) -> None:
    broken, _ = pair(rule)
    ids = {element.id: element for element in broken.elements}
    for finding in check(broken):
        if finding.rule is rule:
            for lang in ("id", "en"):
                assert "{" not in finding.message(lang)
            assert finding.element is None or finding.where is not None
            if finding.indicator is not None:
                assert finding.indicator < len(ids[finding.element or ""].indicators)
            assert fields(rule.headline.get("id", "")) <= {*finding.params, "count"}
            assert not rule.matter or rule.matter in finding.params


@each_rule
def test_a_rule_finds_its_bad_example_and_not_its_good_one(rule: Rule) -> None:
    bad, good = (interpret_text(section(rule, heading) + "\n").plan for heading in ("Bad", "Good"))
    assert rule.slug in found(bad)
    assert rule.slug not in found(good)


def test_mutations_are_of_rules_that_exist() -> None:
    assert set(MUTATIONS) == {rule.slug for rule in ALL}


def test_the_documentation_is_up_to_date() -> None:
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == dict(documentation()), "run scripts/rule_pages.py"
