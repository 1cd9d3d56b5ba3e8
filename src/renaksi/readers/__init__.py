"""Readers: a file becomes a `Document` of rows with provenance. One reader per format.

To add a format: one file with a `Reader` and one line in `READERS`. The order is the order in
which they are asked, so text, which takes whatever is left, stands last.
"""

from __future__ import annotations

from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers import archive, csv, docx, html, ods, pasted, pdf, refused, text, xls, xlsx
from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits, damaged, too_much

READERS: Final[tuple[Reader, ...]] = (
    docx.READER,
    xlsx.READER,
    ods.READER,
    xls.READER,
    pdf.READER,
    html.READER,
    archive.READER,
    refused.READER,
    pasted.READER,
    csv.READER,
    text.READER,
)


# What follows is read by our own code alone, without a library written in C.
_PLAIN: Final = (csv.READER, text.READER)


def is_plain(data: bytes) -> bool:
    """Whether a file is plain text: CSV, a text with tabs, JSON."""
    content = Content(data)
    if content.is_package:
        return False
    return not any(reader.recognises(content) for reader in READERS if reader not in _PLAIN)


def read_document(data: bytes, limits: Limits) -> Document:
    """The document in ``data``. Raises `Unreadable` where no reader can read it."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise Unreadable(
            id="berkas ini kosong; pilih berkas yang memuat rencana aksi.",
            en="this file is empty; choose a file that holds an action plan.",
        )
    content = Content(data)
    reader = next(reader for reader in READERS if reader.recognises(content))
    try:
        return reader.read(content, limits)
    except MemoryError as error:
        raise too_much("memori tidak cukup", "not enough memory") from error


def read_documents(
    data: bytes, limits: Limits
) -> tuple[tuple[Document, ...], tuple[archive.Refused, ...]]:
    """The documents in a file: one, or those of an archive with the files that were refused.

    Raises `Unreadable` where there is none at all.
    """
    content = Content(data)
    if not archive.recognises(content):
        return (read_document(data, limits),), ()
    found, refused = archive.documents(content, limits, read_document)
    if not found:
        raise refused[0][1] if refused else damaged("zip")
    return tuple(found), tuple(refused)
