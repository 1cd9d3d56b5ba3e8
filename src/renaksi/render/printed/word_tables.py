"""Tables of a Word file as XML: spans, repeated heads, rows that stay whole and together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from renaksi.render.printed.fitting import Laid, laid
from renaksi.render.printed.shades import FILLS, HEAD_SIZE, WHITE_INK
from renaksi.reports.tree import Cell, Table, placed

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS: Final = 1440 / 25.4  # in a millimetre
_ALIGNED: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_SPARE: Final = 1.2  # millimetres by which heights are estimated too high for a Word file
_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="50" w:type="dxa"/>'
    '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'
)


def table_xml(table: Table, width: float, *, closes: bool = False) -> str:
    """The table in fixed columns over ``width`` millimetres.

    ``closes`` says that signatures follow: its last rows stay on their page.
    """
    total = sum(column.width for column in table.columns)
    widths = [round(column.width / total * width * _TWIPS) for column in table.columns]
    rows = (*table.head, *table.body)
    fitted = laid(table, width)
    ratios = iter([ratio for _, ratio in (*fitted.head, *fitted.body)])
    lines = _grid(rows, len(table.columns))
    kept = _kept(rows, len(table.columns)) | _together(table, fitted, closes=closes)
    parts = [_opening(widths, "TableGrid")]
    found: dict[int, float] = {}
    for number, line in enumerate(lines):
        is_head = number < len(table.head)
        height = _height(fitted.heads[number]) if is_head and len(table.head) > 1 else ""
        repeated = "<w:tblHeader/>" if is_head else ""
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>")
        for column, (cell, begins) in line:
            align = cell.align or table.columns[column].align
            own = sum(widths[column : column + cell.columns])
            if begins:
                found[id(cell)] = next(ratios)
            look = _Look(table.size, align, number in kept or is_head, found[id(cell)])
            parts.append(_cell(cell, own, look, begins=begins))
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _height(millimetres: float) -> str:
    """A row at least so high: not every program raises a repeated head for words that span it."""
    return f'<w:trHeight w:val="{round((millimetres - _SPARE) * _TWIPS)}" w:hRule="atLeast"/>'


def _together(table: Table, fitted: Laid, *, closes: bool) -> set[int]:
    """The rows that stay with the next: those of a short table, and the last before signatures."""
    count = len(table.head) + len(table.body)
    first = len(table.head) if fitted.is_short else count - max(1, fitted.last)
    if closes:
        return set(range(first, count))
    return set(range(first, count - 1)) if fitted.is_short else set()


def _opening(widths: Sequence[int], style: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_MARGINS}'
        f'<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


Line = list[tuple[int, tuple[Cell, bool]]]


def _grid(rows: tuple[tuple[Cell, ...], ...], width: int) -> list[Line]:
    """For each row its cells by column, those that continue from above included."""
    lines: list[Line] = [[] for _ in rows]
    for row, column, cell in placed(rows, width):
        for down in range(min(cell.rows, len(rows) - row)):
            lines[row + down].append((column, (cell, down == 0)))
    return [sorted(line, key=lambda entry: entry[0]) for line in lines]


def _kept(rows: tuple[tuple[Cell, ...], ...], width: int) -> set[int]:
    """The rows that must stay on the page of the next: those under a cell that does not split."""
    return {
        row + down
        for row, _, cell in placed(rows, width)
        if cell.rows > 1 and not cell.splits
        for down in range(cell.rows - 1)
    }


class _Look:
    """How the text of a cell is set."""

    def __init__(self, size: float, align: str, kept: bool, ratio: float) -> None:
        self.size, self.align, self.kept, self.ratio = size, align, kept, ratio


def _cell(cell: Cell, width: int, look: _Look, *, begins: bool) -> str:
    spans = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    if cell.rows > 1:
        spans += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    fill = FILLS.get(cell.shade)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    middle = '<w:vAlign w:val="center"/>' if cell.shade == "head" else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}{middle}</w:tcPr>'
    text = cell.text if begins else ""
    return f"<w:tc>{properties}{_paragraph(text, cell, look)}</w:tc>"


def _paragraph(text: str, cell: Cell, look: _Look) -> str:
    style = "KepalaTabel" if cell.shade == "head" and cell.bold else "SelTabel"
    indent = f'<w:ind w:left="{round(cell.indent * _TWIPS)}"/>' if cell.indent else ""
    keep = "<w:keepNext/>" if look.kept else ""
    properties = (
        f'<w:pPr><w:pStyle w:val="{style}"/>{keep}{indent}<w:jc w:val="{_ALIGNED[look.align]}"/>'
        "</w:pPr>"
    )
    if not text:
        return f"<w:p>{properties}</w:p>"
    bold = "<w:b/>" if cell.bold else ""
    ink = '<w:color w:val="FFFFFF"/>' if cell.shade in WHITE_INK else ""
    points = look.size * HEAD_SIZE if cell.shade == "head" else look.size
    points *= look.ratio
    size = f'<w:sz w:val="{int(points * 2)}"/>' if points != 8.5 else ""
    looks = f"<w:rPr>{bold}{ink}{size}</w:rPr>" if bold or ink or size else ""
    return f"<w:p>{properties}<w:r>{looks}{text_xml(text)}</w:r></w:p>"


def text_xml(text: str) -> str:
    """Text as text, with its line breaks."""
    return "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )


def grid_xml(
    rows: Sequence[Sequence[str]], widths: Sequence[float], *, centred: bool = False
) -> str:
    """Words in columns without rules, kept on one page; ``**`` before a name underlines it."""
    twips = [round(width * _TWIPS) for width in widths]
    style = "TandaTangan" if centred else "Isian"
    parts = [_opening(twips, "TableNormal")]
    for number, row in enumerate(rows):
        keep = "<w:keepNext/>" if number < len(rows) - 1 else ""
        parts.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for words, width in zip(row, twips, strict=True):
            name = words.startswith("**")
            looks = '<w:rPr><w:b/><w:u w:val="single"/></w:rPr>' if name else ""
            run = f"<w:r>{looks}{text_xml(words.removeprefix('**'))}</w:r>" if words else ""
            parts.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{run}</w:p></w:tc>'
            )
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)
