"""What the style sheets of a saved page hide is no part of the plan, and what they show is."""

from __future__ import annotations

import pytest

from renaksi.readers import read_document
from renaksi.readers.limits import Limits

CELL = "<span class='lama'>75</span>76"


def cell(style: str, inner: str = CELL, attributes: str = "") -> str:
    page = f"<html><head><style>{style}</style></head><body><table><tr><td>a</td>"
    page += f"<td {attributes}>{inner}</td></tr><tr><td>b</td><td>c</td></tr></table></body></html>"
    return read_document(page.encode(), Limits()).rows[0].cells[1]


@pytest.mark.parametrize(
    "style",
    [
        ".lama{display:none}",
        "span.lama { DISPLAY : NONE; }",
        ".lama{visibility :hidden}",
        ".x, .lama{visibility:hidden}",
        "td .lama{display:none}",
        "table > td .lama{display:none}",
        "@media screen{.x{color:red} .lama{display:none}}",
        "@charset 'utf-8'; /* } */ .lama{color:red;display:none !important} .lama{display:inline}",
        "<!-- .lama{mso-hide:all} -->",
    ],
)
def test_what_a_class_hides_is_not_read(style: str) -> None:
    assert cell(style) == "76"


@pytest.mark.parametrize(
    "style",
    [
        "@media print{.x{color:red} .lama{display:none}}",
        "@media screen and (max-width: 600px){.lama{display:none}}",
        ".open .lama{display:none}",
        ".lama:hover{display:none}",
        ".lama{display:none} span.lama{display:inline}",
        ".lama{display:none} .lama{display:block}",
        "p.lama{display:none}",
    ],
)
def test_what_is_hidden_elsewhere_or_shown_again_is_read(style: str) -> None:
    assert cell(style) == "7576"


def test_a_tab_that_is_open_is_read() -> None:
    style = ".tab{display:none} .tab.active{display:block}"
    inner = "<div class='tab active'>buka</div><div class='tab'>tutup</div>"
    assert cell(style, inner) == "buka"
    assert cell(style, "<div class=tab style='display:block'>buka</div>") == "buka"
    assert cell(style, "<div class=tab style='display : block'>buka</div>") == "buka"
    assert cell(style, "76<div style='display : none'>tutup</div>") == "76"


def test_a_cell_that_is_not_displayed_takes_no_room() -> None:
    page = (
        "<style>.lama{display:none}</style><table><tr><th>A</th><th class=lama>B</th><th>C</th></tr>"
        "<tr><td>1</td><td class=lama>2</td><td>3</td></tr><tr class=lama><td>4<td>5<td>6</tr></table>"
    )
    document = read_document(page.encode(), Limits())
    assert [row.cells for row in document.rows] == [("A", "C"), ("1", "3")]


def test_classes_that_hide_by_custom_do_without_their_style_sheet() -> None:
    assert cell("", "<i class='sr-only'>tahun lalu</i>76") == "76"
    assert cell("", "<i class='d-none d-md-inline'>nilai</i> 76") == "nilai 76"
    assert (
        cell(".sr-only{color:red;display:inline}", "<i class='sr-only'>nilai</i> 76") == "nilai 76"
    )
