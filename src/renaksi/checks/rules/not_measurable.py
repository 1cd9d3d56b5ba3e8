"""An indicator names no measure.

## What
The indicator begins with what came about (*Tersedianya …*, *Terpeliharanya …*,
*Meningkatnya …*) instead of a measure: *Jumlah*, *Persentase*, *Nilai*, *Indeks* …

## Why
*Tersedianya jamuan rapat*, ten people: ten guests, ten guests each time, or ten meetings?
The unit lets one guess, the name does not say what is counted.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 1. Tersedianya jamuan rapat | Orang | TW I 10 TW II 10 TW III 10 TW IV 10 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 1. Jumlah laporan penyelenggaraan rapat koordinasi | Laporan | TW I 3 TW II 3 TW III 3 TW IV 3 |

## Source
Kepmendagri 050-5889/2021, whose official indicators mostly name their measure; evaluation sheet of
PermenPANRB 88/2021, 1.b.5 (indicators are specific and measurable).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import PlanView, on_row
from renaksi.checks.wording import is_official, words
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA506",
    slug="not-measurable",
    severity="info",
    since="0.1.0",
    gravity=28,
    title={"id": "Indikator tanpa ukuran", "en": "Indicator without a measure"},
    message={
        "id": "Indikator “{indicator}” tidak menyebut ukuran seperti Jumlah atau Persentase.",
        "en": "Indicator “{indicator}” names no measure such as a number or a percentage.",
    },
    headline={
        "id": "{count} indikator tidak menyebut apa yang dihitung: {indicator}.",
        "en": "{count} indicators do not say what is counted: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator diawali dengan apa yang terjadi (*Tersedianya …*, *Terpeliharanya …*,
*Meningkatnya …*), bukan dengan ukuran: *Jumlah*, *Persentase*, *Nilai*, *Indeks* …

## Mengapa
*Tersedianya jamuan rapat*, sepuluh orang: sepuluh tamu, sepuluh tamu tiap rapat, atau sepuluh
rapat? Satuannya hanya bisa ditebak, namanya tidak menyebut apa yang dihitung.
""",
)

_BEGINNINGS: Final = ("ter", "me", "ber", "ada")


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that begins with what came about."""
    for row in view.rows:
        name = words(row.indicator.name)
        happened = name and name[0].endswith("nya")
        if happened and name[0].startswith(_BEGINNINGS) and not is_official(view, row):
            yield on_row(RULE, row)
