"""A program has no activity, or an activity no sub-activity.

## What
An element ends the cascade too early: the plan has activities, and this program has none;
it has sub-activities, and this activity has none. A plan that goes no deeper is left alone.

## Why
Work is budgeted and done on the lowest level. A promise above that nothing below carries
out is kept by nobody.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | | | | |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD | 1. Jumlah dokumen akuntansi | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Permendagri 90/2019: a program is carried out by activities, an activity by sub-activities.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.view import LEVEL_WORDS, PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Level

RULE = Rule(
    code="RA106",
    slug="element-without-children",
    severity="warning",
    since="0.1.0",
    gravity=55,
    title={"id": "Tidak dijabarkan", "en": "Nothing below carries it out"},
    message={
        "id": "“{element}” ({level}) tidak mempunyai {below}.",
        "en": "“{element}” ({level}) has no {below}.",
    },
    headline={
        "id": "{count} program atau kegiatan tidak dijabarkan, jadi tidak ada yang melaksanakan: {element}.",
        "en": "{count} programs or activities have nothing below that carries them out: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Penjabaran berhenti terlalu awal: rencana memuat kegiatan tetapi program ini tidak
mempunyainya, atau memuat sub kegiatan tetapi kegiatan ini tidak mempunyainya. Rencana yang
memang tidak sampai ke tingkat itu dibiarkan.

## Mengapa
Pekerjaan dianggarkan dan dilaksanakan di tingkat terbawah. Janji di atas yang tidak
dijabarkan ke bawah tidak dilaksanakan siapa pun.
""",
)

_BELOW: Final[dict[Level, Level]] = {"program": "activity", "activity": "subactivity"}


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each program or activity that is a leaf in a plan that goes deeper."""
    for level, below in _BELOW.items():
        if below in view.levels:
            for element in view.levels.get(level, ()):
                if element.id not in view.children:
                    yield on_element(RULE, element, below=LEVEL_WORDS[below])
