"""A number is given twice under one parent.

## What
Two elements of one level under one parent carry the same number. Rows that each stand
under a heading of their own may all be number 1, and a count may start again.

## Why
"Sub kegiatan 2" then names two things, in letters, minutes and reports alike. Often the
second one was inserted without renumbering, or it belongs under another parent.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Practice: rows are inserted and copied without renumbering. The performance cascade 2016 of
Disnakertrans Jawa Barat uses 1.2 and 2.1 for several indicators below one official.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.numbering import positions
from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule

RULE = Rule(
    code="RA202",
    slug="numbering-repeated",
    severity="warning",
    since="0.1.0",
    gravity=25,
    title={"id": "Nomor dipakai dua kali", "en": "Number used twice"},
    message={
        "id": "Nomor {number} sudah dipakai sebelum “{element}”.",
        "en": "Number {number} is already taken before “{element}”.",
    },
    headline={
        "id": "{count} nomor dipakai dua kali di bawah induk yang sama.",
        "en": "{count} numbers are used twice under one parent.",
    },
    page=__doc__,
    page_id="""
## Apa
Dua unsur pada tingkat dan induk yang sama memakai nomor yang sama. Baris yang masing-masing
berada di bawah judulnya sendiri boleh semuanya bernomor 1, dan hitungan boleh mulai lagi.

## Mengapa
"Sub kegiatan 2" lalu menunjuk dua hal, di surat, notulen, dan laporan. Sering kali yang
kedua disisipkan tanpa menomori ulang, atau sebenarnya berada di bawah induk lain.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose number was given before in the same count."""
    for siblings in view.groups:
        places = positions([element.number for element in siblings])
        if places is None or len(set(places)) == 1:
            continue
        taken: set[int] = set()
        for index, (element, place) in enumerate(zip(siblings, places, strict=True)):
            if place is None or element.heading:
                continue
            restarts = place == 1 and len(taken) > 1 and places[index + 1 : index + 2] == (2,)
            if restarts:
                taken.clear()
            if place in taken:
                yield on_element(RULE, element, number=str(element.number))
            taken.add(place)
