"""The glossary knows every word that the code uses for a level, a state, a direction and so on."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from renaksi import diagnostics, model
from tests.house.repository import ROOT, rows_of_tables

ROWS = rows_of_tables(ROOT / "docs/glossary.md")
IN_CODE = {word for row in ROWS for word in re.findall(r"`([^`]+)`", row[1])}


NAMES = [
    *(model.Level, model.State, model.Direction, model.Accumulation),
    *(diagnostics.Severity, diagnostics.Kind),
]


@pytest.mark.parametrize("names", NAMES, ids=str)
def test_every_name_of_the_model_stands_in_the_glossary(names: object) -> None:
    assert set(get_args(names)) <= IN_CODE


def test_every_term_has_a_word_in_both_languages() -> None:
    assert [row for row in ROWS if len(row) != 4 or not row[0] or not row[2]] == []


def test_no_term_is_explained_twice() -> None:
    terms = [row[0] for row in ROWS]
    assert sorted(set(terms)) == sorted(terms)
