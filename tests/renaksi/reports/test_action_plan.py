"""Rencana Aksi: its columns, who signs, and that what is printed reads back as the same plan."""

from __future__ import annotations

import pytest

from renaksi.model import Element, Organisation, Plan
from renaksi.reports.matter import Choices
from renaksi.reports.office import NO_OFFICE
from tests.renaksi.checks.clean_plan import CLEAN, element, indicator, plan
from tests.renaksi.reports.paper import (
    HEAD,
    again,
    build,
    cells,
    headings,
    heads,
    parties,
    seed,
    tables,
)

FORMATS = ("pdf", "docx", "xlsx", "html")
KEYS = ("q1", "q2", "q3", "q4", "year")

# The heads of the plan that Kecamatan Kemangkon filed for 2022, table by table.
FILED = [
    (["TUJUAN", "SASARAN"], ["URAIAN", "INDIKATOR KINERJA", "TARGET"] * 2),
    (
        ["SASARAN", "PROGRAM"],
        [
            "URAIAN",
            "INDIKATOR KINERJA",
            "TARGET",
            "URAIAN",
            "INDIKATOR KINERJA",
            "SATUAN",
            "TARGET",
        ],
    ),
    *[
        (["KEGIATAN", "SUB KEGIATAN"], ["URAIAN", "INDIKATOR KINERJA", "SATUAN", "TARGET"] * 2)
        for _ in range(6)
    ],
]
# PermenPANRB 53/2014 and the custom of rencana aksi: the columns in their order.
COLUMNS = [
    [
        "SASARAN", "INDIKATOR KINERJA", "SATUAN", "TARGET", "PROGRAM", "KEGIATAN", "SUB KEGIATAN",
        "ANGGARAN (Rp)", "PENANGGUNG JAWAB",
    ],
    ["TW I", "TW II", "TW III", "TW IV"],
]  # fmt: skip


def told(plan: Plan) -> list[object]:
    """Everything that a plan says, without places and ids."""
    names = {element.id: (element.level, element.name) for element in plan.elements}

    def one(element: Element) -> tuple[object, ...]:
        rows = [
            (row.number, row.name, row.unit, [(key, row.target(key)[:3]) for key in KEYS])
            for row in element.indicators
        ]
        parent = names.get(element.parent or "")
        return element.level, element.number, element.name, parent, rows

    return [plan.organisation, plan.year, *sorted(map(one, plan.elements), key=repr)]


def test_the_paired_tables_have_the_heads_of_the_filed_plan() -> None:
    assert [tuple(heads(table)) for table in tables(build("rencana-aksi"))] == FILED


def test_programs_are_lettered_headings_over_their_activities() -> None:
    found = headings(build("rencana-aksi"))
    assert found[0] == "RENCANA AKSI TAHUN 2022\nKECAMATAN KEMANGKON"
    assert [heading[:2] for heading in found[1:7]] == ["A.", "B.", "C.", "D.", "E.", "F."]


def test_the_columns_stand_in_their_order() -> None:
    (table,) = tables(build("rencana-aksi", choices=Choices(layout="columns")))
    assert heads(table) == COLUMNS


def test_the_head_of_the_office_signs_with_rank_and_nip() -> None:
    (party,) = parties(build("rencana-aksi"))
    assert party.above == ("CAMAT KEMANGKON,",)
    assert party.name == HEAD.name
    assert party.below == (HEAD.rank, f"NIP. {HEAD.nip}")


@pytest.mark.parametrize("format", FORMATS)
def test_the_filed_plan_reads_back_as_the_same_plan(format: str) -> None:
    assert told(again(build("rencana-aksi"), format)) == told(seed())


@pytest.mark.parametrize("format", FORMATS)
def test_a_plan_without_gaps_reads_back_as_the_same_plan(format: str) -> None:
    assert told(again(build("rencana-aksi", CLEAN), format)) == told(CLEAN)


@pytest.mark.parametrize("format", FORMATS)
def test_annual_targets_and_words_read_back(format: str) -> None:
    rows = plan(
        element("o", "objective", "Meningkatnya akuntabilitas", indicator(
            "Opini BPK", "Opini", "-", "-", "-", "WTP"), indicator(
            "Nilai SAKIP", "Nilai", "-", "-", "-", "62,5", number="2")),
        element("p", "program", "Program Penunjang Urusan Pemerintahan", indicator(
            "Persentase layanan", "Persen", "25%", "50%", "75%", "100%"), parent="o"),
        element("a", "activity", "Kegiatan Administrasi Umum", indicator(
            "Jumlah layanan", "Layanan", "1.250", "0", "3", "12"), parent="p"),
        element("s", "subactivity", "Sub Kegiatan Penyediaan Bahan Logistik", indicator(
            "Jumlah paket", "Paket", "3", "3", "3", "3"), parent="a"),
    )  # fmt: skip
    assert told(again(build("rencana-aksi", rows), format)) == told(rows)


def test_what_the_plan_lost_makes_it_a_draft_that_says_so() -> None:
    document = build("rencana-aksi")
    assert document.draft == (
        "Target indikator “Prosentase Pengelolaan Administrasi Aset milik daerah sesuai ketentuan” "
        "kosong.",
        "Teks indikator kosong pada sub kegiatan “2. Sub Kegiatan Evaluasi Kinerja Perangkat "
        "Daerah”.",
        "Teks indikator kosong pada sub kegiatan “1. Sub Kegiatan Penyediaan Gaji dan Tunjangan "
        "ASN”.",
        "Teks indikator kosong pada sub kegiatan “2. Sub Kegiatan Penyediaan Administrasi "
        "Pelaksanaan Tugas ASN”.",
        "Teks indikator kosong pada sub kegiatan “3. Sub Kegiatan Koordinasi dan Pelaksanaan "
        "Akuntansi SKPD”.",
    )
    assert build("rencana-aksi", CLEAN).draft == ()


def test_without_an_office_it_is_a_draft_with_room_to_write() -> None:
    document = build("rencana-aksi", CLEAN, office=NO_OFFICE)
    assert document.draft == (
        "Tempat penandatanganan belum diisi.",
        "Tanggal penandatanganan belum diisi.",
        "Nama kepala perangkat daerah belum diisi.",
        "Jabatan kepala perangkat daerah belum diisi.",
        "NIP kepala perangkat daerah belum diisi.",
    )
    (party,) = parties(document)
    assert set(party.name) == {"…"}


def test_a_plan_without_name_and_year_says_so() -> None:
    nameless = CLEAN._replace(organisation=None, year=None, title=None)
    document = build("rencana-aksi", nameless, office=NO_OFFICE)
    assert "Tahun rencana belum diisi." in document.draft
    assert "Nama perangkat daerah belum diisi." in document.draft
    named = nameless._replace(organisation=Organisation("Dinas Contoh"))
    assert headings(build("rencana-aksi", named, office=NO_OFFICE))[0].endswith("DINAS CONTOH")


def test_no_cell_of_the_plan_is_left_out() -> None:
    shown = [cell.text for table in tables(build("rencana-aksi")) for cell in cells(table)]
    for one in seed().elements:
        if one.level != "objective":  # it stands in two tables
            assert sum((one.name or "") in text for text in shown) >= 1
    targets = [
        row.target(key).text for e in seed().elements for row in e.indicators
        for key in ("q1", "q2", "q3", "q4") if row.target(key).text
    ]  # fmt: skip
    for text in set(targets):
        assert shown.count(text) >= targets.count(text)
