"""The shared strings of an .xlsx file: each once, however often cells show it."""

from __future__ import annotations

import re
from typing import Final

from renaksi.readers.sheets.expat import parse

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(data: bytes | None) -> list[str]:
    """The strings in their order; runs of rich text joined, pronunciations left out."""
    reader = _Strings()
    if data is not None:
        parse(data, "Excel", reader.start, reader.end, reader.text)
    return reader.strings


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
        self._parts: list[str] = []
        self._reading = self._phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "t":
            self._reading = not self._phonetic
        elif name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        if name == "t":
            self._reading = False
        elif name == "si":
            self.strings.append(written("".join(self._parts)))
        elif name == "rPh":
            self._phonetic = False

    def text(self, part: str) -> None:
        if self._reading:
            self._parts.append(part)
