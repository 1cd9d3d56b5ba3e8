"""More months are promised than the calendar has.

## What
The unit is *Bulan*, and a quarter promises more months than have passed by its end, or the
quarters that are added up, or the printed year, give more than 12. Salaries and allowances
may have 14: the holiday allowance and the thirteenth salary count as months.

## Why
By the end of March three months have passed, so 12 in TW I cannot be delivered; 4 in each
quarter make a year of 16 months.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Surat Menyurat | 1. Lama penyediaan jasa surat menyurat | Bulan | TW I 12 TW II 12 TW III 12 TW IV 12 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Jasa Surat Menyurat | 1. Lama penyediaan jasa surat menyurat | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.7 (targets are achievable).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from renaksi.checks.sequence import Series, figures, narrow, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import words
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.quarter import ordinal

RULE = Rule(
    code="RA420",
    slug="months-beyond-the-calendar",
    severity="warning",
    since="0.1.0",
    gravity=50,
    title={"id": "Bulan melebihi kalender", "en": "Months beyond the calendar"},
    message={
        "id": "Target “{indicator}” {targets} bulan melebihi jumlah bulan yang ada.",
        "en": "The target of “{indicator}”, {targets} months, exceeds the months there are.",
    },
    headline={
        "id": "{count} target menjanjikan lebih banyak bulan daripada yang ada: {indicator}.",
        "en": "{count} targets promise more months than there are: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satuannya *Bulan*, dan sebuah triwulan menjanjikan lebih banyak bulan daripada yang sudah
lewat pada akhirnya, atau triwulan yang dijumlahkan, atau target tahunnya, melebihi 12. Gaji
dan tunjangan boleh 14: THR dan gaji ketiga belas dihitung sebagai bulan.

## Mengapa
Sampai akhir Maret baru tiga bulan berlalu, jadi 12 bulan di TW I tidak mungkin; 4 bulan tiap
triwulan berarti setahun 16 bulan.
""",
)

_SALARIES: Final = frozenset(
    {
        "gaji", "tunjangan", "honor", "honorarium", "penghasilan", "insentif", "siltap",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each row in months that a year cannot hold."""
    for one in originals(view):
        if one.unit == "bulan":
            extra = 0 if _SALARIES.isdisjoint((*one.words, *words(one.row.element.name))) else 2
            cells = [q for q, value in one.points if value > 3 * ordinal(q) + extra]
            year = one.indicator.target("year").value
            if year is not None and year > 12 + extra:
                cells.append("year")
            if cells or _total(one) > 12 + extra:
                yield on_row(RULE, one.row, narrow(cells), targets=figures(one.indicator))


def _total(one: Series) -> Decimal:
    """The months of the quarters that are added up; 0 where each states the months so far."""
    if one.indicator.accumulation != "sum" or all(v == 3 * ordinal(q) for q, v in one.points):
        return Decimal(0)
    return sum(one.values, Decimal(0))
