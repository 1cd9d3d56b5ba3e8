"""`renaksi measure`: achievement in text and JSON, with the reasons where they are asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renaksi import plan_json
from renaksi.model import Plan
from tests.renaksi.checks.clean_plan import CLEAN, element, indicator, plan, targets
from tests.renaksi.cli.conftest import Run

# Two quarters reported: 1 + 2 of 2 + 4 laporan, IKM only at the year's end, one row lost.
REPORTED = plan(
    element("g", "goal", "Tujuan", indicator("IKM", "Indeks", "-", "-", "-", "86")),
    element(
        "o",
        "objective",
        "Sasaran",
        indicator("Nilai SAKIP", "Nilai", "40", "60", "70", "80", actuals=targets("40", "45")),
        parent="g",
    ),
    element(
        "p",
        "program",
        "Program Pelayanan",
        indicator("Laporan", "Laporan", *"2433", accumulation="sum", actuals=targets("1", "2")),
        indicator("Belum dilaporkan", "Persen", "25", "50", "75", "100"),
        indicator("Hilang", "Persen"),
        parent="o",
    ),
)


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    return saved(tmp_path / "realisasi.json", REPORTED)


def saved(path: Path, *plans: Plan) -> Path:
    text = (
        plan_json.dumps_many([(plan, ()) for plan in plans])
        if len(plans) > 1
        else plan_json.dumps(plans[0])
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_every_element_and_indicator_has_its_numbers(renaksi: Run, reported: Path) -> None:
    told = [" ".join(line.split()) for line in renaksi("measure", reported).lines]
    assert told[1] == (
        "Capaian s.d. TW II; kolom Tahun terhadap target tahun;"
        " kategori menurut Permendagri 86/2017."
    )
    assert told[3:] == [
        "Target Realisasi Capaian Kategori Tahun",
        "1. Tujuan",
        "di bawahnya 75% Sedang (1 dari 1)",
        "• 1. IKM tidak dijadwalkan",
        "1. Sasaran",
        "indikatornya 75% Sedang (1 dari 1) di bawahnya 50% Sangat Rendah (1 dari 1)",
        "• 1. Nilai SAKIP 60 45 75% Sedang 56,25%",
        "1. Program Pelayanan",
        "indikatornya 50% Sangat Rendah (1 dari 3)",
        "• 1. Laporan 6 3 50% Sangat Rendah 25%",
        "• 1. Belum dilaporkan 50 belum dilaporkan",
        "• 1. Hilang tanpa target",
        "",
        "Rata-rata capaian semua indikator tiap tingkat:",
        "sasaran 75% Sedang (1 dari 1)",
        "program 50% Sangat Rendah (1 dari 3)",
        "Perangkat daerah 75% Sedang (1 dari 1)",
    ]


def test_the_quarter_is_chosen(renaksi: Run, reported: Path) -> None:
    told = " ".join(renaksi("measure", "--quarter", "1", reported).out.split())
    assert "Capaian s.d. TW I;" in told
    assert "• 1. Nilai SAKIP 40 40 100% Sangat Tinggi 50%" in told


def test_numbers_explain_themselves_where_asked(renaksi: Run, reported: Path) -> None:
    told = " ".join(renaksi("measure", "--explain", reported).out.split())
    assert (
        "Capaian terhadap target s.d. TW II: 50% = 3 ÷ 6 × 100 (makin tinggi makin baik)." in told
    )
    assert "T: jumlah target; R: jumlah realisasi." in told
    assert "75% = rata-rata" in told
    assert "÷" not in renaksi("measure", reported).out


def test_a_narrow_terminal_names_each_number(
    renaksi: Run, reported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    outcome = renaksi("measure", "--explain", reported)
    assert all(len(line) <= 60 for line in outcome.lines)
    assert "Target 60 Realisasi 45 Capaian 75% Kategori Sedang" in " ".join(outcome.out.split())


def test_english_has_its_own_numbers_and_words(renaksi: Run, reported: Path) -> None:
    told = " ".join(renaksi("measure", "--lang", "en", reported).out.split())
    assert "Achievement to Q2;" in told
    assert "• 1. Nilai SAKIP 60 45 75% medium 56.25%" in told
    assert "• 1. Belum dilaporkan 50 awaited" in told


def test_a_plan_without_actuals_says_so_and_has_its_states(renaksi: Run, tmp_path: Path) -> None:
    path = saved(tmp_path / "rencana.json", CLEAN)
    told = renaksi("measure", path)
    sentence = "Rencana ini tidak memuat realisasi, jadi belum ada capaian yang dapat dihitung."
    assert sentence in told.out
    assert told.code == 0
    assert told.out.count("belum dilaporkan") == 9
    document = json.loads(renaksi("measure", "--format", "json", path).out)
    assert document["quarter"] == 4
    assert {found["to_date"]["state"] for found in document["indicators"]} == {"awaited"}


def test_machines_get_the_measurement(renaksi: Run, reported: Path) -> None:
    document = json.loads(renaksi("measure", "--format", "json", reported).out)
    assert (document["schema"], document["quarter"]) == ("renaksi/measurement/1", 2)
    span = document["indicators"][1]["to_date"]
    assert (span["state"], span["target"], span["actual"], span["raw"], span["band"]) == (
        "measured",
        "60",
        "45",
        "75",
        "sedang",
    )
    assert document["organisation"]["counted"] == 1


def test_several_plans_give_several_measurements(renaksi: Run, tmp_path: Path) -> None:
    path = saved(tmp_path / "dua.json", REPORTED, CLEAN)
    document = json.loads(renaksi("measure", "--format", "json", path).out)
    assert document["schema"] == "renaksi/measurements/1"
    assert [found["quarter"] for found in document["measurements"]] == [2, 4]
    assert renaksi("measure", path).out.count("Rata-rata capaian semua indikator") == 2


def test_a_terminal_sees_bands_in_colour(terminal: Run, reported: Path) -> None:
    told = terminal("measure", reported).out
    assert "\x1b[33mKategori Sedang\x1b[0m" in told or "\x1b[33mSedang\x1b[0m" in told
    assert "Sangat Rendah\x1b[0m" in told
