"""A region is found by its name, and a shared name only where its surroundings are known."""

from __future__ import annotations

import csv
import pathlib

import pytest

from renaksi.nomenclature import regions
from renaksi.nomenclature.regions import Region, candidates, find

DATA = pathlib.Path(regions.__file__).parent / "data"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kecamatan Kemangkon", "33.03.01"),
        ("KECAMATAN KEMANGKON", "33.03.01"),
        ("Kec. Kemangkon", "33.03.01"),
        ("Kantor Camat Kemangkon", "33.03.01"),
        ("Kemangkon", "33.03.01"),
        ("Kabupaten Purbalingga", "33.03"),
        ("Kab. Purbalingga", "33.03"),
        ("Pemerintah Kabupaten Purbalingga", "33.03"),
        ("Pemerintah Daerah Kabupaten Purbalingga", "33.03"),
        ("Kota Bogor", "32.71"),
        ("Kota Tanjungpinang", "21.72"),
        ("Kota Jakarta Pusat", "31.71"),
        ("Provinsi Jawa Tengah", "33"),
        ("Jawa Tengah", "33"),
        ("DI Yogyakarta", "34"),
        ("Provinsi DKI Jakarta", "31"),
        ("NTB", "52"),
        ("Distrik Kaureh", "91.03.11"),
        ("Kecamatan Kota Kudus", "33.19.02"),
        ("Kota Kudus", "33.19.02"),
        ("Kecamatan 2 x 11 Kayu Tanam", "13.05.15"),
        ("Kecamatan Sa’dan", "73.26.06"),
        ("Kecamatan Kemangkon Kabupaten Purbalingga", "33.03.01"),
        ("Kecamatan Karanganyar, Kab. Purbalingga, Provinsi Jawa Tengah", "33.03.11"),
    ],
)
def test_a_region_is_found_by_its_name(name: str, code: str) -> None:
    region = find(name)
    assert region is not None
    assert region.code == code


def test_a_region_knows_its_name_kind_and_parent() -> None:
    region = find("Kecamatan Kemangkon")
    assert region == Region("33.03.01", "Kemangkon", "district")
    assert region is not None
    assert region.parent == "33.03"
    assert Region("33.03", "PURBALINGGA", "regency").parent == "33"
    assert Region("33", "JAWA TENGAH", "province").parent is None


@pytest.mark.parametrize(
    "name",
    ["", " ", "-", "Kecamatan", "Kota", "Kecamatan Tidak Ada", "Dinas Pendidikan",
     "Kabupaten Kemangkon", "Kecamatan Kemangkon Kabupaten Banyumas", ",", "33.03.01", "Kecamatan Name"],
)  # fmt: skip
def test_what_is_no_region_is_not_found(name: str) -> None:
    assert candidates(name) == ()
    assert find(name) is None


@pytest.mark.parametrize(
    ("name", "count"),
    [("Kecamatan Karanganyar", 6), ("Purbalingga", 2), ("Bogor", 2), ("Kecamatan Wonosari", 5)],
)
def test_a_shared_name_is_left_open(name: str, count: int) -> None:
    assert find(name) is None
    assert len(candidates(name)) == count


@pytest.mark.parametrize(
    "within", ["33.03", "Kabupaten Purbalingga", "Purbalingga", Region("33.03", "", "regency")]
)
def test_the_region_around_decides_between_shared_names(within: str | Region) -> None:
    region = find("Kecamatan Karanganyar", within)
    assert region is not None
    assert region.code == "33.03.11"


def test_a_shared_name_stays_open_within_too_wide_a_region() -> None:
    assert find("Kecamatan Karanganyar", "Jawa Tengah") is None
    assert {region.code for region in candidates("Kecamatan Karanganyar", "33")} > {"33.03.11"}


def test_nothing_is_found_within_a_region_that_does_not_exist() -> None:
    assert candidates("Kecamatan Kemangkon", "Kabupaten Tidak Ada") == ()


def test_every_district_is_found_within_its_regency() -> None:
    with open(DATA / "region_districts.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 7277
    for row in rows[::7]:
        assert find(f"Kecamatan {row['name']}", row["regency_code"]) == Region(
            row["code"], row["name"], "district"
        )


def test_every_regency_city_and_province_is_found() -> None:
    for file, count in (("regencies", 514), ("provinces", 38)):
        with open(DATA / f"region_{file}.csv", encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert len(rows) == count
        for row in rows:
            region = find(row["name"] if file == "regencies" else f"Provinsi {row['name']}")
            assert region is not None
            assert region.code == row["code"]


def test_many_look_ups_find_what_few_find() -> None:
    names = ["Kemangkon", "Kota", "Serbajadi", "Purbalingga", "Tidak Ada", "Wara"]
    listed = regions._List("districts")
    first = [listed.lines(name.casefold()) for name in names]
    for _ in range(40):  # until its index is made
        listed.lines("kemangkon")
    assert [listed.lines(name.casefold()) for name in names] == first
    assert [len(lines) > 0 for lines in first] == [True, True, True, True, False, True]
