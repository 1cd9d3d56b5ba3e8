"""Pohon Kinerja and Berita Acara: every element once, paged sensibly; the form of minutes."""

from __future__ import annotations

from datetime import date

import pytest

from renaksi.measure import measure
from renaksi.reports.matter import Choices
from renaksi.reports.office import Official
from renaksi.reports.spelling import date_in_words, in_words
from renaksi.reports.tree import Diagram, Listing, Node
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
from tests.renaksi.reports.year import YEAR

EXAMINER = Official("CONTOH PEMERIKSA, S.IP", "Sekretaris Kecamatan", "19750101 200003 1 003")
FORMATS = ("pdf", "docx", "xlsx", "html")


def nodes(root: Node) -> list[Node]:
    return [root, *(one for child in root.children for one in nodes(child))]


def roots(document: object) -> list[Node]:
    return [block.root for block in blocks(document, Diagram)]  # type: ignore[attr-defined, arg-type]


def test_the_first_page_goes_down_to_the_programs_and_each_program_has_its_own() -> None:
    top, *programs = roots(build("pohon-kinerja"))
    assert {node.shade for node in nodes(top)} == {"goal", "objective", "program"}
    assert [root.title for root in programs] == ["PROGRAM"] * 6
    assert {node.shade for root in programs for node in nodes(root)} == {
        "program", "activity", "subactivity",
    }  # fmt: skip


def test_every_element_stands_in_the_tree_with_its_indicators() -> None:
    top, *programs = roots(build("pohon-kinerja"))
    shown = [node.lines[0] for node in nodes(top)]
    shown += [node.lines[0] for root in programs for node in nodes(root)[1:]]
    assert sorted(shown) == sorted(element.name or "" for element in seed().elements)
    (ikm,) = [node for node in nodes(top) if node.shade == "goal"]
    assert ikm.lines[1] == "• Indeks Kepuasan Masyarakat (IKM) Kecamatan: 86"


@pytest.mark.parametrize("format", FORMATS)
def test_the_tree_holds_all_names_in_every_format(format: str) -> None:
    found = words_of(build("pohon-kinerja", YEAR, choices=Choices("a3")), format)
    for element in YEAR.elements:
        assert (element.name or "") in found


def test_an_element_that_lost_its_parent_begins_a_tree_of_its_own() -> None:
    lost = YEAR.elements[2]._replace(parent=None)
    plan = YEAR._replace(elements=(*YEAR.elements[:2], lost, *YEAR.elements[3:]))
    assert [root.lines[0] for root in roots(build("pohon-kinerja", plan))] == [
        YEAR.elements[0].name, lost.name,
    ]  # fmt: skip


def record() -> object:
    writings = {"nomor": "700/12/2022"}
    return build(
        "berita-acara",
        YEAR,
        quarter=2,
        office=OFFICE._replace(staff=(EXAMINER,)),
        writings=writings,
    )


def test_the_minutes_have_the_form_of_minutes() -> None:
    found = words_of(record(), "pdf")  # type: ignore[arg-type]
    wanted = (
        "BERITA ACARA PERSETUJUAN PENGUKURAN KINERJA TRIWULAN II TAHUN 2022", "Nomor: 700/12/2022",
        "Pada hari ini Senin tanggal sepuluh bulan Januari tahun dua ribu dua puluh dua",
        "bertempat di Kemangkon", EXAMINER.name, "pihak pertama", OFFICE.head.name, "pihak kedua",
        "telah diperiksa terhadap bukti dukungnya dan disetujui", "Demikian berita acara ini dibuat",
    )  # fmt: skip
    at = -1
    for words in wanted:
        assert (at := found.find(words, at + 1)) >= 0, words
    assert headings(record())[0].startswith("BERITA ACARA")  # type: ignore[arg-type]
    signed = [(party.above[0], party.name) for party in parties(record())]  # type: ignore[arg-type]
    assert signed == [("Pihak Pertama,", EXAMINER.name), ("Pihak Kedua,", OFFICE.head.name)]
    assert record().draft == ()  # type: ignore[attr-defined]


def test_the_outcome_is_that_of_the_measurement() -> None:
    (table,) = tables(record())  # type: ignore[arg-type]
    assert heads(table) == [[
        "NO", "TINGKAT", "INDIKATOR DIJADWALKAN", "INDIKATOR TERUKUR", "RATA-RATA CAPAIAN (%)",
        "KATEGORI",
    ]]  # fmt: skip
    means = measure(YEAR, 2).levels
    for row in table.body:
        level = {"Sasaran": "objective", "Program": "program", "Kegiatan": "activity"}.get(
            row[1].text
        )
        mean = means[level or "subactivity"]  # type: ignore[index]
        assert (row[2].text, row[3].text) == (str(mean.of), str(mean.counted))


def test_what_is_open_is_named_and_a_record_without_number_is_a_draft() -> None:
    document = build("berita-acara", seed(), quarter=1)
    (listed,) = [block for block in document.sections[0].blocks if isinstance(block, Listing)]
    assert "Nilai SAKIP Kecamatan Kemangkon" in listed.items
    assert "Nomor berita acara belum diisi." in document.draft
    assert "Nama pejabat yang memeriksa belum diisi." in document.draft


@pytest.mark.parametrize(
    ("number", "words"),
    {
        0: "nol", 1: "satu", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas",
        20: "dua puluh", 31: "tiga puluh satu", 100: "seratus", 111: "seratus sebelas",
        999: "sembilan ratus sembilan puluh sembilan", 1000: "seribu", 1999:
        "seribu sembilan ratus sembilan puluh sembilan", 2022: "dua ribu dua puluh dua",
        15000: "lima belas ribu", 100001: "seratus ribu satu",
    }.items(),
)  # fmt: skip
def test_numbers_are_spelled(number: int, words: str) -> None:
    assert in_words(number) == words


def test_dates_are_spelled() -> None:
    assert date_in_words(date(2022, 8, 17)) == (
        "Pada hari ini Rabu tanggal tujuh belas bulan Agustus tahun dua ribu dua puluh dua"
    )
