"""How surely names are told apart, counted over the whole nomenclature."""

from __future__ import annotations

import random

import pytest

from renaksi.nomenclature.catalogue import level_of, whole
from renaksi.nomenclature.matching import TRUSTED, begins_officially
from renaksi.nomenclature.names import key_of, normal_name
from renaksi.nomenclature.resolver import is_official_name, match_name
from tests.renaksi.nomenclature import damage

PART = whole()
ROWS = [row for row, code in enumerate(PART.codes) if len(code) > 4]
NAMES = [PART.name(row) for row in ROWS]


def rates(kind: damage.Damage, count: int, with_level: bool) -> dict[str, float]:
    """The share of damaged names matched to their own, to another, and not at all."""
    counted = {"right": 0, "wrong": 0, "none": 0}
    for index, text in damage.samples(NAMES, count, kind):
        row = ROWS[index]
        match = match_name(text, level_of(PART.codes[row]) if with_level else None)
        if match is None:
            counted["none"] += 1
        elif key_of(match.entry.name) == PART.keys[row]:
            counted["right"] += 1
        else:
            counted["wrong"] += 1
    return {outcome: number / count for outcome, number in counted.items()}


@pytest.mark.parametrize("kind", damage.HARMLESS)
def test_harmless_changes_of_a_name_do_not_matter_at_all(kind: damage.Damage) -> None:
    found = rates(kind, 1000, with_level=True)
    assert found["right"] == 1.0, f"{kind.__name__}: {found}"


def test_a_blank_inside_a_word_hardly_matters() -> None:
    """It does where it breaks the label word or the first word of a short name."""
    found = rates(damage.broken_line, 1000, with_level=True)
    assert found["right"] >= 0.99, found
    assert found["wrong"] == 0.0, found


@pytest.mark.parametrize("with_level", [True, False])
def test_a_name_with_one_slip_is_found_and_hardly_ever_taken_for_another(with_level: bool) -> None:
    found = rates(damage.slip, 1000, with_level)
    assert found["right"] >= 0.985, found
    assert found["wrong"] <= 0.002, found


def test_a_name_with_two_slips_is_found_or_left_open() -> None:
    def twice(name: str, rng: random.Random) -> str:
        return damage.slip(damage.slip(name, rng), rng)

    found = rates(twice, 600, with_level=True)
    assert found["right"] >= 0.9, found
    assert found["wrong"] <= 0.005, found


def test_a_name_with_a_place_behind_it_is_found() -> None:
    found = rates(damage.place_behind, 600, with_level=True)
    assert found["right"] >= 0.99, found
    assert found["wrong"] <= 0.002, found


def test_a_name_that_lost_its_end_is_mostly_found() -> None:
    """What remains is often another official name, or the beginning of several."""
    found = rates(damage.cut, 600, with_level=True)
    assert found["right"] >= 0.8, found
    assert found["wrong"] <= 0.025, found


def test_indicators_and_performances_are_not_taken_for_elements() -> None:
    """Of some 6,000 official indicator and performance texts that are no name as well."""
    texts = set()
    for row in ROWS:
        line = PART.entry(row)
        texts |= {line.performance, line.indicator}
    texts = {text for text in texts if text and key_of(text) not in PART.rows_by_key}
    taken = sorted(text for text in texts if match_name(text) is not None)
    assert len(texts) > 5500
    assert len(taken) / len(texts) < 0.002, f"{len(taken)} of {len(texts)}: {taken}"


@pytest.mark.parametrize(
    "text",
    [
        "Tersusunnya Dokumen Perencanaan Perangkat Daerah",
        "Jumlah Dokumen Perencanaan Perangkat Daerah",
        "Terlaksananya Fasilitasi Kunjungan Tamu",
        "Persentase Pemeliharaan Barang Milik Daerah",
        "Pengelolaan Sampah yang dilaksanakan",
        "Program Penunjang Urusan Pemerintahan Daerah Provinsi",
        "Pelayanan Administrasi Perkantoran",
        "Pengadaan",
        "Pengadaan Meja",
        "Penyediaan Jasa",
        "",
    ],
)
def test_what_is_no_official_name_is_not_matched(text: str) -> None:
    assert match_name(text) is None
    assert not is_official_name(text)


def test_every_official_name_begins_officially() -> None:
    assert all(begins_officially(normal_name(name)) for name in NAMES)


def test_every_official_name_is_official_at_its_own_level() -> None:
    for row, name in zip(ROWS, NAMES, strict=True):
        level = level_of(PART.codes[row])
        assert is_official_name(name)
        assert is_official_name(f"Sub Kegiatan {name.upper()}", level)
    assert not is_official_name("Pengadaan Mebel", "activity")
    assert not is_official_name("KECAMATAN")


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten Purbalingga",
         "program", "X.XX.01"),
        ("Program Penunjang Urusan Pemerintahan Daerah Kota Bogor", "program", "X.XX.01"),
        ("Program Penunjang Urusan Pemerintahan Daerah Kota", "program", "X.XX.01"),
        ("Program Penunjang Urusan Pemerintah Daerah Kab./Kota", "program", "X.XX.01"),
        ("Program Penunjang Urusan", "program", "X.XX.01"),
        ("Penyediaan Jasa Komunikasi, Air dan Listrik", "subactivity", "X.XX.01.2.08.0002"),
        ("Pemberdayaan Kelurahan", "activity", "7.01.03.2.02"),
        ("Kegiatan Kegiatan Pemberdayaan Kelurahan", "activity", "7.01.03.2.02"),
        ("Pelaksanaan Urusan Pemerintahan yang terkait dengan Pelayanan Perijinan Non Usaha",
         "subactivity", "7.01.02.2.04.0001"),
        ("Rapat Koordinasi dan Konsultasi SKPD", "subactivity", None),
    ],
)  # fmt: skip
def test_drift_between_editions(text: str, level: str, code: str | None) -> None:
    match = match_name(text, level)
    assert (match and match.code) == code


def test_an_equal_name_of_several_lines_has_no_code_until_something_decides() -> None:
    match = match_name("Pengadaan Mebel Sekolah")
    assert match is not None
    assert match.code is None
    assert match.entry.level == "subactivity"
    within = match_name("Pengadaan Mebel Sekolah", within="1.01.02.2.02")
    assert within is not None
    assert within.code == "1.01.02.2.02.0025"


def test_the_field_puts_an_office_into_the_template() -> None:
    match = match_name("Pengadaan Mebel", field="1.02")
    assert match is not None
    assert match.code == "1.02.01.2.07.0005"
    assert match.entry.code == "X.XX.01.2.07.0005"
    kecamatan = match_name("Pengadaan Mebel", within="7.01.01.2.07", field="7.01")
    assert kecamatan is not None
    assert kecamatan.code == "7.01.01.2.07.0005"


def test_a_score_above_the_threshold_is_only_given_to_what_is_trusted() -> None:
    for _, text in damage.samples(NAMES, 200, damage.slip):
        match = match_name(text)
        assert match is None or TRUSTED <= match.score <= 1.0
