"""The reader of flattened text: tables by tabs, Markdown pipes, drawn boxes or wide gaps.

A Word or PDF table that went through a copy, a converter or an e-mail arrives as
lines of text. This reader restores rows and cells with the line and column of each and
tells headings (``**bold**``, ``<b>``, ``##``) from running text, and heads and feet of pages from
rows (`renaksi.readers.page_feet`). Where each cell stands on a line of its own,
`renaksi.readers.one_below` makes the rows. It does not ask what the cells mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.patterns import pattern
from renaksi.readers.aligned import Line, aligned
from renaksi.readers.broken import BREAK, unbroken
from renaksi.readers.cells import INVISIBLE
from renaksi.readers.content import Reader
from renaksi.readers.decoding import decode
from renaksi.readers.document import Document, Row, RowKind, row_of_text
from renaksi.readers.drawn import DrawnLine, rejoined
from renaksi.readers.limits import Limits, too_much
from renaksi.readers.lines import GONE, whole_lines
from renaksi.readers.markup import plain_markup
from renaksi.readers.one_below import rows_of_cells
from renaksi.readers.page_feet import feet_of_pages
from renaksi.readers.page_marks import is_page_mark, without_page_marks
from renaksi.readers.struck import MARKS as STRUCK_MARKS
from renaksi.readers.struck import without_struck

_BARS: Final = "│┃║╎╏┆┇┊┋¦"
_RULE: Final = "-=+|: ─━═┄┅┈┉╌╍┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫┏┓┗┛┣┫┳┻╋╭╮╰╯_"
_DRAWN: Final = frozenset("─━═┄┅┈┉╌╍+")
_CROSSES: Final = frozenset("+├┼┤┬┴╠╬╣╦╩╞╪╡")
_TOP_CORNERS: Final = frozenset("┌╔╒╓┏╭")
_ODD: Final = (
    "\u00a0\u00ad\u2007\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u202f"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_TAG: Final = pattern(r"</?(?:b|strong|i|em|u|p|span|font)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_EMPHASIS: Final = pattern(r"\*(\w(?:[^*]{0,500}[^*\s])?)\*")
_BREAK: Final = pattern(r"<br\s?/?>", re.IGNORECASE)
_ENTITIES: Final = {
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
}
_NO_LINES: Final[AbstractSet[int]] = frozenset()
_MOST_HEADS: Final = 8  # lines above a table that may stand again on each page
_SHORTEST_HEAD: Final = 6  # letters of one
_FEWEST_SPREAD: Final = 5  # lines that show how far lines stand apart
# A rule under some of a line's cells only: ``│ 2024 ├────┬────┤`` below *Triwulan*.
_RULE_INSIDE: Final = pattern("[├┼┬┴+╠╬╦╩╞╪](?:[─━═┄┅┈┉╌╍-]{3,}[├┼┤┬┴+╠╬╣╦╩╞╪╡|])+")
_SIGNS_OF_RULES: Final = pattern("(?:^|[─━═┄┅┈┉╌╍-]+)[^─━═┄┅┈┉╌╍-]")
_WIDE: Final = re.compile(r" {2,}")
_GAP: Final = pattern(r"  +(?=[^ \n])")
_FEWEST_GAPS: Final = 30
_FEWEST_GAPS_FRAMED: Final = 3  # lines with wide gaps in a box that is ruled around its table alone
_PIPE: Final = pattern(r"(?<!\\)\|")


class _Rows:
    """The rows that lines make one after the other, and what stood above the next line."""

    __slots__ = (
        "_among_tabs", "_bars", "_box", "_fresh", "_heads", "_is_open", "_is_paged",
        "_most_columns", "_rules", "_table", "_was_fresh",
        "drawn", "framed", "rows", "spaced",
    )  # fmt: skip

    def __init__(self, most_columns: int, heads: AbstractSet[str]) -> None:
        """No line stands above the first; ``heads`` are lines that stand again on later pages."""
        self.rows: list[Row] = []
        self.drawn: list[DrawnLine] = []
        self.spaced: list[Line] = []
        self.framed: dict[int, list[Line]] = {}  # lines of one cell, by the box around them
        self._most_columns = most_columns
        self._table = self._box = self._rules = self._bars = 0
        self._heads = heads
        self._fresh, self._among_tabs = True, False
        self._is_open = False  # a drawn row that no rule has closed
        self._was_fresh = True  # above the blank lines that end a table
        self._is_paged = False  # a page has ended, and nothing stands below it yet

    def leave_blank(self) -> None:
        """A blank line ends a table, unless it parts pages or the lines of a drawn row."""
        if not self._is_paged:
            self._was_fresh, self._fresh = self._fresh, not self._is_open

    def end_page(self, number: int, line: str) -> None:
        """A line that is the head or foot of a page: what stands above it goes on below it."""
        if not self._is_paged:
            self._fresh, self._is_paged = self._was_fresh and self._fresh, True
        self.rows.append(row_of_text((line.strip(),), number, "foot", self._table))

    def rule(self, line: str) -> None:
        """The border of a table; a corner at its left begins another."""
        first = line.lstrip()[0]
        self._is_open = False
        self._box += first in _TOP_CORNERS
        is_drawn = first != "|" or not _CROSSES.isdisjoint(line)  # else ``|---|---|``, or in part
        self._rules += is_drawn
        self._bars += not is_drawn

    def add(self, number: int, line: str, raw: str, *, is_open: bool) -> None:
        """A line that holds something, and as it was before its end and entities were tidied.

        ``is_open`` says that its table has bars between its cells, none around them.
        """
        has_tabs, self._is_paged = "\t" in raw, False
        self._among_tabs = has_tabs or (self._among_tabs and not self._fresh)
        self._table += self._fresh
        parts, bordered = _parts(line, among_tabs=self._among_tabs, is_open=is_open)
        if len(parts) > self._most_columns:
            raise _too_wide(number, len(parts), "kolom", "columns")
        texts, marked = _texts(line, parts)
        kind: RowKind = "table" if bordered or has_tabs or len(texts) > 1 else "line"
        if marked and len(texts) - texts.count("") == 1:
            kind = "heading"
        row = row_of_text(texts, number, kind, self._table)
        self.rows.append(row)
        if bordered:
            if self._fresh:
                self._begin_box()
            self._is_open = self._rules > 0
            # Marks took room of their own.
            has_marks = "<" in raw or "&" in raw or BREAK in raw
            drawn = () if has_marks else parts
            self.drawn.append(DrawnLine(self._box, self._rules, self._bars, drawn, row))
            if len(parts) == 1:
                self.framed.setdefault(self._box, []).append(Line(line.replace("|", " "), row))
        elif not has_tabs and (is_page_mark(line.strip()) or line.strip() in self._heads):
            if not self._is_open:
                self._begin_box()
        else:
            self._begin_box()
            self._is_open = False
            if not self._among_tabs:
                self.spaced.append(Line(line, row))
        self._fresh = False

    def _begin_box(self) -> None:
        self._box += 1
        self._rules = self._bars = 0

    def settled(self) -> list[Row]:
        """The rows, those of drawn and aligned tables put together."""
        if self.framed:
            self._open_frames()
        rows = rejoined(self.rows, self.drawn) if self.drawn else self.rows
        return _aligned(rows, self.spaced) if len(self.spaced) > 2 else rows

    def _open_frames(self) -> None:
        """Take the lines of a box that is ruled around its table alone for columns of blanks."""
        sizes = Counter(line.table for line in self.drawn)
        for box, lines in self.framed.items():
            gaps = sum(1 for line in lines if _GAP.search(line.text.strip()))
            if len(lines) == sizes[box] and gaps >= _FEWEST_GAPS_FRAMED:
                self.spaced.extend(lines)
                self.drawn = [line for line in self.drawn if line.table != box]


def _with_tabs(text: str) -> str:
    """A text whose tabs became so many blanks each, with its tabs again.

    Where every gap of a table is a multiple of four or eight, and gaps are many, it is no chance.
    """
    if "\t" in text or "  " not in text:
        return text
    widths: set[int] = set()
    count = 0
    for gap in _GAP.finditer(text):
        count += 1
        widths.add(len(gap.group()))
        if len(gap.group()) % 4:
            return text
    if count < _FEWEST_GAPS or len(widths) < 2:
        return text
    tab = 4 if any(width % 8 for width in widths) else 8
    return _GAP.sub(lambda gap: "\t" * (len(gap.group()) // tab), text)


def read_text(text: str, limits: Limits) -> Document:
    r"""The rows of a text whose lines end in ``\n``. `Unreadable` where it exceeds the limits."""
    text = _with_tabs(plain_markup(_plain_signs(text)))
    lines = whole_lines(text)
    if len(lines) > limits.max_lines:
        raise too_much(f"{len(lines)} baris", f"{len(lines)} lines")
    longest = max(map(len, lines))
    if longest > limits.max_line:
        number = next(n for n, line in enumerate(lines, start=1) if len(line) > limits.max_line)
        raise _too_wide(number, len(lines[number - 1]), "huruf", "characters")
    rows = rows_of_cells(lines, text)
    if rows is None:
        rows = _rows_of_tables(lines, text, limits)
    rows = list(unbroken(rows)) if BREAK in text else rows
    if "~~" in text or ("</" in text and any(mark in text for mark in STRUCK_MARKS)):
        return without_struck(rows)
    return Document(tuple(rows))


def _rows_of_tables(lines: list[str], text: str, limits: Limits) -> list[Row]:
    """The rows of a text whose cells stand beside each other."""
    found = _Rows(limits.max_columns, _running_heads(lines, text))
    blanks, end = 0, 2 if _is_spread(lines) else 1
    opens = _open_lines(lines) if "|" in text else _NO_LINES
    feet = feet_of_pages(lines, text)
    for number, raw in enumerate(lines, start=1):
        line = (_plain_entities(raw) if "&" in raw else raw).rstrip()
        if line == GONE:
            continue
        blanks = 0 if line else blanks + 1
        if blanks:
            if blanks == end:
                found.leave_blank()
        elif "\t" not in line and _is_rule(line):
            found.rule(line)
        elif number in feet:
            found.end_page(number, line)
        else:
            found.add(number, line, raw, is_open=number in opens)
    return without_page_marks(found.settled())


def _running_heads(lines: list[str], text: str) -> AbstractSet[str]:
    """The lines above the first table that stand again below: at the heads of later pages."""
    found = set()
    for line in lines[:_MOST_HEADS]:
        head = line.strip()
        if "\t" in line or "|" in line or _WIDE.search(head):
            break
        if len(head) >= _SHORTEST_HEAD and text.count(head) > 1:
            found.add(head)
    return found


def _is_spread(lines: list[str]) -> bool:
    """Whether a blank line follows each line of the tables, so that it ends none."""
    if lines.count("") * 3 < len(lines):
        return False
    filled = [bool(line.strip()) for line in lines]
    parted = sum(1 for line in lines if "\t" in line or "|" in line)
    close = sum(1 for here, below in pairwise(filled) if here and below)
    return parted * 2 > sum(filled) > _FEWEST_SPREAD and close * 20 <= sum(filled)


def _open_lines(lines: list[str]) -> AbstractSet[int]:
    """The numbers of the lines in tables that have bars between their cells and none around them.

    There a bar at a line's beginning has an empty cell before it.
    """
    found: set[int] = set()
    block: list[int] = []
    starts_open = False
    ends: list[int] = []  # at how many of its two ends each line with bars has one
    for number, line in enumerate((*lines, ""), start=1):
        text = line.strip()
        if text:
            block.append(number)
            if text.count("|") > 1 and ("\t" in text or not _is_rule(text)):
                starts_open = starts_open or (not ends and text[0] != "|")
                ends.append((text[0] == "|") + (text[-1] == "|"))
        elif block:
            if starts_open and ends.count(0) * 3 >= ends.count(2):
                found.update(block)
            block, ends, starts_open = [], [], False
    return found


def _too_wide(number: int, count: int, what_id: str, what_en: str) -> Unreadable:
    """The refusal of a line that has too many of something."""
    return too_much(
        f"baris {number} berisi {count} {what_id}", f"line {number} has {count} {what_en}"
    )


def _aligned(rows: list[Row], spaced: list[Line]) -> list[Row]:
    """The rows, those of tables that blanks draw put into their columns."""
    groups: dict[int, list[Line]] = {}
    for line in spaced:
        groups.setdefault(line.row.table, []).append(line)
    placed: dict[int, Row | None] = {line.row.line: None for line in spaced}
    for lines in groups.values():
        placed.update((row.line, row) for row in aligned(lines))
    merged = (placed.get(row.line, row) for row in rows)
    return [row for row in merged if row is not None]


def _plain_signs(text: str) -> str:
    """The text without invisible characters; drawn bars become ``|``, ``<br>`` becomes `BREAK`."""
    if not text.isascii():
        for bar in _BARS:
            text = text.replace(bar, "|")
        if any(map(text.__contains__, _ODD)):
            for code, kept in INVISIBLE.items():  # much quicker than `translate` on a long text
                text = text.replace(chr(code), kept or "")
    return _BREAK.sub(BREAK, text) if "<" in text else text


def _plain_entities(line: str) -> str:
    for entity, character in _ENTITIES.items():
        line = line.replace(entity, character)
    return line


def _is_rule(line: str) -> bool:
    """Whether a line without tabs is the border of a table: ``|---|---|`` or ``├──┼──┤``."""
    text = line.strip()
    if len(text) < 3 or text.lstrip(_RULE):
        return False
    has_signs = "--" in text or "==" in text or "__" in text
    return has_signs or not _DRAWN.isdisjoint(text)


def _is_packed(line: str) -> bool:
    """Whether no blank stands around the cells of a line that tabs part, as is usual."""
    return (
        "\t" in line and line.isascii() and " \t" not in line and "\t " not in line
        and line[0] != " " and BREAK not in line
    )  # fmt: skip


def _texts(line: str, parts: list[str]) -> tuple[tuple[str, ...], bool]:
    """The texts of a line's cells, and whether the marks of a heading stood around one."""
    if not _is_packed(line):
        parts = list(map(str.strip, parts))
    marked = False
    if "*" in line or "_" in line or "#" in line or "<" in line:
        plain = [_plain(cell) if cell else cell for cell in parts]
        marked = any(
            cell and cell[0] in "*_#<" and cell != bare
            for cell, bare in zip(parts, plain, strict=True)
        )
        parts = plain
    if "  " in line and "  " in "|".join(parts):
        parts = [_WIDE.sub(" ", cell) if "  " in cell else cell for cell in parts]
    return tuple(parts), marked


def _parts(line: str, *, among_tabs: bool, is_open: bool) -> tuple[list[str], bool]:
    """The cells of a line as they stand, and whether borders drew them."""
    if "\t" in line:
        return line.split("\t"), False
    text = line.strip()
    if text[0] == "|" or text.count("|") >= 2:
        if "+---" in text or not text.isascii():
            text = _RULE_INSIDE.sub(lambda rule: _SIGNS_OF_RULES.sub("|", rule[0]), text)
        inner = text if is_open else text.removeprefix("|")
        if not is_open and inner.endswith("|") and not inner.endswith("\\|"):
            inner = inner[:-1]
        if "\\" not in inner:
            return inner.split("|"), True
        return [part.replace("\\|", "|") for part in _PIPE.split(inner)], True
    return ([text] if among_tabs else _WIDE.split(text)), False


def _plain(cell: str) -> str:
    """The cell without the marks of bold, italics and Markdown headings."""
    if cell[0] not in "_#" and "*" not in cell and "<" not in cell:
        return cell
    cell = _TAG.sub("", cell).strip()
    if cell.startswith("#"):
        cell = cell.lstrip("#").strip()
    for mark in ("***", "**", "__"):
        cell = cell.replace(mark, "")
    return _EMPHASIS.sub(r"\1", cell).strip() if "*" in cell else cell.strip()


READER: Final = Reader(
    "text",
    recognises=lambda content: True,  # noqa: ARG005 - whatever no other reader took
    read=lambda content, limits: read_text(decode(content.data), limits),
    suffixes=(".txt", ".md"),
)
