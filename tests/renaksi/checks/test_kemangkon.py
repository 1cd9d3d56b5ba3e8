"""What completeness, numbering and nomenclature find in the Kemangkon plan, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from renaksi.checks import check
from renaksi.interpret.reading import read_file

PLAN = Path(__file__).parents[3] / "examples" / "kemangkon-2022.txt"

# Slug → the lines of the paper where it is found.
LINES = {
    "missing-indicator-text": [39, 43, 47, 51],
    "missing-unit": [8, 8, 124],
    "missing-target": [23, 39],
    "heading-differs": [15],
    "name-unlike-official": [98, 137, 144, 151],
    "indicator-of-another": [106, 148, 149, 150],
}

# The paper counts offices' services in months, staff in ASN, meetings in persons; the list of
# today has reports, documents and packets.
UNITS = 21


@pytest.fixture(scope="module")
def found() -> dict[str, list[int | None]]:
    lines: dict[str, list[int | None]] = {}
    for finding in check(read_file(PLAN)[0].plan):
        if finding.rule.code < "RA4":
            line = finding.where.line if finding.where else None
            lines.setdefault(finding.rule.slug, []).append(line)
    return lines


def test_each_rule_finds_what_the_paper_shows(found: dict[str, list[int | None]]) -> None:
    units = found.pop("unit-unlike-official")
    assert len(units) == UNITS
    assert {slug: sorted(lines) for slug, lines in found.items()} == LINES  # type: ignore[type-var]


def test_no_word_of_an_official_name_is_called_wrong() -> None:
    names = [
        finding.message("id")
        for finding in check(read_file(PLAN)[0].plan)
        if finding.rule.slug == "name-unlike-official"
    ]
    assert not any("fektifitas" in name or "KETENTRAMAN" in name for name in names)
