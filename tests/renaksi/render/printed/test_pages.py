"""What stays together on a page, and what fits its column."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest

from renaksi.render.printed import printed
from renaksi.reports.tree import (
    Cell,
    Column,
    Contents,
    Heading,
    Listing,
    Pairs,
    Paragraph,
    Party,
    Run,
    Signatures,
    Table,
    Writing,
    text,
)  # fmt: skip
from tests.renaksi.render.printed.test_formats import document, part_of, table

SIGNED = Signatures("Kemangkon, 10 Januari 2022", (Party(("CAMAT,",), "CONTOH"),))


@pytest.mark.parametrize("landscape", [False, True])
def test_signatures_never_stand_alone_at_the_head_of_a_page(landscape: bool) -> None:
    note = Paragraph((Run("Catatan di bawah tabel."),))
    for count in range(18, 60, 3):
        rows = [(Cell(str(n)), Cell(f"Baris {n}."), Cell()) for n in range(count)]
        tree = document(Heading("JUDUL"), table(*rows), note, SIGNED, landscape=landscape)
        with pdfplumber.open(io.BytesIO(printed(tree, "pdf"))) as file:
            pages = [page.extract_text() for page in file.pages]
        (last,) = [words for words in pages if "CONTOH" in words]
        assert f"Baris {count - 2}." in last
        assert "NO URAIAN NILAI" in last
        words = "\n".join(pages)
        assert all(words.count(f"Baris {n}.") == 1 for n in range(count))


@pytest.mark.parametrize("kind", ["paragraphs", "writing"])
def test_the_last_words_of_a_text_stay_with_its_signatures(kind: str) -> None:
    for count in range(30, 44):
        said = [f"Kalimat {n}." for n in range(count)]
        body = [Writing("k", "\n\n".join(said), "")] if kind == "writing" else map(text, said)
        tree = document(Heading("JUDUL"), *body, SIGNED)
        with pdfplumber.open(io.BytesIO(printed(tree, "pdf"))) as file:
            pages = [page.extract_text() for page in file.pages]
        (last,) = [words for words in pages if "CONTOH" in words]
        assert f"Kalimat {count - 1}." in last
    xml = part_of(printed(tree, "docx"), "word/document.xml")
    (ending,) = [one for one in xml.split("<w:p>") if f"Kalimat {count - 1}." in one]
    assert "w:keepNext/" in ending


def test_the_last_rows_stay_with_the_signatures_in_a_word_file_too() -> None:
    rows = [(Cell(str(n)), Cell(f"Baris {n}."), Cell()) for n in range(60)]
    xml = part_of(printed(document(table(*rows), SIGNED), "docx"), "word/document.xml")
    kept = ["w:keepNext/" in row for row in xml.split("<w:tr>")[2:]]  # the first row is the head
    assert kept == [False] * 58 + [True] * 2


def test_a_short_table_is_not_torn() -> None:
    for before in range(20, 50, 5):
        lines = [text(f"Baris {n}.") for n in range(before)]
        rows = [(Cell(str(n)), Cell(f"isi{n}."), Cell()) for n in range(8)]
        with pdfplumber.open(io.BytesIO(printed(document(*lines, table(*rows)), "pdf"))) as file:
            pages = [page.extract_text() for page in file.pages]
        (page,) = [words for words in pages if "isi0." in words]
        assert "isi7." in page


def test_a_table_of_contents_of_a_word_file_counts_as_the_pdf_does() -> None:
    long = [text("Kalimat. " * 300) for _ in range(4)]
    tree = document(Contents(), Heading("SATU"), *long, Heading("Dua", 2), *long, Heading("TIGA"))
    xml = part_of(printed(tree, "docx"), "word/document.xml")
    told = re.findall(r"PAGEREF (\w+) .*?<w:t>(\d+)</w:t>", xml)
    with pdfplumber.open(io.BytesIO(printed(tree, "pdf"))) as file:
        pages = [page.extract_text() for page in file.pages]
    listed = re.findall(r"(?m)^(?:SATU|Dua|TIGA)[. ]+(\d+)$", pages[0])
    assert [page for _, page in told] == listed
    assert len(set(listed)) == 3
    for (bookmark, _), words in zip(told, ("SATU", "Dua", "TIGA"), strict=True):
        assert re.search(rf'w:name="{bookmark}"/><w:r><w:t>{words}<', xml)


def test_no_word_runs_over_the_edge_of_the_page() -> None:
    word = "Sangat" * 30
    blocks = (
        Heading(word), Paragraph((Run(word),)), Pairs((("Jabatan", word),)), Listing((word,)),
        Signatures("", (Party((word,), word, (word,)), Party(("X",), "Y"))),
    )  # fmt: skip
    with pdfplumber.open(io.BytesIO(printed(document(*blocks), "pdf"))) as file:
        for page in file.pages:
            assert max(letter["x1"] for letter in page.chars) < page.width - 50
            assert min(letter["x0"] for letter in page.chars) > 50


def test_no_word_is_broken_or_runs_over_the_edge_of_its_column() -> None:
    narrow = Table(
        (Column(9), Column(1), Column(1)), (),
        ((Cell("Uraian"), Cell("Kepala Seksi Ketenteraman"), Cell("x")),),
    )  # fmt: skip
    with pdfplumber.open(io.BytesIO(printed(document(narrow), "pdf"))) as file:
        (page,) = file.pages
        edges = sorted({round(line["x0"]) for line in page.lines if line["x0"] == line["x1"]})
        found = [word for word in page.extract_words() if word["text"] == "Ketenteraman"]
    (word,) = found
    assert edges[1] <= word["x0"]
    assert word["x1"] <= edges[2]
