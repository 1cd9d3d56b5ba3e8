"""The letters of a PDF page joined into words, in the order in which the page prints them."""

from __future__ import annotations

import ctypes
import math
import sys
from bisect import bisect_left
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from renaksi.readers.cells import INVISIBLE
from renaksi.readers.limits import Limits, too_much
from renaksi.readers.pages.marks import Turn, Word, box
from renaksi.readers.pages.overprinted import Letter, overprinted
from renaksi.readers.pages.rules import Drawing
from renaksi.readers.pages.shown import Shown
from renaksi.readers.pages.upended import run_of, upright
from renaksi.readers.raised import is_mark

_BLANK: Final = frozenset({*range(33), 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}) - {2}
_CONTROLS: Final = frozenset(range(1, 32)) - {9, 10, 13}
_SPACES: Final = frozenset({0x20, 0xA0})
_HYPHEN: Final = 2  # how PDFium writes a hyphen at the end of a line
_APART: Final = 0.25  # of the letters' height: wider gaps part words
_TIGHT: Final = 0.05  # of the height: letters that are nearer touch
_LINE: Final = 0.5  # of the height: letters further up or down are another line's
_SMALL: Final = 0.8  # of the height of the word before it: so small is a raised mark
_RAISED: Final = 0.15  # of that height: so much higher it ends
_BESIDE: Final = 0.15
_FONT_NAME: Final = 120
_NO_LETTER: Final = "\ufffd"


class Letters:
    """Reads the text layer of one page; ``drawing`` is what is drawn on it."""

    def __init__(
        self, text_page: Any, turn: Turn, drawing: Drawing, limits: Limits, quarters: int = 0
    ) -> None:
        """`Unreadable` where the page holds more letters than the limit.

        ``quarters``: how often most of its text is turned, which ``turn`` makes upright.
        """
        self._page = text_page
        self._turn = turn
        self._quarters = quarters
        self._firsts: list[int] = []  # of each word, the number of its first letter
        self._down = sorted(drawing.down)
        self._texts = drawing.texts
        self._shown = Shown(drawing.texts, turn)
        self._is_crossed = False  # whether some word runs over a rule
        self.unreadable = 0  # words whose font does not say which letters it draws
        self._rectangle = pdfium.FS_RECTF()
        self._pointer = ctypes.byref(self._rectangle)
        self._count = pdfium.FPDFText_CountChars(text_page)
        if self._count > limits.max_marks:
            much = f"{self._count} huruf di satu halaman", f"{self._count} letters on one page"
            raise too_much(*much)

    def words(self) -> list[Word]:
        """The words of the page in the order in which it prints them."""
        page = self._page
        words: list[Word] = []
        held: list[Letter] = []
        bottom = right = 0.0
        unmapped = -2  # the last letter that the font gives as a control character
        for index in range(self._count):
            code = pdfium.FPDFText_GetUnicode(page, index)
            if code in _BLANK or not pdfium.FPDFText_GetLooseCharBox(page, index, self._pointer):
                spaced = code in _SPACES and not pdfium.FPDFText_IsGenerated(page, index)
                if spaced and words and not held:  # the space stands at the next line's beginning
                    words[-1] = words[-1]._replace(spaced=True)
                words.extend(self._words(held, spaced))
                held = []
                if code in _CONTROLS and pdfium.FPDFText_HasUnicodeMapError(page, index) == 1:
                    self.unreadable += index > unmapped + 1  # a word, not a letter
                    unmapped = index
                continue
            area = self._rectangle
            x0, y0, x1, y1 = box(self._turn, area.left, area.bottom, area.right, area.top)
            height, gap = y1 - y0, x0 - right
            if held and not (
                abs(y1 - bottom) < _LINE * height
                and -height < gap < _APART * height
                and (abs(gap) < _TIGHT * height or self._is_one(index - 1, index))
            ):
                words.extend(self._words(held, spaced=False))
                held = []
            held.append((index, code, x0, y0, x1, y1))
            bottom, right = (y1, x1) if len(held) == 1 else (max(bottom, y1), max(right, x1))
        words.extend(self._words(held, spaced=False))
        words = self._without_upended(words)
        if self._is_crossed:
            for run in overprinted(page, self._texts, self._all(), self._turn):
                words.extend(self._word(run, spaced=False))
        return _without_marks(words)

    def _without_upended(self, words: list[Word]) -> list[Word]:
        """The words, the letters of texts that run up or down the page put together."""
        found: list[Word] = []
        at = 0
        while at < len(words):
            count = run_of(words, at) if len(words[at].text) == 1 else 1
            run = words[at : at + count]
            if count > 1 and self._is_upended(self._firsts[at]):
                run = [upright(run)]
            found += run
            at += count
        return found

    def _is_upended(self, index: int) -> bool:
        """Whether a letter stands otherwise than most of the page."""
        angle = pdfium.FPDFText_GetCharAngle(self._page, index)
        return -round(angle / (math.pi / 2)) % 4 not in (self._quarters, (self._quarters + 2) % 4)

    def _all(self) -> list[Letter]:
        """All letters of the page."""
        found = []
        for index in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._page, index)
            if code in _BLANK or pdfium.FPDFText_IsGenerated(self._page, index):
                continue
            if pdfium.FPDFText_GetLooseCharBox(self._page, index, self._pointer):
                area = self._rectangle
                edges = box(self._turn, area.left, area.bottom, area.right, area.top)
                found.append((index, code, *edges))
        return found

    def _words(self, letters: list[Letter], spaced: bool) -> list[Word]:
        """The word of these letters; two where they only meet across a table's rule."""
        if not letters:
            return []
        if not self._crosses_rule(letters):
            return self._word(letters, spaced)
        self._is_crossed = True
        parts = [[letters[0]]]
        for before, letter in pairwise(letters):
            if self._is_one(before[0], letter[0]):
                parts[-1].append(letter)
            else:
                parts.append([letter])
        last = parts.pop()
        found = [word for part in parts for word in self._word(part, spaced=False)]
        return found + self._word(last, spaced)

    def _word(self, letters: list[Letter], spaced: bool) -> list[Word]:
        text = _written(letters).translate(INVISIBLE).strip()
        if not text:
            return []
        left, top = letters[0][2], min([letter[3] for letter in letters])
        right, bottom = max([letter[4] for letter in letters]), max([x[5] for x in letters])
        first = letters[0][0]
        if pdfium.FPDFText_HasUnicodeMapError(self._page, first) == 1:
            self.unreadable += 1
            return []
        cut = None
        if self._shown:
            text_object = pdfium.FPDFText_GetTextObject(self._page, first)
            cut = self._shown.cut(text_object, left, top, right, bottom)
        self._firsts.append(first)
        return [Word(left, top, right, bottom, text, _is_bold(self._page, first), spaced, cut)]

    def _crosses_rule(self, letters: list[Letter]) -> bool:
        left, right = letters[0][2] + 1, letters[-1][4] - 1
        middle = (letters[0][3] + letters[0][5]) / 2
        at = bisect_left(self._down, (left,))
        while at < len(self._down) and self._down[at].at < right:
            if self._down[at].start <= middle <= self._down[at].end:
                return True
            at += 1
        return False

    def _is_one(self, before: int, index: int) -> bool:
        """Whether two letters were written together and do not stand side by side by chance."""
        here = pdfium.FPDFText_GetTextObject(self._page, index)
        there = pdfium.FPDFText_GetTextObject(self._page, before)
        return ctypes.addressof(here.contents) == ctypes.addressof(there.contents)


def _without_marks(words: list[Word]) -> list[Word]:
    """The words, the raised marks of notes put to what they stand behind."""
    kept: list[Word] = []
    for word in words:
        before = kept[-1] if kept else word
        size = before.bottom - before.top
        if (
            word.bottom - word.top < _SMALL * size
            and before.top - size < word.top < word.bottom < before.bottom - _RAISED * size
            and abs(word.left - before.right) < _BESIDE * size
            and is_mark(word.text, before.text)
        ):
            kept[-1] = before._replace(mark=before.mark + word.text, spaced=word.spaced)
        else:
            kept.append(word)
    return kept


def _is_bold(text_page: Any, index: int) -> bool:
    """Whether the font of a letter calls itself bold."""
    buffer = ctypes.create_string_buffer(_FONT_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, _FONT_NAME, ctypes.byref(flags))
    return b"bold" in buffer.value.lower()


def _written(letters: list[Letter]) -> str:
    """The text of letters; a code that a damaged font gives and that is no character is �."""
    try:
        text = "".join(["-" if one[1] == _HYPHEN else chr(one[1]) for one in letters])
    except ValueError:
        codes = [one[1] for one in letters]
        text = "".join([chr(code) if code <= sys.maxunicode else _NO_LETTER for code in codes])
    if text.isascii():
        return text
    # Halves of letters that a font gives one by one belong together, and a lone one is none.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def quarters_of(text_page: Any) -> int:
    """How many quarter turns clockwise make most of the text upright."""
    count = pdfium.FPDFText_CountChars(text_page)
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 100)):
        if pdfium.FPDFText_GetUnicode(text_page, index) not in _BLANK:
            angle = pdfium.FPDFText_GetCharAngle(text_page, index)
            turns[-round(angle / (math.pi / 2)) % 4] += 1
    return turns.index(max(turns))
