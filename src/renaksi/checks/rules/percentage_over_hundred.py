"""A percentage of a whole is above 100.

## What
A target of a percentage exceeds 100. Percentages that may (growth, change, achievement,
realisation, ratio) are left alone.

## Why
No more than all of the villages can be orderly. A target above 100 is a slip of the pen, or
the unit is not what it says; no office can reach it.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 125% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 1.b.7 (targets are achievable).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import narrow, percentages, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA406",
    slug="percentage-over-hundred",
    severity="warning",
    since="0.1.0",
    gravity=70,
    title={"id": "Persentase di atas 100", "en": "Percentage over 100"},
    message={
        "id": "Target “{indicator}” melebihi 100 %: {targets}.",
        "en": "The target of “{indicator}” exceeds 100 %: {targets}.",
    },
    headline={
        "id": "{count} target persentase melebihi 100 % dan tidak mungkin dicapai: {indicator}.",
        "en": "{count} percentages are promised above 100 % and cannot be reached: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Target sebuah persentase melebihi 100. Persentase yang memang boleh lebih (pertumbuhan,
perubahan, capaian, realisasi, rasio) tidak termasuk.

## Mengapa
Tidak mungkin lebih dari semua desa tertib administrasi. Target di atas 100 adalah salah
tulis, atau satuannya bukan persen; tidak ada yang dapat mencapainya.
""",
)

_MAY_EXCEED: Final = frozenset(
    {
        "capaian", "kenaikan", "laju", "pencapaian", "peningkatan", "perbandingan",
        "pertumbuhan", "perubahan", "rasio", "realisasi", "surplus",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each percentage with a target above 100."""
    for one in percentages(view):
        cells = [cell for cell, value in one.numbers if value > 100]
        if cells and _MAY_EXCEED.isdisjoint(one.words):
            targets = written(one.indicator, cells)
            yield on_row(RULE, one.row, narrow(cells), targets=targets)
