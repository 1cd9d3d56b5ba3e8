"""The words of indicators and units, as rules compare them.

An indicator names a measure (*Jumlah*, *Persentase*) and what it measures; a unit is one
thing under several spellings (*Persen*, *%*; *Lap*, *Laporan*). What is decided by words
is decided here, on whole words in small letters, so that no rule spells them out again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from renaksi.checks.view import PlanView, Row
from renaksi.interpret.vocabulary import COUNTABLE
from renaksi.model import Element

# Spellings and abbreviations of one unit; every other unit stands for itself in small letters.
_UNITS: Final = {
    "%": "persen",
    "prosen": "persen",
    "persentase": "persen",
    "prosentase": "persen",
    "presentase": "persen",
    "dok": "dokumen",
    "lap": "laporan",
    "org": "orang",
    "bln": "bulan",
    "keg": "kegiatan",
    "thn": "tahun",
    "bh": "buah",
    "index": "indeks",
    "score": "skor",
    "point": "poin",
    "hektar": "hektare",
    "ha": "hektare",
    "lbr": "lembar",
}

# Units of a score: no percentage, and nothing that could be counted or added up.
SCORES: Final = frozenset(
    {
        "angka", "nilai", "indeks", "skor", "poin", "predikat", "skala", "kategori", "level",
        "opini", "peringkat", "mutu",
    }
)  # fmt: skip

# Words with which the name of a share or a score begins; of a count; of any measure.
SHARES: Final = frozenset(
    {
        "persentase", "prosentase", "presentase", "persen", "cakupan", "proporsi",
    }
)  # fmt: skip
COUNTS: Final = frozenset({"jumlah", "banyaknya"})
MEASURES: Final = SHARES | COUNTS | frozenset({"nilai", "indeks", "rasio"})

# What is bad in itself: none of it is a good target, even on an indicator read as higher-is-better.
_HARMS: Final = frozenset(
    {
        "aduan", "bencana", "gangguan", "gizi", "kasus", "kebakaran", "kecelakaan", "kehilangan",
        "kejadian", "kekerasan", "keluhan", "kematian", "kemiskinan", "kerugian", "kesalahan",
        "keterlambatan", "komplain", "konflik", "korban", "miskin", "pelanggaran", "pengaduan",
        "pengangguran", "sengketa", "stunting", "temuan", "tunggakan",
    }
)  # fmt: skip


class _Letters(dict[int, str]):
    """A translation table that keeps letters, digits and hyphens and makes a space of the rest."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = kept = char if char.isalnum() or char in "-%" else " "
        return kept


_LETTERS: Final = _Letters()


@lru_cache(maxsize=32768)
def words(text: str | None) -> tuple[str, ...]:
    """The words of a text in small letters, in order; a word with a hyphen is one."""
    return tuple(text.lower().translate(_LETTERS).split()) if text else ()


@lru_cache(maxsize=4096)
def unit_of(text: str | None) -> str:
    """The unit in its one spelling, *persen* for ``%``; "" where the document states none."""
    plain = " ".join((text or "").lower().rstrip(" .:").split())
    return _UNITS.get(plain, plain)


def is_countable(unit: str) -> bool:
    """Whether a unit of `unit_of` comes in whole numbers."""
    return unit in COUNTABLE


def names_harm(name: tuple[str, ...]) -> bool:
    """Whether words of an indicator name something bad (*pelanggaran*, *keluhan*)."""
    return not _HARMS.isdisjoint(name)


# Words that end the noun phrase behind a measure: *Cakupan desa | yang …*.
_ENDS: Final = frozenset(
    {
        "yang", "di", "dalam", "pada", "dengan", "untuk", "dari", "oleh", "se", "sekecamatan",
        "kecamatan", "kabupaten", "kota", "tingkat", "tahun", "menurut", "per", "sesuai",
    }
)  # fmt: skip
WHOLE: Final = frozenset({"seluruh", "semua", "keseluruhan"})


@lru_cache(maxsize=8192)
def subject(name: str) -> str:
    """What is measured, in small letters: *desa* of *Cakupan desa yang …*; "" without a measure."""
    first, *rest = words(name) or ("",)
    if first not in MEASURES:
        return ""
    phrase: list[str] = []
    for word in rest:
        if word in _ENDS:
            break
        if word not in WHOLE:
            phrase.append(word)
    return " ".join(phrase)


def is_official(view: PlanView, row: Row) -> bool:
    """Whether the indicator has the very words of the official one of its element."""
    official = view.official(row.element)
    if official is None or not official.indicator:
        return False
    return words(row.indicator.name) == words(official.indicator)


def official_texts(view: PlanView, element: Element) -> tuple[str, ...]:
    """Name and indicator of the official line whose code the element has; none without one."""
    official = view.official(element)
    return (official.name, official.indicator) if official else ()
