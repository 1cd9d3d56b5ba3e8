"""The catalogue holds exactly what the source files hold, and finds it by code."""

from __future__ import annotations

import csv
import gzip
import pathlib
import subprocess
import sys

import pytest

from renaksi.nomenclature import catalogue
from renaksi.nomenclature.catalogue import Entry, children, entry, normal_code, parent_code
from scripts import build_nomenclature

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = ROOT / "src" / "renaksi" / "nomenclature" / "data"


def kecamatan_rows() -> list[dict[str, str]]:
    with open(DATA / "nomenclature_kecamatan.csv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def kabkota_rows() -> list[dict[str, str]]:
    with gzip.open(DATA / "nomenclature_kabkota.csv.gz", "rt", encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_the_derived_files_are_what_the_script_makes_of_the_source() -> None:
    for name, content in build_nomenclature.built().items():
        assert (DATA / name).read_text(encoding="utf-8") == content, f"{name} is out of date"
    words = build_nomenclature.WORDS
    assert words.read_text(encoding="utf-8") == build_nomenclature.common_words()


def test_every_line_of_the_kecamatan_file_is_found_by_its_code() -> None:
    rows = kecamatan_rows()
    assert len(rows) == 358
    for row in rows:
        assert entry(row["code"]) == Entry(**row)  # type: ignore[arg-type]


def test_every_line_of_the_kabkota_file_is_found_by_its_code() -> None:
    rows = kabkota_rows()
    assert len(rows) == 4497
    for row in rows:
        found = entry(row["code"])
        assert found is not None
        assert found._replace(code_2digit="") == Entry(code_2digit="", **row)  # type: ignore[arg-type]


def test_an_office_has_the_template_under_its_own_field() -> None:
    found = entry("1.02.01.2.05.0002")
    assert found is not None
    assert found.code == "1.02.01.2.05.0002"
    assert found.code_2digit == "1.02.01.2.05.02"
    assert found.name == "Pengadaan Pakaian Dinas beserta Atribut Kelengkapannya"


@pytest.mark.parametrize("code", ["", "1", "7.01.99", "9.99.01", "9.99.01.2.01.0001", "X.XX.02"])
def test_a_code_that_does_not_exist_has_no_entry_and_no_children(code: str) -> None:
    assert entry(code) is None
    assert children(code) == ()


def test_parents_and_children_fit_together() -> None:
    for row in kabkota_rows():
        parent = parent_code(row["code"])
        if parent is not None:
            assert row["code"] in [child.code for child in children(parent)]


def test_the_children_of_a_field_begin_with_its_program_penunjang() -> None:
    assert [child.code for child in children("7.01")] == [f"7.01.0{n}" for n in range(1, 7)]
    assert [child.code for child in children("1.02")][:2] == ["1.02.01", "1.02.02"]
    assert [child.code for child in children("1.02.01.2.16")] == [
        f"1.02.01.2.16.000{n}" for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("7.01.01.2.01.0001", "7.01.01.2.01"),
        ("7.01.01.2.01", "7.01.01"),
        ("X.XX.01", "X.XX"),
        ("7.01", None),
    ],
)
def test_the_parent_of_a_code_is_the_code_above(code: str, parent: str | None) -> None:
    assert parent_code(code) == parent


@pytest.mark.parametrize(
    ("printed", "code", "otherwise"),
    [
        ("7.01.01.2.01.0001", "7.01.01.2.01.0001", False),
        (" 7.01.01.2.01.0001 ", "7.01.01.2.01.0001", False),
        ("7.01.01.2.01.01", "7.01.01.2.01.0001", True),
        ("7.01.01.2.01.1", "7.01.01.2.01.0001", True),
        ("1.03.02.2.01.101", "1.03.02.2.01.0101", True),
        ("7.01.01.02.01.0001", "7.01.01.2.01.0001", True),
        ("7 01 01 2.01 01", "7.01.01.2.01.0001", True),
        ("7.01.01.2.01. 0001", "7.01.01.2.01.0001", True),
        ("X XX 01 2.01 01", "X.XX.01.2.01.0001", True),
        ("x.xx.01.2.01", "X.XX.01.2.01", True),
        ("1.01.01.2.01.0001", "1.01.01.2.01.0001", False),
        ("7.01.01.2.01.", "7.01.01.2.01", True),
        ("7.01.02", "7.01.02", False),
    ],
)
def test_a_printed_code_is_read_in_any_style(printed: str, code: str, otherwise: bool) -> None:
    assert normal_code(printed) == (code, otherwise)


@pytest.mark.parametrize(
    "printed",
    ["", "7.01", "3,1", "3.1", "1.2.3", "1.250.000", "1.20.1.20.05.01", "A.1.2", "7.01.01.2",
     "0.01.02", "7.01.01.2.01.00011", "٧.01.01", "7.01.01.2.01.0001.5"],
)  # fmt: skip
def test_what_is_no_code_is_not_read_as_one(printed: str) -> None:
    assert normal_code(printed) == (None, False)


def test_a_kecamatan_needs_neither_the_other_offices_nor_the_fuzzy_matcher() -> None:
    """Both cost time that a plan without slips need not spend."""
    code = (
        "import csv, sys\n"
        "from renaksi.nomenclature import catalogue\n"
        "from renaksi.nomenclature.resolver import Named, match_name, resolve\n"
        "rows = csv.DictReader(open(sys.argv[1], encoding='utf-8'))\n"
        "found = resolve([Named(row['level'], row['name']) for row in rows],\n"
        "                organisation='Kecamatan Kemangkon')\n"
        "assert all(found)\n"
        "assert match_name('Tersedianya Jamuan rapat') is None\n"
        "assert catalogue.whole.cache_info().currsize == 0\n"
        "assert 'rapidfuzz' not in sys.modules\n"
    )
    elements = pathlib.Path(__file__).with_name("kemangkon_elements.csv")
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(elements)],
        check=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )


def test_both_parts_number_their_lines_alike() -> None:
    small, whole = catalogue.kecamatan(), catalogue.whole()
    assert whole.codes[: len(small.codes)] == small.codes
