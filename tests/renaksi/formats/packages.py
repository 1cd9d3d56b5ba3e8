"""Packages of parts, taken apart and put together by the standard library alone."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def compound(*entries: str, inside: tuple[str, ...] = ()) -> bytes:
    """A compound file with these entries at its top, and others inside the last of them."""
    names = ["Root Entry", *entries, *inside]
    none = 0xFFFFFFFF
    directory = b""
    for at, name in enumerate(names):
        is_top = 0 < at <= len(entries)
        below = at + 1 if at < len(names) - 1 and at != len(entries) and at else none
        child = 1 if at == 0 else len(entries) + 1 if at == len(entries) and inside else none
        kind = 5 if at == 0 else 1 if is_top and child != none else 2
        directory += name.encode("utf-16-le").ljust(64, b"\0") + struct.pack(
            "<HBBIII16xI16xIII", len(name) * 2 + 2, kind, 1, none, below, child, 0, 0, 0, 0
        )
    sectors = -(-len(directory) // 512)
    links = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, none, 0, none, 0
    )
    head += struct.pack("<I", 0) + b"\xff" * 432
    table = struct.pack(f"<{len(links)}I", *links).ljust(512, b"\xff")
    return head + table + directory.ljust(sectors * 512, b"\0")
