"""An indicator has no unit.

## What
The document states no unit (*satuan*) for an indicator that has targets.

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
PermenPANRB 53/2014, Lampiran I (form of the Perjanjian Kinerja: every indicator with its unit).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView
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
    page=__doc__,
    page_id="""
## Apa
Dokumen tidak menyebut satuan untuk indikator yang mempunyai target.

## Mengapa
Angka tanpa satuan tidak dapat dibandingkan, dijumlahkan, atau diperiksa: 40 bisa berarti
nilai, persen, atau empat puluh dokumen. Satuan juga menentukan cara menjumlahkan triwulan.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator without a unit that has any target."""
    for row in view.rows:
        indicator = row.indicator
        if indicator.unit is None and indicator.targets:
            yield Diagnostic(
                RULE,
                {"indicator": indicator.name or "(tanpa nama)"},
                row.element.id,
                row.index,
                "unit",
                row.place,
            )
