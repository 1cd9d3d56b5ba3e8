"""An element is found in no official list while its neighbours are.

## What
Most programs, activities and sub-activities of the plan have an official code, and the
name of this one is like no official name.

## Why
Since 2021 regencies and cities plan and budget with official names alone. Such an element
is a name of one's own, one from a list that has been replaced, or a damaged name.

## Bad
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |
| 4. Sub Kegiatan Lomba Burung Berkicau Tingkat Kecamatan | 1. Jumlah lomba | Kali | TW I - TW II 1 TW III - TW IV - |

## Good
KECAMATAN BUKATEJA

| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Permendagri 90/2019: regional governments use the names and codes of its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from renaksi.checks.official import line_by_name
from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA304",
    slug="no-official-match",
    severity="warning",
    since="0.1.0",
    gravity=40,
    title={"id": "Tidak ada di nomenklatur", "en": "In no official list"},
    message={
        "id": "“{element}” ({level}) tidak ditemukan dalam nomenklatur.",
        "en": "“{element}” ({level}) is not found in the official nomenclature.",
    },
    headline={
        "id": "{count} nama tidak ditemukan dalam nomenklatur: {element}.",
        "en": "{count} names are not found in the official nomenclature: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebagian besar program, kegiatan, dan sub kegiatan dalam rencana mempunyai kode resmi, dan
nama yang satu ini tidak mirip nama resmi mana pun.

## Mengapa
Sejak 2021 kabupaten dan kota merencanakan dan menganggarkan hanya dengan nama resmi. Unsur
seperti ini bernama buatan sendiri, berasal dari daftar lama, atau namanya rusak.
""",
)

_ENOUGH: Final = 3
_FIRST_YEAR: Final = 2021


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element without a code in a plan most of which has codes."""
    if view.plan.year is not None and view.plan.year < _FIRST_YEAR:
        return
    elements = view.at("program", "activity", "subactivity")
    without = [element for element in elements if element.code is None and element.name]
    coded = sum(1 for element in elements if element.code)
    if coded >= _ENOUGH and coded > 2 * len(without):
        for element in without:
            if not element.code_printed and line_by_name(view, element) is None:
                yield on_element(RULE, element)
