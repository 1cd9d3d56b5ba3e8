"""What holds for every printed format: text stays text, heads repeat, a draft says so."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pypdfium2
import pytest
from lxml import html
from PIL import Image

from renaksi.render.printed import FORMATS, bound, printed
from renaksi.render.printed import __path__ as printed_path
from renaksi.render.printed.fonts import FOLDER, fonts
from renaksi.reports.tree import (
    Cell,
    Chart,
    Column,
    Contents,
    Diagram,
    Document,
    Emblem,
    Heading,
    Letterhead,
    Listing,
    Node,
    Pairs,
    Paragraph,
    Party,
    Run,
    Section,
    Series,
    Signatures,
    Table,
    Writing,
    head,
    text,
)
from tests.renaksi.reports.paper import words_of

# What the formats share; everything else in the folder is a format.
SHARED = {
    "__init__", "bundle", "chart", "columns", "fitting", "fonts", "page_breaks", "shades",
    "sheet", "widths", "word_styles", "word_tables", "word_xml",
}  # fmt: skip
COLUMNS = (Column(1), Column(2), Column(1, "right"))
HEAD = ((head("NO"), head("URAIAN"), head("NILAI")),)


def logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "blue").save(out, "PNG")
    return out.getvalue()


def document(*blocks: object, **more: object) -> Document:
    section = Section("Lembar", blocks, landscape=bool(more.pop("landscape", False)))  # type: ignore[arg-type]
    base = Document("contoh", "Dokumen Contoh", (section,), "Kantor", "Dokumen Contoh")
    return base._replace(**more)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table(COLUMNS, HEAD, rows)


EVERY_KIND = (
    Letterhead("PEMERINTAH KABUPATEN", "KECAMATAN", ("Jalan 1",), logo()),
    Heading("JUDUL\nBARIS DUA", 1, "center"),
    Contents(((2, "Bagian"),)),
    Emblem(logo()),
    Paragraph((Run("Biasa "), Run("tebal", True), Run(" miring", False, True)), indent=10),
    Pairs((("Nama", "Seseorang"), ("Jabatan", "Camat"))),
    Listing(("satu", "dua"), numbered=True),
    Listing(("butir",)),
    Heading("Bagian", 2),
    table((Cell("1", rows=2), Cell("Teks"), Cell("3,1", number=Decimal("3.1"))), (Cell("b"), Cell())),
    Chart("Grafik", ("A", "B"), (Series("Target", (Decimal(3), None)),), "%", "A 3, B tanpa angka"),
    Writing("analisis", "", "Tulis analisis di sini."),
    Writing("sebab", "Alinea satu.\n\nAlinea dua.", "Tulis sebabnya."),
    Diagram(Node("Akar", ("satu",), "goal", (Node("Daun", (), "program"),)), "Pohon"),
    Signatures("Kota, 1 Januari 2022", (Party(("KIRI,",), "A"), Party(("KANAN,",), "B", ("NIP. 1",)))),
)  # fmt: skip


def test_every_file_stands_in_the_tuple() -> None:
    files = {path.stem for path in Path(printed_path[0]).glob("*.py")}
    assert files - SHARED == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_every_kind_of_block_is_printed_in_order(format: str) -> None:
    found = words_of(document(*EVERY_KIND), format)
    wanted = (
        "PEMERINTAH KABUPATEN", "KECAMATAN", "JUDUL", "BARIS DUA", "Bagian", "Seseorang", "Camat", "satu",
        "dua", "butir", "Bagian", "URAIAN", "Teks", "Tulis analisis di sini.", "Alinea satu.",
        "Alinea dua.", "Akar", "Daun", "KIRI", "KANAN",
    )  # fmt: skip
    at = -1
    for words in wanted:
        assert (at := found.find(words, at + 1)) >= 0, words


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_tree_gives_the_same_bytes(format: str) -> None:
    importlib.reload(importlib.import_module(f"renaksi.render.printed.{format}"))  # also the first
    for dated in (None, date(2022, 1, 10)):
        tree = document(*EVERY_KIND, dated=dated)
        assert printed(tree, format) == printed(tree, format)


HOSTILE = (
    '=cmd|"/C calc"!A0', "＝1+1", "+62811", "@SUM(A1)", "-2+3", "#panic()", "$x^2$", "*tebal* _miring_",
    "#sys.inputs", "`kode`", "<b>&amp;</b>", "]]>", "</w:t>", "{{ var }}", "\\u{41}", "//komentar",
    "https://contoh.go.id", "@label", "~", "'kutip\"", "<script>alert(1)</script>",
)  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_markup_and_formulas_in_a_name_are_text(format: str) -> None:
    rows = [(Cell(str(n)), Cell(words), Cell()) for n, words in enumerate(HOSTILE)]
    told = [block for words in HOSTILE for block in (Heading(words, 2), text(words))]
    signed = Signatures(HOSTILE[0], (Party((HOSTILE[5],), HOSTILE[9], (HOSTILE[10],)),))
    tree = document(*told, table(*rows), signed, title=HOSTILE[0], foot="#panic() &P", author="<x>")
    found = words_of(tree, format).replace(" ", "")
    # No typeface of ours has full-width forms: on a PDF they are what the machine makes of them.
    for words in (one for one in HOSTILE if format != "pdf" or one.isascii()):
        assert found.count(words.replace(" ", "")) >= 3, words


def test_a_workbook_holds_no_formula_and_no_link() -> None:
    rows = [(Cell(), Cell(words), Cell()) for words in HOSTILE]
    data = printed(document(table(*rows)), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        sheets = [
            file.read(name).decode() for name in file.namelist() if "worksheets/sheet" in name
        ]
    assert sheets
    assert not re.search(r"<f[ >]|<hyperlink", "".join(sheets))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert {cell.data_type for row in sheet for cell in row if cell.value} == {"s"}
    quoted = [cell for row in sheet for cell in row if cell.value in HOSTILE[:4]]
    assert quoted
    assert all(cell.quotePrefix for cell in quoted)


@pytest.mark.parametrize("format", FORMATS)
def test_controls_and_marks_that_turn_text_around_are_left_out(format: str) -> None:
    tree = document(
        table((Cell("a\x00b\x0b"), Cell("se\u202ekali\u2066\ufeffgus"), Cell("\ud800x")))
    )
    found = words_of(tree, format)
    assert "ab" in found
    assert "sekaligus" in found
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x0b]", found)


@pytest.mark.parametrize("format", FORMATS)
def test_very_long_names_and_a_thousand_rows_print(format: str) -> None:
    rows = [(Cell(str(n)), Cell(f"Baris {n}"), Cell()) for n in range(1000)]
    long = (Cell("x"), Cell("Sangat" * 300), Cell("kata " * 2000, splits=True))
    found = words_of(document(table(*rows, long)), format)
    assert "Baris 999" in found
    assert found.replace(" ", "").count("kata") >= 2000


def test_heads_repeat_on_every_page_and_pages_are_numbered() -> None:
    rows = [(Cell(str(n)), Cell(f"Baris {n}"), Cell()) for n in range(200)]
    with pdfplumber.open(io.BytesIO(printed(document(table(*rows)), "pdf"))) as file:
        pages = [page.extract_text() for page in file.pages]
    assert len(pages) > 3
    for number, words in enumerate(pages, 1):
        assert "NO URAIAN NILAI" in words
        assert f"Halaman {number} dari {len(pages)}" in words


def test_rows_that_belong_together_stay_on_one_page() -> None:
    groups = [
        (Cell(f"Kelompok {n}", rows=4), Cell(f"a{n}."), Cell()) if part == 0
        else (Cell(f"{'abcd'[part]}{n}."), Cell())
        for n in range(60) for part in range(4)
    ]  # fmt: skip
    with pdfplumber.open(io.BytesIO(printed(document(table(*groups)), "pdf"))) as file:
        pages = [page.extract_text() for page in file.pages]
    for n in range(60):
        (page,) = [words for words in pages if f"a{n}." in words]
        assert f"d{n}." in page
    xml = part_of(printed(document(table(*groups)), "docx"), "word/document.xml")
    assert xml.count("<w:cantSplit/>") == 241
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:keepNext/>") == 3 * 180 + 3


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def test_a_workbook_freezes_and_repeats_its_head_and_fits_its_page() -> None:
    tree = document(Heading("JUDUL"), table((Cell("1"), Cell("a"), Cell())), landscape=True)
    sheet = openpyxl.load_workbook(io.BytesIO(printed(tree, "xlsx"))).active
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage  # one page wide,
    assert sheet.page_setup.fitToHeight == 0  # and as many high as it needs
    assert "Halaman &P dari &N" in (sheet.oddFooter.right.text or "")


def test_numbers_are_numbers_that_show_as_they_were_written() -> None:
    shown = {
        "25%": "%",
        "3,1": "",
        "1.250,75": "",
        "0": "",
        "-3": "",
        "12,5%": "%",
        "7.500.000": "",
    }
    rows = [
        (Cell(), Cell(said), Cell(said, number=_value(said), mark=mark))  # type: ignore[arg-type]
        for said, mark in shown.items()
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(printed(document(table(*rows)), "xlsx"))).active
    found = {
        row[1].value: (row[2].value, row[2].number_format) for row in sheet.iter_rows(min_row=2)
    }
    assert found == {
        "25%": (0.25, "[$-421]#,##0%"),
        "3,1": (3.1, "[$-421]#,##0.0"),
        "1.250,75": (1250.75, "[$-421]#,##0.00"),
        "0": (0, "[$-421]#,##0"),
        "-3": (-3, "[$-421]#,##0"),
        "12,5%": (0.125, "[$-421]#,##0.0%"),
        "7.500.000": (7500000, "[$-421]#,##0"),
    }


def _value(said: str) -> Decimal:
    return Decimal(said.rstrip("%").replace(".", "").replace(",", "."))


def test_a_number_with_more_digits_than_a_workbook_keeps_is_text() -> None:
    long = "12345678901234567,89"
    tree = document(table((Cell(), Cell(), Cell(long, number=_value(long)))))
    sheet = openpyxl.load_workbook(io.BytesIO(printed(tree, "xlsx"))).active
    assert sheet["C2"].value == long


@pytest.mark.parametrize("format", FORMATS)
def test_only_a_draft_is_marked(format: str) -> None:
    clean, draft = document(text("isi")), document(text("isi"), draft=("kurang",))
    if format == "xlsx":
        marked = [
            openpyxl.load_workbook(io.BytesIO(printed(tree, format))).active.oddHeader.center.text
            for tree in (clean, draft)
        ]
        assert marked == [None, "DRAF"]
    elif format == "docx":
        names = [_names(printed(tree, format)) for tree in (clean, draft)]
        assert not any("header" in name for name in names[0])
        (header,) = [name for name in names[1] if "header" in name]
        assert 'string="DRAF"' in part_of(printed(draft, format), header)
    else:
        assert "DRAF" not in words_of(clean, format)
        assert "DRAF" in words_of(draft, format)


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.namelist()


def test_pages_have_the_size_of_their_paper() -> None:
    sizes = {("a4", False): (210, 297), ("f4", True): (330, 215), ("a3", True): (420, 297)}
    sections = [Section("S", (text("isi"),), paper, wide) for paper, wide in sizes]  # type: ignore[arg-type]
    tree = document()._replace(sections=tuple(sections))
    file = pypdfium2.PdfDocument(printed(tree, "pdf"))
    found = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in file]
    file.close()
    assert found == list(sizes.values())
    word = docx.Document(io.BytesIO(printed(tree, "docx")))
    assert [(round(s.page_width.mm), round(s.page_height.mm)) for s in word.sections] == found


def test_a_pdf_is_tagged_titled_and_in_our_typefaces_alone() -> None:
    data = printed(document(*EVERY_KIND, dated=date(2022, 1, 10)), "pdf")
    assert b"/MarkInfo" in data or b"/StructTreeRoot" in data
    assert b"<pdfaid:part>2" in data
    assert b"<pdfuaid:part>1" in data
    embedded = set(re.findall(rb"/BaseFont /(?:[A-Z]{6}\+)?([A-Za-z]+)", data))
    assert embedded <= {b"TeXGyreBonum", b"TeXGyreHeros"}
    undated = printed(document(*EVERY_KIND), "pdf")
    assert b"<pdfaid:part>" not in undated
    assert b"<pdfuaid:part>1" in undated


def test_the_typefaces_are_there_with_their_licence() -> None:
    families = {family for family in fonts().families() if family.startswith("TeX Gyre")}
    assert families == {"TeX Gyre Bonum", "TeX Gyre Heros"}
    assert (FOLDER / "LICENSE.txt").read_text(encoding="utf-8").count("GUST Font License")


def test_a_page_loads_nothing_and_tells_where_a_figure_is_from() -> None:
    tree = document(table((Cell(), Cell(), Cell("80", because="8 ÷ 10 × 100"))), *EVERY_KIND[:1])
    page = html.document_fromstring(printed(tree, "html"))
    (link,) = page.xpath("//a[@class='why']")
    (reason,) = page.xpath(f"//li[@id='{link.get('href')[1:]}']")
    assert reason.text == "8 ÷ 10 × 100"
    assert not page.xpath("//script | //link | //iframe")
    assert all(src.startswith("data:image/png;") for src in page.xpath("//img/@src"))


def test_several_documents_become_one_file() -> None:
    one, other = document(text("satu"), draft=("a", "b")), document(text("dua"), draft=("b", "c"))
    both = bound([one, other])
    assert both.draft == ("a", "b", "c")
    found = words_of(both, "pdf")
    assert found.index("satu") < found.index("dua")
    assert len(openpyxl.load_workbook(io.BytesIO(printed(both, "xlsx"))).sheetnames) == 2


def test_a_figure_too_wide_for_its_column_is_set_smaller_and_never_broken() -> None:
    long = "123.456.789.012.345,67"
    figure = Cell(long, number=_value(long), align="right")
    narrow = Table((Column(12), Column(1)), (), ((Cell("Pagu"), figure),))
    lines = _lines_of(document(narrow))
    assert any(long in line for line in lines)
    xml = part_of(printed(document(narrow), "docx"), "word/document.xml")
    sizes = [int(size) for size in re.findall(r'<w:sz w:val="(\d+)"/>', xml)]
    assert sizes
    assert min(sizes) < 17
    words = Table((Column(12), Column(1)), ((head("PAGU"), head("KETERANGAN")),), ())
    assert any("KETERANGAN" in line for line in _lines_of(document(words)))


def _lines_of(tree: Document) -> list[str]:
    with pdfplumber.open(io.BytesIO(printed(tree, "pdf"))) as file:
        return [line for page in file.pages for line in page.extract_text().split("\n")]


def test_small_tables_share_a_sheet_and_long_ones_have_their_own() -> None:
    wide = Table(
        (Column(1), Column(1)), ((head("PROGRAM"), head("PAGU")),), ((Cell("a"), Cell("b")),)
    )
    small = openpyxl.load_workbook(
        io.BytesIO(printed(document(table((Cell("1"), Cell("x"), Cell())), wide), "xlsx"))
    )
    assert len(small.sheetnames) == 1
    assert small.active.freeze_panes is None
    merged = {str(one) for one in small.active.merged_cells.ranges}
    assert merged == {"B1:C1", "B2:C2", "A4:B4", "C4:D4", "A5:B5", "C5:D5"}
    many = [(Cell(str(n)), Cell("x"), Cell()) for n in range(40)]
    long = openpyxl.load_workbook(io.BytesIO(printed(document(table(*many), wide), "xlsx")))
    assert len(long.sheetnames) == 2
    assert [sheet.freeze_panes for sheet in long] == ["A2", "A2"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_heading_without_a_word_is_no_obstacle(format: str) -> None:
    tree = document(Heading(""), Heading(" \n", 2), Heading("Judul", 3), text("isi"))
    assert "Judul isi" in words_of(tree, format)


def test_no_printed_page_holds_a_short_table_alone_where_another_fits() -> None:
    short = table(*[(Cell(str(n)), Cell("x"), Cell()) for n in range(4)])
    long = table(*[(Cell(str(n)), Cell("x"), Cell()) for n in range(60)])
    ten = table(*[(Cell(str(n)), Cell("x"), Cell()) for n in range(10)])
    tree = document(Heading("JUDUL"), short, long, Heading("A", 2), ten, Heading("B", 2), ten, ten)
    book = openpyxl.load_workbook(io.BytesIO(printed(tree, "xlsx")))
    assert book.sheetnames[1] == "A"
    first = book.worksheets[0]
    # The head of the long table is frozen and comes again on each page; the short one stands above.
    assert (first.freeze_panes, first.print_title_rows) == ("A10", "$9:$9")
    assert [sheet.freeze_panes for sheet in book.worksheets[1:]] == [None, "A2"]
