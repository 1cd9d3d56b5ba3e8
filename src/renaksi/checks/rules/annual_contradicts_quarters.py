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

from collections.abc import Iterator
from decimal import Decimal

from renaksi.checks.sequence import Series, figures, number, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
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
        if all(_rounded_alike(value, year.value) != year.value for value in given):
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
    states = (one.indicator.target(quarter).state for quarter in QUARTERS)
    return any(state in ("missing", "text") for state in states)


def _given(one: Series) -> list[Decimal]:
    """What the quarters give by the accumulation; the first is the one to name."""
    values, indicator = one.values, one.indicator
    by_name = {
        "sum": sum(values, Decimal(0)),
        "last": values[-1],
        "average": sum(values, Decimal(0)) / len(values),
        "max": max(values),
    }
    first = by_name[indicator.accumulation]
    if "accumulation" in indicator.confirm:
        return [first, by_name["sum"], by_name["last"]]
    return [first]


def _rounded_alike(value: Decimal, printed: Decimal) -> Decimal:
    """The value with as many decimals as the printed one has."""
    exponent = printed.as_tuple().exponent
    return rounded(value, max(0, -exponent)) if isinstance(exponent, int) else value
