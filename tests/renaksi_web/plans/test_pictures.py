"""A page's picture lies under the boxes of what was read from it, however the page is turned."""

from __future__ import annotations

import zlib

import pytest

from renaksi.readers import read_document
from renaksi.readers.limits import Limits
from renaksi_web.plans.isolated.pictures import MOST_DOTS, picture, sizes
from tests.house.repository import ROOT
from tests.renaksi.formats.pdf_files import pdf_of, pdf_page

# Text that runs to the right, up, to the left and down, near one corner of the page.
ALONG = ("1 0 0 1 60 520", "0 1 -1 0 80 60", "-1 0 0 -1 540 80", "0 -1 1 0 520 540")
FILED = ROOT / "tests/cases/filed/dishub-jabar-rencana-aksi-2016.pdf"

Dots = tuple[int, int, list[bytes]]


def dots(png: bytes) -> Dots:
    """Width, height and rows of grey or red dots."""
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    channels = 1 if png[25] == 0 else 3
    body, at = b"", 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            body += png[at + 8 : at + 8 + size]
        at += 12 + size
    plain = zlib.decompress(body)
    stride = 1 + width * channels
    rows = [plain[y * stride + 1 : (y + 1) * stride : channels] for y in range(height)]
    assert all(plain[y * stride] == 0 for y in range(height))
    return width, height, rows


def ink(drawn: Dots, box: tuple[float, float, float, float], scale: float) -> int:
    left, top, right, bottom = (round(side * scale) for side in box)
    return sum(dot < 128 for row in drawn[2][top:bottom] for dot in row[left:right])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("along", ALONG)
def test_the_words_lie_in_their_box_on_the_picture(turn: int, along: str) -> None:
    content = f"BT /F 18 Tf {along} Tm (RENCANA AKSI TAHUN DUA RIBU) Tj ET".encode()
    data = pdf_page(content, box=b"[0 0 600 640]", turn=turn)
    ((_, width, height),) = sizes(data)
    (row,) = read_document(data, Limits()).rows
    box = row.place(0).box
    assert box is not None
    drawn = dots(picture(data, 1))
    scale = drawn[0] / width
    assert drawn[1] / height == pytest.approx(scale, rel=0.01)
    around = (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3)
    everywhere = (0, 0, width, height)
    assert ink(drawn, around, scale) == ink(drawn, everywhere, scale) > 200


def test_a_page_that_is_cropped_is_shown_and_measured_as_it_is_seen() -> None:
    content = b"BT /F 18 Tf 1 0 0 1 150 300 Tm (RENCANA AKSI TAHUN INI) Tj ET"
    data = pdf_page(content, box=b"[0 0 600 600]/CropBox[100 200 500 400]")
    assert sizes(data) == [[1, 400, 200]]
    box = read_document(data, Limits()).rows[0].place(0).box
    assert box is not None
    drawn = dots(picture(data, 1))
    scale = drawn[0] / 400
    around = (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3)
    assert ink(drawn, around, scale) == ink(drawn, (0, 0, 400, 200), scale) > 200


@pytest.mark.parametrize("box", [b"[0 0 14400 14400]", b"[0 0 1 14400]", b"[0 0 0 0]"])
def test_no_page_is_drawn_gigantic_or_without_size(box: bytes) -> None:
    data = pdf_page(b"BT /F 9 Tf (satu dua tiga empat) Tj ET", box=box)
    width, height, _ = dots(picture(data, 1))
    assert 1 <= width * height <= MOST_DOTS * 1.01


def test_a_coloured_page_keeps_its_colours_and_a_grey_one_is_small() -> None:
    red = pdf_page(b"1 0 0 rg 100 100 200 200 re f")
    assert picture(red, 1)[25] == 2
    assert picture(pdf_page(b"100 100 200 200 re f"), 1)[25] == 0


def test_a_page_that_is_only_a_picture_is_drawn_as_it_is_shown() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 500]/Rotate 90>>"
    assert sizes(pdf_of([page])) == [[1, 500, 300]]


def test_every_page_of_a_filed_document_has_its_size() -> None:
    pages = sizes(FILED.read_bytes())
    assert [number for number, _, _ in pages] == list(range(1, 8))
    assert all(width > height for _, width, height in pages)
