"""The reader of Excel 97–2003 workbooks (.xls), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The names of streams as the directory of a compound file holds them.
_STREAMS: Final = (b"W\0o\0r\0k\0b\0o\0o\0k\0", b"B\0o\0o\0k\0\0\0")
_WORD: Final = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
_LOCKED: Final = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"


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


READER: Final = Reader("Excel 97–2003", recognises, read, (".xls",))
