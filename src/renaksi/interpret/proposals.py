"""Direction and accumulation of an indicator, proposed with a reason where the paper states none.

The filed plan says neither how quarters add up nor whether more is better. Both are
read from the unit, the wording and the sequence of the targets; what stays doubtful is
named in ``confirm`` for a person to decide.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.model import Accumulation, Cell, Direction
from renaksi.quarter import QUARTERS

PERCENT: Final = frozenset({"persen", "%", "persentase", "prosen"})
SCORES: Final = frozenset(
    {"angka", "indeks", "index", "nilai", "skor", "score", "poin", "point", "predikat", "level",
     "tingkat", "rasio", "opini", "peringkat", "kategori", "nilai akreditasi"}
)  # fmt: skip
STOCKS: Final = frozenset(
    {"asn", "pns", "unit", "pegawai", "aparatur", "pejabat", "kendaraan", "ruang"}
)
FLOWS: Final = frozenset(
    {"dokumen", "dok", "laporan", "lap", "bulan", "bln", "kali", "surat", "berkas", "paket", "sertifikat",
     "laporan / dokumen", "dokumen/laporan", "laporan/dokumen", "berita acara", "rekomendasi", "sampel",
     "eksemplar", "buku", "naskah", "permohonan", "rapat", "pertemuan", "event", "rupiah", "rp"}
)  # fmt: skip

# Words of what should become less; followed by a word of handling they should become more.
_LESS: Final = re.compile(
    r"\b(?:kemiskinan|pengangguran|stunting|kematian|gangguan|pelanggaran|kebocoran|pengaduan|keluhan"
    r"|kecelakaan|kriminalitas|konflik|inflasi|ketimpangan|gini|kesenjangan|putus sekolah|kekerasan"
    r"|buta aksara|gizi buruk|tunggakan|temuan|kejadian|waktu tunggu|lama(?:nya)? (?:waktu|proses)"
    r"|angka kesakitan|prevalensi|emisi)\b",
    re.IGNORECASE,
)
_HANDLED: Final = re.compile(
    r"\b(?:ditindaklanjuti|diselesaikan|terselesaikan|tertangani|ditangani|dilaporkan|penurunan|penanganan"
    r"|pencegahan|tindak lanjut|ditanggulangi|penyelesaian|terlayani|dilayani|difasilitasi|dicegah)\b",
    re.IGNORECASE,
)


class Proposal(NamedTuple):
    """What is proposed for one indicator, and what a person should confirm."""

    direction: Direction
    accumulation: Accumulation
    confirm: tuple[str, ...]
    basis: Mapping[str, str]


def propose(name: str | None, unit: str | None, targets: Mapping[str, Cell]) -> Proposal:
    """Direction and accumulation of an indicator with these targets."""
    year = targets.get("year")
    values = tuple(
        cell.value
        for key in QUARTERS
        if (cell := targets.get(key)) is not None and cell.value is not None
    )
    return _propose(name or "", (unit or "").casefold(), values, year.value if year else None)


@lru_cache(maxsize=8192)
def _propose(name: str, unit: str, values: tuple[Decimal, ...], year: Decimal | None) -> Proposal:
    direction, why_direction, sure_direction = _direction(name, values)
    accumulation, why, sure = _accumulation(name, unit, values, year)
    confirm = (() if sure_direction else ("direction",)) + (() if sure else ("accumulation",))
    return Proposal(
        direction, accumulation, confirm, {"direction": why_direction, "accumulation": why}
    )


def _direction(name: str, values: tuple[Decimal, ...]) -> tuple[Direction, str, bool]:
    falls = len(values) > 2 and all(a > b for a, b in pairwise(values))
    less, handled = _wording(name)
    if less and not handled:
        return "lower", f"“{less}” umumnya makin rendah makin baik", falls
    if less and handled:
        return "higher", f"“{handled}”: makin banyak makin baik", not falls
    if falls:
        return "higher", "umumnya makin tinggi makin baik, tetapi targetnya menurun", False
    return "higher", "umumnya makin tinggi makin baik", True


@lru_cache(maxsize=16384)
def _wording(name: str) -> tuple[str, str]:
    """The words of a name of what should become less, and of handling it; empty for none."""
    less, handled = _LESS.search(name), _HANDLED.search(name)
    return less.group().lower() if less else "", handled.group().lower() if handled else ""


def _accumulation(
    name: str, unit: str, values: tuple[Decimal, ...], year: Decimal | None
) -> tuple[Accumulation, str, bool]:
    if year is not None and len(values) > 1:
        proven = _from_year(values, year)
        if proven:
            return proven
    percent = unit in PERCENT or name.casefold().startswith(("persentase", "prosentase"))
    if percent and unit not in FLOWS:
        return _of_percentages(values)
    if unit in SCORES or name.casefold().startswith(("indeks", "nilai", "skor", "predikat")):
        return "last", "nilai atau skor tidak dijumlahkan; yang terakhir yang berlaku", True
    if len(values) <= 1:
        kind: Accumulation = "last" if unit in STOCKS else "sum"
        return kind, "hanya satu triwulan bertarget; semua cara memberi angka yang sama", True
    return _of_counts(unit, values)


def _from_year(values: tuple[Decimal, ...], year: Decimal) -> tuple[Accumulation, str, bool] | None:
    """What a printed annual target proves."""
    total, last = sum(values), values[-1]
    if year == total and year != last:
        return "sum", "target tahunan sama dengan jumlah triwulan", True
    if year == last and year != total:
        return "last", "target tahunan sama dengan target triwulan terakhir", True
    if year == max(values) and year != total:
        return "max", "target tahunan sama dengan target triwulan tertinggi", True
    if year * len(values) == total:
        return "average", "target tahunan sama dengan rata-rata triwulan", True
    return None


def _of_percentages(values: tuple[Decimal, ...]) -> tuple[Accumulation, str, bool]:
    if len(values) > 1 and sum(values) == 100 and max(values) < 100 and len(set(values)) == 1:
        return "sum", "persen yang sama tiap triwulan dan berjumlah 100", False
    rises = all(a <= b for a, b in pairwise(values))
    if rises:
        return "last", "persen berjalan; yang terakhir yang berlaku, tidak dijumlahkan", True
    return "last", "persen tidak dijumlahkan, tetapi targetnya menurun di tengah tahun", False


def _of_counts(unit: str, values: tuple[Decimal, ...]) -> tuple[Accumulation, str, bool]:
    rises = all(a < b for a, b in pairwise(values))
    steady = len(set(values)) == 1
    if unit in STOCKS:
        return "last", "jumlah yang ada (stok) tidak dijumlahkan antartriwulan", not rises
    if rises and len(values) > 2:
        return "last", "target terus naik seperti posisi berjalan", unit in FLOWS and _even(values)
    if unit in FLOWS:
        limit = unit not in ("bulan", "bln") or sum(values) <= 12
        if limit:
            return "sum", "hasil tiap triwulan dijumlahkan", True
        return "last", "jumlahnya melebihi 12 bulan, maka posisi berjalan", False
    reason = "bisa hasil tiap triwulan (dijumlahkan) atau jumlah yang sama terus-menerus"
    return "sum", reason, not steady and not rises


def _even(values: tuple[Decimal, ...]) -> bool:
    """Whether the steps of a rising sequence equal its first value: 3, 6, 9, 12."""
    return all(b - a == values[0] for a, b in pairwise(values))
