"""Dates in cells: a count of days becomes the date that the format shows, in Indonesian."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_MOST_DAYS: Final = 2_958_465  # 31 December 9999
_PART: Final = re.compile(
    r'"([^"]*)"?|\\(.)|_.|\*.|\[[^\]]*\]|(y+|m+|d+|h+|s+|AM/PM|A/P)|(.)', re.IGNORECASE | re.DOTALL
)


def shown_date(days: Decimal, code: str, *, from_1904: bool = False) -> str:
    """The date and time of a count of days, as the date format ``code`` shows it."""
    if not 0 <= days <= _MOST_DAYS:
        return f"{days:f}"
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    moment = epoch + timedelta(seconds=round(float(days) * 86400))
    text = ""
    before = ""
    for quoted, escaped, part, other in _PART.findall(code):
        if not part:
            text += quoted or escaped or other
            continue
        kind = part[0].lower()
        text += (
            _minutes(moment, part) if kind == "m" and before == "h" else _part(moment, kind, part)
        )
        before = kind
    return " ".join(text.split())


def _minutes(moment: datetime, part: str) -> str:
    """``m`` behind hours counts minutes."""
    return f"{moment.minute:02}" if len(part) > 1 else str(moment.minute)


def _part(moment: datetime, kind: str, part: str) -> str:
    size = len(part)
    if kind == "y":
        return f"{moment.year:04}" if size > 2 else f"{moment.year % 100:02}"
    if kind == "m":
        if size >= 3:
            name = MONTHS[moment.month - 1]
            return name if size == 4 else name[:3] if size == 3 else name[:1]
        return f"{moment.month:0{size}}"
    if kind == "d":
        if size >= 3:
            name = _DAYS[moment.weekday()]
            return name if size > 3 else name[:3]
        return f"{moment.day:0{size}}"
    if kind in "hs":
        return f"{moment.hour if kind == 'h' else moment.second:0{min(size, 2)}}"
    return ""
