"""The shared strings of an .xlsx file: each once, however often cells show it.

Runs of rich text that are struck out are no part of a string and stand beside it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from renaksi.readers.sheets.expat import parse

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SharedStrings(NamedTuple):
    """The strings in their order, and by its number what is struck out in one."""

    texts: list[str]
    struck: dict[int, str]


def shared_strings(data: bytes | None) -> SharedStrings:
    """The strings in their order; runs of rich text joined, pronunciations left out."""
    reader = _Strings()
    if data is not None:
        parse(data, "Excel", reader.start, reader.end, reader.text)
    return SharedStrings(reader.strings, reader.struck)


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property such as bold, that an element states, is on."""
    return attributes.get("val", "1") not in ("0", "false")


def written(text: str) -> str:
    """A text with the signs that XML cannot hold: a carriage return is ``_x000D_`` in the file."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(escaped: re.Match[str]) -> str:
    number = int(escaped[1], 16)
    return escaped[0] if 0xD800 <= number < 0xE000 else chr(number)


class _Strings:
    """Collects the strings of the stream."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.struck: dict[int, str] = {}
        self._parts: list[str] = []
        self._reading = self._phonetic = self._is_struck = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._reading = not self._phonetic
        elif name == "si":
            self._parts = []
        elif name == "r":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = is_on(attributes)
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        if name == "t":
            self._reading = False
        elif name == "r":
            self._is_struck = False
        elif name == "si":
            self.strings.append(written("".join(self._parts)))
        elif name == "rPh":
            self._phonetic = False

    def text(self, part: str) -> None:
        if self._reading and self._is_struck:
            number = len(self.strings)
            self.struck[number] = self.struck.get(number, "") + part
        elif self._reading:
            self._parts.append(part)
