"""A sub-activity counts in another unit than the official one.

## What
The official list gives every sub-activity an indicator and a unit. None of the indicators
of this sub-activity has that unit.

## Why
Plans and budgets are compared by the official unit: 12 *Bulan* of mail service cannot be
set against another office's 4 *Laporan*. Units were added to the official list in 2021 and
changed since, so that an older plan may follow its own edition.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Tersedianya bahan logistik kantor | Bulan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor yang disediakan | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |

## Source
Kepmendagri 050-5889/2021, which gives sub-activities their indicator and unit, and its
updates (900.1.15.5-1317/2023, 900.1.15.5-3406/2024).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from renaksi.checks.official import is_another_line
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA303",
    slug="unit-unlike-official",
    severity="info",
    since="0.1.0",
    gravity=20,
    title={"id": "Satuan berbeda dari satuan resmi", "en": "Unit unlike the official one"},
    message={
        "id": "“{element}” dihitung dalam {unit}; satuan resminya {official} ({expected}).",
        "en": "“{element}” counts in {unit}; its official unit is {official} ({expected}).",
    },
    headline={
        "id": "{count} sub kegiatan memakai satuan lain daripada satuan resmi; sulit dibandingkan dengan kecamatan atau dinas lain.",
        "en": "{count} sub-activities count in other units than the official ones and are hard to compare with other offices'.",
    },
    page=__doc__,
    page_id="""
## Apa
Daftar resmi memberi setiap sub kegiatan satu indikator dan satu satuan. Tidak satu pun
indikator sub kegiatan ini memakai satuan itu.

## Mengapa
Rencana dan anggaran dibandingkan menurut satuan resmi: 12 *Bulan* jasa surat menyurat tidak
dapat disandingkan dengan 4 *Laporan* di perangkat daerah lain. Satuan masuk ke daftar resmi
pada tahun 2021 dan berubah sejak itu, sehingga rencana lama bisa saja mengikuti edisinya.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each sub-activity whose stated units are all others than the official."""
    for element in view.levels.get("subactivity", ()):
        official = view.official(element)
        if official is None or not official.unit or is_another_line(element, official):
            continue
        rows = [row for row in view.rows_of(element) if row.indicator.unit]
        if rows and not any(_is_allowed(row.indicator.unit or "", official.unit) for row in rows):
            yield on_row(
                RULE,
                rows[0],
                "unit",
                unit=rows[0].indicator.unit or "",
                official=official.unit,
                expected=official.indicator,
            )


@lru_cache(maxsize=4096)
def _is_allowed(unit: str, official: str) -> bool:
    """Whether it is the official unit or one of its alternatives (*Pokmas / Ormas*)."""
    return _folded(unit) in map(_folded, (official, *official.split("/")))


def _folded(unit: str) -> str:
    """A unit for comparison: small letters and digits only, ``%`` as *persen*."""
    return "".join(c for c in unit.lower().replace("%", "persen") if c.isalnum())
