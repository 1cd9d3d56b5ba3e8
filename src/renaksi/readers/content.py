"""The bytes of a file as the readers look at them to recognise their own format."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from renaksi.readers.document import Document
from renaksi.readers.limits import Limits


class Content:
    """The bytes of a file; what several readers ask of them is worked out once."""

    def __init__(self, data: bytes) -> None:
        """Nothing is looked at yet."""
        self.data = data
        self._part_names: tuple[str, ...] | None = None

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
