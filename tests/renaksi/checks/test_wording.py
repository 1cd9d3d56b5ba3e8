"""Words of indicators and units."""

from __future__ import annotations

import pytest

from renaksi.checks.spelling import STANDARD
from renaksi.checks.wording import COUNTABLE, SCORES, names_harm, subject, unit_of, words


def test_words_are_whole_and_small_and_keep_their_hyphen() -> None:
    assert words("Jumlah Desa/Kelurahan (rata-rata), Th. 2022") == (
        "jumlah", "desa", "kelurahan", "rata-rata", "th", "2022",
    )  # fmt: skip
    assert words(None) == ()


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("Persen", "persen"), ("%", "persen"), ("Prosentase", "persen"), ("Lap.", "laporan"),
        ("DOK", "dokumen"), (" Orang / Bulan ", "orang / bulan"), (None, ""), ("", ""),
    ],
)  # fmt: skip
def test_a_unit_has_one_spelling(printed: str | None, unit: str) -> None:
    assert unit_of(printed) == unit


def test_what_is_counted_is_no_score() -> None:
    assert not COUNTABLE & SCORES
    assert all(unit_of(unit) == unit for unit in COUNTABLE | SCORES)


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Cakupan desa yang melaksanakan tertib administrasi", "desa"),
        ("Persentase lembaga kemasyarakatan yang aktif", "lembaga kemasyarakatan"),
        ("Jumlah seluruh desa di Kecamatan Kemangkon", "desa"),
        ("Persentase desa/kelurahan tangguh", "desa kelurahan tangguh"),
        ("Tersedianya desa", ""),
        ("", ""),
    ],
)
def test_what_is_measured_stands_behind_the_measure(name: str, thing: str) -> None:
    assert subject(name) == thing


def test_harm_is_named_by_whole_words() -> None:
    assert names_harm(words("Jumlah pengaduan masyarakat"))
    assert not names_harm(words("Jumlah layanan mediasi"))


def test_no_standard_word_is_itself_called_non_standard() -> None:
    assert not {word.lower() for word in STANDARD.values()} & STANDARD.keys()
    assert not {"efektifitas", "ketentraman", "sinergitas"} & STANDARD.keys()
