"""A number is left out.

## What
Elements under one parent are numbered, and a number between them is missing. A count that
goes on over several parents is no gap, nor is an unnumbered element that fills it. Numbers that
rise from the first element to the last through several levels count the rows of the table.

## Why
A missing number often means a missing row: something was lost when the document was
copied, or it was removed and the others were not renumbered. The reader cannot tell which.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 4. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Penyediaan Bahan Logistik Kantor | 1. Jumlah paket bahan logistik kantor | Paket | TW I 2 TW II 4 TW III 3 TW IV 5 |
| 2. Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan | 1. Jumlah paket barang cetakan | Paket | TW I 1 TW II 2 TW III 2 TW IV 1 |
| 3. Sub Kegiatan Fasilitasi Kunjungan Tamu | 1. Jumlah laporan kunjungan tamu | Laporan | TW I 1 TW II 2 TW III 1 TW IV 2 |

## Source
Practice: rows vanish at the foot of a page and in copying. One box of the performance
cascade 2016 of Disnakertrans Jawa Barat counts 3.1, 4.1, 5.1, another 1.1, 1.2, 1.3, 2.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from renaksi.checks.numbering import positions
from renaksi.checks.view import PlanView, on_element
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element, Plan

_FEWEST_COUNTED: Final = 4  # numbers that rise through several levels: fewer may be chance

RULE = Rule(
    code="RA201",
    slug="numbering-gap",
    severity="warning",
    since="0.1.0",
    gravity=35,
    title={"id": "Nomor terlompat", "en": "Gap in the numbering"},
    message={
        "id": "Nomor {missing} tidak ada sebelum “{element}” (nomor {number}).",
        "en": "Number {missing} is missing before “{element}” (number {number}).",
    },
    headline={
        "id": "Penomoran terlompat di {count} tempat; mungkin ada baris yang hilang.",
        "en": "The numbering skips in {count} places; rows may be lost.",
    },
    page=__doc__,
    page_id="""
## Apa
Unsur-unsur di bawah satu induk bernomor, dan satu nomor di antaranya tidak ada. Hitungan
yang berlanjut melewati beberapa induk bukan lompatan, demikian pula unsur tanpa nomor yang
mengisinya. Nomor yang naik dari unsur pertama sampai terakhir melintasi beberapa tingkat
menghitung baris tabel.

## Mengapa
Nomor yang hilang sering berarti baris yang hilang: terpotong saat dokumen disalin, atau
dihapus tanpa menomori ulang. Pembaca tidak dapat mengetahui yang mana.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each element before which a number is missing."""
    counted = _rows_counted(view.plan)
    for siblings in (counted,) if counted else view.groups:
        places = positions([element.number for element in siblings])
        if places is None:
            continue
        before, unnumbered = 0, 0
        for element, place in zip(siblings, places, strict=True):
            if place is None:
                unnumbered += 1
                continue
            skipped = range(before + 1, place)
            if len(skipped) > unnumbered and not _elsewhere(view, element, skipped):
                yield on_element(RULE, element, missing=_span(skipped), number=str(place))
            before, unnumbered = place, 0


def _rows_counted(plan: Plan) -> list[Element]:
    """The numbered elements of a plan whose numbers count its rows, on whatever level they are.

    So does a column *No* that runs from the first program to the last sub-activity.
    """
    found = [element for element in plan.elements if (element.number or "").isdecimal()]
    numbers = [int(element.number or 0) for element in found]
    if len(found) < _FEWEST_COUNTED or any(a >= b for a, b in pairwise(numbers)):
        return []
    return found if len({element.level for element in found}) > 1 else []


def _elsewhere(view: PlanView, element: Element, skipped: range) -> bool:
    """Whether the element printed just before it, under another parent, carries the last number."""
    level = view.levels[element.level]
    at = view.order[element.id]
    previous = level[at - 1].number if at else None
    if previous is None:
        return False
    found = positions([previous, element.number])
    return found is not None and found[0] == skipped[-1]


def _span(skipped: range) -> str:
    """The missing numbers in short: ``3`` or ``3–5``."""
    first, last = skipped[0], skipped[-1]
    return str(first) if first == last else f"{first}–{last}"
