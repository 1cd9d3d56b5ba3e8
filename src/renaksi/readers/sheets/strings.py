"""The shared strings of an .xlsx file: each once, however often cells show it.

Runs of rich text that are struck out or raised marks of notes are no part of a string and stand
beside it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from renaksi.readers.raised import is_mark
from renaksi.readers.sheets.expat import parse
from renaksi.readers.void import Void

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SharedStrings(NamedTuple):
    """The strings in their order, and by its number what does not count of one."""

    texts: list[str]
    voids: dict[int, tuple[Void, ...]]


def shared_strings(data: bytes | None) -> SharedStrings:
    """The strings in their order; runs of rich text joined, pronunciations left out."""
    reader = _Strings()
    if data is not None:
        parse(data, "Excel", reader.start, reader.end, reader.text)
    return SharedStrings(reader.strings, reader.voids)


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property such as bold, that an element states, is on."""
    return attributes.get("val", "1") not in ("0", "false")


def written(text: str) -> str:
    """A text with the signs that XML cannot hold: a carriage return is ``_x000D_`` in the file."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(escaped: re.Match[str]) -> str:
    number = int(escaped[1], 16)
    return escaped[0] if 0xD800 <= number < 0xE000 else chr(number)


class RichText:
    """The text of one cell or string, which may be written in runs with marks of their own."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.text = ""
        self.voids: list[Void] = []
        self._run = ""
        self._is_struck = self._is_raised = False

    def mark(self, name: str, attributes: dict[str, str]) -> None:
        """A tag inside a text: a run begins, or a mark of its run."""
        if name == "r":
            self.end_run()
        elif name == "strike":
            self._is_struck = is_on(attributes)
        elif name == "vertAlign":
            self._is_raised = attributes.get("val") == "superscript"

    def add(self, part: str) -> None:
        """A piece of text."""
        if self._is_struck or self._is_raised:
            self._run += part
        else:
            self.text += part

    def added(self, part: str) -> str:
        """Take in a piece of text; none of it is left for who gathers plain ones."""
        self.add(part)
        return ""

    def end_run(self) -> None:
        """What stood in the run counts or does not."""
        run = written(self._run)
        if self._is_struck:
            self.voids.append(Void("struck", run))
        elif self._is_raised and is_mark(run, self.text):
            self.voids.append(Void("mark", run))
        else:
            self.text += self._run
        self._run = ""
        self._is_struck = self._is_raised = False


class _Strings:
    """Collects the strings of the stream."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.voids: dict[int, tuple[Void, ...]] = {}
        self._parts: list[str] = []
        self._rich: RichText | None = None
        self._reading = self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._reading = not self._phonetic
        elif name == "si":
            self._parts, self._rich = [], None
        elif name in ("strike", "vertAlign") or (name == "r" and self._rich):
            if self._rich is None:
                self._rich = RichText()
                self._rich.text = "".join(self._parts)
            self._rich.mark(name, attributes)
        elif name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        if name == "t":
            self._reading = False
        elif name == "si":
            if self._rich is None:
                self.strings.append(written("".join(self._parts)))
            else:
                self._end_rich(self._rich)
        elif name == "rPh":
            self._phonetic = False

    def text(self, part: str) -> None:
        if self._reading and self._rich is not None:
            self._rich.add(part)
        elif self._reading:
            self._parts.append(part)

    def _end_rich(self, rich: RichText) -> None:
        rich.end_run()
        if rich.voids:
            self.voids[len(self.strings)] = tuple(rich.voids)
        self.strings.append(written(rich.text))
