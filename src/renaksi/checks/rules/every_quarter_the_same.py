"""A percentage has the same target in every quarter.

## What
All four quarters of a percentage promise the same number, though nothing in its wording says
that a rate is to be kept up (*rata-rata*, *tingkat*, *tepat waktu*, *sesuai standar*, *setiap* …).

## Why
A percentage is reported as the position reached so far. 25/25/25/25 promises a quarter of the
work for the whole year where 25/50/75/100 was meant; 100/100/100/100 promises in March what
is due in December, so the quarters show nothing.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 25% TW III 25% TW IV 25% |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% |

## Source
Evaluation sheet of PermenPANRB 88/2021, 2.b.4 (performance is measured periodically) and 1.c.4
(the action plan moves because achievement is watched).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.sequence import Series, figures, percentages
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA409",
    slug="every-quarter-the-same",
    severity="warning",
    since="0.1.0",
    gravity=55,
    title={"id": "Semua triwulan sama", "en": "Every quarter the same"},
    message={
        "id": "Target “{indicator}” sama di setiap triwulan ({targets}); persentase seharusnya berjalan.",
        "en": "The target of “{indicator}” is the same in every quarter ({targets}); a percentage should run.",
    },
    headline={
        "id": "{count} persentase bertarget sama di setiap triwulan, jadi kemajuannya tidak terlihat: {indicator}.",
        "en": "{count} percentages have the same target in every quarter, so no progress shows: {indicator}.",
    },
    page=__doc__,
    page_id="""
## Apa
Keempat triwulan sebuah persentase menjanjikan angka yang sama, padahal rumusannya tidak
menyatakan tingkat yang dipertahankan (*rata-rata*, *tingkat*, *tepat waktu*, *sesuai standar*,
*setiap* …).

## Mengapa
Persentase dilaporkan sebagai posisi yang sudah dicapai. 25/25/25/25 menjanjikan seperempat
pekerjaan untuk setahun, padahal maksudnya 25/50/75/100; 100/100/100/100 menjanjikan pada
bulan Maret apa yang jatuh tempo bulan Desember, sehingga triwulannya tidak berarti.
""",
)

_KEPT: Final = frozenset(
    {
        "disiplin", "hadir", "kehadiran", "kepatuhan", "kepuasan", "maksimal", "maksimum", "rata",
        "rata-rata", "rerata", "setiap", "sop", "spm", "standar", "tepat", "tingkat",
    }
)  # fmt: skip


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each percentage whose four quarters are one number above zero."""
    for one in percentages(view):
        if len(one.points) == 4 and len(set(one.values)) == 1 and _should_run(one):
            yield on_row(RULE, one.row, targets=figures(one.indicator))


def _should_run(one: Series) -> bool:
    indicator = one.indicator
    return (
        one.points[0][1] > 0
        and indicator.direction == "higher"
        and indicator.accumulation in ("last", "sum")
        and _KEPT.isdisjoint(one.words)
    )
