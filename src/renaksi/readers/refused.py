"""Formats that are known and not read: each is refused with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits, damaged
from renaksi.readers.mail import is_mail

_PICTURES: Final = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"), (b"BM", "BMP"),
)  # fmt: skip
_OTHERS: Final = (
    (b"\x1f\x8b", "gzip"), (b"Rar!", "RAR"), (b"RE~^", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x7fELF", "ELF"), (b"MZ", "EXE"),
    (b"SQLite format 3", "SQLite"), (b"\0\0\2\0", "Lotus 1-2-3"), (b"\0\0\x1a\0", "Lotus 1-2-3"),
    (b"ID;P", "SYLK (.slk)"), (b"TABLE\r\n0,1\r\n", "DIF"), (b"TABLE\n0,1\n", "DIF"),
)  # fmt: skip
# How a workbook of Excel 2 to 4 begins, which is in no container.
_BOOKS: Final = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_ALSO_LETTERS: Final = (b"BM", b"MZ")  # signatures with which a text may begin
_PDF_BEGINS, _PDF_ENDS = b" 0 obj", b"endobj"  # an object of a PDF file whose header is lost
_START: Final = 1024
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
    if content.is_compound:
        return _compound(content)
    if content.is_package:
        return _package(content)
    return _by_beginning(data)


def _by_beginning(data: bytes) -> Unreadable | None:
    """The refusal of a file that is neither a package nor a compound file."""
    start = data.lstrip(_MARK)
    if start.startswith(b"{\\rtf"):
        return _office("RTF")
    if start.startswith((b"<?xml", b"<svg ")):
        return _office("XML")
    if is_mail(data):
        return _mail()
    if picture := _named(data, _PICTURES):
        return _picture(picture)
    if other := "tar" if data[257:262] == b"ustar" else _named(data, _OTHERS):
        return _other(other)
    if data.startswith(_BOOKS):
        return _office("Excel 2.0–4.0", "Excel")
    is_pdf = _PDF_BEGINS in data[:_START] and _PDF_ENDS in data and not data.isascii()
    return damaged("PDF") if is_pdf else None


def _named(data: bytes, signatures: Sequence[tuple[bytes, str]]) -> str | None:
    """The name of the format of which a file bears the signature."""
    if data.startswith(_ALSO_LETTERS) and b"\0" not in data[:_START]:
        return None  # a text of BMKG
    return next((name for signature, name in signatures if data.startswith(signature)), None)


def _picture(name: str) -> Unreadable:
    return Unreadable(
        id=f"berkas ini gambar ({name}), bukan dokumen; pakai berkas aslinya (Word, Excel, PDF "
        "dengan teks) atau jalankan OCR dahulu.",
        en=f"this file is a picture ({name}), not a document; use the original file (Word, Excel, "
        "PDF with text) or run OCR first.",
    )


def _other(name: str) -> Unreadable:
    return Unreadable(
        id=f"berkas {name} tidak dapat dibaca; pilih berkas Word, Excel, PDF, atau teks yang "
        "memuat rencana aksi.",
        en=f"{name} files cannot be read; choose a Word, Excel, PDF or text file that holds the "
        "action plan.",
    )


def _compound(content: Content) -> Unreadable:
    """The refusal of a file in the container of Office 97–2003, which also locks newer files."""
    if content.holds_stream("EncryptedPackage"):
        from renaksi.readers.parts import locked

        return locked("Office")
    if content.holds_stream("WordDocument"):
        return _office("Word 97–2003 (.doc)")
    if content.holds_stream("__properties_version1.0"):
        return _mail()
    if content.holds_stream("PowerPoint Document"):
        return _office("PowerPoint 97–2003 (.ppt)", "PowerPoint")
    return _office("Office 97–2003") if content.stream_names else damaged("Office 97–2003")


def _package(content: Content) -> Unreadable:
    names = content.part_names
    if not names:
        return damaged("Word/Excel/zip")
    if "content.xml" in names:
        return _office("OpenDocument (.odt, .odp)")
    if "META-INF/container.xml" in names:
        return _other("EPUB")
    if not content.is_office_package:
        return Unreadable(
            id="berkas Apple Pages, Numbers, atau Keynote tidak dapat dibaca; ekspor ke .docx, "
            ".xlsx, atau PDF lalu coba lagi.",
            en="Apple Pages, Numbers and Keynote files cannot be read; export yours as .docx, "
            ".xlsx or PDF and try again.",
        )
    if "ppt/presentation.xml" in names:
        return _office("PowerPoint (.pptx)", "PowerPoint")
    if "xl/workbook.bin" in names:
        return _office("Excel (.xlsb)", "Excel")
    if "visio/document.xml" in names:
        return _other("Visio (.vsdx)")
    return damaged("Office")


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


READER: Final = Reader("refused", recognises, read)
