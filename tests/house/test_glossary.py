"""The glossary knows every word that the code uses for a level, a state, a direction and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

import pytest

from renaksi import diagnostics, measure, model
from renaksi.checks.pages import SEVERITY_WORDS
from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Words
from renaksi.render import words
from tests.house.repository import ROOT, rows_of_tables

ROWS = rows_of_tables(ROOT / "docs/glossary.md")
IN_CODE = {word for row in ROWS for word in re.findall(r"`([^`]+)`", row[1])}
INDONESIAN = {row[2] for row in ROWS}
ENGLISH = {row[0] for row in ROWS}
BANDS = measure.PERMENDAGRI_86_2017.steps

NAMES = {
    "levels": get_args(model.Level),
    "states of a cell": get_args(model.State),
    "directions": get_args(model.Direction),
    "accumulations": get_args(model.Accumulation),
    "severities": get_args(diagnostics.Severity),
    "kinds of finding": get_args(diagnostics.Kind),
    "states of a span": get_args(measure.SpanState),
    "spans": measure.SPANS,
    "bands": [band.key for band in BANDS],
}
ON_SCREEN = {
    "levels": LEVEL_WORDS.values(),
    "severities": SEVERITY_WORDS.values(),
    "words of every rendering": [words.INDICATOR, words.UNIT, words.TARGET, words.ACTUAL],
    "states of a cell": [words.NOT_SCHEDULED],
    "bands": [Words(band.name["id"], band.name["en"]) for band in BANDS],
}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_every_name_in_code_stands_in_the_glossary(names: Iterable[str]) -> None:
    assert set(names) <= IN_CODE


@pytest.mark.parametrize("shown", ON_SCREEN.values(), ids=ON_SCREEN)
def test_screens_say_the_words_of_the_glossary(shown: Iterable[Words]) -> None:
    shown = tuple(shown)
    assert {word.id.lower() for word in shown} <= INDONESIAN
    assert {word.en.lower() for word in shown} <= ENGLISH


def test_every_term_has_a_word_in_both_languages() -> None:
    assert [row for row in ROWS if len(row) != 4 or not row[0] or not row[2]] == []


def test_no_term_is_explained_twice() -> None:
    terms = [row[0] for row in ROWS]
    assert sorted(set(terms)) == sorted(terms)
