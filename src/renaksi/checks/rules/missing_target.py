"""An indicator lacks a target.

## What
An indicator has no target at all, or some of its quarters are empty while others are
filled. A dash says *not scheduled in this quarter* and is no empty cell. Where a year's
target stands alone, the quarters are not missed.

## Why
Without a target nothing can be achieved or missed. An empty cell leaves open whether
nothing is due in that quarter (then it is `-`), zero is meant, or the number was lost.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | 2 | | 3 | 5 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TW I | TW II | TW III | TW IV |
|---|---|---|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | 2 | - | 3 | 5 |

## Source
PermenPANRB 53/2014, Lampiran I: every indicator of the Perjanjian Kinerja carries its target.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import quarters_named, series
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule, Words
from renaksi.quarter import QUARTERS

RULE = Rule(
    code="RA103",
    slug="missing-target",
    severity="error",
    since="0.1.0",
    gravity=80,
    title={"id": "Target hilang", "en": "Target is missing"},
    message={
        "id": "Indikator “{indicator}” tidak mempunyai target {quarters}.",
        "en": "Indicator “{indicator}” has no target {quarters}.",
    },
    headline={
        "id": "{count} indikator tidak lengkap targetnya: {indicator}.",
        "en": "{count} indicators lack a target: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah indikator tidak mempunyai target sama sekali, atau sebagian triwulannya kosong
sementara yang lain terisi. Tanda `-` berarti *tidak dijadwalkan di triwulan ini* dan bukan
sel kosong. Bila hanya target tahunan yang diisi, triwulannya tidak dianggap hilang.

## Mengapa
Tanpa target tidak ada yang bisa dicapai atau meleset. Sel kosong tidak menjelaskan apakah
tidak ada yang dijadwalkan (tulis `-`), targetnya nol, atau angkanya hilang.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that has no target, or not for every quarter."""
    if not view.has_targets and view.plan.kind != "action_plan":
        return
    for one in series(view):
        if len(one.points) == len(QUARTERS):
            continue
        row, targets = one.row, one.indicator.targets
        filled = {key for key, cell in targets.items() if cell.state != "missing"}
        if not filled:
            yield on_row(RULE, row, quarters=Words("apa pun", "at all"))
            continue
        empty = [quarter for quarter in QUARTERS if quarter not in filled]
        if empty and len(empty) < len(QUARTERS):
            names = quarters_named(empty)
            cell = empty[0] if len(empty) == 1 else None
            yield on_row(RULE, row, cell, quarters=Words(names.id, f"for {names.en}"))
