"""Levels that only the look of a name tells, plans that stand one after another, and labels with slips."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import Reading, interpret, interpret_text, read_bytes
from renaksi.readers.document import Document, Row

HEAD = ("PROGRAM/KEGIATAN/SUB KEGIATAN", "INDIKATOR", "SATUAN", "TW I", "TW II", "TW III", "TW IV")
NAMES = ("Gerakan lumbung pangan", "Penataan pasar pagi", "Sewa embung", "Cetak arsip lama",
         "Penguatan bank sampah", "Belanja sanggar tari")  # fmt: skip
LEVELS = ["program", "activity", "subactivity", "subactivity", "activity", "subactivity"]


def document(indents: list[float], bold: set[int] = frozenset()) -> Document:  # type: ignore[assignment]
    """A plan of 2018 whose names tell nothing, each set in so far, some bold."""
    rows = [Row(("RENCANA AKSI TAHUN 2018",), 1, "line"), Row(HEAD, 2, table=1)]
    for n, name in enumerate(NAMES):
        cells = (name, f"Jumlah {name.lower()}", "Unit", "1", "2", "3", "4")
        set_in = {0: indents[n]} if indents[n] else {}
        marks = frozenset({0}) if n in bold else frozenset()
        rows.append(Row(cells, n + 3, table=1, bold=marks, indents=set_in))
    return Document(tuple(rows))


def levels(found: Document) -> list[str]:
    return [element.level for element in interpret(found).plan.elements]


def test_names_that_are_set_in_are_levels_below() -> None:
    assert levels(document([0, 14, 28, 28, 14, 28])) == LEVELS


def test_what_begins_nearly_level_is_one_step() -> None:
    assert levels(document([3.1, 12.0, 21.3, 20.8, 12.4, 21.0])) == LEVELS


def test_bold_is_above_plain() -> None:
    assert levels(document([0] * 6, {0, 4})) == [
        "program", "activity", "activity", "activity", "program", "activity",
    ]  # fmt: skip


def test_a_label_word_outweighs_the_look() -> None:
    found = document([0, 14, 28, 28, 14, 28])
    row = found.rows[3]
    labelled = row._replace(cells=("Program Pasar Pagi Kita", *row.cells[1:]))
    rows = (*found.rows[:3], labelled, *found.rows[4:])
    assert levels(found._replace(rows=rows))[1] == "program"


def test_capitals_alone_are_no_look() -> None:
    found = document([3.0] * 6)  # in a PDF every text is set in by its cell's padding
    rows = [row._replace(cells=(row.cells[0].upper(), *row.cells[1:])) if n == 2 else row
            for n, row in enumerate(found.rows)]  # fmt: skip
    told = levels(found)
    assert levels(found._replace(rows=tuple(rows))) == told


def test_a_look_that_label_words_give_to_several_levels_tells_nothing() -> None:
    found = document([0] * 6, {0})
    names = ("Tujuan kota yang rapi", "Program Pasar Pagi Kita", "Kegiatan Sewa Embung Kita")
    labelled = [row._replace(cells=(name, *row.cells[1:]))
                for row, name in zip(found.rows[3:6], names, strict=True)]  # fmt: skip
    rows = (*found.rows[:3], *labelled, *found.rows[6:])
    assert levels(found._replace(rows=rows)) == levels(
        found._replace(rows=tuple(row._replace(bold=frozenset()) for row in rows))
    )


def office(name: str) -> str:
    return (
        f"RENCANA AKSI TAHUN 2023\n{name}\n"
        "URAIAN\tINDIKATOR KINERJA\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        "1. Program Gerakan Desa\t1. Persentase desa bergerak\tPersen\t25\t50\t75\t100\n"
        "1. Kegiatan Penataan Pasar\t1. Jumlah pasar tertata\tUnit\t1\t1\t1\t1\n"
    )


def test_two_offices_in_one_document_are_two_plans() -> None:
    text = office("DINAS PERIKANAN") + "\n" + office("DINAS PERTANIAN")
    names = [r.plan.organisation and r.plan.organisation.name for r in read_bytes(text.encode())]
    assert names == ["Dinas Perikanan", "Dinas Pertanian"]


def test_a_title_that_is_printed_again_begins_no_plan() -> None:
    text = office("DINAS PERIKANAN") + "\n" + office("DINAS PERIKANAN")
    assert len(read_bytes(text.encode())) == 1


def test_the_name_in_a_signature_is_no_element() -> None:
    text = office("DINAS PERIKANAN") + "\nKepala Dinas,\nH. AHMAD FAUZI, S.H.\nDrs. SUGENG, M.Si\n"
    assert [e.level for e in interpret_text(text).plan.elements] == ["program", "activity"]


def test_a_label_word_with_a_slip_is_a_label_word() -> None:
    text = office("DINAS PERIKANAN").replace("1. Program", "1. Proram")
    assert interpret_text(text).plan.elements[0].level == "program"


def test_a_year_behind_a_text_is_part_of_it() -> None:
    text = office("DINAS PERIKANAN").replace("pasar tertata", "pasar tertata Tahun 2015")
    row = interpret_text(text).plan.elements[1].indicators[0]
    assert (row.name, row.target("q1").text) == ("Jumlah pasar tertata Tahun 2015", "1")


def test_a_name_that_alone_of_its_look_is_official_on_another_level_is_in_doubt() -> None:
    found = document([0] * 6, {0, 3})
    rows = list(found.rows)
    rows[6] = rows[6]._replace(cells=("Penguatan lumbung pangan", *rows[6].cells[1:]))
    reading = interpret(found._replace(rows=tuple(rows)))
    assert [element.level for element in reading.plan.elements] == [
        "program", "activity", "activity", "program", "activity", "activity",
    ]  # fmt: skip
    assert [(d.rule.code, d.element) for d in reading.diagnostics] == [("RB106", "P2.K1")]


def test_of_two_names_a_bold_one_is_above_the_other_in_doubt() -> None:
    found = document([0] * 6, {0})
    reading = interpret(found._replace(rows=found.rows[:4]))
    assert [element.level for element in reading.plan.elements] == ["program", "activity"]
    assert [d.rule.code for d in reading.diagnostics] == ["RB106", "RB106"]


def test_names_with_targets_and_no_level_at_all_are_refused_with_what_is_lacking() -> None:
    found = document([0] * 6)
    rows = (found.rows[0], Row(("URAIAN", *HEAD[1:]), 2, table=1), *found.rows[2:])
    with pytest.raises(Unreadable, match="no name shows its level"):
        interpret(found._replace(rows=rows))


def test_a_program_that_is_called_as_its_activity_is_told_by_the_activity_below_it() -> None:
    rows = (
        "1. Program Penunjang Urusan Pemerintahan Daerah\tNilai\tAngka\t1\t2\t3\t4\n"
        "1. Kegiatan Administrasi Umum Perangkat Daerah\tNilai\tAngka\t1\t2\t3\t4\n"
        "2. PENGELOLAAN PENDAPATAN DAERAH\tTingkat keberhasilan\tPersen\t1\t2\t3\t4\n"
        "1. Kegiatan Pengelolaan Pendapatan Daerah\tJumlah laporan\tLaporan\t1\t2\t3\t4\n"
    )
    head = "PROGRAM/KEGIATAN/SUB KEGIATAN\tINDIKATOR\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
    reading = interpret_text(f"RENCANA AKSI 2024\nBADAN PENDAPATAN DAERAH\n\n{head}{rows}")
    assert [(e.id, e.code) for e in reading.plan.elements][2:] == [
        ("P2", "5.02.04"), ("P2.K1", "5.02.04.2.01"),
    ]  # fmt: skip
    (doubt,) = [d for d in reading.diagnostics if d.rule.code == "RB106"]
    assert (doubt.element, doubt.message("en").count("program")) == ("P2", 1)


def test_looks_tell_no_levels_of_a_table_about_other_things() -> None:
    cells = (
        ("Kolam.Luas", "Kolam.Lebar", "Taman.Luas", "Taman.Lebar", "Species"),
        ("4.6", "3.1", "1.5", "0.2", "kolam"),
        ("149", "6.2", "3.4", "5.4", "2.3", "embung"),
    )
    indents = (
        {0: 6.4, 1: 6.0, 2: 6.0, 3: 6.0, 4: 6.0},
        {0: 50.2, 1: 47.2, 2: 49.1, 3: 46.5, 4: 6.0},
        {0: 6.4, 1: 49.8, 2: 47.2, 3: 49.1, 4: 46.5, 5: 6.0},
    )
    rows = tuple(
        Row(row, n, table=2 + (n > 2), indents=set_in)
        for n, (row, set_in) in enumerate(zip(cells, indents, strict=True), 1)
    )
    with pytest.raises(Unreadable) as refusal:
        interpret(Document(rows))
    assert "tidak ada rencana aksi" in refusal.value.message("id")


ASSETS = "Pengelolaan Barang Milik Daerah"


def assets(first: str, second: str) -> Reading:
    """Two rows below each other whose one name is officially a program's and an activity's."""
    return interpret_text(
        "RENCANA AKSI TAHUN 2024\nBADAN KEUANGAN DAN ASET DAERAH\n"
        "PROGRAM/KEGIATAN/SUB KEGIATAN\tINDIKATOR\tSATUAN\tTW I\tTW II\tTW III\tTW IV\n"
        f"{ASSETS}\t{first}\tPersen\t10\t20\t30\t85\n"
        f"{ASSETS}\t{second}\tPersen\t3\t4\t5\t6\n"
        "Penyusunan Standar Harga\t1. Jumlah dokumen\tDokumen\t0\t1\t0\t1\n"
    )


def test_a_name_beside_another_first_indicator_is_that_of_the_level_below() -> None:
    found = assets("1. Persentase barang tercatat", "1. Nilai evaluasi barang").plan.elements
    assert [element.level for element in found] == ["program", "activity", "subactivity"]
    assert [element.name for element in found[:2]] == [ASSETS, ASSETS]


def test_a_name_beside_the_next_indicator_is_printed_again() -> None:
    found = assets("1. Persentase barang tercatat", "2. Nilai evaluasi barang").plan.elements
    assert [len(element.indicators) for element in found] == [2, 1]


def test_a_name_is_in_doubt_where_no_number_tells_whose_its_indicator_is() -> None:
    reading = assets("Persentase barang tercatat", "Nilai evaluasi barang")
    assert len(reading.plan.elements[0].indicators) == 2
    told = [found.element for found in reading.diagnostics if found.rule.code == "RB106"]
    assert reading.plan.elements[0].id in told
