"""The report tree: what stands on the paper, before anybody asks in which format.

A `Document` has sections (pages of one size and direction) of blocks. Renderers know
these kinds and nothing else: not a plan, not an achievement. All text is text; none of
it is markup or a formula in any format. Lengths are in millimetres, sizes in points.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

Align = Literal["left", "center", "right", "justify"]
Paper = Literal["a4", "f4", "a3"]
# How a cell is shaded: by what its row is, or by the band of its number.
Shade = Literal[
    "", "head", "total", "goal", "objective", "program", "activity", "subactivity",
    "sangat_tinggi", "tinggi", "sedang", "rendah", "sangat_rendah",
]  # fmt: skip

# Short side and long side.
PAPERS: Final[dict[Paper, tuple[int, int]]] = {"a4": (210, 297), "f4": (215, 330), "a3": (297, 420)}


class Heading(NamedTuple):
    """A heading of the outline; the title is of level 1. A line break in it begins a new line."""

    text: str
    level: int = 1
    align: Align = "left"


class Run(NamedTuple):
    """Words of one look within a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


class Paragraph(NamedTuple):
    """Running text; ``indent`` is that of its first line, in millimetres."""

    runs: tuple[Run, ...]
    align: Align = "justify"
    indent: int = 0
    size: float = 11


class Pairs(NamedTuple):
    """Labels and what they say, with colons below one another: *Nama : …*."""

    rows: tuple[tuple[str, str], ...]


class Listing(NamedTuple):
    """Items one below the other, with numbers or bullets."""

    items: tuple[str, ...]
    numbered: bool = False


class Column(NamedTuple):
    """A column; ``width`` is its share of the page's width."""

    width: float
    align: Align = "left"


class Cell(NamedTuple):
    """One cell. ``rows`` and ``columns`` are what it spans.

    Where ``number`` is given, ``text`` shows it, and a workbook holds the number itself;
    ``mark`` is the sign that the text puts behind it. ``because`` tells where
    the figure comes from. ``splits`` lets the cell go over a page's end.
    """

    text: str = ""
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    mark: Literal["", "%", "*"] = ""
    align: Align | None = None
    bold: bool = False
    shade: Shade = ""
    because: str = ""
    splits: bool = False
    indent: int = 0


# A row lists the cells that begin in it; what is spanned from above or the left is not repeated.
Row = tuple[Cell, ...]


class Table(NamedTuple):
    """A table whose ``head`` stands on every page that it reaches."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: str = ""
    size: float = 8.5


class Series(NamedTuple):
    """One run of bars; None where there is no figure."""

    name: str
    values: tuple[Decimal | None, ...]


class Chart(NamedTuple):
    """Bars for each category; ``alt`` says in words what the picture shows."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str


class Party(NamedTuple):
    """Who signs: what stands above the space (*CAMAT KEMANGKON,*) and below it."""

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


class Signatures(NamedTuple):
    """The signature block; one party stands at the right. ``dated`` is place and date.

    It is never torn from one page to the next.
    """

    dated: str
    parties: tuple[Party, ...]


class Letterhead(NamedTuple):
    """The head of an office's paper, over a double rule; ``logo`` is a PNG or JPEG file."""

    government: str
    office: str
    lines: tuple[str, ...] = ()
    logo: bytes = b""


class Emblem(NamedTuple):
    """The logo alone, in the middle, or another small picture; ``alt`` says what it shows."""

    logo: bytes
    alt: str = "Lambang"


class Writing(NamedTuple):
    """A place for the writer's own words; ``key`` names it when the document is made anew."""

    key: str
    text: str
    hint: str


class Contents(NamedTuple):
    """The headings behind it, with their pages where a format has any; level and text of each.

    They are filled in when the whole is printed (`renaksi.reports.outline.with_contents`).
    """

    entries: tuple[tuple[int, str], ...] = ()


class Node(NamedTuple):
    """A box of a tree drawn on paper, with what stands under it."""

    title: str
    lines: tuple[str, ...]
    shade: Shade
    children: tuple[Node, ...] = ()


class Diagram(NamedTuple):
    """A tree of boxes."""

    root: Node
    alt: str


Block = (
    Heading | Paragraph | Pairs | Listing | Table | Chart | Signatures | Letterhead | Emblem
    | Writing | Diagram | Contents
)  # fmt: skip


class Section(NamedTuple):
    """Pages of one size and direction; it begins a new page. ``name`` is that of its sheet.

    ``centred`` sets a title page in the middle of its paper.
    """

    name: str
    blocks: tuple[Block, ...]
    paper: Paper = "a4"
    landscape: bool = False
    centred: bool = False


class Document(NamedTuple):
    """A whole document. ``draft`` lists what is missing; where it is not empty, DRAF is printed.

    ``foot`` stands at the foot of each page, beside the page's number. ``dated`` is the day
    on which it is signed. ``word_template`` is a Word file of the government's own, whose styles,
    head and foot a Word file takes; other formats have no use for it.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    author: str = ""
    foot: str = ""
    draft: tuple[str, ...] = ()
    dated: date | None = None
    word_template: bytes = b""


def text(words: str, *, bold: bool = False, align: Align = "justify", indent: int = 0) -> Paragraph:
    """A paragraph of one look."""
    return Paragraph((Run(words, bold),), align, indent)


def head(words: str, rows: int = 1, columns: int = 1) -> Cell:
    """A cell of a table's head."""
    return Cell(words, rows, columns, align="center", bold=True, shade="head")


def numbered_heads(count: int) -> Row:
    """The row *(1) (2) (3)* that official forms put under the heads."""
    return tuple(
        Cell(f"({number})", align="center", shade="head") for number in range(1, count + 1)
    )


def placed(rows: tuple[Row, ...], width: int) -> tuple[tuple[int, int, Cell], ...]:
    """Where each cell stands: row and column from 0; cells flow around what spans them."""
    found: list[tuple[int, int, Cell]] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            assert column + cell.columns <= width, "a row is wider than its table"
            found.append((number, column, cell))
            taken |= {
                (number + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
                if down or right
            }
            column += cell.columns
    return tuple(found)
