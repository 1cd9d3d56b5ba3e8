"""Performance agreements of the officials below the head: who signs, for what, in one or in all."""

from __future__ import annotations

import pytest

from renaksi.render.printed import FORMATS, printed
from renaksi.reports.charges import UnknownOfficial, is_named, plainly
from renaksi.reports.matter import Choices
from renaksi.reports.names import EVERYBODY
from renaksi.reports.office import Official
from tests.renaksi.reports.paper import (
    OFFICE,
    build,
    headings,
    heads,
    parties,
    tables,
    words_of,
)
from tests.renaksi.reports.test_agreements import revised, texts
from tests.renaksi.reports.year import YEAR

SECRETARY = Official(
    "CONTOH SEKRETARIS, S.Sos", "Sekretaris Kecamatan Kemangkon", "197101011990031003", "Pembina, IV/a"
)  # fmt: skip
SECTION = Official(
    "CONTOH KASI, S.E.", "Kepala Seksi Pelayanan Kecamatan Kemangkon", "197201011990031004",
    "Penata Tk. I, III/d",
)  # fmt: skip
SUBSECTION = Official(
    "CONTOH KASUBAG", "Kepala Sub Bagian Umum", "197301011990031005", "Penata, III/c",
    superior="Sekretaris",
)  # fmt: skip
WITH_STAFF = OFFICE._replace(staff=(SECRETARY, SECTION, SUBSECTION))


def of(official: str, **matter: object) -> object:
    """The agreement of an official, of the year's plan."""
    name = matter.pop("name", "perjanjian-kinerja")
    return build(
        name, matter.pop("plan", YEAR), office=WITH_STAFF, choices=Choices(official=official), **matter
    )  # type: ignore[arg-type] # fmt: skip


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("Kasi Pelayanan", "Kepala Seksi Pelayanan Kecamatan Kemangkon"),
        ("KASI PELAYANAN", "Kepala Seksi Pelayanan"),
        ("Sekcam", "Sekretaris Kecamatan Kemangkon"),
        ("Sekretaris", "Sekretaris Kecamatan"),
        ("Kasubbag Umum dan Kepegawaian", "Kepala Sub Bagian Umum & Kepegawaian"),
        ("Ka. Subbag. Keuangan", "Kepala Subbagian Keuangan"),
        ("Kabid Pelayanan; Kasi Pelayanan", "Kepala Seksi Pelayanan"),
    ],
)
def test_short_forms_of_a_position_name_the_same_official(said: str, position: str) -> None:
    assert is_named(said, Official("", position), "Kecamatan Kemangkon")


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("Kasi Pelayanan", "Kepala Seksi Pemerintahan"),
        ("Kasubag Umum", "Kepala Seksi Umum"),
        ("", "Kepala Seksi Pelayanan"),
        (None, ""),
        ("Camat", "Sekretaris Camat"),
    ],
)
def test_another_position_is_another_official(said: str | None, position: str) -> None:
    assert not is_named(said, Official("", position), "Kecamatan Kemangkon")


def test_an_office_that_is_a_position_itself_is_not_emptied() -> None:
    assert plainly("Camat", "Camat") == "camat"


def test_an_official_promises_the_head_what_is_in_his_own_charge() -> None:
    document = of("Kasi Pelayanan")
    promises, programs = tables(document)  # type: ignore[arg-type]
    # The form of the head (PermenPANRB 53/2014), with the official's own level in place of the objectives.
    assert heads(promises)[0] == ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    assert texts(promises) == [
        ["1", "Meningkatnya kualitas pelayanan kecamatan", "1. Indeks Kepuasan Masyarakat", "84 Indeks"]
    ]  # fmt: skip
    assert texts(programs)[-1] == ["JUMLAH", "150.000.000", ""]
    assert [(one.above, one.name) for one in parties(document)] == [  # type: ignore[arg-type]
        (("Pihak Kedua,",), OFFICE.head.name),
        (("Pihak Pertama,",), SECTION.name),
        (("CAMAT KEMANGKON,",), OFFICE.head.name),
        (("KEPALA SEKSI PELAYANAN KECAMATAN KEMANGKON,",), SECTION.name),
    ]
    assert headings(document)[1] == (  # type: ignore[arg-type]
        "PERJANJIAN KINERJA TAHUN 2022\nKEPALA SEKSI PELAYANAN KECAMATAN KEMANGKON"
    )
    assert document.title == (  # type: ignore[attr-defined]
        "Perjanjian Kinerja Tahun 2022 Kepala Seksi Pelayanan Kecamatan Kemangkon "
        "Kecamatan Kemangkon"
    )  # fmt: skip


def test_who_answers_to_another_signs_with_him_and_has_the_money_of_his_work() -> None:
    document = of(SUBSECTION.name)
    promises, programs = tables(document)  # type: ignore[arg-type]
    assert heads(promises)[0][1] == "SUB KEGIATAN"
    assert texts(promises) == [
        ["1", "Sub Kegiatan Penyediaan Logistik", "1. Jumlah paket", "12 Paket"]
    ]
    assert heads(programs) == [["NO", "SUB KEGIATAN", "ANGGARAN (Rp)", "KETERANGAN"]]
    assert texts(programs) == [
        ["1", "Sub Kegiatan Penyediaan Logistik", "100.000.000", ""],
        ["JUMLAH", "100.000.000", ""],
    ]
    assert [one.name for one in parties(document)][:2] == [SECRETARY.name, SUBSECTION.name]  # type: ignore[arg-type]


def charged(**positions: str) -> object:
    """The year's plan with other officials responsible, by element."""
    return YEAR._replace(
        elements=tuple(
            e._replace(indicators=tuple(
                r._replace(responsible=positions.get(e.id)) for r in e.indicators))
            for e in YEAR.elements
        )
    )  # fmt: skip


def test_money_of_work_within_work_is_counted_once() -> None:
    plan = charged(p="Sekretaris", a="Sekretaris", s1="Sekretaris", s2="Kasubag Umum")
    promises, programs = tables(of("Sekretaris", plan=plan))  # type: ignore[arg-type]
    assert heads(promises)[0][1] == "PROGRAM / KEGIATAN / SUB KEGIATAN"
    assert [row[1] for row in texts(promises)] == [
        "Program Penunjang Urusan Pemerintahan Daerah", "Kegiatan Administrasi Umum",
        "Sub Kegiatan Penyediaan Logistik",
    ]  # fmt: skip
    assert texts(programs) == [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "150.000.000", ""],
        ["JUMLAH", "150.000.000", ""],
    ]


def test_who_answers_for_nothing_gets_a_draft_that_says_so() -> None:
    document = of("Sekretaris")
    gap = "Belum ada indikator yang penanggung jawabnya Sekretaris Kecamatan Kemangkon."
    assert gap in document.draft  # type: ignore[attr-defined]
    for format in FORMATS:
        assert printed(document, format)  # type: ignore[arg-type]


def test_all_agreements_are_one_document() -> None:
    document = of(EVERYBODY)
    names = [section.name for section in document.sections]  # type: ignore[attr-defined]
    assert names[:4] == ["Pernyataan 1", "Lampiran 1", "Pernyataan 2", "Lampiran 2"]
    signed = [one.name for one in parties(document)][1::4]  # type: ignore[arg-type]
    assert signed == [OFFICE.head.name, SECRETARY.name, SECTION.name, SUBSECTION.name]
    alone = build("perjanjian-kinerja", YEAR, choices=Choices(official=EVERYBODY))
    assert alone.draft == ("Pejabat di bawah kepala perangkat daerah belum diisi.",)


@pytest.mark.parametrize("format", FORMATS)
def test_a_revised_agreement_of_an_official_shows_what_was(format: str) -> None:
    document = of("Kasubag Umum", name="perjanjian-kinerja-perubahan", plan=revised(), before=YEAR)
    programs = tables(document)[1]  # type: ignore[arg-type]
    assert texts(programs)[0][2:4] == ["100.000.000", "120.000.000"]
    assert texts(programs)[-1][1:3] == ["100.000.000", "120.000.000"]
    found = words_of(document, format)  # type: ignore[arg-type]
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2022" in found
    assert "SEMULA" in found


def test_what_an_official_lacks_is_told_by_position() -> None:
    office = OFFICE._replace(staff=(Official("", "Kepala Seksi Pelayanan"),))
    document = build(
        "perjanjian-kinerja", YEAR, office=office, choices=Choices(official="Kasi Pelayanan")
    )
    assert document.draft == (
        "Nama Kepala Seksi Pelayanan belum diisi.", "NIP Kepala Seksi Pelayanan belum diisi.",
    )  # fmt: skip


def test_who_is_not_in_the_data_of_the_office_is_refused_by_name() -> None:
    with pytest.raises(UnknownOfficial) as refused:
        of("Kasi Trantib")
    assert "“Kasi Trantib”" in refused.value.message("id")
    assert SECTION.position in refused.value.message("id")
    assert refused.value.message("id") != refused.value.message("en")
