"""The process that reads an uploaded entry template, apart from the site: it has limits.

``python -I filled_process.py`` takes the workbook on standard input and writes one JSON
object on standard output: ``{"rows": [{"line": …, "id": …, "value": …}]}`` or ``{"refused":
{"id": …, "en": …}}``. Only the few parts of the format that hold cells are looked at, each
unpacked no further than its cap; what declares a document type or an entity is refused.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

MOST_PARTS = 500
MOST_OF_PART = 20_000_000
MOST_ROWS = 5000
MOST_TEXT = 4000
DIGITS = 15
HEADS = {
    "ID (jangan diubah)": "id",
    "Semula": "origin",
    "Realisasi": "value",
    "Kendala": "obstacle",
    "Tindak lanjut": "follow_up",
}
DATES = {*range(14, 23), *range(45, 48)}
# Another encoding than UTF-8 could hide a declaration from the look at the bytes.
ENCODING = re.compile(
    rb"\xff\xfe|\xfe\xff|<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE
)
# How the format writes a character that XML cannot hold: a carriage return is ``_x000D_``.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
FRACTION = re.compile(r"\d+(?:[.,]\d+)?/\d+(?:[.,]\d+)?")

Parts = dict[str, ElementTree.Element]


class Strange(Exception):
    """The file is no such workbook; told in both languages."""

    def __init__(self, id: str, en: str) -> None:
        super().__init__(en)
        self.told = {"id": id, "en": en}


def not_a_workbook() -> Strange:
    """It cannot be opened at all."""
    return Strange(
        "Berkas ini bukan buku kerja Excel (.xlsx) yang utuh; simpan ulang sebagai .xlsx.",
        "This file is no whole Excel workbook (.xlsx); save it again as .xlsx.",
    )


def rows(data: bytes) -> list[dict[str, Any]]:
    """The filled rows of the template's sheet, by what its heads say."""
    parts = _parts(data)
    shared = [_text(item) for item in parts.get("xl/sharedStrings.xml", ())]
    kinds = _kinds(parts.get("xl/styles.xml"))
    for name in sorted(parts):
        if name.startswith("xl/worksheets/"):
            found = _filled(parts[name], shared, kinds)
            if found is not None:
                return found
    raise Strange(
        "Berkas ini bukan templat isian Renaksi: kolom “ID (jangan diubah)” tidak ada.",
        "This file is no entry template of Renaksi: it has no column “ID (jangan diubah)”.",
    )


def _parts(data: bytes) -> Parts:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise not_a_workbook() from error
    names = [
        name
        for name in archive.namelist()
        if name in ("xl/sharedStrings.xml", "xl/styles.xml")
        or (name.startswith("xl/worksheets/") and name.endswith(".xml"))
    ]
    if len(archive.namelist()) > MOST_PARTS or not names:
        raise not_a_workbook()
    return {name: _part(archive, name) for name in names}


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """One part, really unpacked up to its cap, whatever its header claims."""
    try:
        with archive.open(name) as opened:
            text = opened.read(MOST_OF_PART + 1)
        if len(text) > MOST_OF_PART:
            raise Strange("Buku kerja ini terlalu besar.", "This workbook is too large.")
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text or ENCODING.match(text):
            raise not_a_workbook()
        root = ElementTree.fromstring(text)  # noqa: S314 - it declares nothing, see above
    except (
        zipfile.BadZipFile, zlib.error, ElementTree.ParseError, NotImplementedError, RuntimeError,
        EOFError, OSError, ValueError, LookupError,
    ) as error:  # fmt: skip
        raise not_a_workbook() from error
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _text(item: ElementTree.Element) -> str:
    """The text of a string, without the reading aids that stand above East Asian words."""
    pieces = [item] if item.tag == "t" else [*item.findall("t"), *item.findall("r/t")]
    joined = "".join(piece.text or "" for piece in pieces)
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), joined).replace("\r", "")


def _kinds(styles: ElementTree.Element | None) -> list[str]:
    """For each format of cells: ``percent``, ``date`` or nothing of interest."""
    if styles is None:
        return []
    own = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "")
        for each in styles.findall("numFmts/numFmt")
    }
    return [_kind(int(xf.get("numFmtId", "0")), own) for xf in styles.findall("cellXfs/xf")]


def _kind(number: int, own: dict[int, str]) -> str:
    code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", own.get(number, ""))
    if number in (9, 10) or "%" in code:
        return "percent"
    return "date" if number in DATES or re.search(r"[ydhs]", code, re.IGNORECASE) else ""


def _filled(
    sheet: ElementTree.Element, shared: list[str], kinds: list[str]
) -> list[dict[str, Any]] | None:
    """The rows below the heads; None where the sheet has no such heads."""
    heads: dict[str, str] = {}
    found: list[dict[str, Any]] = []
    for number, row in _rows(sheet):
        cells = dict(_cells(row, shared, kinds))
        if not heads:
            named = {column: HEADS[text] for column, text in cells.items() if text in HEADS}
            heads = named if "id" in named.values() else {}
            continue
        told = {key: cells.get(column, "")[:MOST_TEXT] for column, key in heads.items()}
        if any(told.values()):
            found.append({"line": number, **told})
        if len(found) > MOST_ROWS:
            raise Strange("Buku kerja ini terlalu panjang.", "This workbook is too long.")
    return found if heads else None


def _rows(sheet: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    number = 0
    for row in sheet.iterfind("sheetData/row"):
        stated = row.get("r", "")
        number = int(stated) if stated.isdecimal() and len(stated) < 8 else number + 1
        yield number, row


def _cells(
    row: ElementTree.Element, shared: list[str], kinds: list[str]
) -> Iterator[tuple[str, str]]:
    """Column letters with what was typed there; a cell without a place follows the one before."""
    column = ""
    for cell in row.iterfind("c"):
        stated = cell.get("r", "").rstrip("0123456789")
        column = stated or _next(column)
        yield column, _typed(cell, shared, kinds).strip()


def _next(column: str) -> str:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    number += 1
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _typed(cell: ElementTree.Element, shared: list[str], kinds: list[str]) -> str:
    """What a person typed, as the grid would have it."""
    kind, value = cell.get("t", "n"), cell.findtext("v") or ""
    inline = cell.find("is")
    if kind == "inlineStr":
        return "" if inline is None else _text(inline)
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    formula = (cell.findtext("f") or "").replace(" ", "")
    if FRACTION.fullmatch(formula):
        return f"={formula}"
    if kind != "n" or not value:
        return value
    style = cell.get("s", "")
    look = kinds[int(style)] if style.isdecimal() and int(style) < len(kinds) else ""
    return "(tanggal)" if look == "date" else _number(value, percent=look == "percent")


def _number(value: str, *, percent: bool) -> str:
    """A spreadsheet's number the Indonesian way, so that it reads one way only."""
    try:
        number = Decimal(value) * (100 if percent else 1)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    if number:
        places = DIGITS - 1 - number.adjusted()
        number = round(number, min(max(places, 0), 60))
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    rest += "0" if len(rest) == 3 else ""
    return whole + (f",{rest}" if rest else "") + ("%" if percent else "")


def main() -> None:
    """Read standard input, answer on standard output."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from renaksi_web.plans.isolated.process import limit

    limit({"memory": 512, "seconds": 15, "output": 16})
    try:
        answer: dict[str, Any] = {"rows": rows(sys.stdin.buffer.read())}
    except Strange as error:
        answer = {"refused": error.told}
    except MemoryError:
        sys.exit(3)
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
