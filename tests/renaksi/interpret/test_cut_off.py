"""Texts that a printed page cuts off: what remains of them, and where the loss is told."""

from __future__ import annotations

from renaksi.interpret import interpret, interpret_text
from renaksi.model import Place
from renaksi.readers.document import Document, Omission, Row

HEAD = "PROGRAM\tINDIKATOR KINERJA\tSATUAN\tTARGET\n"


def test_a_label_without_its_numeral_behind_a_value_is_no_part_of_it() -> None:
    plan = interpret_text(
        f"{HEAD}1. Program A\tNilai\tPersen\tTW I 20% TW II 40% TW III 60% TW\n"
    ).plan
    (indicator,) = plan.elements[0].indicators
    assert indicator.targets["q3"].text == "60%"
    plan = interpret_text(
        f"{HEAD}1. Program A\tLama\tTriwulan\tTW I 1 TW II 1 TW III 1 TW IV 3 Triwulan\n"
    ).plan
    assert plan.elements[0].indicators[0].targets["q4"].text == "3 Triwulan"


def test_what_a_cell_of_several_quarters_lacks_is_lacking_behind_its_last() -> None:
    head = Row(tuple(HEAD.strip().split("\t")), 1, table=1)
    cells = ("1. Program A", "Nilai", "Angka", "TW I 2 TW II 3 TW III")
    places = [Place(page=1, box=(n, 0, n + 1, 1)) for n in range(4)]
    told = Omission("terpotong", "cut off", places[3], "text")
    found = interpret(Document((head, Row(cells, 2, table=1, places=places)), (told,)))
    (left,) = [each for each in found.diagnostics if each.rule.code == "RB130"]
    assert (left.indicator, left.cell) == (0, "q2")


def test_a_program_whose_row_is_cut_off_has_the_official_name_of_its_heading() -> None:
    rows = (
        f"{HEAD}1. Program Satu\tNilai\tAngka\tTW I 1 TW II 2 TW III 3 TW IV 4\n"
        "2. Program Penyelenggaraan\tNilai\tAngka\tTW I 1 TW II 2 TW III 3 TW IV 4\n\n"
    )
    body = "KEGIATAN\tINDIKATOR\tSATUAN\tTARGET\n1. Kegiatan A\tNilai\tAngka\tTW I 1 TW II 2 TW III 3 TW IV 4\n"
    heading = "**B. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik**\n\n"
    plan = interpret_text(f"KECAMATAN BUKATEJA\n\n{rows}{heading}{body}").plan
    assert [(each.level, each.name, each.code) for each in plan.elements[1:]] == [
        ("program", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "7.01.02"),
        ("activity", "Kegiatan A", None),
    ]
    assert plan.elements[1].number == "2"
    assert len(plan.elements[1].indicators) == 1
