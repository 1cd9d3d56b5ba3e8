"""The text boxes of an .xlsx workbook: drawn over its cells, they are told and not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from renaksi.readers.document import Omission
from renaksi.readers.parts import Parts
from renaksi.readers.sheets.expat import parse
from renaksi.readers.sheets.grid import drawn_text

_PART: Final = re.compile(r"xl/drawings/drawing\d+\.xml")
_MOST_PARTS: Final = 200
_MOST_BOXES: Final = 50


def drawn(parts: Parts, kind: str) -> Iterator[Omission]:
    """One omission for each text box of a ``kind`` file."""
    names = [name for name in parts.names if _PART.fullmatch(name)]
    boxes = _Boxes()
    for name in names[:_MOST_PARTS]:
        parse(parts.read(name), kind, boxes.start, boxes.end, boxes.text)
    for text in [text for text in boxes.texts if text.strip()][:_MOST_BOXES]:
        yield drawn_text(text)


class _Boxes:
    """Collects the texts of the boxes, their paragraphs parted by blanks."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._is_text = False

    def start(self, name: str, _: dict[str, str]) -> None:
        self._is_text = name == "t"
        if name == "txBody":
            self.texts.append("")

    def end(self, name: str) -> None:
        self._is_text = False
        if name == "p" and self.texts:
            self.texts[-1] += " "

    def text(self, part: str) -> None:
        if self._is_text and self.texts:
            self.texts[-1] += part
