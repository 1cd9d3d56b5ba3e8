"""What a document's own words tell about texts that lines and pages broke.

A narrow column breaks words anywhere (``Kesepakata`` above ``n``), a page break cuts a sentence in
two. Whether two parts belong together is told by the spaces that the file writes at the ends
of lines, by the words that stand whole elsewhere in it, and by the words that follow each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from renaksi.quarter import LABEL
from renaksi.readers.cells import joined
from renaksi.readers.pages.line_ends import is_below, is_beside, line_ends
from renaksi.readers.pages.lines import Line
from renaksi.readers.pages.marks import PageMarks, Word
from renaksi.readers.pages.tables import Box, PageCell
from renaksi.readers.pages.vocabulary import HEADS, is_common
from renaksi.readers.wrapped import BEGINNING

_STROKE: Final = re.compile(r"[^\W\d_][-/]$|\)/$")
_STROKE_FIRST: Final = re.compile(r"/ ?[^\W\d_]")
_PARTS: Final = re.compile(r"([^/]+/)([^/]+)")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?: ?%)?")
_RESULT: Final = re.compile(rf"-?{_NUMBER.pattern}\*?")
_JOINED: Final = ("dan", "atau", "di", "ke", "dari", "pada", "yang", "untuk", "dengan", "oleh")
_MONTH: Final = re.compile(r"b(?:03|06|09|12)")
_FIGURE: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WHOLE: Final = re.compile(r"(?!00)(?:\d+(?:[.,]\d{1,2})?|\d{1,3}(?:[.,]\d{3})+)")
_CODE: Final = re.compile(r"(?:\d{1,4}\.){2,}\|\d+(?:\.\d+)*")
# What a narrow cell broke: an official code, a year in brackets, the Roman number of a quarter.
_WHOLE_CODE: Final = re.compile(r"(?:\d{1,2}\.){4,5}(?:\d{2}|\d{4})")
_PARTED: Final = re.compile(r"\(\d{1,3}\|\d{1,3}\)|II?\|I|I\|(?:II|V)")
# The label *Sub Kegiatan*, parted.
_SUB: Final = re.compile(r"\bsub$", re.IGNORECASE)
_ACTIVITY: Final = re.compile(r"kegiatan\b", re.IGNORECASE)
_ENDS: Final = ",;:."  # behind a word that ends a text or its part
_SHORT_WORDS: Final = frozenset({"di", "ke", "ha", "kg", "km", "kw", "m", "m2", "gr", "lt", "th"})
_LONG_PERCENTAGE: Final = 6
_SHORTEST: Final = 3  # letters: shorter ones number a row
_LONGEST_END: Final = 4  # letters: several words may end in *asi*
_LONGEST_WORD: Final = 22  # letters: longer ones are two words
_MOST_OF: Final = 0.55  # of its cell's width, at least, is used by a full line
# What no word begins with, and what ends words and is none.
_REST: Final = re.compile(
    r"(?!b[lr]|[cs]h|cr|d[rw]|f[lr]|g[lr]|k[hlrsw]|ny|p[hlnrs]|s[cfklmnprtwy]|t[hrsw]|wh)"
    r"[bcdfghjklmnpqrstvwxyz]{2}[a-z]*[aeiou]|(?:aa|ii|uu)"
    r"|(?:(?![bdpv]an)[b-z]?an|i?kan|[a-z]?nya|[iu]?sasi|asi|itas|lah|kah)(?![a-z])"
)
_ABBREVIATION: Final = re.compile(r"[a-z]{1,3}\.[a-z]", re.IGNORECASE)  # *s.d.*
_SPACE: Final = 0.35  # of a line's height: a space is less wide
_PADDINGS: Final = 11.0  # points, left and right together, as word processors set them
_SIGN: Final = 0.5  # of a digit's width: that of a comma
_LETTER: Final = 0.6  # of its height: the width of a letter
_CAPITAL: Final = 0.9  # and of a capital, an m or a w


class Wording:
    """The words of a document."""

    def __init__(self, pages: Sequence[PageMarks]) -> None:
        """Look through all pages once."""
        ends = line_ends(pages)
        self._writes_spaces = ends.write_spaces
        self._tells_more, self._tells_end = ends.tell_more, ends.tell_end
        self._counts = _counts_within(pages, self._writes_spaces)
        self._beside_end, self._beside_start = _line_ends_within(pages)
        self._neighbours = _neighbours_within(pages)
        self._beside_others = frozenset(chain.from_iterable(self._neighbours))
        self._behind_strokes = _behind_strokes_within(pages)

    def cell_text(self, cell: PageCell) -> tuple[str, tuple[int, ...], list[int]]:
        """The lines of a cell as one text, where in it texts end, and where its lines begin.

        What a line's end broke in a word is joined: ``Kab/`` above ``Kota`` is one word;
        ``Ciwidey -`` above ``Banjar`` are two.
        """
        whole = "".join(line.text for line in cell.lines)
        if len(whole) < _LONG_PERCENTAGE and whole.count("%") == 1 and _NUMBER.fullmatch(whole):
            return whole, (), []  # 10 above 0 above %
        texts: list[str] = []
        starts: list[int] = []
        done = 0  # letters of the texts before the last, and of the spaces behind them
        before: Line | None = None
        for line in cell.lines:
            text = line.text
            if before is not None and self._breaks_word(before, texts[-1], text, cell):
                starts.append(done + len(texts[-1]))
                texts[-1] += text
            else:
                done += len(texts[-1]) + 1 if texts else 0
                starts.append(done)
                texts.append(text)
            before = line
        return *joined(texts), starts

    def breaks_word(self, cell: PageCell, below: str) -> bool:
        """Whether the end of a cell's last line broke a word that goes on ``below``."""
        last = cell.lines[-1]
        return self._breaks_word(last, last.text, below, cell)

    def goes_on_behind(self, line: Line) -> bool:
        """Whether the file wrote a space behind a line, as it does where a text goes on."""
        return self._writes_spaces and line.words[-1].spaced

    def is_told(self, cell: PageCell) -> bool | None:
        """Whether the file says of a cell at the end of a page that its text goes on, or ends.

        It says so where it writes a space behind each line within a text, and none behind a text;
        some programs write none where it has no room.
        """
        last = cell.lines[-1].words[-1]
        if last.spaced:
            return True if self._tells_more else None
        is_open = last.text[-1] in "-/" or not _has_room(cell.lines[-1], cell)
        return False if self._tells_end and not is_open else None

    def ends_within_word(self, cell: PageCell) -> bool:
        """Whether a cell's last line is as long as its cell, one word that is no whole one."""
        last = cell.lines[-1]
        end = _LAST_WORD.search(last.text)
        return (
            self._writes_spaces
            and len(last.words) == 1
            and end is not None
            and not is_common(end[0].casefold())
            and (len(end[0]) < _SHORTEST or end[0].casefold() not in self._beside_others)
            and _is_full(last, end[0][-1], cell.box)
        )

    def _breaks_word(self, line: Line, above: str, below: str, cell: PageCell) -> bool:
        """Whether the end of a cell's ``line`` broke a word that goes on ``below``."""
        if line.words[-1].spaced:
            return False
        last, next_ = above.rpartition(" ")[2], below.partition(" ")[0]
        ends, begins = _LAST_WORD.search(above), _FIRST_WORD.match(below)
        of_letters = ends[0] + begins[0] if ends and begins else ""
        if _is_of_header(_bare(last) + _bare(next_)) or _is_of_header(of_letters.casefold()):
            return len(line.words) == 1
        if _NUMBER.fullmatch(last + below):
            return below == "%" or above[-1] in ",." or _is_crowded(line, below, cell.box)
        if below[0].isalnum() and _STROKE.search(above):
            return _has_room(line, cell) or self._behind_strokes.get((last, next_), 0) <= 0
        if below[0] in ",;.)" or _STROKE_FIRST.match(below) or _breaks_code(line, above, below):
            return True
        if last[-1].isdigit() and "/" in last and "/" in next_ and len(line.words) == 1:
            return _is_full(line, below, cell.box)  # within a word of strokes: TPS-3 above R/TPS
        if not ends or not begins or len(of_letters) > _LONGEST_WORD:
            return False
        if _ABBREVIATION.match(below):
            return False
        if not below[0].islower() and not (ends[0][-1].isupper() and begins[0].isupper()):
            return False
        return self._breaks_letters(line, ends[0], next_, cell)

    def _breaks_letters(self, line: Line, first: str, below: str, cell: PageCell) -> bool:
        """Whether a word that ends a cell's ``line`` goes on with the word ``below``."""
        found = _FIRST_WORD.match(below)
        first, second = first.casefold(), found[0].casefold() if found else ""
        is_alone, is_full = len(line.words) == 1, _is_full(line, below, cell.box)
        is_cut_off = is_alone and self._writes_spaces and is_full
        if is_alone and is_full:
            is_word = is_common(first + second)
            is_rest = _REST.match(second) is not None
            if is_common(second) and not is_rest and (is_common(first) or not is_word):
                return False
            if is_common(first) and not is_word and is_common(second + _first_behind(cell, line)):
                return False  # a whole word above one that is broken itself
            is_parted = is_cut_off and second not in HEADS and (is_rest or _has_room(line, cell))
            if is_word or is_parted:
                return True
        if is_alone and len(second) < _SHORTEST and below.rstrip(",.;)").casefold() == second:
            if second in _SHORT_WORDS:
                return False
            return is_full or first + second in self._counts
        if is_common(second + _first_behind(cell, line)):
            return False  # it is itself the beginning of a word that is broken again
        return self._is_one_word(first, second, is_cut_off=is_cut_off)

    def _is_one_word(self, first: str, second: str, *, is_cut_off: bool) -> bool:
        """Whether the words of the document tell that two parts are one.

        A part of a word goes on in one way, and what several words go on with is no part of one.
        Parts of one or two letters tell nothing.
        """
        counts = self._counts
        if counts.get(first + second, 0) > counts.get(second, 0):
            return True
        if not is_cut_off or second in counts or second in HEADS:
            return False
        if len(first) < _SHORTEST or len(second) <= _SHORTEST:
            return True
        before = self._beside_start.get(second, set())
        if len(second) > _LONGEST_END and not all(
            one.endswith(first) or first.endswith(one) for one in before
        ):
            return False
        if is_common(first):
            return False
        behind = {rest[:2] for rest in self._beside_end.get(first, ())}  # spelled in two ways
        return first not in counts and len(behind) < 2

    def is_one_word(self, above: str, below: str) -> bool:
        """Whether a page break cut a word that the document holds whole elsewhere."""
        ends, begins = _LAST_WORD.search(above), _FIRST_WORD.match(below)
        if not ends or not begins:
            return False
        return self._is_one_word(ends[0].casefold(), begins[0].casefold(), is_cut_off=False)

    def goes_on(self, above: str, text: str) -> bool:
        """Whether a text certainly goes on with the one above it, within a sentence."""
        last, first = _bare(above.rpartition(" ")[2]), _bare(text.partition(" ")[0])
        return (
            text[0].islower()
            or above[-1] in ",/-(&"
            or last in _JOINED
            or (last == "sub" and first == "kegiatan")
            or (last, first) in self._neighbours
        )


def is_cut(above: str, below: str) -> bool:
    """Whether a figure, a code, or a quarter and its figure were cut between two texts."""
    end, start = above.rpartition(" ")[2], below.partition(" ")[0]
    if _is_next(end, start):
        return False
    if _CODE.fullmatch(f"{end}|{start}") or (below == "%" and above[-1].isdigit()):
        return True
    is_rest = len(below) < _SHORTEST and below.islower() and below.isalpha()
    if is_rest and len(end) >= _SHORTEST and end[-1].isalpha():  # *d* below *c* numbers a row
        return True
    if LABEL.fullmatch(f"{above} {below}") and not LABEL.fullmatch(above):
        return True
    if len(end + start) > 7 and _FIGURE.fullmatch(end + start):
        return not (_WHOLE.fullmatch(end) and _WHOLE.fullmatch(start))
    labels = [found.end() for found in LABEL.finditer(above)]
    return len(labels) > 1 and labels[-1] == len(above) and start[:1].isdigit()


def _is_next(above: str, below: str) -> bool:
    """Whether a number of an outline comes after another: *1.1.6* after *1.1.5.1.1*."""
    first, then = above.split("."), below.split(".")
    return len(then) > 1 and len(first) > 1 and first[:2] == then[:2] and below[-1:].isdigit()


def begins_anew(text: str) -> bool:
    """Whether a text begins with a number, a label or a quarter."""
    return bool(BEGINNING.match(text) or LABEL.match(text))


def may_go_on(above: str, text: str) -> bool:
    """Whether a text may go on with the one above: it begins nothing of its own."""
    if _SUB.search(above) and _ACTIVITY.match(text):
        return True
    if len(text) < _SHORTEST or begins_anew(text):
        return False
    if _RESULT.fullmatch(above) and " " in text:  # behind a figure stands its unit, no phrase
        return False
    return text[0].isalpha() or text[0] in "(/&"


def _first_behind(cell: PageCell, line: Line) -> str:
    """What the second line below a line of a cell begins with, where one word is between them."""
    at = cell.lines.index(line) + 1
    if at + 1 >= len(cell.lines) or len(cell.lines[at].words) > 1:
        return ""
    found = _FIRST_WORD.match(cell.lines[at + 1].text)
    return found[0].casefold() if found else ""


def _breaks_code(line: Line, above: str, below: str) -> bool:
    """Whether a line that holds nothing else broke a code, or a sign that narrow cells break."""
    parts = f"{above}|{below}"
    return len(line.words) == 1 and bool(
        _CODE.fullmatch(parts) or _PARTED.fullmatch(parts) or _WHOLE_CODE.fullmatch(above + below)
    )


def _has_room(line: Line, cell: PageCell) -> bool:
    """Whether the space behind a whole word would have had room in a line of a cell."""
    left, _, right, _ = cell.box
    inset = min(each.left for each in cell.lines) - left
    room = right - left - 2 * inset - (line.right - line.left)
    return room > _SPACE * line.words[-1].size


def _is_full(line: Line, below: str, box: Box) -> bool:
    """Whether a line fills its cell: not a letter of ``below`` would fit between the paddings."""
    width, used = box[2] - box[0], line.right - line.left
    share = _CAPITAL if below[0].isupper() or below[0] in "mw" else _LETTER
    letter = max(share * line.words[-1].size, used / len(line.text))
    return used >= _MOST_OF * width and used >= width - _PADDINGS - letter


def _is_crowded(line: Line, below: str, box: Box) -> bool:
    """Whether a figure that goes on below had no room for one more digit.

    What is printed in full, *25* above *50*, is no longer than what its cell holds.
    """
    used = line.right - line.left
    digit = used / (len(line.text) - _SIGN * sum(line.text.count(sign) for sign in ".,"))
    if len(line.text) > _LONG_PERCENTAGE:
        digit = max(digit, _LETTER * line.words[-1].size)
    is_alone = len(line.words) == 1
    return is_alone and len(below) <= len(line.text) and box[2] - box[0] - used <= _PADDINGS + digit


def _is_of_header(word: str) -> bool:
    """Whether a word, put together, is one that heads a narrow column."""
    return word in HEADS or _MONTH.fullmatch(word) is not None


def _bare(word: str) -> str:
    return word.strip("().,:;/-").casefold()


def _counts_within(pages: Sequence[PageMarks], writes_spaces: bool) -> dict[str, int]:
    """How often each word certainly stands whole: what stands alone may be part of a word.

    A word is whole beside another; in a file that writes spaces at the ends of its lines, where
    neither its line nor the one above may have broken it.
    """
    counts: dict[str, int] = {}
    for page in pages:
        before: Word | None = None
        ats = [rule.at for rule in page.across] or [-math.inf, math.inf]
        first, last = min(ats), max(ats)
        for word, following in pairwise([*page.words, None]):
            if word is None:
                break
            if writes_spaces and min(word.top - first, last - word.bottom) < word.size:
                before = word  # a page break may have cut it
                continue
            left = before is not None and is_beside(before, word)
            right = following is not None and is_beside(word, following)
            begins = ends = left or right
            if writes_spaces:
                begins = left or before is None or before.spaced or not is_below(before, word)
                ends = right or word.spaced or following is None or not is_below(word, following)
            for found in _LETTERS.finditer(word.text):  # *Kabupaten/Kota*
                is_inside = found.start() > 0, found.end() < len(word.text)
                if (begins or is_inside[0]) and (ends or is_inside[1]):
                    counts[found[0].casefold()] = counts.get(found[0].casefold(), 0) + 1
            before = word
    return counts


def _line_ends_within(
    pages: Sequence[PageMarks],
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What begins the line below each word that ends its line without a space, and the reverse."""
    below: dict[str, set[str]] = {}
    above: dict[str, set[str]] = {}
    for page in pages:
        for one, other in pairwise(page.words):
            ends, begins = _LAST_WORD.search(one.text), _FIRST_WORD.match(other.text)
            if ends and begins and not one.spaced and is_below(one, other):
                first, second = ends[0].casefold(), begins[0].casefold()
                below.setdefault(first, set()).add(second)
                above.setdefault(second, set()).add(first)
    return below, above


def _neighbours_within(pages: Sequence[PageMarks]) -> frozenset[tuple[str, str]]:
    """Words that stand beside each other on some line."""
    return frozenset(
        (_bare(one.text), _bare(other.text))
        for page in pages
        for one, other in pairwise(page.words)
        if is_beside(one, other) and one.text[-1] not in _ENDS
    )


def _behind_strokes_within(pages: Sequence[PageMarks]) -> dict[tuple[str, str], int]:
    """How much oftener than not a space stands behind a stroke: *Bulanan/ Tahunan*."""
    counts: dict[tuple[str, str], int] = {}
    for page in pages:
        for one, other in pairwise(page.words):
            if one.text[-1] == "/" and one.spaced and is_beside(one, other):
                counts[one.text, other.text] = counts.get((one.text, other.text), 0) + 1
        for word in page.words:
            parts = _PARTS.fullmatch(word.text)
            if parts:
                counts[parts[1], parts[2]] = counts.get((parts[1], parts[2]), 0) - 1
    return counts
