"""What was typed into a cell: read the Indonesian way, asked about where it is doubtful."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi_web.refusals import Refused
from renaksi_web.tracking.typed import Doubtful, Typed, typed


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,1", "3.1"), ("1.234,5", "1234.5"), ("25%", "25"), ("0", "0"), ("12 orang", "12"),
     ("1234", "1234"), (" 7 ", "7"), ("-2,5", "-2.5"), ("1,2340", "1.2340")],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written_here(text: str, value: str) -> None:
    read = typed(text)
    assert (read.state, read.value) == ("set", Decimal(value))
    assert read.text == text.strip()


def test_a_dash_is_not_zero_and_nothing_is_neither() -> None:
    assert typed("-").state == "not_scheduled"
    assert typed("  ") == Typed("missing")
    assert typed("0").value == 0


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500"])
def test_a_figure_that_reads_both_ways_is_asked_about_and_both_answers_are_plain(text: str) -> None:
    with pytest.raises(Doubtful) as refused:
        typed(text)
    thousands, fraction = (typed(reading).value for reading in refused.value.readings)
    assert thousands == fraction * 1000  # type: ignore[operator]


def test_a_fraction_keeps_numerator_and_denominator() -> None:
    read = typed("=45/60", "Persen")
    assert read == Typed("set", Decimal(75), "=45/60", Decimal(45), Decimal(60))
    assert typed("= 2 / 3", "persen").value == Decimal("66.67")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("=45/60", "Orang"), ("=1/0", "Persen"), ("=1", "Persen"), ("=a/b", "Persen"),
     ("banyak", None), ("12,3,4", None), ("1" * 101, None)],
)  # fmt: skip
def test_what_means_nothing_is_refused_with_one_sentence(text: str, unit: str | None) -> None:
    with pytest.raises(Refused) as refused:
        typed(text, unit)
    assert refused.value.message("id").count("\n") == 0
    assert refused.value.message("en") != refused.value.message("id")


def test_a_word_of_the_scale_is_taken_whatever_its_letters() -> None:
    assert typed("wtp", None, ["WTP", "WDP"]) == Typed("text", text="WTP")
    with pytest.raises(Refused, match="WDP"):
        typed("tidak tahu", None, ["WTP", "WDP"])
