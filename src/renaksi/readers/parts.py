"""The parts of a package (.docx, .xlsx, .ods, .zip), unpacked within limits.

What a header claims about sizes is not believed: the bytes that come out are counted, part by
part and altogether, and held against the packed size. Nothing is ever written to disk, and
names are only compared, never opened, so a path such as ``../../etc`` leads nowhere.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from renaksi.diagnostics import Unreadable
from renaksi.readers.limits import Limits, damaged, too_much

EMPTY: Final = b"PK\x05\x06"
# What the zip module raises on broken input, by its own sources.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError,
    IndexError, OverflowError, NotImplementedError, RuntimeError,
)  # fmt: skip
_CHUNK: Final = 1 << 16
# A small part may shrink a lot without being a bomb.
_FREE: Final = 1_000_000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1


class Parts:
    """An opened package."""

    def __init__(self, data: bytes, limits: Limits, kind: str) -> None:
        """Read the list of parts; `Unreadable` where it is broken or too long."""
        self._limits = limits
        self._kind = kind
        self._packed = len(data)
        self._expanded = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise damaged(kind) from error
        entries = self._zip.infolist()
        if len(entries) > limits.max_entries:
            raise too_much(f"{len(entries)} berkas di dalamnya", f"{len(entries)} files inside")
        named = {_path(entry.filename): entry for entry in entries}
        self._entries = {name: entry for name, entry in named.items() if name[-1:] != "/"}
        self._folded: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the package."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part; `Unreadable` where they are broken, encrypted or too many."""
        entry = self._entry(name)
        if entry is None:
            raise damaged(self._kind)
        if entry.flag_bits & _ENCRYPTED:
            raise locked(self._kind)
        if entry.compress_type not in _METHODS:
            raise damaged(self._kind)
        chunks = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._expanded += len(chunk)
                    self._bound(name, size, entry.compress_size)
                    chunks.append(chunk)
        except _BROKEN as error:
            raise damaged(self._kind) from error
        return b"".join(chunks)

    def read_if_there(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the package has no such part."""
        return self.read(name) if self._entry(name) is not None else None

    def _entry(self, name: str) -> zipfile.ZipInfo | None:
        """The part of a name, else the one whose name differs in small and large letters alone."""
        entry = self._entries.get(name)
        if entry is None:
            if not self._folded:
                self._folded = {each.lower(): each for each in self._entries}
            entry = self._entries.get(self._folded.get(name.lower(), ""))
        return entry

    def _bound(self, name: str, size: int, packed: int) -> None:
        limits = self._limits
        if size > limits.max_part:
            raise too_much(
                f"bagian {name} lebih dari {limits.max_part / 1e6:g} MB",
                f"part {name} has more than {limits.max_part / 1e6:g} MB",
            )
        if self._expanded > limits.max_expanded:
            raise too_much(
                f"isi terbuka lebih dari {limits.max_expanded / 1e6:g} MB",
                f"unpacked it has more than {limits.max_expanded / 1e6:g} MB",
            )
        # The packed size is the list's claim, so it is held against the file as well.
        packed = max(1, min(packed, self._packed))
        if size > _FREE and size > limits.max_ratio * packed:
            raise too_much(
                f"bagian {name} mengembang lebih dari {limits.max_ratio} kali",
                f"part {name} expands more than {limits.max_ratio} times",
            )


def _path(name: str) -> str:
    """The name of a part as programs should write it; some write backslashes, or begin with one."""
    return name.replace("\\", "/").lstrip("/")


def locked(kind: str) -> Unreadable:
    """The refusal of a file that needs a password."""
    return Unreadable(
        id=f"berkas {kind} ini dikunci dengan kata sandi; buka dengan kata sandinya, simpan tanpa "
        "kata sandi, lalu coba lagi.",
        en=f"this {kind} file is locked with a password; open it with the password, save it "
        "without one and try again.",
    )
