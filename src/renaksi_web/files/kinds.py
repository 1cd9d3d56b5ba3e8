"""What a file is, found by looking at its bytes; what its sender says of it counts nothing."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

UNKNOWN: Final = "application/octet-stream"

_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_PARTS: Final = (
    (
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        "ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
)
_OPEN_DOCUMENTS: Final = ("text", "spreadsheet", "presentation")

# What a browser may show in place, in a page that runs nothing.
SHOWN_IN_PLACE: Final = frozenset({"application/pdf", "image/png", "image/jpeg", "image/gif"})


def media_type(data: bytes) -> str:
    """The media type of the bytes; `UNKNOWN` where they are nothing that an office sends."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return "image/heic"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return "text/plain" if _is_text(data) else UNKNOWN


def _zipped(data: bytes) -> str:
    """Office documents are archives: told apart by a part that each must hold."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return UNKNOWN
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "mimetype" in names:
        for kind in _OPEN_DOCUMENTS:
            stated = f"application/vnd.oasis.opendocument.{kind}"
            if stated.encode() in data[:200]:
                return stated
    return "application/zip"


def _is_text(data: bytes) -> bool:
    """Plain words; markup that a browser would run is no text."""
    if b"\x00" in data:
        return False
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return text.lstrip()[:1] != "<"
