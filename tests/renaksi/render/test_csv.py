"""The table of separated values: complete, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.diagnostics import Diagnostic, Language
from renaksi.model import Cell, Plan
from renaksi.render.csv import harmless, harmless_cell, render
from tests.renaksi.checks.clean_plan import CLEAN, element, indicator, plan, targets
from tests.renaksi.strategies import RULES

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def table(*plans: Plan, lang: Language = "id") -> list[dict[str, str]]:
    text = render([(plan, ()) for plan in plans], lang).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";,"[lang == "en"]))


def test_an_indicator_is_a_row() -> None:
    rows = table(CLEAN)
    assert len(rows) == 9
    assert rows[4] == {
        "Perangkat daerah": "Kecamatan Kemangkon",
        "Tahun": "2022",
        "Tingkat": "Sub kegiatan",
        "Kode": "7.01.01.2.06.0004",
        "Nomor": "1",
        "Uraian": "Sub Kegiatan Penyediaan Bahan Logistik Kantor",
        "ID": "s1",
        "ID induk": "a1",
        "Nomor indikator": "1",
        "Indikator kinerja": "Jumlah paket bahan logistik kantor yang disediakan",
        "Satuan": "Paket",
        "Arah": "makin tinggi makin baik",
        "Akumulasi": "penjumlahan",
        "Target TW I": "2",
        "Target TW II": "4",
        "Target TW III": "3",
        "Target TW IV": "5",
        "Letak di dokumen": "baris 5",
        "Temuan": "",
    }


def test_what_the_paper_says_stays_as_it_is_written() -> None:
    row = indicator("Nilai", None, "3,1", "-", None, "25%", actuals=targets("1.250", "0"))
    (found,) = table(plan(element("g", "goal", "Tujuan", row)))
    cells = [found[f"Target TW {quarter}"] for quarter in ("I", "II", "III", "IV")]
    assert cells == ["3,1", "-", "", "25%"]
    assert (found["Realisasi TW I"], found["Realisasi TW II"]) == ("1.250", "0")


def test_an_element_without_indicators_is_not_lost() -> None:
    (found,) = table(plan(element("g", "goal", "Tujuan")))
    assert (found["Uraian"], found["Indikator kinerja"], found["Arah"]) == ("Tujuan", "", "")


def test_money_stands_once_and_other_columns_follow() -> None:
    money = {"year": Cell("set", Decimal(1_250_000), "Rp 1.250.000")}
    one = indicator("Satu", None)._replace(targets={"m2": Cell("set", Decimal(1), "1")})
    two = indicator("Dua", None)._replace(targets={"y2024": Cell("set", Decimal(2), "2")})
    first, second = table(plan(element("p", "program", "Program", one, two, budget=money)))
    assert (first["Pagu Tahun"], second["Pagu Tahun"]) == ("Rp 1.250.000", "")
    assert (first["Target Februari"], second["Target 2024"]) == ("1", "2")


def test_findings_stand_with_their_row() -> None:
    rule = next(iter(RULES.values()))
    findings = (
        Diagnostic(rule, {"what": "x"}, "s1", 0, "q1"),
        Diagnostic(rule, {"what": "y"}, "s1", 0, "q2"),
        Diagnostic(rule, {"what": "z"}, "a1"),
    )
    text = render([(CLEAN, findings)]).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert {row["ID"]: row["Temuan"] for row in rows if row["Temuan"]} == {
        "s1": rule.code,
        "a1": rule.code,
    }


def test_a_spreadsheet_is_told_its_encoding_and_finds_its_separator() -> None:
    indonesian, english = render([(CLEAN, ())], "id"), render([(CLEAN, ())], "en")
    assert indonesian.startswith("\ufeffPerangkat daerah;Tahun;Tingkat;".encode())
    assert english.startswith("\ufeffOrganisation,Year,Level,".encode())
    assert indonesian.count(b"\r\n") == 10


def test_several_plans_are_one_table() -> None:
    other = CLEAN._replace(year=2023)
    assert {row["Tahun"] for row in table(CLEAN, other)} == {"2022", "2023"}


@pytest.mark.parametrize("sign", DANGEROUS)
def test_a_text_that_could_start_a_formula_is_text(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert harmless(f"  {sign}1+1") == f"'  {sign}1+1"
    assert harmless(f"1{sign}1") == f"1{sign}1"


def test_no_text_steers_the_terminal_that_shows_the_table() -> None:
    assert harmless("Merah \x1b[31m\x9b") == "Merah \ufffd[31m\ufffd"
    assert harmless("dua\nbaris") == "dua\nbaris"


@pytest.mark.parametrize("text", ["-5", "-3,1", "-1.250,75", "-25%", "0", "187"])
def test_a_number_stays_a_number(text: str) -> None:
    assert harmless_cell(Cell("set", Decimal(0), text), "id") == text


@pytest.mark.parametrize(
    "cell",
    [
        Cell("text", None, "-5 sampai 3"),
        Cell("text", None, "=1+1"),
        Cell("set", Decimal(5), "+5"),
        Cell("set", Decimal(-5), "-5+cmd|' /C calc'!A0"),
        Cell("set", Decimal(5), "@5"),
    ],
)
def test_a_cell_that_is_no_bare_number_is_text(cell: Cell) -> None:
    assert harmless_cell(cell, "id") == f"'{cell.text}"


@pytest.mark.parametrize("dash", ["-", "–", "---"])
def test_a_dash_stays_a_dash(dash: str) -> None:
    assert harmless_cell(Cell("not_scheduled", None, dash), "id") == dash


def test_a_value_without_text_is_written_in_the_users_way() -> None:
    assert harmless_cell(Cell("set", Decimal("1250.5")), "id") == "1.250,5"
    assert harmless_cell(Cell("set", Decimal("-1250.5")), "en") == "-1,250.5"


@given(st.text())
def test_no_text_of_a_document_starts_a_formula(text: str) -> None:
    row = indicator(text, text, text, number=text)
    (found,) = table(plan(element(text, "goal", text, row, number=text)))
    for name, value in found.items():
        if not name.startswith("Target"):
            assert not value.lstrip(" \u00a0").startswith(DANGEROUS), name
    assert found["Uraian"] == harmless(text)
    assert len(found["Uraian"].removeprefix("'")) == len(text.removeprefix("'"))
