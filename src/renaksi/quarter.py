"""Quarters (*triwulan*): how documents name them, and the keys under which the plan keeps them.

A quarter is its key, one of ``q1`` … ``q4``; ``year`` stands beside them where a
document has an annual column. Documents write *TW I*, *Trw 2*, *Triwulan III*,
*TW.4*, *Q1*, *Triwulan ke-2*, *Triwulan Kedua*, *Tribulan I*, *Kuartal I*, or the month in which
the quarter ends (*B03*, *B06*, *B09*, *B12*). Scanned ones have *l* for *I*.
"""

from __future__ import annotations

import re
from typing import Final

QUARTERS: Final = ("q1", "q2", "q3", "q4")
YEAR: Final = "year"
CELLS: Final = (*QUARTERS, YEAR)

# How a reader of Indonesian and one of English is told of a cell.
ROMAN: Final = {"q1": "TW I", "q2": "TW II", "q3": "TW III", "q4": "TW IV", "year": "tahun"}
ENGLISH: Final = {"q1": "Q1", "q2": "Q2", "q3": "Q3", "q4": "Q4", "year": "the year"}

MONTHS: Final = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
}  # fmt: skip

_NUMERALS: Final = {
    "i": "q1", "ii": "q2", "iii": "q3", "iv": "q4",
    "1": "q1", "2": "q2", "3": "q3", "4": "q4",
    "pertama": "q1", "kedua": "q2", "ketiga": "q3", "keempat": "q4",
    "b03": "q1", "b06": "q2", "b09": "q3", "b12": "q4",
}  # fmt: skip

# A label inside running text: "TW I 25% TW II 50%". The numeral must end there, so that
# "TW I" is not found in "TW Indah"; a letter before it would make it part of a word.
LABEL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:tri\s?[wb]ulan|triw|trw|tw|q|k[uw]artal)\s?[.\-]?\s?"
    r"(?:(?:ke\s?-?\s?)?([il]{1,3}|[il1]v|[1-4])|(pertama|kedua|ketiga|keempat))|(b03|b06|b09|b12))"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def quarter_named(text: str) -> str | None:
    """The quarter that ``text`` names and nothing else, e.g. ``"TW II"`` → ``"q2"``, else None."""
    match = LABEL.fullmatch(text.strip(" .:="))
    return quarter_of(match) if match else None


def quarter_of(match: re.Match[str]) -> str:
    """The quarter of a match of `LABEL`."""
    numeral = next(filter(None, match.groups())).lower()
    return _NUMERALS.get(numeral) or _NUMERALS[numeral.replace("l", "i").replace("1v", "iv")]


def ordinal(quarter: str) -> int:
    """1 for ``q1`` … 4 for ``q4``."""
    return QUARTERS.index(quarter) + 1
