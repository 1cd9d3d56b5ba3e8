"""The reader of HTML, which web applications also hand out as .xls and .doc."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits
from renaksi.readers.mail import is_archive

_SAMPLE: Final = 4_000
_TAGS: Final = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style", b"<div",
)  # fmt: skip


def recognises(content: Content) -> bool:
    """Whether the file begins as HTML does, or is a web archive."""
    start = content.data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"<"):
        return is_archive(content.data)
    folded = start.lower()
    return any(tag in folded for tag in _TAGS)


def read(content: Content, limits: Limits) -> Document:
    """The tables and texts of the page."""
    from renaksi.readers.web.page import read_page

    return read_page(content.data, limits)


READER: Final = Reader("HTML", recognises, read, (".html", ".htm", ".mht"))
