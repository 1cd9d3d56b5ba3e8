"""What stands at the top of a compound file, the container of Office 97–2003.

An embedded object brings streams of its own into the same file: a workbook that holds a letter is
a workbook, so only the entries directly under the root tell what a file is.
"""

from __future__ import annotations

import struct
from typing import Final

_HEADER: Final = 512
_ENTRY: Final = 128
_SHIFTS: Final = (9, 12)  # sectors of 512 or 4,096 bytes
_TABLES: Final = struct.Struct("<109I")  # where the tables of sectors stand
_LINKS: Final = struct.Struct("<III")  # entries beside and below
_MOST: Final = 20_000  # entries


def top_names(data: bytes) -> frozenset[str]:
    """The names under the root, in small letters; none where the directory is broken."""
    if len(data) < _HEADER:
        return frozenset()
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SHIFTS:
        return frozenset()
    entries = _directory(data, 1 << shift)
    found: set[str] = set()
    ways = [struct.unpack_from("<I", entries, 76)[0]] if len(entries) >= _ENTRY else []
    seen: set[int] = set()
    while ways:
        number = ways.pop()
        at = number * _ENTRY
        if number in seen or at + _ENTRY > len(entries):
            continue
        seen.add(number)
        found.add(_name(entries[at : at + 66]))
        ways.extend(_LINKS.unpack_from(entries, at + 68)[:2])
    return frozenset(found)


def _directory(data: bytes, size: int) -> bytes:
    """All entries of the directory, one behind the other."""
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = _TABLES.unpack_from(data, 76)
    each = size // 4
    parts: list[bytes] = []
    seen: set[int] = set()
    while sector not in seen and len(parts) * size < _MOST * _ENTRY:
        seen.add(sector)
        part = data[(sector + 1) * size : (sector + 2) * size]
        if len(part) < _ENTRY or sector // each >= len(tables):
            break
        parts.append(part)
        at = (tables[sector // each] + 1) * size + sector % each * 4
        if at + 4 > len(data):
            break
        (sector,) = struct.unpack_from("<I", data, at)
    return b"".join(parts)


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
