"""Numbers of siblings are read in one style, or not at all; those of rows count all levels."""

from __future__ import annotations

import pytest

from renaksi.checks import check
from renaksi.checks.numbering import positions
from renaksi.interpret import interpret_text


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


COUNTED_ROWS = """\
| No | Program/Kegiatan/Sub Kegiatan | Indikator | Satuan | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|---|
| 1 | Program Pembinaan Perpustakaan | Nilai tingkat kegemaran membaca | Nilai | - | - | - | 62 |
| 2 | Kegiatan Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota | Jumlah pemustaka | Orang | 5 | 5 | 5 | 5 |
| 3 | Sub Kegiatan Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota | Jumlah duta baca | Orang | - | - | 2 | - |
| 4 | Kegiatan Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota | Jumlah perpustakaan | Unit | 5 | 9 | 9 | 5 |
| 5 | Sub Kegiatan Pengembangan Bahan Pustaka | Jumlah bahan pustaka | Judul | 10 | 20 | 20 | 10 |
"""


def gaps(text: str) -> list[str]:
    """The numbers that are told to be missing."""
    found = check(interpret_text(text).plan)
    return [str(each.params["missing"]) for each in found if each.rule.code == "RA201"]


def test_numbers_that_count_the_rows_of_a_table_leave_no_gap_below_a_parent() -> None:
    assert gaps(COUNTED_ROWS) == []


def test_a_row_that_is_missing_from_such_a_count_is_told() -> None:
    without = [line for line in COUNTED_ROWS.splitlines() if not line.startswith("| 3 ")]
    assert gaps("\n".join(without)) == ["3"]
