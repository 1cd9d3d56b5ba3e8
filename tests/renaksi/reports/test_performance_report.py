"""Laporan Kinerja: chapters, seven analyses for each objective, sentences that follow the data."""

from __future__ import annotations

import pytest

from renaksi.model import Plan
from renaksi.reports import report
from renaksi.reports.matter import Matter, Note
from renaksi.reports.tree import Chart, Document, Heading, Paragraph, Writing
from renaksi.reports.wording import in_sentence
from tests.renaksi.reports.paper import (
    OFFICE,
    blocks,
    build,
    headings,
    heads,
    parties,
    tables,
    words_of,
)
from tests.renaksi.reports.year import YEAR, cells, money

NAME = "laporan-kinerja"
# PermenPANRB 53/2014: the chapters, and in chapter III for each objective seven analyses.
CHAPTERS = [
    "BAB I\nPENDAHULUAN", "BAB II\nPERENCANAAN KINERJA", "BAB III\nAKUNTABILITAS KINERJA",
    "BAB IV\nPENUTUP",
]  # fmt: skip
ANALYSES = [
    "1. Perbandingan target dan realisasi tahun 2022",
    "2. Perbandingan realisasi tahun 2022 dengan tahun-tahun sebelumnya",
    "3. Perbandingan realisasi s.d. tahun 2022 dengan target jangka menengah",
    "4. Perbandingan realisasi tahun 2022 dengan standar",
    "5. Analisis penyebab keberhasilan atau kegagalan dan alternatif solusi",
    "6. Analisis efisiensi penggunaan sumber daya",
    "7. Analisis program dan kegiatan yang menunjang",
]
FORMATS = ("pdf", "docx", "xlsx", "html")


def told(document: Document) -> str:
    """All running words of the report."""
    return "\n".join(
        "".join(run.text for run in block.runs)  # type: ignore[attr-defined]
        for block in blocks(document, Paragraph)
    )


def with_row(**changes: object) -> Plan:
    """The year's plan with another first indicator of its objective."""
    objective = YEAR.elements[0]
    first = objective.indicators[0]._replace(**changes)
    changed = objective._replace(indicators=(first, *objective.indicators[1:]))
    return YEAR._replace(elements=(changed, *YEAR.elements[1:]))


def test_it_has_the_chapters_of_the_regulation_in_order() -> None:
    document = build(NAME, YEAR)
    assert [heading for heading in headings(document) if heading.startswith("BAB ")] == CHAPTERS
    assert [section.name for section in document.sections][:9] == [
        "Laporan Kinerja", "Kata pengantar", "Ikhtisar eksekutif", "Daftar isi", "BAB I", "BAB II", "BAB III",
        "BAB IV", "Lampiran",
    ]  # fmt: skip
    # The head of the office signs the foreword and the last chapter.
    assert [party.name for party in parties(document)] == [OFFICE.head.name] * 2


def test_every_objective_has_its_seven_analyses() -> None:
    second = YEAR.elements[0]._replace(id="o2", name="Meningkatnya akuntabilitas")
    document = build(NAME, YEAR._replace(elements=(*YEAR.elements, second)))
    found = [block.text for block in blocks(document, Heading) if block.level == 4]  # type: ignore[attr-defined]
    assert found == ANALYSES * 2


@pytest.mark.parametrize("format", FORMATS)
def test_chapters_and_analyses_stand_in_order_in_every_format(format: str) -> None:
    found = words_of(build(NAME, YEAR), format)
    at = found.find("DAFTAR ISI")
    for words in (*CHAPTERS, "LAMPIRAN PENGUKURAN KINERJA TAHUN 2022"):
        assert (at := found.replace("\n", " ").find(words.replace("\n", " "), at + 1)) >= 0, words
    for words in (*CHAPTERS[:3], *ANALYSES, CHAPTERS[3], "LAMPIRAN"):
        assert (at := found.find(words.replace("\n", " "), at + 1)) >= 0, words


def test_the_target_is_compared_in_table_chart_and_sentence() -> None:
    document = build(NAME, YEAR)
    assert (
        "Realisasi indikator “Indeks Kepuasan Masyarakat” tahun 2022 sebesar 84 dari target "
        "84, sehingga capaiannya 100% dan target tercapai, kategori Sangat Tinggi."
    ) in told(document)
    assert "target belum tercapai" in told(document)  # SAKIP, 58 of 62
    charts = [block for block in blocks(document, Chart) if isinstance(block, Chart)]
    assert "Nilai SAKIP, Capaian (%): 93,55" in charts[0].alt
    worse = build(NAME, with_row(actuals=cells(q4="63")))
    assert "sebesar 63 dari target 84, sehingga capaiannya 75%" in told(worse)


def test_without_actuals_it_says_so_and_concludes_nothing() -> None:
    silent = [
        e._replace(indicators=tuple(r._replace(actuals={}) for r in e.indicators))
        for e in YEAR.elements
    ]
    document = build(NAME, YEAR._replace(elements=tuple(silent)))
    assert "“Nilai SAKIP” belum dapat disimpulkan: belum dilaporkan." in told(document)
    assert "Capaiannya belum dapat disimpulkan karena realisasi belum dilaporkan." in told(document)
    assert "Capaian tahun “Nilai SAKIP”: belum dilaporkan." in document.draft


def test_earlier_years_come_from_the_plan_or_the_plan_before() -> None:
    lacking = build(NAME, YEAR)
    assert "Data realisasi tahun-tahun sebelumnya belum tersedia." in told(lacking)
    assert any("tahun-tahun sebelumnya belum tersedia" in gap for gap in lacking.draft)
    own = with_row(actuals=cells(q4="84", y2020="78", y2021="80"))
    document = build(NAME, own)
    assert (
        "Realisasi “Indeks Kepuasan Masyarakat” naik 4 dari tahun 2021; kinerjanya membaik."
        in told(document)
    )
    (table,) = [t for t in tables(document) if "Realisasi kinerja tahun 2020–2022" in t.caption]
    assert [cell.text for cell in table.body[0]][2:] == ["78", "80", "84", "4"]
    last = with_row(actuals=cells(q4="88"))._replace(year=2021)
    compared = build(NAME, YEAR, before=last)
    assert "“Indeks Kepuasan Masyarakat” turun 4 dari tahun 2021; kinerjanya menurun." in told(
        compared
    )
    older = build(NAME, YEAR, before=last._replace(year=2019))
    assert "turun 4 dari tahun 2019; kinerjanya menurun." in told(older)
    ancient = build(NAME, YEAR, before=last._replace(year=2016))
    assert "sebelumnya belum tersedia" in told(ancient)


def test_a_falling_figure_is_better_where_lower_is_better() -> None:
    lower = with_row(direction="lower", actuals=cells(q4="10", y2021="14"))
    assert "turun 4 dari tahun 2021; kinerjanya membaik." in told(build(NAME, lower))
    same = with_row(actuals=cells(q4="14", y2021="14"))
    assert "sama dengan tahun 2021" in told(build(NAME, same))


def test_the_medium_term_is_compared_where_its_target_is_known() -> None:
    words = told(build(NAME, YEAR))
    assert "“Indeks Kepuasan Masyarakat” mencapai 93,33% dari target jangka menengah." in words
    assert "Target jangka menengah “Nilai SAKIP” belum tersedia." in words


def test_obstacles_and_follow_up_of_the_objective_are_listed() -> None:
    notes = {("s1", 0): Note("Lelang gagal", "Lelang ulang"), ("x", 0): Note("Milik yang lain")}
    found = words_of(build(NAME, YEAR, notes=notes), "html")
    assert "Lelang gagal" in found
    assert "Lelang ulang" in found
    assert "Milik yang lain" not in found
    assert "Hambatan dan tindak lanjut belum dilaporkan." in told(build(NAME, YEAR))


def test_efficiency_compares_achievement_with_what_was_spent() -> None:
    words = told(build(NAME, YEAR))
    # (100 + 93,55) / 2 against 145.500.000 of 150.000.000
    assert "Dengan capaian 96,77% dan penyerapan anggaran 97%" in words
    assert "belum efisien (selisih -0,23)" in words
    cheaper = [
        e._replace(**money(100_000_000, 1_000_000)) if e.id == "s1" else e for e in YEAR.elements
    ]
    assert "sasaran ini efisien" in told(build(NAME, YEAR._replace(elements=tuple(cheaper))))
    poor = [e._replace(budget={}, spending={}) for e in YEAR.elements]
    unknown = build(NAME, YEAR._replace(elements=tuple(poor)))
    assert "Capaian, pagu, atau realisasi anggaran belum lengkap." in told(unknown)
    assert "Penyerapan anggaran belum dapat dihitung" in told(unknown)


def test_the_programs_that_serve_the_objective_are_weighed() -> None:
    document = build(NAME, YEAR)
    (table,) = [t for t in tables(document) if "program yang menunjang" in t.caption]
    assert heads(table)[0][1:3] == ["PROGRAM", "CAPAIAN (%)"]
    assert [cell.text for cell in table.body[0]][1:] == [
        "Program Penunjang Urusan Pemerintahan Daerah", "90", "Tinggi", "150.000.000",
        "145.500.000", "97",
    ]  # fmt: skip
    assert "Capaian tertinggi pada Program Penunjang Urusan Pemerintahan Daerah (90%)." in told(
        document
    )


def test_every_table_names_its_source_and_is_numbered() -> None:
    document = build(NAME, YEAR)
    chapter = next(section for section in document.sections if section.name == "BAB III")
    captions = [block.caption for block in chapter.blocks if hasattr(block, "caption")]
    assert [caption.split("\n")[0] for caption in captions] == [
        f"Tabel 3.{number}" for number in range(1, len(captions) + 1)
    ]
    for at, block in enumerate(chapter.blocks):
        if hasattr(block, "caption"):
            after = chapter.blocks[at + 1]
            assert isinstance(after, Paragraph)
            assert after.runs[0].text.startswith("Sumber: ")


def test_the_writers_own_text_comes_back_when_it_is_made_anew() -> None:
    first = build(NAME, YEAR)
    places = [block for block in blocks(first, Writing) if isinstance(block, Writing)]
    keys = [place.key for place in places]
    assert len(set(keys)) == len(keys)
    said = {key: f"Tulisan untuk {key}." for key in keys}
    again = build(NAME, with_row(actuals=cells(q4="63")), writings=said)
    found = words_of(again, "docx")
    for words in said.values():
        assert words in found
    assert not any("belum ditulis" in gap for gap in again.draft)
    assert any("belum ditulis" in gap for gap in first.draft)


def test_several_earlier_years_come_from_their_plans() -> None:
    last = with_row(actuals=cells(q4="80"))._replace(year=2021)
    before = with_row(actuals=cells(q4="78"))._replace(year=2020)
    document = build(NAME, YEAR, earlier=(before, last))
    (table,) = [t for t in tables(document) if "Realisasi kinerja tahun 2020–2022" in t.caption]
    assert [cell.text for cell in table.body[0]][2:] == ["78", "80", "84", "4"]
    stated = with_row(actuals=cells(q4="84", y2021="79"))
    own = build(NAME, stated, earlier=(before, last))
    assert "naik 5 dari tahun 2021" in told(own), "what the plan states stands"
    half = last.elements[0].indicators[0]._replace(actuals=cells(q2="80"))
    partly = last._replace(elements=(
        last.elements[0]._replace(indicators=(half, *last.elements[0].indicators[1:])),
        *last.elements[1:]))  # fmt: skip
    assert "naik 6 dari tahun 2020" in told(build(NAME, YEAR, earlier=(before, partly)))


def test_the_medium_term_target_is_taken_over_from_an_earlier_plan() -> None:
    bare = with_row(targets=cells(q2="80", q4="84"))
    assert "jangka menengah “Indeks Kepuasan Masyarakat” belum tersedia" in told(build(NAME, bare))
    words = told(build(NAME, bare, earlier=(YEAR._replace(year=2021),)))
    assert "“Indeks Kepuasan Masyarakat” mencapai 93,33% dari target jangka menengah." in words


def test_a_standard_is_compared_in_table_and_sentence() -> None:
    lacking = told(build(NAME, YEAR))
    assert "Data standar pembanding belum tersedia." in lacking
    given = {"angka-standar:o:1": "80; rata-rata kabupaten", "angka-standar:o:2": "60"}
    document = build(NAME, YEAR, writings=given)
    (table,) = [t for t in tables(document) if "dan standarnya" in t.caption]
    assert [[cell.text for cell in row][2:] for row in table.body] == [
        ["84", "80", "105", "rata-rata kabupaten"], ["58", "60", "96,67", ""],
    ]  # fmt: skip
    words = told(document)
    assert (
        "sebesar 84 memenuhi standar 80 (rata-rata kabupaten); tingkat pemenuhannya 105%" in words
    )
    assert "sebesar 58 belum memenuhi standar 60 (standar)" in words
    assert "standar pembanding belum tersedia" not in words
    other = told(build(NAME, YEAR, writings={"angka-standar:o:1": "90; provinsi"}))
    assert "sebesar 84 belum memenuhi standar 90 (provinsi)" in other


def test_a_standard_that_is_no_figure_is_printed_and_told() -> None:
    document = build(NAME, YEAR, writings={"angka-standar:o:1": "baik sekali; menteri"})
    assert (
        "Standar “Indeks Kepuasan Masyarakat” bukan angka: baik sekali; menteri." in document.draft
    )
    assert "baik sekali" in words_of(document, "html")


@pytest.mark.parametrize("name", ["laporan-kinerja", "evaluasi-renja", "berita-acara"])
def test_every_place_for_the_writer_is_named_and_shown_in_every_format(name: str) -> None:
    places = report(name).places(Matter(YEAR))
    keys = [place.key for place in places]
    assert len(set(keys)) == len(keys)
    said = {place.key: f"{index}7,5; sumber {place.key}" for index, place in enumerate(places, 1)}
    document = build(name, YEAR, writings=said)
    assert {block.key for block in blocks(document, Writing)} <= set(keys)  # type: ignore[attr-defined]
    for format in FORMATS:
        found = words_of(document, format).replace(" ", "")
        for key in keys:
            assert f"sumber{key}" in found, (format, key)


def test_paragraphs_and_lines_of_the_writer_stay_apart() -> None:
    said = {"simpulan": "Paragraf pertama.\n\n1. satu\n2. dua"}
    for format in FORMATS:
        found = words_of(build(NAME, YEAR, writings=said), format).replace(" ", "")
        assert "Paragrafpertama.1.satu2.dua" in found


def analysis(number: int, plan: Plan, **matter: object) -> tuple[object, ...]:
    """The blocks of one of the seven analyses of the first objective."""
    (chapter,) = [s for s in build(NAME, plan, **matter).sections if s.name == "BAB III"]
    numbers = [at for at, b in enumerate(chapter.blocks) if isinstance(b, Heading)]
    start = next(
        at
        for at in numbers
        if chapter.blocks[at].text == ANALYSES[number - 1]  # type: ignore[union-attr]
    )
    end = next(at for at in (*numbers, len(chapter.blocks)) if at > start)
    return chapter.blocks[start + 1 : end]


def _spent_more() -> Plan:
    more = money(100_000_000, 20_000_000, 30_000_000, 10_000_000, 40_000_000)
    return YEAR._replace(
        elements=tuple(e._replace(**more) if e.id == "s1" else e for e in YEAR.elements)
    )


LAST = YEAR._replace(year=2021)
CHANGES = {
    1: ({}, with_row(actuals=cells(q4="80")), {}),
    2: ({"earlier": (LAST,)}, YEAR, {"earlier": (with_row(actuals=cells(q4="70"))._replace(year=2021),)}),
    3: ({}, with_row(targets=cells(q2="80", q4="84", medium_term="95")), {}),
    4: ({"writings": {"angka-standar:o:1": "80; A"}}, YEAR, {"writings": {"angka-standar:o:1": "81; A"}}),
    5: ({"notes": {("s1", 0): Note("Hujan", "")}}, YEAR, {"notes": {("s1", 0): Note("Banjir", "")}}),
    6: ({}, _spent_more(), {}),
    7: ({}, _spent_more(), {}),
}  # fmt: skip


@pytest.mark.parametrize("number", CHANGES)
def test_each_analysis_follows_its_data_and_names_their_source(number: int) -> None:
    first, plan, then = CHANGES[number]
    found = analysis(number, YEAR, **first)
    assert found == analysis(number, YEAR, **first)
    assert found != analysis(number, plan, **then)
    texts = [block.runs[0].text for block in found if isinstance(block, Paragraph)]
    assert any(text.startswith("Sumber: ") for text in texts)


@pytest.mark.parametrize("number", range(1, 8))
def test_each_analysis_says_which_data_are_lacking(number: int) -> None:
    bare = [
        e._replace(
            indicators=tuple(
                r._replace(actuals={}, targets={k: c for k, c in r.targets.items() if k[0] == "q"})
                for r in e.indicators
            ),
            budget={}, spending={},
        )
        for e in YEAR.elements
    ]  # fmt: skip
    found = analysis(number, YEAR._replace(elements=tuple(bare)))
    words = " ".join(run.text for b in found if isinstance(b, Paragraph) for run in b.runs)
    assert "belum" in words


@pytest.mark.parametrize(
    ("unit", "said"),
    [("Nilai", "62"), ("dokumen", "62 dokumen"), ("Persen", "62%"), (None, "62"), ("%", "62%")],
)
def test_a_sentence_names_a_unit_where_it_says_something(unit: str | None, said: str) -> None:
    assert in_sentence("62", unit) == said
