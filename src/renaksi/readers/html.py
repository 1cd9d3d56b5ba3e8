"""The reader of HTML, which web applications also hand out as .xls and .doc."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_SAMPLE: Final = 4_000
ARCHIVE: Final = b"MIME-Version:"
_TAGS: Final = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style", b"<div",
)  # fmt: skip


def recognises(content: Content) -> bool:
    """Whether the file begins as HTML does."""
    start = content.data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.data.startswith(ARCHIVE):
        return b"text/html" in content.data[:_SAMPLE]
    if not start.startswith(b"<"):
        return False
    folded = start.lower()
    return any(tag in folded for tag in _TAGS)


def read(content: Content, limits: Limits) -> Document:
    """The tables and texts of the page."""
    from renaksi.readers.web.page import read_page

    return read_page(content.data, limits)


READER: Final = Reader("HTML", recognises, read, (".html", ".htm", ".mht"))
