"""The bytes of a file as the readers look at them to recognise their own format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OF_OFFICE: Final = ("[Content_Types].xml", "_rels/", "word/_rels/", "xl/_rels/", "ppt/_rels/")


class Content:
    """The bytes of a file; what several readers ask of them is worked out once."""

    def __init__(self, data: bytes) -> None:
        """Nothing is looked at yet."""
        self.data = data
        self._part_names: tuple[str, ...] | None = None
        self._stream_names: frozenset[str] | None = None

    @property
    def is_package(self) -> bool:
        """Whether the file is a zip package."""
        return self.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))

    @property
    def part_names(self) -> tuple[str, ...]:
        """The names of the parts of a package; none where it is no package or broken."""
        if self._part_names is None:
            self._part_names = ()
            if self.is_package:
                from renaksi.diagnostics import Unreadable
                from renaksi.readers.parts import Parts

                try:
                    self._part_names = Parts(self.data, Limits(), "zip").names
                except Unreadable:
                    self._part_names = ()
        return self._part_names

    @property
    def is_office_package(self) -> bool:
        """Whether the package is one document in parts, as Word and Excel write one."""
        return any(name.startswith(_OF_OFFICE) for name in self.part_names)

    @property
    def is_compound(self) -> bool:
        """Whether the file is in the container of Office 97–2003."""
        return self.data.startswith(COMPOUND)

    @property
    def stream_names(self) -> frozenset[str]:
        """What stands at the top of a compound file, in small letters; none where it is broken."""
        if self._stream_names is None:
            from renaksi.readers.compound import top_names

            self._stream_names = top_names(self.data)
        return self._stream_names

    def holds_stream(self, *names: str) -> bool:
        """Whether one of these stands at the top of a compound file, in small or large letters.

        Where its directory is broken, anywhere in the file.
        """
        if not self.is_compound:
            return False
        if self.stream_names:
            return any(name.lower() in self.stream_names for name in names)
        return any(name.encode("utf-16-le") + b"\0\0" in self.data for name in names)


class Reader(NamedTuple):
    """One format: its name for messages, how its files are recognised, and how they are read.

    ``recognises`` looks at the content, never at a file's name. ``read`` raises `Unreadable`
    with one sentence where a file of this format cannot be read. ``suffixes`` are the usual
    endings of such names, for a program that lets a person choose a file.
    """

    name: str
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Limits], Document]
    suffixes: tuple[str, ...] = ()
