"""An HTML page as rows: nothing is fetched, no script runs, styles say only what does not count.

Tags are read as a browser reads them, also where they are not closed. ``rowspan`` and
``colspan`` are laid on a grid; a table inside a cell is read after the row that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from renaksi.model import Place
from renaksi.readers.cells import joined
from renaksi.readers.document import Document, Row, RowKind, Span
from renaksi.readers.limits import Deadline, Limits, damaged, too_much
from renaksi.readers.mail import is_archive
from renaksi.readers.raised import is_mark
from renaksi.readers.void import Void, Voids
from renaksi.readers.web.exported import exported_rows
from renaksi.readers.web.grid import Cell, lay_out, without_frame
from renaksi.readers.web.looks import (
    Looks,
    is_content,
    text_of,
    typed_text,
)

Node = Any  # lxml has no types of its own

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MOST_PAGES: Final = 200  # of a web archive
_NARROW: Final = 2  # columns: a narrower table inside a cell is its text
_BLOCKS: Final = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "center", "section",
     "article", "header", "footer", "main", "body", "html", "form", "blockquote", "pre", "tr",
     "td", "th", "dt", "dd", "caption", "address"}
)  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_BOLD: Final = frozenset({"b", "strong", "th"}) | _HEADINGS
_PARTS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = ("td", "th")
_DEEPEST: Final = 256  # as the parser; it gives up a deeper page


def read_page(data: bytes, limits: Limits) -> Document:
    """The rows of a page, or of the page in a web archive."""
    if is_archive(data):
        return _read_archive(data, limits)
    page = _Page(limits)
    page.read(data)
    return page.document()


def _read_archive(data: bytes, limits: Limits) -> Document:
    """The pages of a web archive (.mht), one after the other: Excel writes one for each sheet."""
    import email

    page = _Page(limits)
    parts = [
        part
        for part in email.message_from_bytes(data).walk()
        if part.get_content_type() == "text/html"
    ]
    for part in parts[:_MOST_PAGES]:
        inside = part.get_payload(decode=True)
        if isinstance(inside, bytes) and inside.strip():
            page.read(inside)
    if not parts:
        raise damaged("HTML")
    return page.document()


def decoded(data: bytes) -> str:
    """The text of a page: UTF-8, else the encoding that it declares, else the web's own default."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        match = _CHARSET.search(data[:4000])
        named = match[1].decode("ascii") if match else "windows-1252"
    try:
        return data.decode(named, "replace")
    except (LookupError, ValueError):
        return data.decode("windows-1252", "replace")


_INSET: Final = re.compile(r"(?:padding|margin)-left\s*:\s*(\d{1,3}(?:\.\d{1,3})?)(px|pt)")
_SPACE: Final = 2.5  # points, a space


class _Page:
    """Collects the rows of a page."""

    def __init__(self, limits: Limits) -> None:
        self.rows: list[Row] = []
        self.voids = Voids()
        self._looks = Looks()
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._block = 0  # counts tables and the runs of lines between them
        self._in_lines = False
        self._cells = 0
        self._text: list[str] = []
        self._void: list[Void] = []  # beside the line that gathers
        self._plain = self._heading = False

    def read(self, data: bytes) -> None:
        """Put the rows of one page behind those of the pages before it."""
        parser = etree.HTMLParser(
            no_network=True,
            remove_comments=True,
            remove_pis=True,
            huge_tree=False,
            encoding="utf-8",
        )
        try:
            root = etree.fromstring(decoded(data).encode(), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged("HTML") from error
        if root is None:
            raise damaged("HTML")
        if parser.error_log.filter_from_fatals():
            raise too_much("unsur halaman bersarang terlalu dalam", "elements of the page too deep")
        self._looks = Looks(root)
        exported = exported_rows(root)
        for row in exported:
            self.add(row)
        if not exported:
            self.walk(root)
            self.flush()

    def document(self) -> Document:
        """The rows of all pages."""
        return Document(tuple(self.rows), self.voids.omissions())

    def walk(self, node: Node, *, bold: bool = False, depth: int = 0) -> None:
        """The texts and tables of a node that is no table."""
        if depth > _DEEPEST or not is_content(node) or typed_text(node) is not None:
            return  # a field that stands in no table is one of the page, to search or sign in
        void = self._looks.void(node)
        if void is not None:
            if void != "hidden" or node.tag == "table":  # what menus hide is nobody's text
                self._void.append(text_of(node, void))
            return
        if node.tag == "table":
            self.flush()
            self._read_table(node)
            return
        is_block = node.tag in _BLOCKS or node.tag == "br"
        if is_block:
            self.flush()
        bold = bold or node.tag in _BOLD
        if node.tag == "li":
            self._text.append(self._looks.number(node))
        self._add_text(node.text, bold=bold)
        for child in node:
            self.walk(child, bold=bold, depth=depth + 1)
            self._add_text(child.tail, bold=bold)
        if is_block:
            self.flush()

    def _add_text(self, text: str | None, *, bold: bool) -> None:
        if text and text.strip():
            self._plain = self._plain or not bold
        if text:
            self._text.append(text)

    def flush(self) -> None:
        """End the line of running text that has gathered."""
        text, _ = joined(["".join(self._text)])
        kind: RowKind = "line" if self._plain else "heading"
        self._text, self._plain = [], False
        if self._void:
            self.voids.add(self._void, Place(len(self.rows) + 1, 1), stands=bool(text))
            self._void = []
        if text:
            self._block += not self._in_lines
            self._in_lines = True
            self.add(Row((text,), len(self.rows) + 1, kind, self._block))

    def add(self, row: Row) -> None:
        """Put a row to those of the page, within its limits."""
        self._cells += len(row.cells)
        if self._cells > self._limits.max_cells or len(self.rows) >= self._limits.max_lines:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        if len(self.rows) % 256 == 0:
            self._deadline.check()
        self.rows.append(row)

    def _read_table(self, node: Node) -> None:
        self._block += 1
        block = self._block
        rows = list(self._rows(node))
        if len(rows) > self._limits.max_lines:
            raise too_much(f"{len(rows)} baris", f"{len(rows)} rows")
        laid = without_frame(
            [list(filter(self._looks.takes_room, _own_cells(row))) for row in rows]
        )
        width, grid = lay_out(laid, self._limits.max_columns)
        hidden = self._looks.hidden_columns(node)
        for cells in grid:
            nested = self._read_row(cells, width, block, hidden)
            for inner in nested:
                self._read_table(inner)

    def _rows(self, table: Node) -> Iterator[Node]:
        """The rows of a table that count; the others are told where they stand among these."""
        line = len(self.rows) + 1
        for row in _rows(table):
            part = row.getparent()
            void = self._looks.void(row) or (None if part is table else self._looks.void(part))
            if void is None:
                yield row
                line += 1
            else:
                self.voids.add([text_of(row, void)], Place(line), stands=False)

    def _read_row(self, cells: list[Cell], width: int, block: int, hidden: set[int]) -> list[Node]:
        texts = [""] * width
        spans: dict[int, Span] = {}
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        indents: dict[int, float] = {}
        nested: list[Node] = []
        voids: dict[int, list[Void]] = {}
        for cell in cells:
            if cell.column in hidden and cell.span.columns == 1:
                voids[cell.column] = [text_of(cell.node, "hidden")]
                continue
            gathered = _Cell(cell.node, self._looks)
            lines, is_bold = gathered.lines, not gathered.plain
            nested.extend(gathered.tables)
            if gathered.voids:
                voids[cell.column] = gathered.voids
            texts[cell.column], ends = joined(lines)
            if ends:
                breaks[cell.column] = ends
            if cell.span != (1, 1):
                spans[cell.column] = cell.span
            if is_bold and texts[cell.column]:
                bold.add(cell.column)
            if indent := _indent(cell.node, lines):
                indents[cell.column] = indent
        filled = [column for column, text in enumerate(texts) if text]
        for column, found in voids.items():
            self.voids.add(found, Place(len(self.rows) + 1, column + 1), stands=bool(filled))
        if filled:
            across = spans.get(filled[0], Span(1, 1)).columns
            alone = len(filled) == 1 and filled[0] in bold and across * 2 > width
            kind: RowKind = "heading" if alone else "table"
            line = len(self.rows) + 1
            self._in_lines = False
            self.add(Row(tuple(texts), line, kind, block, None, spans, breaks, bold, indents))
        return nested


def _is_narrow(table: Node) -> bool:
    """Whether a table inside a cell is so narrow that its rows are lines of the cell's text."""
    return all(len(list(_own_cells(row))) <= _NARROW for row in _rows(table))


def _indent(cell: Node, lines: list[str]) -> float:
    """How far in a cell's text begins, in points: by its style, or by spaces that do not break."""
    style = _INSET.search(cell.get("style") or "")
    if style is not None:
        return float(style[1]) * (0.75 if style[2] == "px" else 1.0)
    first = next((line for line in lines if line.strip()), "").lstrip("\r\n\t ")
    return _SPACE * min(len(first) - len(first.lstrip("\xa0")), 40)


def _rows(table: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child if row.tag == "tr")


def _own_cells(row: Node) -> Iterator[Node]:
    return (cell for cell in row if cell.tag in _CELLS)


class _Cell:
    """What stands in one cell: its lines, the wide tables inside it, and what does not count."""

    def __init__(self, node: Node, looks: Looks) -> None:
        self.lines = [""]
        self.plain = False
        self.tables: list[Node] = []
        self.voids: list[Void] = []
        self._node = node
        self._looks = looks
        self._gather(node, bold=False, depth=0)

    def _gather(self, node: Node, *, bold: bool, depth: int) -> None:
        if depth > _DEEPEST or not is_content(node):
            return
        void = self._looks.void(node)
        if void is None and node.tag == "sup" and is_mark("".join(node.itertext()), self.lines[-1]):
            void = "mark"
        if void is not None:
            self.voids.append(text_of(node, void))
            return
        if node.tag == "table" and not _is_narrow(node):
            self.tables.append(node)
            return
        typed = typed_text(node)
        if typed is not None:
            self.lines[-1] += f" {typed} "
            self.plain = True
            return
        is_inner_cell = node.tag in _CELLS and node is not self._node
        is_block = node.tag in _BLOCKS or node.tag == "br"
        if is_block and not is_inner_cell:
            self.lines.append(self._looks.number(node) if node.tag == "li" else "")
        self._gather_inside(node, bold=bold or node.tag in _BOLD, depth=depth)
        if is_block and not is_inner_cell:
            self.lines.append("")
        elif is_block:
            self.lines[-1] += " "

    def _gather_inside(self, node: Node, *, bold: bool, depth: int) -> None:
        for text, child in [(node.text, None), *((each.tail, each) for each in node)]:
            if child is not None:
                self._gather(child, bold=bold, depth=depth + 1)
            if text:
                self.plain = self.plain or (not bold and bool(text.strip()))
                self.lines[-1] += text
