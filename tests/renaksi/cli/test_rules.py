"""`renaksi rules` and `renaksi explain`: the linter tells about itself."""

from __future__ import annotations

import json

import pytest

from renaksi.checks.pages import check_rules
from renaksi.diagnostics import Rule
from renaksi.interpret import RULES as READING_RULES
from tests.renaksi.cli.conftest import Run

EVERY = (*check_rules(), *READING_RULES)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_rule_is_listed_once(renaksi: Run, lang: str) -> None:
    outcome = renaksi("rules", "--lang", lang)
    assert outcome.code == 0
    _, *lines = outcome.lines
    assert [line.split()[0] for line in lines] == [rule.code for rule in EVERY]
    assert all(rule.slug in line for rule, line in zip(EVERY, lines, strict=True))


def test_machines_get_the_rules_as_an_array(renaksi: Run) -> None:
    rules = json.loads(renaksi("rules", "--format", "json").out)
    assert [rule["code"] for rule in rules] == [rule.code for rule in EVERY]
    assert {frozenset(rule) for rule in rules} == {
        frozenset(("code", "slug", "severity", "since", "kind", "title"))
    }
    assert {rule["kind"] for rule in rules} == {"check", "reading"}


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_in_both_languages(renaksi: Run, rule: Rule) -> None:
    indonesian, english = (renaksi("explain", rule.code, "--lang", lang) for lang in ("id", "en"))
    for lang, outcome in (("id", indonesian), ("en", english)):
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.lines[0] == f"# {rule.code} {rule.slug}: {rule.title[lang]}"
        assert len(" ".join(outcome.lines[3:]).split()) >= 8
    assert indonesian.out != english.out


def test_a_rule_is_found_by_its_name_in_any_case(renaksi: Run) -> None:
    page = renaksi("explain", "RA102").out
    assert renaksi("explain", "ra102").out == renaksi("explain", "Missing-Unit").out == page


def test_a_near_code_is_suggested(renaksi: Run) -> None:
    outcome = renaksi("explain", "mising-unit")
    assert (outcome.code, outcome.out) == (2, "")
    assert "RA102 (missing-unit)" in outcome.err
    assert renaksi("explain", "zzz", "--lang", "en").err.startswith("renaksi: There is no rule")


def test_machines_get_a_page_as_an_object(renaksi: Run) -> None:
    page = json.loads(renaksi("explain", "RA102", "--format", "json").out)
    assert page["page"] == renaksi("explain", "RA102").out
    assert (page["code"], page["slug"], page["kind"]) == ("RA102", "missing-unit", "check")


def test_a_terminal_sees_headings_instead_of_their_marks(terminal: Run) -> None:
    told = terminal("explain", "RA102").out
    assert "\x1b[1mMengapa\x1b[0m" in told
    assert "##" not in told
