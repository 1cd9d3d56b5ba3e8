"""The reader of HTML, which web applications also hand out as .xls and .doc."""

from __future__ import annotations

import re
from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_SAMPLE: Final = 4_000
ARCHIVE: Final = b"MIME-Version:"
_TAGS: Final = re.compile(
    rb"<(?:!doctype html|html|head|body|table|meta|style|tr|td|div|h\d)[\s>]", re.IGNORECASE
)


def recognises(content: Content) -> bool:
    """Whether the file begins as HTML does."""
    start = content.data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.data.startswith(ARCHIVE):
        return b"text/html" in content.data[:_SAMPLE]
    return start.startswith(b"<") and _TAGS.search(start) is not None


def read(content: Content, limits: Limits) -> Document:
    """The tables and texts of the page."""
    from renaksi.readers.web.page import read_page

    return read_page(content.data, limits)


READER: Final = Reader("HTML", recognises, read)
