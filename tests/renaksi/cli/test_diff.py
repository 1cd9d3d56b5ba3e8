"""`renaksi diff`: text for a person, a line for each difference in a pipe, JSON for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.renaksi.cli.conftest import Run
from tests.renaksi.cli.documents import PAPER, WHOLE

LATER = WHOLE.replace("80 | 80 | 85 | 90", "80 | 85 | 85 | 90").replace(
    "| 1. Nilai SAKIP Kecamatan", "| 1. Nilai Akuntabilitas (SAKIP) Kecamatan"
)


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "awal.txt", tmp_path / "perubahan.txt"]
    for file, text in zip(files, (WHOLE, LATER), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_each_difference_is_a_line_that_names_its_place(renaksi: Run, two: list[Path]) -> None:
    done = renaksi("diff", *two)
    assert done.code == 0
    differences = [line.partition(": ~ ") for line in done.lines if ": ~ " in line]
    assert [(Path(where).name, what) for where, _, what in differences] == [
        (
            "perubahan.txt:7:2",
            "indikator “Nilai Akuntabilitas (SAKIP) Kecamatan”: nama: “Nilai SAKIP Kecamatan”"
            " → “Nilai Akuntabilitas (SAKIP) Kecamatan”",
        ),
        (
            "perubahan.txt:8:2",
            "indikator “Persentase layanan yang selesai tepat waktu”: target TW II: 80 → 85",
        ),
    ]
    assert done.lines[-1] == "5 indikator: 3 sama, 2 berubah, 0 baru, 0 dihapus."


def test_a_terminal_gathers_differences_under_their_element(terminal: Run, two: list[Path]) -> None:
    done = terminal("diff", *two, "--lang", "en")
    at = done.lines.index(
        "\x1b[33m~ 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik\x1b[0m"
    )
    assert done.lines[at + 2].strip() == "target Q2: 80 → 85"


def test_a_plan_beside_itself_is_the_same(renaksi: Run, two: list[Path]) -> None:
    done = renaksi("diff", two[0], two[0], "--lang", "en")
    assert "The two plans are the same." in done.lines


def test_json_holds_both_sides(renaksi: Run, two: list[Path]) -> None:
    told = json.loads(renaksi("diff", *two, "--format", "json").out)
    assert told["schema"] == "renaksi/comparison/1"
    assert not told["same"]
    (change,) = told["elements"][2]["indicators"][0]["changes"]
    assert (change["field"], change["a"]["value"], change["b"]["value"]) == (
        "targets.q2",
        "80",
        "85",
    )


def test_the_greater_exit_code_counts(renaksi: Run, two: list[Path], tmp_path: Path) -> None:
    lost = tmp_path / "hilang.txt"
    lost.write_text(PAPER, encoding="utf-8")
    assert renaksi("diff", two[0], lost).code == 1
    gone = renaksi("diff", two[0], tmp_path / "tidak-ada.txt")
    assert (gone.code, gone.out) == (2, "")
    assert "tidak-ada.txt: berkas tidak ditemukan" in gone.err


def test_standard_input_cannot_be_both(renaksi: Run) -> None:
    done = renaksi("diff", "-", "-", "--lang", "en")
    assert done.code == 2
    assert "read only once" in done.err


def test_files_of_several_offices_are_compared_office_by_office(
    renaksi: Run, two: list[Path], tmp_path: Path
) -> None:
    def many(*names: str) -> Path:
        plans = []
        for name in names:
            plan = json.loads(renaksi("convert", two[0], "--to", "json").out)
            plans.append(plan | {"organisation": {"name": name, "code": None}})
        path = tmp_path / f"{'-'.join(names)}.json"
        path.write_text(json.dumps({"schema": "renaksi/plans/1", "plans": plans}), "utf-8")
        return path

    told = json.loads(
        renaksi(
            "diff", many("Dinas A", "Dinas B"), many("Dinas B", "Dinas A"), "--format", "json"
        ).out
    )
    names = [
        (c["a"]["organisation"]["name"], c["b"]["organisation"]["name"])
        for c in told["comparisons"]
    ]
    assert names == [("Dinas A", "Dinas A"), ("Dinas B", "Dinas B")]
    refused = renaksi("diff", many("Dinas A", "Dinas B"), many("Dinas C"))
    assert (refused.code, "kantor yang sama" in refused.err) == (2, True)
