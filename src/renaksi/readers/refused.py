"""Formats that are known and not read: each is refused with a sentence that says what to do."""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"), (b"BM", "BMP"),
)  # fmt: skip
_OTHERS: Final = (
    (b"\x1f\x8b", "gzip"), (b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"\x7fELF", "ELF"), (b"MZ", "EXE"), (b"SQLite format 3", "SQLite"),
)  # fmt: skip
_MARK: Final = b"\xef\xbb\xbf \t\r\n"
_SAVE_ID: Final = "simpan ulang sebagai .docx, .xlsx, atau PDF lalu coba lagi."
_SAVE_EN: Final = "save it as .docx, .xlsx or PDF and try again."


def recognises(content: Content) -> bool:
    """Whether the file is of a known format that has no reader."""
    return _refusal(content) is not None


def read(content: Content, limits: Limits) -> Document:
    """Never a document: raises `Unreadable` with the sentence of the format."""
    if content.is_package and not content.part_names:
        from renaksi.readers.parts import Parts

        Parts(content.data, limits, "Word/Excel/zip")  # says itself what is wrong
    refusal = _refusal(content)
    assert refusal is not None
    raise refusal


def _refusal(content: Content) -> Unreadable | None:
    data = content.data
    if data.startswith(_COMPOUND):
        return _compound(data)
    if content.is_package:
        return _package(content)
    if data.startswith(b"{\\rtf"):
        return _office("RTF")
    if data.lstrip(_MARK)[:5] in (b"<?xml", b"<svg "):
        return _office("XML")
    for signature, name in _PICTURES:
        if data.startswith(signature):
            return Unreadable(
                id=f"berkas ini gambar ({name}), bukan dokumen; pakai berkas aslinya (Word, Excel, "
                "PDF dengan teks) atau jalankan OCR dahulu.",
                en=f"this file is a picture ({name}), not a document; use the original file (Word, "
                "Excel, PDF with text) or run OCR first.",
            )
    for signature, name in _OTHERS:
        if data.startswith(signature):
            return Unreadable(
                id=f"berkas {name} tidak dapat dibaca; pilih berkas Word, Excel, PDF, atau teks "
                "yang memuat rencana aksi.",
                en=f"{name} files cannot be read; choose a Word, Excel, PDF or text file that "
                "holds the action plan.",
            )
    return None


def _compound(data: bytes) -> Unreadable:
    """The refusal of a file in the container of Office 97–2003, which also locks newer files."""
    if _stream("EncryptedPackage") in data:
        from renaksi.readers.parts import locked

        return locked("Office")
    if _stream("WordDocument") in data:
        return _office("Word 97–2003 (.doc)")
    if _stream("PowerPoint Document") in data:
        return _office("PowerPoint 97–2003 (.ppt)")
    return _office("Office 97–2003")


def _package(content: Content) -> Unreadable:
    if not content.part_names:
        from renaksi.readers.limits import damaged

        return damaged("Word/Excel/zip")
    if "content.xml" in content.part_names:
        return _office("OpenDocument (.odt, .odp)")
    if "ppt/presentation.xml" in content.part_names:
        return _office("PowerPoint (.pptx)")
    if "xl/workbook.bin" in content.part_names:
        return _office("Excel biner (.xlsb)")
    return Unreadable(
        id="arsip zip ini tidak memuat berkas yang dapat dibaca; kirim berkas Word, Excel, PDF, "
        "atau teks.",
        en="this zip archive holds no file that can be read; send Word, Excel, PDF or text files.",
    )


def _office(name: str) -> Unreadable:
    return Unreadable(
        id=f"berkas {name} tidak dapat dibaca; buka di Word atau LibreOffice, {_SAVE_ID}",
        en=f"{name} files cannot be read; open it in Word or LibreOffice, {_SAVE_EN}",
    )


def _stream(name: str) -> bytes:
    """The name of a stream as the directory of a compound file holds it."""
    return name.encode("utf-16-le")


READER: Final = Reader("refused", recognises, read)
