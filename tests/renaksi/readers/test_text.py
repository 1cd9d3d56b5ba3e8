"""How flattened text becomes rows, each trap as a few lines."""

from __future__ import annotations

from renaksi.readers import read_document
from renaksi.readers.limits import Limits


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_document(text.encode(), Limits()).rows]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(row.kind, row.cells[0]) for row in read_document(text.encode(), Limits()).rows]


def test_one_blank_parts_columns_where_the_other_lines_show_that_one_begins() -> None:
    assert rows(
        "No      Uraian              Satuan\n"
        "1       Program A           Orang\n"
        "1.1     Kegiatan B          Orang\n"
        "1.1.1.1 Sub Kegiatan C yang Orang\n"
        "        panjang\n"
    ) == [
        ("No", "Uraian", "Satuan"),
        ("1", "Program A", "Orang"),
        ("1.1", "Kegiatan B", "Orang"),
        ("1.1.1.1", "Sub Kegiatan C yang panjang", "Orang"),
    ]


def test_decimal_commas_in_columns_of_blanks_are_no_separators() -> None:
    text = "Uraian       Satuan   TW I   TW II\nProgram A, B    %        12,5   13,5\nProgram C, D    %        14,5   15,5\n"
    assert rows(text)[1] == ("Program A, B", "%", "12,5", "13,5")


def test_a_title_beside_the_number_of_its_page_is_a_title() -> None:
    assert kinds("RENCANA AKSI TAHUN 2023           Hal. 1 dari 2\n| a | b |\n") == [
        ("line", "RENCANA AKSI TAHUN 2023"), ("line", "Hal. 1 dari 2"), ("table", "a"),
    ]  # fmt: skip
    assert kinds("- 3 -\nProgram A\thalaman 3\n") == [
        ("line", "- 3 -"), ("line", "Program A"), ("line", "halaman 3"),
    ]  # fmt: skip


def test_a_range_is_no_number_of_a_page() -> None:
    assert rows("Program A\t1-3\nJumlah halaman 3\tHalaman\n") == [
        ("Program A", "1-3"), ("Jumlah halaman 3", "Halaman"),
    ]  # fmt: skip


def test_separated_values_may_stand_below_titles_and_have_blanks_around_their_signs() -> None:
    assert rows("RENCANA AKSI\nDINAS X\n\nUraian ; TW I ; TW II\nProgram A ; 1,5 ; 2\n") == [
        ("RENCANA AKSI",), ("DINAS X",), ("Uraian", "TW I", "TW II"), ("Program A", "1,5", "2"),
    ]  # fmt: skip


def test_a_blank_line_ends_a_table_unless_one_follows_every_line() -> None:
    def tables(text: str) -> list[int]:
        return [row.table for row in read_document(text.encode(), Limits()).rows]

    lines = [f"Program {n}\t{n}\t{n}" for n in range(8)]
    assert tables("\n".join(lines[:4]) + "\n\n" + "\n".join(lines[4:])) == [1] * 4 + [2] * 4
    assert tables("\n\n".join(lines)) == [1] * 8
    assert tables("\n\n".join(lines) + "\n\n\n" + "\n\n".join(lines)) == [1] * 8 + [2] * 8


def test_the_colours_of_a_terminal_and_marks_of_direction_leave_no_trace() -> None:
    assert rows("\x1b[1mProgram A\x1b[0m\t\u202b25%\u202c\n\x1b[32mProgram\x07 B\x1b[0m\t\u206750\u2069\n") == [
        ("Program A", "25%"), ("Program B", "50"),
    ]  # fmt: skip
