"""Nothing in the plan says whether the quarters add up.

## What
The quarters of an indicator can be read in two ways, as parts of a year's total or as the
position at the end of each quarter, and neither wording nor unit decides.

## Why
15 activities in each quarter are 60 in the year, or the same 15 all year. The choice
changes the year's target, and so the achievement, up to fourfold. A person must say it once.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 1. Tersedianya jamuan rapat | Orang | TW I 10 TW II 10 TW III 10 TW IV 10 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 1. Jumlah laporan rapat koordinasi | Laporan | TW I 3 TW II 4 TW III 3 TW IV 2 |

## Source
Evaluation sheet of PermenPANRB 88/2021, 2.a.2 (an operational definition says how an
indicator is measured).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from renaksi.checks.sequence import figures, number, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA407",
    slug="doubtful-accumulation",
    severity="info",
    since="0.1.0",
    gravity=55,
    title={"id": "Cara menjumlahkan triwulan belum jelas", "en": "Doubtful accumulation"},
    message={
        "id": "Target “{indicator}” {targets} dapat berarti {total} setahun (dijumlahkan) atau {last} (posisi akhir): tentukan.",
        "en": "The target {targets} of “{indicator}” may mean {total} a year (added up) or {last} (position at the end): decide.",
    },
    headline={
        "id": "{count} target belum jelas dijumlahkan atau tidak, dan capaiannya bergantung padanya: {indicator}.",
        "en": "Whether the quarters add up is open for {count} targets, and their achievement hangs on it: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Triwulan sebuah indikator dapat dibaca dengan dua cara, sebagai bagian dari jumlah setahun
atau sebagai posisi pada akhir tiap triwulan, dan rumusan maupun satuannya tidak memutuskan.

## Mengapa
Lima belas kegiatan tiap triwulan berarti 60 setahun, atau 15 yang sama sepanjang tahun.
Pilihan itu mengubah target setahun, dan capaiannya, sampai empat kali lipat. Seseorang harus
menetapkannya sekali.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator whose accumulation is to be confirmed and matters."""
    for one in originals(view):
        if "accumulation" in one.indicator.confirm and len(one.points) > 1 and not one.score:
            total = sum(one.values, Decimal(0))
            if not (one.percent and total > 100):
                yield on_row(
                    RULE,
                    one.row,
                    targets=f"{figures(one.indicator)} {one.indicator.unit or ''}".rstrip(),
                    total=number(total),
                    last=number(one.points[-1][1]),
                )
