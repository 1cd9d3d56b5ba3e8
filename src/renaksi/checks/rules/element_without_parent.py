"""An element hangs in the air.

## What
An objective, program, activity or sub-activity stands under nothing, while others of its
level stand under a parent.

## Why
Its result counts towards nothing: it is left out of every figure above it, and no one can
tell which promise it serves.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD | 1. Jumlah dokumen akuntansi | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET | URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|---|---|---|---|
| 1. Kegiatan Administrasi Umum Perangkat Daerah | 1. Persentase kebutuhan kantor yang terpenuhi | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |
| 2. Kegiatan Administrasi Keuangan Perangkat Daerah | 1. Persentase laporan keuangan yang tepat waktu | Persen | TW I 25% TW II 50% TW III 75% TW IV 100% | 1. Sub Kegiatan Koordinasi dan Pelaksanaan Akuntansi SKPD | 1. Jumlah dokumen akuntansi | Dokumen | TW I 1 TW II 1 TW III 1 TW IV 1 |

## Source
Permendagri 90/2019: a sub-activity belongs to an activity, an activity to a program.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import LEVELS

RULE = Rule(
    code="RA113",
    slug="element-without-parent",
    severity="warning",
    since="0.1.0",
    gravity=55,
    title={"id": "Tidak mempunyai induk", "en": "Nothing above"},
    message={
        "id": "“{element}” ({level}) tidak berada di bawah apa pun.",
        "en": "“{element}” ({level}) stands under nothing.",
    },
    headline={
        "id": "{count} bagian rencana tidak mempunyai induk, jadi tidak ikut terhitung di atasnya: {element}.",
        "en": "{count} parts of the plan stand under nothing and count towards nothing: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah sasaran, program, kegiatan, atau sub kegiatan tidak berada di bawah apa pun, padahal
yang lain pada tingkat yang sama mempunyai induk.

## Mengapa
Hasilnya tidak dihitung ke mana pun: ia tertinggal dari setiap angka di atasnya, dan tidak
jelas janji mana yang didukungnya.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element without a parent on a level where others have one."""
    for level in LEVELS[1:]:
        elements = view.levels.get(level, ())
        if any(element.parent in view.by_id for element in elements):
            for element in elements:
                if element.parent not in view.by_id:
                    yield on_element(RULE, element)
