"""Which direction is proposed for an indicator, and in which language the reason is told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi.interpret.proposals import propose
from renaksi.model import Cell, Reason


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase deviasi fisik kegiatan", "Persen"),
        ("Jumlah pengaduan yang belum diselesaikan", "Pengaduan"),
        ("Angka kemiskinan", "Persen"),
        ("Rata-rata waktu tunggu rawat jalan", "Menit"),
        ("Waktu penyelesaian perizinan", "Hari"),
        ("Persentase jalan rusak", "Persen"),
        ("Persentase aset yang tidak sesuai ketentuan", "Persen"),
    ],
)
def test_less_is_better_of_what_should_not_be_and_a_person_confirms_it(
    name: str, unit: str
) -> None:
    proposal = propose(name, unit, {})
    assert proposal.direction == "lower"
    assert "direction" in proposal.confirm


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase pengaduan yang ditindaklanjuti", "Persen"),
        ("Persentase penurunan angka kemiskinan", "Persen"),
        ("Persentase rumah tidak layak huni yang direhabilitasi", "Persen"),
        ("Jumlah dokumen penanggulangan bencana", "Dokumen"),
        ("Lama penyediaan jasa surat menyurat", "Bulan"),
        ("Persentase layanan tepat waktu", "Persen"),
    ],
)
def test_more_is_better_of_what_is_handled_or_provided(name: str, unit: str) -> None:
    proposal = propose(name, unit, {})
    assert proposal.direction == "higher"
    assert "direction" not in proposal.confirm


def test_targets_that_fall_are_to_be_confirmed() -> None:
    targets = {f"q{n}": Cell("set", Decimal(10 - n), str(10 - n)) for n in range(1, 5)}
    assert "direction" in propose("Jumlah surat", "Surat", targets).confirm


def test_a_reason_is_told_in_both_languages() -> None:
    reason = propose("Angka kemiskinan", "Persen", {}).basis["direction"]
    assert isinstance(reason, Reason)
    assert reason == "“kemiskinan” umumnya makin rendah makin baik"
    assert reason.en == "less “kemiskinan” is usually better"


def test_percentages_without_a_unit_are_not_added_up() -> None:
    year = {"year": Cell("set", Decimal(100), "100%")}
    assert propose("Opini BPK", None, year).accumulation == "last"
    assert (
        propose("Opini BPK", None, {"year": Cell("set", Decimal(100), "100")}).accumulation == "sum"
    )
