"""The plan names no organisation.

## What
Nothing in the document says whose plan it is.

## Why
A promise needs somebody who makes it. A plan without an owner cannot be filed, compared or
added up, and the owner also decides which official codes apply.

## Bad
RENCANA AKSI TAHUN 2023

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
PermenPANRB 53/2014: a performance agreement is made by the head of a named office.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_plan
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA110",
    slug="missing-organisation",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Perangkat daerah tidak disebut", "en": "The organisation is missing"},
    message={
        "id": "Rencana tidak menyebut perangkat daerah pemiliknya.",
        "en": "The plan does not say whose plan it is.",
    },
    page=__doc__,
    page_id="""
## Apa
Dokumen tidak menyebut rencana ini milik siapa.

## Mengapa
Janji memerlukan pihak yang berjanji. Rencana tanpa pemilik tidak dapat diarsipkan,
dibandingkan, atau dijumlahkan; pemiliknya juga menentukan kode resmi mana yang berlaku.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding where the plan has no organisation."""
    if view.plan.organisation is None:
        yield on_plan(RULE)
