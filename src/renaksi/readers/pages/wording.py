"""What a document's own words tell about texts that lines and pages broke.

A narrow column breaks words anywhere (``Kesepakata`` above ``n``), a page break cuts a sentence in
two. Whether two parts belong together is told by the spaces that the file writes at the ends
of lines, by the words that stand whole elsewhere in it, and by the words that follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from renaksi.quarter import LABEL
from renaksi.readers.cells import joined
from renaksi.readers.pages.lines import Line
from renaksi.readers.pages.marks import PageMarks, Word
from renaksi.readers.pages.tables import Box, PageCell
from renaksi.readers.wrapped import BEGINNING

_STROKE: Final = re.compile(r"[^\W\d_][-/]$")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?%?|\d+(?:,\d+)?%?")
_JOINED: Final = ("dan", "atau", "di", "ke", "dari", "pada", "yang", "untuk", "dengan", "oleh")
_HEADS: Final = frozenset(
    {
        "anggaran", "indikator", "kegiatan", "ket", "kinerja", "kode", "no", "program", "realisasi",
        "rp", "sasaran", "satuan", "target", "triwulan", "tujuan", "uraian",
    }
)  # fmt: skip
_MONTH: Final = re.compile(r"b(?:03|06|09|12)")
_FIGURE: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_CODE: Final = re.compile(r"(?:\d{1,4}\.){2,}\|\d+(?:\.\d+)*")
_SHORT_WORDS: Final = frozenset({"di", "ke", "ha", "kg", "km", "kw", "m", "m2", "gr", "lt", "th"})
_LONG_PERCENTAGE: Final = 6
_SHORTEST: Final = 3  # letters: shorter ones number a row
_SPACED: Final = 0.3  # of the lines that go on: a file with more writes spaces at their ends
_MOST_OF: Final = 0.55  # of its cell's width, at least, is used by a full line
_PADDINGS: Final = 11.0  # points, left and right together, as word processors set them
_LETTER: Final = 0.6  # of its height: the width of a letter


class Wording:
    """The words of a document."""

    def __init__(self, pages: Sequence[PageMarks]) -> None:
        """Look through all pages once."""
        self._counts = _counts_within(pages)
        self._neighbours = _neighbours_within(pages)
        self._writes_spaces = _writes_spaces(pages)

    def cell_text(self, cell: PageCell) -> tuple[str, tuple[int, ...]]:
        """The lines of a cell as one text; what a line's end broke in a word is joined.

        ``Kab/`` above ``Kota`` is one word; ``Ciwidey -`` above ``Banjar`` are two.
        """
        whole = "".join(line.text for line in cell.lines)
        if len(whole) < _LONG_PERCENTAGE and whole.count("%") == 1 and _NUMBER.fullmatch(whole):
            return whole, ()  # 10 above 0 above %
        texts: list[str] = []
        before: Line | None = None
        for line in cell.lines:
            text = line.text
            if before is not None and self._breaks_word(before, texts[-1], text, cell.box):
                texts[-1] += text
            else:
                texts.append(text)
            before = line
        return joined(texts)

    def _breaks_word(self, line: Line, above: str, below: str, box: Box) -> bool:
        """Whether the end of ``line`` broke a word that goes on ``below``."""
        if line.words[-1].spaced:
            return False
        if _is_of_header(_bare(above.rpartition(" ")[2]) + _bare(below.partition(" ")[0])):
            return len(line.words) == 1
        alone = len(line.words) == 1 and self._writes_spaces and _is_full(line, box)
        if _NUMBER.fullmatch(above.rpartition(" ")[2] + below):
            return below == "%" or above[-1] in ",." or (alone and len(above) > 2)
        if below[0].isalnum() and _STROKE.search(above):
            return True
        if len(line.words) == 1 and _CODE.fullmatch(f"{above}|{below}"):
            return True
        ends, begins = _LAST_WORD.search(above), _FIRST_WORD.match(below)
        if not ends or not begins:
            return False
        if not below[0].islower() and not (ends[0][-1].isupper() and begins[0].isupper()):
            return False
        first, second = ends[0].casefold(), begins[0].casefold()
        if self._counts.get(first + second, 0) > self._counts.get(second, 0):
            return True
        if len(line.words) == 1 and len(second) < _SHORTEST and below.split()[0] == begins[0]:
            return second not in _SHORT_WORDS and _is_full(line, box)
        return alone and not self._counts.get(first) and not self._counts.get(second)

    def goes_on(self, above: str, text: str) -> bool:
        """Whether a text certainly goes on with the one above it, within a sentence."""
        last, first = _bare(above.rpartition(" ")[2]), _bare(text.partition(" ")[0])
        return (
            text[0].islower()
            or above[-1] in ",/-(&"
            or last in _JOINED
            or (last, first) in self._neighbours
        )


def is_cut(above: str, below: str) -> bool:
    """Whether a figure, a code, or a quarter and its figure were cut between two texts."""
    end, start = above.rpartition(" ")[2], below.partition(" ")[0]
    if _CODE.fullmatch(f"{end}|{start}") or (below == "%" and above[-1].isdigit()):
        return True
    if len(below) < _SHORTEST and below.islower() and below.isalpha() and above[-1].isalpha():
        return True
    if LABEL.fullmatch(f"{above} {below}") and not LABEL.fullmatch(above):
        return True
    if (
        len(end + start) > 7
        and _FIGURE.fullmatch(end + start)
        and not (_FIGURE.fullmatch(end) and start.isdigit())
    ):
        return not (end.isdigit() and _FIGURE.fullmatch(start))
    labels = [found.end() for found in LABEL.finditer(above)]
    return len(labels) > 1 and labels[-1] == len(above) and start[:1].isdigit()


def begins_anew(text: str) -> bool:
    """Whether a text begins with a number, a label or a quarter."""
    return bool(BEGINNING.match(text) or LABEL.match(text))


def may_go_on(text: str) -> bool:
    """Whether a text may stand in the middle of a sentence: it begins nothing of its own."""
    if len(text) < _SHORTEST or begins_anew(text):
        return False
    return text[0].isalpha() or text[0] in "(/&"


def _is_full(line: Line, box: Box) -> bool:
    """Whether a line fills its cell: not a letter more would fit between the paddings."""
    width, used = box[2] - box[0], line.right - line.left
    return used >= _MOST_OF * width and used >= width - _PADDINGS - _LETTER * line.words[-1].size


def _is_of_header(word: str) -> bool:
    """Whether a word, put together, is one that heads a narrow column."""
    return word in _HEADS or _MONTH.fullmatch(word) is not None


def _bare(word: str) -> str:
    return word.strip("().,:;/-").casefold()


def _counts_within(pages: Sequence[PageMarks]) -> dict[str, int]:
    """How often each word stands beside another: what stands alone may be part of a word."""
    counts: dict[str, int] = {}
    for page in pages:
        beside = False
        for word, following in pairwise([*page.words, None]):
            if word is None:
                break
            goes_on = following is not None and _is_beside(word, following)
            text = _bare(word.text)
            if (beside or goes_on) and text.isalpha():
                counts[text] = counts.get(text, 0) + 1
            beside = goes_on
    return counts


def _neighbours_within(pages: Sequence[PageMarks]) -> frozenset[tuple[str, str]]:
    """Words that stand beside each other on some line."""
    return frozenset(
        (_bare(one.text), _bare(other.text))
        for page in pages
        for one, other in pairwise(page.words)
        if _is_beside(one, other)
    )


def _is_beside(one: Word, other: Word) -> bool:
    level = abs(one.middle - other.middle) < one.size / 2
    return level and 0 < other.left - one.right < one.size


def _writes_spaces(pages: Sequence[PageMarks]) -> bool:
    """Whether the file writes a space at the end of a line that goes on below."""
    ends = [
        one.spaced for page in pages for one, other in pairwise(page.words) if _below(one, other)
    ]
    return sum(ends) > _SPACED * len(ends)


def _below(one: Word, other: Word) -> bool:
    return other.left < one.right and one.size / 2 < other.middle - one.middle < 2 * one.size
