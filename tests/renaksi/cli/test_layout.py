"""Text in columns: widths hold whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.cli.layout import Column, Text, beside, flow, natural, row, wrap
from renaksi.cli.screen import Screen, printable

SENTENCES = st.lists(st.text("abcdefgh-", min_size=1, max_size=30), max_size=20).map(" ".join)
COLOURED = Screen(colour=True)


def test_later_lines_hang_under_the_first() -> None:
    assert wrap("1. Persentase layanan tepat waktu", 20, hanging=3) == [
        "1. Persentase",
        "   layanan tepat",
        "   waktu",
    ]


@pytest.mark.parametrize("width", [-5, 0, 1, 3])
def test_a_line_has_at_least_one_character(width: int) -> None:
    assert "".join(wrap("abc de", width, hanging=3)).replace(" ", "") == "abcde"


@given(SENTENCES, st.integers(8, 60), st.integers(0, 4))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int, hanging: int) -> None:
    lines = wrap(text, width, hanging)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_row_aligns_its_cells_and_wraps_them() -> None:
    cells = [Text("25%"), Text("a long unit"), Text("")]
    columns = [Column(5, right=True), Column(6), Column(3)]
    assert row(cells, columns, Screen()) == ["  25%  a long", "       unit"]


def test_styles_do_not_disturb_a_width() -> None:
    cells = [Text("25%", "red"), Text("x", "bold")]
    (line,) = row(cells, [Column(5, right=True), Column(2)], COLOURED)
    assert line == "  \x1b[31m25%\x1b[0m  \x1b[1mx\x1b[0m"


@given(st.lists(st.text("ab", min_size=1, max_size=9).map(Text), max_size=9), st.integers(9, 40))
def test_items_flow_over_lines_in_order(items: list[Text], width: int) -> None:
    lines = flow(items, width, Screen())
    assert all(len(line) <= width for line in lines)
    assert " ".join(lines).split() == [item.text for item in items]


def test_blocks_stand_beside_each_other() -> None:
    assert beside(["a", "b"], ["1"], 4) == ["a   1", "b"]
    assert beside(["a"], ["1", "2"], 4) == ["a   1", "    2"]


def test_a_column_is_as_wide_as_its_longest_text() -> None:
    assert natural([["a", "bcd"], ["ef", ""]]) == [2, 3]


@given(st.text())
def test_no_text_can_steer_the_terminal(text: str) -> None:
    assert printable(text).isprintable()


def test_codes_of_a_document_are_shown_as_escapes() -> None:
    assert printable("a\x1b[31mb\u202ec\td\u00a0e") == "a\\x1b[31mb\\u202ec d e"
