"""What the rules on targets, wording and scores find in the plan that Kemangkon filed for 2022."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from renaksi.checks import check
from renaksi.diagnostics import Diagnostic
from renaksi.interpret import interpret_text

PAPER = Path(__file__).parents[2] / "cases" / "kemangkon-2022.txt"


@cache
def findings() -> list[Diagnostic]:
    return check(interpret_text(PAPER.read_text(encoding="utf-8")).plan)


def told(code: str) -> list[str]:
    return [finding.message("id") for finding in findings() if finding.rule.code == code]


def lines(code: str) -> list[int | None]:
    return [
        finding.where.line for finding in findings() if finding.rule.code == code and finding.where
    ]


def test_the_scores_that_are_promised_low() -> None:
    ikm, sakip, service = told("RA602")
    assert "TW I 40 = D (tidak baik), TW II 60 = D (tidak baik), TW III 70 = C" in ikm
    assert "TW I 20 = D (sangat kurang), TW II 40 = C (kurang), TW III 50 = C" in sakip
    assert "TW I 3,1 = B- (baik dengan catatan) (skala 0–5, PermenPANRB 17/2017)" in service


def test_program_and_activity_disagree_in_five_rows() -> None:
    assert lines("RA403") == [35, 45, 62, 82, 98]
    assert "30/50/70/100 % pada program dan 25/50/75/100 % pada kegiatan" in told("RA403")[-1]


def test_ten_percent_of_nineteen_villages() -> None:
    (sentence,) = told("RA413")
    assert "10 % dari 19 desa = 1,9 desa" in sentence
    assert "26 %" not in sentence


def test_what_is_over_in_march() -> None:
    assert lines("RA410") == [35, 114]


def test_sakip_is_split_over_the_quarters_and_the_ikm_may_be() -> None:
    assert len(told("RA604")) == 1


def test_the_slips_of_the_pen() -> None:
    assert told("RA503") == ["Kata “pemilihan” tertulis dua kali berturut-turut."]
    assert lines("RA502") == [94]
    assert lines("RA504") == [102]
    words = {str(finding.params["word"]) for finding in findings() if finding.rule.code == "RA505"}
    assert words == {"prosentase", "perijinan", "materai", "peranko"}


def test_reports_counted_in_kinds() -> None:
    assert lines("RA511") == [120]


def test_these_rules_fire() -> None:
    fired = {finding.rule.code for finding in findings() if finding.rule.code >= "RA4"}
    assert fired == {
        "RA401", "RA402", "RA403", "RA405", "RA407", "RA410", "RA413", "RA418", "RA501", "RA502",
        "RA503", "RA504", "RA505", "RA506", "RA511", "RA602", "RA604",
    }  # fmt: skip
