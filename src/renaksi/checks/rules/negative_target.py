"""A target is negative.

## What
A quarter or the year has a target below zero.

## Why
Achievement is undefined for it: exceeding −2 and missing it look the same in a percentage. A
dash that was typed next to the number is the usual cause; a change is better told as the
level that is to be reached.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I -2 TW II 4 TW III 3 TW IV 5 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Permendagri 86/2017, Formulir E.81: achievement is the realisation divided by the target.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import narrow, not_positive, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA417",
    slug="negative-target",
    severity="warning",
    since="0.1.0",
    gravity=62,
    title={"id": "Target negatif", "en": "Negative target"},
    message={
        "id": "Target “{indicator}” negatif ({targets}), jadi capaiannya tidak dapat dihitung.",
        "en": "The target of “{indicator}” is negative ({targets}), so no achievement can be computed.",
    },
    headline={
        "id": "{count} target negatif, jadi capaiannya tidak dapat dihitung: {indicator}.",
        "en": "{count} targets are negative, so no achievement can be computed: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target triwulan atau tahun di bawah nol.

## Mengapa
Capaiannya tidak terdefinisi: melampaui dan meleset dari −2 tampak sama sebagai persentase.
Penyebab yang biasa adalah tanda hubung yang terketik di depan angka; perubahan lebih baik
dinyatakan sebagai tingkat yang hendak dicapai.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with a target below zero."""
    for one in not_positive(view):
        cells = [cell for cell, value in one.numbers if value < 0]
        if cells:
            yield on_row(RULE, one.row, narrow(cells), targets=written(one.indicator, cells))
