"""The reader of flattened text: tables by tabs, Markdown pipes, drawn boxes or wide gaps.

A Word or PDF table that went through a copy, a converter or an e-mail arrives as
lines of text. This reader restores rows and cells with the line and column of each and
tells headings (``**bold**``, ``<b>``, ``##``) from running text. It does not ask what
the cells mean.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.readers.aligned import Line, aligned
from renaksi.readers.broken import BREAK, unbroken
from renaksi.readers.cells import INVISIBLE
from renaksi.readers.content import Reader
from renaksi.readers.decoding import decode
from renaksi.readers.document import Document, Row, RowKind
from renaksi.readers.drawn import DrawnLine, rejoined
from renaksi.readers.limits import Limits, too_much

_BARS: Final = "│┃║╎╏┆┇┊┋¦"
_RULE: Final = frozenset("-=+|: ─━═┄┅┈┉╌╍┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫┏┓┗┛┣┫┳┻╋╭╮╰╯_")
_DRAWN: Final = frozenset("─━═┄┅┈┉╌╍+")
_TOP_CORNERS: Final = frozenset("┌╔╒╓┏╭")
_ODD: Final = re.compile("[\u00a0\u00ad\u2007\u200b-\u200f\u202a-\u202f\u2060\ufeff]")
_TAG: Final = re.compile(r"</?(?:b|strong|i|em|u|p|span|font)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_ENTITIES: Final = {
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&amp;": "&",
}
_WIDE: Final = re.compile(r" {2,}")
_PIPE: Final = re.compile(r"(?<!\\)\|")


class _Cells:
    """A line cut into cells."""

    __slots__ = ("bordered", "marked", "texts", "widths")

    def __init__(self, line: str, *, among_tabs: bool) -> None:
        """``bordered`` tells of drawn borders, ``marked`` of the marks of a heading.

        ``among_tabs`` says that the lines around are parted by tabs, so that blanks part nothing.
        """
        parts, self.bordered = _parts(line, among_tabs=among_tabs)
        self.marked = False
        texts = [part.strip() for part in parts]
        if "*" in line or "_" in line or "#" in line or "<" in line:
            plain = [_plain(cell) if cell else cell for cell in texts]
            self.marked = any(
                cell and cell[0] in "*_#<" and cell != bare
                for cell, bare in zip(texts, plain, strict=True)
            )
            texts = plain
        self.texts = tuple([_WIDE.sub(" ", cell) if "  " in cell else cell for cell in texts])
        # A drawn cell has a blank on either side of its text.
        self.widths = tuple(len(part) - 2 for part in parts) if self.bordered else ()


def read_text(text: str, limits: Limits) -> Document:
    r"""The rows of a text whose lines end in ``\n``. `Unreadable` where it exceeds the limits."""
    lines = _plain_signs(text).split("\n")
    if len(lines) > limits.max_lines:
        raise too_much(f"{len(lines)} baris", f"{len(lines)} lines")
    rows: list[Row] = []
    drawn: list[DrawnLine] = []
    spaced: list[Line] = []
    table, box, rules, bars = 0, 0, 0, 0
    fresh, among_tabs = True, False
    for number, raw in enumerate(lines, start=1):
        _within(len(raw), limits.max_line, number, ("huruf", "characters"))
        line = _clean(raw)
        if not line:
            fresh = True
            continue
        if _is_rule(line):
            first = line.lstrip()[0]
            box += first in _TOP_CORNERS
            rules += first != "|"
            bars += first == "|"
            continue
        table += fresh
        has_tabs = "\t" in raw
        among_tabs = has_tabs or (among_tabs and not fresh)
        cells = _Cells(line, among_tabs=among_tabs)
        _within(len(cells.texts), limits.max_columns, number, ("kolom", "columns"))
        row = Row(cells.texts, number, _kind(cells, has_tabs), table)
        rows.append(row)
        if not cells.bordered or fresh:
            box, rules, bars = box + 1, 0, 0
        if not (among_tabs or cells.bordered):
            spaced.append(Line(line, row))
        if cells.bordered:
            widths = () if "<" in raw or "&" in raw else cells.widths
            drawn.append(DrawnLine(box, rules, bars, widths, row))
        fresh = False
    rows = rejoined(rows, drawn) if drawn else rows
    return Document(tuple(unbroken(_aligned(rows, spaced) if len(spaced) > 2 else rows)))


def _within(count: int, most: int, number: int, what: tuple[str, str]) -> None:
    """Refuse a line that has more than ``most`` of something, named in both languages."""
    if count > most:
        raise too_much(
            f"baris {number} berisi {count} {what[0]}", f"line {number} has {count} {what[1]}"
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
    """The text without invisible characters; drawn bars become ``|``."""
    if text.isascii():
        return text
    for bar in _BARS:
        text = text.replace(bar, "|")
    return text.translate(INVISIBLE) if _ODD.search(text) else text


def _clean(line: str) -> str:
    """The line without tags and entities; empty where nothing stands in it."""
    if "<" in line:
        line = _BREAK.sub(BREAK, line)
    if "&" in line:
        for entity, character in _ENTITIES.items():
            line = line.replace(entity, character)
    line = line.rstrip()
    return line if line.strip() else ""


def _is_rule(line: str) -> bool:
    """Whether the line is only the border of a table, such as ``|---|---|`` or ``├──┼──┤``."""
    text = line.strip()
    if len(text) < 3 or "\t" in line or not _RULE.issuperset(text):
        return False
    return "--" in text or "==" in text or not _DRAWN.isdisjoint(text) or "__" in text


def _parts(line: str, *, among_tabs: bool) -> tuple[list[str], bool]:
    """The cells of a line as they stand, and whether borders drew them."""
    if "\t" in line:
        return line.split("\t"), False
    text = line.strip()
    if text[0] == "|" or text.count("|") >= 2:
        inner = text.removeprefix("|")
        if inner.endswith("|") and not inner.endswith("\\|"):
            inner = inner[:-1]
        if "\\" not in inner:
            return inner.split("|"), True
        return [part.replace("\\|", "|") for part in _PIPE.split(inner)], True
    return ([text] if among_tabs else _WIDE.split(text)), False


def _plain(cell: str) -> str:
    """The cell without the marks of bold, italics and Markdown headings."""
    if cell[0] not in "*_#<" and "**" not in cell and "<" not in cell:
        return cell
    cell = _TAG.sub("", cell).strip()
    if cell.startswith("#"):
        cell = cell.lstrip("#").strip()
    for mark in ("***", "**", "__"):
        cell = cell.replace(mark, "")
    if len(cell) > 2 and cell[0] == cell[-1] == "*":
        cell = cell[1:-1]
    return cell.strip()


def _kind(cells: _Cells, has_tabs: bool) -> RowKind:
    texts = cells.texts
    if cells.marked and len(texts) - texts.count("") == 1:
        return "heading"
    return "table" if len(texts) > 1 or cells.bordered or has_tabs else "line"


READER: Final = Reader(
    "text",
    recognises=lambda content: True,  # noqa: ARG005 - whatever no other reader took
    read=lambda content, limits: read_text(decode(content.data), limits),
    suffixes=(".txt", ".md"),
)
