"""What is known and cannot be read is refused with one sentence that says what to do."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.readers import READERS, read_document
from renaksi.readers.content import Content
from renaksi.readers.limits import Limits
from tests.renaksi.formats.packages import compound, packed

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def named(text: str) -> bytes:
    return COMPOUND + text.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (named("WordDocument"), "Word 97–2003"),
        (named("EncryptedPackage"), "kata sandi"),
        (named("PowerPoint Document"), "PowerPoint"),
        (b"{\\rtf1 teks}", "RTF"),
        (b"\r\n{\\rtf1 teks}", "RTF"),
        (compound("__properties_version1.0", "__substg1.0_001A001F"), "surel"),
        (compound("1Table", "worddocument"), "Word 97–2003"),
        (compound("Current User", "PowerPoint Document"), "PowerPoint"),
        (compound("EncryptionInfo", "EncryptedPackage"), "kata sandi"),
        (compound("VisioDocument"), "Office 97–2003"),
        (COMPOUND, "Office 97–2003 ini rusak"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(50), "Excel 2.0–4.0"),
        (b"\x00\x00\x1a\x00\x00\x10\x04\x00" + bytes(50), "Lotus 1-2-3"),
        (b"rencana.docx".ljust(257, b"\0") + b"ustar\0" + bytes(250), "tar"),
        (b"MIME-Version: 1.0\nFrom: a@b.c\nSubject: x\n\nProgram dan kegiatan\n", "surel"),
        (b"From: a@b.c\nDate: x\nContent-Type: text/html\n\n<html><p>x</html>", "surel"),
        (packed({"Index/Document.iwa": b"x", "preview.jpg": b"\xff\xd8\xff"}), "Apple"),
        (packed({"QuickLook/Preview.pdf": b"x", "buildVersionHistory.plist": b"x"}), "Apple"),
        (packed({"mimetype": b"x", "META-INF/container.xml": b"<x/>", "1.html": b"x"}), "EPUB"),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"}), "Excel (.xlsb)"),
        (packed({"[Content_Types].xml": b"<Types/>", "visio/document.xml": b"x"}), "Visio"),
        (packed({"xl/_rels/workbook.xml.rels": b"x", "xl/worksheets/s.xml": b"x"}), "rusak"),
        (b"%PDF 1.4\n1 0 obj<</Type/Catalog>>endobj", "PDF ini rusak"),
        (b"%\xe2\xe3\n1 0 obj\n<</Pages 2 0 R>>\nendobj\nstartxref\n9", "PDF ini rusak"),
        (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\nE\r\n", "SYLK"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "DIF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "OCR"),
        (b"BM\x36\0\0\0\0\0" + bytes(50), "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "OCR"),
        (b"Rar!\x1a\x07" + bytes(50), "RAR"),
        (b"PK\x03\x04" + bytes(50), "rusak"),
        (packed({"gambar.png": b"x"}), "zip"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"/>', "XML"),
        (b"", "kosong"),
        (b" \n\n ", "kosong"),
    ],
)
def test_the_sentence_names_the_format_and_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_document(data, Limits())
    sentence = refusal.value.message("id")
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert refusal.value.message("en") != sentence


@pytest.mark.parametrize(
    "data",
    [
        compound("Workbook", "MBD00", inside=("WordDocument", "EncryptedPackage")),
        compound("BOOK", "\x05SummaryInformation"),
    ],
)
def test_what_stands_inside_an_object_of_a_workbook_says_nothing_of_it(data: bytes) -> None:
    content = Content(data)
    assert next(reader.name for reader in READERS if reader.recognises(content)) == "Excel 97–2003"


def test_a_text_may_begin_as_a_picture_does() -> None:
    document = read_document(b"BMKG Wilayah III\nProgram Meteorologi\n", Limits())
    assert [row.cells[0] for row in document.rows] == ["BMKG Wilayah III", "Program Meteorologi"]


def test_a_directory_that_leads_in_circles_ends() -> None:
    circle = bytearray(compound("Workbook", "MBD00", inside=("x",)))
    circle[512:516] = bytes(4)  # the first sector goes on with itself
    circle[1024 + 128 + 72 : 1024 + 128 + 76] = b"\1\0\0\0"  # an entry stands beside itself
    assert Content(bytes(circle)).holds_stream("Workbook")


def test_every_reader_has_a_name_of_its_own_and_text_takes_what_is_left() -> None:
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)
    assert READERS[-1].recognises(Content(b"\x00whatever"))


def test_every_file_of_the_folder_stands_in_its_tuple() -> None:
    from pathlib import Path

    import renaksi.readers

    folder = Path(renaksi.readers.__file__).parent
    written = {path.stem for path in folder.glob("*.py") if "READER: Final" in path.read_text()}
    assert len(written) == len(READERS)
