"""The styles of a workbook's cells: number format, bold, struck out, borders."""

from __future__ import annotations

from typing import Final, NamedTuple

from renaksi.readers.sheets.expat import ignore, parse
from renaksi.readers.sheets.number_format import BUILT_IN
from renaksi.readers.sheets.strings import is_on

GENERAL: Final = "General"
_MOST_INDENT: Final = 15
_SIDES: Final = frozenset({"left", "right", "top", "bottom"})


class CellStyle(NamedTuple):
    """How a cell is shown."""

    format: str = GENERAL
    bold: bool = False
    ruled: bool = False
    indent: int = 0
    struck: bool = False


PLAIN: Final = CellStyle()


def cell_styles(data: bytes | None) -> list[CellStyle]:
    """The cell styles of ``styles.xml`` in the order in which cells count them."""
    if data is None:
        return []
    reader = _Styles()
    parse(data, "Excel", reader.start, reader.end, ignore)
    return reader.styles()


class _Styles:
    """Collects fonts, borders, formats and what combines them."""

    def __init__(self) -> None:
        self._within: list[str] = []
        self._formats: dict[int, str] = dict(BUILT_IN)
        self._bold: list[bool] = []
        self._struck: list[bool] = []
        self._ruled: list[bool] = []
        self._combined: list[tuple[int, int, int]] = []
        self._indents: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        above = self._within[-1] if self._within else ""
        self._within.append(name)
        if name == "numFmt":
            number = _whole(attributes.get("numFmtId"))
            self._formats[number] = attributes.get("formatCode", GENERAL)
        elif name == "font" and above == "fonts":
            self._bold.append(False)
            self._struck.append(False)
        elif name in ("b", "strike") and above == "font" and "fonts" in self._within:
            held = self._bold if name == "b" else self._struck
            held[-1:] = [is_on(attributes)]
        elif name == "border" and above == "borders":
            self._ruled.append(False)
        elif name in _SIDES and above == "border" and "borders" in self._within and self._ruled:
            self._ruled[-1] |= attributes.get("style", "none") != "none"
        elif name == "xf" and above == "cellXfs":
            numbers = (_whole(attributes.get(key)) for key in ("numFmtId", "fontId", "borderId"))
            form, font, border = numbers
            self._combined.append((form, font, border))
            self._indents.append(0)
        elif name == "alignment" and above == "xf" and "cellXfs" in self._within:
            self._indents[-1] = min(_whole(attributes.get("indent")), _MOST_INDENT)

    def end(self, _: str) -> None:
        self._within.pop()

    def styles(self) -> list[CellStyle]:
        return [
            CellStyle(
                self._formats.get(form, GENERAL),
                _at(self._bold, font),
                _at(self._ruled, border),
                indent,
                _at(self._struck, font),
            )
            for (form, font, border), indent in zip(self._combined, self._indents, strict=True)
        ]


def _at(values: list[bool], index: int) -> bool:
    return 0 <= index < len(values) and values[index]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
