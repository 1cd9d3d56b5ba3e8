"""The packed streams of a PDF, unpacked once to count them before PDFium unpacks them whole.

PDFium gives a stream up to a gigabyte; a file of ten megabytes can ask for more. Pictures are
not counted, for no picture is ever drawn.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

from renaksi.readers.limits import Limits, too_much

_STREAM: Final = re.compile(rb"stream\r?\n")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_DICTIONARY: Final = 1_500  # bytes before a stream in which its dictionary stands
_CHUNK: Final = 1 << 20
_MOST_LAYERS: Final = 2


def check_streams(data: bytes, limits: Limits) -> None:
    """`Unreadable` where the streams of a PDF unpack to more than the limits."""
    total = 0
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        before = before[before.rfind(b"obj") + 3 :]
        layers = len(_FLATE.findall(before))
        if not layers or _PICTURE.search(before):
            continue
        if layers > _MOST_LAYERS:
            raise too_much("aliran data berlapis-lapis", "streams packed in many layers")
        total += _unpacked(data, match.end(), min(limits.max_part, limits.max_expanded - total))


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes a stream unpacks to; `Unreadable` beyond ``most``."""
    unpacker = zlib.decompressobj()
    size = 0
    rest = memoryview(data)[start : start + _CHUNK]
    at = start + _CHUNK
    try:
        while len(rest) or at < len(data):
            size += len(unpacker.decompress(rest, _CHUNK))
            if size > most:
                raise too_much(
                    f"aliran data lebih dari {most / 1e6:g} MB",
                    f"a stream of more than {most / 1e6:g} MB",
                )
            if unpacker.eof:
                break
            rest = memoryview(unpacker.unconsumed_tail)
            if not len(rest):
                rest, at = memoryview(data)[at : at + _CHUNK], at + _CHUNK
    except zlib.error:
        return size  # not a stream after all, or broken: PDFium stops there as well
    return size
