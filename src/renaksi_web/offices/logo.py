"""Whether a file can stand as a logo: a whole PNG or JPEG that every format can print."""

from __future__ import annotations

import struct
from typing import Final

from renaksi.render.printed import FORMATS, printed
from renaksi.reports.tree import Document, Emblem, Section
from renaksi_web.files.kinds import media_type
from renaksi_web.refusals import Refused

LARGEST: Final = 1_000_000
MOST_PIXELS: Final = 4000
# Markers of a JPEG that begin a frame and tell its size.
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})


def refuse_unprintable(data: bytes) -> None:
    """Raise `Refused` for what is no PNG or JPEG, too large, or damaged."""
    kind = media_type(data)
    if kind not in ("image/png", "image/jpeg"):
        raise Refused(
            id="Logo harus gambar PNG atau JPEG; simpan gambarnya dalam bentuk itu, lalu unggah.",
            en="The logo must be a PNG or JPEG picture; save it as one and upload it again.",
        )
    if len(data) > LARGEST:
        raise Refused(
            id="Logo lebih dari 1 MB; kecilkan gambarnya.",
            en="The logo is larger than 1 MB; make the picture smaller.",
        )
    width, height = _size(data, kind)
    if not width or not height or not _prints(data):
        raise Refused(
            id="Gambar logo ini rusak atau berwarna cetak (CMYK); simpan ulang sebagai PNG.",
            en="This picture is damaged or in printing colours (CMYK); save it as PNG again.",
        )


def _size(data: bytes, kind: str) -> tuple[int, int]:
    """Width and height as the file states them; zeros where it states none or absurd ones."""
    width, height = _of_png(data) if kind == "image/png" else _of_jpeg(data)
    if max(width, height) > MOST_PIXELS:
        raise Refused(
            id=f"Logo lebih besar dari {MOST_PIXELS} × {MOST_PIXELS} piksel; kecilkan gambarnya.",
            en=f"The logo is larger than {MOST_PIXELS} × {MOST_PIXELS} pixels; make it smaller.",
        )
    return width, height


def _of_png(data: bytes) -> tuple[int, int]:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return 0, 0
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def _prints(data: bytes) -> bool:
    """Whether the formats can print it: each of them does, on a page with nothing else."""
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from typst import TypstError
    from xlsxwriter.exceptions import XlsxWriterException

    page = Document("logo", "Logo", (Section("Logo", (Emblem(data),)),), draft=("Percobaan.",))
    try:
        for format in FORMATS:
            printed(page, format)
    except (
        TypstError, XlsxWriterException, struct.error,
        InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError,
    ):  # fmt: skip
        return False
    return True
