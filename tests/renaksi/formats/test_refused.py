"""What is known and cannot be read is refused with one sentence that says what to do."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.readers import READERS, read_document
from renaksi.readers.content import Content
from renaksi.readers.limits import Limits
from tests.renaksi.formats.packages import packed

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
        (named("__substg1.0_001A001F"), "surel"),
        (b"MIME-Version: 1.0\nFrom: a@b.c\nSubject: x\n\nProgram dan kegiatan\n", "surel"),
        (b"From: a@b.c\nDate: x\nContent-Type: text/html\n\n<html><p>x</html>", "surel"),
        (packed({"Index/Document.iwa": b"x", "preview.jpg": b"\xff\xd8\xff"}), "Apple"),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"}), "Excel"),
        (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\nE\r\n", "SYLK"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "DIF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "OCR"),
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
