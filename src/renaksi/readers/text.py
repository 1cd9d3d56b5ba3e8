"""The reader of flattened text: tables by tabs, Markdown pipes, drawn boxes or wide gaps.

A Word or PDF table that went through a copy, a converter or an e-mail arrives as
lines of text. This reader restores rows and cells with the line and column of each,
tells headings (``**bold**``, ``<b>``, ``##``) from running text, and rejoins cells
that a drawn table wrapped over several lines. It does not ask what the cells mean.
"""

from __future__ import annotations

import re
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.quarter import LABEL
from renaksi.readers.cells import INVISIBLE
from renaksi.readers.content import Reader
from renaksi.readers.document import Document, Row, RowKind
from renaksi.readers.limits import Limits, too_much

_BARS: Final = str.maketrans("│┃║╎╏┆┇┊┋¦", "||||||||||")
_RULE: Final = frozenset("-=+|: ─━═┄┅┈┉╌╍┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫┏┓┗┛┣┫┳┻╋╭╮╰╯_")
_DRAWN: Final = frozenset("─━═┄┅┈┉╌╍+")
_TAG: Final = re.compile(r"</?(?:b|strong|i|em|u|p|span|font)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_ENTITIES: Final = {
    "&amp;": "&",
    "&nbsp;": " ",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
}
_WIDE: Final = re.compile(r" {2,}")
# What begins a text of its own: a number (1. 1.2 A. a) or a label word.
BEGINNING: Final = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,5}|[A-Za-z]|[IVX]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|(?i:sub\s?kegiatan|kegiatan|program|sasaran|tujuan)\s[A-Z:]"
)
_PIPE: Final = re.compile(r"(?<!\\)\|")


def decode(data: bytes) -> str:
    """The text of a file, or `Unreadable` where it is binary or not UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _not_utf8("UTF-16", "UTF-16")
    if b"\x00" in data:
        raise Unreadable(
            id="berkas ini bukan teks (berisi data biner); simpan dokumennya sebagai teks "
            "(.txt, UTF-8) lalu coba lagi.",
            en="this file is not text (it holds binary data); save the document as text "
            "(.txt, UTF-8) and try again.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_utf8(f"baris {line}", f"line {line}") from error
    controls = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13))
    if controls > max(8, len(text) // 1000):
        raise Unreadable(
            id="berkas ini bukan teks yang utuh (penuh tanda kendali); simpan ulang dokumennya "
            "sebagai teks (.txt, UTF-8) lalu coba lagi.",
            en="this file is not sound text (it is full of control characters); save the document "
            "again as text (.txt, UTF-8) and try again.",
        )
    return text


def _not_utf8(where_id: str, where_en: str) -> Unreadable:
    return Unreadable(
        id=f"sandi hurufnya bukan UTF-8 ({where_id}); buka berkas di Notepad atau Word, lalu "
        "Simpan Sebagai teks dengan pengodean UTF-8.",
        en=f"its characters are not encoded in UTF-8 ({where_en}); open it in an editor and save "
        "it as text with the encoding UTF-8.",
    )


def read_text(text: str, limits: Limits) -> Document:
    """The rows of a flattened text. Raises `Unreadable` where it exceeds the limits."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > limits.max_lines:
        raise too_much(f"{len(lines)} baris", f"{len(lines)} lines")
    rows: list[Row] = []
    drawn: list[tuple[int, Row]] = []
    table, rules = 0, 0
    fresh = True
    for number, raw in enumerate(lines, start=1):
        if len(raw) > limits.max_line:
            raise too_much(
                f"baris {number} berisi {len(raw)} huruf",
                f"line {number} has {len(raw)} characters",
            )
        line = _clean(raw)
        if not line.strip():
            fresh = True
            rules = 0
            continue
        if _is_rule(line):
            rules += not line.lstrip().startswith("|")  # Markdown's rule ends the header, not a row
            continue
        if fresh:
            table += 1
            fresh = False
        cells, bordered, marked = _cells(line)
        if len(cells) > limits.max_columns:
            raise too_much(
                f"baris {number} berisi {len(cells)} kolom",
                f"line {number} has {len(cells)} columns",
            )
        in_table = len(cells) > 1 or bordered or "\t" in raw
        row = Row(cells, number, _kind(cells, marked, in_table), table)
        if bordered:
            drawn.append((rules, row))
        rows.append(row)
    if drawn:
        rows = _rejoin(rows, drawn)
    return Document(tuple(rows))


def _clean(line: str) -> str:
    """The line without invisible characters, tags and entities; drawn bars become ``|``."""
    if not line.isascii():
        line = line.translate(INVISIBLE).translate(_BARS)
    if "<" in line:
        line = _BREAK.sub(" ", line)
    if "&" in line:
        for entity, character in _ENTITIES.items():
            line = line.replace(entity, character)
    return line.rstrip()


def _is_rule(line: str) -> bool:
    """Whether the line is only the border of a table, such as ``|---|---|`` or ``├──┼──┤``."""
    text = line.strip()
    if len(text) < 3 or "\t" in line or not _RULE.issuperset(text):
        return False
    return "--" in text or "==" in text or not _DRAWN.isdisjoint(text) or "__" in text


def _cells(line: str) -> tuple[tuple[str, ...], bool, bool]:
    """The cells of a line, whether borders drew them, and whether it is marked as a heading."""
    text = line.strip()
    if "\t" in line:
        parts = line.split("\t")
        bordered = False
    elif text[0] == "|" or text.count("|") >= 2:
        inner = text.removeprefix("|")
        if inner.endswith("|") and not inner.endswith("\\|"):
            inner = inner[:-1]
        parts = _PIPE.split(inner) if "\\" in inner else inner.split("|")
        parts = [part.replace("\\|", "|") for part in parts]
        bordered = True
    else:
        parts = _WIDE.split(text)
        bordered = False
    marked = False
    cells = []
    for part in parts:
        cell = part.strip()
        if cell and cell[0] in "*_#<":
            bare = _plain(cell)
            marked = marked or (bare != cell)
            cell = bare
        elif "**" in cell or "<" in cell:
            cell = _plain(cell)
        if "  " in cell:
            cell = _WIDE.sub(" ", cell)
        cells.append(cell)
    return tuple(cells), bordered, marked


def _plain(cell: str) -> str:
    """The cell without the marks of bold, italics and Markdown headings."""
    cell = _TAG.sub("", cell).strip()
    if cell.startswith("#"):
        cell = cell.lstrip("#").strip()
    for mark in ("***", "**", "__"):
        cell = cell.replace(mark, "")
    if len(cell) > 2 and cell[0] == cell[-1] == "*":
        cell = cell[1:-1]
    return cell.strip()


def _kind(cells: tuple[str, ...], marked: bool, in_table: bool) -> RowKind:
    if marked and len(cells) - cells.count("") == 1:
        return "heading"
    return "table" if in_table else "line"


def _rejoin(rows: list[Row], drawn: list[tuple[int, Row]]) -> list[Row]:
    """Rejoin the cells of a drawn table whose rows are ruled off and wrap over several lines.

    Only where the table has rules between its rows: then the lines between two rules are
    one row. The rest of a text, and quarters fused with their values, join the cell above;
    what begins something of its own (a number, a quarter, a figure) stays a row.
    """
    groups: dict[tuple[int, int], list[Row]] = {}
    for rules, row in drawn:
        groups.setdefault((row.table, rules), []).append(row)
    ruled: dict[int, int] = {}
    for table, _ in groups:
        ruled[table] = ruled.get(table, 0) + 1
    joined: dict[int, Row | None] = {}
    for (table, _), members in groups.items():
        if ruled[table] >= 3 and len(members) > 1:
            joined.update(_joined(members))
    merged = (joined.get(row.line, row) for row in rows)
    return [row for row in merged if row is not None]


def _joined(members: list[Row]) -> dict[int, Row | None]:
    """The rows that the lines between two rules make, by line; None for those used up."""
    lines = [list(row.cells) for row in members]
    heads: dict[int, int] = {}
    for index, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            if not cell:
                continue
            head = heads.get(column)
            if head is not None and _continues(lines[head][column], cell):
                lines[head][column] += f" {cell}"
                cells[column] = ""
            else:
                heads[column] = index
    return {
        row.line: row._replace(cells=tuple(cells)) if any(cells) else None
        for row, cells in zip(members, lines, strict=True)
    }


def _continues(above: str, cell: str) -> bool:
    """Whether a cell goes on with what stands in the cell above it."""
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


READER: Final = Reader(
    "text",
    recognises=lambda content: True,  # noqa: ARG005 - whatever no other reader took
    read=lambda content, limits: read_text(decode(content.data), limits),
)
