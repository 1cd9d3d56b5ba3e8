"""An indicator of a quarterly plan has a target for the year alone.

## What
Other indicators of the plan have targets for the quarters; this one has only the year's.

## Why
An action plan is the breakdown of the year into quarters. Without it nobody knows before
December whether the indicator is on its way: it stays *without target* in each quarter.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET TAHUN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | 14 | 2 | 4 | 3 | 5 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | 6 | | | | |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET TAHUN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | 14 | 2 | 4 | 3 | 5 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | 6 | 1 | 2 | 1 | 2 |

## Source
PermenPANRB 88/2021, the evaluation of SAKIP, asks whether performance is measured and
followed up in the course of the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import series
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.quarter import QUARTERS, YEAR

RULE = Rule(
    code="RA114",
    slug="year-without-quarters",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Hanya target tahunan", "en": "Only a target for the year"},
    message={
        "id": "Indikator “{indicator}” hanya mempunyai target tahunan, tidak dibagi per triwulan.",
        "en": "Indicator “{indicator}” has a target for the year and none for its quarters.",
    },
    headline={
        "id": "{count} indikator hanya mempunyai target tahunan; sebelum akhir tahun tidak terpantau.",
        "en": "{count} indicators have a target for the year alone; nobody sees their course before its end.",
    },
    page=__doc__,
    page_id="""
## Apa
Indikator lain dalam rencana ini mempunyai target triwulan; yang satu ini hanya target
tahunan.

## Mengapa
Rencana aksi membagi setahun ke dalam triwulan. Tanpa pembagian itu, sebelum Desember tidak
ada yang tahu apakah indikatornya berjalan: di setiap triwulan ia *tanpa target*.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with a year's target only, where quarters are in use."""
    alone = []
    quarterly = 0
    for one in series(view):
        if one.points:
            quarterly += 1
            continue
        targets = one.indicator.targets
        filled = {key for key, cell in targets.items() if cell.state != "missing"}
        if not filled.isdisjoint(QUARTERS):
            quarterly += 1
        elif YEAR in filled and not any(key[0] == "m" and key[1:].isdigit() for key in filled):
            alone.append(one.row)
    if quarterly >= len(alone):
        for row in alone:
            yield on_row(RULE, row)
