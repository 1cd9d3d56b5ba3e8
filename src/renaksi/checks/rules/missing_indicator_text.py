"""An indicator's text is lost, its numbers are left.

## What
A row has a unit, a number or targets, and no text says what they measure.

## Why
Nobody can report on a number without knowing what it counts, and nobody can check the
report. Such rows come from merged cells and from texts that slid into a neighbouring cell.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | | Dokumen | TW I 6 TW II - TW III - TW IV - |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Evaluasi Kinerja Perangkat Daerah | 1. Jumlah laporan evaluasi kinerja perangkat daerah | Dokumen | TW I 6 TW II - TW III - TW IV - |

## Source
PermenPANRB 53/2014, Lampiran I: what is promised is the performance indicator and its target.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA101",
    slug="missing-indicator-text",
    severity="error",
    since="0.1.0",
    gravity=85,
    title={"id": "Teks indikator hilang", "en": "Indicator text is missing"},
    message={
        "id": "“{element}” mempunyai target tanpa teks indikator: tidak diketahui apa yang diukur.",
        "en": "“{element}” has targets and no indicator text: nothing says what is measured.",
    },
    headline={
        "id": "{count} indikator tidak punya teks; angkanya tidak dapat dipertanggungjawabkan: {element}.",
        "en": "{count} indicators have no text; nobody can account for their numbers: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah baris mempunyai satuan, nomor, atau target, tetapi tidak ada teks yang menyebut apa
yang diukur.

## Mengapa
Angka yang tidak jelas menghitung apa tidak dapat dilaporkan dan tidak dapat diperiksa.
Baris seperti ini berasal dari sel yang digabung atau teks yang bergeser ke sel sebelahnya.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator without a text."""
    for row in view.rows:
        if not row.indicator.name:
            yield on_row(RULE, row)
