"""Perjanjian Kinerja, its revision, and Indikator Kinerja Utama: form, wording, who signs."""

from __future__ import annotations

import pytest

from renaksi.model import Plan
from renaksi.reports.office import NO_OFFICE
from renaksi.reports.tree import Letterhead, Pairs
from tests.renaksi.reports.paper import (
    OFFICE,
    blocks,
    build,
    headings,
    heads,
    parties,
    seed,
    tables,
    words_of,
)
from tests.renaksi.reports.year import YEAR, cells

# PermenPANRB 53/2014, as the form of Jawa Barat, 2017, has the agreement of the head of an office.
ATTACHMENT = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
PROGRAMS = ["NO", "PROGRAM", "ANGGARAN (Rp)", "KETERANGAN"]
WORDING = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel",
    "Selanjutnya disebut pihak pertama",
    "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran",
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami",
    "Pihak kedua akan melakukan supervisi yang diperlukan",
    "mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi",
)
# PER/20/M.PAN/11/2008 as offices print it (with Satuan).
IKU = [
    "NO", "TUJUAN / SASARAN", "INDIKATOR KINERJA UTAMA", "SATUAN",
    "DEFINISI OPERASIONAL / FORMULASI", "SUMBER DATA", "PENANGGUNG JAWAB",
]  # fmt: skip
FORMATS = ("pdf", "docx", "xlsx", "html")


def texts(document_table: object) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document_table.body]  # type: ignore[attr-defined]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["perjanjian-kinerja", "perjanjian-kinerja-perubahan"])
def test_the_statement_has_the_words_of_the_regulation_in_order(name: str, format: str) -> None:
    found = words_of(build(name, YEAR), format)
    at = -1
    for words in WORDING:
        assert (at := found.find(words, at + 1)) >= 0, words


def test_both_parties_are_named_and_sign() -> None:
    document = build("perjanjian-kinerja", YEAR)
    first, second = (dict(block.rows) for block in blocks(document, Pairs))  # type: ignore[attr-defined]
    assert first == {"Nama": OFFICE.head.name, "Jabatan": "Camat Kemangkon"}
    assert second == {"Nama": OFFICE.superior.name, "Jabatan": "Bupati Purbalingga"}
    signed = [(party.above, party.name) for party in parties(document)]
    assert signed == [
        (("Pihak Kedua,",), OFFICE.superior.name),
        (("Pihak Pertama,",), OFFICE.head.name),
        (("BUPATI PURBALINGGA,",), OFFICE.superior.name),
        (("CAMAT KEMANGKON,",), OFFICE.head.name),
    ]
    # An elected head has neither rank nor NIP; a civil servant has both.
    assert [bool(party.below) for party in parties(document)] == [False, True, False, True]
    assert document.draft == ()


def test_the_attachment_has_both_tables_of_the_form() -> None:
    promises, programs = tables(build("perjanjian-kinerja", YEAR))
    assert heads(promises) == [ATTACHMENT, ["(1)", "(2)", "(3)", "(4)"]]
    assert heads(programs) == [PROGRAMS]
    assert texts(promises) == [
        [
            "1",
            "Meningkatnya kualitas pelayanan kecamatan",
            "1. Indeks Kepuasan Masyarakat",
            "84 Indeks",
        ],
        ["2. Nilai SAKIP", "62 Nilai"],
    ]
    assert texts(programs) == [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "150.000.000", ""],
        ["JUMLAH", "150.000.000", ""],
    ]


def test_a_target_in_words_is_promised_in_words() -> None:
    objective = YEAR.elements[0]
    opinion = objective.indicators[0]._replace(
        name="Opini BPK", unit="Opini", targets=cells(q1="-", q2="-", q3="-", q4="WTP")
    )
    plan = YEAR._replace(elements=(objective._replace(indicators=(opinion,)), *YEAR.elements[1:]))
    assert texts(tables(build("perjanjian-kinerja", plan))[0])[0][-1] == "WTP"


def revised() -> Plan:
    """The year's plan with a higher target and another budget."""
    objective, program, activity, first, *rest = YEAR.elements
    higher = objective.indicators[0]._replace(targets=cells(q2="80", q4="86"))
    changed = objective._replace(indicators=(higher, *objective.indicators[1:]))
    money = first._replace(budget=cells(year="120000000"))
    return YEAR._replace(elements=(changed, program, activity, money, *rest))


def test_a_revision_shows_what_was_beside_what_is() -> None:
    document = build("perjanjian-kinerja-perubahan", revised(), before=YEAR)
    promises, programs = tables(document)
    assert headings(document)[0] == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022"
    assert heads(promises)[:2] == [ATTACHMENT, ["SEMULA", "MENJADI"]]
    assert heads(programs) == [PROGRAMS, ["SEMULA", "MENJADI"]]
    assert texts(promises)[0][-2:] == ["84 Indeks", "86 Indeks"]
    assert texts(promises)[1][-2:] == ["62 Nilai", "62 Nilai"]
    assert texts(programs)[0][2:4] == ["150.000.000", "170.000.000"]
    assert texts(programs)[-1][1:3] == ["150.000.000", "170.000.000"]
    assert document.draft == ()


def test_a_new_indicator_has_no_earlier_target() -> None:
    before = YEAR.elements[0]._replace(indicators=YEAR.elements[0].indicators[:1])
    old = YEAR._replace(elements=(before, *YEAR.elements[1:]))
    promises = tables(build("perjanjian-kinerja-perubahan", YEAR, before=old))[0]
    assert texts(promises)[1][-2:] == ["-", "62 Nilai"]


def test_a_revision_of_nothing_is_a_draft() -> None:
    assert build("perjanjian-kinerja-perubahan", YEAR).draft == (
        "Perjanjian kinerja sebelum perubahan belum disebut.",
    )


def test_the_paper_bears_the_letterhead_where_the_address_is_known() -> None:
    document = build("perjanjian-kinerja", YEAR)
    (letterhead,) = blocks(document, Letterhead)
    assert letterhead[:2] == ("PEMERINTAH KABUPATEN PURBALINGGA", "KECAMATAN KEMANGKON")  # type: ignore[index]
    bare = build("perjanjian-kinerja", YEAR, office=NO_OFFICE)
    assert blocks(bare, Letterhead) == []
    assert "Nama atasan (pihak kedua) belum diisi." in bare.draft
    assert "NIP kepala perangkat daerah belum diisi." in bare.draft


def test_key_indicators_have_their_columns_and_what_the_office_states() -> None:
    document = build("iku", YEAR)
    (table,) = tables(document)
    assert heads(table) == [IKU, [f"({n})" for n in range(1, 8)]]
    assert texts(table)[0] == [
        "1", "Sasaran: Meningkatnya kualitas pelayanan kecamatan", "1. Indeks Kepuasan Masyarakat",
        "Indeks", "IKM unit pelayanan", "Survei kepuasan", "Kasi Pelayanan",
    ]  # fmt: skip
    assert document.draft == (
        "Definisi operasional “Nilai SAKIP” belum diisi.",
        "Sumber data “Nilai SAKIP” belum diisi.",
        "Penanggung jawab “Nilai SAKIP” belum diisi.",
    )
    assert [party.name for party in parties(document)] == [OFFICE.head.name]


def test_goals_come_before_objectives() -> None:
    shown = [row[1] for row in texts(tables(build("iku", seed()))[0])]
    assert shown == [
        "Tujuan: Meningkatnya kualitas Pelayanan Publik di Kecamatan",
        "Sasaran: Meningkatnya kualitas pelayanan Kecamatan",
    ]


@pytest.mark.parametrize("name", ["perjanjian-kinerja", "perjanjian-kinerja-perubahan", "iku"])
def test_a_plan_without_objectives_prints_as_a_draft(name: str) -> None:
    plan = YEAR._replace(elements=tuple(e for e in YEAR.elements if e.level != "objective"))
    assert any("tidak memuat" in gap for gap in build(name, plan, before=plan).draft)
