"""What holds for the reading of any text at all, and of any plan in whatever style of table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi.diagnostics import Unreadable
from renaksi.interpret import Reading, interpret, read_bytes
from renaksi.model import Place
from renaksi.readers import read_document
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from tests.renaksi.readers.tables import STYLES, Table, tabbed, tables
from tests.renaksi.readers.told import places, told
from tests.renaksi.strategies import examples

# Text of any kind, most of it such as stands in plans, so that the reading goes deep.
_WORDS = st.sampled_from(
    [
        "Program", "1. Program A Satu", "Kegiatan", "1.1 Kegiatan B", "Sub Kegiatan C", "a.", "Sasaran:",
        "Tujuan", "1. Jumlah x", "Persentase y", "Indikator: z", "Satuan", "Persen", "Dokumen", "%",
        "URAIAN", "INDIKATOR KINERJA", "SATUAN", "TARGET", "TW I", "TW II", "TW III", "TW IV", "I", "II",
        "Triwulan", "B03", "25%", "1.234", "3,1", "-", "0", "", " ", "WTP", "1 dan 33", "Rp 1.000.000,00",
        "1.02.02", "7.01.01.2.01.0001", "X.XX.01", "RENCANA AKSI TAHUN 2023", "KECAMATAN KEMANGKON",
        "Hal. 1 dari 2", "**", "<b>", "</b>", "#", "&amp;", "(", ")", "…", "\u00a0", "①", "١", "²",
    ]
)  # fmt: skip
_GAPS = st.sampled_from(
    ["\t", "\t\t", " ", "  ", "   ", "|", " | ", "\n", "\n\n", "│", ";", "<br>", "\v"]
)
_RULES = st.sampled_from(["|---|---|\n", "├──┼──┤\n", "+--+--+\n", "┌──┐\n", "====\n"])
_like_plans = st.lists(
    st.one_of(_WORDS, _WORDS, _GAPS, _GAPS, _RULES, st.text(max_size=3)), max_size=80
).map("".join)
_any_bytes = st.binary(max_size=300) | st.text(max_size=200).map(
    lambda text: text.encode(errors="surrogatepass")
)


def document_of(text: str) -> Document:
    return read_document(text.encode(errors="surrogatepass"), Limits())


def read(text: str) -> Reading | None:
    try:
        return interpret(document_of(text))
    except Unreadable:
        return None


@given(_any_bytes)
@examples(150)
def test_arbitrary_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    refused = None
    try:
        read_bytes(data)
    except Unreadable as refusal:
        refused = refusal
    if refused is not None:
        assert refused.message("id").endswith(".")
        assert "\n" not in refused.message("en")


@given(_like_plans)
@examples(250)
def test_whatever_is_read_stands_inside_the_document_under_ids_of_its_own(text: str) -> None:
    reading = read(text)
    if reading is None:
        return
    plan = reading.plan
    lines = text.count("\n") + text.count("\u2028") + text.count("\u2029") + text.count("\x85") + 1
    lines += text.count("\r") + text.count("\f")
    wheres = [found.where for found in reading.diagnostics if found.where]
    for place in [place for _, place in places(plan) if place] + wheres:
        assert place.line is not None
        assert 1 <= place.line <= lines
        assert place.column is not None
        assert 1 <= place.column <= 400
    ids = [element.id for element in plan.elements]
    assert len(set(ids)) == len(ids)
    assert {element.parent for element in plan.elements} <= {None, *ids}
    assert plan.coverage is not None
    assert 0 <= plan.coverage.accounted <= plan.coverage.words


@given(_like_plans)
@examples(150)
def test_a_document_is_read_the_same_every_time(text: str) -> None:
    assert read(text) == read(text)


@given(_like_plans)
@examples(200)
def test_every_row_of_a_text_stands_on_a_line_of_it_in_order(text: str) -> None:
    try:
        rows = document_of(text).rows
    except Unreadable:
        return
    lines = [row.line for row in rows]
    assert lines == sorted(lines)
    assert all(row.cells for row in rows)
    assert [row.table for row in rows] == sorted(row.table for row in rows)
    for row in rows:
        assert row.place(0) == Place(row.line, 1)
        assert not any("\n" in cell or "\t" in cell or "\v" in cell for cell in row.cells)


@given(tables(), st.integers(0, 3), st.integers(0, 3), st.sampled_from([" ", "   ", "\t", " \t"]))
@examples(40)
def test_blank_lines_around_and_blanks_at_line_ends_change_nothing_but_places(
    rows: Table, above: int, below: int, end: str
) -> None:
    text = tabbed(rows)
    padded = "\n" * above + text.replace("\n", f"{end}\n") + "\n" * below
    plain, other = read(text), read(padded)
    assert plain is not None
    assert other is not None
    assert told(other) == told(plain)
    shifted = [
        (words, place.line + above) for words, place in places(plain.plan) if place and place.line
    ]
    assert [(words, place.line) for words, place in places(other.plan) if place] == shifted


@pytest.mark.parametrize("style", STYLES)
@given(rows=tables())
@examples(25)
def test_the_style_of_borders_changes_nothing(style: str, rows: Table) -> None:
    tabs = read(tabbed(rows))
    other = read(STYLES[style](rows))
    assert tabs is not None
    assert other is not None
    assert told(other) == told(tabs)


@given(tables())
@examples(40)
def test_what_the_table_says_is_what_is_read(rows: Table) -> None:
    reading = read(tabbed(rows))
    assert reading is not None
    read_rows = [
        [
            indicator.name,
            indicator.unit,
            *(indicator.target(q).text for q in ("q1", "q2", "q3", "q4")),
        ]
        for element in reading.plan.elements
        for indicator in element.indicators
    ]
    assert read_rows == [row[2:] for row in rows[1:]]
    assert [element.name for element in reading.plan.elements] == [
        row[1] for row in rows[1:] if row[1]
    ]
