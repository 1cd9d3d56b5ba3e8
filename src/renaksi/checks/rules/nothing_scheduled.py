"""An indicator is scheduled in no quarter.

## What
All four quarters of an indicator hold a dash: the plan names the indicator and plans
nothing for it this year.

## Why
The indicator can never be measured. Either its quarter was forgotten, or it does not
belong into this year's plan.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Pelaksanaan Pemilihan Kepala Desa | 1. Jumlah desa yang difasilitasi | Desa | TW I - TW II - TW III - TW IV - |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Pelaksanaan Pemilihan Kepala Desa | 1. Jumlah desa yang difasilitasi | Desa | TW I - TW II - TW III - TW IV 4 |

## Source
PermenPANRB 53/2014: the yearly promise is measured in the same year. Practice: a line is
copied from last year's plan and its targets are dashed out instead of the line removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.sequence import series
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Indicator
from renaksi.quarter import QUARTERS

RULE = Rule(
    code="RA104",
    slug="nothing-scheduled",
    severity="warning",
    since="0.1.0",
    gravity=50,
    title={"id": "Tidak dijadwalkan sama sekali", "en": "Nothing is scheduled"},
    message={
        "id": "Indikator “{indicator}” tidak dijadwalkan di triwulan mana pun.",
        "en": "Indicator “{indicator}” is scheduled in no quarter.",
    },
    headline={
        "id": "{count} indikator tidak dijadwalkan di triwulan mana pun: {indicator}.",
        "en": "{count} indicators are scheduled in no quarter: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Keempat triwulan sebuah indikator berisi tanda `-`: rencana menyebut indikatornya tetapi
tidak merencanakan apa pun untuk tahun ini.

## Mengapa
Indikator itu tidak akan pernah dapat diukur. Mungkin triwulannya terlupa, mungkin
indikator itu bukan bagian dari rencana tahun ini.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator with a dash in every quarter."""
    for one in series(view):
        if not one.points and _only_dashes(one.indicator):
            yield on_row(RULE, one.row)


def _only_dashes(indicator: Indicator) -> bool:
    return all(indicator.target(quarter).state == "not_scheduled" for quarter in QUARTERS)
