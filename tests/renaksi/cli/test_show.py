"""The cascade as a tree: what someone with the paper in front of them looks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renaksi import plan_json
from renaksi.model import Cell, Plan
from renaksi.quantity import parse
from tests.renaksi.checks.clean_plan import CLEAN, element, indicator, plan, targets
from tests.renaksi.cli.conftest import Run

TREE = """\
RENCANA AKSI TAHUN 2022 · Kecamatan Kemangkon (33.03.01)

                                                           TW I   TW II   TW III   TW IV   Satuan
1. Tujuan Meningkatnya kualitas pelayanan publik di kecamatan
│  • 1. Indeks Kepuasan Masyarakat                            -       -        -      86   Indeks
└─ 1. Sasaran Meningkatnya kualitas pelayanan kecamatan
   │  • 1. Nilai SAKIP Kecamatan                              -       -        -      75   Nilai
   └─ 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik 7.01.02
      │  • 1. Persentase layanan yang selesai tepat waktu    80      80       85      90   Persen
      └─ 1. Kegiatan Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat 7.01.02.2.04
         │  • 1. Persentase urusan yang dilaksanakan          0      50        ·!    100   Persen
         └─ 1. Sub Kegiatan Pelaksanaan Urusan Pemerintahan yang terkait dengan Nonperizinan
               7.01.02.2.04.0002
               • 1. Jumlah laporan pelaksanaan                5       4        5       6   Laporan
                 nonperizinan

1 tujuan, 1 sasaran, 1 program, 1 kegiatan, 1 sub kegiatan; 5 indikator; 13 target triwulan berupa
angka.
· kosong; - tidak dijadwalkan; ! diragukan saat dibaca (lihat `renaksi check`)
Seluruh 107 kata dokumen termuat dalam rencana ini.
"""

NARROW = """\
1. Tujuan Meningkatnya kualitas pelayanan publik di
│ kecamatan
│ • 1. Indeks Kepuasan Masyarakat (Indeks)
│   TW I   -  TW II   -  TW III   -  TW IV  86
└ 1. Sasaran Meningkatnya kualitas pelayanan kecamatan
  │ • 1. Nilai SAKIP Kecamatan (Nilai)
  │   TW I   -  TW II   -  TW III   -  TW IV  75
"""


def saved(folder: Path, plan: Plan) -> Path:
    path = folder / "rencana.json"
    path.write_text(plan_json.dumps(plan), encoding="utf-8")
    return path


def test_the_tree_of_a_paper(renaksi: Run, paper: Path) -> None:
    assert renaksi("show", paper).out == TREE


def test_a_narrow_terminal_has_the_quarters_under_the_names(
    renaksi: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    told = renaksi("show", paper).out
    assert NARROW in told
    assert all(len(line) <= 60 for line in told.splitlines())
    assert "TW I   0  TW II  50  TW III   ·! TW IV 100" in re.sub(" +TW IV", " TW IV", told)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_the_screen(
    renaksi: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    told = renaksi("show", Path("examples/kemangkon-2022.txt"))
    assert max(map(len, told.lines)) <= width


def test_the_tree_speaks_english(renaksi: Run, paper: Path) -> None:
    told = renaksi("show", "--lang", "en", paper).out
    assert "Q1" in told
    assert "· empty; - not scheduled; ! in doubt while reading" in told
    assert "13 numeric quarterly targets" in " ".join(told.split())


def test_levels_are_named_where_the_paper_does_not(renaksi: Run, tmp_path: Path) -> None:
    bare = plan(element("g", "goal", "Meningkatnya pelayanan", number=None))
    assert renaksi("show", saved(tmp_path, bare)).lines[3] == "Tujuan: Meningkatnya pelayanan"
    numbered = plan(element("s", "subactivity", "Penyediaan logistik"))
    told = renaksi("show", saved(tmp_path, numbered)).lines[3]
    assert told == "Sub kegiatan 1. Penyediaan logistik"


def test_what_is_lost_is_said(renaksi: Run, tmp_path: Path) -> None:
    lost = plan(element("p", "program", None, indicator(None, None, "5", None, "-", "0")))
    told = renaksi("show", saved(tmp_path, lost)).lines
    assert told[3] == "Program 1. (nama kosong)"
    assert re.fullmatch(r" +• 1\. \(teks indikator kosong\) +5 +· +- +0 +·", told[4])


def test_the_year_and_actuals_have_their_place(renaksi: Run, tmp_path: Path) -> None:
    row = indicator("Indeks", "Nilai", "1", "2", "3", "4", actuals=targets("1", "0"))
    row = row._replace(targets={**row.targets, "year": Cell("set", parse("4").value, "4")})
    told = renaksi("show", saved(tmp_path, plan(element("g", "goal", "Tujuan", row)))).lines
    assert told[2].split() == ["TW", "I", "TW", "II", "TW", "III", "TW", "IV", "Tahun", "Satuan"]
    assert told[4].split() == ["•", "1.", "Indeks", "1", "2", "3", "4", "4", "Nilai"]
    assert told[5].split() == ["realisasi", "1", "0", "·", "·", "·"]
    assert all(told[4].index(sign) for sign in "1234")


def test_cells_without_a_column_are_told_in_words(renaksi: Run, tmp_path: Path) -> None:
    cells = {
        "m3": Cell("set", parse("7").value, "7"),
        "y2023": Cell("not_scheduled", None, "-"),
        "m4": Cell("missing"),
        "medium_term": Cell("text", None, "WTP"),
    }
    row = indicator("Opini", None)._replace(targets=cells)
    money = {"year": Cell("set", parse("1.250.000").value, "Rp 1.250.000")}
    found = plan(element("g", "goal", "Tujuan", row, budget=money))
    told = renaksi("show", saved(tmp_path, found)).out
    assert "Target:  Maret 7  2023 -  Akhir Renstra WTP" in told
    assert "Pagu:  Tahun Rp 1.250.000" in told
    assert "April" not in told


def test_a_long_plan_names_the_columns_again(renaksi: Run) -> None:
    told = renaksi("show", Path("examples/kemangkon-2022.txt")).out
    assert told.count("TW IV   Satuan") == 4


def test_a_terminal_sees_codes_dimmed_and_doubts_coloured(terminal: Run, paper: Path) -> None:
    told = terminal("show", paper).out
    assert "\x1b[2m7.01.02\x1b[0m" in told
    assert "\x1b[33mTW III   ·!\x1b[0m" in told


def test_what_is_not_in_the_plan_is_told(renaksi: Run, tmp_path: Path) -> None:
    from renaksi.model import Coverage, Place

    rest = tuple((f"sisa {number}", Place(line=number)) for number in range(1, 8))
    partly = CLEAN._replace(coverage=Coverage(100, 86, rest))
    told = renaksi("show", saved(tmp_path, partly)).lines
    assert "86 dari 100 kata dokumen termuat dalam rencana ini." in told
    assert "Tidak termuat, baris 1: “sisa 1”" in told
    assert told[-1] == "… dan 2 bagian lain."


def test_several_plans_stand_apart(renaksi: Run, tmp_path: Path) -> None:
    path = tmp_path / "dua.json"
    path.write_text(plan_json.dumps_many([(CLEAN, ()), (CLEAN, ())]), encoding="utf-8")
    told = renaksi("show", path, path).out
    assert told.count("RENCANA AKSI TAHUN 2022") == 4
    assert told.count("\n\nRENCANA AKSI TAHUN 2022") == 3
