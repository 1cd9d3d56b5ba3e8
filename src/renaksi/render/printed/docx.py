"""The report tree as a Word file: real styles, repeated heads, rows that do not split.

python-docx brings the package, the styles and the fields that a person edits afterwards;
tables are written as XML at once, since its cells are slow by the thousand. Typefaces are
named, not embedded: Word has Bookman Old Style and Arial, and others put theirs in place.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import singledispatchmethod
from typing import Any, Final
from zipfile import BadZipFile

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from lxml.etree import XMLSyntaxError

from renaksi.diagnostics import RenaksiError
from renaksi.render.printed.chart import png
from renaksi.render.printed.fitting import closes
from renaksi.render.printed.pdf import heading_pages
from renaksi.render.printed.word_styles import prepare_styles
from renaksi.render.printed.word_tables import grid_xml, table_xml
from renaksi.render.printed.word_xml import (
    bookmark_xml,
    field_xml,
    page_of_xml,
    stand_left,
    watermark_xml,
)  # fmt: skip
from renaksi.reports import tree
from renaksi.reports.outline import as_table, is_listed

# A file bears the day of its document; what has none bears the first that the format knows.
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)
_LOGO: Final = 21  # millimetres of its height in a letterhead
_OVER_TITLE: Final = 0.3  # of a page's height above a title page's first words
_HEADING: Final = "_Judul"  # bookmarks whose name begins so are not shown in Word's list
_ALIGNMENTS: Final = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def render(document: tree.Document) -> bytes:
    """The file's bytes."""
    return _Writer(document).written()


class _Writer:
    """One Word file in the making."""

    def __init__(self, document: tree.Document) -> None:
        self.document = document
        self.own = bool(document.word_template)
        self.file = _opened(document.word_template) if self.own else docx.Document()
        _without_copies(self.file.part)
        prepare_styles(self.file, keep=self.own)
        self.width = 0  # of the text, in millimetres
        self.headings = 0  # that a table of contents may name
        self.closes = False  # whether the block at hand stays with signatures behind it

    def written(self) -> bytes:
        """The whole file."""
        self._properties()
        for place, section in enumerate(self.document.sections):
            self._section(section, first=place == 0)
            for number, block in enumerate(section.blocks):
                self.closes = closes(section.blocks[number:])
                before = len(self.file.paragraphs) if section.centred and number == 0 else None
                self.add(block)
                if before is not None:  # LibreOffice knows no page whose text stands in its middle
                    first = self.file.paragraphs[before].paragraph_format
                    first.space_before = Mm(_OVER_TITLE * tree.PAPERS[section.paper][1])
        out = io.BytesIO()
        self.file.save(out)
        return _timeless(out)

    def _properties(self) -> None:
        about, day = self.file.core_properties, self.document.dated
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DAY
        about.title, about.author = self.document.title, self.document.author
        about.comments, about.language = "", "id-ID"
        about.created = about.modified = moment.replace(tzinfo=None)

    def _section(self, section: tree.Section, *, first: bool) -> None:
        """Paper, margins and foot of the pages that follow."""
        pages = self.file.sections[0] if first else self.file.add_section()
        short, long = tree.PAPERS[section.paper]
        width, height = (long, short) if section.landscape else (short, long)
        pages.page_width, pages.page_height = Mm(width), Mm(height)
        pages.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
        margin = 14 if section.landscape else 22
        pages.left_margin = pages.right_margin = pages.top_margin = Mm(margin)
        pages.bottom_margin, pages.footer_distance = Mm(17), Mm(8)
        self.width = width - 2 * margin
        if not self.own:
            self._foot(pages)
        if first and self.document.draft:
            self._element(pages.header.paragraphs[0], watermark_xml())

    def _foot(self, pages: Any) -> None:
        """The document's name at the left, *Halaman 1 dari 3* at the right."""
        pages.footer.is_linked_to_previous = False
        paragraph = pages.footer.paragraphs[0]
        paragraph.style = self.file.styles["Footer"]
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"{self.document.foot}\tHalaman ")
        self._element(paragraph, field_xml("PAGE"))
        paragraph.add_run(" dari ")
        self._element(paragraph, field_xml("NUMPAGES"))

    def _element(self, paragraph: Any, xml: str) -> None:
        paragraph.paragraph_format.element.append(parse_xml(xml))

    def _put(self, xml: str) -> None:
        """A table behind what is there, and the paragraph that Word wants behind a table."""
        body = self.file.element.body
        body.insert(len(body) - 1, parse_xml(xml))  # the last is the section's own
        self.file.add_paragraph(style="Jarak").paragraph_format.keep_with_next = self.closes or None

    def _picture(self, data: bytes, *, width: int | None = None, height: int | None = None) -> Any:
        paragraph = self.file.add_paragraph(style="Gambar")
        size = {"width": width and Mm(width), "height": height and Mm(height)}
        return paragraph.add_run().add_picture(io.BytesIO(data), **size)

    @singledispatchmethod
    def add(self, block: Any) -> None:
        """One block; every kind of the tree has its own."""
        raise TypeError(f"no such block: {type(block).__name__}")

    @add.register
    def _(self, block: tree.Heading) -> None:
        paragraph = self.file.add_heading(level=block.level)
        paragraph.alignment = _ALIGNMENTS[block.align]
        marks = bookmark_xml(f"{_HEADING}{self.headings}", self.headings)
        if is_listed(block):
            self._element(paragraph, marks[0])
            self.headings += 1
        paragraph.add_run(block.text)
        if is_listed(block):
            self._element(paragraph, marks[1])

    @add.register
    def _(self, block: tree.Paragraph) -> None:
        paragraph = self.file.add_paragraph()
        paragraph.alignment = _ALIGNMENTS[block.align]
        paragraph.paragraph_format.keep_with_next = self.closes or None
        if block.indent:
            paragraph.paragraph_format.first_line_indent = Mm(block.indent)
        for words in block.runs:
            run = paragraph.add_run(words.text)
            run.bold, run.italic, run.underline = words.bold, words.italic, words.underline
            if block.size != 11:
                run.font.size = Pt(block.size)

    @add.register
    def _(self, block: tree.Pairs) -> None:
        rows = [(label, ":", said) for label, said in block.rows]
        self._put(grid_xml(rows, (self.width * 0.2, 5, self.width * 0.8 - 5)))

    @add.register
    def _(self, block: tree.Listing) -> None:
        for number, item in enumerate(block.items, 1):
            # Numbers are written out: a list style would go on counting from the list before.
            style = "Daftar Angka" if block.numbered else "List Bullet"
            words = f"{number}.\t{item}" if block.numbered else item
            self.file.add_paragraph(words, style=style)

    @add.register
    def _(self, block: tree.Table) -> None:
        if block.caption:
            self.file.add_paragraph(block.caption, style="Caption")
        self._put(table_xml(block, self.width, closes=self.closes))

    @add.register
    def _(self, block: tree.Chart) -> None:
        picture = self._picture(png(block), width=min(self.width, 170))
        picture._inline.docPr.set("descr", block.alt)  # noqa: SLF001 - there is no other door

    @add.register
    def _(self, block: tree.Signatures) -> None:
        if len(block.parties) > 1:
            self._put(_signatures(block, self.width))
        else:
            self._signature(block)

    def _signature(self, block: tree.Signatures) -> None:
        """One party in the right half: lines that stay together."""
        (party,) = block.parties
        dated = [block.dated] if block.dated else []
        above, below = [*dated, *party.above], list(party.below)
        for number, line in enumerate((*above, party.name, *below)):
            paragraph = self.file.add_paragraph(line, style="Tanda Tangan")
            look = paragraph.paragraph_format
            look.left_indent = Mm(self.width * 0.5)
            look.keep_with_next = number < len(above) + len(below)
            if number == 0:
                look.space_before = Pt(12)
            if number == len(above):
                look.space_before = Mm(20)
                paragraph.runs[0].bold = paragraph.runs[0].underline = True

    @add.register
    def _(self, block: tree.Letterhead) -> None:
        lines = (
            ("Kop Pemerintah", block.government),
            ("Kop Kantor", block.office),
            *(("Kop Alamat", line) for line in block.lines),
        )
        for number, (style, words) in enumerate(lines):
            paragraph = self.file.add_paragraph(words, style=style)
            if block.logo and number < 2:  # what is long stays clear of the logo
                look = paragraph.paragraph_format
                look.left_indent = look.right_indent = Mm(_LOGO + 2)
            if block.logo and number == 0:
                picture = paragraph.add_run().add_picture(io.BytesIO(block.logo), height=Mm(_LOGO))
                stand_left(picture._inline)  # noqa: SLF001 - there is no other door
        paragraph.style = self.file.styles["Kop Garis"]

    @add.register
    def _(self, block: tree.Emblem) -> None:
        picture = self._picture(block.logo, height=26)
        picture._inline.docPr.set("descr", block.alt)  # noqa: SLF001 - no other way

    @add.register
    def _(self, block: tree.Writing) -> None:
        parts = (block.text or block.hint).split("\n\n")
        for number, part in enumerate(parts, 1):
            paragraph = self.file.add_paragraph(style="Normal")
            is_last = number == len(parts)  # the one that stays with signatures below it
            paragraph.paragraph_format.keep_with_next = (is_last and self.closes) or None
            paragraph.add_run(part).italic = not block.text

    @add.register
    def _(self, block: tree.Contents) -> None:
        pages = heading_pages(self.document)
        first = len(pages) - len(block.entries)
        for number, (level, words) in enumerate(block.entries, first):
            paragraph = self.file.add_paragraph(style="Isian")
            look = paragraph.paragraph_format
            look.left_indent = Mm(6 * (level - 1))
            dots = WD_TAB_LEADER.DOTS
            look.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT, dots)
            paragraph.add_run(words.replace("\n", " ") + "\t")
            for piece in page_of_xml(f"{_HEADING}{number}", pages[number]):
                self._element(paragraph, piece)

    @add.register
    def _(self, block: tree.Diagram) -> None:
        self._put(table_xml(as_table(block.root), self.width))


def _opened(template: bytes) -> Any:
    """A government's own Word file, without what is written in it; its styles and pages stay."""
    try:
        file = docx.Document(io.BytesIO(template))
    except (BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise RenaksiError(
            id="Templat Word ini tidak dapat dibuka; simpan ulang sebagai .docx dari Word.",
            en="This Word template cannot be opened; save it as .docx from Word again.",
        ) from error
    body = file.element.body
    for part in list(body)[:-1]:
        body.remove(part)
    return file


def _without_copies(part: Any) -> None:
    """Leave out what repeats a template in another form: its styles for Word 2010, its picture.

    Neither follows what is written here; two lists of styles that differ may look damaged to Word.
    """
    for relations in (part.rels, part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del relations[key]


def _timeless(file: io.BytesIO) -> bytes:
    """The same archive with the first day of its format in place of the clock's."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as same:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _NO_DAY.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            same.writestr(part, made.read(name))
    return out.getvalue()


def _signatures(block: tree.Signatures, width: float) -> str:
    """A table without rules that stays on one page: heads, the space, names."""
    columns = max(2, len(block.parties))
    blank: list[str] = [""] * (columns - len(block.parties))
    rows = [(*[""] * (columns - 1), block.dated)] if block.dated else []
    rows += [
        (*blank, *("\n".join(party.above) for party in block.parties)),
        ("\n\n\n",) * columns,
        (*blank, *(f"**{party.name}" for party in block.parties)),
        (*blank, *("\n".join(party.below) for party in block.parties)),
    ]
    return grid_xml(rows, (width / columns,) * columns, centred=True)
