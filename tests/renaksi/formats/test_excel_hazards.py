"""Workbooks as odd programs write them: names in other letters, parts that overlap, endless cells."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from renaksi.diagnostics import Unreadable
from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from tests.renaksi.formats.excel_files import excel_file, rows, text
from tests.renaksi.formats.packages import packed, unpacked

_TYPES = {"[Content_Types].xml": b"<Types/>"}
_LONG = "x" * 100_001


def book_of(*cells: tuple[int, int, str], bordered: int | None = None) -> xlwt.Workbook:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lembar1")
    if bordered is not None:
        sheet.col(bordered).set_style(xlwt.easyxf("border: left thin"))
    for row, column, shown in cells:
        sheet.write(row, column, shown)
    return book


def saved(book: xlwt.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "spelt",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: "/" + name,
        lambda name: name.replace("workbook", "WorkBook").replace("xl/work", "xl/Work"),
        lambda name: name.replace("xl/", "lain/"),
        lambda name: name.removeprefix("xl/"),
    ],
    ids=["backslashes", "a slash before", "other letters", "another folder", "no folder"],
)
def test_the_names_of_parts_are_known_however_a_program_spells_them(
    spelt: Callable[[str], str],
) -> None:
    parts = unpacked(excel_file(rows(text("A1", "Program"))))
    document = read_document(
        packed(_TYPES | {spelt(n): data for n, data in parts.items()}), Limits()
    )
    assert [row.cells for row in document.rows] == [("Program",)]


def test_a_long_text_that_many_cells_show_is_refused() -> None:
    shared = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 4))
    files = (
        excel_file(rows(shared), strings=(f"<t>{_LONG}</t>",)),
        excel_file(rows(text("A1", _LONG))),
        packed(
            {
                "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": b'<table:o xmlns:table="t" xmlns:text="x"><table:table><table:table-row>'
                b'<table:table-cell table:number-columns-repeated="99"><text:p>%s</text:p>'
                b"</table:table-cell></table:table-row></table:table></table:o>" % _LONG.encode(),
            }
        ),
    )
    for data in files:
        with pytest.raises(Unreadable, match="100001 letters in one cell"):
            read_document(data, Limits())


def test_an_old_workbook_whose_parts_lie_over_one_another_is_read_and_told() -> None:
    data = bytearray(saved(book_of((0, 0, "Program"))))
    root = 512 * (1 + struct.unpack_from("<I", data, 48)[0])  # of the directory
    struct.pack_into("<II", data, root + 116, 0, 4096)  # short streams stand where the sheets do
    document = read_document(bytes(data), Limits())
    assert [row.cells for row in document.rows] == [("Program",)]
    assert "over one another" in document.omissions[0].en


def test_a_name_whose_formula_is_unsound_ends_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read_document(with_name(book_of((0, 0, "Program")), b"\x2d" + bytes(8)), Limits())


def with_name(book: xlwt.Workbook, formula: bytes) -> bytes:
    """The workbook with a defined name of this formula."""
    stream = bytearray(book.get_biff_data())
    name = struct.pack("<HBBHHHBBBB", 0, 0, 1, len(formula), 0, 0, 0, 0, 0, 0) + b"\0a" + formula
    record = struct.pack("<HH", 0x18, len(name)) + name
    at = 0
    while (kind := struct.unpack_from("<H", stream, at)[0]) != 0x0A:  # the end of what all share
        if kind == 0x85:  # where a sheet stands
            (place,) = struct.unpack_from("<I", stream, at + 4)
            struct.pack_into("<I", stream, at + 4, place + len(record))
        at += 4 + struct.unpack_from("<H", stream, at + 2)[0]
    stream[at:at] = record
    out = BytesIO()
    XlsDoc().save(out, bytes(stream))
    return out.getvalue()


def test_a_sheet_of_endless_empty_cells_costs_nothing() -> None:
    data = saved(book_of((0, 0, "Program"), (65_535, 255, "akhir")))
    document = read_document(data, Limits(max_seconds=2))
    assert [row.cells[0] for row in document.rows] == ["Program", ""]


@pytest.mark.parametrize(("bordered", "tables"), [(1, 1), (None, 2)])
def test_a_row_whose_borders_come_from_its_column_alone_parts_no_table(
    bordered: int | None, tables: int
) -> None:
    cells = [(row, column, f"{row}{column}") for row in (0, 2) for column in (0, 1)]
    document = read_document(saved(book_of(*cells, bordered=bordered)), Limits())
    assert len({row.table for row in document.rows}) == tables
