"""Plans of offices of every kind, each against a reading of its document by hand."""

from __future__ import annotations

import pytest

from renaksi.interpret import Reading, read_bytes
from tests.renaksi.readers.told import CASES, expected, places, told

NAMES = sorted(path.name.removesuffix(".plan.txt") for path in CASES.glob("*.plan.txt"))


def read(name: str) -> Reading:
    (reading,) = read_bytes((CASES / f"{name}.txt").read_bytes())
    return reading


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_is_what_a_person_reads(name: str) -> None:
    assert told(read(name)).splitlines() == expected(name).splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_stands_on_the_line_that_it_names(name: str) -> None:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for text, place in places(read(name).plan):
        assert place is not None
        assert place.line is not None
        # A cell of a drawn table begins on its line and may wrap.
        printed = " ".join(lines[place.line - 1 : place.line + 3])
        assert text.split(" ")[0] in printed, (text, place)


def test_there_are_offices_of_many_kinds() -> None:
    assert len(NAMES) >= 15
    assert {path.name.removesuffix(".txt") for path in CASES.glob("*.txt")} == {
        *NAMES, *(f"{name}.plan" for name in NAMES),
    }  # fmt: skip
