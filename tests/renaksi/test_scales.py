"""Instruments, their editions and the predicates of their scales."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.scales import (
    IKM,
    INSTRUMENTS,
    PEKPPP,
    SAKIP,
    Instrument,
    Scale,
    instrument_of,
    predicate,
    scale_for,
)

SCALES = [scale for one in INSTRUMENTS for edition in one.editions for scale in edition.scales]


def called(instrument: Instrument, value: str, year: int | None = 2022) -> str | None:
    """The predicate of one value in the edition of a year."""
    edition = instrument.edition(year)
    assert edition is not None
    scale = scale_for(edition, [Decimal(value)])
    assert scale is not None
    named = predicate(scale, Decimal(value))
    return named.name if named else None


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("0", "D"), ("20", "D"), ("30", "D"), ("30.01", "C"), ("50", "C"), ("60", "CC"),
        ("62", "B"), ("70", "B"), ("80", "BB"), ("90", "A"), ("90.01", "AA"), ("100", "AA"),
        ("100.5", None),
    ],
)  # fmt: skip
def test_sakip_predicates_begin_strictly_above_their_bound(value: str, name: str | None) -> None:
    assert called(SAKIP, value) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("25", "D"), ("40", "D"), ("64.99", "D"), ("65", "C"), ("76.60", "C"), ("76.61", "B"),
        ("86", "B"), ("88.30", "B"), ("88.31", "A"), ("100", "A"), ("24.99", None),
    ],
)  # fmt: skip
def test_ikm_predicates_begin_at_their_bound(value: str, name: str | None) -> None:
    assert called(IKM, value) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("3.1", "B-"), ("3.51", "B"), ("4.51", "A"), ("4.01", "A-"), ("2.51", "C"), ("2.01", "C-"),
        ("1.51", "D"), ("1.01", "E"), ("1", "F"), ("0", "F"), ("5.1", None),
    ],
)  # fmt: skip
def test_pekppp_predicates(value: str, name: str | None) -> None:
    assert called(PEKPPP, value) == name


@pytest.mark.parametrize(
    ("value", "name"), [("1", "D"), ("2.6", "C"), ("3.0644", "B"), ("3.5324", "A"), ("4", "A")]
)
def test_an_ikm_up_to_four_stands_on_the_scale_of_one_to_four(value: str, name: str) -> None:
    assert called(IKM, value) == name


def test_the_two_scales_of_ikm_agree() -> None:
    large, small = IKM.editions[-1].scales
    assert [p.start for p in large.predicates] == [p.start * 25 for p in small.predicates]


def test_the_same_value_is_called_otherwise_in_another_edition() -> None:
    assert called(IKM, "70", 2016) == "B"
    assert called(IKM, "70", 2022) == "C"


@pytest.mark.parametrize(
    ("instrument", "year", "regulation"),
    [
        (SAKIP, 2021, "PermenPANRB 12/2015"),
        (SAKIP, 2022, "PermenPANRB 88/2021"),
        (IKM, 2022, "PermenPANRB 14/2017"),
        (PEKPPP, 2022, "PermenPANRB 17/2017"),
        (PEKPPP, 2023, "PermenPANRB 29/2022"),
        (SAKIP, None, "PermenPANRB 88/2021"),
        (SAKIP, 2010, None),
    ],
)
def test_an_edition_is_that_in_force_when_the_plan_was_written(
    instrument: Instrument, year: int | None, regulation: str | None
) -> None:
    edition = instrument.edition(year)
    assert (edition and edition.regulation) == regulation


@pytest.mark.parametrize(
    ("values", "top"),
    [(["3.2"], 4), (["4.4"], 4), (["3", "60"], 100), (["86"], 100), (["104"], 100), ([], None)],
)
def test_values_choose_the_smallest_scale_that_holds_them(
    values: list[str], top: int | None
) -> None:
    scale = scale_for(IKM.editions[-1], map(Decimal, values))
    assert (scale and scale.top) == top


def test_values_far_beyond_a_scale_are_of_another_one() -> None:
    edition = PEKPPP.editions[0]
    assert scale_for(edition, [Decimal(78), Decimal(82)]) is None
    assert scale_for(edition, [Decimal("3.1"), Decimal(82)]) is not None
    assert scale_for(edition, [Decimal(31)]) is not None


@pytest.mark.parametrize("scale", SCALES)
@given(data=st.data())
def test_every_value_on_a_scale_has_a_predicate_and_a_better_value_no_worse_one(
    scale: Scale, data: st.DataObject
) -> None:
    values = st.decimals(scale.floor, scale.top, places=2)
    low, high = sorted((data.draw(values), data.draw(values)))
    below, above = predicate(scale, low), predicate(scale, high)
    assert below is not None
    assert above is not None
    assert scale.predicates.index(above) <= scale.predicates.index(below)
    assert scale.calls_good(above) or not scale.calls_good(below)


@pytest.mark.parametrize("scale", SCALES)
def test_the_best_is_called_good_and_the_worst_is_not(scale: Scale) -> None:
    good = scale.named(scale.good.lower())
    assert good is not None
    assert good.meaning == "Baik"
    assert scale.calls_good(good)
    assert scale.calls_good(scale.predicates[0])
    assert not scale.calls_good(scale.predicates[-1])
    assert scale.named("WTP") is None


@pytest.mark.parametrize(
    ("name", "unit", "instrument"),
    [
        ("Nilai SAKIP Kecamatan Kemangkon", None, SAKIP),
        ("Nilai AKIP", "Nilai", SAKIP),
        ("Predikat Evaluasi Akuntabilitas Kinerja Instansi Pemerintah", "Predikat", SAKIP),
        ("Indeks Kepuasan Masyarakat (IKM) Kecamatan", None, IKM),
        ("Indeks Kepuasan Masyarakat", "Persen", IKM),
        ("Nilai rata-rata IKM", "Angka", IKM),
        ("IKM Pelayanan Kecamatan", "Indeks", IKM),
        ("Nilai Evaluasi Pelayanan Publik Kecamatan Kemangkon", "Angka", PEKPPP),
        ("Indeks Pelayanan Publik", "Indeks", PEKPPP),
        ("Nilai PEKPPP", None, PEKPPP),
        ("Nilai Evaluasi Kinerja Penyelenggaraan Pelayanan Publik", None, PEKPPP),
    ],
)
def test_an_indicator_that_names_its_instrument(
    name: str, unit: str | None, instrument: Instrument
) -> None:
    assert instrument_of(name, unit) is instrument


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("", None),
        ("Persentase rekomendasi SAKIP yang ditindaklanjuti", "Persen"),
        ("Jumlah dokumen SAKIP", "Dokumen"),
        ("Nilai SAKIP", "Dokumen"),
        ("Nilai komponen pelaporan kinerja SAKIP", "Nilai"),
        ("Kenaikan nilai SAKIP", "Poin"),
        ("Survey Indeks Kepuasan Masyarakat Terhadap Pelayanan Perizinan", "dokumen"),
        ("Tingkat kepuasan masyarakat", "Persen"),
        ("Jumlah IKM yang dibina", "IKM"),
        ("Nilai produksi IKM", None),
        ("Nilai kepatuhan standar pelayanan publik", "Nilai"),
        ("Nilai evaluasi penyelenggaraan pemerintahan dan pelayanan publik", "Nilai"),
        ("Nilai evaluasi pelayanan kesehatan", "Nilai"),
        ("Persentase layanan publik yang dievaluasi", "Persen"),
        ("Nilai pelayanan", "Nilai"),
        ("Indeks Pelayanan Publik", "Persen"),
    ],
)
def test_an_indicator_that_only_resembles_one(name: str, unit: str | None) -> None:
    assert instrument_of(name, unit) is None
