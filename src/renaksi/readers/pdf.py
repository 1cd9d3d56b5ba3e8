"""The reader of PDF files with a text layer."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_HEADER: Final = b"%PDF-"
_WITHIN: Final = 1024  # a mail's or a printer's lines may stand before the header


def recognises(content: Content) -> bool:
    """Whether the header of a PDF stands near the beginning, or a spoilt one at it."""
    start = content.data[:_WITHIN]
    return (_HEADER in start or start.lstrip().startswith(b"%PDF")) and not content.is_package


def read(content: Content, limits: Limits) -> Document:
    """The tables and lines of its pages."""
    from renaksi.readers.pages.book import Book
    from renaksi.readers.pages.file import read_pages

    return Book(limits).read(read_pages(content.data, limits))


READER: Final = Reader("PDF", recognises, read, (".pdf",))
