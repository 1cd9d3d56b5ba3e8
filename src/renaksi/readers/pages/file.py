"""A PDF file page by page, as marks: opened within limits, refused where it holds no text."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from renaksi.diagnostics import Unreadable
from renaksi.readers.limits import Deadline, Limits, damaged, too_much
from renaksi.readers.pages.letters import Letters, quarters_of
from renaksi.readers.pages.marks import PageMarks, turned
from renaksi.readers.pages.rules import Drawing
from renaksi.readers.pages.streams import check_streams
from renaksi.readers.parts import locked

_KIND: Final = "PDF"
_PASSWORD: Final = 4
_SHEETS: Final = re.compile(r"(?i)\b(?:calc|excel|spreadsheets?|sheets)\b|\.(?:xls[xmb]?|ods)\s*$")
_LEAST_WORDS: Final = 3  # for each page: fewer, beside pictures, are a scan's stamps


def read_pages(data: bytes, limits: Limits) -> list[PageMarks]:
    """The marks of every page; `Unreadable` where the file is locked, broken or a scan."""
    check_streams(data, limits)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == _PASSWORD or "password" in str(error).lower():
            raise locked(_KIND) from error
        raise damaged(_KIND) from error
    try:
        count = len(document)
        if count > limits.max_pages:
            raise too_much(f"{count} halaman", f"{count} pages")
        pages = list(_pages(document, count, limits))
    finally:
        document.close()
    words = sum(len(page.words) for page in pages)
    if sum(page.unreadable for page in pages) > words:
        raise _without_letters()
    has_pictures = any(page.pictures for page in pages)
    if words < _LEAST_WORDS * max(1, len(pages)) and (not words or has_pictures):
        raise needs_ocr() if has_pictures else _without_text()
    return pages


def _pages(document: Any, count: int, limits: Limits) -> Iterator[PageMarks]:
    deadline = Deadline(limits.max_seconds)
    of_sheet = _is_of_sheet(document)
    for index in range(count):
        deadline.check()
        page = pdfium.FPDF_LoadPage(document.raw, index)
        if not page:
            raise damaged(_KIND)
        try:
            yield _marks(page, index + 1, limits)._replace(of_sheet=of_sheet)
        finally:
            pdfium.FPDF_ClosePage(page)


def _is_of_sheet(document: Any) -> bool:
    """Whether a file says that it was printed from a spreadsheet."""
    told = " ".join(document.get_metadata_value(key) for key in ("Creator", "Title"))
    return _SHEETS.search(told) is not None


def _marks(page: Any, number: int, limits: Limits) -> PageMarks:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise damaged(_KIND)
    try:
        quarters = quarters_of(text_page)  # the text tells how the page is held to be read
        left, bottom, right, top = visible(page)
        turn = turned(quarters, left, bottom, right, top)
        width, height = right - left, top - bottom
        if quarters % 2:
            width, height = height, width
        drawing = Drawing(turn, limits)
        drawing.read(page)
        letters = Letters(text_page, turn, drawing, limits, quarters)
        words = letters.words()
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    seen = tuple(
        word for word in words if -1 <= word.centre <= width + 1 and -1 <= word.middle <= height + 1
    )
    return PageMarks(
        number, width, height, seen, tuple(drawing.across), tuple(drawing.down), drawing.pictures,
        unreadable=letters.unreadable,
    )  # fmt: skip


def visible(page: Any) -> tuple[float, float, float, float]:
    """The part of the sheet that is shown: left, bottom, right, top."""
    numbers = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(number) for number in numbers]
    for ask in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
        if ask(page, *pointers):
            left, bottom, right, top = (number.value for number in numbers)
            if right > left and top > bottom:
                return left, bottom, right, top
    return 0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def _without_letters() -> Unreadable:
    """The refusal of a file that draws letters and does not say which."""
    return Unreadable(
        id="huruf di PDF ini tergambar tanpa keterangan hurufnya (fon tanpa peta Unicode), "
        "sehingga teksnya tidak dapat dibaca; cetak ulang ke PDF dari berkas aslinya, atau pakai "
        "berkas aslinya (Word, Excel).",
        en="this PDF draws letters without saying which they are (fonts without a Unicode map), so "
        "its text cannot be read; print it to PDF again from the original file, or use the "
        "original (Word, Excel).",
    )


def _without_text() -> Unreadable:
    """The refusal of a file without a letter and without a picture."""
    return Unreadable(
        id="PDF ini tidak memuat teks: halamannya kosong atau rusak, atau hurufnya hanya digambar "
        "sebagai garis; cetak ulang ke PDF dari berkas aslinya, atau pakai berkas aslinya "
        "(Word, Excel).",
        en="this PDF holds no text: its pages are empty or damaged, or its letters are only drawn "
        "as lines; print it to PDF again from the original file, or use the original (Word, "
        "Excel).",
    )


def needs_ocr() -> Unreadable:
    """The refusal of a scan."""
    return Unreadable(
        id="PDF ini hasil pindaian tanpa lapisan teks, sehingga perlu OCR; pakai berkas aslinya "
        "(Word, Excel, PDF dengan teks) atau jalankan OCR dahulu.",
        en="this PDF is a scan without a text layer, so it needs OCR; use the original file (Word, "
        "Excel, PDF with text) or run OCR first.",
    )
