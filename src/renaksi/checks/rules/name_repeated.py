"""A name stands twice under one parent.

## What
Two elements of one level under one parent have the same name, whatever their case, label
word or punctuation. A name that the official list itself holds twice there is left alone.

## Why
One of them is a copy. Its targets count twice, and the row that should stand there may be
missing.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |
| 3. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket alat tulis | Paket | TW I 1 TW II 1 TW III 2 TW IV 1 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Permendagri 90/2019: an element of an office's plan is one line with one code.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element
from renaksi.nomenclature.catalogue import children
from renaksi.nomenclature.names import key_of

RULE = Rule(
    code="RA204",
    slug="name-repeated",
    severity="warning",
    since="0.1.0",
    gravity=45,
    title={"id": "Nama berulang", "en": "Name repeated"},
    message={
        "id": "“{element}” ({level}) sudah tercantum di bawah induk yang sama.",
        "en": "“{element}” ({level}) already stands under the same parent.",
    },
    headline={
        "id": "{count} nama tercantum lebih dari sekali di bawah induk yang sama: {element}.",
        "en": "{count} names stand more than once under the same parent: {element}.",
    },
    page=__doc__,
    page_id="""
## Apa
Dua unsur pada tingkat dan induk yang sama bernama sama, terlepas dari huruf besar, kata
tingkatnya, atau tanda bacanya. Nama yang memang ada dua kali dalam daftar resmi dibiarkan.

## Mengapa
Salah satunya salinan. Targetnya terhitung dua kali, dan baris yang seharusnya ada di sana
mungkin hilang.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element whose name a sibling before it has."""
    for siblings in view.groups:
        if len(siblings) < 2:
            continue
        seen: set[str] = set()
        for element in siblings:
            name = key_of(element.name or "")
            if name and name in seen and not _officially_twice(view, element, name):
                yield on_element(RULE, element)
            seen.add(name)


def _officially_twice(view: PlanView, element: Element, name: str) -> bool:
    """Whether the official list has several elements of this name under the parent."""
    parent = view.parent(element)
    if parent is None or parent.code is None:
        return False
    return sum(1 for child in children(parent.code) if key_of(child.name) == name) > 1
