"""The reader of OpenDocument spreadsheets (.ods), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_FAMILY: Final = b"application/vnd.oasis.opendocument."
_TYPE: Final = _FAMILY + b"spreadsheet"
_HEAD: Final = 200


def recognises(content: Content) -> bool:
    """Whether the package has an OpenDocument's content and does not call itself another kind."""
    head = content.data[:_HEAD]
    return "content.xml" in content.part_names and (_TYPE in head or _FAMILY not in head)


def read(content: Content, limits: Limits) -> Document:
    """The cells of its visible sheets as they are shown."""
    from renaksi.readers.sheets.open_document import read_spreadsheet

    return read_spreadsheet(content.data, limits)


READER: Final = Reader("OpenDocument", recognises, read, (".ods",))
