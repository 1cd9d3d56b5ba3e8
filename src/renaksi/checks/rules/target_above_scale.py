"""A target lies above its instrument's scale.

## What
The indicator is the score of an instrument (SAKIP, IKM, PEKPPP), and a target is higher than
the highest score that the instrument can give.

## Why
It cannot be reached. Mostly a decimal comma was lost (3,1 became 31), or the figure is of
another scale.

## Bad
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya akuntabilitas kinerja kecamatan | 1. Nilai SAKIP kecamatan | Nilai | TW I - TW II - TW III - TW IV 750 |

## Good
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya akuntabilitas kinerja kecamatan | 1. Nilai SAKIP kecamatan | Nilai | TW I - TW II - TW III - TW IV 75 |

## Source
PermenPANRB 88/2021: 0–100; PermenPANRB 14/2017: 25–100, or 1–4; PermenPANRB 17/2017 and
29/2022: 0–5.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.scores import scores, span
from renaksi.checks.sequence import narrow, written
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA603",
    slug="target-above-scale",
    severity="warning",
    since="0.1.0",
    gravity=90,
    title={"id": "Target di atas skala", "en": "Target above its scale"},
    message={
        "id": "Target “{indicator}” {targets} tidak mungkin tercapai: skala {instrument} hanya {span} ({regulation}).",
        "en": "The target of “{indicator}”, {targets}, cannot be reached: the scale of {instrument} is {span} ({regulation}).",
    },
    page=__doc__,
    matter="instrument",
    page_id="""
## Apa
Indikator itu adalah nilai sebuah instrumen (SAKIP, IKM, PEKPPP), dan targetnya lebih tinggi
daripada nilai tertinggi yang dapat diberikan instrumen itu.

## Mengapa
Tidak mungkin tercapai. Biasanya koma desimalnya hilang (3,1 menjadi 31), atau angkanya milik
skala lain.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each score with a target that cannot be reached."""
    for score in scores(view):
        cells = [cell for cell, value in score.targets.items() if value > score.scale.top]
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
