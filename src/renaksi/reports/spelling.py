"""Numbers and dates in words, as minutes write them: *sepuluh*, *dua ribu dua puluh dua*."""

from __future__ import annotations

from datetime import date
from typing import Final

from renaksi.quarter import MONTHS

_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_SCALES: Final = ((1000, "ribu"), (100, "ratus"), (10, "puluh"))


def in_words(number: int) -> str:
    """A number from 0 to 999,999."""
    if number < 10:
        return _ONES[number]
    if 10 < number < 20:
        return "sebelas" if number == 11 else f"{_ONES[number - 10]} belas"
    scale, word = next((scale, word) for scale, word in _SCALES if number >= scale)
    count, rest = divmod(number, scale)
    begin = f"se{word}" if count == 1 else f"{in_words(count)} {word}"
    return f"{begin} {in_words(rest)}" if rest else begin


def date_in_words(when: date) -> str:
    """*Pada hari ini Senin tanggal sepuluh bulan Januari tahun dua ribu dua puluh dua*."""
    month = MONTHS["id"][when.month - 1]
    return (
        f"Pada hari ini {_DAYS[when.weekday()]} tanggal {in_words(when.day)} bulan {month} "
        f"tahun {in_words(when.year)}"
    )
