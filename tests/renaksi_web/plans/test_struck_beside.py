"""What is struck out is no value, and stands on the page of the document as on the paper."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from renaksi.readers import read_document
from renaksi.readers.content import Content
from renaksi.readers.limits import Limits
from renaksi_web.plans.isolated.original import original_of
from renaksi_web.plans.services import importing
from tests.renaksi.formats.excel_files import excel_file, text
from tests.renaksi.formats.excel_files import rows as rows_of
from tests.renaksi.formats.packages import packed, unpacked
from tests.renaksi.formats.test_void_texts import FILES
from tests.renaksi.formats.word_files import cell, paragraph, table, word_file
from tests.renaksi_web.office import Office, client_of

_STRUCK = "<w:strike/>"


def blocks(data: bytes) -> list[list[Any]]:
    """Of each block of the document its rows: number, name, and each cell's texts."""
    document = read_document(data, Limits())
    shown = original_of(document, Content(data), "")
    return [
        [
            [label, name, *(each[1:2] + each[5:] for each in row)]
            for label, name, _, row in block["rows"]
        ]
        for block in shown["blocks"]
    ]


def word(body: str) -> bytes:
    return packed({"[Content_Types].xml": b"<Types/>", **unpacked(word_file(body))})


def lone(*texts: str) -> str:
    """Cells whose whole texts are struck out."""
    return "".join(f"<w:tc>{paragraph(each, marks=_STRUCK)}</w:tc>" for each in texts)


@pytest.mark.parametrize("form", FILES)
def test_it_stands_before_what_holds_in_its_cell(form: str) -> None:
    ((_, (*_, first, second, third, fourth)),) = blocks(FILES[form][0]())
    assert [first, second, third, fourth] == [["25", "20"], ["30"], ["", "35"], ["40"]]


def test_a_row_of_which_nothing_stands_is_shown_where_it_was() -> None:
    body = table(cell("a") + cell("1"), lone("batal", "2"), cell("c") + cell("3"), lone("d", "4"))
    assert blocks(word(body)) == [
        [
            [1, "t1-1", ["a"], ["1"]],
            [2, "t1-2", ["", "batal 2"]],
            [3, "t1-3", ["c"], ["3"]],
            [4, "t1-4", ["", "d 4"]],
        ]
    ]


def test_a_table_and_a_line_of_which_nothing_stands_are_shown_between_the_others() -> None:
    gone = paragraph("Catatan lama", marks=_STRUCK)
    body = paragraph("Atas") + table(lone("x", "y")) + gone + table(cell("a") + cell("1"))
    assert blocks(word(body)) == [
        [[1, "b1", ["Atas"]]],
        [[1, "t1-1", ["", "x y"]]],
        [["", "", ["", "Catatan lama"]]],
        [[1, "t2-1", ["a"], ["1"]]],
    ]


def test_a_row_of_a_sheet_and_a_last_column_of_which_nothing_stands_are_shown() -> None:
    styles = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
    sheet = rows_of(
        text("A1", "a") + text("B1", "b") + text("C1", "c", 1), text("A2", "d", 1),
        text("A3", "e"),
    )  # fmt: skip
    data = packed(
        {"[Content_Types].xml": b"<Types/>", **unpacked(excel_file(sheet, styles=styles))}
    )
    assert blocks(data) == [
        [[1, "sLembar1-1", ["a"], ["b", "c"]]],
        [[2, "sLembar1-2", ["", "d"]], [3, "sLembar1-3", ["e"]]],
    ]


def test_rows_of_a_page_are_shown_between_those_that_stand() -> None:
    page = "<table><tr><td>a<td>1<tr style='text-decoration:line-through'><td>b<td>2<tr><td>c<td>3"
    assert blocks(f"<html><body>{page}</table></body></html>".encode()) == [
        [[1, "b1", ["a"], ["1"]], ["", "", ["", "b 2"]], [2, "b2", ["c"], ["3"]]]
    ]


def test_a_text_beyond_those_that_are_told_one_by_one_is_shown_too() -> None:
    page = "<table>" + "<tr><td>a<td><s>b</s><td>c" * 150 + "</table>"
    (rows,) = blocks(page.encode())
    assert [row[3] for row in rows] == [["", "b"]] * 150


def test_what_is_hidden_is_not_shown() -> None:
    page = "<html><table><tr><td>a<td style='display:none'>rahasia<td><s>lama</s>b</table></html>"
    assert "rahasia" not in str(blocks(page.encode()))


@pytest.mark.parametrize("form", FILES)
def test_the_page_says_it_to_eyes_and_to_ears(office: Office, form: str) -> None:
    imported = importing.bring_in(by=office.operator, data=FILES[form][0](), filename="rencana")
    asked = {"office": office.organisation.slug, "imported": imported.pk}
    page = client_of(office.operator).get(reverse("import", kwargs=asked)).text
    said = '<s title="Dicoret"><span class="visually-hidden">Dicoret: </span>'
    assert f"{said}20</s> " in page
    assert f"{said}35</s></td>" in page
    assert page.count("<s ") == 2
