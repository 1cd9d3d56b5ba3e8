"""The walk over a Word document's body: paragraphs and tables become rows in reading order.

A table inside a cell is read where it stands: a narrow one (a quarter and its value, say) as
lines of its cell, a wide one as a table of its own below the row. Text boxes follow the
paragraph that holds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from renaksi.model import Place
from renaksi.patterns import pattern
from renaksi.readers.cells import clean, joined
from renaksi.readers.document import Document, Omission, Row, RowKind, Span
from renaksi.readers.limits import Deadline, Limits, too_much
from renaksi.readers.void import Void, Voids
from renaksi.readers.word.names import ALTERNATE, Names, Node, outermost
from renaksi.readers.word.paragraphs import Paragraph, Paragraphs
from renaksi.readers.word.tables import Grid, GridCell, text_of

_NARROW: Final = 2
_SUSPECT: Final = "«!EK"  # how the texts of fields without a value begin
_UNFILLED: Final = pattern(r"«[^«»]{1,80}»")
_BROKEN: Final = pattern(
    r"!(?i:syntax|zero|undefined|unexpected|missing|invalid|the )|(?:Error|Kesalahan)!"
)


class Content(NamedTuple):
    """What stands in one cell."""

    lines: list[str]
    bold: bool
    tables: list[Node]
    indent: float
    voids: list[Void]


class Body:
    """Collects the rows of one document."""

    def __init__(self, names: Names, paragraphs: Paragraphs, limits: Limits) -> None:
        """An empty collection."""
        self._names = names
        self._paragraphs = paragraphs
        self._limits = limits
        self._deadline = Deadline(limits.max_seconds)
        self._p, self._tbl, self._chunk = names("p"), names("tbl"), names("altChunk")
        wrappers = ("sdt", "sdtContent", "customXml", "ins", "moveTo")
        self._wrappers = frozenset({*map(names, wrappers), ALTERNATE})
        self._rows: list[Row] = []
        self._omissions: list[Omission] = []
        self._voids = Voids()
        self._table = 0  # counts tables, as people do
        self._block = 0  # counts tables and the runs of lines between them
        self._in_lines = False
        self._cells = 0

    def read(self, body: Node, head: Node | None = None) -> Document:
        """The document of a ``body`` element, below the paragraphs of a running ``head``."""
        for paragraph in () if head is None else outermost(head, self._p):
            if not _counts_pages(paragraph):
                self._paragraph(self._paragraphs.read(paragraph))
        self._blocks(body)
        return Document(tuple(self._rows), (*self._omissions, *self._voids.omissions()))

    def _blocks(self, node: Node) -> None:
        for child in self._children(node):
            if child.tag == self._p:
                self._paragraph(self._paragraphs.read(child))
            elif child.tag == self._tbl:
                self._read_table(child)
            else:
                self._omissions.append(
                    Omission(
                        "dokumen ini menyisipkan berkas lain yang tidak dibaca.",
                        "this document embeds another file, which is not read.",
                        Place(self._line),
                    )
                )

    def _children(self, node: Node) -> Iterable[Node]:
        """Paragraphs, tables and embedded files of a body or cell, through what wraps them."""
        for child in node:
            if child.tag in (self._p, self._tbl, self._chunk):
                yield child
            elif child.tag == ALTERNATE:
                if len(child):
                    yield from self._children(child[0])
            elif child.tag in self._wrappers:
                yield from self._children(child)

    @property
    def _line(self) -> int:
        return len(self._rows) + 1

    # -- paragraphs ---------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph) -> None:
        """Each printed line of a paragraph is a row; tabs part it into cells."""
        if paragraph.voids:
            stands = any(line.strip() for line in paragraph.lines)
            self._voids.add(list(paragraph.voids), Place(self._line, 1), stands=stands)
        for line in paragraph.lines:
            if not line.strip():
                continue
            kind: RowKind = "heading" if paragraph.bold or paragraph.heading else "line"
            cells = tuple(map(clean, line.rstrip().split("\t")))
            filled = [cell for cell in cells if cell]
            if len(filled) == 1:
                cells = tuple(filled)
            elif filled:
                kind = "table"
            self._block += not self._in_lines
            self._in_lines = True
            self._add(Row(cells, self._line, kind, self._block))
        for box in paragraph.boxes:
            self._blocks(box)

    def _add(self, row: Row) -> None:
        self._cells += len(row.cells)
        if self._cells > self._limits.max_cells:
            most = self._limits.max_cells
            raise too_much(f"lebih dari {most} sel", f"more than {most} cells")
        if len(self._rows) >= self._limits.max_lines:
            most = self._limits.max_lines
            raise too_much(f"lebih dari {most} baris", f"more than {most} rows")
        if len(self._rows) % 256 == 0:
            self._deadline.check()
        self._rows.append(row)

    # -- tables -------------------------------------------------------------------------

    def _read_table(self, node: Node) -> None:
        grid = Grid(node, self._names, self._limits.max_columns)
        self._table += 1
        self._block += 1
        table, block = self._table, self._block
        if grid.removed:
            self._voids.add(grid.removed, Place(table=table), stands=False)
        for number, cells in enumerate(grid.rows):
            below = self._read_row(grid, cells, Place(table=table, row=number + 1), block)
            for nested in below:
                self._read_table(nested)

    def _read_row(self, grid: Grid, cells: list[GridCell], place: Place, block: int) -> list[Node]:
        """One row; returns the tables that stand in its cells and are read after it."""
        texts = [""] * grid.width
        spans: dict[int, Span] = {}
        breaks: dict[int, tuple[int, ...]] = {}
        bold: set[int] = set()
        indents: dict[int, float] = {}
        nested: list[Node] = []
        voids = self._covered(cells)
        for cell in cells:
            if cell.continues:
                continue
            content = self._content(cell.node)
            if content.voids:
                voids[cell.column] = content.voids
            nested.extend(content.tables)
            text, ends = joined(content.lines)
            texts[cell.column] = self._filled(text, place, cell.column)
            if ends:
                breaks[cell.column] = ends
            if content.bold:
                bold.add(cell.column)
            if content.indent:
                indents[cell.column] = content.indent
            span = grid.span((place.row or 1) - 1, cell)
            if span != (1, 1):
                spans[cell.column] = span
        if voids:
            self._tell(voids, place, texts)
        if any(texts):
            places = tuple([place._replace(column=n + 1) for n in range(grid.width)])
            kind = _kind(texts, spans, bold)
            self._in_lines = False
            row = Row(tuple(texts), self._line, kind, block, places, spans, breaks, bold, indents)
            self._add(row)
        return nested

    def _covered(self, cells: list[GridCell]) -> dict[int, list[Void]]:
        """What stands in cells that a cell above covers, by column: no page shows it."""
        texts = {cell.column: text_of(cell.node, self._names) for cell in cells if cell.continues}
        return {column: [Void("hidden", text)] for column, text in texts.items() if text}

    def _filled(self, text: str, place: Place, column: int) -> str:
        """A cell's text, unless it is a field that was never filled in; a broken one is told."""
        if not text or text[0] not in _SUSPECT:
            return text
        if _UNFILLED.fullmatch(text):
            told_id = f"bidang {text} belum terisi; gabungkan surat (mail merge) lalu coba lagi."
            told_en = f"the field {text} is not filled in; merge the letter and try again."
        elif _BROKEN.match(text):
            told_id = f"rumus di sel ini rusak: “{text[:80]}”."
            told_en = f"the formula in this cell is broken: “{text[:80]}”."
        else:
            return text
        at = place._replace(column=column + 1)
        self._omissions.append(Omission(told_id, told_en, at, "text"))
        return "" if _UNFILLED.fullmatch(text) else text

    def _tell(self, voids: dict[int, list[Void]], place: Place, texts: list[str]) -> None:
        """Tell what does not count of a row: of each cell, or at once where nothing stands."""
        if any(texts):
            for column, found in voids.items():
                self._voids.add(found, place._replace(column=column + 1), stands=True)
        else:
            every = [void for found in voids.values() for void in found]
            self._voids.add(every, place, stands=False)

    def _content(self, cell: Node) -> Content:
        voids: list[Void] = []
        lines: list[str] = []
        tables: list[Node] = []
        bold: list[bool] = []
        indent: float | None = None
        for child in self._children(cell):
            if child.tag == self._p:
                begins = self._cell_paragraph(child, lines, bold, voids)
                indent = begins if indent is None else indent
            elif child.tag == self._tbl:
                narrow = self._narrow(child, voids)
                if narrow is None:
                    tables.append(child)
                else:
                    lines.extend(narrow)
                    bold.append(False)
        return Content(lines, bool(bold) and all(bold), tables, indent or 0.0, voids)

    def _cell_paragraph(
        self, node: Node, lines: list[str], bold: list[bool], voids: list[Void]
    ) -> float | None:
        """Read a cell's paragraph; how far in it begins, None where it holds no text."""
        paragraph = self._paragraphs.read(node)
        filled = [line for line in paragraph.lines if line.strip()]
        lines.extend(filled)
        voids.extend(paragraph.voids)
        if filled:
            bold.append(paragraph.bold)
        for box in paragraph.boxes:
            for inner in outermost(box, self._p):
                self._cell_paragraph(inner, lines, bold, voids)
        return paragraph.indent if filled else None

    def _narrow(self, table: Node, voids: list[Void]) -> list[str] | None:
        """The rows of a narrow table inside a cell as lines; None where it is a wide one."""
        grid = Grid(table, self._names, self._limits.max_columns)
        if grid.width > _NARROW:
            return None
        lines = []
        voids.extend(grid.removed)
        for row in grid.rows:
            contents = [self._content(cell.node) for cell in row if not cell.continues]
            lines.append(" ".join(line for content in contents for line in content.lines))
            voids.extend(void for content in contents for void in content.voids)
        return lines


def _counts_pages(paragraph: Node) -> bool:
    """Whether a paragraph of a running head prints the number of the page."""
    return any(
        "PAGE" in (node.text or "") or any("PAGE" in value for value in node.values())
        for node in paragraph.iter()
        if isinstance(node.tag, str) and node.tag.endswith(("}instrText", "}fldSimple"))
    )


def _kind(texts: list[str], spans: dict[int, Span], bold: set[int]) -> RowKind:
    """A row whose only text is bold and stands across the table is a heading inside it."""
    filled = [column for column, text in enumerate(texts) if text]
    if len(filled) != 1 or filled[0] not in bold:
        return "table"
    across = spans.get(filled[0], Span(1, 1)).columns
    return "heading" if across * 2 > len(texts) else "table"
