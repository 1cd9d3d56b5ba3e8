"""Worked examples of measurement, each beside the sentence of the rules that it shows.

A line reads: targets of TW I–IV (and the year), actuals likewise, the quarter as of
which it is seen, the span, and what comes out: state, T, R, achievement, and where
they apply the capped achievement (``cap``) and what is ``missing``. ``?`` is an empty
cell, ``-`` a dash, ``.`` no value.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from renaksi.measure import measure, measurement_to_json
from renaksi.model import Cell, Element, Indicator, Plan
from renaksi.quarter import CELLS


def cell(text: str) -> Cell:
    if text == "?":
        return Cell("missing")
    if text == "-":
        return Cell("not_scheduled", None, "-")
    if ":" in text:
        numerator, denominator = text.split(":")
        return Cell("set", None, None, None, Decimal(numerator), Decimal(denominator))
    if text[-1].isdigit():
        return Cell("set", Decimal(text), text)
    return Cell("text", None, text)


def cells(line: str) -> dict[str, Cell]:
    return {key: cell(text) for key, text in zip(CELLS, line.split(), strict=False)}


def indicator(targets: str, actuals: str, **options: Any) -> Indicator:
    return Indicator("x", targets=cells(targets), actuals=cells(actuals), **options)


def number(text: str | None) -> Fraction | None:
    return None if text in (".", None) else Fraction(text)


SUM = {"accumulation": "sum"}
LAST = {"accumulation": "last"}
AVERAGE = {"accumulation": "average"}
MAX = {"accumulation": "max"}
LOWER = {"direction": "lower"}
INVERSE = {"direction": "lower", "formula": "inverse"}
TARGET = {"direction": "target"}
OPINION = {"scale": ("WTP", "WDP", "TW", "TMP")}
GRADES = {"scale": ("AA", "A", "BB", "B", "CC", "C", "D")}

Case = tuple[str, dict[str, Any], str, str, int, str, str]

QUARTER: list[Case] = [
    ("higher is better: R / T × 100", {}, "25", "20", 1, "q1", "measured 25 20 80"),
    ("higher is better: R / T × 100", {}, "6", "5", 1, "q1", "measured 6 5 250/3"),
    ("`3,1` is 3.1, never 31", {}, "3.1", "3.1", 1, "q1", "measured 3.1 3.1 100"),
    ("raw and capped are both kept", {}, "10", "13", 1, "q1", "measured 10 13 130 cap=100"),
    ("cap 100 where nothing is declared", {}, "4", "5", 1, "q1", "measured 4 5 125 cap=100"),
    ("cap: 110", {"cap": Decimal(110)}, "10", "13", 1, "q1", "measured 10 13 130 cap=110"),
    ("cap: 110", {"cap": Decimal(110)}, "10", "10.5", 1, "q1", "measured 10 10.5 105"),
    ("cap: none", {"cap": None}, "10", "13", 1, "q1", "measured 10 13 130"),
    ("`capped` is never below 0", {}, "10", "-2", 1, "q1", "measured 10 -2 -20 cap=0"),
    ("`capped` is never below 0", {"cap": None}, "10", "-2", 1, "q1", "measured 10 -2 -20 cap=0"),
    ("`0` is a real zero", {}, "10", "0", 1, "q1", "measured 10 0 0"),
    ("lower is better: (2T − R) / T × 100", LOWER, "10", "8", 1, "q1", "measured 10 8 120 cap=100"),
    ("lower is better: (2T − R) / T × 100", LOWER, "10", "12", 1, "q1", "measured 10 12 80"),
    ("lower is better: floor 0", LOWER, "10", "20", 1, "q1", "measured 10 20 0"),
    ("lower is better: floor 0", LOWER, "10", "25", 1, "q1", "measured 10 25 0"),
    ("lower is better: (2T − R) / T × 100", LOWER, "10", "0", 1, "q1", "measured 10 0 200 cap=100"),
    ("T / R × 100 where declared", INVERSE, "10", "8", 1, "q1", "measured 10 8 125 cap=100"),
    ("T / R × 100 where declared", INVERSE, "10", "12.5", 1, "q1", "measured 10 12.5 80"),
    ("T / R × 100 where declared", INVERSE, "10", "30", 1, "q1", "measured 10 30 100/3"),
    ("T/R with R = 0 and T > 0: 100", INVERSE, "10", "0", 1, "q1", "measured 10 0 100"),
    ("T/R with R < 0 is undefined", INVERSE, "10", "-1", 1, "q1", "undefined 10 -1 ."),
    ("T = 0 with lower-is-better: 100 if R = 0", LOWER, "0", "0", 1, "q1", "measured 0 0 100"),
    ("T = 0 with lower-is-better: else 0", LOWER, "0", "3", 1, "q1", "measured 0 3 0"),
    ("T = 0 with lower-is-better: 100 if R = 0", INVERSE, "0", "0", 1, "q1", "measured 0 0 100"),
    ("T = 0 with lower-is-better: else 0", INVERSE, "0", "3", 1, "q1", "measured 0 3 0"),
    ("on target: 100 − |R − T| / T × 100", TARGET, "10", "8", 1, "q1", "measured 10 8 80"),
    ("on target: 100 − |R − T| / T × 100", TARGET, "10", "12", 1, "q1", "measured 10 12 80"),
    ("on target: floor 0", TARGET, "10", "21", 1, "q1", "measured 10 21 0"),
    ("on target: 100 − |R − T| / T × 100", TARGET, "10", "10", 1, "q1", "measured 10 10 100"),
    ("T = 0 and R = 0 with on-target: 100", TARGET, "0", "0", 1, "q1", "measured 0 0 100"),
    ("T = 0 and R ≠ 0 with on-target", TARGET, "0", "1", 1, "q1", "undefined 0 1 ."),
    ("T = 0 with higher-is-better", {}, "0", "0", 1, "q1", "undefined 0 0 ."),
    ("T = 0 with higher-is-better", {}, "0", "5", 1, "q1", "undefined 0 5 ."),
    ("T < 0", {}, "-5", "5", 1, "q1", "undefined -5 5 ."),
    ("T < 0", LOWER, "-5", "-6", 1, "q1", "undefined -5 -6 ."),
    ("T < 0", TARGET, "-5", "-5", 1, "q1", "undefined -5 -5 ."),
    ("target `-`, nothing reported", {}, "-", "?", 1, "q1", "not_scheduled . . ."),
    ("target `-`, nothing reported", {}, "-", "-", 1, "q1", "not_scheduled . . ."),
    ("a target is set, nothing reported", {}, "10", "?", 1, "q1", "awaited 10 . ."),
    ("a target of 0 is set, nothing reported", {}, "0", "?", 1, "q1", "awaited 0 . ."),
    ("`-` reported counts as nothing reported", {}, "10", "-", 1, "q1", "awaited 10 . ."),
    ("an actual where the target is `-`", {}, "-", "5", 1, "q1", "without_target . 5 ."),
    ("an actual where the target is missing", {}, "?", "5", 1, "q1", "without_target . 5 ."),
    ("a target that is missing", {}, "?", "?", 1, "q1", "without_target . . ."),
    ("a target in words with an actual", {}, "WTP", "WTP", 1, "q1", "undefined . . ."),
    ("a target in words with an actual", {}, "WTP", "80", 1, "q1", "undefined . 80 ."),
    ("its percentage is derived", {}, "100", "5:6", 1, "q1", "measured 100 250/3 250/3"),
    ("a ratio without a base", {}, "100", "0:0", 1, "q1", "undefined 100 . ."),
    ("100 where the actual stands at the target", OPINION, "WTP", "WTP", 1, "q1",
     "measured 4 4 100"),
    ("100 where it stands above", OPINION, "WDP", "WTP", 1, "q1", "measured 3 4 100"),
    ("else rank of the actual / rank of the target", OPINION, "WTP", "WDP", 1, "q1",
     "measured 4 3 75"),
    ("ranks counted from 1 at the worst", OPINION, "WTP", "TMP", 1, "q1", "measured 4 1 25"),
    ("ranks counted from 1 at the worst", GRADES, "BB", "CC", 1, "q1", "measured 5 3 60"),
    ("a rank and a number cannot be compared", GRADES, "B", "65", 1, "q1", "undefined . 65 ."),
    ("a rank and a number cannot be compared", GRADES, "65", "B", 1, "q1", "undefined 65 . ."),
    ("numbers on an indicator with a scale are numbers", GRADES, "62", "65.1", 1, "q1",
     "measured 62 65.1 105 cap=100"),
    ("a quarter stands by itself whatever q is", {}, "25 50", "25 40", 1, "q2",
     "measured 50 40 80"),
]  # fmt: skip

TO_DATE: list[Case] = [
    ("last: the newest R up to q against the T of its quarter", LAST, "25 50 75 100", "20 45", 2,
     "to_date", "measured 50 45 90"),
    ("actuals after q are left out", LAST, "25 50 75 100", "20 45 75 100", 2, "to_date",
     "measured 50 45 90"),
    ("`last value` needs an R in the newest scheduled quarter", LAST, "25 50 75 100", "20 45", 3,
     "to_date", "incomplete 50 45 90 missing=q3"),
    ("the `missing` of `last value` is its newest scheduled quarter alone", LAST, "25 50 75 100",
     "20", 4, "to_date", "incomplete 25 20 80 missing=q4"),
    ("gaps before the newest do not matter to `last value`", LAST, "25 50 75 100", "? ? 75", 3,
     "to_date", "measured 75 75 100"),
    ("a score that arrives in a `-` quarter counts", LAST, "3.1 - - -", "? 3.1 ? ?", 2, "to_date",
     "measured 3.1 3.1 100"),
    ("against the newest scheduled quarter at or before the quarter of that R", LAST,
     "40 60 - 86", "40 50 57 ?", 3, "to_date", "measured 60 57 95"),
    ("the newest scheduled quarter at or before the quarter of that R", LAST, "10 20 - 40",
     "8 ? 15 ?", 4, "to_date", "incomplete 20 15 75 missing=q4"),
    ("no actual that has a T is awaited", LAST, "- 10 - -", "5 ? ? ?", 2, "to_date",
     "awaited 10 . ."),
    ("a missing target leaves the newest scheduled one in force", LAST, "25 ? 75 100", "20 30", 2,
     "to_date", "measured 25 30 120 cap=100"),
    ("sum: ΣT over the scheduled quarters, ΣR", SUM, "3 3 3 3", "3 2", 2, "to_date",
     "measured 6 5 250/3"),
    ("ΣR over every reported quarter (work done early counts)", SUM, "3 - 3 3", "3 1 2", 3,
     "to_date", "measured 6 6 100"),
    ("1 + 2 of 3 is 100 % to date", SUM, "1 2 3 3", "1 2", 2, "to_date", "measured 3 3 100"),
    ("sum needs every scheduled quarter", SUM, "3 3 3 3", "3 ? 3", 3, "to_date",
     "incomplete 6 6 100 missing=q2"),
    ("incomplete: R of a sum as in the table", SUM, "3 3 - 3", "? 3 2 ?", 4, "to_date",
     "incomplete 3 5 500/3 cap=100 missing=q1,q4"),
    ("sum: early work alone has no T", SUM, "- 3 3 3", "2", 2, "to_date", "awaited 3 . ."),
    ("a reported 0 is an actual", SUM, "3 3", "3 0", 2, "to_date", "measured 6 3 50"),
    ("`-` reported against a set target is missing", SUM, "3 3", "3 -", 2, "to_date",
     "incomplete 3 3 100 missing=q2"),
    ("an actual in words counts as not reported in spans", SUM, "3 3", "3 selesai", 2, "to_date",
     "incomplete 3 3 100 missing=q2"),
    ("average: mean of T, mean of R over the scheduled quarters", AVERAGE, "80 90 100 100",
     "80 50", 2, "to_date", "measured 85 65 1300/17"),
    ("average leaves out quarters that are not scheduled", AVERAGE, "80 - 80 -", "70 90 80 ?", 3,
     "to_date", "measured 80 75 93.75"),
    ("average incomplete: the quarters that have an actual, T and R alike", AVERAGE,
     "60 80 100 100", "60 ? 90", 3, "to_date", "incomplete 80 75 93.75 missing=q2"),
    ("maximum: maximum of T, maximum of R over the same", MAX, "10 12 8 8", "9 6", 2, "to_date",
     "measured 12 9 75"),
    ("maximum of R over the scheduled quarters", MAX, "10 - 8 8", "9 20 8", 3, "to_date",
     "measured 10 9 90"),
    ("maximum incomplete: T and R alike", MAX, "10 12 8 8", "9 ? 8", 3, "to_date",
     "incomplete 10 9 90 missing=q2"),
    ("no actual is awaited", AVERAGE, "80 90", "?", 2, "to_date", "awaited 85 . ."),
    ("a span without a scheduled quarter and without an actual", SUM, "- - 2 -", "? ? ? ?", 2,
     "to_date", "not_scheduled . . ."),
    ("a span with a missing target and no scheduled quarter", SUM, "- ? 2 -", "? ? ? ?", 2,
     "to_date", "without_target . . ."),
    ("an actual before anything is scheduled", SUM, "- - 2 -", "1 1 ? ?", 2, "to_date",
     "without_target . 2 ."),
    ("a lost indicator's targets", LAST, "", "", 4, "to_date", "without_target . . ."),
    ("where only the year has a target, to date is without target", SUM, "? ? ? ? 10", "3 3", 2,
     "to_date", "without_target . 6 ."),
    ("where only the year has a target, to date is without target", SUM, "- - - - 10", "?", 2,
     "to_date", "without_target . . ."),
    ("where the formula is undefined for the values carried", SUM, "0 5", "3 ?", 2, "to_date",
     "undefined 0 3 ."),
    ("a scheduled 0 counts in the sum", SUM, "0 5", "1 5", 2, "to_date",
     "measured 5 6 120 cap=100"),
    ("a target in words with an actual", LAST, "- WTP - -", "? 5 ? ?", 2, "to_date",
     "undefined . 5 ."),
    ("lower is better on a sum", LOWER | SUM, "2 2 2 2", "1 2", 2, "to_date",
     "measured 4 3 125 cap=100"),
    ("T/R on a mean", INVERSE | AVERAGE, "10 20 20 20", "12 18", 2, "to_date",
     "measured 15 15 100"),
    ("on target on a last value", TARGET | LAST, "10 20", "10 25", 2, "to_date",
     "measured 20 25 75"),
    ("ordinal, last value", OPINION | LAST, "- - - WTP", "? ? ? WDP", 4, "to_date",
     "measured 4 3 75"),
    ("an ordinal actual off the scale is not reported", OPINION | LAST, "WDP - - WTP",
     "WDP ? ? baik", 4, "to_date", "incomplete 3 3 100 missing=q4"),
    ("a word for the year leaves the numbers of the quarters alone", GRADES | LAST,
     "20 40 50 62 B", "20 40", 2, "to_date", "measured 40 40 100"),
    ("ordinal, maximum", GRADES | MAX, "C B B B", "CC B", 2, "to_date", "measured 4 4 100"),
    ("ordinal, average of ranks", GRADES | AVERAGE, "A A", "A CC", 2, "to_date",
     "measured 6 4.5 75"),
    ("words and numbers cannot be averaged", GRADES | AVERAGE, "B 65", "B B", 2, "to_date",
     "undefined . . ."),
    ("a numerator and denominator over time", AVERAGE, "50 50", "1:3 1:2", 2, "to_date",
     "measured 50 125/3 250/3"),
    ("running totals are not summed", LAST, "10 15 20 26", "10 15 20 26", 4, "to_date",
     "measured 26 26 100"),
]  # fmt: skip

YEAR: list[Case] = [
    ("1 + 2 of 9 is 33,3 % of the year", SUM, "1 2 3 3", "1 2", 2, "year",
     "incomplete 9 3 100/3 missing=q3,q4"),
    ("else ΣT of the year", SUM, "3 3 3 3", "3 3 3 3", 4, "year", "measured 12 12 100"),
    ("the printed annual target", SUM, "3 3 3 3 10", "3 3 3 3", 4, "year",
     "measured 10 12 120 cap=100"),
    ("the printed one is used though it contradicts the quarters", LAST, "25 50 75 100 90",
     "25 50 75 90", 4, "year", "measured 90 90 100"),
    ("a printed `-` is no target", SUM, "3 3 - - -", "3 3", 2, "year", "measured 6 6 100"),
    ("last: else the last scheduled T; the newest R", LAST, "25 50 75 100", "20 45", 2, "year",
     "incomplete 100 45 45 missing=q4"),
    ("`last value` needs an R in the newest scheduled quarter of the year", LAST, "40 60 70 86",
     "40 60 70", 4, "year", "incomplete 86 70 3500/43 missing=q4"),
    ("… or after it", LAST, "3.1 - - -", "? 2.9", 2, "year", "measured 3.1 2.9 2900/31"),
    ("average: the mean T of the year, the mean of the R so far", AVERAGE, "60 80 100 100",
     "60 80", 2, "year", "incomplete 85 70 1400/17 missing=q3,q4"),
    ("average: the R so far, in whatever quarter", AVERAGE, "80 - 80 -", "70 90 80 ?", 4, "year",
     "measured 80 80 100"),
    ("maximum: the maximum T of the year, of the R so far", MAX, "10 12 8 8", "9 6", 2, "year",
     "incomplete 12 9 75 missing=q3,q4"),
    ("maximum: the R so far", MAX, "10 - 8 8", "9 11 8 8", 4, "year",
     "measured 10 11 110 cap=100"),
    ("actuals after q are left out of the year", SUM, "3 3 3 3", "3 3 3 3", 3, "year",
     "incomplete 12 9 75 missing=q4"),
    ("the year with nothing reported is awaited", SUM, "3 3 3 3", "?", 2, "year",
     "awaited 12 . ."),
    ("early work is reported, so the year is no longer awaited", SUM, "- 3 3 3", "2", 1, "year",
     "incomplete 9 2 200/9 missing=q2,q3,q4"),
    ("only the year has a target: incomplete until q = 4", SUM, "? ? ? ? 10", "3 4", 2, "year",
     "incomplete 10 7 70 missing=year"),
    ("… and an actual of Q4", SUM, "? ? ? ? 10", "3 4 ? 2", 4, "year", "measured 10 9 90"),
    ("… or of the year is reported", LAST, "? ? ? ? 80", "? ? ? ? 76", 4, "year",
     "measured 80 76 95"),
    ("at q = 4 without either it stays incomplete", SUM, "? ? ? ? 10", "3 4 2 ?", 4, "year",
     "incomplete 10 9 90 missing=year"),
    ("before q = 4 an annual actual does not count", LAST, "? ? ? ? 80", "? ? ? ? 76", 3, "year",
     "awaited 80 . ."),
    ("nothing reported is awaited", LAST, "? ? ? ? 80", "?", 4, "year", "awaited 80 . ."),
    ("an annual actual is the year's R for every indicator", SUM, "3 3 3 3", "3 3 3 3 11", 4,
     "year", "measured 12 11 275/3"),
    ("an annual actual is the year's R for every indicator", LAST, "25 50 75 100",
     "25 50 ? ? 95", 4, "year", "measured 100 95 95"),
    ("a span without a scheduled quarter and without an actual", SUM, "- - - -", "?", 4, "year",
     "not_scheduled . . ."),
    ("a lost target must not vanish", SUM, "- - - ?", "?", 1, "year", "without_target . . ."),
    ("an actual without any target", SUM, "- - - -", "2 3", 2, "year", "without_target . 5 ."),
    ("a printed target in words with an actual", LAST, "? ? ? ? WTP", "? ? ? 5", 4, "year",
     "undefined . 5 ."),
    ("a printed target with nothing reported is awaited", LAST, "? ? ? ? WTP", "?", 4, "year",
     "awaited . . ."),
    ("ordinal annual target", OPINION, "? ? ? ? WTP", "? ? ? ? WDP", 4, "year",
     "measured 4 3 75"),
    ("T = 0 of the year", SUM, "0 0", "1 1", 2, "year", "undefined 0 2 ."),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", QUARTER + TO_DATE + YEAR, ids=lambda case: f"{case[5]}: {case[0]} [{case[2]}|{case[3]}]"
)
def test_a_worked_example(case: Case) -> None:
    _, options, targets, actuals, quarter, key, expected = case
    plan = Plan((Element("a", "goal", "a", indicators=(indicator(targets, actuals, **options),)),))
    span = measure(plan, quarter).indicators[0].spans[key]  # type: ignore[index]
    state, target, actual, raw, *more = expected.split()
    further = dict(part.split("=") for part in more)
    assert span.state == state
    assert (span.target, span.actual, span.raw) == (number(target), number(actual), number(raw))
    assert span.capped == number(further.get("cap", raw))
    assert span.missing == tuple(filter(None, further.get("missing", "").split(",")))


BANDS = [
    ("150", "sangat_tinggi"),
    ("91", "sangat_tinggi"),
    ("90.995", "sangat_tinggi"),
    ("90.994999999", "tinggi"),
    ("90.99", "tinggi"),
    ("90.50", "tinggi"),
    ("76", "tinggi"),
    ("75.995", "tinggi"),
    ("75.9949", "sedang"),
    ("66", "sedang"),
    ("65.995", "sedang"),
    ("65.99", "rendah"),
    ("51", "rendah"),
    ("50.995", "rendah"),
    ("50.99", "sangat_rendah"),
    ("0", "sangat_rendah"),
    ("-20", "sangat_rendah"),
]


@pytest.mark.parametrize(("actual", "band"), BANDS)
def test_the_band_is_that_of_the_displayed_value(actual: str, band: str) -> None:
    plan = Plan((Element("a", "goal", "a", indicators=(indicator("100", actual),)),))
    found = measurement_to_json(measure(plan, 1))["indicators"][0]["q1"]
    assert found["band"] == band


def test_the_band_of_an_indicator_comes_from_the_raw_value() -> None:
    row = indicator("100", "95", cap=Decimal(60))
    plan = Plan((Element("a", "goal", "a", indicators=(row,)),))
    measurement = measure(plan, 1)
    span = measurement.indicators[0].spans["q1"]
    assert (span.raw, span.capped, span.band and span.band.key) == (95, 60, "sangat_tinggi")
    level = measurement.levels["goal"]
    assert (level.value, level.band and level.band.key) == (60, "rendah")
