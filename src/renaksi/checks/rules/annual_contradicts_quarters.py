"""The printed annual target is not what the quarters give.

## What
The document prints a target for the year, and the quarters, put together as their
accumulation says (added up, last position, mean, greatest), give another number. Where the
accumulation is doubtful, the sum and the last position are both accepted.

## Why
Two targets for one year: the quarterly reports work towards one, the annual report is
measured against the other. The printed one is used until the plan is corrected.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV | TARGET TAHUN |
|---|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah laporan logistik | Laporan | 3 | 3 | 3 | 3 | 15 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV | TARGET TAHUN |
|---|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah laporan logistik | Laporan | 3 | 3 | 3 | 3 | 12 |

## Source
PermenPANRB 53/2014, Lampiran I: the action plan's quarters carry out the annual target of
the Perjanjian Kinerja.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from renaksi.checks.sequence import Series, figures, number, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Accumulation
from renaksi.quantity import rounded
from renaksi.quarter import QUARTERS

RULE = Rule(
    code="RA411",
    slug="annual-contradicts-quarters",
    severity="warning",
    since="0.1.0",
    gravity=75,
    title={"id": "Target tahun tidak cocok", "en": "Annual target contradicts the quarters"},
    message={
        "id": "Target tahun “{indicator}” tertulis {year}, padahal triwulannya ({targets}) menghasilkan {quarters}.",
        "en": "The annual target of “{indicator}” is printed as {year}, but its quarters ({targets}) give {quarters}.",
    },
    headline={
        "id": "{count} target tahun tidak cocok dengan triwulannya: {indicator}.",
        "en": "{count} annual targets contradict their quarters: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Dokumen mencantumkan target tahun, dan triwulannya, digabung menurut cara akumulasinya
(dijumlahkan, posisi akhir, rata-rata, terbesar), menghasilkan angka lain. Bila cara
akumulasinya belum pasti, jumlah dan posisi akhir sama-sama diterima.

## Mengapa
Satu tahun dengan dua target: laporan triwulan mengejar yang satu, laporan tahunan diukur
dengan yang lain. Sampai rencananya diperbaiki, yang tercantum yang dipakai.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each printed annual target that no reading of the quarters gives."""
    for one in originals(view):
        year = one.indicator.targets.get("year")
        if year is None or year.value is None or not one.points or _incomplete(one):
            continue
        given = _given(one)
        if not any(_is_alike(value, year.value) for value in given):
            yield on_row(
                RULE,
                one.row,
                "year",
                year=(year.text or "").strip(),
                targets=figures(one.indicator),
                quarters=number(given[0], 2),
            )


def _incomplete(one: Series) -> bool:
    """Whether a quarter is empty or in words, so that nothing can be put together."""
    if len(one.points) == len(QUARTERS):
        return False
    states = (one.indicator.target(quarter).state for quarter in QUARTERS)
    return any(state in ("missing", "text") for state in states)


def _given(one: Series) -> list[Decimal]:
    """What the quarters give by the accumulation; the first is the one to name."""
    values, indicator = one.values, one.indicator
    first = _ACCUMULATED[indicator.accumulation](values)
    if "accumulation" in indicator.confirm:
        return [first, _total(values), values[-1]]
    return [first]


def _total(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


_ACCUMULATED: Final[dict[Accumulation, Callable[[list[Decimal]], Decimal]]] = {
    "sum": _total,
    "last": lambda values: values[-1],
    "average": lambda values: _total(values) / len(values),
    "max": max,
}


def _is_alike(value: Decimal, printed: Decimal) -> bool:
    """Whether the value is the printed one, with as many decimals as that has."""
    if value == printed:
        return True
    exponent = printed.as_tuple().exponent
    return isinstance(exponent, int) and rounded(value, max(0, -exponent)) == printed
