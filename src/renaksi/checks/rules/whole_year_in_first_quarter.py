"""The whole year's target stands in the first quarter.

## What
A percentage or a score has its only target in TW I and `-` in the other three; or something
that by its name comes monthly or quarterly is due in TW I altogether. A document that is
simply made in the first quarter is left alone, and so is the musrenbang, held in January.

## Why
After March nothing is left to watch: nine months without a target, and a year's result
promised before most of its work is done. Often it is last year's figure.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja Perangkat Daerah | 1. Persentase ketersediaan laporan capaian kinerja | Persen | TW I 100% TW II - TW III - TW IV - |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Perencanaan, Penganggaran dan Evaluasi Kinerja Perangkat Daerah | 1. Persentase ketersediaan laporan capaian kinerja | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 2.b.4 (performance is measured periodically).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import Series, figures, originals
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.quarter import QUARTERS

RULE = Rule(
    code="RA410",
    slug="whole-year-in-first-quarter",
    severity="warning",
    since="0.1.0",
    gravity=60,
    title={"id": "Setahun di triwulan pertama", "en": "Whole year in the first quarter"},
    message={
        "id": "Seluruh target “{indicator}” jatuh di TW I ({targets}); sesudahnya tidak ada yang dipantau.",
        "en": "The whole target of “{indicator}” falls in the first quarter ({targets}); nothing is left to watch after it.",
    },
    headline={
        "id": "{count} indikator menaruh target setahun di TW I, jadi sembilan bulan tanpa target: {indicator}.",
        "en": "{count} indicators have the year's target in the first quarter and none for nine months: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Satu-satunya target sebuah persentase atau nilai berada di TW I dan tiga triwulan lain berisi
`-`; atau sesuatu yang menurut namanya bulanan atau triwulanan seluruhnya jatuh di TW I.
Dokumen yang memang disusun di triwulan pertama dan musrenbang (Januari) tidak termasuk.

## Mengapa
Setelah Maret tidak ada lagi yang dipantau: sembilan bulan tanpa target, dan hasil setahun
dijanjikan sebelum sebagian besar pekerjaannya selesai. Sering kali itu angka tahun lalu.
""",
)

# The musrenbang of the villages is held in January, by the calendar of planning.
_EARLY: Final = ("musrenbang", "musyawarah")
_PERIODIC: Final = frozenset({"bulanan", "triwulan", "triwulanan"})


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator that is over in March and should not be."""
    for one in originals(view):
        if len(one.points) == 1 and one.points[0][0] == "q1" and _lasts_all_year(one):
            targets = one.indicator.targets
            if all(
                quarter in targets and targets[quarter].state == "not_scheduled"
                for quarter in QUARTERS[1:]
            ):
                yield on_row(RULE, one.row, "q1", targets=figures(one.indicator))


def _lasts_all_year(one: Series) -> bool:
    """Whether it is a share, a score, or something that comes again in the year."""
    value = one.points[0][1]
    if any(word.startswith(_EARLY) for word in one.words):
        return False
    if one.percent or one.score:
        return value > 0
    return value > 1 and not _PERIODIC.isdisjoint(one.words)
