"""A plan's elements settle each other's official lines."""

from __future__ import annotations

import random

import pytest

from renaksi.nomenclature.catalogue import Catalogue, children, entry, level_of, parent_code, whole
from renaksi.nomenclature.matching import TRUSTED
from renaksi.nomenclature.resolver import Match, Named, resolve
from tests.renaksi.nomenclature import damage

PART = whole()

# Seven names stand twice under one activity: nothing can tell such lines apart.
TWINS = {
    code
    for row, code in enumerate(PART.codes)
    if len(code) == 17
    and sum(PART.codes[other][:13] == code[:13] for other in PART.rows_by_key[PART.keys[row]]) > 1
}


def named(*codes: str, kind: damage.Damage | None = None, labels: bool = True) -> list[Named]:
    """Official lines as a plan would print them, each under the one above it."""
    rng = random.Random(7)
    above: dict[int, int] = {}
    items = []
    for index, code in enumerate(codes):
        line = entry(code)
        assert line is not None
        parents = [above[length] for length in sorted(above) if length < len(code)]
        above = {length: place for length, place in above.items() if length < len(code)}
        above[len(code)] = index
        name = kind(line.name, rng) if kind else line.name
        if labels and not name.lower().startswith("program"):
            name = damage.LABEL[line.level] + name
        level = line.level if labels else None
        items.append(Named(level, name, None, parents[-1] if parents else None))  # type: ignore[arg-type]
    return items


def codes_of(matches: list[Match | None]) -> list[str | None]:
    return [match.code if match else None for match in matches]


def resolved(*codes: str, organisation: str | None = None, **known: object) -> list[str | None]:
    return codes_of(resolve(named(*codes), organisation=organisation, **known))  # type: ignore[arg-type]


def lines_with_parents() -> list[tuple[str, ...]]:
    """Every official element with what stands above it, as one small plan each."""
    plans = []
    for code in PART.codes:
        chain = [code]
        while (parent := parent_code(chain[0])) is not None:
            chain.insert(0, parent)
        if len(chain) > 1:
            plans.append(tuple(chain[1:]))
    return plans


CHAINS = lines_with_parents()
REGIONS = {"3": "91.03.11", "4": "92.02.01", "5": "34.04", "7": "11.01.01"}


def outcome(chain: tuple[str, ...], kind: damage.Damage | None) -> str:
    """Whether the last of the chain is resolved right, wrong, left open, or not found."""
    authority = chain[-1][8:9]
    items = named(*chain)
    line = entry(chain[-1])
    assert line is not None
    if kind is not None:
        rng = random.Random(chain[-1])
        items[-1] = items[-1]._replace(name=kind(line.name, rng))
    match = resolve(items, region=REGIONS.get(authority, "33.03"))[-1]
    if match is None:
        return "none"
    if match.code is None:
        return "open"
    code = match.code if not chain[-1].startswith("X") else "X.XX" + match.code[4:]
    return "right" if code == chain[-1] else "wrong"


def test_every_official_name_under_its_parent_resolves_to_itself() -> None:
    found = {chain: outcome(chain, None) for chain in CHAINS}
    assert len(found) == 4452
    assert {chain[-1] for chain, how in found.items() if how != "right"} == TWINS
    assert set(found.values()) == {"right", "open"}


@pytest.mark.parametrize("kind", [damage.slip, *damage.HARMLESS, damage.broken_line])
def test_damaged_names_under_their_parent_resolve_to_themselves(kind: damage.Damage) -> None:
    rng = random.Random(11)
    sample = rng.sample([chain for chain in CHAINS if chain[-1] not in TWINS], 1000)
    counted: dict[str, int] = {}
    for chain in sample:
        how = outcome(chain, kind)
        counted[how] = counted.get(how, 0) + 1
    assert counted["right"] >= 990, f"{kind.__name__}: {counted} of {len(sample)}"
    assert counted.get("wrong", 0) <= 1, f"{kind.__name__}: {counted} of {len(sample)}"


def test_a_plan_with_a_slip_in_every_name_is_resolved() -> None:
    chain = [
        "7.01.03", "7.01.03.2.01", *(line.code for line in children("7.01.03.2.01")),
        "7.01.06", "7.01.06.2.01", *(line.code for line in children("7.01.06.2.01")),
    ]  # fmt: skip
    items = named(*chain, kind=damage.slip)
    assert codes_of(resolve(items, organisation="Kecamatan Kemangkon")) == chain


def test_the_programs_of_an_office_show_its_field() -> None:
    plan = ("X.XX.01", "X.XX.01.2.07", "X.XX.01.2.07.0005", "1.02.03", "1.02.03.2.03")
    assert resolved(*plan) == [
        "1.02.01", "1.02.01.2.07", "1.02.01.2.07.0005", "1.02.03", "1.02.03.2.03",
    ]  # fmt: skip


def test_the_offices_name_shows_its_field() -> None:
    plan = ("X.XX.01", "X.XX.01.2.07")
    assert resolved(*plan, organisation="Dinas Kesehatan") == ["1.02.01", "1.02.01.2.07"]
    assert resolved(*plan, organisation="Kecamatan Kemangkon") == ["7.01.01", "7.01.01.2.07"]


def test_an_office_without_a_known_field_keeps_the_template() -> None:
    assert resolved("X.XX.01", "X.XX.01.2.07") == ["X.XX.01", "X.XX.01.2.07"]
    assert resolved("X.XX.01", organisation="Kantor Besar") == ["X.XX.01"]


def test_an_office_with_two_fields_has_its_program_penunjang_under_the_main_one() -> None:
    """The culture programs are more, but the office is one of education first."""
    plan = ("X.XX.01", "1.01.02", "2.22.02", "2.22.03", "2.22.04")
    office = "Dinas Pendidikan dan Kebudayaan"
    assert resolved(*plan, organisation=office)[0] == "1.01.01"
    assert resolved("X.XX.01", "2.22.02", organisation=office)[0] == "1.01.01"
    assert resolved(*plan)[0] == "2.22.01"


def test_a_printed_code_settles_the_element_and_the_offices_field() -> None:
    items = [
        Named("program", "Program Penunjang Urusan Pemerintahan Daerah", "1.06.01"),
        Named("activity", "Administrasi Umum Perangkat Daerah", "1.06.01.2.06", 0),
        Named("subactivity", "Penyediaan Bahan Logistik Kantor", None, 1),
        Named("subactivity", "", "1.06.01.2.06.05", 1),
    ]
    found = resolve(items)
    assert codes_of(found) == ["1.06.01", "1.06.01.2.06", "1.06.01.2.06.0004", "1.06.01.2.06.0005"]
    assert [match.basis for match in found if match] == [
        "printed", "printed", "nomenclature", "printed",
    ]  # fmt: skip
    assert found[0] is not None
    assert found[0].score < 1.0


def test_a_printed_code_whose_name_says_otherwise_is_kept_with_a_low_score() -> None:
    item = Named("subactivity", "Pengadaan Mebel", "2.07.01.2.07.0001")
    match = resolve([item])[0]
    assert match is not None
    assert (match.code, match.basis) == ("2.07.01.2.07.0001", "printed")
    assert match.score < 0.6


def test_a_two_digit_code_whose_name_says_otherwise_belongs_to_another_edition() -> None:
    item = Named("subactivity", "Pengadaan Mebel", "7.01.01.2.07.01")
    match = resolve([item], organisation="Kecamatan Kemangkon")[0]
    assert match is not None
    assert (match.code, match.basis) == ("7.01.01.2.07.0005", "nomenclature")


@pytest.mark.parametrize(
    "printed", ["1.2", "9.99.01.2.07.0005", "7.01.01.2.99.0001", "7.01.01.2.07"]
)
def test_a_printed_code_that_does_not_fit_leaves_the_name_to_decide(printed: str) -> None:
    match = resolve([Named("subactivity", "Pengadaan Mebel", printed)])[0]
    assert match is not None
    assert match.entry.code == "X.XX.01.2.07.0005"
    assert match.basis == "nomenclature"


def test_the_parent_decides_between_lines_of_one_name() -> None:
    """The name "Pengadaan Mebel Sekolah" stands under primary, junior and other schools."""
    plan = ("1.01.02", "1.01.02.2.02", "1.01.02.2.02.0025")
    assert resolved(*plan) == list(plan)


def test_the_children_decide_between_activities_of_one_name() -> None:
    """Three activities are called "Pengelolaan Pendidikan Sekolah Dasar"; two are Papua's."""
    papua = ("1.01.02", "1.01.02.3.01", *(line.code for line in children("1.01.02.3.01")[:3]))
    assert resolved(*papua, region="91.03") == list(papua)
    ordinary = ("1.01.02", "1.01.02.2.01", "1.01.02.2.01.0028", "1.01.02.2.01.0026")
    assert resolved(*ordinary, region="91.03") == list(ordinary)


def test_parents_elsewhere_in_the_plan_decide_where_position_is_silent() -> None:
    plan = [
        item._replace(parent=None) for item in named("1.01.02", "1.01.02.2.02", "1.01.02.2.02.0025")
    ]
    assert codes_of(resolve(plan)) == ["1.01.02", "1.01.02.2.02", "1.01.02.2.02.0025"]


def test_the_parent_that_stands_before_decides_between_two_in_the_plan() -> None:
    chain = ("1.01.02", "1.01.02.2.01", "1.01.02.2.01.0014", "1.01.02.2.02", "1.01.02.2.02.0025")
    plan = [item._replace(parent=None) for item in named(*chain)]
    assert codes_of(resolve(plan)) == list(chain)


def test_what_stands_under_an_objective_is_a_program() -> None:
    """5.02.04 and 5.02.04.2.01 share their words, and no label word is left."""
    items = [
        Named("objective", "Meningkatnya pendapatan daerah"),
        Named(None, "Pengelolaan Pendapatan Daerah", None, 0),
        Named(None, "Pengelolaan Pendapatan Daerah", None, 1),
    ]
    assert codes_of(resolve(items))[1:] == ["5.02.04", "5.02.04.2.01"]


def test_a_wrong_position_does_not_mislead_an_unmistakable_name() -> None:
    items = named("7.01.01", "7.01.01.2.02", "7.01.01.2.01.0007")
    assert codes_of(resolve(items, organisation="Kecamatan Kemangkon"))[2] == "7.01.01.2.01.0007"


def test_a_shared_name_without_any_evidence_gets_no_code() -> None:
    match = resolve([Named("subactivity", "Pengadaan Mebel Sekolah")])[0]
    assert match is not None
    assert match.code is None


def test_the_indicator_decides_last() -> None:
    """Two lines of one activity share a name, but not their indicator."""
    items = named("5.05.03", "5.05.03.2.02", "5.05.03.2.02.0020")
    line = entry("5.05.03.2.02.0020")
    assert line is not None
    assert resolve(items)[2] is not None
    assert codes_of(resolve(items))[2] is None
    items[2] = items[2]._replace(indicators=(line.indicator.upper(),), units=(line.unit,))
    assert codes_of(resolve(items))[2] == "5.05.03.2.02.0020"


@pytest.mark.parametrize(
    ("region", "code"),
    [("33.03.01", "7.01.04.2.01"), (None, "7.01.04.2.01"), ("11.01.01", "7.01.04.7.03")],
)
def test_the_region_decides_whether_acehs_lines_count(region: str | None, code: str) -> None:
    assert resolved("7.01.04", "7.01.04.2.01", region=region)[1] == code


def test_the_offices_name_tells_its_region() -> None:
    plan = ("7.01.04", "7.01.04.2.01")
    assert resolved(*plan, organisation="Kecamatan Bakongan")[1] == "7.01.04.7.03"


def test_a_name_that_only_aceh_has_shows_the_region() -> None:
    plan = ("7.01.04", "7.01.04.2.01", "7.01.04.7.04")
    assert resolved(*plan) == ["7.01.04", "7.01.04.7.03", "7.01.04.7.04"]


def test_a_name_cut_short_is_its_parents_child_before_it_is_a_strangers_equal() -> None:
    items = named("2.14.02", "X.XX.01", "X.XX.01.2.03")
    items.append(Named("subactivity", "Penatausahaan Barang Milik Daerah pada", None, 2))
    assert codes_of(resolve(items))[3] == "2.14.01.2.03.0006"


def test_a_likeness_yields_to_the_element_that_bears_the_very_name() -> None:
    items = named("1.01.02", "1.01.02.2.01", "1.01.02.2.01.0016")
    alike = Named("subactivity", "Pengadaan Perlengkapan Siswa", None, 1)
    *_, equipment, pupils = resolve([*items, alike])
    assert equipment is not None
    assert equipment.code == "1.01.02.2.01.0016"
    assert pupils is None


def test_a_label_word_in_the_text_counts_where_the_level_is_lost() -> None:
    """5.02.04 and 5.02.04.2.01 share their words."""
    items = [
        Named(None, "PROGRAM PENGELOLAAN PENDAPATAN DAERAH"),
        Named(None, "Kegiatan Pengelolaan Pendapatan Daerah"),
    ]
    assert codes_of(resolve(items)) == ["5.02.04", "5.02.04.2.01"]


def test_texts_that_are_no_elements_are_left_alone() -> None:
    line = entry("7.01.01.2.01.0001")
    assert line is not None
    items = [
        *named("7.01.01", "7.01.01.2.01"),
        Named(None, line.performance, None, 1),
        Named(None, line.indicator, None, 1),
        Named("objective", "Meningkatnya kualitas pelayanan Kecamatan"),
        Named("objective", "Pengadaan Mebel"),
        Named(None, ""),
    ]
    found = codes_of(resolve(items, organisation="Kecamatan Kemangkon"))
    assert found == ["7.01.01", "7.01.01.2.01", None, None, None, None, None]


def test_an_empty_plan_has_no_matches() -> None:
    assert resolve([]) == []
    assert resolve([], organisation="Kecamatan Kemangkon") == []


def test_a_plan_older_than_the_nomenclature_is_left_alone() -> None:
    assert resolved("X.XX.01", "X.XX.01.2.06", year=2019) == [None, None]
    assert resolved("X.XX.01", "X.XX.01.2.06", year=2022) == ["X.XX.01", "X.XX.01.2.06"]


@pytest.mark.parametrize(
    "known",
    [
        {"organisation": "Dinas Perhubungan Provinsi Jawa Barat"},
        {"organisation": "Dinas Perhubungan", "region": "32"},
    ],
)
def test_a_provinces_plan_is_left_alone(known: dict[str, str]) -> None:
    assert resolved("2.15.02", "2.15.02.2.03", **known) == [None, None]


def test_a_provinces_plan_is_known_by_its_program_penunjang_and_its_codes() -> None:
    activity = Named("activity", "Administrasi Umum Perangkat Daerah")
    program = Named("program", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH PROVINSI")
    assert resolve([program, activity]) == [None, None]
    assert resolve([activity._replace(printed_code="2.15.01.1.06")]) == [None]


def test_a_kecamatan_that_names_its_province_is_no_province() -> None:
    office = "Kecamatan Kemangkon Kabupaten Purbalingga Provinsi Jawa Tengah"
    assert resolved("7.01.02", organisation=office) == ["7.01.02"]


def test_where_most_names_are_unknown_weak_matches_are_dropped() -> None:
    """The programs of 2016 followed another regulation, and some sound alike."""
    old = [
        Named("program", "Program Pelayanan Administrasi Perkantoran"),
        Named("activity", "Penyediaan jasa peralatan dan perlengkapan kantor"),
        Named("program", "Program Peningkatan Sarana dan Prasarana Aparatur"),
        Named("activity", "Pengadaan kendaraan dinas/operasional"),
        Named("program", "Program Penataan Des"),
        Named("activity", "Penyusunan laporan capaian kinerja"),
    ]
    assert resolve(old) == [None] * 6
    alone = resolve([old[4]])[0]
    assert alone is not None
    assert TRUSTED <= alone.score < 0.99


def test_a_kecamatans_stray_program_of_another_field_is_found_in_the_whole_catalogue() -> None:
    found = resolved("7.01.02", "1.03.10", organisation="Kecamatan Kemangkon")
    assert found == ["7.01.02", "1.03.10"]


def test_levels_are_kept() -> None:
    """An activity's name under the label of a sub-activity is not that activity."""
    assert resolve([Named("subactivity", "Administrasi Umum Perangkat Daerah")]) == [None]
    match = resolve([Named(None, "Administrasi Umum Perangkat Daerah")])[0]
    assert match is not None
    assert level_of(match.entry.code) == "activity"


def test_the_catalogue_reads_only_files_of_its_own() -> None:
    with pytest.raises(FileNotFoundError):
        Catalogue("no_such_file.tsv")
