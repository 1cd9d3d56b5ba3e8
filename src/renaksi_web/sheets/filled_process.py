"""The process that reads an uploaded entry template, apart from the site: it has limits.

``python -I filled_process.py`` takes the workbook on standard input and writes one JSON
object on standard output: ``{"rows": [{"line": …, "id": …, "value": …}]}`` or ``{"refused":
{"id": …, "en": …}}``. The workbook is opened as any other (`renaksi.readers.sheets`), with the
limits of reading.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

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
DATES = re.compile(r"[ydhs]", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
FRACTION = re.compile(r"\d+(?:[.,]\d+)?/\d+(?:[.,]\d+)?")


class Strange(Exception):
    """The file is no such workbook; told in both languages."""

    def __init__(self, id: str, en: str) -> None:
        super().__init__(en)
        self.told = {"id": id, "en": en}


def rows(data: bytes) -> list[dict[str, Any]]:
    """The filled rows of the template's sheet, by what its heads say."""
    from renaksi.diagnostics import Unreadable
    from renaksi.readers.limits import Limits
    from renaksi.readers.sheets.typed import typed_sheets

    try:
        for sheet in typed_sheets(data, Limits()):
            found = _filled(sheet)
            if found is not None:
                return found
    except Unreadable as refusal:
        raise Strange(*map(_sentence, (refusal.message("id"), refusal.message("en")))) from refusal
    raise Strange(
        "Berkas ini bukan templat isian Renaksi: kolom “ID (jangan diubah)” tidak ada.",
        "This file is no entry template of Renaksi: it has no column “ID (jangan diubah)”.",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _filled(sheet: list[tuple[int, dict[int, Any]]]) -> list[dict[str, Any]] | None:
    """The rows below the heads; None where the sheet has no such heads."""
    heads: dict[int, str] = {}
    found: list[dict[str, Any]] = []
    for number, row in sheet:
        cells = {column: _typed(cell).strip() for column, cell in row.items()}
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


def _typed(cell: Any) -> str:
    """What a person typed, as the grid would have it; ``cell`` is one of `typed_sheets`."""
    formula = cell.formula.replace(" ", "")
    if FRACTION.fullmatch(formula):
        return f"={formula}"
    if not cell.is_number or not cell.text:
        return str(cell.text).replace("\r", "")
    look = QUOTED.sub("", cell.format)
    if "%" in look:
        return _number(str(cell.text), percent=True)
    is_date = look != "General" and DATES.search(look)
    return "(tanggal)" if is_date else _number(cell.text, percent=False)


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
