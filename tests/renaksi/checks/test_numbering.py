"""Numbers of siblings are read in one style, or not at all."""

from __future__ import annotations

import pytest

from renaksi.checks.numbering import positions


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2", "4"], (1, 2, 4)),
        (["1.", None, "3)"], (1, None, 3)),
        (["a", "c"], (1, 3)),
        (["A.", "B."], (1, 2)),
        (["i", "ii", "iv"], (1, 2, 4)),
        (["I", "V"], (1, 5)),
        (["h", "i", "j"], (8, 9, 10)),
        (["2.1", "2.2"], (1, 2)),
        (["1.1", "2.2"], None),
        (["1", "B"], None),
        (["1", "1.2"], None),
        (["ab", "c"], None),
        ([None, None], None),
        ([None, ""], None),
        ([], None),
    ],
)
def test_a_group_counts_in_one_style(
    numbers: list[str | None], expected: list[int | None] | None
) -> None:
    assert positions(numbers) == expected


def test_a_figure_gone_astray_is_no_number_of_a_row() -> None:
    assert positions(["1", "9" * 30]) is None
    assert positions(["1", "9" * 5000]) is None
