"""A goal has no objective.

## What
The plan hangs its objectives under goals, and one goal has none.

## Why
A goal is reached through objectives with indicators of their own. A goal without one has
no path to it in this plan.

## Bad
| TUJUAN | | | SASARAN | | |
|---|---|---|---|---|---|
| URAIAN | INDIKATOR KINERJA | TARGET | URAIAN | INDIKATOR KINERJA | TARGET |
| 1. Meningkatnya kualitas pelayanan publik | 1. Indeks Kepuasan Masyarakat | TW I - TW II - TW III - TW IV 86 | 1. Meningkatnya mutu pelayanan kecamatan | 1. Nilai SAKIP | TW I - TW II - TW III - TW IV 75 |
| 2. Terwujudnya masyarakat yang tertib | 1. Indeks ketertiban | TW I - TW II - TW III - TW IV 80 | | | |

## Good
| TUJUAN | | | SASARAN | | |
|---|---|---|---|---|---|
| URAIAN | INDIKATOR KINERJA | TARGET | URAIAN | INDIKATOR KINERJA | TARGET |
| 1. Meningkatnya kualitas pelayanan publik | 1. Indeks Kepuasan Masyarakat | TW I - TW II - TW III - TW IV 86 | 1. Meningkatnya mutu pelayanan kecamatan | 1. Nilai SAKIP | TW I - TW II - TW III - TW IV 75 |
| 2. Terwujudnya masyarakat yang tertib | 1. Indeks ketertiban | TW I - TW II - TW III - TW IV 80 | 1. Menurunnya gangguan ketertiban | 1. Persentase konflik yang tertangani | TW I - TW II - TW III - TW IV 100 |

## Source
PermenPANRB 89/2021 on the cascade of performance (*penjenjangan kinerja*): each result is
broken down into what brings it about.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA108",
    slug="goal-without-objective",
    severity="warning",
    since="0.1.0",
    gravity=60,
    title={"id": "Tujuan tanpa sasaran", "en": "Goal without an objective"},
    message={
        "id": "Tujuan “{element}” tidak mempunyai sasaran.",
        "en": "The goal “{element}” has no objective.",
    },
    page=__doc__,
    page_id="""
## Apa
Rencana menempatkan sasaran di bawah tujuan, dan satu tujuan tidak mempunyai sasaran.

## Mengapa
Tujuan dicapai melalui sasaran yang mempunyai indikator sendiri. Tujuan tanpa sasaran tidak
punya jalan dalam rencana ini.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each goal without anything below, where other goals have objectives."""
    goals = view.levels.get("goal", ())
    if any(goal.id in view.children for goal in goals):
        for goal in goals:
            if goal.id not in view.children:
                yield on_element(RULE, goal)
