"""An element of the cascade has no indicator.

## What
A goal, objective, program, activity or sub-activity stands in the plan without any
indicator, while others of its level have one.

## Why
What has no indicator is not measured: money is spent there and nobody can say with what
result. Where the document measures nothing on a whole level, the rule is silent.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | | | |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Perpres 29/2014 on SAKIP: performance is measured by indicators. Kepmendagri 050-5889/2021
gives every sub-activity an indicator and a unit.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA105",
    slug="element-without-indicator",
    severity="warning",
    since="0.1.0",
    gravity=60,
    title={"id": "Tanpa indikator", "en": "No indicator"},
    message={
        "id": "“{element}” ({level}) tidak mempunyai indikator.",
        "en": "“{element}” ({level}) has no indicator.",
    },
    headline={
        "id": "{count} bagian rencana tidak punya indikator, jadi tidak terukur: {element}.",
        "en": "{count} parts of the plan have no indicator and go unmeasured: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebuah tujuan, sasaran, program, kegiatan, atau sub kegiatan berdiri tanpa indikator,
padahal yang lain pada tingkat yang sama mempunyainya.

## Mengapa
Yang tidak punya indikator tidak terukur: anggarannya terpakai dan hasilnya tidak dapat
disebutkan. Bila dokumen memang tidak mengukur satu tingkat pun, aturan ini diam.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element without indicators on a level that the plan measures."""
    for elements in view.levels.values():
        if len(elements) > 1 and not any(element.indicators for element in elements):
            continue
        for element in elements:
            if not element.indicators and view.rows:
                yield on_element(RULE, element)
