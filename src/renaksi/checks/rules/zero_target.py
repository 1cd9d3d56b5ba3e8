"""A target is zero although more is better.

## What
A quarter or the year has the target 0 on an indicator of which more is better. Zero is a good
target for what is bad in itself (complaints, accidents): such indicators are left alone.

## Why
Nothing divided by nothing: no achievement can be computed. Where nothing is due in a
quarter, `-` says so, and the quarter stays out of every average.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 0 TW II 4 TW III 0 TW IV 5 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I - TW II 4 TW III - TW IV 5 |

## Source
Permendagri 86/2017, Formulir E.81: achievement is the realisation divided by the target.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import narrow, not_positive, quarters_named
from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import names_harm
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA416",
    slug="zero-target",
    severity="info",
    since="0.1.0",
    gravity=38,
    title={"id": "Target nol", "en": "Zero target"},
    message={
        "id": "Target “{indicator}” 0 pada {cells}: capaiannya tidak dapat dihitung; tulis “-” bila belum dijadwalkan.",
        "en": "The target of “{indicator}” is 0 for {cells}: no achievement can be computed; write “-” where nothing is due.",
    },
    headline={
        "id": "{count} indikator bertarget 0, jadi capaiannya tidak dapat dihitung: {indicator}.",
        "en": "{count} indicators have a target of 0, so no achievement can be computed: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target triwulan atau tahun adalah 0 pada indikator yang makin tinggi makin baik. Nol adalah
target yang baik untuk hal yang buruk (pengaduan, kecelakaan): indikator itu tidak termasuk.

## Mengapa
Nol dibagi nol: capaian tidak dapat dihitung. Bila tidak ada yang dijadwalkan, tulis `-`, dan
triwulan itu tidak ikut dalam rata-rata.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with a zero that has no meaning as a target."""
    for one in not_positive(view):
        indicator = one.indicator
        if indicator.direction == "higher" and "direction" not in indicator.confirm:
            cells = [cell for cell, value in one.numbers if not value]
            if cells and not names_harm(one.words):
                yield on_row(RULE, one.row, narrow(cells), cells=quarters_named(cells))
