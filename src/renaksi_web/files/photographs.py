"""A photograph without what its camera wrote beside it: position, day, serial numbers, names.

The picture itself stays byte for byte; what stands beside it (EXIF, XMP, IPTC, comments, what a
phone hangs behind it) goes, but for the colours' profile and the side that is up. A file that is
not whole is left as it is, and told so by giving None.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_DROPPED: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_UP: Final = 0x0112  # the tag of EXIF that says which side is up


def bare(data: bytes) -> bytes | None:
    """The photograph alone; other files as they are; None for a photograph that is not whole."""
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return _bare_jpeg(data)
        if data.startswith(_PNG):
            return _bare_png(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _bare_webp(data)
    except (struct.error, IndexError):
        return None
    return data


# -- JPEG


def _bare_jpeg(data: bytes) -> bytes | None:
    kept, up, at = [b"\xff\xd8"], 1, 2
    while True:
        if data[at] != 0xFF:
            return None
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == _EOI:  # what stands behind it is no part of the picture
            return b"".join([kept[0], _exif(up), *kept[1:], b"\xff\xd9"])
        if marker in _ALONE:
            end = at + 2
        else:
            end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        segment = data[at:end]
        if marker == _SOS:
            end = _end_of_scan(data, end)
            segment = data[at:end]
        if segment[4:10] == b"Exif\0\0":
            up = _side_up(segment[10:]) or up
        if _is_of_the_picture(marker, segment):
            kept.append(segment)
        at = end


def _is_of_the_picture(marker: int, segment: bytes) -> bool:
    if marker == 0xE2:
        return segment[4:16] == b"ICC_PROFILE\0"
    return marker in (0xE0, 0xEE) or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands behind the packed dots."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise IndexError
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _exif(up: int) -> bytes:
    """A segment that says which side is up, and nothing else; none where it is the usual one."""
    if up == 1:
        return b""
    told = b"Exif\0\0" + _tiff(up)
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


def _tiff(up: int) -> bytes:
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _UP, 3, 1, up, 0, 0)


def _side_up(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for n in range(min(count, 200)):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * n)
        if tag == _UP:
            return int(value) if 1 <= value <= 8 else 0
    return 0


# -- PNG and WebP


def _bare_png(data: bytes) -> bytes | None:
    kept, up, at = [_PNG], 1, 8
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            return None
        if kind == b"eXIf":
            up = _side_up(data[at + 8 : end - 4]) or up
        if kind == b"IEND":
            return b"".join([*kept, *_png_side(up), data[at:end]])
        if kind not in _PNG_DROPPED:
            kept.append(data[at:end])
        at = end


def _png_side(up: int) -> Iterator[bytes]:
    if up != 1:
        told = b"eXIf" + _tiff(up)
        yield struct.pack(">I", len(told) - 4) + told + struct.pack(">I", zlib.crc32(told))


def _bare_webp(data: bytes) -> bytes | None:
    (size,) = struct.unpack_from("<I", data, 4)
    kept: list[bytes] = []
    up, at, end = 1, 12, 8 + size
    if end > len(data):
        return None
    while at < end:
        kind, length = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        after = at + 8 + length + length % 2
        if kind == b"EXIF":
            up = _side_up(data[at + 8 : at + 8 + length].removeprefix(b"Exif\0\0")) or up
        elif kind != b"XMP ":
            kept.append(data[at:after])
        at = after
    if kept and kept[0][:4] == b"VP8X":
        flags = kept[0][8] & ~0x0C | (0x08 if up != 1 else 0)
        kept[0] = kept[0][:8] + bytes([flags]) + kept[0][9:]
        if up != 1:
            told = _tiff(up)
            kept.append(b"EXIF" + struct.pack("<I", len(told)) + told)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
