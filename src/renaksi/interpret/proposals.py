"""Direction and accumulation of an indicator, proposed with a reason where the paper states none.

The filed plan says neither how quarters add up nor whether more is better. Both are
read from the unit, the wording and the sequence of the targets; what stays doubtful is
named in ``confirm`` for a person to decide.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from renaksi.interpret.directions import direction_of
from renaksi.model import Accumulation, Cell, Direction, Reason
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
    {"dokumen", "dok", "laporan", "lap", "bulan", "bln", "kali", "surat", "berkas", "paket",
     "sertifikat", "laporan / dokumen", "dokumen/laporan", "laporan/dokumen", "berita acara",
     "rekomendasi", "sampel",
     "eksemplar", "buku", "naskah", "permohonan", "rapat", "pertemuan", "event", "rupiah", "rp"}
)  # fmt: skip

_ONE: Final = Reason(
    "hanya satu triwulan bertarget; semua cara memberi angka yang sama",
    "only one quarter has a target; every way gives the same number",
)
_NONE: Final = Reason(
    "belum ada target triwulan yang menunjukkannya; menurut satuannya saja",
    "no quarter has a target that would show it; by the unit alone",
)
_SCORE: Final = Reason(
    "nilai atau skor tidak dijumlahkan; yang terakhir yang berlaku",
    "values and scores are not added up; the last one holds",
)
_YEAR_IS_SUM: Final = Reason(
    "target tahunan sama dengan jumlah triwulan", "the year's target is the sum of the quarters"
)
_YEAR_IS_LAST: Final = Reason(
    "target tahunan sama dengan target triwulan terakhir",
    "the year's target is that of the last quarter",
)
_YEAR_IS_MAX: Final = Reason(
    "target tahunan sama dengan target triwulan tertinggi",
    "the year's target is that of the highest quarter",
)
_YEAR_IS_MEAN: Final = Reason(
    "target tahunan sama dengan rata-rata triwulan", "the year's target is the quarters' average"
)
_HUNDRED: Final = Reason(
    "persen yang sama tiap triwulan dan berjumlah 100",
    "the same percentage in each quarter, 100 in all",
)
_RUNNING_PERCENT: Final = Reason(
    "persen berjalan; yang terakhir yang berlaku, tidak dijumlahkan",
    "a running percentage; the last one holds and they are not added up",
)
_FALLING_PERCENT: Final = Reason(
    "persen tidak dijumlahkan, tetapi targetnya menurun di tengah tahun",
    "percentages are not added up, but the target falls during the year",
)
_STOCK: Final = Reason(
    "jumlah yang ada (stok) tidak dijumlahkan antartriwulan",
    "what is there (a stock) is not added up over quarters",
)
_RISES: Final = Reason(
    "target terus naik seperti posisi berjalan", "the targets rise like a running position"
)
_FLOW: Final = Reason("hasil tiap triwulan dijumlahkan", "the results of the quarters are added up")
_BEYOND_MONTHS: Final = Reason(
    "jumlahnya melebihi 12 bulan, maka posisi berjalan",
    "together more than 12 months, so each is a running position",
)
_EITHER: Final = Reason(
    "bisa hasil tiap triwulan (dijumlahkan) atau jumlah yang sama terus-menerus",
    "either each quarter's result (added up) or the same number all along",
)

Told = tuple[Accumulation, Reason, bool]


class Proposal(NamedTuple):
    """What is proposed for one indicator, and what a person should confirm."""

    direction: Direction
    accumulation: Accumulation
    confirm: tuple[str, ...]
    basis: Mapping[str, str]


def propose(name: str | None, unit: str | None, targets: Mapping[str, Cell]) -> Proposal:
    """Direction and accumulation of an indicator with these targets."""
    year = targets.get("year")
    values = tuple([
        value for key in QUARTERS
        if key in targets and (value := targets[key].value) is not None
    ])  # fmt: skip
    unit = (unit or "").casefold() or _printed_unit(targets)
    name = name or ""
    direction, why_direction, sure_direction = direction_of(name, unit, values)
    accumulation, why, sure = _accumulation(name, unit, values, year.value if year else None)
    confirm = (() if sure_direction else ("direction",)) + (() if sure else ("accumulation",))
    return Proposal(
        direction, accumulation, confirm, {"direction": why_direction, "accumulation": why}
    )


def _printed_unit(targets: Mapping[str, Cell]) -> str:
    """``%`` where no unit stands beside the targets and every one of them carries the sign."""
    printed = [cell.text for cell in targets.values() if cell.value is not None]
    return "%" if printed and all((text or "").rstrip().endswith("%") for text in printed) else ""


def _accumulation(name: str, unit: str, values: tuple[Decimal, ...], year: Decimal | None) -> Told:
    way, why, sure = _by_words(name, unit, values, year)
    if values or why is _SCORE:
        return way, why, sure
    return way, _NONE, False


def _by_words(name: str, unit: str, values: tuple[Decimal, ...], year: Decimal | None) -> Told:
    """The accumulation that unit, wording and targets tell."""
    if year is not None and len(values) > 1:
        proven = _from_year(values, year)
        if proven:
            return proven
    percent = unit in PERCENT or name.casefold().startswith(("persentase", "prosentase"))
    if percent and unit not in FLOWS:
        return _of_percentages(values)
    if unit in SCORES or name.casefold().startswith(("indeks", "nilai", "skor", "predikat")):
        return "last", _SCORE, True
    if len(values) <= 1:
        kind: Accumulation = "last" if unit in STOCKS else "sum"
        return kind, _ONE, True
    return _of_counts(unit, values)


def _from_year(values: tuple[Decimal, ...], year: Decimal) -> Told | None:
    """What a printed annual target proves."""
    total, last = sum(values), values[-1]
    if year == total and year != last:
        return "sum", _YEAR_IS_SUM, True
    if year == last and year != total:
        return "last", _YEAR_IS_LAST, True
    if year == max(values) and year != total:
        return "max", _YEAR_IS_MAX, True
    if year * len(values) == total:
        return "average", _YEAR_IS_MEAN, True
    return None


def _of_percentages(values: tuple[Decimal, ...]) -> Told:
    if len(values) > 1 and _are_one(values) and sum(values) == 100:
        return "sum", _HUNDRED, False
    rises = all(a <= b for a, b in pairwise(values))
    if rises:
        return "last", _RUNNING_PERCENT, True
    return "last", _FALLING_PERCENT, False


def _of_counts(unit: str, values: tuple[Decimal, ...]) -> Told:
    rises = all(a < b for a, b in pairwise(values))
    steady = _are_one(values)
    if unit in STOCKS:
        return "last", _STOCK, not rises
    if rises and len(values) > 2:
        return "last", _RISES, unit in FLOWS and _even(values)
    if unit in FLOWS:
        limit = unit not in ("bulan", "bln") or sum(values) <= 12
        if limit:
            return "sum", _FLOW, True
        return "last", _BEYOND_MONTHS, False
    return "sum", _EITHER, not steady and not rises


def _are_one(values: tuple[Decimal, ...]) -> bool:
    return values.count(values[0]) == len(values)


def _even(values: tuple[Decimal, ...]) -> bool:
    """Whether the steps of a rising sequence equal its first value: 3, 6, 9, 12."""
    return all(b - a == values[0] for a, b in pairwise(values))
