"""A score that is given once a year is spread over the quarters.

## What
The indicator is the score of an instrument that is applied once a year by others (SAKIP,
PEKPPP), and several quarters have different targets for it.

## Why
There will be no score in the other quarters, so nothing can be reported against their
targets. And a score is no work done: it does not stand at a third in the first quarter.

## Bad
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya akuntabilitas kinerja kecamatan | 1. Nilai SAKIP kecamatan | Nilai | TW I 20 TW II 40 TW III 50 TW IV 62 |

## Good
| SASARAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Meningkatnya akuntabilitas kinerja kecamatan | 1. Nilai SAKIP kecamatan | Nilai | TW I - TW II - TW III - TW IV 62 |

## Source
PermenPANRB 88/2021 (the evaluation of AKIP is done every year); PermenPANRB 17/2017 and 29/2022;
Rencana Aksi Kecamatan Kemangkon 2022 (20/40/50/62).
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.scores import scores
from renaksi.checks.sequence import figures
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA604",
    slug="yearly-score-split-over-quarters",
    severity="warning",
    since="0.1.0",
    gravity=78,
    title={"id": "Nilai tahunan dibagi per triwulan", "en": "Yearly score split over quarters"},
    message={
        "id": "{instrument} dinilai sekali setahun, tetapi target “{indicator}” dibagi per triwulan: {targets}.",
        "en": "{instrument} is scored once a year, but the target of “{indicator}” is split over the quarters: {targets}.",
    },
    page=__doc__,
    matter="instrument",
    page_id="""
## Apa
Indikator itu adalah nilai sebuah instrumen yang diberikan sekali setahun oleh pihak lain
(SAKIP, PEKPPP), dan beberapa triwulan mempunyai target yang berbeda.

## Mengapa
Pada triwulan lain tidak akan ada nilai, jadi tidak ada yang dapat dilaporkan terhadap
targetnya. Nilai juga bukan pekerjaan yang berjalan: pada triwulan pertama ia tidak berada di
sepertiga jalan.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each yearly score whose quarters promise different values."""
    for score in scores(view):
        if score.instrument.yearly and len(set(score.series.values)) > 1:
            yield on_row(
                RULE,
                score.series.row,
                instrument=score.instrument.name,
                targets=figures(score.series.indicator),
            )
