"""The measurement's JSON and its explanations, in both languages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.measure import RULES_VERSION, Settings, explain, measure, measurement_to_json
from renaksi.model import Element, Indicator, Plan
from tests.renaksi.strategies import examples, measurable_plans
from tests.renaksi.test_measurement_cases import GRADES, OPINION, indicator


def document(row: Indicator, quarter: int | None = None, lang: Any = "id") -> Any:
    plan = Plan((Element("s1", "objective", "x", indicators=(row,)),))
    return measurement_to_json(measure(plan, quarter), lang)


def span(row: Indicator, key: str, quarter: int = 4, lang: Any = "id") -> Any:
    return document(row, quarter, lang)["indicators"][0][key]


def test_the_shape_is_that_of_the_specification() -> None:
    found = document(indicator("25 50 75 100", "20 ? 70"))
    assert {key: found[key] for key in ("schema", "quarter")} == {
        "schema": "renaksi/measurement/1",
        "quarter": 3,
    }
    assert found["rules"]
    row = found["indicators"][0]
    assert (row["element"], row["index"]) == ("s1", 0)
    assert row["q1"] == {
        "state": "measured",
        "target": "25",
        "actual": "20",
        "raw": "80",
        "capped": "80",
        "band": "tinggi",
        "formula": "R / T × 100",
        "explanation": "Capaian TW I: 80% = 20 ÷ 25 × 100 (makin tinggi makin baik). "
        "Kategori Tinggi (Permendagri 86/2017).",
    }
    assert row["year"]["missing"] == ["q4"]
    assert "missing" not in row["to_date"]
    (element,) = found["elements"]
    assert element["element"] == "s1"
    assert element["children"] is None
    assert (
        element["own"].items()
        >= {
            "value": "93.333333333333",
            "counted": 1,
            "of": 1,
            "band": "sangat_tinggi",
        }.items()
    )
    assert found["organisation"] == found["levels"]["objective"] == element["own"]
    assert found["levels"]["goal"].items() >= {"value": None, "counted": 0, "of": 0}.items()


@pytest.mark.parametrize(
    ("actual", "raw"), [("5", "83.333333333333"), ("4.5", "75"), ("0.001", "0.016666666667")]
)
def test_numbers_are_exact_decimal_strings(actual: str, raw: str) -> None:
    assert span(indicator("6", actual), "q1")["raw"] == raw


@pytest.mark.parametrize(
    ("targets", "actuals", "key", "shown"),
    [
        ("10", "?", "q1", ("awaited", "10", None)),
        ("10", "baik", "q1", ("awaited", "10", None)),
        ("-", "5", "q1", ("without_target", None, "5")),
        ("-", "baik", "q1", ("without_target", None, "baik")),
        ("WTP", "WDP", "q1", ("undefined", "WTP", "WDP")),
        ("WTP", "?", "q1", ("awaited", "WTP", None)),
        ("? ? ? ? WTP", "5", "year", ("undefined", "WTP", "5")),
        ("? ? ? ? WTP", "?", "year", ("awaited", "WTP", None)),
        ("-", "-", "q1", ("not_scheduled", None, None)),
    ],
)
def test_what_was_planned_and_reported_is_shown(
    targets: str, actuals: str, key: str, shown: tuple[str | None, ...]
) -> None:
    found = span(indicator(targets, actuals), key)
    assert (found["state"], found["target"], found["actual"]) == shown


def test_ranks_are_shown_as_the_words_they_stand_for() -> None:
    row = indicator("WTP - - WTP", "WDP ? ? WTP", **OPINION)
    q1, to_date = span(row, "q1"), span(row, "to_date")
    assert (q1["target"], q1["actual"], q1["raw"]) == ("WTP", "WDP", "75")
    assert (to_date["target"], to_date["actual"], to_date["raw"]) == ("WTP", "WTP", "100")
    mean = span(row._replace(accumulation="average"), "to_date")
    assert (mean["target"], mean["actual"]) == ("4", "3.5")


EXPLANATIONS = [
    (
        indicator("6", "5"), "q1",
        "Capaian TW I: 83,33% = 5 ÷ 6 × 100 (makin tinggi makin baik). "
        "Kategori Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 83.33% = 5 ÷ 6 × 100 (higher is better). "
        "Band: high (Permendagri 86/2017).",
    ),
    (
        indicator("1000", "1250.75"), "q1",
        "Capaian TW I: 125,08% = 1.250,75 ÷ 1.000 × 100 (makin tinggi makin baik). "
        "Setelah batas: 100%. Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 125.08% = 1,250.75 ÷ 1,000 × 100 (higher is better). "
        "After the cap: 100%. Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("10", "8", direction="lower", cap=None), "q1",
        "Capaian TW I: 120% = (2 × 10 − 8) ÷ 10 × 100 (makin rendah makin baik). "
        "Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 120% = (2 × 10 − 8) ÷ 10 × 100 (lower is better). "
        "Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("10", "25", direction="lower"), "q1",
        "Capaian TW I: 0% karena (2 × 10 − 25) ÷ 10 × 100 di bawah 0 (makin rendah makin baik). "
        "Kategori Sangat Rendah (Permendagri 86/2017).",
        "Achievement in Q1: 0% as (2 × 10 − 25) ÷ 10 × 100 is below 0 (lower is better). "
        "Band: very low (Permendagri 86/2017).",
    ),
    (
        indicator("10", "20", direction="lower"), "q1",
        "Capaian TW I: 0% = (2 × 10 − 20) ÷ 10 × 100 (makin rendah makin baik). "
        "Kategori Sangat Rendah (Permendagri 86/2017).",
        "Achievement in Q1: 0% = (2 × 10 − 20) ÷ 10 × 100 (lower is better). "
        "Band: very low (Permendagri 86/2017).",
    ),
    (
        indicator("10", "-5", direction="lower", cap=None), "q1",
        "Capaian TW I: 250% = (2 × 10 − (-5)) ÷ 10 × 100 (makin rendah makin baik). "
        "Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 250% = (2 × 10 − (-5)) ÷ 10 × 100 (lower is better). "
        "Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("25 50 - -", "20"), "to_date",
        "Capaian terhadap target s.d. TW IV: 80% = 20 ÷ 25 × 100 (makin tinggi makin baik). "
        "T: target yang berlaku saat itu; R: realisasi terbaru. "
        "Belum lengkap: realisasi TW II belum ada. Belum masuk rata-rata. "
        "Kategori Tinggi (Permendagri 86/2017).",
        "Achievement against the target to Q4: 80% = 20 ÷ 25 × 100 (higher is better). "
        "T: target in force at that time; R: newest actual. "
        "Incomplete: no actual for Q2. Left out of means. "
        "Band: high (Permendagri 86/2017).",
    ),
    (
        indicator("100", "0:0"), "q1",
        "Tidak terdefinisi: penyebut realisasi TW I 0.",
        "Undefined: the denominator of the actual for Q1 is 0.",
    ),
    (
        indicator("B", "65", **GRADES), "q1",
        "Tidak terdefinisi: kata pada skala tidak dapat dibandingkan dengan angka.",
        "Undefined: a word of the scale cannot be compared with a number.",
    ),
    (
        indicator("0", "0", direction="lower"), "q1",
        "Capaian TW I: 100% untuk target 0 dan realisasi 0 (makin rendah makin baik). "
        "Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 100% for target 0 and actual 0 (lower is better). "
        "Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("3 3 3 3", "3 ? 2", accumulation="sum"), "to_date",
        "Capaian terhadap target s.d. TW IV: 83,33% = 5 ÷ 6 × 100 (makin tinggi makin baik). "
        "T: jumlah target dari triwulan yang sudah dilaporkan; R: jumlah realisasi. "
        "Belum lengkap: realisasi TW II, TW IV belum ada. Belum masuk rata-rata. "
        "Kategori Tinggi (Permendagri 86/2017).",
        "Achievement against the target to Q4: 83.33% = 5 ÷ 6 × 100 (higher is better). "
        "T: sum of the targets over the quarters that have an actual; R: sum of the actuals. "
        "Incomplete: no actual for Q2, Q4. Left out of means. "
        "Band: high (Permendagri 86/2017).",
    ),
    (
        indicator("? ? ? ? 80", "? ? ? ? 76"), "year",
        "Capaian terhadap target tahun: 95% = 76 ÷ 80 × 100 (makin tinggi makin baik). "
        "T: target tahun menurut dokumen; R: realisasi tahun yang dilaporkan. "
        "Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement against the target of the year: 95% = 76 ÷ 80 × 100 (higher is better). "
        "T: annual target as the document prints it; R: actual reported for the year. "
        "Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("B", "CC", **GRADES), "q1",
        "Capaian TW I: 75% = peringkat 3 (CC) ÷ peringkat 4 (B) × 100. "
        "Kategori Sedang (Permendagri 86/2017).",
        "Achievement in Q1: 75% = rank 3 (CC) ÷ rank 4 (B) × 100. "
        "Band: medium (Permendagri 86/2017).",
    ),
    (
        indicator("B", "A", **GRADES), "q1",
        "Capaian TW I: 100% karena 6 (A) setara dengan atau di atas target 4 (B). "
        "Kategori Sangat Tinggi (Permendagri 86/2017).",
        "Achievement in Q1: 100% as 6 (A) stands at or above the target 4 (B). "
        "Band: very high (Permendagri 86/2017).",
    ),
    (
        indicator("10 ?", "10 5"), "q2",
        "Belum dapat dihitung: target TW II kosong.",
        "Not computed: the target for Q2 is missing.",
    ),
    (
        indicator("10 -", "10 5"), "q2",
        "Tidak dihitung: tidak ada target terjadwal untuk realisasi 5.",
        "Not computed: no target is scheduled for the actual 5.",
    ),
    (
        indicator("10 10", "10"), "q2",
        "Belum dapat dihitung: realisasi TW II belum ada.",
        "Not computed yet: no actual for Q2.",
    ),
    (
        indicator("10", "selesai"), "q1",
        "Belum dapat dihitung: realisasi TW I bukan angka (“selesai”).",
        "Not computed yet: the actual for Q1 is no number (“selesai”).",
    ),
    (
        indicator("10 10", "?"), "to_date",
        "Belum dapat dihitung: belum ada realisasi untuk target s.d. TW IV. Belum masuk rata-rata.",
        "Not computed yet: no actual for the targets to Q4. Left out of means.",
    ),
    (
        indicator("- - - -", "?"), "to_date",
        "Tidak ada target yang dijadwalkan s.d. TW IV.",
        "No target is scheduled to Q4.",
    ),
    (
        indicator("0", "3"), "q1",
        "Tidak terdefinisi: target 0 tidak dapat menjadi pembagi (makin tinggi makin baik).",
        "Undefined: a target of 0 cannot divide (higher is better).",
    ),
    (
        indicator("WTP", "WTP"), "q1",
        "Tidak terdefinisi: target “WTP” berupa kata dan tidak ada skalanya.",
        "Undefined: the target “WTP” is in words and has no scale.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "key", "indonesian", "english"), EXPLANATIONS, ids=[case[2] for case in EXPLANATIONS]
)
def test_every_number_explains_itself(
    row: Indicator, key: str, indonesian: str, english: str
) -> None:
    assert span(row, key)["explanation"] == indonesian
    assert span(row, key, lang="en")["explanation"] == english


def test_a_late_row_says_that_it_counts_as_zero() -> None:
    plan = Plan((Element("a", "goal", "a", indicators=(indicator("10 10", "10"),)),))
    measurement = measure(plan, 2, Settings(late_as_zero=True))
    assert "dihitung 0%" in explain(measurement, measurement.indicators[0], "to_date")


def test_a_mean_says_what_it_is_the_mean_of() -> None:
    own = document(indicator("100", "80", weight=Decimal(3)), 1)["elements"][0]["own"]
    assert own["explanation"] == (
        "80% = rata-rata tertimbang capaian 1 dari 1 indikator s.d. TW I, masing-masing setelah "
        "batas. Kategori Tinggi (Permendagri 86/2017)."
    )


def test_a_mean_of_nothing_says_what_is_lacking() -> None:
    program = Element("p", "program", "p", parent="o", indicators=(indicator("5", "?"),))
    plan = Plan((Element("o", "objective", "o", indicators=(indicator("5", "?"),)), program))
    own = measurement_to_json(measure(plan, 1))["elements"][0]
    assert own["own"]["explanation"] == (
        "Belum dapat dihitung: 0 dari 1 indikator sudah terukur s.d. TW I."
    )
    assert own["children"]["explanation"] == (
        "Belum dapat dihitung: 0 dari 1 elemen langsung di bawahnya sudah terukur s.d. TW I."
    )


def test_the_documentation_names_the_version_of_the_rules() -> None:
    page = Path(__file__).parents[2] / "docs" / "measurement.md"
    assert f"now **{RULES_VERSION}**" in page.read_text(encoding="utf-8")


@examples(40)
@given(measurable_plans(), st.integers(1, 4), st.sampled_from(("id", "en")))
def test_no_explanation_is_left_unfilled(plan: Plan, quarter: int, lang: Any) -> None:
    found = measurement_to_json(measure(plan, quarter), lang)
    spans = [value for row in found["indicators"] for value in row.values() if type(value) is dict]
    for told in (value["explanation"] for value in spans):
        assert told.endswith(".")
        assert not {"{", "}", "None", "  "} & set(told.split(" "))
        assert "{" not in told
        assert "None" not in told
