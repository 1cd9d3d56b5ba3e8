"""What a head of office is told first."""

from __future__ import annotations

from renaksi.checks.gravest import gravest
from renaksi.checks.rules import RULES
from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.interpret import findings

LOST = Rule(
    "X1",
    "lost",
    "error",
    "0.1.0",
    {"id": "{name} hilang.", "en": "{name} is lost."},
    headline={"id": "{count} hilang: {name}.", "en": "{count} are lost: {name}."},
    gravity=80,
)
FLOOR = Rule(
    "X2",
    "floor",
    "warning",
    "0.1.0",
    {"id": "{name} hanya {value}.", "en": "{name} is only {value}."},
    headline={"id": "{name}: {value}.", "en": "{name}: {value}."},
    gravity=78,
    matter="name",
)
PLAIN = Rule("X3", "plain", "warning", "0.1.0", {"id": "{name}.", "en": "{name}!"})
QUIET = Rule("X4", "quiet", "info", "0.1.0", {"id": "Diam.", "en": "Quiet."}, kind="reading")


def sentences(*told: Diagnostic, lang: str = "id") -> list[str]:
    return [matter.sentence(lang) for matter in gravest(told)]  # type: ignore[arg-type]


def test_one_finding_is_told_in_its_own_words() -> None:
    assert sentences(Diagnostic(LOST, {"name": "A"})) == ["A hilang."]


def test_several_findings_of_a_rule_are_one_sentence_that_lists_the_first() -> None:
    found = [Diagnostic(LOST, {"name": name}) for name in "ABACDE"]
    assert sentences(*found) == ["6 hilang: A; B; C; dan 2 lainnya."]
    assert sentences(*found, lang="en") == ["6 are lost: A; B; C; and 2 more."]


def test_a_rule_may_tell_each_matter_by_itself() -> None:
    found = [
        Diagnostic(FLOOR, {"name": "IKM", "value": Words("40,5", "40.5")}),
        Diagnostic(FLOOR, {"name": "SAKIP", "value": "20"}),
        Diagnostic(FLOOR, {"name": "IKM", "value": "60"}),
    ]
    assert sentences(*found) == ["IKM: 40,5; 60.", "SAKIP hanya 20."]


def test_without_a_headline_the_first_stands_for_the_others() -> None:
    found = [Diagnostic(PLAIN, {"name": name}) for name in "ABC"]
    assert sentences(*found, lang="en") == ["A! (and 2 more like it)"]


def test_gravity_leads_and_reach_may_overtake_it() -> None:
    lost, floor = Diagnostic(LOST, {"name": "A"}), Diagnostic(FLOOR, {"name": "B", "value": "1"})
    assert sentences(floor, lost) == ["A hilang.", "B hanya 1."]
    assert sentences(lost, floor, floor)[0] == "B: 1."


def test_an_info_without_gravity_is_not_told() -> None:
    assert sentences(Diagnostic(QUIET)) == []


def test_no_more_than_ten() -> None:
    found = [Diagnostic(FLOOR, {"name": str(n), "value": "1"}) for n in range(12)]
    assert len(sentences(*found)) == 10


def test_what_a_check_says_of_a_row_is_not_told_again_from_its_reading() -> None:
    reading = Rule("Y1", "read", "error", "0.1.0", {"id": "Lagi."}, kind="reading", told_by="X1")
    first, second = (Diagnostic(LOST, {"name": "A"}, "s1", n) for n in (0, 1))
    again, other = (Diagnostic(reading, element="s1", indicator=n) for n in (1, 2))
    assert sentences(first, second, again) == ["2 hilang: A."]
    assert sentences(first, second, again, other) == ["2 hilang: A.", "Lagi."]


def test_a_reading_is_told_by_a_check_that_exists() -> None:
    codes = {module.RULE.code for module in RULES}
    assert {rule.told_by for rule in findings.RULES} <= {"", *codes}
