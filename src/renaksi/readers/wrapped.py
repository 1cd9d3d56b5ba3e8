"""Texts that wrap inside their cells: what goes on in the line below joins the text above it.

So it is in drawn tables and in columns of blanks. In a stacked table the rests of a name stand
beside the later quarters of its row (*TW II*, *TW III* …), where only the width of the column
tells them from texts of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from renaksi.patterns import pattern
from renaksi.quarter import LABEL
from renaksi.readers.cells import continued
from renaksi.readers.document import LinePlaces, Row

# What begins a text of its own: a number (1. 1.2 A. a) or a label word.
BEGINNING: Final = pattern(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s[A-Z:]"
)
_ENDS_IN_LABEL: Final = pattern(
    r"\s(?i:tri\s?[wb]ulan|trw|tw|q)\s?[.\-]?\s?(?:[ivIV]{1,3}|[1-4])\s?[:=]?$"
)
_NUMBERED: Final = pattern(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2}){2,5}\s"
    r"|\d{1,2}(?:\.\d{1,2})*\s(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s"
)
_NUMBER: Final = pattern(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,4})[.)]?")  # alone in its cell
_LABEL_WORD: Final = pattern(
    r"TUJUAN|SASARAN(?: STRATEGIS)?|PROGRAM|(?:SUB ?)?KEGIATAN|JUMLAH|TOTAL"
)
_MEASURE: Final = pattern(
    r"(?:P(?:er|re)sentase|Prosentase|Jumlah|Cakupan|Rasio|Ter[a-z]{3,12}nya)\s"
    r"|(?:Nilai|Tingkat|Indeks|Predikat|Skor|Lama|Luas|Panjang|Angka)\s(?:[a-z]|Evaluasi|S?AKIP)"
)
# Words that no text ends in.
_OPENING: Final = frozenset(
    [
        "dan", "atau", "serta", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam",
        "oleh", "terhadap", "kepada", "bagi", "tentang",
    ]
)  # fmt: skip
_FIRST_OF_LIST: Final = pattern(r"\(?[1aA][.)]\s")
_LONE: Final = pattern(r"(?:Rp\.?\s?)?[-−]?\d+(?:[.,]\d+)*(?:\s?%)?|[-–—]|\(\d{1,2}\)")
_FIRST_QUARTER: Final = pattern(r"(?i)(?:tri\s?[wb]ulan|trw|tw|q)\s?[.\-]?\s?[i1l](?![iv\w])")

_BEGIN_FIGURE_OR_QUARTER: Final = frozenset("RQqTt")  # as no other letter does: Rp, Q1, TW I

# The header of the table, printed again on the next page.
_HEAD_WORD: Final = pattern(
    r"(?i)no\.?|uraian|indikator(?: kinerja)?|satuan|sat\.?|target(?: kinerja| triwulan)?"
    r"|(?:sub )?kegiatan|program|sasaran(?: strategis)?|tujuan"
)
_LONGEST_NUMBER: Final = 6  # letters
_LONGEST_HEAD: Final = 17  # letters
_LONGEST_LABEL: Final = 16  # letters

# A line is a header, begins a row, is a later line of a stacked row, or goes on with what stands
# above it.
LineKind = Literal["head", "row", "stacked", "rest"]
# Where rules stand: around each row; around the whole table (or nowhere), so that the widths of
# the columns tell what goes on; below the header, as in Markdown, where each line is a row.
Rules = Literal["around rows", "around the table", "below the header"]
Width = Callable[[int], int]  # of a column
# By the line and column of a joined text: where each of its lines begins in it, and which it is.
Joined = dict[tuple[int, int], list[tuple[int, int]]]


def rejoin(lines: Sequence[list[str]], width: Width, rules: Rules) -> Joined:
    """Join what goes on in the line below, in lines of equally many cells.

    ``width`` tells how many letters fit in a column, 0 where that is unknown; ``rules`` what
    rules say about the lines. Returns where in the joined texts their lines begin.
    """
    starts: Joined = {}
    kinds = [_kind(cells) for cells in lines]
    if rules == "below the header" and "stacked" not in kinds:
        return starts
    heads = [-1] * len(lines[0])  # the line in which the text of each column began
    above = [""] * len(lines[0])  # what the line above printed in each column
    upper: LineKind = "head"  # what the last line was that is no mere rest
    for index, cells in enumerate(lines):
        kind = kinds[index]
        if kind == "row" and index and _are_cut_off(above, cells):
            kind = "rest"
        printed = list(cells)
        for column in _going_on(printed, kind, upper, rules, _Above(lines, heads, above, width)):
            head = heads[column]
            whole = continued(lines[head][column], printed[column])
            start = len(whole) - len(printed[column])
            starts.setdefault((head, column), [(0, head)]).append((start, index))
            lines[head][column] = whole
            cells[column] = ""
        for column, cell in enumerate(cells):
            if cell:
                heads[column] = index
        above = printed
        upper = upper if kind == "rest" else kind
    return starts


def placed_lines(starts: Joined, rows: Sequence[Row]) -> dict[int, dict[int, LinePlaces]]:
    """The places of the lines of joined texts, by the first of their rows and by column."""
    found: dict[int, dict[int, LinePlaces]] = {}
    for (head, column), begun in starts.items():
        places = tuple((start, rows[index].place(column)) for start, index in begun)
        found.setdefault(head, {})[column] = places
    return found


class _Above(NamedTuple):
    """What stands above a line, by column."""

    lines: Sequence[list[str]]
    heads: Sequence[int]
    texts: Sequence[str]
    width: Width

    def runs_over(self, column: int, cell: str) -> bool:
        """Whether the text directly above a cell runs over into it."""
        return self.heads[column] >= 0 and runs_over(self.texts[column], cell, self.width(column))

    def reads_on(self, column: int, cell: str) -> bool:
        """Whether the text that stands above a cell, however far, reads on in it."""
        head = self.heads[column]
        return head >= 0 and _reads_on(self.lines[head][column], cell)


def _going_on(
    cells: Sequence[str], kind: LineKind, upper: LineKind, rules: Rules, above: _Above
) -> list[int]:
    """The columns of a line whose cells go on with what stands above them."""
    filled = [(column, cell) for column, cell in enumerate(cells) if cell]
    if kind == "stacked" and upper != "head":
        heads = {cell for _, cell in filled if len(cell) <= _LONGEST_HEAD and is_head_word(cell)}
        filled = [
            (column, cell) for column, cell in filled
            if _is_beside(cells, column) and not (len(heads) > 2 and cell in heads)
        ]  # fmt: skip
    elif kind != "rest":
        return []
    elif rules == "around rows":
        return [column for column, cell in filled if above.reads_on(column, cell)]
    going = [column for column, cell in filled if above.runs_over(column, cell)]
    if kind == "stacked" or upper == "stacked":
        return going
    is_whole = len(going) == len(filled) and not any(BEGINNING.match(cell) for _, cell in filled)
    return going if is_whole and rules == "around the table" else []


def _are_cut_off(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether the lone figures of a line are the values of labels that end the cells above them."""
    pairs = [(over, cell) for over, cell in zip(above, cells, strict=True) if is_lone(cell)]
    return bool(pairs) and all(
        not is_label(over) and _ENDS_IN_LABEL.search(over) is not None for over, _ in pairs
    )


def _kind(cells: Iterable[str]) -> LineKind:
    """What a line is, by its quarters and figures."""
    filled = list(filter(None, cells))
    labels = [cell for cell in filled if len(cell) < _LONGEST_LABEL and is_label(cell)]
    if labels:
        firsts = sum(map(is_first, labels))
        if firsts == 0:
            return "stacked"
        if any(map(is_numbered, filled[1:])):
            return "row" if firsts == len(labels) and _begins(filled[0]) else "stacked"
    heads = [cell for cell in filled if len(cell) <= _LONGEST_HEAD and is_head_word(cell)]
    if len(heads) > 1:
        return "head"
    return "row" if begins_as_row(filled) else "rest"


def _is_beside(cells: Sequence[str], column: int) -> bool:
    """Whether a cell stands beside a later quarter, or beside a block that begins anew.

    A quarter itself does not, nor what stands behind it, which is its value.
    """
    if LABEL.match(cells[column]) or not any(map(str.isalpha, cells[column])):
        return False
    before = next((cell for cell in reversed(cells[:column]) if cell), "")
    if is_label(before) or is_numbered(before):  # its value, or the rest of what begins here
        return False
    if column + 1 < len(cells) and _FIRST_OF_LIST.match(cells[column + 1]):
        return False  # a name, and its first indicator
    for cell in cells[column + 1 :]:
        if not cell:
            continue
        if is_first(cell):  # alone, or with the others in its cell
            return False
        if is_numbered(cell) or is_label(cell):
            return True
        if _is_figure(cell):
            return False
    return False


def runs_over(above: str, cell: str, width: int) -> bool:
    """Whether a text goes on with the line above: its first word would not have fitted there."""
    if not above or is_numbered(cell) or above == cell or not any(map(str.isalpha, above)):
        return False  # a name that each row prints again is above itself
    if is_label(above) or _LABEL_WORD.fullmatch(cell):  # *SUB KEGIATAN* above its rows
        return False
    if is_indicator_of(above, cell) or (
        len(cell) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cell) is not None
    ):
        return False
    if cell[0].islower() or is_open_ended(above):
        return True
    return 0 < width < len(above) + 1 + len(cell.split(" ", 1)[0])


def is_open_ended(text: str) -> bool:
    """Whether a text ends in a word or sign that something must follow."""
    return text.endswith(("/", "-", ",", "(", "&")) or text[text.rfind(" ") + 1 :] in _OPENING


def is_indicator_of(above: str, cell: str) -> bool:
    """Whether a cell is the indicator of the element above it rather than the rest of its name."""
    return _MEASURE.match(cell) is not None and BEGINNING.match(above) is not None


def _reads_on(above: str, cell: str) -> bool:
    """Whether a cell reads as the rest of the text above it."""
    if above[-1] in "=:" and LABEL.search(above):
        return True
    if LABEL.match(cell):
        return LABEL.fullmatch(cell) is None and LABEL.match(above) is not None
    beginning = BEGINNING.match(cell)
    if beginning and (cell[0].isdigit() or not above[0].isdigit()):
        return False
    if not any(character.isalpha() for character in cell):
        return False
    return len(above) > 3 and any(character.isalpha() for character in above)


def begins_as_row(cells: Iterable[str]) -> bool:
    """Whether the cells of a line show that it is a row of its own.

    One holds a lone figure, the number of its column or the first quarter, or several begin with
    a figure (*1 hari*).
    """
    figures = 0
    for cell in cells:
        if cell and (not cell[0].isalpha() or cell[0] in _BEGIN_FIGURE_OR_QUARTER):
            if _is_figure(cell) or is_first(cell):
                return True
            figures += cell[0].isdigit() and not is_numbered(cell)
    return figures > 1


def _begins(cell: str) -> bool:
    """Whether the first cell of a line begins a row: a number, a code, or what bears one."""
    if len(cell) <= _LONGEST_NUMBER and _NUMBER.fullmatch(cell):
        return True
    return BEGINNING.match(cell) is not None or _is_figure(cell)


# Stacked tables print the same few figures, quarters and header words in most of their cells, so
# what these are is remembered.


@lru_cache(maxsize=8192)
def is_lone(text: str) -> bool:
    """Whether a text is a figure, a dash or a quarter and nothing else."""
    return _is_figure(text) or is_label(text)


@lru_cache(maxsize=8192)
def is_label(text: str) -> bool:
    """Whether a text is the label of a quarter and nothing else."""
    return LABEL.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_first(text: str) -> bool:
    """Whether a text begins with the label of the first quarter."""
    return _FIRST_QUARTER.match(text) is not None


def begins_list(text: str) -> bool:
    """Whether a text is the first of a list: *1. …*, *a) …*."""
    return _FIRST_OF_LIST.match(text) is not None


@lru_cache(maxsize=8192)
def _is_figure(text: str) -> bool:
    return _LONE.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_head_word(text: str) -> bool:
    """Whether a text is a word of a header and nothing else: *URAIAN*, *Satuan*."""
    return _HEAD_WORD.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_numbered(text: str) -> bool:
    """Whether a text begins with a number: *1. …*, *a) …*, *IV. …*."""
    return _NUMBERED.match(text) is not None
