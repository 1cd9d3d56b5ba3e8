"""The words that every rendering shares."""

from __future__ import annotations

import pytest

from renaksi.model import Cell, Organisation, Place, Plan
from renaksi.render import words
from tests.renaksi.checks.clean_plan import element


@pytest.mark.parametrize(
    ("key", "indonesian", "english"),
    [
        ("q1", "TW I", "Q1"),
        ("year", "Tahun", "Year"),
        ("m8", "Agustus", "August"),
        ("y2024", "2024", "2024"),
        ("before", "s.d. tahun lalu", "up to last year"),
        ("medium_term", "Akhir Renstra", "Medium term"),
    ],
)
def test_columns_have_names(key: str, indonesian: str, english: str) -> None:
    assert words.cell_name(key, "id") == indonesian
    assert words.cell_name(key, "en") == english


def test_columns_stand_in_the_order_of_time() -> None:
    keys = ("y2024", "m10", "m2", "year", "q2", "before", "y2023", "q1", "q9")
    cells = {key: Cell("not_scheduled", None, "-") for key in keys}
    cells["q3"] = Cell("missing")
    told = words.cell_keys([cells, {}])
    assert told == ("q1", "q2", "year", "before", "m2", "m10", "q9", "y2023", "y2024")


def test_places_are_told_as_a_person_finds_them() -> None:
    assert words.place_words(Place(line=39, column=4), "id") == "baris 39, kolom 4"
    assert words.place_words(Place(page=3, table=1, row=2), "en") == "page 3, table 1, row 2"
    assert words.place_words(Place(sheet="Renja", cell="C7"), "id") == "lembar Renja, sel C7"
    assert words.place_words(None, "id") == ""


def test_a_level_is_named_unless_the_name_says_it() -> None:
    sub = element("s", "subactivity", "Sub Kegiatan Rapat", number="2")
    assert words.element_name(sub, "id") == "2. Sub Kegiatan Rapat"
    assert (
        words.element_name(sub._replace(name="SUBKEGIATAN RAPAT"), "id") == "2. SUBKEGIATAN RAPAT"
    )
    assert words.element_name(sub._replace(name="Rapat"), "en") == "Sub-activity 2. Rapat"
    assert words.element_name(sub._replace(name=None, number=None), "id") == "Sub kegiatan: "


def test_a_title_says_nothing_twice() -> None:
    office = Organisation("Kecamatan Kemangkon", "33.03.01")
    whole = Plan((), title="RENCANA AKSI TAHUN 2022", organisation=office, year=2022)
    told = "RENCANA AKSI TAHUN 2022 · Kecamatan Kemangkon (33.03.01)"
    assert words.plan_title(whole, "id") == told
    bare = Plan((), organisation=Organisation("Dinas Perhubungan"), year=2016)
    assert words.plan_title(bare, "id") == "Rencana aksi · Dinas Perhubungan · 2016"
    assert words.plan_title(Plan(()), "en") == "Action plan"


def test_an_element_whose_parent_is_unknown_stands_at_the_top() -> None:
    orphan = element("s", "subactivity", "Rapat", parent="hilang")
    assert words.children(Plan((orphan,))) == {None: [orphan]}


def test_a_cascade_without_end_is_not_drawn() -> None:
    ladder = [element("e0", "goal", "Tujuan")]
    ladder += [element(f"e{n}", "activity", "x", parent=f"e{n - 1}") for n in range(1, 50)]
    assert len(words.children(Plan(tuple(ladder)))) == 50
    deeper = element("e50", "activity", "x", parent="e49")
    with pytest.raises(words.TooDeep):
        words.children(Plan((*ladder, deeper)))


def test_an_office_without_a_code_is_named_with_its_government() -> None:
    office = Organisation("Dinas Perpustakaan", None, "Kabupaten Blitar")
    plan = Plan(elements=(), title="RENCANA AKSI TAHUN 2024", organisation=office, year=2024)
    said = "RENCANA AKSI TAHUN 2024 · Dinas Perpustakaan, Kabupaten Blitar"
    assert words.plan_title(plan, "id") == said
