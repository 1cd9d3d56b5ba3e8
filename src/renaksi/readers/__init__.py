"""Readers: a file becomes a `Document` of rows with provenance. One reader per format."""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.decoding import decode
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from renaksi.readers.text import read_text

# The beginnings of files that are no text, and what to call them.
SIGNATURES: Final = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word/Excel/zip"),
    (b"\xd0\xcf\x11\xe0", "Word/Excel 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x7fELF", "ELF"),
)


def read_document(data: bytes, limits: Limits) -> Document:
    """The document in ``data``. Raises `Unreadable` where no reader knows its format."""
    if not data.strip():
        raise Unreadable(
            id="berkas ini kosong; pilih berkas yang memuat rencana aksi.",
            en="this file is empty; choose a file that holds an action plan.",
        )
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(
                id=f"berkas {name} belum dapat dibaca; simpan dokumennya sebagai teks "
                "(.txt, UTF-8) lalu coba lagi.",
                en=f"{name} files cannot be read yet; save the document as text (.txt, UTF-8) "
                "and try again.",
            )
    return read_text(decode(data), limits)
