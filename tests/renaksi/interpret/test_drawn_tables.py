"""Drawn tables whose cells wrap over lines, each beside what it must be read as."""

from __future__ import annotations

from tests.renaksi.interpret.test_traps import expect


def test_cells_of_a_ruled_table_that_wrap_over_lines_are_rejoined() -> None:
    expect(
        """
+-----------------+-------------+--------+------+-------+--------+-------+
| URAIAN          | INDIKATOR   | SATUAN | TW I | TW II | TW III | TW IV |
+-----------------+-------------+--------+------+-------+--------+-------+
| 1. Program Satu | 1. Jumlah a | Orang  | 1    | 2     | 3      | 4     |
| yang panjang    | sekali      |        |      |       |        |       |
+-----------------+-------------+--------+------+-------+--------+-------+
| 1. Kegiatan Dua | 1. Jumlah b | Orang  | 1    | 2     | 3      | 4     |
+-----------------+-------------+--------+------+-------+--------+-------+
""",
        """
        P1 1. Program Satu yang panjang
          - Jumlah a sekali (Orang) 1 2 3 4
          K1 1. Kegiatan Dua
            - Jumlah b (Orang) 1 2 3 4
        """,
    )
