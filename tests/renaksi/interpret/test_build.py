"""Elements get ids that name their place in the cascade."""

from __future__ import annotations

from renaksi.interpret import interpret_text
from renaksi.interpret.build import Builder
from renaksi.interpret.drafts import DraftElement
from renaksi.model import Place
from renaksi.quantity import parse


def test_a_parent_may_stand_further_down_than_its_child() -> None:
    program = DraftElement("program", "Program Satu", "1", Place(1))
    child = DraftElement("subactivity", "Sub Kegiatan Satu", "1", Place(2))
    activity = DraftElement("activity", "Kegiatan Satu", "1", Place(3))
    child.parent, activity.parent = activity, program
    drafts = [program, child, activity]
    for order, draft in enumerate(drafts):
        draft.order = order
    elements = Builder(drafts, {}).elements()
    assert [(element.id, element.parent) for element in elements] == [
        ("P1", None),
        ("P1.K1.SK1", "P1.K1"),
        ("P1.K1", "P1"),
    ]


def test_a_word_that_multiplies_counts_where_the_unit_does_not_say_it() -> None:
    def value(unit: str) -> str:
        text = (
            "RENCANA AKSI TAHUN 2024\n\n"
            "URAIAN\tINDIKATOR KINERJA\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
            f"Program Pendapatan\tNilai pajak daerah\t{unit}\t500 ribu\t1,5 juta\t3\t4"
        )
        return str(interpret_text(text).plan.elements[0].indicators[0].targets["q2"].value)

    assert value("Rupiah") == "1500000"
    assert value("Juta Rupiah") == "1.5"


def test_what_accounts_show_for_nothing_is_not_scheduled() -> None:
    states = [parse(text).state for text in ("Rp-", "Rp -", "rp. –", "Rp", "Rp 5")]
    assert states == ["not_scheduled"] * 3 + ["text", "set"]
