"""The reader of Excel 97–2003 workbooks (.xls), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits


def recognises(content: Content) -> bool:
    """Whether the compound file is a workbook, be it with a document of Word inside."""
    return content.holds_stream("Workbook", "Book") and not content.holds_stream(
        "WordDocument", "EncryptedPackage"
    )


def read(content: Content, limits: Limits) -> Document:
    """The cells of its visible sheets as they are shown."""
    from renaksi.readers.sheets.binary import read_binary

    return read_binary(content.data, limits)


READER: Final = Reader("Excel 97–2003", recognises, read, (".xls",))
