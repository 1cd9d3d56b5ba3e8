"""The reader of Excel 97–2003 workbooks (.xls), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book\0"))
_WORD: Final = "WordDocument".encode("utf-16-le")
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def recognises(content: Content) -> bool:
    """Whether the compound file holds a workbook and is no Word document with one inside."""
    data = content.data
    if not data.startswith(_COMPOUND) or _WORD in data or _LOCKED in data:
        return False
    return any(stream in data for stream in _STREAMS)


def read(content: Content, limits: Limits) -> Document:
    """The cells of its visible sheets as they are shown."""
    from renaksi.readers.sheets.binary import read_binary

    return read_binary(content.data, limits)


READER: Final = Reader("Excel 97–2003", recognises, read)
