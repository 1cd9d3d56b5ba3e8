"""Formats that are known and not read: each is refused with a sentence that says what to do."""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from renaksi.readers.mail import is_mail

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES: Final = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"), (b"BM", "BMP"),
)  # fmt: skip
_OTHERS: Final = (
    (b"\x1f\x8b", "gzip"), (b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"\x7fELF", "ELF"), (b"MZ", "EXE"), (b"SQLite format 3", "SQLite"),
    (b"ID;P", "SYLK (.slk)"), (b"TABLE\r\n0,1\r\n", "DIF"), (b"TABLE\n0,1\n", "DIF"),
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
    if data.lstrip(_MARK).startswith(b"{\\rtf"):
        return _office("RTF")
    if data.lstrip(_MARK)[:5] in (b"<?xml", b"<svg "):
        return _office("XML")
    if is_mail(data):
        return _mail()
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
    if _stream("__substg1.0_") in data:
        return _mail()
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
    if _is_of_apple(content.part_names):
        return Unreadable(
            id="berkas Apple Pages atau Numbers tidak dapat dibaca; ekspor ke .docx, .xlsx, "
            "atau PDF lalu coba lagi.",
            en="Apple Pages and Numbers files cannot be read; export it there as .docx, .xlsx or "
            "PDF and try again.",
        )
    if "xl/workbook.bin" in content.part_names:
        return _office("Excel biner (.xlsb)", "Excel")
    return Unreadable(
        id="arsip zip ini tidak memuat berkas yang dapat dibaca; kirim berkas Word, Excel, PDF, "
        "atau teks.",
        en="this zip archive holds no file that can be read; send Word, Excel, PDF or text files.",
    )


def _is_of_apple(names: tuple[str, ...]) -> bool:
    return "Index.zip" in names or any(
        name.startswith("Index/") for name in names if name.endswith(".iwa")
    )


def _mail() -> Unreadable:
    return Unreadable(
        id="berkas ini surel (e-mail), bukan dokumen; simpan lampirannya lalu pilih lampiran itu.",
        en="this file is an e-mail, not a document; save what is attached to it and choose that.",
    )


def _office(name: str, program: str = "Word") -> Unreadable:
    return Unreadable(
        id=f"berkas {name} tidak dapat dibaca; buka di {program} atau LibreOffice, {_SAVE_ID}",
        en=f"{name} files cannot be read; open it in {program} or LibreOffice, {_SAVE_EN}",
    )


def _stream(name: str) -> bytes:
    """The name of a stream as the directory of a compound file holds it."""
    return name.encode("utf-16-le")


READER: Final = Reader("refused", recognises, read)
