"""The letters of a PDF page joined into words, in the order in which the page prints them."""

from __future__ import annotations

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium

from renaksi.readers.cells import INVISIBLE
from renaksi.readers.limits import Limits, too_much
from renaksi.readers.pages.marks import Turn, Word, box

_BLANK: Final = frozenset({*range(33), 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}) - {2}
_HYPHEN: Final = 2  # how PDFium writes a hyphen at the end of a line
_APART: Final = 0.25  # of the letters' height: wider gaps part words
_LINE: Final = 0.5  # of the height: letters further up or down are another line's
_FONT_NAME: Final = 120


def words_of(text_page: Any, turn: Turn, limits: Limits) -> list[Word]:
    """The words of a page's text layer."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count > limits.max_marks:
        raise too_much(f"{count} huruf di satu halaman", f"{count} letters on one page")
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    words: list[Word] = []
    letters = ""
    first = 0
    left = top = right = bottom = 0.0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in _BLANK or not pdfium.FPDFText_GetLooseCharBox(text_page, index, pointer):
            if letters:
                words.append(_word(text_page, first, letters, left, top, right, bottom))
                letters = ""
            continue
        x0, y0, x1, y1 = box(
            turn, rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        )
        height = y1 - y0
        if letters and not (
            abs(y1 - bottom) < _LINE * height and -height < x0 - right < _APART * height
        ):
            words.append(_word(text_page, first, letters, left, top, right, bottom))
            letters = ""
        if letters:
            top, right, bottom = min(top, y0), max(right, x1), max(bottom, y1)
        else:
            first, left, top, right, bottom = index, x0, y0, x1, y1
        letters += "-" if code == _HYPHEN else chr(code)
    if letters:
        words.append(_word(text_page, first, letters, left, top, right, bottom))
    return [word for word in words if word.text]


def _word(
    text_page: Any, first: int, letters: str, left: float, top: float, right: float, bottom: float
) -> Word:
    text = letters if letters.isascii() else letters.translate(INVISIBLE).strip()
    return Word(left, top, right, bottom, text, _is_bold(text_page, first))


def _is_bold(text_page: Any, index: int) -> bool:
    """Whether the font of a letter calls itself bold."""
    buffer = ctypes.create_string_buffer(_FONT_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, _FONT_NAME, ctypes.byref(flags))
    return b"bold" in buffer.value.lower()


def quarters_of(text_page: Any) -> int:
    """How many quarter turns clockwise make most of the text upright, apart from the page's own."""
    import math

    count = pdfium.FPDFText_CountChars(text_page)
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 100)):
        if pdfium.FPDFText_GetUnicode(text_page, index) not in _BLANK:
            angle = pdfium.FPDFText_GetCharAngle(text_page, index)
            turns[round(angle / (math.pi / 2)) % 4] += 1
    return turns.index(max(turns))
