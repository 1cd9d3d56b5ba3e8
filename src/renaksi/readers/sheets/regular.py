"""The cells of a worksheet written in the regular way, several times faster than as a stream.

Spreadsheet programs write cells in one fixed form. Where the whole of a sheet's data has that form,
character for character, expressions take it apart; anything else (comments, prefixes, texts of
its own, another encoding) is left to the stream, which reads all XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CELL: Final = (
    r'<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?(?: t="(?:n|s|b|e|str)")?'
    r"(?:/>|>(?:<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>))?(?:<v>[^<]*</v>|<v/>)?</c>)"
)
_PARTS: Final = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="(\w+)")?'
    r"(?:/>|>(<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>|<v/>)?</c>)"
)
_ROW: Final = re.compile(rf"\s*<row((?:\s[^<>]*[^<>/])?)>((?:{_CELL})*)</row>|\s*<row(\s[^<>]*)/>")
_DATA: Final = re.compile(rb"<sheetData>(.*)</sheetData>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_ENTITY: Final = re.compile(r"&(\w+);")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED: Final = re.compile(rb"\s*<\?xml[^<>]*\?>")

Cell = tuple[str, str, str, str, str, str]  # column, row, style, type, formula, value
RegularRow = tuple[dict[str, str], list[Cell]]


def parted(data: bytes) -> tuple[bytes, str] | None:
    """The sheet without its data, and the data; None where it is not UTF-8 or not in one piece."""
    declared = _DECLARED.match(data)
    if declared and b"utf-8" not in declared[0].lower() and b"encoding" in declared[0]:
        return None
    found = _DATA.search(data)
    if found is None or b"<!" in data or data.count(b"<sheetData") != 1:
        return None
    try:
        text = found[1].decode("utf-8")
    except UnicodeDecodeError:
        return None
    return data[: found.start(1)] + data[found.end(1) :], text


def regular_rows(text: str) -> Iterator[RegularRow | None]:
    """The attributes and cells of each row; at the end None where something else stands."""
    at = 0
    while match := _ROW.match(text, at):
        at = match.end()
        attributes = dict(_ATTRIBUTE.findall(match[1] or match[3] or ""))
        yield attributes, _PARTS.findall(match[2] or "")
    if text[at:].strip():
        yield None


def unescaped(value: str) -> str:
    """A value without XML's own entities; KeyError where it holds others."""
    return _ENTITY.sub(lambda match: _ENTITIES[match[1]], value)
