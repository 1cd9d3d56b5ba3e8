"""Targets as sequences, and rows that repeat each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi.checks import check
from renaksi.checks.sequence import (
    even_steps,
    figures,
    first_fall,
    originals,
    pairs,
    series,
    written,
)
from renaksi.checks.view import PlanView
from tests.renaksi.checks.clean_plan import CLEAN, indicator, with_element, with_indicators

SHARE = "Persentase keaktifan lembaga desa"


@pytest.mark.parametrize(
    ("quarters", "shown"),
    [
        (("25%", "50%", "75%", "100%"), "25/50/75/100 %"),
        (("100%", "-", "-", "-"), "100/-/-/- %"),
        (("25", "50%", "75%", "100%"), "25/50%/75%/100%"),
        (("3,1", "-", None, "WTP"), "3,1/-/…/WTP"),
        (("-", "-", "-", "-"), "-/-/-/-"),
        (("5.835 ijin", "2 Dokumen", "-", "-"), "5.835/2/-/-"),
    ],
)
def test_quarters_are_shown_as_they_are_written(
    quarters: tuple[str | None, ...], shown: str
) -> None:
    assert figures(indicator(SHARE, "Persen", *quarters)) == shown


def test_some_targets_are_shown_with_their_quarters() -> None:
    one = indicator(SHARE, "Persen", "40", "60", "70", "86")
    assert written(one, ["q1", "q3"]) == ("TW I 40, TW III 70", "Q1 40, Q3 70")


def test_a_percent_sign_speaks_where_no_unit_is_stated() -> None:
    signed = with_indicators("a1", indicator(SHARE, None, "25%", "50%", "-", None))
    mixed = with_indicators("a1", indicator(SHARE, None, "25%", "50", "-", None))
    counted = with_indicators("a1", indicator(SHARE, "Lembaga", "25%", "50%", "-", None))
    found = [series(PlanView(plan))[3].percent for plan in (signed, mixed, counted)]
    assert found == [True, False, False]


def test_a_copy_of_an_indicator_above_is_no_original() -> None:
    running = ("25", "50", "75", "100")
    base = with_indicators("p1", indicator(SHARE, "Persen", *running))
    copied = with_indicators(
        "a1", indicator("prosentase keaktifan lembaga desa", "%", *running), base=base
    )
    other = with_indicators("a1", indicator(SHARE, "Persen", "25", "50", "75", "90"), base=base)
    assert [len(series(PlanView(p))) - len(originals(PlanView(p))) for p in (copied, other)] == [
        1,
        0,
    ]
    above, below = pairs(PlanView(copied))[0]
    assert (above.row.element.id, below.row.element.id) == ("p1", "a1")


def test_elements_in_a_circle_are_walked_once() -> None:
    circle = with_element("p1", with_element("o", parent="p1"), parent="o")
    assert pairs(PlanView(circle)) == ()
    assert pairs(PlanView(CLEAN)) == ()
    assert check(with_element("p1", circle, name="Program Perijinan"))


def test_the_first_fall_is_found() -> None:
    points = tuple(zip(("q1", "q2", "q3"), map(Decimal, (3, 2, 1)), strict=True))
    assert first_fall(points) == (points[0], points[1])
    assert first_fall(points[::-1]) is None


@pytest.mark.parametrize(
    ("values", "step"), [((25, 50, 75), 25), ((25, 50, 70), None), ((5, 5, 5), None), ((3,), None)]
)
def test_even_steps_rise(values: tuple[int, ...], step: int | None) -> None:
    assert even_steps([Decimal(value) for value in values]) == step
