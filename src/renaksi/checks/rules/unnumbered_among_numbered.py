"""An element has no number among numbered ones.

## What
Most elements of one level under one parent are numbered, and this one is not.

## Why
A row without its number may be the rest of the row above, a row that slid in from
elsewhere, or one inserted late. It cannot be referred to as the others are.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Practice: a row inserted late is left without a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA205",
    slug="unnumbered-among-numbered",
    severity="info",
    since="0.1.0",
    gravity=10,
    title={"id": "Tanpa nomor di antara yang bernomor", "en": "Unnumbered among numbered"},
    message={
        "id": "“{element}” ({level}) tidak bernomor, padahal yang lain di bawah induknya bernomor.",
        "en": "“{element}” ({level}) has no number, while the others under its parent have.",
    },
    page=__doc__,
    page_id="""
## Apa
Sebagian besar unsur pada tingkat dan induk yang sama bernomor, dan yang satu ini tidak.

## Mengapa
Baris tanpa nomor bisa jadi sisa baris di atasnya, baris yang bergeser dari tempat lain,
atau baris yang disisipkan belakangan. Ia tidak dapat dirujuk seperti yang lain.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each unnumbered element whose siblings are numbered for the most part."""
    for siblings in view.groups:
        unnumbered = [element for element in siblings if not element.number]
        if unnumbered and len(siblings) - len(unnumbered) >= max(2, len(unnumbered) + 1):
            for element in unnumbered:
                yield on_element(RULE, element)
