"""The plan names no year.

## What
Neither the title nor anything else in the document says for which year the plan is made.

## Why
Targets belong to a year. Without it the plan cannot be compared with its performance
agreement, with last year or with the report that it is measured by.

## Bad
RENCANA AKSI

KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |

## Good
RENCANA AKSI TAHUN 2023

KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Program Penyelenggaraan Pemerintahan dan Pelayanan Publik | 1. Persentase layanan yang selesai tepat waktu | Persen | TW I 80 TW II 80 TW III 85 TW IV 90 |

## Source
PermenPANRB 53/2014: agreement, measurement and report are made for one year each.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_plan
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA109",
    slug="missing-year",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Tahun tidak disebut", "en": "The year is missing"},
    message={
        "id": "Rencana tidak menyebut tahunnya.",
        "en": "The plan does not say which year it is for.",
    },
    page=__doc__,
    page_id="""
## Apa
Judul maupun isi dokumen tidak menyebut rencana ini untuk tahun berapa.

## Mengapa
Target melekat pada tahun. Tanpa tahun, rencana tidak dapat dibandingkan dengan perjanjian
kinerjanya, dengan tahun lalu, atau dengan laporan yang mengukurnya.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding where the plan has no year."""
    if view.plan.year is None:
        yield on_plan(RULE)
