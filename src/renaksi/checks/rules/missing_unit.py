"""An indicator has targets and no unit.

## What
The document states no unit (*satuan*) for an indicator that has targets in numbers. A
percent sign behind the numbers is a hint, but no stated unit.

## Why
A number without a unit cannot be compared, added or checked: 40 may be a score, a
percentage or forty documents. The unit also decides how quarters add up.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Tersedianya bahan logistik kantor | | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Tersedianya bahan logistik kantor | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
PermenPANRB 53/2014, Lampiran I: an indicator of the Perjanjian Kinerja is filed with its unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA102",
    slug="missing-unit",
    severity="warning",
    since="0.1.0",
    gravity=40,
    title={"id": "Satuan tidak ada", "en": "Missing unit"},
    message={
        "id": "Indikator “{indicator}” tidak mempunyai satuan.",
        "en": "Indicator “{indicator}” has no unit.",
    },
    headline={
        "id": "{count} indikator tidak punya satuan; targetnya tidak dapat dijumlahkan atau diuji.",
        "en": "{count} indicators have no unit; their targets cannot be added or tested.",
    },
    page=__doc__,
    page_id="""
## Apa
Dokumen tidak menyebut satuan untuk indikator yang mempunyai target berupa angka. Tanda
persen di belakang angka adalah petunjuk, bukan satuan.

## Mengapa
Angka tanpa satuan tidak dapat dibandingkan, dijumlahkan, atau diperiksa: 40 bisa berarti
nilai, persen, atau empat puluh dokumen. Satuan juga menentukan cara menjumlahkan triwulan.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with numbers that nothing says what they count."""
    for row in view.rows:
        indicator = row.indicator
        if indicator.unit is None and any(c.state == "set" for c in indicator.targets.values()):
            yield on_row(RULE, row, "unit")
