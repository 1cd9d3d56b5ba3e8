"""The pages of a PDF as pictures, turned as they are read, so that boxes fall on their words."""

from __future__ import annotations

import math
import struct
import zlib
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from renaksi.readers.limits import damaged
from renaksi.readers.pages.file import visible
from renaksi.readers.pages.letters import quarters_of

# Dots for each point, and the most dots: legible when enlarged, and never gigantic.
SCALE = 1.75
MOST_DOTS = 2_400_000
MOST_PAGES = 500


def sizes(data: bytes) -> list[list[float]]:
    """Number, width and height in points of every page, as it is held to be read."""
    document = _opened(data)
    try:
        found = []
        for number in range(1, min(len(document), MOST_PAGES) + 1):
            page = document[number - 1]
            found.append([number, *(round(side, 1) for side in _size(page)[:2])])
            page.close()
        return found
    finally:
        document.close()


def picture(data: bytes, number: int) -> bytes:
    """One page, counted from 1, as PNG; `Unreadable` where there is no such page."""
    document = _opened(data)
    try:
        if not 1 <= number <= len(document):
            raise damaged("PDF")
        page = document[number - 1]
        width, height, turn = _size(page)
        scale = min(SCALE, math.sqrt(MOST_DOTS / (width * height)))
        bitmap = page.render(scale=scale, rotation=turn, rev_byteorder=True, prefer_bgrx=False)
        return _png(bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, bitmap.buffer)
    finally:
        document.close()


def _opened(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise damaged("PDF") from error


def _size(page: Any) -> tuple[float, float, int]:
    """Width and height as read, and by how many degrees the page is turned for that."""
    text = pdfium.FPDFText_LoadPage(page.raw)
    try:
        blank = not text or not pdfium.FPDFText_CountChars(text)
        quarters = 0 if blank else quarters_of(text)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
    if blank:
        width, height = page.get_size()
        return max(width, 1.0), max(height, 1.0), 0
    left, bottom, right, top = visible(page.raw)
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    if quarters % 2:
        width, height = height, width
    return width, height, (90 * quarters - page.get_rotation()) % 360


def _png(width: int, height: int, stride: int, channels: int, dots: Any) -> bytes:
    """The dots of a bitmap as PNG: grey where every dot is grey, else in colour."""
    rows = memoryview(bytes(dots))
    lines = [rows[y * stride : y * stride + width * channels] for y in range(height)]
    if channels > 1 and all(line[0::channels] == line[2::channels] == line[1::channels]
                            for line in lines):  # fmt: skip
        lines, channels = [line[0::channels] for line in lines], 1
    if channels == 4:
        lines = [_without_fourth(line) for line in lines]
    kind = 0 if channels == 1 else 2
    body = zlib.compress(b"".join(b"\0" + bytes(line) for line in lines), 6)
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, part) for name, part in parts)


def _without_fourth(line: memoryview) -> memoryview:
    kept = bytearray(len(line) // 4 * 3)
    for channel in range(3):
        kept[channel::3] = line[channel::4]
    return memoryview(kept)


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
