"""One sheet of a workbook: the blocks of a page in cells, their formats, and how it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import singledispatchmethod
from typing import Any, Final

from renaksi.render.csv import harmless
from renaksi.render.printed.chart import png
from renaksi.render.printed.columns import sheet_columns
from renaksi.render.printed.page_breaks import PrintedPage, breaks, joined_rows, width_of
from renaksi.render.printed.shades import FILLS, HEAD_SIZE, WHITE_INK
from renaksi.render.printed.widths import lines
from renaksi.reports import tree
from renaksi.reports.tree import Cell, placed

_PAPER: Final = {"a4": 9, "a3": 8, "f4": 14}  # the spreadsheet's own numbers; F4 is its Folio
# Characters of the sheet's type that fit across a page, by paper, upright.
_ACROSS: Final = {"a4": 96, "a3": 140, "f4": 98}
_LANDSCAPE: Final = {"a4": 150, "a3": 215, "f4": 168}
# A table of more rows may go over its page; so many rows that stay leave room on a screen.
_LONG, _FROZEN = 18, 18
_PIXELS: Final = 7.2  # of a character of a column's width
_MOST_DIGITS: Final = 15  # what a spreadsheet's number holds
_LONGEST: Final = 32_767
# By how much the letters of running text are wider than those of tables.
_SERIF_WIDER = 1.15
_UNDER_PICTURE: Final = 15
_LINE: Final = 1.28  # the height of a line, in sizes of the type
_SANS, _SERIF = "Arial", "Bookman Old Style"
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_RULE: Final = "#595959"
_INDONESIAN: Final = "[$-421]"  # points and commas as in Indonesia, where a program knows them


class SheetNames:
    """Names that a workbook accepts: short, without its signs, each once."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def free(self, wanted: str) -> str:
        """The wanted name, cut and numbered as needed."""
        name = _FORBIDDEN.sub(" ", wanted).strip()[:31].strip() or "Lembar"
        number, base = 1, name
        while name.casefold() in self._used:
            number += 1
            name = f"{base[: 31 - len(str(number)) - 1]} {number}"
        self._used.add(name.casefold())
        return name


class Sheet:
    """One sheet in the making; ``formats`` are those of the whole workbook."""

    def __init__(
        self,
        book: Any,
        name: str,
        section: tree.Section,
        document: tree.Document,
        formats: dict[Any, Any],
    ) -> None:
        self.book, self.section, self.document = book, section, document
        self.sheet = book.add_worksheet(name)
        self.formats = formats
        self.row = 0
        self.widths: list[float] = []
        self.columns = sheet_columns(())
        self.order: dict[int, int] = {}
        self.heights: dict[int, float] = {}
        self.joined: set[int] = set()  # rows that begin no printed page
        self.again = 0.0  # the height of the heads that each page repeats

    def write(self, blocks: Sequence[tree.Block]) -> None:
        """All blocks, one below the other, and the print set-up."""
        tables = [block for block in blocks if isinstance(block, tree.Table)]
        self.columns = sheet_columns(tables)
        self.order = {id(table): number for number, table in enumerate(tables)}
        across = (_LANDSCAPE if self.section.landscape else _ACROSS)[self.section.paper]
        self.widths = [share * across for share in self.columns.shares]
        for number, width in enumerate(self.widths):
            self.sheet.set_column(number, number, width)
        for block in blocks:
            self.add(block)
        self._prepare_print()
        self._prepare_head_and_foot()

    def _prepare_print(self) -> None:
        """One page wide on its paper, broken where nothing is torn."""
        sheet = self.sheet
        sheet.set_paper(_PAPER[self.section.paper])
        if self.section.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.print_area(0, 0, max(0, self.row - 1), len(self.widths) - 1)
        page = PrintedPage.of(
            self.section.paper, landscape=self.section.landscape, width=width_of(self.widths)
        )
        sheet.set_h_pagebreaks(breaks(self.row, self.heights, self.joined, page, self.again))

    def _set_height(self, row: int, height: float) -> None:
        self.sheet.set_row(row, height)
        self.heights[row] = height

    def _prepare_head_and_foot(self) -> None:
        """*DRAF* at the head of a draft, the document's name and page numbers at the foot."""
        sheet = self.sheet
        if self.document.draft:
            sheet.set_header('&C&"Arial,Bold"&20DRAF')
        foot = self.document.foot[:90].replace("&", "&&")
        sheet.set_footer(f"&L&8{foot}&R&8Halaman &P dari &N")

    def format(self, **wanted: Any) -> Any:
        """A format with these properties, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self.formats:
            base = {"font_name": _SANS, "valign": "top", "text_wrap": True}
            self.formats[key] = self.book.add_format({**base, **wanted})
        return self.formats[key]

    def text(self, row: int, column: int, words: str, **look: Any) -> None:
        """Text as text; what would become a formula when it is entered again is quoted."""
        if not words:
            self.sheet.write_blank(row, column, None, self.format(**look))
            return
        quoted = {"quote_prefix": True} if words != "-" and harmless(words) != words else {}
        self.sheet.write_string(row, column, words[:_LONGEST], self.format(**look, **quoted))

    def across(
        self, words: str, start: int = 0, end: int | None = None, *, at: int | None = None,
        **look: Any,
    ) -> None:  # fmt: skip
        """A line of words over several columns; the next row follows unless ``at`` is given."""
        row = self.row if at is None else at
        last = len(self.widths) - 1 if end is None else end
        size = look.setdefault("font_size", 10)
        if last > start:
            self.sheet.merge_range(row, start, row, last, None, self.format(**look))
        self.text(row, start, words, **look)
        if at is None:
            width = sum(self.widths[start : last + 1])
            self._set_height(row, _lines(words, width, size) * size * _LINE)
            self.row += 1

    @singledispatchmethod
    def add(self, block: Any) -> None:
        """One block; every kind of the tree has its own."""
        raise TypeError(f"no such block: {type(block).__name__}")

    @add.register
    def _(self, block: tree.Heading) -> None:
        align = "left" if block.align == "justify" else block.align
        first = self.row
        self.across(block.text, bold=True, font_name=_SERIF, font_size=12, align=align)
        self.row += block.level == 1
        self.joined.update(range(first + 1, self.row + 1))  # what it stands over comes with it

    @add.register
    def _(self, block: tree.Paragraph) -> None:
        words = "".join(run.text for run in block.runs)
        align = "left" if block.align == "justify" else block.align
        bold = all(run.bold for run in block.runs)
        self.across(words, font_name=_SERIF, align=align, bold=bold)

    @add.register
    def _(self, block: tree.Pairs) -> None:
        for label, said in block.rows:
            self.across(f"{label} : {said}", font_name=_SERIF)

    @add.register
    def _(self, block: tree.Listing) -> None:
        for number, item in enumerate(block.items, 1):
            self.across(f"{number}. {item}" if block.numbered else f"• {item}", font_name=_SERIF)

    @add.register
    def _(self, block: tree.Writing) -> None:
        self.across(block.text or block.hint, font_name=_SERIF, italic=not block.text)

    @add.register
    def _(self, block: tree.Contents) -> None:
        for level, words in block.entries:
            self.across("   " * (level - 1) + words.replace("\n", " "), font_name=_SERIF)

    @add.register
    def _(self, block: tree.Letterhead) -> None:
        if block.logo:
            self._picture(block.logo, 18, "Lambang")
        for words, size in (
            (block.government, 12),
            (block.office, 14),
            *((x, 9) for x in block.lines),
        ):
            self.across(words, font_name=_SERIF, font_size=size, align="center", bold=size > 12)
        self.row += 1

    @add.register
    def _(self, block: tree.Emblem) -> None:
        self._leave(6)
        self._picture(block.logo, 26, block.alt, centred=True)
        self.row += 6

    def _leave(self, rows: int) -> None:
        """Rows under a picture, whose heights a program would else choose and squeeze it."""
        for row in range(self.row, self.row + rows):
            self._set_height(row, _UNDER_PICTURE)

    def _picture(self, data: bytes, height: int, alt: str, *, centred: bool = False) -> None:
        """A picture as high as so many millimetres, whatever its own size, in this row."""
        scale, width = _scaled(data, height)
        across = sum(self.widths) * _PIXELS
        self.sheet.insert_image(
            self.row, 0, "",
            {"image_data": _stream(data), "x_scale": scale, "y_scale": scale, "description": alt,
             "x_offset": max(0.0, (across - width) / 2) if centred else 2},
        )  # fmt: skip

    @add.register
    def _(self, block: tree.Chart) -> None:
        options = {"image_data": _stream(png(block)), "x_scale": 0.45, "y_scale": 0.45}
        self._leave(17)
        self.sheet.insert_image(self.row, 0, "", {**options, "description": block.alt})
        self.row += 17

    @add.register
    def _(self, block: tree.Table) -> None:
        if block.caption:
            self.across(block.caption, bold=True, align="center", font_name=_SERIF)
            self.joined.add(self.row)
        top, heads = self.row, len(block.head)
        rows = (*block.head, *block.body)
        heights = [block.size * _LINE + 2.0] * len(rows)
        cells = placed(rows, len(block.columns))
        self.joined |= {top + row for row in joined_rows(cells, heads)}
        for down, column, cell in cells:
            span = self.columns.span(self.order[id(block)], column, cell.columns)
            self._cell(top + down, span, cell, block.columns[column].align, block.size)
            self._grow(heights, down, span, cell, block.size)
        for down, height in enumerate(heights):
            self._set_height(top + down, min(height, 400))
        self.row = top + len(rows) + 1
        self.joined.add(self.row - 1)  # a blank row begins no page
        if heads and (len(self.order) == 1 or len(block.body) > _LONG):
            self.sheet.repeat_rows(top, top + heads - 1)
            self.again = sum(heights[:heads])
            if top + heads <= _FROZEN:
                self.sheet.freeze_panes(top + heads, 0)

    def _cell(
        self, row: int, span: tuple[int, int], cell: Cell, align: tree.Align, size: float
    ) -> None:
        """A cell with its spans, its number where it has one, and where the figure is from."""
        column, last = span
        look = _look(cell, align, size)
        number = None if cell.number is None else _number(cell.number, cell.mark)
        if number is not None:
            # A number that does not fit shows as ####; it shrinks instead.
            look = {**look, "num_format": number_format(cell), "text_wrap": False, "shrink": True}
        if cell.rows > 1 or last > column:
            end = row + cell.rows - 1
            self.sheet.merge_range(row, column, end, last, None, self.format(**look))
        if number is None:
            self.text(row, column, cell.text, **look)
        else:
            self.sheet.write_number(row, column, number, self.format(**look))
        if cell.because:
            self.sheet.write_comment(row, column, cell.because, {"x_scale": 2.5, "y_scale": 1.5})

    def _grow(
        self, heights: list[float], row: int, span: tuple[int, int], cell: Cell, size: float
    ) -> None:
        """Make the rows of a cell high enough for its words; merged cells do not do it alone."""
        width = sum(self.widths[span[0] : span[1] + 1])
        needed = _lines(cell.text, width, size, serif=False) * size * _LINE + 2
        own = heights[row : row + cell.rows]
        if needed > sum(own):
            more = (needed - sum(own)) / len(own)
            heights[row : row + cell.rows] = [height + more for height in own]

    @add.register
    def _(self, block: tree.Signatures) -> None:
        first = self.row
        self.row += 1
        places = self._places(max(2, len(block.parties)))
        used = places[-len(block.parties) :]
        look: dict[str, Any] = {"align": "center", "font_name": _SERIF}
        if block.dated:
            start, end = places[-1]
            self.across(block.dated, start, end, at=self.row, **look)
            self.row += 1
        lines = [
            [*party.above, "", "", "", "", party.name, *party.below] for party in block.parties
        ]
        names = [len(party.above) + 4 for party in block.parties]
        for index in range(max(map(len, lines))):
            for (start, end), words, name in zip(used, lines, names, strict=True):
                shown = words[index] if index < len(words) else ""
                bold: dict[str, Any] = {"bold": True, "underline": 1} if index == name else {}
                self.across(shown, start, end, at=self.row, **look, **bold)
            self.row += 1
        self.joined.update(range(first, self.row))  # with the last row above them

    def _places(self, count: int) -> list[tuple[int, int]]:
        """The columns divided into as many neighbours of about the same width."""
        whole, reached = sum(self.widths), 0.0
        ends: list[int] = []
        for index, width in enumerate(self.widths):
            reached += width
            if len(ends) < count - 1 and reached >= whole * (len(ends) + 1) / count - 1:
                ends.append(index)
        ends = [*ends[: count - 1], len(self.widths) - 1]
        starts = [0, *(end + 1 for end in ends[:-1])]
        return [(start, max(start, end)) for start, end in zip(starts, ends, strict=True)]


def _look(cell: Cell, align: tree.Align, size: float) -> dict[str, Any]:
    chosen = cell.align or align
    look: dict[str, Any] = {
        "font_size": size,
        "border": 1,
        "border_color": _RULE,
        "align": "left" if chosen == "justify" else chosen,
    }
    if cell.shade == "head":
        look |= {"valign": "vcenter", "font_size": round(size * HEAD_SIZE, 1)}
    if cell.bold:
        look["bold"] = True
    if cell.indent:
        look["indent"] = max(1, cell.indent // 3)
    if fill := FILLS.get(cell.shade):
        look["bg_color"] = f"#{fill}"
    if cell.shade in WHITE_INK:
        look["font_color"] = "#FFFFFF"
    return look


def _number(value: Decimal, mark: str) -> float | None:
    """The number for the cell; None where a spreadsheet would lose digits of it."""
    digits, exponent = value.as_tuple()[1:]
    if len(digits) > _MOST_DIGITS or not isinstance(exponent, int) or exponent > _MOST_DIGITS:
        return None
    return float(value.scaleb(-2) if mark == "%" else value)


def number_format(cell: Cell) -> str:
    """The format that shows the number as the text does: its decimals, its points, its sign."""
    assert cell.number is not None
    exponent = cell.number.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    behind = cell.text.rpartition(",")[2].rstrip("%*") if "," in cell.text else ""
    if behind.isdigit():
        places = min(places, len(behind))
    elif places and cell.number == cell.number.to_integral_value():
        places = 0
    whole = "#,##0" if "." in cell.text or abs(cell.number) < 1000 else "0"
    sign = {"%": "%", "*": '"*"'}.get(cell.mark, "")
    return f"{_INDONESIAN}{whole}{'.' + '0' * places if places else ''}{sign}"


def _lines(words: str, width: float, size: float, *, serif: bool = True) -> int:
    """About how many lines the words take over so many characters' width, rather more than less."""
    room = max(1.0, width * _PIXELS * 0.75 / size - 0.5)  # three quarters of a point in a pixel
    return lines(words, room / (_SERIF_WIDER if serif else 1.0))


def _scaled(data: bytes, height: int) -> tuple[float, float]:
    """By what a picture is scaled to be so many millimetres high, and how wide it is then."""
    from docx.image.image import Image

    image = Image.from_blob(data)
    own = image.px_height * 96 / (image.vert_dpi or 96)
    scale = height / 25.4 * 96 / own
    return scale, image.px_width * 96 / (image.horz_dpi or 96) * scale


def _stream(data: bytes) -> Any:
    import io

    return io.BytesIO(data)
