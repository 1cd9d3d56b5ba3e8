"""A target lies below its instrument's scale, or on its floor.

## What
The indicator is the score of an instrument (SAKIP, IKM, PEKPPP), and a target is lower than
the lowest score that the instrument can give, or equal to it.

## Why
On the scale of the IKM nobody can get less than 25, even if every visitor is as dissatisfied
as the form allows. A target there cannot be missed, so it promises nothing.

## Bad
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat (IKM) | Indeks | TW I 20 TW II 40 TW III 60 TW IV 86 |

## Good
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya kualitas pelayanan kecamatan | 1. Indeks Kepuasan Masyarakat (IKM) | Indeks | TW I - TW II 84 TW III - TW IV 86 |

## Source
PermenPANRB 14/2017: nine elements scored 1–4, times 25; PermenPANRB 88/2021: 0–100;
PermenPANRB 17/2017 and 29/2022: 0–5.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.scores import scores, span
from renaksi.checks.sequence import narrow, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA601",
    slug="target-below-scale",
    severity="warning",
    since="0.1.0",
    gravity=92,
    title={"id": "Target di bawah skala", "en": "Target below its scale"},
    message={
        "id": "Target “{indicator}” {targets} ada di dasar skala {instrument} atau di bawahnya ({span}, {regulation}).",
        "en": "The target of “{indicator}”, {targets}, lies on the floor of the scale of {instrument} or below it ({span}, {regulation}).",
    },
    page=__doc__,
    matter="instrument",
    page_id="""
## Apa
Indikator itu adalah nilai sebuah instrumen (SAKIP, IKM, PEKPPP), dan targetnya lebih rendah
daripada nilai terendah yang dapat diberikan instrumen itu, atau sama dengannya.

## Mengapa
Pada skala IKM tidak mungkin nilainya di bawah 25, sekalipun setiap pengunjung memberi nilai
terendah. Target di situ tidak mungkin meleset, jadi tidak menjanjikan apa pun.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each score with a target that cannot be missed."""
    for score in scores(view):
        cells = [cell for cell, value in score.targets.items() if value <= score.scale.floor]
        if cells:
            yield on_row(
                RULE,
                score.series.row,
                narrow(cells),
                targets=written(score.series.indicator, cells),
                instrument=score.instrument.name,
                span=span(score.scale),
                regulation=score.edition.regulation,
            )
