"""Every element of the one real plan finds its official line.

`kemangkon_elements.csv` holds the 6 programs, 12 activities and 27 sub-activities of
Kecamatan Kemangkon's plan of 2022 as it prints them, in its order, each with its code as
read by eye. All of them stand in the newest edition, though words drift from it.
"""

from __future__ import annotations

import csv
import pathlib
from collections import Counter

import pytest

from renaksi.nomenclature.catalogue import entry, level_of
from renaksi.nomenclature.resolver import Named, match_name, resolve

with open(
    pathlib.Path(__file__).with_name("kemangkon_elements.csv"), encoding="utf-8", newline=""
) as lines:
    ELEMENTS = list(csv.DictReader(lines))


def placed(with_labels: bool = True) -> list[Named]:
    """The elements with the element above each by position, wrong where the paper misleads."""
    above: dict[str, int] = {}
    named = []
    for index, row in enumerate(ELEMENTS):
        level = row["level"]
        parent = above.get({"activity": "program", "subactivity": "activity"}.get(level, ""))
        above[level] = index
        if with_labels:
            named.append(Named(level, row["name"], None, parent))  # type: ignore[arg-type]
        else:
            words = ("Sub ", "Kegiatan ", "Program ")
            name = row["name"]
            for word in words:
                name = name.removeprefix(word)
            named.append(Named(None, name, None, parent))
    return named


def codes(plan: list[Named], organisation: str | None, **known: str) -> list[str | None]:
    return [
        match.code if match else None
        for match in resolve(plan, organisation=organisation, **known)  # type: ignore[arg-type]
    ]


EXPECTED = [row["code"] for row in ELEMENTS]


def test_the_list_holds_the_whole_plan() -> None:
    assert Counter(row["level"] for row in ELEMENTS) == {
        "program": 6, "activity": 12, "subactivity": 27,
    }  # fmt: skip
    for row in ELEMENTS:
        assert entry(row["code"]) is not None
        assert level_of(row["code"]) == row["level"]


@pytest.mark.parametrize("organisation", ["Kecamatan Kemangkon", "KECAMATAN KEMANGKON", None])
def test_every_element_is_resolved(organisation: str | None) -> None:
    assert codes(placed(), organisation) == EXPECTED


def test_every_element_is_resolved_without_label_words() -> None:
    assert codes(placed(with_labels=False), "Kecamatan Kemangkon") == EXPECTED


def test_every_element_is_resolved_without_positions() -> None:
    plan = [item._replace(parent=None) for item in placed()]
    assert codes(plan, "Kecamatan Kemangkon") == EXPECTED


def test_every_element_is_surely_matched() -> None:
    matches = resolve(placed(), organisation="Kecamatan Kemangkon")
    assert [match.score for match in matches if match] == [1.0] * 45
    assert {match.basis for match in matches if match} == {"nomenclature"}


def test_in_aceh_the_same_names_have_acehs_codes() -> None:
    found = dict(
        zip(EXPECTED, codes(placed(), "Kecamatan Kemangkon", region="11.01.01"), strict=True)
    )
    changed = {old: new for old, new in found.items() if old != new}
    assert changed == {
        "7.01.04.2.01": "7.01.04.7.03",
        "7.01.04.2.01.0001": "7.01.04.7.03.0001",
        "7.01.04.2.01.0002": "7.01.04.7.03.0002",
    }


def test_the_shorter_heading_of_a_program_is_the_program() -> None:
    match = match_name("Program Penunjang Urusan Pemerintahan Daerah", "program", field="7.01")
    assert match is not None
    assert match.code == "7.01.01"
    assert match.score >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "Meningkatnya kualitas Pelayanan Publik di Kecamatan",
        "Indeks Kepuasan Masyarakat (IKM) Kecamatan",
        "Nilai SAKIP Kecamatan Kemangkon",
        "Prosentase Pengelolaan Administrasi Aset milik daerah sesuai ketentuan",
        "Persentase Pemeliharaan barang milik daerah",
        "Tersusunnya Dokumen Renja",
        "Jumlah Barang Milik Daerah yang dikelola",
        "Tersedianya Jasa komunikasi, sumber daya air dan listrik",
        "Terpeliharanya peralatan dan mesin lainnya",
        "Jasa pelayanan umum kantor (honor THL, Kebersihan, Cleaning service, Operator Komputer",
        "Jumlah Laporan pelaksanaan urusan pemerintahan yang terkait dengan non perizinan",
        "Cakupan desa yang melaksanakan tertib administrasi Kecamatan Kemangkon",
        "Jumlah Rekomendasi pengangkatan dan pemberhentian perangkat desa",
        "URAIAN", "TARGET", "TW I 25% TW II 50% TW III 75% TW IV 100%", "PROGRAM", "SASARAN", "-",
    ],
)  # fmt: skip
def test_what_the_plan_prints_beside_its_elements_is_none(text: str) -> None:
    assert match_name(text) is None
    assert match_name(text, field="7.01") is None
