"""Files that begin with the headers of a message: web archives, which are read, and e-mails."""

from __future__ import annotations

import re
from typing import Final

_SAMPLE: Final = 8_000
_HEADERS: Final = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,50}){2,}"
)
_NAME: Final = re.compile(rb"(?m)^([A-Za-z][A-Za-z0-9-]{1,40}):")
_OF_MAIL: Final = frozenset(
    {b"from", b"to", b"subject", b"date", b"received", b"delivered-to", b"return-path",
     b"message-id", b"mime-version", b"content-type"}
)  # fmt: skip
_FEWEST: Final = 3
_SAVED: Final = re.compile(rb"(?im)^From:\s*<Saved by |^Snapshot-Content-Location:")


def is_archive(data: bytes) -> bool:
    """Whether a file is a page with its parts (.mht), as Word, Excel and browsers save one."""
    headers = _headers(data)
    if not headers or b"text/html" not in data[:_SAMPLE] or b"MIME-Version:" not in headers:
        return False
    return _SAVED.search(headers) is not None or not _is_of_mail(headers)


def is_mail(data: bytes) -> bool:
    """Whether a file is an e-mail (.eml)."""
    headers = _headers(data)
    return bool(headers) and _is_of_mail(headers) and _SAVED.search(headers) is None


def _is_of_mail(headers: bytes) -> bool:
    """Whether somebody sent it: who wrote it and when or what about stands in the headers."""
    names = {name.lower() for name in _NAME.findall(headers)}
    return b"from" in names and len(names & _OF_MAIL) >= _FEWEST


def _headers(data: bytes) -> bytes:
    """The lines of headers with which a file begins; nothing where there are fewer than two."""
    if b":" not in data[:60]:
        return b""
    found = _HEADERS.match(data[:_SAMPLE].replace(b"\r\n", b"\n").lstrip())
    return found[0] if found else b""
