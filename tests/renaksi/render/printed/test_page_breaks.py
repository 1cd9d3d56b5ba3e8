"""A sheet that is printed is broken where nothing that belongs together is torn."""

from __future__ import annotations

import io

import openpyxl
import pytest

from renaksi.render.printed import printed
from renaksi.render.printed.page_breaks import PrintedPage, breaks, joined_rows
from renaksi.reports.tree import Cell, Heading, Table, placed
from tests.renaksi.render.printed.test_formats import document, table
from tests.renaksi.render.printed.test_pages import SIGNED
from tests.renaksi.reports.paper import build

PAGE = PrintedPage(100.0)


def broken(rows: int, joined: set[int] = frozenset(), again: float = 0.0) -> list[int]:  # type: ignore[assignment]
    return breaks(rows, dict.fromkeys(range(rows), 20.0), joined, PAGE, again)


def test_a_page_is_filled_and_no_more() -> None:
    assert broken(5) == []
    assert broken(12) == [5, 10]


def test_repeated_heads_take_their_room_on_every_page_but_the_first() -> None:
    assert broken(12, again=20.0) == [5, 9]


def test_rows_that_belong_together_go_to_the_next_page_together() -> None:
    assert broken(8, joined={4, 5, 6}) == [3]


def test_what_is_longer_than_a_page_is_left_to_the_program() -> None:
    assert broken(9, joined=set(range(1, 9))) == []


def test_a_cell_over_several_rows_holds_them_together_unless_it_may_split() -> None:
    whole, split = (Cell("a", 3), Cell("b")), (Cell("c", 3, splits=True), Cell("d"))
    rest = (Cell("e"),)
    long = ((Cell("f"), Cell("g")),) * 4
    rows = ((Cell("h"), Cell("i")), whole, rest, rest, split, rest, rest, *long)
    assert joined_rows(placed(rows, 2), heads=1) == {1, 2, 3}


def test_a_table_of_a_few_rows_is_not_torn() -> None:
    rows = ((Cell("a"), Cell("b")),) * 9
    assert joined_rows(placed(rows, 2), heads=1) == set(range(1, 9))


def sheet_of(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("landscape", [False, True])
def test_signatures_come_with_the_last_row_above_them(landscape: bool) -> None:
    for count in range(20, 60, 5):
        rows = [(Cell(str(n)), Cell(f"Baris {n}."), Cell()) for n in range(count)]
        sheet = sheet_of(printed(document(table(*rows), SIGNED, landscape=landscape), "xlsx"))
        begins = {one.id + 1 for one in sheet.row_breaks.brk}  # rows count from 1, and end a page
        last = next(row[0].row for row in sheet.iter_rows() if row[0].value == str(count - 1))
        names = next(c.row for row in sheet.iter_rows() for c in row if c.value == "CONTOH")
        assert not begins & set(range(last + 1, names + 1))


def test_no_quarter_of_an_action_plan_is_torn_from_the_others() -> None:
    book = openpyxl.load_workbook(io.BytesIO(printed(build("rencana-aksi"), "xlsx")))
    seen = 0
    for sheet in book.worksheets:
        for one in sheet.row_breaks.brk:
            seen += 1
            assert "TW I" in {cell.value for cell in sheet[one.id + 1]}
    assert seen


def test_a_heading_and_a_caption_come_with_what_they_stand_over() -> None:
    rows = [(Cell(str(n)), Cell(f"Baris {n}."), Cell()) for n in range(4)]
    small = Table(table().columns, table().head, tuple(rows), "Tabel 1\nJudul tabel")
    blocks = [block for n in range(12) for block in (Heading(f"Bagian {n}", 2), small)]
    sheet = sheet_of(printed(document(*blocks), "xlsx"))
    begins = [sheet.cell(one.id + 1, 1).value for one in sheet.row_breaks.brk]
    assert begins
    assert all(str(words).startswith("Bagian") for words in begins)
