"""The indicators of one element are numbered out of order.

## What
Within one element the numbers of its indicators skip, repeat or go back. A count that runs
on from the element before is in order.

## Why
A skipped number points at an indicator that was lost or that slid to a neighbouring row;
a repeated one makes two indicators go by one name.

## Bad
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Administrasi Tata Pemerintahan Desa | 1. Jumlah desa yang dibina | Desa | TW I 4 TW II 5 TW III 6 TW IV 4 |
| | 3. Jumlah dokumen administrasi desa | Dokumen | TW I 1 TW II 2 TW III 1 TW IV 3 |

## Good
| URAIAN | INDIKATOR KINERJA | SATUAN | TARGET |
|---|---|---|---|
| 1. Sub Kegiatan Fasilitasi Administrasi Tata Pemerintahan Desa | 1. Jumlah desa yang dibina | Desa | TW I 4 TW II 5 TW III 6 TW IV 4 |
| | 2. Jumlah dokumen administrasi desa | Dokumen | TW I 1 TW II 2 TW III 1 TW IV 3 |

## Source
Practice: merged cells lose texts in copying, and the numbering is what shows it. The
performance cascade 2016 of Disnakertrans Jawa Barat numbers one official's indicators 1.1,
1.2, 1.3, 2.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from renaksi.checks.numbering import positions
from renaksi.checks.view import PlanView, on_row
from renaksi.diagnostics import Diagnostic, Rule
from renaksi.model import Element

RULE = Rule(
    code="RA203",
    slug="indicator-numbering",
    severity="warning",
    since="0.1.0",
    gravity=25,
    title={"id": "Penomoran indikator", "en": "Numbering of indicators"},
    message={
        "id": "Indikator “{indicator}” bernomor {number}, seharusnya {expected}.",
        "en": "Indicator “{indicator}” has number {number} where {expected} is due.",
    },
    headline={
        "id": "{count} indikator bernomor tidak urut; mungkin ada indikator yang hilang.",
        "en": "{count} indicators are numbered out of order; some may be lost.",
    },
    page=__doc__,
    page_id="""
## Apa
Di dalam satu unsur, nomor indikatornya terlompat, berulang, atau mundur. Hitungan yang
berlanjut dari unsur sebelumnya dianggap urut.

## Mengapa
Nomor yang terlompat menunjuk pada indikator yang hilang atau bergeser ke baris sebelah;
nomor yang berulang membuat dua indikator bernama sama.
""",
)


def check(view: PlanView) -> Iterator[Diagnostic]:
    """One finding for each indicator whose number does not follow the one before it."""
    previous: str | None = None
    for element in view.plan.elements:
        numbers = [indicator.number for indicator in element.indicators]
        places = positions(numbers) if numbers != ["1"] else None
        if places is not None:
            due = 1
            if places[0] and positions([previous, numbers[0]]) == (places[0] - 1, places[0]):
                due = places[0]
            yield from _out_of_order(view, element, places, due)
        previous = numbers[-1] if numbers else previous


def _out_of_order(
    view: PlanView, element: Element, places: tuple[int | None, ...], due: int
) -> Iterator[Diagnostic]:
    """The indicators that break the count; an unnumbered one may take a number or none."""
    unnumbered = 0
    for row, place in zip(view.rows_of(element), places, strict=True):
        if place is None:
            unnumbered += 1
            continue
        if not due <= place <= due + unnumbered:
            yield on_row(RULE, row, number=str(place), expected=str(due + unnumbered))
        due, unnumbered = place + 1, 0
